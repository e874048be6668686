"""What an expression names in a year or period that is known: its month, its holiday, its first week, its late part."""

from __future__ import annotations

from factcheck.dates.calendar import days_of, easter, index, iso_day, iso_year, nth_weekday, period
from factcheck.dates.pieces import HOLIDAYS
from factcheck.values.date import civil, day_number
from factcheck.values.date_expression import DateExpression

# The months of a year that "early", "mid" and "late" name.
MONTHS_OF = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


def in_year(e: DateExpression, year: str) -> str:
    """The expression in an EDTF year, which may be unspecified."""
    if e.holiday:
        return holiday(e.holiday, year)
    if e.month:
        return f"{year}-{e.month:02}" + (f"-{e.day:02}" if e.day else "")
    return f"{year}-{e.season}" if e.season else year


def in_period(e: DateExpression, text: str) -> str:
    """The expression in a period: "Tuesday of last week", "the 15th of next month", "February last year"."""
    span = days_of(text)
    if not span or not (e.month or e.season or e.weekday or e.day or e.holiday):
        return text
    if e.weekday and span[1] - span[0] == 6:
        return iso_day(span[0] + e.weekday - 1)
    if e.day and not e.month:
        year, month, _ = civil(span[0])
        return f"{iso_year(year)}-{month:02}-{e.day:02}" if len(text) == len("2022-06") else "?"
    return in_year(e, text) if len(text) == len("2022") else "?"


def part_of(text: str, part: str) -> str:
    """The early, middle or late third of a year; the parts of other periods are too vague to have bounds."""
    if len(text) == 4 and text.isdecimal() and part in MONTHS_OF:
        first, last = MONTHS_OF[part]
        return f"{text}-{first:02}/{text}-{last:02}"
    return text


def holiday(name: str, year: str) -> str:
    """The day of a holiday in a year; where the year is unspecified, only a fixed day is known."""
    rule = HOLIDAYS[name]
    if len(rule) == len("2001-09-11"):
        return rule
    if len(rule) == len("12-25") and rule[2] == "-":
        return f"{year}-{rule}"
    if not year.isdecimal():
        return "?"
    if rule.startswith("easter"):
        return iso_day(easter(int(year)) + int(rule.removeprefix("easter")))
    month, day_of_week, which, *on = map(int, rule.split())
    return iso_day(nth_weekday(int(year), month, day_of_week, which) + sum(on))


def nth_of(text: str, e: DateExpression) -> str:
    """The n-th of its unit in a month or year, or the first or last few; without a number, the week of a day."""
    if not text[:4].isdecimal() or "/" in text or "X" in text:
        return "?"
    year, month, day = (int(part) for part in (text + "-01-01")[:10].split("-"))
    if e.unit == "week" and not e.nth:
        return period("week", index("week", day_number(year, month, day)))
    if e.many:
        return _several(text, e)
    if len(text) == len("2022-06") and e.unit in ("weekday", "weekend"):
        found = nth_weekday(year, month, e.weekday or 6, e.nth)
        if civil(found)[1] != month:  # "the fifth Monday" of a month with four
            return "?"
        return iso_day(found) if e.weekday else period("weekend", index("weekend", found))
    first, last = days_of(text) or (0, 0)
    begin = last - 6 if e.nth < 0 else first + 7 * (e.nth - 1)
    return f"{iso_day(begin)}/{iso_day(min(begin + 6, last))}" if e.unit == "week" and begin <= last else "?"


def _several(text: str, e: DateExpression) -> str:
    """The first or last few days, weeks, months or quarters of a month or year."""
    first, last = days_of(text) or (0, 0)
    if e.unit in ("day", "week"):
        length = e.many * (7 if e.unit == "week" else 1)
        low, high = (first, first + length - 1) if e.nth > 0 else (last - length + 1, last)
        return f"{iso_day(low)}/{iso_day(high)}" if first <= low and high <= last else "?"
    edge = index(e.unit, first if e.nth > 0 else last)
    low, high = (edge, edge + e.many - 1) if e.nth > 0 else (edge - e.many + 1, edge)
    within = index(e.unit, first) <= low and high <= index(e.unit, last)
    return f"{period(e.unit, low)}/{period(e.unit, high)}" if within else "?"
