"""Checks dates against the calendar: days that no month has, and weekdays that the date did not fall on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.dates.calendar import months_in, weekday, weekdays_in
from factcheck.lean import regex as re
from factcheck.lexicon import months, weekdays
from factcheck.model import Claim, Kind
from factcheck.rules import codes
from factcheck.values import UNKNOWN
from factcheck.values.date import civil, date, day_number, days_in_month
from factcheck.verify.checks.problem import Problem

YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
DAY = re.compile(r"(?<![\d/.-])([1-9]\d?)(?:st|nd|rd|th)?(?![\d/.,-]\d|\w)")
# What may follow "June 31" where it is a date, and not June and 31 of something.
BREAK = re.compile(r"\s*(?:[.,;:!?)\]–—]|\Z)")
# A single day, its year known or not.
MONTH_AND_DAY = re.compile(r"\A(?P<year>\d{4}|XXXX)-(?P<month>\d\d)-(?P<day>\d\d)\Z")
# A date without its year lies within nine months of the day it is written on; farther away its year is written too.
NINE_MONTHS, ONE_YEAR = 274, 366
# A year in which no month is cut short, for dates without a year.
LEAP_YEAR = 2000
LONGEST_MONTH = 31


def misdated(claims: Sequence[Claim], published: Mapping[str, str]) -> Iterator[Problem]:
    """Dates that no calendar has: 31 June, and "Monday, 1 January 2023", which was a Sunday."""
    for claim in claims:
        if claim.kind is Kind.DATE:
            problem = _impossible(claim) or _other_weekday(claim, published.get(claim.document, ""))
            if problem:
                yield problem


def _impossible(claim: Claim) -> Problem | None:
    """A day that its month does not have, alone or at either end of a period: "29–31 June", "28 May to 31 June"."""
    months = months_in(claim.text)
    days = list(DAY.finditer(claim.text))
    years = YEAR.findall(claim.text)
    if claim.value.text != "?" or not months or len(years) > 1 or not (years or _is_apart(claim)):
        return None
    if len(months) == 1:
        months *= len(days)
    year = int(years[0]) if years else LEAP_YEAR
    pairs = zip(months, (int(found[1]) for found in days), strict=False) if len(months) == len(days) else ()
    wrong = next((pair for pair in pairs if days_in_month(year, pair[0][1]) < pair[1] <= LONGEST_MONTH), None)
    if wrong is None:
        return None
    (name, month), day = wrong
    length = days_in_month(year, month)
    in_year = f" in {years[0]}" if years and month == 2 else ""
    return Problem(
        claim, codes.WEEKDAY_MISMATCH, f"there is no {day} {name}{in_year}: {name} has {length} days{in_year}"
    )


def _is_apart(claim: Claim) -> bool:
    return not claim.text[-1].isdigit() or BREAK.match(claim.sentence, claim.mark.end) is not None


def _other_weekday(claim: Claim, published: str) -> Problem | None:
    """A day of the month that fell on its weekday in no year that can be meant."""
    names = weekdays_in(claim.text)
    day = MONTH_AND_DAY.search(claim.value.text)
    if len(names) != 1 or day is None or claim.value.bound or not _names_a_day(claim):
        return None
    days = [day_number(year, int(day["month"]), int(day["day"])) for year in _years(claim, day, published)]
    if not days or any(weekday(number) == names[0][1] for number in days):
        return None
    return _misnamed(claim, names[0][0], days[0])


def _names_a_day(claim: Claim) -> bool:
    """Whether the day is written: "that same Monday" is found elsewhere, perhaps not as it is meant."""
    return any(character.isdigit() for character in claim.text) or bool(months_in(claim.text))


def _years(claim: Claim, day: re.Match[str], published: str) -> list[int]:
    """The years that can be meant, the likeliest first: the one in the text, or those near the document's own date."""
    stated = YEAR.findall(claim.text)
    if stated:
        return [int(year) for year in stated if year == day["year"]]
    own = date(published) if published else UNKNOWN
    if own.low is None or own.high is None or own.high - own.low > ONE_YEAR:
        return []
    first, last = int(own.low) - NINE_MONTHS, int(own.high) + NINE_MONTHS
    numbers = {
        year: day_number(year, int(day["month"]), int(day["day"]))
        for year in range(civil(first)[0], civil(last)[0] + 1)
    }
    near = [year for year, number in numbers.items() if first <= number <= last]
    return sorted(near, key=lambda year: abs(2 * numbers[year] - first - last))


def _misnamed(claim: Claim, name: str, number: int) -> Problem:
    year, month, day = civil(number)
    right = weekdays()[weekday(number) - 1]
    message = f"{day} {months()[month - 1]} {year} was a {right}, not a {name}"
    return Problem(claim, codes.WEEKDAY_MISMATCH, message, claim.text.replace(name, right, 1))
