"""Finds the passages that may hold a figure's fact: those that share its rarest words, and those with its value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.compare import Comparison
from factcheck.match.concepts import stems_of
from factcheck.match.context import Context
from factcheck.match.features import Features
from factcheck.match.rarity import Rarity
from factcheck.store.protocol import Library, StoredClaim

# How many words of a figure's context are looked up, how many postings are walked, how many passages are kept.
WORDS = 12
POSTINGS = 10_000
PASSAGES = 40
EQUAL_VALUES = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source's figure that may be the fact, with what was measured and how likely it is."""

    context: Context
    compared: Comparison
    features: Features
    shared: tuple[str, ...]
    score: float = 0.0
    probability: float = 0.0

    def rated(self, score: float, probability: float = 0.0) -> Candidate:
        """The same figure with another score. (`dataclasses.replace` takes five times as long, and there are many.)"""
        return Candidate(self.context, self.compared, self.features, self.shared, score, probability)


def passages(draft: Context, library: Library, rarity: Rarity) -> Sequence[int]:
    """The passages that share most with a figure's context, best first.

    All of them, where they are no more than are kept.
    """
    if library.passage_count() <= PASSAGES:
        return sorted({claim.passage for claim in library.all_claims()})
    weights = sorted(((near * draft.idf[word], word) for word, near in draft.near.items()), reverse=True)
    # The rarest words are walked first: where the budget ends, only common ones are left.
    words = sorted(weights[:WORDS], key=lambda pair: -rarity.of_word(pair[1]))
    scores: dict[int, float] = defaultdict(float)
    walked = 0
    for weight, word in words:
        for stem in stems_of(word):
            found = library.postings(stem)
            walked += len(found)
            if walked > POSTINGS and scores:
                break
            for passage in found:
                scores[passage] += weight
    best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return [passage for passage, _ in best[:PASSAGES]]


def equal(draft: Context, library: Library) -> Sequence[StoredClaim]:
    """The claims whose value is written the same, if they are few enough to say something."""
    value = draft.claim.claim.value
    return library.equal(value.sort, value.plain, EQUAL_VALUES)
