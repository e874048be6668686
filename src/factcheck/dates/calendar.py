"""Calendar arithmetic: periods counted on and back, weekdays of a month, Easter."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.lean import regex as re
from factcheck.lexicon import forms, table
from factcheck.values import UNKNOWN, Value, date
from factcheck.values.date import civil, day_number, days_in_month

Days = tuple[int, int]
WORD = re.compile(r"[^\W\d_]+")

# Units counted in days, and units counted in months, by their length.
IN_DAYS = {"day": 1, "week": 7, "weekend": 7}
IN_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
# A length of time in one unit ("P9D"), and what it leads to: one in days or weeks from a day to a day, one in months or
# years to a month or a year. A date that is known no closer than so many days is none to count from.
STEPS = re.compile(r"P(\d+)([DWMY])")
UNITS = {"D": ("day", 1), "W": ("day", 7), "M": ("month", 1), "Y": ("year", 1)}
WIDEST = {"day": 1, "month": 31, "year": 366}


@lru_cache(maxsize=4096)
def value_of(text: str) -> Value:
    """The value of an EDTF text; unknown where it names no day of the calendar."""
    try:
        return date(text)
    except ValueError:
        return UNKNOWN


def days_of(text: str) -> Days | None:
    """First and last day of an EDTF text; None where either is open or unknown."""
    value = value_of(text)
    return (int(value.low), int(value.high)) if value.low is not None and value.high is not None else None


def index(unit: str, day: int) -> int:
    """The running number of the period that holds a day. Weeks begin on Monday (ISO 8601)."""
    if unit in IN_DAYS:
        # Day 1 of the proleptic calendar is a Monday.
        return (day - 1) // IN_DAYS[unit]
    year, month, _ = civil(day)
    return (year * 12 + month - 1) // IN_MONTHS[unit]


def period(unit: str, number: int) -> str:
    """The period with a running number, in EDTF."""
    if unit in IN_DAYS:
        first = number * IN_DAYS[unit] + 1
        if unit == "day":
            return iso_day(first)
        return f"{iso_day(first + 5 if unit == 'weekend' else first)}/{iso_day(first + IN_DAYS[unit] - 1)}"
    year, month = divmod(number * IN_MONTHS[unit], 12)
    figures = iso_year(year)
    texts = {"year": figures, "month": f"{figures}-{month + 1:02}", "quarter": f"{figures}-{month // 3 + 33}"}
    return texts.get(unit) or (figures[:-1] + "X" if unit == "decade" else figures[:-2] + "XX")


def stepped(told: str, length: str, side: int) -> str:
    """The period that lies a length of time after (1) or before (-1) a date, all in EDTF; "" where that is not known
    closely enough."""
    step, days = STEPS.fullmatch(length), days_of(told)
    if step is None or days is None:
        return ""
    unit, times = UNITS[step[2]]
    if days[1] - days[0] >= WIDEST[unit]:
        return ""
    return period(unit, index(unit, days[0]) + side * times * int(step[1]))


def iso_year(year: int) -> str:
    """A year of four figures, astronomical: 0 is 1 BC."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def iso_day(day: int) -> str:
    """A day number as an ISO 8601 date."""
    year, month, of_month = civil(day)
    return f"{iso_year(year)}-{month:02}-{of_month:02}"


def weekday(day: int) -> int:
    """The weekday of a day number, Monday being 1."""
    return (day - 1) % 7 + 1


def nth_weekday(year: int, month: int, day_of_week: int, which: int) -> int:
    """The day number of the first, second … or last (-1) such weekday of a month."""
    if which < 0:
        last = day_number(year, month, days_in_month(year, month))
        return last - (weekday(last) - day_of_week) % 7
    first = day_number(year, month, 1)
    return first + (day_of_week - weekday(first)) % 7 + 7 * (which - 1)


def easter(year: int) -> int:
    """The day number of Easter Sunday (Meeus/Jones/Butcher, the Gregorian computus)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    leap, of_leap = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quotient, remainder = divmod(of_century, 4)
    to_sunday = (32 + 2 * of_leap + 2 * quotient - epact - remainder) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return day_number(year, month, day + 1)


def weekdays_in(text: str) -> list[tuple[str, int]]:
    """Each day of the week that a text names, as it stands there, with its place in the week: Monday is 1."""
    return _named(text, _places("weekdays", "weekday"))


def months_in(text: str) -> list[tuple[str, int]]:
    """Each month that a text names, as it stands there, with its number."""
    return _named(text, _places("months", "month"))


def _named(text: str, known: dict[str, int]) -> list[tuple[str, int]]:
    return [(word, known[word.lower()]) for word in WORD.findall(text) if word.lower() in known]


@cache
def _places(name: str, column: str) -> dict[str, int]:
    return {form.lower(): int(row[column]) for row in table(name) for form in forms(row["form"])}
