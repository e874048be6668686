"""Measures how alike the sentences of two figures are, word by word, a rare word counting more."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum

from factcheck.lean.record import NamedTuple
from factcheck.lexicon.concepts import concept
from factcheck.match.alone import Alone
from factcheck.store.protocol import StoredClaim


class Alike(NamedTuple):
    """How much of the rarity of two sentences' words is in words that both have: of each alone, and of both together.

    words: the shared words, rarest first
    """

    of_a: float
    of_b: float
    cosine: float
    words: tuple[str, ...]


class Likeness:
    """Compares figures of one library, each word by how rare it is in its own document."""

    def __init__(self, alone: Alone) -> None:
        self._alone = alone

    def alike(self, a: StoredClaim, b: StoredClaim) -> Alike:
        """How alike the sentences of two figures are."""
        mine, other = self._weights(a), self._weights(b)
        shared = sorted(mine.keys() & other.keys(), key=lambda word: (-mine[word], word))
        of_a, of_b = (fsum(of[word] for word in shared) / (fsum(of.values()) or 1.0) for of in (mine, other))
        return Alike(of_a, of_b, (of_a * of_b) ** 0.5, tuple(shared))

    def _weights(self, claim: StoredClaim) -> Mapping[str, float]:
        """The concepts of a figure's sentence, without its numbers, with their rarity in nats."""
        spoken = self._alone.words(claim.document)
        stems = spoken.passages[claim.passage].stems
        return spoken.rarity.of_words({concept(stem) for stem in stems if stem and not stem[0].isdigit()})
