"""Finds one term with two penalties for one person: "nine years in prison" here, "nine years under arrest" there."""

from __future__ import annotations

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.conflicts.likeness import Likeness
from factcheck.match.alone import Alone
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim

# How much of each sentence the other shares where they tell of one sentence; for one person less is enough.
SHARED, SHARED_OF_ONE = 0.42, 0.25


def is_term(figure: StoredClaim) -> bool:
    """Whether a figure is a term of a penalty that its text names."""
    claim = figure.claim
    return claim.kind is Kind.SENTENCE and bool(claim.unit) and not claim.value.bound


def disagree(a: StoredClaim, b: StoredClaim, alone: Alone) -> Disagreement | None:
    """The disagreement of two terms of one length, told of one person or in like words, about what the penalty is."""
    if (
        a.claim.unit == b.claim.unit
        or a.document == b.document
        or alone.says(a.document, b)
        or alone.says(b.document, a)
    ):
        return None
    alike = Likeness(alone).alike(a, b)
    same = bool(a.claim.subject) and a.claim.subject == b.claim.subject
    least = SHARED_OF_ONE if same else SHARED
    return Disagreement(a, b, _fact(a, b), Reason.UNIT) if min(alike.of_a, alike.of_b) >= least else None


def _fact(a: StoredClaim, b: StoredClaim) -> Fact:
    return Fact(Kind.SENTENCE, min(a, b, key=_distance).claim.subject, "sentenced to")


def _distance(claim: StoredClaim) -> int:
    """How far before the term its subject stands: the nearer, the likelier the subject is right."""
    at = claim.claim.sentence.rfind(
        claim.claim.subject.split()[-1] if claim.claim.subject else "\0", 0, claim.claim.mark.start
    )
    return claim.claim.mark.start - at if at >= 0 else len(claim.claim.sentence)
