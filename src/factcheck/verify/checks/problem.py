"""What a check says of one figure of a draft."""

from __future__ import annotations

from factcheck.lean.record import NamedTuple
from factcheck.model import Claim, Kind
from factcheck.values import Sort


class Problem(NamedTuple):
    """A figure that cannot be right, the rule it breaks, and why, in one sentence."""

    claim: Claim
    rule: str
    message: str
    suggestion: str = ""


def is_exact_count(claim: Claim) -> bool:
    """Whether a figure counts things, exactly and not as a range."""
    return claim.kind is Kind.COUNT and claim.value.sort is Sort.NUMBER and is_exact(claim)


def is_exact(claim: Claim) -> bool:
    """Whether a figure is one known number without "about" or "more than"."""
    value = claim.value
    return not value.bound and value.low is not None and value.low == value.high
