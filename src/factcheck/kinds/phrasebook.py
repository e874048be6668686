"""Finds the words and phrases of a table where they begin or end in a line, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from factcheck.lean import cached_property
from factcheck.text.tokens import tokenise

Entry = TypeVar("Entry")
Index = dict[str, list[tuple[tuple[str, ...], Entry]]]


class Phrasebook(Generic[Entry]):
    """Phrases of one or more words, each with what the table says of it. An index is built when it is first asked."""

    def __init__(self, entries: Iterable[tuple[str, Entry]], *, cased: bool = False) -> None:
        """`cased` keeps capitals, for unit symbols: it is then asked with words as they stand."""
        self.entries = tuple(entries)
        self.cased = cased

    @cached_property
    def starting(self) -> Index[Entry]:
        """The phrases under their first word."""
        return self._index(0)

    @cached_property
    def ending(self) -> Index[Entry]:
        """The phrases under their last word."""
        return self._index(-1)

    def _index(self, place: int) -> Index[Entry]:
        index: Index[Entry] = {}
        for form, entry in self.entries:
            words = words_of(form if self.cased else form.lower())
            index.setdefault(words[place], []).append((words, entry))
        for group in index.values():
            group.sort(key=lambda found: -len(found[0]))
        return index

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
