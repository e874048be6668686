"""Whether two values, or the claims that have them, cannot both be true of one fact."""

from __future__ import annotations

from factcheck.compare import Relation, compare
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim
from factcheck.values import Value


def incompatible(a: StoredClaim, b: StoredClaim) -> bool:
    """Whether two claims of one kind have values that cannot both be true of one fact."""
    if a.claim.kind is not b.claim.kind or (a.claim.kind is Kind.MONEY and a.claim.unit != b.claim.unit):
        return False
    return differ(a.claim.value, b.claim.value)


def differ(one: Value, other: Value) -> bool:
    """Whether two values cannot both be true of one fact, whichever is the vaguer."""
    return all(compare(x, y).relation is Relation.DIFFERENT for x, y in ((one, other), (other, one)))
