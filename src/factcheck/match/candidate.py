"""A source's figure that may be the fact that a draft's figure is about."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.compare import Comparison
from factcheck.match.context import Context
from factcheck.match.features import Features


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
