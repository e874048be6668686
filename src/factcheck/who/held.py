"""When something holds that is said of somebody: as its sentence dates it, or else the document."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from factcheck.lean.record import NamedTuple
from factcheck.model import Claim, Origin
from factcheck.values import date

# An office is taken to be held for a year around the day of its text; from a text without a date, for a term.
A_MONTH, A_YEAR, A_TERM = 31, 366, 4 * 366


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


def distant(a: Period | None, b: Period | None, latest: Decimal | None) -> bool:
    """Whether what two texts say is so far apart in time that offices change hands between them: they are dated by
    their documents, more than a year apart, or one is by years older than all that is known of while the other, a
    draft, bears no date."""
    days = [day for one in (a, b) if (day := _day(one)) is not None]
    if len(days) == 2:
        return abs(days[0] - days[1]) > A_YEAR
    return len(days) == 1 and None in (a, b) and latest is not None and latest - days[0] > A_TERM


def near(a: Period | None, b: Period | None) -> bool:
    """Whether two documents are of about one day."""
    days = [day for one in (a, b) if (day := _day(one)) is not None]
    return len(days) == 2 and abs(days[0] - days[1]) <= A_MONTH


def _day(one: Period | None) -> Decimal | None:
    """When a document is of; None where it is not known, or known to be no older than some day alone."""
    return None if one is None or one.told or one.first is None else one.last


def _before(a: Period, b: Period) -> bool:
    return a.last is not None and b.first is not None and a.last < b.first
