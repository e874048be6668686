"""Dates: as intervals of days where the year is known, by the components that both name where it is not."""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.interval import INFINITY, Interval
from factcheck.compare.relation import Comparison, Relation
from factcheck.values import Sort, Value, date

# "About 1530" may be 1534: how many years a round one reaches, before the first day of 1900.
ROUND_YEAR, MODERN = 5, 693596


def dates(draft: Value, source: Value) -> Comparison:
    """The relation of two dates."""
    if (draft.low is None and draft.high is None) or (source.low is None and source.high is None):
        return _shared_components(draft, source)
    said, told = _days(draft), _days(source)
    if told == said:
        return Comparison(Relation.EQUAL, "the same date")
    if _longer(draft.plain, source.plain):
        return Comparison(Relation.DIFFERENT, "another date")
    if told.within(said):
        implied = Comparison(Relation.IMPLIED, "true of the source's date")
        return implied if draft.bound else Comparison(Relation.VAGUER, "less precise than the source")
    if _is_end(draft, source):
        return Comparison(Relation.ROUNDED, "the source's period begins or ends then")
    if said.meets(told) and not _other_ends(draft, source):
        return Comparison(Relation.FINER, "the source is less precise")
    return Comparison(Relation.DIFFERENT, "another date")


def _longer(draft: str, source: str) -> bool:
    """Whether two periods of years have one end in common and not the other: "2011 to 2019" and "2011 to 2018"."""
    mine, other = draft.split("/"), source.split("/")
    years = len(mine) == len(other) == 2 and all(end.isdigit() for end in (*mine, *other))
    return years and (mine[0] == other[0]) != (mine[1] == other[1])


def _is_end(draft: Value, source: Value) -> bool:
    """Whether a date is the first or last of a source's period: a birth in "(12 May 1961 - 2 August 2019)"."""
    if draft.bound or "/" in draft.plain or "/" not in source.plain or ".." in source.plain:
        return False
    return any(_days(date(end)).within(_days(draft)) for end in source.plain.split("/"))


def _other_ends(draft: Value, source: Value) -> bool:
    """Whether two periods begin or end at dates that cannot be the same: "1975 to 1979", "196X to 1979"."""
    if not ("/" in draft.plain and "/" in source.plain) or ".." in draft.plain + source.plain:
        return False
    ends = zip(draft.plain.split("/"), source.plain.split("/"), strict=True)
    return any(not _days(date(mine)).meets(_days(date(other))) for mine, other in ends)


def _days(value: Value) -> Interval:
    """The days a date may mean; "after 2005" begins when 2005 is over."""
    low = -INFINITY if value.low is None else value.low
    high = INFINITY if value.high is None else value.high
    if value.bound == "~":
        old = value.low is not None and value.low < MODERN and value.plain.endswith(("0", "5"))
        slack = value.step * (ROUND_YEAR if old else 1)
        return Interval(low - slack, high + slack)
    if value.bound == ">":
        return Interval(low + value.step - 1, INFINITY, low_open=True)
    if value.bound == "<":
        return Interval(-INFINITY, high - value.step + 1, high_open=True)
    return Interval(low, high)


def _shared_components(draft: Value, source: Value) -> Comparison:
    """Dates of which one has no year: compared by the month and day that both name."""
    mine, other = date_parts(draft), date_parts(source)
    shared = [place for place in range(3) if mine[place] is not None and other[place] is not None]
    if not shared:
        return Comparison(Relation.INCOMPARABLE, "nothing that both dates name")
    if draft.bound in ("<", ">") and 1 in shared:
        return _order_in_year(draft.bound, mine[1:], other[1:])
    if any(mine[place] != other[place] for place in shared):
        return Comparison(Relation.DIFFERENT, "another date")
    more = any(mine[place] is not None and other[place] is None for place in (1, 2))
    if more:
        return Comparison(Relation.FINER, "the source is less precise")
    if mine == other:
        return Comparison(Relation.EQUAL, "the same date")
    if mine[0] is not None and other[0] is None:
        return Comparison(Relation.IMPLIED, "the same day; the source names no year")
    return Comparison(Relation.VAGUER, "less precise than the source")


def _order_in_year(bound: str, mine: tuple[int | None, ...], other: tuple[int | None, ...]) -> Comparison:
    """Whether a day without a year lies before or after another, taken to be of the same year."""
    pairs = [(said, told) for said, told in zip(mine, other, strict=True) if said is not None and told is not None]
    said, told = zip(*pairs, strict=True)
    true = told < said if bound == "<" else told > said
    return (
        Comparison(Relation.IMPLIED, "true of the source's date")
        if true
        else Comparison(Relation.DIFFERENT, "another date")
    )


def date_parts(value: Value) -> tuple[int | None, int | None, int | None]:
    """Year, month and day as far as a single date names them."""
    return _parts(value.plain) if value.sort is Sort.DATE else (None, None, None)


@lru_cache(maxsize=1 << 12)
def _parts(plain: str) -> tuple[int | None, int | None, int | None]:
    if "/" in plain or plain == "?":
        return None, None, None
    sign = -1 if plain.startswith("-") else 1
    parts = [*plain.lstrip("-").split("-"), "", ""][:3]
    year, month, day = (int(part) if part.isdigit() else None for part in parts)
    return (sign * year if year is not None else None), month, day
