"""Makes quotations of what the voices of a transcript say: their words are quotable as theirs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.model import Passage, Quotation, Role, Voice


def voiced(voices: Sequence[Voice], passages: Sequence[Passage]) -> Iterator[Quotation]:
    """Each sentence that somebody says, as said by him."""
    for passage in passages:
        after = bisect_right(voices, passage.span.start, key=_start)
        voice = voices[after - 1] if after else None
        if voice is not None and passage.span.start < voice.span.end and passage.role is not Role.HEADING:
            yield Quotation(passage.span, voice.speaker)


def _start(voice: Voice) -> int:
    return voice.span.start
