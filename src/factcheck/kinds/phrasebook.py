"""Finds the words and phrases of a table where they begin or end in a line, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from factcheck.tokens import tokenise

Entry = TypeVar("Entry")


class Phrasebook(Generic[Entry]):
    """Phrases of one or more words, each with what the table says of it."""

    def __init__(self, entries: Iterable[tuple[str, Entry]], *, cased: bool = False) -> None:
        """`cased` keeps capitals, for unit symbols: it is then asked with words as they stand."""
        self.starting: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self.ending: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for form, entry in entries:
            words = words_of(form) if cased else words_of(form.lower())
            self.starting.setdefault(words[0], []).append((words, entry))
            self.ending.setdefault(words[-1], []).append((words, entry))
        for index in (self.starting, self.ending):
            for group in index.values():
                group.sort(key=lambda found: -len(found[0]))

    def at(self, lower: Sequence[str], i: int) -> tuple[Entry, int] | None:
        """The longest phrase that begins at token i, and the token after it."""
        for words, entry in self.starting.get(lower[i], ()):
            if len(words) == 1 or tuple(lower[i : i + len(words)]) == words:
                return entry, i + len(words)
        return None

    def before(self, lower: Sequence[str], i: int) -> tuple[Entry, int] | None:
        """The longest phrase that ends just before token i, and the token it begins at."""
        for words, entry in self.ending.get(lower[i - 1], ()):
            start = i - len(words)
            if start >= 0 and tuple(lower[start:i]) == words:
                return entry, start
        return None


def words_of(form: str) -> tuple[str, ...]:
    """The tokens of a phrase. Plain words are split without the tokeniser: every command waits for these tables."""
    return tuple(form.split()) if form.replace(" ", "").isalpha() else tokenise(form).words
