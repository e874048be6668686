"""Finds two figures that say the same of the same subject for the same time: who, what, which unit, when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.conflicts.documents import Documents, incompatible
from factcheck.conflicts.likeness import Likeness
from factcheck.match.concepts import concept
from factcheck.model import Kind
from factcheck.stem import stem
from factcheck.store.protocol import StoredClaim

KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.VOTE_SHARE, Kind.MEASUREMENT, Kind.SCORE, Kind.RANK})
# How alike the two sentences are at the least; what a claim is about is read off its sentence, and may be misread.
ALIKE = 0.5
# More figures for one such fact than this are a table told in sentences.
CROWD = 12


class _Said(NamedTuple):
    kind: Kind
    unit: str
    subject: str
    measure: str
    years: frozenset[int]


def stated(figures: Iterable[StoredClaim], documents: Documents, likeness: Likeness) -> Iterator[Disagreement]:
    """The disagreements between documents about what they state in the same terms, the year named in both sentences."""
    groups: dict[_Said, list[StoredClaim]] = defaultdict(list)
    for figure in figures:
        claim = figure.claim
        years = documents.years(figure)
        if claim.kind in KINDS and claim.unit and claim.subject and claim.measure and years:
            measure = concept(stem(claim.measure.split()[-1]))
            groups[_Said(claim.kind, claim.unit, claim.subject, measure, years)].append(figure)
    for said, members in groups.items():
        if len(members) <= CROWD:
            scope = "/".join(map(str, sorted(said.years)))
            fact = Fact(said.kind, said.subject, members[0].claim.measure, scope)
            pairs = (pair for pair in combinations(members, 2) if _disagree(*pair, documents, likeness))
            yield from (Disagreement(a, b, fact, Reason.VALUE) for a, b in pairs)


def _disagree(a: StoredClaim, b: StoredClaim, documents: Documents, likeness: Likeness) -> bool:
    if a.document == b.document or not incompatible(a, b):
        return False
    if documents.retold(a, b) or documents.acknowledged(a, b) or documents.other_times(a, b):
        return False
    return likeness.alike(a, b).cosine >= ALIKE
