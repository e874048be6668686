"""Settles an expression against what is known: the day of publication, the date named last, the tense."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.dates import calendar as calendar
from factcheck.dates.calendar import Days, days_of
from factcheck.dates.nearest import day_near, weekday_fits, year_near
from factcheck.dates.story import START, Story, weekday_told, year_told
from factcheck.dates.within import in_period, in_year, nth_of, part_of
from factcheck.lean.record import dataclass, field, replace
from factcheck.values.date import civil
from factcheck.values.date_expression import DateExpression, Shift

A_WEEK, A_MONTH = 7, 31
FROM_TEXT = frozenset(("previous", "that", "following"))
# How many days the date named last may span for a unit to be counted from it.
LONGEST = {"week": 7, "weekend": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653, "century": 36525}
# Months and quarters by the days from their first to their last, and how many make a year.
SAME_LENGTH = dict.fromkeys((27, 28, 29, 30), ("month", 12)) | dict.fromkeys((89, 90, 91), ("quarter", 4))


@dataclass(frozen=True, slots=True)
class Clock:
    """What is known when an expression is read: the days of publication, of the date named last, and the tense.

    order: "day" or "month", whichever the document writes first in figures
    open: publication may be later than its last day
    years: the years that the document names
    given: the years of the days (month, day) that the document writes out in full somewhere, 0 where there are several;
        of the months (month, 0) told so far
    headed: the one year that the headers and headings of a table's cell name, 0 where they name none
    """

    published: Days | None = None
    named: Days | None = None
    tense: int = 0
    order: str = ""
    story: Story = START
    open: bool = False
    years: frozenset[int] = frozenset()
    given: Mapping[tuple[int, int], int] = field(default_factory=dict)
    headed: int = 0


def settle(expression: DateExpression, clock: Clock) -> str:
    """The EDTF text of an expression; `?` or an unspecified year where the clock does not tell."""
    if expression.until:
        return _range(expression, expression.until, clock)
    if expression.choices:
        return _chosen(expression.choices, clock)
    text = _point(replace(expression, weekday=0) if expression.nth else expression, clock)
    if expression.unit:
        text = nth_of(text, expression)
    if expression.part and "/" not in text:
        text = part_of(text, expression.part)
    if expression.day_to and "/" not in text and text != "?":
        text = f"{text}/{text[:-2]}{expression.day_to:02}"
    return expression.bound + text if text != "?" else text


def _chosen(choices: tuple[DateExpression, ...], clock: Clock) -> str:
    """The date in the document's order of day and month, or both where the document does not settle it."""
    texts = [in_year(choice, choice.year) for choice in choices]
    return texts[clock.order == "month"] if clock.order else f"[{','.join(sorted(texts))}]"


def _range(begin: DateExpression, until: DateExpression, clock: Clock) -> str:
    """A period from one expression to another, the end read from where the beginning lies."""
    first = settle(replace(begin, until=None), clock)
    start = days_of(first)
    later = replace(clock, named=start or clock.named, tense=1 if start and not until.shift else clock.tense)
    if start and not until.year and not until.shift:
        later = replace(later, published=start)
        until = replace(until, turn="following") if until.month and not until.turn else until
    last = settle(until, later)
    if last == "?" and until.shift and until.shift.unit == "day" and first != "?":
        return f"{first.split('/')[0]}/.."
    if "?" in (first, last):
        return "?"
    text = f"{first.split('/')[0]}/{last.split('/')[-1]}"
    return text if calendar.value_of(text).text != "?" else "?"


def _point(e: DateExpression, clock: Clock) -> str:
    """One date, without its part."""
    if e.shift:
        return in_period(e, _shifted(e.shift, clock))
    if e.year:
        return in_year(e, e.year)
    if (e.weekday or e.day) and not (e.month or e.holiday):
        return _day(e, clock)
    return in_year(e, _year(e, clock))


def _shifted(shift: Shift, clock: Clock) -> str:
    """The period that a shift leads to, or what is common to all it may lead to."""
    base = _now(clock) if shift.base == "document" else clock.named or clock.published
    if not base:
        return "?"
    if shift.unit == "weekend" and clock.tense <= 0 and not shift.count:
        # "This weekend" in a report of Monday to Thursday is the one just past.
        base = base[0] - 4, base[1] - 4
    if shift.base == "period" and base[1] - base[0] in SAME_LENGTH:
        unit, a_year = SAME_LENGTH[base[1] - base[0]]
        return calendar.period(unit, calendar.index(unit, base[0]) + shift.count * a_year)
    if shift.base != "document" and base[1] - base[0] > LONGEST.get(shift.unit, 1):
        return "?"
    first, last = (calendar.index(shift.unit, day) + shift.count for day in base)
    if first == last:
        return calendar.period(shift.unit, first)
    if shift.base != "document":
        return calendar.period(shift.unit, last if shift.count > 0 else first)
    wider = "month" if shift.unit in calendar.IN_DAYS else "year"
    return _common(wider, calendar.period(shift.unit, first), calendar.period(shift.unit, last))


def _common(unit: str, first: str, last: str) -> str:
    """The month or year that holds both of two periods; `?` where none does."""
    low, high = days_of(first), days_of(last)
    if not low or not high or calendar.index(unit, low[0]) != calendar.index(unit, high[1]):
        return "?"
    return calendar.period(unit, calendar.index(unit, low[0]))


def _now(clock: Clock) -> Days | None:
    """The document's day, or the day told last where the telling has gone on beyond what is known of that."""
    told = clock.story.told
    later = told is not None and clock.published is not None and told[0] > clock.published[1]
    return told if later and not reported(clock) else clock.published


def reported(clock: Clock) -> bool:
    """Whether the document is a report of a known day or week."""
    return clock.published is not None and clock.published[1] - clock.published[0] < A_WEEK


def _base(e: DateExpression, clock: Clock) -> Days | None:
    """The days that a weekday or month is counted from."""
    if e.turn in FROM_TEXT and clock.named and clock.named[1] - clock.named[0] < A_MONTH:
        return clock.named
    return clock.published


def _day(e: DateExpression, clock: Clock) -> str:
    """A weekday or day of the month near the day of publication, or in the month named last."""
    known = _base(e, clock)
    if e.weekday and not (e.day or e.turn or reported(clock)):
        return weekday_told(e.weekday, clock.story)
    if e.day and not e.weekday and clock.named and clock.named[1] - clock.named[0] < A_MONTH:
        year, month, _ = civil(clock.named[0])
        return f"{calendar.iso_year(year)}-{month:02}-{e.day:02}"
    if known and known[1] - known[0] < A_WEEK:
        answers = {day_near(e, day, clock.tense) for day in known}
        answer = answers.pop()
        if answer is not None and not answers:
            return calendar.iso_day(answer)
    return f"XXXX-XX-{e.day:02}" if e.day else "?"


def _year(e: DateExpression, clock: Clock) -> str:
    """The year of a date without one: given elsewhere, where the story goes on, by turn, tense and publication."""
    given = clock.given.get((e.month, e.day)) if e.day else 0
    if given or (clock.headed and not e.turn):
        return calendar.iso_year(given or clock.headed)
    base = _base(e, clock)
    told = None
    if clock.tense <= 0:
        told = year_told(e, clock.story, base, bool(base and base[1] - base[0] < A_WEEK), clock.tense < 0)
    if told is None and not reported(clock) and not e.day:
        told = clock.given.get((e.month, 0))
    if told is not None:
        return calendar.iso_year(told)
    if not base:
        return "XXXX"
    first, last = base
    if (clock.open or last - first > A_MONTH) and not e.turn and civil(first)[0] == civil(last)[0]:
        # Whoever writes only "in July" means the year he writes in.
        years: set[int | None] = {civil(first)[0]}
    else:
        years = {year_near(e, day, clock.tense) for day in base}
    year = years.pop()
    if years or year is None:
        return "XXXX"
    if e.weekday and e.day and not weekday_fits(e, year):
        return _year_of_weekday(e, year, clock, certain=first == last)
    return calendar.iso_year(year)


def _year_of_weekday(e: DateExpression, year: int, clock: Clock, certain: bool) -> str:
    """The year of a day whose weekday does not fit: the one named in the text that does; else the writer has erred."""
    fitting = [named for named in clock.years if weekday_fits(e, named)]
    if len(fitting) == 1:
        return calendar.iso_year(fitting[0])
    return calendar.iso_year(year) if not fitting and (certain or year in clock.years) else "XXXX"
