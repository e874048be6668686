"""What an expression names in a year or period that is known: its month, its holiday, its first week, its late part."""

from __future__ import annotations

from factcheck.kinds.date_expression import DateExpression
from factcheck.kinds.dates_calendar import days_of, easter, index, iso_day, iso_year, nth_weekday, period
from factcheck.kinds.dates_words import HOLIDAYS
from factcheck.values.date import civil, day_number, days_in_month

# The months of a year that "early", "mid" and "late" name, and the years of a decade.
MONTHS_OF = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
YEARS_OF = {"early": (0, 3), "mid": (4, 6), "late": (6, 9)}


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
    """The early, middle or late part of a year or decade; any shorter period has no parts of its own."""
    if len(text) == 4 and text.isdecimal() and part in MONTHS_OF:
        first, last = MONTHS_OF[part]
        return f"{text}-{first:02}/{text}-{last:02}"
    if len(text) == 4 and text[:3].isdecimal() and text.endswith("X") and part in YEARS_OF:
        first, last = YEARS_OF[part]
        return f"{text[:3]}{first}/{text[:3]}{last}"
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


def nth_of(text: str, unit: str, which: int, day_of_week: int = 0) -> str:
    """The n-th week, weekend or weekday of a month or year; without a number, the week that holds a day."""
    if not text[:4].isdecimal() or "/" in text or "X" in text:
        return "?"
    year, month, day = (int(part) for part in (text + "-01-01")[:10].split("-"))
    if unit == "week" and not which:
        return period("week", index("week", day_number(year, month, day)))
    if unit == "weekday":
        return iso_day(nth_weekday(year, month, day_of_week, which)) if len(text) == 7 else "?"
    if unit == "weekend" and len(text) == 7:
        return period("weekend", index("weekend", nth_weekday(year, month, 6, which)))
    last = day_number(year, 12, 31) if len(text) == 4 else day_number(year, month, days_in_month(year, month))
    first = last - 6 if which < 0 else day_number(year, month, 1) + 7 * (which - 1)
    return f"{iso_day(first)}/{iso_day(min(first + 6, last))}" if unit == "week" and first <= last else text
