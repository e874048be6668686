"""Weighs candidates once more by the documents that the draft's other figures come from: a draft draws on few.

An equal value in a document that the draft uses nowhere else is mostly chance; one in a document that many of its
figures come from mostly is not. The worths were set by hand, to be small beside what the fitted features are worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.match.candidates import Candidate

# In nats: a document that at least one other figure and a tenth of them come from; one that none comes from.
FAMILIAR, STRANGE = 0.5, -2.0
ONE_FIGURE, TENTH = 1.0, 0.1
# Other figures that must be known before they tell anything, and how many of them must lie in familiar documents:
# a survey that takes one figure from each of many sources keeps no company.
ENOUGH, MOST = 4.0, 0.5
# Below this a candidate says nothing of what its draft draws on.
LIKELY = 0.1


class Company(NamedTuple):
    """How many of a draft's figures come from each document, in expectation."""

    masses: dict[int, float]

    def without(self, own: Iterable[Candidate]) -> Company:
        """The company that one figure finds: the others'."""
        masses = dict(self.masses)
        for document, mass in _shares(own):
            masses[document] -= mass
        return Company(masses)

    def worth(self, document: int) -> float:
        """What is added to the score of a candidate in a document."""
        total = sum(self.masses.values())
        familiar = sum(mass for mass in self.masses.values() if mass >= ONE_FIGURE)
        if total < ENOUGH or familiar < MOST * total:
            return 0.0
        mass = self.masses.get(document, 0.0)
        if mass < ONE_FIGURE:
            return STRANGE
        return FAMILIAR if mass >= TENTH * total else 0.0


def company(found: Iterable[Sequence[Candidate]]) -> Company:
    """The company that the candidates of a draft's figures keep."""
    masses: dict[int, float] = {}
    for candidates in found:
        for document, mass in _shares(candidates):
            masses[document] = masses.get(document, 0.0) + mass
    return Company(masses)


def _shares(candidates: Iterable[Candidate]) -> Iterable[tuple[int, float]]:
    return (
        (c.context.claim.document, c.probability) for c in candidates if c.compared.agrees and c.probability > LIKELY
    )
