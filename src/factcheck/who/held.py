"""When something holds that is said of somebody: as its sentence dates it, or else the document."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.model import Claim, Origin
from factcheck.values import date


class Period(NamedTuple):
    """The first and last day, None for open ends; `told`: the sentence itself dates it, and not the document alone."""

    first: Decimal | None
    last: Decimal | None
    told: bool

    @property
    def closed(self) -> bool:
        """Whether both ends are told."""
        return self.told and self.first is not None and self.last is not None


@lru_cache(maxsize=1 << 12)
def period(edtf: str, bound: str = "", *, told: bool = True) -> Period | None:
    """The period of a date in EDTF; `bound`: whether it is "since" or "until" then. None for what is no date."""
    try:
        value = date(edtf)
    except ValueError:
        return None
    if value.low is None and value.high is None:
        return None
    return Period(None if bound == "until" else value.low, None if bound == "since" else value.high, told)


def period_of(claim: Claim) -> Period | None:
    """When a role holds, as far as its text lets us know."""
    time = claim.frame.time
    return period(time.value, claim.frame.time_role, told=time.origin is Origin.CLAUSE) if time else None


def apart(a: Period | None, b: Period | None) -> bool:
    """Whether two periods are known and have no day in common."""
    return a is not None and b is not None and (_before(a, b) or _before(b, a))


def _before(a: Period, b: Period) -> bool:
    return a.last is not None and b.first is not None and a.last < b.first
