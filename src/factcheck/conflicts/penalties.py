"""Finds one term with two penalties for one person: "nine years in prison" here, "nine years under arrest" there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.conflicts.documents import Documents
from factcheck.conflicts.likeness import Likeness
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim

# More terms of one length than this say nothing about which of them is which.
CROWD = 20
# How much of each sentence the other shares where they tell of one sentence; for one person less is enough.
SHARED, SHARED_OF_ONE = 0.42, 0.25


def penalties(figures: Iterable[StoredClaim], documents: Documents, likeness: Likeness) -> Iterator[Disagreement]:
    """The terms of one length and different penalties that are told of one person or in like words."""
    terms: dict[str, list[StoredClaim]] = defaultdict(list)
    for figure in figures:
        if figure.claim.kind is Kind.SENTENCE and figure.claim.unit and not figure.claim.value.bound:
            terms[figure.claim.value.plain].append(figure)
    for group in terms.values():
        if len(group) <= CROWD:
            for a, b in combinations(group, 2):
                if a.claim.unit != b.claim.unit and a.document != b.document and _one(a, b, documents, likeness):
                    yield Disagreement(a, b, _fact(a, b), Reason.UNIT)


def _one(a: StoredClaim, b: StoredClaim, documents: Documents, likeness: Likeness) -> bool:
    """Whether two terms are one: neither document has both, and the sentences tell the same of the same person."""
    if documents.acknowledged(a, b):
        return False
    alike = likeness.alike(a, b)
    same = bool(a.claim.subject) and a.claim.subject == b.claim.subject
    return min(alike.of_a, alike.of_b) >= (SHARED_OF_ONE if same else SHARED)


def _fact(a: StoredClaim, b: StoredClaim) -> Fact:
    subject = a.claim.subject if a.claim.subject == b.claim.subject else min(a, b, key=_distance).claim.subject
    return Fact(Kind.SENTENCE, subject, "sentenced to")


def _distance(claim: StoredClaim) -> int:
    """How far before the term its subject stands: the nearer, the likelier the subject is right."""
    at = claim.claim.sentence.rfind(
        claim.claim.subject.split()[-1] if claim.claim.subject else "\0", 0, claim.claim.mark.start
    )
    return claim.claim.mark.start - at if at >= 0 else len(claim.claim.sentence)
