"""Which equal values prove nothing: those that belong to another fact.

Two figures state one fact when what is said around them agrees; only then are their values compared. So an equal value
supports nothing where another figure, of another value, answers to the draft's words much better without regard to
values ("Harle has 88 boats" where the source says 412 of Harle and 88 of Tarn).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.match.candidates import Candidate
from factcheck.model import Kind

# A date alone proves nothing: its passage has to hold so much of the draft's sentence, or another figure of it.
THIN = 0.2


class Vetoed(NamedTuple):
    """An equal value that may not support, and the figure that stands where it would have to."""

    candidate: Candidate
    by: Candidate | None


def vetoes(found: Sequence[Candidate], margin: float) -> list[Vetoed | None]:
    """For each candidate, the veto on it; only equal values are ever barred.

    margin: by how many nats another figure must answer better, values aside; where the times of draft and source
    surely part, one that answers no worse is enough
    """
    rivals = [candidate for candidate in found if not candidate.compared.agrees]
    best = max(rivals, key=lambda candidate: candidate.blind, default=None)
    return [_veto(candidate, best, margin) for candidate in found]


def _veto(candidate: Candidate, best: Candidate | None, margin: float) -> Vetoed | None:
    if not candidate.compared.agrees:
        return None
    if candidate.features.swapped < 0:
        return Vetoed(candidate, None)
    if candidate.context.kind is Kind.DATE:
        return Vetoed(candidate, None) if _is_thin(candidate) else None
    if candidate.features.verbatim:
        return None
    if best is not None and best.blind - candidate.blind >= _demanded(candidate, margin):
        return Vetoed(candidate, best)
    return None


def _demanded(candidate: Candidate, margin: float) -> float:
    return 0.0 if candidate.features.time_clash and margin < math.inf else margin


def _is_thin(candidate: Candidate) -> bool:
    measured = candidate.features
    return measured.covers_draft < THIN and measured.local < THIN and measured.mates == 0 and measured.carry < THIN
