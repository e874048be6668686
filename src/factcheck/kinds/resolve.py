"""Says which date an expression means: by itself, by the document's day, by the date named last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck.kinds import dates_calendar as calendar
from factcheck.kinds.date_expression import DateExpression, Shift
from factcheck.kinds.dates_tense import tense
from factcheck.kinds.dates_words import HOLIDAYS
from factcheck.model import Kind, Mention
from factcheck.tokens import Tokens
from factcheck.values import UNKNOWN, Value, date
from factcheck.values.date import civil, day_number, days_in_month

# A date in figures with the year last: its first two figures.
FIGURES = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.]\d{2,4}")
Days = tuple[int, int]
HALF_YEAR, A_MONTH = 183, 31
# How many days the date named last may span for a unit to be counted from it.
LONGEST = {"week": 7, "weekend": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653, "century": 36525}


@dataclass(frozen=True, slots=True)
class Clock:
    """What is known when an expression is read: the days of publication, of the date named last, and the tense.

    order: "day" or "month", whichever the document writes first in figures
    """

    published: Days | None = None
    named: Days | None = None
    tense: int = 0
    order: str = ""


@lru_cache(maxsize=4096)
def alone(expression: DateExpression) -> Value:
    """What a date is worth without its document: as much as it states by itself."""
    return _value(settle(expression, Clock()))


def resolve(paragraphs: Sequence[tuple[Tokens, Sequence[Mention]]], published: str) -> list[tuple[Mention, ...]]:
    """The mentions of one document in reading order, each date with its final value.

    published: the document's own date in EDTF, as precise as it is known; "" where it is not.
    """
    clock = Clock(published=days(published), order=_order(paragraphs))
    out = []
    for tokens, mentions in paragraphs:
        done = []
        end, side = 0, 0
        for mention in mentions:
            if mention.kind is Kind.DATE and mention.expression:
                now = replace(clock, tense=tense(tokens, mention.span, end, side))
                mention = replace(mention, value=_value(settle(mention.expression, now)))
                clock = _remember(clock, mention.value)
                end, side = mention.span.end, _side(clock.published, mention.value)
            done.append(mention)
        out.append(tuple(done))
    return out


def _side(published: Days | None, value: Value) -> int:
    """Whether a date lies after publication, 1, or before it, -1."""
    if not published or value.low is None or value.high is None:
        return 0
    return (value.low > published[1]) - (value.high < published[0])


def _order(paragraphs: Sequence[tuple[Tokens, Sequence[Mention]]]) -> str:
    """What a document writes first in "13/04/2021", by its dates that can be read in one way only; "" if undecided."""
    seen = set()
    for tokens, mentions in paragraphs:
        for mention in mentions:
            match = FIGURES.fullmatch(tokens.text, *mention.span)
            if match and max(int(match[1]), int(match[2])) > 12:
                seen.add("day" if int(match[1]) > 12 else "month")
    return seen.pop() if len(seen) == 1 else ""


def days(edtf: str) -> Days | None:
    """First and last day of a date; a period with an open end is taken to lie in the month it begins in."""
    value = _value(edtf)
    if value.low is None:
        return None
    low = int(value.low)
    year, month, _ = civil(low)
    return low, int(value.high) if value.high is not None else day_number(year, month, days_in_month(year, month))


def _value(text: str) -> Value:
    """The value of an EDTF text; unknown where it names no day of the calendar."""
    try:
        return date(text)
    except ValueError:
        return UNKNOWN


def _remember(clock: Clock, value: Value) -> Clock:
    """The clock after a date was named."""
    if value.low is None or value.high is None:
        return clock
    return replace(clock, named=(int(value.low), int(value.high)))


def settle(expression: DateExpression, clock: Clock) -> str:
    """The EDTF text of an expression; `?` or an unspecified year where the clock does not tell."""
    if expression.until:
        return _range(expression, expression.until, clock)
    if expression.choices:
        return _chosen(expression.choices, clock)
    text = _point(replace(expression, weekday=0) if expression.nth else expression, clock)
    if expression.unit:
        text = calendar.nth_of(text, expression.unit, expression.nth, expression.weekday)
    if expression.part and "/" not in text:
        text = calendar.part_of(text, expression.part)
    if expression.day_to and "/" not in text and text != "?":
        text = f"{text}/{text[:-2]}{expression.day_to:02}"
    return expression.bound + text if text != "?" else text


def _chosen(choices: tuple[DateExpression, ...], clock: Clock) -> str:
    """The date in the document's order of day and month, or both where the document does not settle it."""
    texts = [_complete(choice, choice.year) for choice in choices]
    return texts[clock.order == "month"] if clock.order else f"[{','.join(sorted(texts))}]"


def _range(begin: DateExpression, until: DateExpression, clock: Clock) -> str:
    """A period from one expression to another, the end read from where the beginning lies."""
    part = "" if begin.year.endswith("X") else begin.part
    first = settle(replace(begin, until=None, part=part), clock)
    start = _days_of(first)
    later = replace(clock, named=start or clock.named, tense=1 if start and not until.shift else clock.tense)
    if start and not until.year and not until.shift:
        later = replace(later, published=start)
    last = settle(until, later)
    if last == "?" and until.shift and until.shift.unit == "day" and first != "?":
        return f"{first.split('/')[0]}/.."
    if "?" in (first, last):
        return "?"
    text = f"{first.split('/')[0]}/{last.split('/')[-1]}"
    return text if _value(text).text != "?" else "?"


def _days_of(text: str) -> Days | None:
    value = _value(text)
    return (int(value.low), int(value.high)) if value.low is not None and value.high is not None else None


def _point(e: DateExpression, clock: Clock) -> str:
    """One date, without its part."""
    if e.shift:
        return _within(e, _shifted(e.shift, clock))
    if e.year:
        return _complete(e, e.year)
    if e.weekday and e.day and not e.month:
        return _weekday_of_month(e, clock)
    if e.weekday and not (e.month or e.holiday):
        return _weekday(e, clock)
    return _guess(e, clock) if clock.published else _complete(e, _year_named(e, clock))


def _complete(e: DateExpression, year: str) -> str:
    """An expression in a year that is known."""
    if e.holiday:
        return calendar.holiday(e.holiday, int(year)) if year.isdecimal() else _fixed(e.holiday, year)
    if e.month:
        return f"{year}-{e.month:02}" + (f"-{e.day:02}" if e.day else "")
    return f"{year}-{e.season}" if e.season else year


def _fixed(name: str, year: str) -> str:
    rule = HOLIDAYS[name]
    return f"{year}-{rule}" if "-" in rule[:3] else "?"


def _shifted(shift: Shift, clock: Clock) -> str:
    """The period that a shift leads to, or what is common to all it may lead to."""
    base = clock.published if shift.base == "document" else clock.named or clock.published
    if not base:
        return "?"
    if shift.unit == "weekend" and clock.tense <= 0 and not shift.count:
        # "This weekend" in a report of Monday to Thursday is the one just past.
        base = base[0] - 4, base[1] - 4
    if shift.base == "text" and base[1] - base[0] > LONGEST.get(shift.unit, 1):
        return "?"
    first, last = (calendar.index(shift.unit, day) + shift.count for day in base)
    if first == last:
        return calendar.period(shift.unit, first)
    if shift.base == "text":
        return calendar.period(shift.unit, last if shift.count > 0 else first)
    wider = "month" if shift.unit in calendar.IN_DAYS else "year"
    return _common(wider, calendar.period(shift.unit, first), calendar.period(shift.unit, last))


def _common(unit: str, first: str, last: str) -> str:
    """The month or year that holds both of two periods; `?` where none does."""
    low, high = _days_of(first), _days_of(last)
    if not low or not high or calendar.index(unit, low[0]) != calendar.index(unit, high[1]):
        return "?"
    return calendar.period(unit, calendar.index(unit, low[0]))


def _within(e: DateExpression, text: str) -> str:
    """What an expression names inside the period it was shifted to."""
    days_ = _days_of(text)
    if not days_ or not (e.month or e.season or e.weekday or e.day or e.holiday):
        return text
    if e.weekday and days_[1] - days_[0] == 6:
        return calendar.iso_day(days_[0] + e.weekday - 1)
    year, month, _ = civil(days_[0])
    if e.day and not e.month:
        return f"{calendar.iso_year(year)}-{month:02}-{e.day:02}" if len(text) == 7 else "?"
    return _complete(e, text) if len(text) == 4 else "?"


def _weekday(e: DateExpression, clock: Clock) -> str:
    """A bare weekday: the last one in a report, the next one where the tense is future."""
    known = clock.published
    if not known or known[1] - known[0] > 6:
        return "?"
    answers = {_weekday_from(e, day, clock.tense) for day in known}
    return calendar.iso_day(answers.pop()) if len(answers) == 1 else "?"


def _weekday_of_month(e: DateExpression, clock: Clock) -> str:
    """A weekday with a day of the month, "Friday the 13th": the nearest on the side the tense tells."""
    known = clock.published
    if not known:
        return f"XXXX-XX-{e.day:02}"
    near = [
        day
        for day in range(known[0] - HALF_YEAR, known[1] + HALF_YEAR)
        if calendar.weekday(day) == e.weekday and civil(day)[2] == e.day and (day - known[0]) * clock.tense >= 0
    ]
    return calendar.iso_day(min(near, key=lambda day: abs(day - known[0]))) if near else f"XXXX-XX-{e.day:02}"


def _weekday_from(e: DateExpression, day: int, tense_: int) -> int:
    back = (calendar.weekday(day) - e.weekday) % 7
    if e.turn == "last":
        return day - (back or 7)
    if e.turn == "next":
        return (day - 1) // 7 * 7 + 7 + e.weekday
    if e.turn == "this":
        return (day - 1) // 7 * 7 + e.weekday
    return day + (-back) % 7 if tense_ > 0 else day - back


def _guess(e: DateExpression, clock: Clock) -> str:
    """The year of a date without one, by weekday, turn, tense and the years that publication allows."""
    base = clock.published or (0, 0)
    if base[1] - base[0] > A_MONTH and not e.turn and civil(base[0])[0] == civil(base[1])[0]:
        # Whoever writes only "in July" means the year he writes in.
        return _complete(e, calendar.iso_year(civil(base[0])[0]))
    years = {_year_near(e, day, clock.tense) for day in base}
    if len(years) == 1 and None not in years:
        return _complete(e, calendar.iso_year(years.pop() or 0))
    return _complete(e, "XXXX")


def _year_named(e: DateExpression, clock: Clock) -> str:
    """The year of the month or day named last, where the story goes on in it; else unspecified."""
    if not clock.named or clock.named[1] - clock.named[0] > A_MONTH or e.turn or not e.month:
        return "XXXX"
    year, month, _ = civil(clock.named[0])
    return calendar.iso_year(year) if e.month >= month and clock.tense <= 0 else "XXXX"


def _year_near(e: DateExpression, day: int, tense_: int) -> int | None:
    """The year in which the expression lies on the right side of a day, closest to it."""
    year = civil(day)[0]
    spans = {y: _days_of(_complete(e, calendar.iso_year(y))) for y in range(year - 6, year + 7)}
    known = {y: span for y, span in spans.items() if span}
    if e.weekday and e.day:
        fits = {y: span[0] - day for y, span in known.items() if calendar.weekday(span[0]) == e.weekday}
        on_its_side = {y: away for y, away in fits.items() if away * tense_ >= 0}
        return min(on_its_side, key=lambda y: abs(fits[y]), default=None)
    if not e.turn:
        return min(known, key=lambda y: _cost(known[y], day, tense_), default=None)
    if e.turn == "last":
        return max((y for y, span in known.items() if span[1] < day), default=None)
    return year if e.turn == "this" else min((y for y, span in known.items() if span[0] > day), default=None)


def _cost(span: Days, day: int, tense_: int) -> int:
    """How far a period is from a day, more where it lies on the side that the tense speaks against.

    A date of eleven months ago is hardly written without its year, a date of next month often is: five to one where a
    verb tells, three to two for the past where none does.
    """
    if span[0] <= day <= span[1]:
        return 0
    past, away = span[1] < day, 2 * min(abs(span[0] - day), abs(span[1] - day))
    if past:
        return away * 5 if tense_ > 0 else away
    return away * 5 if tense_ < 0 else away * 3 // 2 if not tense_ else away
