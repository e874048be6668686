"""How two moments stand to each other: whether they meet, clash, or leave it open.

A time that clashes is a veto only if it is right, so that only what both texts write can clash.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.lean.record import NamedTuple
from factcheck.match.stretch import DAY, MONTH, NEWS, YEAR, Moment, Rank
from factcheck.values.date import civil


class Match(NamedTuple):
    """How two moments stand to each other; at most one is above nought.

    same: they meet, the closer the finer both are, and both are written; told: so they do, but one was inherited
    clash: both are sure and do not meet; doubt: they do not meet, and one of them was inherited
    """

    same: float = 0.0
    told: float = 0.0
    clash: float = 0.0
    doubt: float = 0.0

    @property
    def meets(self) -> float:
        """How closely they meet, however either was read."""
        return self.same + self.told


SILENT = Match()


@lru_cache(maxsize=4096)
def match(draft: Moment | None, source: Moment | None) -> Match:
    """How a draft's figure and a source's stand to each other in time."""
    if draft is None or source is None:
        return SILENT
    sure = draft.certain and source.certain
    draft, source = _ended(draft, source), _ended(source, draft)
    close = _closeness(draft, source) if _meets(draft, source) else 0.0
    if not close and _by_year_alone(draft, source):
        close = 0.5 * _closeness(draft, source)
    if close:
        return Match(same=close) if sure else Match(told=close)
    if _may_be_reported(draft, source) or _may_be_reported(source, draft):
        return SILENT
    return Match(clash=1.0) if sure else Match(doubt=1.0 if Rank.EARLIER not in (draft.rank, source.rank) else 0.5)


def _ended(one: Moment, other: Moment) -> Moment:
    """A length of time, against a day or month, as the day it ends on: what was counted till then is of that day."""
    return one._replace(low=one.high) if one.over and (other.over or other.width <= MONTH) else one


def precision(one: Moment) -> float:
    """How close a match with a moment as fine as this can be."""
    return _closeness(one, one)


def _closeness(draft: Moment, source: Moment) -> float:
    width = max(draft.width, source.width)
    return 1.0 if width <= DAY else 0.6 if width <= MONTH else 0.3 if width <= YEAR else 0.1


def _meets(one: Moment, other: Moment) -> bool:
    if one.low is not None and one.high is not None and other.low is not None and other.high is not None:
        return one.low <= other.high and other.low <= one.high
    if one.low is None and other.low is None:
        return one.month == other.month and (one.day == other.day or None in (one.day, other.day))
    unknown, known = (one, other) if one.low is None else (other, one)
    assert known.low is not None
    assert known.high is not None
    if known.width >= YEAR - 1:  # seasons, too, which have no months to compare
        return True
    (_, *start), (_, *end) = civil(known.low), civil(known.high)
    here = [part for part in (unknown.month, unknown.day) if part]
    first, last = start[: len(here)], end[: len(here)]
    return first <= here <= last if start <= end else here >= first or here <= last


def _may_be_reported(event: Moment, report: Moment) -> bool:
    """Whether an event may be what a report of a day or two later, which says no other date, speaks of."""
    if report.rank is not Rank.DOCUMENT or report.low is None or report.high is None or event.high is None:
        return False
    return report.low - NEWS <= event.high <= report.high


def _by_year_alone(one: Moment, other: Moment) -> bool:
    """Whether two dates would meet if the year that one of them does not write were another."""
    if not (one.inferred or other.inferred) or None in (one.month, other.month):
        return False
    return one.month == other.month and (one.day == other.day or None in (one.day, other.day))
