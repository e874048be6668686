"""Measures how alike the sentences of two figures are, word by word, a rare word counting more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.match.concepts import concept
from factcheck.match.rarity import Rarity
from factcheck.store.protocol import Library, StoredClaim, StoredPassage


class Alike(NamedTuple):
    """How much of the rarity of two sentences' words is in words that both have: of each alone, and of both together.

    words: the shared words, rarest first
    """

    of_a: float
    of_b: float
    cosine: float
    words: tuple[str, ...]


class Likeness:
    """Compares figures of one library; what stands in a passage is read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._rarity = Rarity(library)
        self._weights: dict[int, Mapping[str, float]] = {}

    def alike(self, a: StoredClaim, b: StoredClaim) -> Alike:
        """How alike the sentences of two figures are, each word by its rarity."""
        mine, other = self.weights(a), self.weights(b)
        shared = sorted(mine.keys() & other.keys(), key=lambda word: (-mine[word], word))
        common = sum(mine[word] for word in shared)
        all_mine, all_other = sum(mine.values()) or 1.0, sum(other.values()) or 1.0
        return Alike(common / all_mine, common / all_other, common / (all_mine * all_other) ** 0.5, tuple(shared))

    def weights(self, claim: StoredClaim) -> Mapping[str, float]:
        """The concepts of a figure's sentence, without its numbers, with their rarity in nats."""
        if claim.passage not in self._weights:
            passage = self._passage(claim)
            words = {concept(stem) for stem in passage.stems if stem and not stem[0].isdigit()}
            self._rarity.learn(words)
            self._weights[claim.passage] = {word: self._rarity.of_word(word) for word in words}
        return self._weights[claim.passage]

    def _passage(self, claim: StoredClaim) -> StoredPassage:
        return self._library.passages([claim.passage])[claim.passage]
