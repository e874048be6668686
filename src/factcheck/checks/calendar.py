"""Checks dates against the calendar: days that no month has, and weekdays that the date did not fall on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.checks.problem import Problem
from factcheck.kinds.dates_calendar import weekday
from factcheck.lexicon import table
from factcheck.model import Claim, Kind
from factcheck.values.date import civil, days_in_month

WORD = re.compile(r"[^\W\d_]+")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
DAY = re.compile(r"(?<![\d/.-])([1-9]\d?)(?:st|nd|rd|th)?(?![\d/.,-]\d|\w)")
# What may follow "June 31" where it is a date, and not June and 31 of something.
BREAK = re.compile(r"\s*(?:[.,;:!?)\]–—]|\Z)")
# A year in which no month is cut short, for dates without a year.
LEAP_YEAR = 2000


@cache
def _numbers(name: str, column: str) -> dict[str, int]:
    """The full names of months or weekdays with their numbers."""
    return {row["form"].lower(): int(row[column]) for row in table(name) if row["standing"] != "short"}


def misdated(claims: Sequence[Claim]) -> Iterator[Problem]:
    """Dates that no calendar has: 31 June, and "Monday, 1 January 2023", which was a Sunday."""
    for claim in claims:
        if claim.kind is Kind.DATE:
            problem = _impossible(claim) or _other_weekday(claim)
            if problem:
                yield problem


def _impossible(claim: Claim) -> Problem | None:
    months = list(_named(claim.text, "months", "month"))
    days = list(DAY.finditer(claim.text))
    years = YEAR.findall(claim.text)
    if claim.value.text != "?" or len(months) != 1 or len(days) != 1 or len(years) > 1:
        return None
    (name, month), day = months[0], int(days[0][1])
    length = days_in_month(int(years[0]) if years else LEAP_YEAR, month)
    if not length < day <= 31 or not (years or _is_apart(claim)):
        return None
    in_year = f" in {years[0]}" if years and month == 2 else ""
    return Problem(claim, "FC104", f"there is no {day} {name}{in_year}: {name} has {length} days{in_year}")


def _is_apart(claim: Claim) -> bool:
    return not claim.text[-1].isdigit() or BREAK.match(claim.sentence, claim.mark.end) is not None


def _other_weekday(claim: Claim) -> Problem | None:
    """A day whose year the text itself states; a year that we inferred may be our own mistake."""
    names = list(_named(claim.text, "weekdays", "weekday"))
    low = claim.value.low
    if len(names) != 1 or low is None or low != claim.value.high or claim.value.bound:
        return None
    year, month, day = civil(int(low))
    actual = weekday(int(low))
    if YEAR.findall(claim.text) != [str(year)] or names[0][1] == actual:
        return None
    right = next(name for name, number in _numbers("weekdays", "weekday").items() if number == actual).capitalize()
    month_name = next(name for name, number in _numbers("months", "month").items() if number == month).capitalize()
    message = f"{day} {month_name} {year} was a {right}, not a {names[0][0]}"
    return Problem(claim, "FC104", message, claim.text.replace(names[0][0], right, 1))


def _named(text: str, name: str, column: str) -> Iterator[tuple[str, int]]:
    """Each month or weekday that a text names, as it stands there, with its number."""
    numbers = _numbers(name, column)
    return ((word[0], numbers[word[0].lower()]) for word in WORD.finditer(text) if word[0].lower() in numbers)
