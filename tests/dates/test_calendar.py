"""Days, weeks, months and longer periods by number, held against the calendar of Python."""

from __future__ import annotations

import datetime

from tests.rows import each

from factcheck.dates import recognise
from factcheck.dates.calendar import days_of, easter, index, iso_day, iso_year, nth_weekday, period, weekday
from factcheck.dates.resolve import resolve
from factcheck.text.tokens import tokenise

DAYS = [datetime.date(2019, 12, 31) + datetime.timedelta(days) for days in range(0, 800, 7)]
DAYS += [datetime.date(1, 1, 1), datetime.date(1899, 12, 31), datetime.date(1900, 1, 1), datetime.date(2000, 2, 29)]
# A unit, the period of 14 May 2022 (a Saturday), its neighbours.
PERIODS = [
    ("day", "2022-05-14", "2022-05-13", "2022-05-15"),
    ("week", "2022-05-09/2022-05-15", "2022-05-02/2022-05-08", "2022-05-16/2022-05-22"),
    ("weekend", "2022-05-14/2022-05-15", "2022-05-07/2022-05-08", "2022-05-21/2022-05-22"),
    ("month", "2022-05", "2022-04", "2022-06"),
    ("quarter", "2022-34", "2022-33", "2022-35"),
    ("year", "2022", "2021", "2023"),
    ("decade", "202X", "201X", "203X"),
    ("century", "20XX", "19XX", "21XX"),
]
# In a text of 14 June 2022.
TOLD = [
    ("It fell a couple of weeks ago.", "2022-05-30/2022-06-05"),
    ("It fell twenty-one days ago.", "2022-05-24"),
    ("It fell 21 days ago.", "2022-05-24"),
    ("It fell 9999 days ago.", "1995-01-28"),
    ("It fell two decades ago.", "200X"),
    ("It fell a century ago.", "19XX"),
    ("It fell last decade.", "201X"),
    ("It fell last quarter.", "2022-33"),
    ("It falls the week after next.", "2022-06-27/2022-07-03"),
    ("It falls the weekend after next.", "2022-07-02/2022-07-03"),
    ("It fell the year before last.", "2020"),
    ("It fell the day before yesterday.", "2022-06-12"),
    ("It falls the day after tomorrow.", "2022-06-16"),
]


@each("day", DAYS)
def test_a_day_is_what_python_says(day: datetime.date) -> None:
    number = day.toordinal()
    assert (iso_day(number), weekday(number)) == (day.isoformat(), day.isoweekday())
    monday = day - datetime.timedelta(day.weekday())
    assert period("week", index("week", number)).startswith(monday.isoformat())
    assert period("month", index("month", number)) == day.isoformat()[:7]
    assert days_of(day.isoformat()) == (number, number)


@each(("unit", "own", "before", "after"), PERIODS)
def test_a_period_has_neighbours(unit: str, own: str, before: str, after: str) -> None:
    number = index(unit, datetime.date(2022, 5, 14).toordinal())
    assert [period(unit, number + step) for step in (-1, 0, 1)] == [before, own, after]


@each(
    ("unit", "first", "last"),
    [
        ("week", "2022-05-09", "2022-05-15"),
        ("month", "2020-02-01", "2020-02-29"),
        ("quarter", "2022-10-01", "2022-12-31"),
        ("year", "2021-01-01", "2021-12-31"),
        ("decade", "2010-01-01", "2019-12-31"),
        ("century", "1900-01-01", "1999-12-31"),
    ],
)
def test_a_period_begins_and_ends(unit: str, first: str, last: str) -> None:
    begin, end = (datetime.date.fromisoformat(day).toordinal() for day in (first, last))
    assert index(unit, begin) == index(unit, end) == index(unit, begin - 1) + 1 == index(unit, end + 1) - 1
    assert days_of(period(unit, index(unit, begin))) == (begin, end)


@each(("year", "text"), [(2022, "2022"), (79, "0079"), (0, "0000"), (-43, "-0043")])
def test_years_before_christ_count_from_nought(year: int, text: str) -> None:
    assert iso_year(year) == text


@each(("which", "day"), [(1, "2022-05-02"), (2, "2022-05-09"), (5, "2022-05-30"), (-1, "2022-05-30")])
def test_a_monday_of_a_month(which: int, day: str) -> None:
    assert iso_day(nth_weekday(2022, 5, 1, which)) == day


@each(("day_of_week", "day"), [(7, "2022-05-01"), (2, "2022-05-31"), (3, "2022-05-25")])
def test_the_first_or_last_of_its_kind(day_of_week: int, day: str) -> None:
    assert day in (iso_day(nth_weekday(2022, 5, day_of_week, 1)), iso_day(nth_weekday(2022, 5, day_of_week, -1)))


@each(("text", "value"), TOLD)
def test_counted_from_the_day_of_the_text(text: str, value: str) -> None:
    tokens = tokenise(text)
    (found,) = resolve([(tokens, recognise(tokens))], "2022-06-14")
    assert [mention.value.text for mention in found] == [value]


def by_gauss(year: int) -> datetime.date:
    """Easter Sunday by the rule of Gauss, which has other steps."""
    centuries = year // 100
    moon = (15 - (13 + 8 * centuries) // 25 + centuries - centuries // 4) % 30
    full = (19 * (year % 19) + moon) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * full + 4 + centuries - centuries // 4) % 7
    late = sunday == 6 and (full == 29 or (full == 28 and (11 * moon + 11) % 30 < 19))
    return datetime.date(year, 3, 22) + datetime.timedelta(full + sunday - 7 * late)


def test_easter_is_that_of_another_rule() -> None:
    years = range(1583, 2600)
    assert [iso_day(easter(year)) for year in years] == [by_gauss(year).isoformat() for year in years]
