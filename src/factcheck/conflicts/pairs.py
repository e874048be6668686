"""Finds pairs of figures of two documents that are one fact by the measures of matching, and cannot both be true."""

from __future__ import annotations

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.match.context import Context
from factcheck.match.one_fact import Rivals, differ
from factcheck.store.protocol import Library, StoredClaim

# A value that stands more often than this stands everywhere.
COMMON = 1000


def disagreement(a: Context, b: Context, library: Library, rivals: Rivals) -> Disagreement | None:
    """The disagreement of two figures of two documents, if they are one fact and differ."""
    if a.claim.document == b.claim.document or not differ(a, b) or not rivals.one_fact(a, b):
        return None
    if _has(library, a.claim.document, b.claim) or _has(library, b.claim.document, a.claim):
        return None
    one, other = a.claim.claim, b.claim.claim
    fact = Fact(
        one.kind,
        one.subject if one.subject == other.subject else "",
        one.measure if one.measure == other.measure else one.unit,
        one.scope if one.scope == other.scope else "",
    )
    return Disagreement(a.claim, b.claim, fact, Reason.VALUE)


def _has(library: Library, document: int, claim: StoredClaim) -> bool:
    """Whether a document has a figure's value for a thing of its unit: then it speaks of two things."""
    value = claim.claim.value
    return any(
        other.document == document and other.claim.unit == claim.claim.unit
        for other in library.equal(value.sort, value.plain, COMMON)
    )
