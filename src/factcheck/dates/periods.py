"""Periods from one date to another: "May to July 2021", "2017-18", "between 2010 and 2014"."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.dates.pieces import DASHES, Dated
from factcheck.dates.tense import SIDES
from factcheck.lean.record import replace
from factcheck.text.tokens import Tokens
from factcheck.values.date_expression import DateExpression, Shift

# "From 2010 to the present": up to the day of publication.
PRESENT = DateExpression(shift=Shift("day", 0))
# The last of the seasons in EDTF; what has a greater number is a quarter or a half of a year.
WINTER = 24
# What is moved from one date to another, and among how many words before the first that is told.
MOVING, MOVED = frozenset(SIDES["moving"]), 5
TO = DASHES | {"to", "through", "until", "till", "and", "/"}


def extend(tokens: Tokens, first: Dated, read: Callable[[Tokens, int], Dated | None]) -> Dated:
    """A date with the end of its period, where one follows; else the date alone."""
    start, end, begin = first
    if begin.day_to or begin.until or end + 1 >= len(tokens) or tokens.lower[end] not in TO:
        return first
    next_year = _season_of_years(tokens, end, begin)
    if next_year or tokens.lower[end] == "/":
        return (start, end + 2, _of_years(begin, next_year)) if next_year else first
    if tokens.lower[end] == "and" and "between" not in tokens.lower[max(0, start - 2) : start]:
        return first
    last = _present(tokens, end + 1) or _read(tokens, end + 1, read)
    if not last or (last[2].shift and not begin.shift and tokens.words[end] in DASHES and last[2] != PRESENT):
        return first
    period = replace(begin, until=PRESENT) if last[2] == PRESENT else _period(begin, last[2])
    if period and begin.month and _is_moved(tokens, start):
        return start, end, replace(period, until=None)
    return (start, last[1], period) if period else first


def _is_moved(tokens: Tokens, start: int) -> bool:
    """Whether a date is the one that something was moved from, to another: "postponed from 4 May to 12 June"."""
    before = tokens.lower[max(0, start - MOVED) : start]
    return before[-1:] == ("from",) and not MOVING.isdisjoint(before)


def _read(tokens: Tokens, i: int, read: Callable[[Tokens, int], Dated | None]) -> Dated | None:
    """The date at a token, or behind its article."""
    skip = i + (tokens.lower[i] == "the")
    return read(tokens, i) or (read(tokens, skip) if skip < len(tokens) else None)


def _present(tokens: Tokens, i: int) -> Dated | None:
    """ "Now", "date" or "the present" at the end of a period."""
    at = i + (tokens.lower[i] == "the")
    return (i, at + 1, PRESENT) if tokens.lower[at : at + 1] in (("now",), ("date",), ("present",)) else None


def _season_of_years(tokens: Tokens, end: int, begin: DateExpression) -> DateExpression | None:
    """The end of "2017-18", "winter 2017/18" and "2017/2018": the last two figures of a later year, or all of the
    next."""
    figure = tokens.words[end + 1]
    glued = tokens.ends[end - 1] == tokens.starts[end] and tokens.ends[end] == tokens.starts[end + 1]
    years = "year" in begin.stated() and set(begin.stated()) <= {"year", "season"} and begin.season <= WINTER
    if not years or not begin.year.isdecimal() or not glued or not figure.isdecimal():
        return None
    if len(figure) == 2 and begin.year[2:] < figure:
        return DateExpression(year=begin.year[:2] + figure)
    follows = len(figure) == 4 and int(figure) == int(begin.year) + 1
    return DateExpression(year=figure) if follows else None


def _of_years(begin: DateExpression, last: DateExpression) -> DateExpression:
    """A season that two years share: a winter begins in the first of them; of another one nothing closer is known."""
    return begin if begin.season == WINTER else replace(begin, season=0, until=last)


def _period(begin: DateExpression, last: DateExpression) -> DateExpression | None:
    """Both ends as one expression, each lending the other what it leaves out; None where they do not fit."""
    if not _fit(begin, last):
        return None
    if last.year and not begin.year and not begin.shift:
        earlier = bool(last.month) and (begin.month, begin.day) > (last.month, last.day or 31)
        begin = replace(begin, year=_years_on(last.year, -1) if earlier else last.year)
    if last.shift and not begin.year and not begin.shift:
        begin = replace(begin, shift=last.shift)
    if begin.year and begin.month and last.month and not last.year and not last.shift:
        last = replace(last, year=_years_on(begin.year, 1) if last.month < begin.month else begin.year)
    return replace(begin, until=last)


def _fit(begin: DateExpression, last: DateExpression) -> bool:
    """Whether two dates can be the ends of one period: both state a year, both a month, both a weekday …"""
    if last.until or bool(last.choices) != bool(begin.choices):
        return False
    if begin.shift and ((begin.shift.unit == "day" and last.weekday) or (begin.shift.unit == "year" and last.month)):
        return False
    mine, theirs = set(begin.stated()), set(last.stated())
    week = begin.turn and theirs == {"weekday"} <= mine
    return bool(week or begin.shift or last.shift or mine - {"part", "weekday", "turn"} & theirs)


def _years_on(year: str, count: int) -> str:
    return f"{int(year) + count:04}" if year.isdecimal() else year
