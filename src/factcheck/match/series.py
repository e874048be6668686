"""Which documents are issues of a series: forms that are filled in anew, each for its own day."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.lean import regex as re
from factcheck.lexicon import months, weekdays
from factcheck.store.protocol import StoredPassage

# So many sentences in common, figures and months aside, make two documents issues of one series: one alone may be a
# phrase of the house, such as a disclaimer with a year in it.
SHARED = 2
# Shorter sentences may be alike by chance.
LONG = 40
# What is filled in: figures, dashes for none, and days by name.
FILLED = re.compile(rf"\d[\d,./-]*|-|\b(?:{'|'.join((*months(), *weekdays()))})\b")


class Series:
    """The forms of one library's documents; each document is read once, and its forms are kept as numbers."""

    def __init__(self, passages_of: Callable[[int], Iterable[StoredPassage]]) -> None:
        """passages_of: the passages of a document"""
        self._passages_of = passages_of
        self._forms: dict[int, frozenset[int]] = {}

    def joins(self, one: int, other: int) -> bool:
        """Whether two documents are issues of a series."""
        return len(self._of(one) & self._of(other)) >= SHARED

    def _of(self, document: int) -> frozenset[int]:
        if document not in self._forms:
            texts = (passage.text for passage in self._passages_of(document))
            forms = (" ".join(FILLED.sub(" ", text).split()) for text in texts if FILLED.search(text))
            self._forms[document] = frozenset(hash(form) for form in forms if len(form) >= LONG)
        return self._forms[document]
