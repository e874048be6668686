"""What an expression means by a clock: the day of publication, the days named last, the tense, the story so far."""

from __future__ import annotations

import datetime

from tests.rows import each

from factcheck.dates.calendar import Days
from factcheck.dates.nearest import day_near, year_near
from factcheck.dates.settle import Clock, settle
from factcheck.dates.story import Story, weekday_told, year_told
from factcheck.values.date_expression import DateExpression, Shift


def span(first: str, last: str = "") -> Days:
    return datetime.date.fromisoformat(first).toordinal(), datetime.date.fromisoformat(last or first).toordinal()


WEDNESDAY = span("2022-06-15")[0]
# What is said of a weekday (1 is Monday), the tense, and the day that is meant on Wednesday, 15 June 2022.
WEEKDAYS = [
    ("", 1, 0, "06-13"), ("", 3, 0, "06-15"), ("", 4, 0, "06-09"), ("", 4, 1, "06-16"), ("", 3, 1, "06-15"),
    ("", 2, 1, "06-21"), ("", 2, -1, "06-14"),
    ("last", 1, 0, "06-13"), ("last", 3, 0, "06-08"), ("last", 4, 0, "06-09"), ("previous", 3, 0, "06-08"),
    ("previous", 2, 0, "06-14"),
    ("this", 1, 0, "06-13"), ("this", 7, 0, "06-19"),
    ("that", 3, 0, "06-15"), ("that", 7, 0, "06-12"), ("that", 6, 0, "06-18"),
    ("next", 1, 0, "06-20"), ("next", 7, 0, "06-26"),
    ("following", 3, 0, "06-22"), ("following", 4, 0, "06-16"), ("coming", 3, 0, "06-22"), ("coming", 2, 0, "06-21"),
]  # fmt: skip
# A day of the month, with its weekday or without, the tense, and the nearest such day; none in half a year.
DAYS = [
    (18, 0, 0, "2022-06-18"), (5, 0, 0, "2022-06-05"), (30, 0, 0, "2022-06-30"), (15, 0, 1, "2022-06-15"),
    (14, 0, 1, "2022-07-14"),
    (18, 0, -1, "2022-05-18"), (13, 5, 0, "2022-05-13"), (13, 5, 1, ""), (31, 0, 1, "2022-07-31"),
]  # fmt: skip
# A month, its day, what is said of it, the tense, and the year that is meant on 15 June 2022.
YEARS = [
    (3, 0, "", 0, 2022), (11, 0, "", 0, 2021), (10, 0, "", 0, 2022), (10, 0, "", -1, 2021), (10, 0, "", -2, 2021),
    (11, 0, "", 1, 2022), (3, 0, "", 1, 2023), (6, 0, "", 1, 2022), (6, 0, "", -2, 2022), (5, 0, "", 1, 2022),
    (6, 0, "last", 0, 2021), (5, 0, "last", 0, 2022), (6, 0, "next", 0, 2023), (7, 0, "next", 0, 2022),
    (6, 15, "last", 0, 2021), (6, 14, "last", 0, 2022), (6, 15, "next", 0, 2023), (6, 16, "coming", 0, 2022),
    (6, 15, "following", 0, 2023), (6, 14, "previous", 0, 2022), (11, 0, "this", 0, 2022), (2, 29, "", 0, 2020),
    (2, 29, "last", 0, 2020), (2, 29, "next", 0, 2024), (12, 15, "", -1, 2021), (8, 1, "", -1, 2022),
]  # fmt: skip


@each(("turn", "weekday", "tense", "meant"), WEEKDAYS)
def test_a_weekday(turn: str, weekday: int, tense: int, meant: str) -> None:
    near = day_near(DateExpression(weekday=weekday, turn=turn), WEDNESDAY, tense)
    assert near == span(f"2022-{meant}")[0]


@each(("day", "weekday", "tense", "meant"), DAYS)
def test_a_day_of_the_month(day: int, weekday: int, tense: int, meant: str) -> None:
    near = day_near(DateExpression(day=day, weekday=weekday), WEDNESDAY, tense)
    assert near == (span(meant)[0] if meant else None)


@each(("month", "day", "turn", "tense", "year"), YEARS)
def test_a_year(month: int, day: int, turn: str, tense: int, year: int) -> None:
    assert year_near(DateExpression(month=month, day=day, turn=turn), WEDNESDAY, tense) == year


TODAY = span("2022-06-15")
WEEK = span("2022-06-13", "2022-06-19")


def shift(unit: str, count: int, base: str = "text") -> DateExpression:
    return DateExpression(shift=Shift(unit, count, base))


# An expression, what is known, what it means.
COMING = Story(span("2024-02-01"))
SETTLED = [
    # counted from the date named last, if that is no longer than the unit
    ("the next day, after a day", shift("day", 1), Clock(TODAY, span("2010-05-05")), "2010-05-06"),
    ("the next day, after two", shift("day", 1), Clock(TODAY, span("2010-05-05", "2010-05-06")), "2010-05-07"),
    ("the next day, after three", shift("day", 1), Clock(TODAY, span("2010-05-05", "2010-05-07")), "?"),
    ("the next week, after eight days", shift("week", 1), Clock(TODAY, span("2010-05-03", "2010-05-10")),
     "2010-05-17/2010-05-23"),
    ("the next week, after nine days", shift("week", 1), Clock(TODAY, span("2010-05-03", "2010-05-11")), "?"),
    ("the next month, after 32 days", shift("month", 1), Clock(TODAY, span("2010-05-01", "2010-06-01")), "2010-07"),
    ("the next month, after 33 days", shift("month", 1), Clock(TODAY, span("2010-05-01", "2010-06-02")), "?"),
    ("the next year, after 367 days", shift("year", 1), Clock(TODAY, span("2010-01-01", "2011-01-02")), "2012"),
    ("the next year, after 368 days", shift("year", 1), Clock(TODAY, span("2010-01-01", "2011-01-03")), "?"),
    ("the week before, after two weeks", shift("week", -1), Clock(TODAY, span("2010-05-07", "2010-05-10")),
     "2010-04-26/2010-05-02"),
    ("the same week, after two weeks", shift("week", 0), Clock(TODAY, span("2010-05-07", "2010-05-10")),
     "2010-05-03/2010-05-09"),
    ("nothing was named", shift("day", 1), Clock(TODAY), "2022-06-16"),
    ("nothing is known", shift("day", 1), Clock(), "?"),
    # a year earlier, of a month or quarter
    ("a year before February", shift("year", -1, "period"), Clock(TODAY, span("2010-02-01", "2010-02-28")), "2009-02"),
    ("a year before a leap February", shift("year", -1, "period"), Clock(TODAY, span("2012-02-01", "2012-02-29")),
     "2011-02"),
    ("a year before April", shift("year", -1, "period"), Clock(TODAY, span("2010-04-01", "2010-04-30")), "2009-04"),
    ("a year before May", shift("year", -1, "period"), Clock(TODAY, span("2010-05-01", "2010-05-31")), "2009-05"),
    ("a year before the first quarter", shift("year", -1, "period"), Clock(TODAY, span("2010-01-01", "2010-03-31")),
     "2009-33"),
    ("a year before the second quarter", shift("year", -1, "period"), Clock(TODAY, span("2010-04-01", "2010-06-30")),
     "2009-34"),
    ("a year before the third quarter", shift("year", -1, "period"), Clock(TODAY, span("2010-07-01", "2010-09-30")),
     "2009-35"),
    ("a year before a year", shift("year", -1, "period"), Clock(TODAY, span("2010-01-01", "2010-12-31")), "2009"),
    # from a document of a known week or more
    ("this week, in a week", shift("week", 0, "document"), Clock(WEEK), "2022-06-13/2022-06-19"),
    ("this week, in two", shift("week", 0, "document"), Clock(span("2022-06-13", "2022-06-20")), "2022-06"),
    ("this week, in two of two months", shift("week", 0, "document"), Clock(span("2022-06-20", "2022-06-28")), "?"),
    ("this month, in two", shift("month", 0, "document"), Clock(span("2022-05-20", "2022-06-28")), "2022"),
    ("this month, in two of two years", shift("month", 0, "document"), Clock(span("2021-12-20", "2022-01-28")), "?"),
    ("this weekend, told", shift("weekend", 0, "document"), Clock(TODAY), "2022-06-11/2022-06-12"),
    ("this weekend, to come", shift("weekend", 0, "document"), Clock(TODAY, tense=1), "2022-06-18/2022-06-19"),
    ("this weekend, on Friday", shift("weekend", 0, "document"), Clock(span("2022-06-17")), "2022-06-18/2022-06-19"),
    ("next weekend", shift("weekend", 1, "document"), Clock(TODAY), "2022-06-25/2022-06-26"),
    # a day of the month named last
    ("the 18th of a month", DateExpression(day=18), Clock(TODAY, span("2010-05-01", "2010-05-31")), "2010-05-18"),
    ("the 18th of more", DateExpression(day=18), Clock(TODAY, span("2010-05-01", "2010-06-01")), "2022-06-18"),
    ("the 18th of what", DateExpression(day=18), Clock(span("2022-01-01", "2022-12-31")), "XXXX-XX-18"),
    ("a Friday of seven days", DateExpression(weekday=5), Clock(span("2022-06-13", "2022-06-19")), "?"),
    ("a Friday of eight days", DateExpression(weekday=5), Clock(span("2022-06-13", "2022-06-20")), "?"),
    ("that Friday", DateExpression(weekday=5, turn="that"), Clock(TODAY, span("2010-05-05")), "2010-05-07"),
    # a month without its year
    ("July of one year", DateExpression(month=7), Clock(span("2022-01-01", "2022-12-31")), "2022-07"),
    ("July of two", DateExpression(month=7), Clock(span("2021-11-01", "2022-12-31")), "XXXX-07"),
    ("July of a heading", DateExpression(month=7), Clock(TODAY, headed=2015), "2015-07"),
    ("last July under a heading", DateExpression(month=7, turn="last"), Clock(TODAY, headed=2015), "2021-07"),
    ("a day that is given", DateExpression(month=7, day=4), Clock(TODAY, given={(7, 4): 2011}), "2011-07-04"),
    ("a day of two years", DateExpression(month=7, day=4), Clock(TODAY, given={(7, 4): 0}), "2022-07-04"),
    ("May of a story to come", DateExpression(month=5), Clock(TODAY, story=COMING), "2024-05"),
    ("past May, of a story to come", DateExpression(month=5), Clock(TODAY, tense=-1, story=COMING), "2022-05"),
    ("past May, when is unknown", DateExpression(month=5), Clock(span("2022-01-01", "2022-12-31"), tense=-1,
     story=COMING), "2024-05"),
    ("an early part", DateExpression(year="2010", part="early"), Clock(), "2010-01/2010-04"),
    ("an early part of a month", DateExpression(year="2010", month=3, part="early"), Clock(), "2010-03"),
    ("days of a month", DateExpression(year="2010", month=3, day=4, day_to=9), Clock(), "2010-03-04/2010-03-09"),
    ("about a year", DateExpression(year="2010", bound="~"), Clock(), "~2010"),
    ("about what", DateExpression(weekday=5, bound="~"), Clock(), "?"),
]  # fmt: skip


@each(("expression", "clock", "meant"), [r[1:] for r in SETTLED])
def test_settled(expression: DateExpression, clock: Clock, meant: str) -> None:
    assert settle(expression, clock) == meant


MAY = Story(span("2010-05-05"))
# A month told after 5 May 2010, so many sentences on, what is known of publication; the year of the month, if any.
TOLD = [
    (6, 0, None, False, 2010), (11, 0, None, False, 2010), (12, 0, None, False, None), (4, 0, None, False, 2010),
    (3, 0, None, False, None), (1, 0, None, False, None), (5, 0, None, False, 2010), (6, 6, None, False, 2010),
    (6, 7, None, False, None), (6, 0, TODAY, True, 2010), (4, 0, TODAY, True, None), (5, 0, TODAY, True, 2010),
    (6, 1, TODAY, True, None), (6, 9, span("2010-05-04"), True, 2010), (6, 9, span("2010-05-05"), True, None),
    (3, 9, span("2010-01-01"), False, 2010), (12, 9, span("2010-01-01"), False, 2009),
]  # fmt: skip


@each(("month", "age", "base", "reported", "year"), TOLD)
def test_a_story_goes_on(month: int, age: int, base: Days | None, reported: bool, year: int | None) -> None:
    assert year_told(DateExpression(month=month), Story(MAY.told, age), base, reported) == year


def test_a_story_of_a_late_month_goes_on_into_the_next_year() -> None:
    december = Story(span("2010-12-05"))
    told = [year_told(DateExpression(month=month), december, None, False) for month in (12, 1, 6, 7, 11)]
    assert told == [2010, 2011, 2011, None, 2010]


@each(
    ("told", "age", "day"),
    [
        (span("2010-05-05"), 0, "2010-05-07"),
        (span("2010-05-07"), 6, "2010-05-07"),
        (span("2010-05-08"), 0, "2010-05-14"),
        (span("2010-05-05"), 7, "?"),
        (span("2010-05-05", "2010-05-06"), 0, "?"),
        (None, 0, "?"),
    ],
)
def test_a_friday_is_counted_from_the_day_told_last(told: Days | None, age: int, day: str) -> None:
    assert weekday_told(5, Story(told, age)) == day
