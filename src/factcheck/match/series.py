"""Which documents are issues of a series: forms that are filled in anew, each for its own day."""

from __future__ import annotations

from factcheck.lean import regex as re
from factcheck.lexicon import months, weekdays
from factcheck.store.protocol import Library

# So many sentences in common, figures and months aside, make two documents issues of one series: one alone may be a
# phrase of the house, such as a disclaimer with a year in it.
SHARED = 2
# Shorter sentences may be alike by chance.
LONG = 40
# What is filled in: figures, dashes for none, and days by name.
FILLED = re.compile(rf"\d[\d,./-]*|-|\b(?:{'|'.join((*months(), *weekdays()))})\b")


class Series:
    """The forms of one library's documents; each document is read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._forms: dict[int, frozenset[str]] = {}

    def joins(self, one: int, other: int) -> bool:
        """Whether two documents are issues of a series."""
        return len(self._of(one) & self._of(other)) >= SHARED

    def _of(self, document: int) -> frozenset[str]:
        if document not in self._forms:
            texts = (passage.text for passage in self._library.passages_of([document])[document])
            forms = (" ".join(FILLED.sub(" ", text).split()) for text in texts if FILLED.search(text))
            self._forms[document] = frozenset(form for form in forms if len(form) >= LONG)
        return self._forms[document]
