"""Whether two values cannot both be true of one fact."""

from __future__ import annotations

from factcheck.compare import Relation, compare
from factcheck.values import Value


def differ(one: Value, other: Value) -> bool:
    """Whether two values cannot both be true of one fact, whichever is the vaguer."""
    return all(compare(x, y).relation is Relation.DIFFERENT for x, y in ((one, other), (other, one)))
