"""Finds web and mail addresses, whose numbers are no figures."""

from __future__ import annotations

from factcheck.lean import regex as re
from factcheck.text import Span

# Whatever stands between two spaces; an address is a chunk that holds one of the marks below.
CHUNK = re.compile(r"\S+")
MARKS = ("://", "www.", "@")
NONE: tuple[Span, ...] = ()


def addresses(text: str) -> tuple[Span, ...]:
    """The spans of the addresses in a text."""
    for mark in MARKS:
        if mark in text:
            break
    else:
        return NONE
    return tuple(Span(*chunk.span()) for chunk in CHUNK.finditer(text) if _is_address(chunk[0]))


def _is_address(chunk: str) -> bool:
    return any(mark in chunk and len(chunk) > len(mark) for mark in MARKS)
