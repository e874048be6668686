"""How much a shared word or an equal value proves: the rarer in the library, the more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log
from typing import TYPE_CHECKING, Protocol

from factcheck.lexicon.concepts import stems_of
from factcheck.store.protocol import Notation
from factcheck.values import Sort, Value

if TYPE_CHECKING:
    from factcheck.match.kinship import Kin

# A small library knows little about how common a word is: it counts as so many passages more, in which the word is not.
UNSEEN_PASSAGES = 200
# No word or value tells more than one in three thousand (8 nats): what is rarer may be a slip of the pen.
MOST = 8.0
# The same for values: so many figures more, among which a value is as common as its digits suggest.
UNSEEN_VALUES = 60
# Noughts in a row that tell a magnitude: that a figure is in the millions is worth one digit more.
THOUSANDS = 3


class Counts(Protocol):
    """What is counted of a library, as `store.protocol.Library` does it."""

    def passage_count(self) -> int: ...
    def frequencies(self, stems: Iterable[str]) -> Mapping[str, int]: ...
    def value_frequencies(self, values: Iterable[Notation]) -> Mapping[Notation, int]: ...
    def value_count(self, sort: Sort) -> int: ...


class Rarity:
    """The rarity of concepts and values in one library, in nats: in all of it, or among those of its documents that are
    kin to what is asked, whichever is less."""

    def __init__(self, library: Counts, kin: Kin | None = None) -> None:
        self._library = library
        self.kin = kin
        self._passages = library.passage_count() + UNSEEN_PASSAGES
        self._frequencies: dict[str, int] = {}
        self._words: dict[str, float] = {}
        self._values: dict[Notation, float] = {}

    def of_word(self, concept: str) -> float:
        """log of passages over passages with the concept, from about 0 to 8."""
        self.learn([concept])
        return self._words[concept]

    def of_words(self, concepts: Collection[str]) -> dict[str, float]:
        """The rarity of each of many concepts."""
        self.learn(concepts)
        known = self._words
        return {concept: known[concept] for concept in concepts}

    def learn(self, concepts: Iterable[str]) -> None:
        """Look up many concepts at once."""
        new = [c for c in concepts if c not in self._words]
        if not new:
            return
        stems = {stem for concept in new for stem in stems_of(concept)}
        self._frequencies |= dict.fromkeys(stems, 0) | dict(self._library.frequencies(stems))
        for concept in new:
            self._words[concept] = self._nats(stems_of(concept))

    def passages_with(self, stem: str) -> int:
        """In how many passages a stem of a concept stands that was looked up."""
        return self._frequencies[stem]

    def learn_values(self, values: Iterable[Value]) -> None:
        """Look up many values at once."""
        new = {(value.sort, value.plain): value for value in values if (value.sort, value.plain) not in self._values}
        if not new:
            return
        frequencies = self._library.value_frequencies(new)
        for key, value in new.items():
            nats = _of_values(frequencies.get(key, 0), self._library.value_count(value.sort), value)
            if self.kin:
                nats = min(nats, _of_values(len(self.kin.values.get(key, ())), self.kin.sorts[value.sort], value))
            self._values[key] = min(MOST, nats)

    def of_value(self, value: Value) -> float:
        """log of figures of the sort over figures that have this value beside the one that is held against it."""
        key = value.sort, value.plain
        if key not in self._values:
            self.learn_values([value])
        return self._values[key]

    def _nats(self, stems: Sequence[str]) -> float:
        nats = log(self._passages / (sum(map(self.passages_with, stems)) + 1))
        if self.kin:
            there = sum(self.kin.stems.get(stem, 0) for stem in stems)
            nats = min(nats, log((self.kin.passages + UNSEEN_PASSAGES) / (there + 1)))
        return min(MOST, nats)


def _of_values(frequency: int, count: int, value: Value) -> float:
    """The rarity of a value that so many of so many figures have."""
    usual = UNSEEN_VALUES * 10 ** -information(value)
    return log((count + UNSEEN_VALUES) / (max(0, frequency - 1) + usual))


def information(value: Value) -> float:
    """How many digits of information a value carries: a day three, a year one and a half, "five" half a digit."""
    if value.sort is Sort.DATE:
        return (1.5, 2.2, 3.0)[min(2, value.plain.count("-"))]
    figure = "".join(c for c in value.plain if c.isdigit()).lstrip("0")
    digits = figure.rstrip("0")
    thousands = 1.0 if len(figure) - len(digits) >= THOUSANDS else 0.0
    return len(digits) - 0.5 + thousands if digits else 0.3
