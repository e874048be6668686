"""Finds utterances that two documents quote in different words."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.conflicts.model import Disagreement, Fact, Reason
from factcheck.model import Kind
from factcheck.quotes.rivals import rivals
from factcheck.store.protocol import Library


def wordings(library: Library) -> Iterator[Disagreement]:
    """The disagreements about what a speaker said, word for word."""
    for pair in rivals(library):
        one, other = (f'"{words}"' if words else "nothing" for words in pair.differs)
        fact = Fact(Kind.QUOTE, pair.one.claim.speaker, "said")
        yield Disagreement(pair.one, pair.other, fact, Reason.WORDING, f"{one} in one, {other} in the other")
