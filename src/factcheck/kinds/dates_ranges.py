"""Periods from one date to another: "May to July 2021", "2017-18", "between 2010 and 2014"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck.kinds.date_expression import DateExpression, Shift
from factcheck.kinds.dates_words import DASHES
from factcheck.tokens import Tokens

Dated = tuple[int, int, DateExpression]
TO = DASHES | {"to", "through", "until", "till", "and", "/"}


def extend(tokens: Tokens, first: Dated, read: Callable[[Tokens, int], Dated | None]) -> Dated:
    """A date with the end of its period, where one follows; else the date alone."""
    start, end, begin = first
    if begin.day_to or end + 1 >= len(tokens) or tokens.lower[end] not in TO:
        return first
    short = _short_year(tokens, end, begin)
    if short:
        return (short[0] and (start, end + 2, replace(begin, until=short[1]))) or first
    if (
        tokens.lower[end] == "/"
        and set(begin.stated()) == {"year"}
        and tokens.words[end + 1] == _year_after(begin.year)
    ):
        return start, end + 2, replace(begin, until=DateExpression(year=tokens.words[end + 1]))
    if tokens.lower[end] == "/" or (tokens.lower[end] == "and" and not _between(tokens, start)):
        return first
    present = _present(tokens, end + 1)
    if present and tokens.lower[end] != "/":
        return start, present, replace(begin, until=DateExpression(shift=Shift("day", 0)))
    skip = end + 1 + (tokens.lower[end + 1] == "the")
    last = read(tokens, end + 1) or (read(tokens, skip) if skip < len(tokens) else None)
    if last and last[2].shift and not begin.shift and tokens.words[end] in DASHES:
        return first
    period = _period(begin, last[2]) if last else None
    return (start, last[1], period) if last and period else first


def _present(tokens: Tokens, i: int) -> int:
    """The token after "now", "date" or "the present" at the end of a period; 0 where none stands there."""
    at = i + (tokens.lower[i] == "the")
    return at + 1 if tokens.lower[at : at + 1] in (("now",), ("date",), ("present",)) else 0


def _between(tokens: Tokens, start: int) -> bool:
    before = tokens.lower[max(0, start - 2) : start]
    return "between" in before


def _short_year(tokens: Tokens, end: int, begin: DateExpression) -> tuple[bool, DateExpression] | None:
    """ "2017-18" and "2017/18": the last two figures of a later year."""
    figure = tokens.words[end + 1]
    glued = tokens.ends[end - 1] == tokens.starts[end] and tokens.ends[end] == tokens.starts[end + 1]
    if set(begin.stated()) != {"year"} or not glued or not figure.isdecimal() or len(figure) != 2 or "X" in begin.year:
        return None
    later = begin.year[:2] + figure
    return later > begin.year, DateExpression(year=later)


def _year_after(year: str) -> str:
    return str(int(year) + 1) if year.isdecimal() else ""


def _period(begin: DateExpression, last: DateExpression) -> DateExpression | None:
    """Both ends as one expression, each lending the other what it leaves out; None where they do not fit."""
    if (
        last.until
        or bool(last.choices) != bool(begin.choices)
        or (begin.shift and begin.shift.unit == "day" and last.weekday)
        or (begin.shift and begin.shift.unit == "year" and last.month)
    ):
        return None
    mine, theirs = set(begin.stated()), set(last.stated())
    week = begin.turn and theirs == {"weekday"} <= mine
    if not week and not mine - {"part", "weekday", "turn"} & theirs and not begin.shift and not last.shift:
        return None
    if last.year and not begin.year and not begin.shift:
        earlier = (begin.month, begin.day) > (last.month, last.day or 31) if last.month else False
        year = str(int(last.year) - 1).zfill(4) if earlier and last.year.isdecimal() else last.year
        begin = replace(begin, year=year)
    if last.shift and not begin.year and not begin.shift:
        begin = replace(begin, shift=last.shift)
    if begin.year and begin.month and last.month and not last.year and not last.shift:
        over = last.month < begin.month and begin.year.isdecimal()
        last = replace(last, year=str(int(begin.year) + over) if over else begin.year)
    return replace(begin, until=last)
