"""Which of the years, weekdays or days of a month is meant: the nearest on the side that tense and turn tell."""

from __future__ import annotations

from functools import lru_cache

from factcheck.dates.calendar import Days, days_of, iso_year, weekday
from factcheck.dates.within import in_year
from factcheck.values.date import civil
from factcheck.values.date_expression import DateExpression

HALF_YEAR = 183


def day_near(e: DateExpression, day: int, tense: int) -> int | None:
    """The weekday or day of the month nearest to a day: "on Friday", "on the 18th", "on Friday the 13th"."""
    if not e.day:
        return _weekday_near(e, day, tense)
    near = [
        other
        for other in range(day - HALF_YEAR, day + HALF_YEAR)
        if civil(other)[2] == e.day and e.weekday in (0, weekday(other)) and (other - day) * tense >= 0
    ]
    return min(near, key=lambda other: abs(other - day), default=None)


def _weekday_near(e: DateExpression, day: int, tense: int) -> int:
    """A bare weekday: the last one in a report, the next one where the tense is future."""
    back = (weekday(day) - e.weekday) % 7
    monday = (day - 1) // 7 * 7
    turns = {
        "last": day - (back or 7),
        "previous": day - (back or 7),
        "this": monday + e.weekday,
        "that": day + 7 - back if back > 3 else day - back,
        "next": monday + 7 + e.weekday,
        "following": day + 7 - back,
        "coming": day + 7 - back,
    }
    return turns.get(e.turn) or (day + (-back) % 7 if tense > 0 else day - back)


@lru_cache(maxsize=4096)
def year_near(e: DateExpression, day: int, tense: int) -> int | None:
    """The year in which the expression lies on the right side of a day, closest to it."""
    year = civil(day)[0]
    reach = 8 if (e.month, e.day) == (2, 29) else 1
    spans = {y: days_of(in_year(e, iso_year(y))) for y in range(year - reach, year + reach + 1)}
    known = {y: span for y, span in spans.items() if span}
    if e.turn in ("last", "previous"):
        return max((y for y, span in known.items() if span[1] < day), default=None)
    if e.turn in ("next", "coming", "following"):
        return min((y for y, span in known.items() if span[0] > day), default=None)
    return year if e.turn else min(known, key=lambda y: _cost(known[y], day, tense), default=None)


def weekday_fits(e: DateExpression, year: int) -> bool:
    """Whether a day falls in a year on the weekday that is stated."""
    span = days_of(in_year(e, iso_year(year)))
    return span is not None and weekday(span[0]) == e.weekday


def _cost(span: Days, day: int, tense: int) -> int:
    """How far a period is from a day, more where it lies on the side that the tense speaks against.

    A date of eleven months ago is hardly written without its year, a date of next month often is: five to one where a
    verb tells, three to two for the past where none does.
    """
    if span[0] <= day <= span[1]:
        return 0
    past, away = span[1] < day, 2 * min(abs(span[0] - day), abs(span[1] - day))
    if past:
        return away * 5 if tense > 0 else away
    return away * {-2: 100, -1: 5}.get(tense, 1) if tense else away * 3 // 2
