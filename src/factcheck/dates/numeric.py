"""Dates in figures: 2021-04-03, 3/4/2021, 03.04.2021. Which of day and month comes first may stay open."""

from __future__ import annotations

from factcheck.dates.numbers import century_of
from factcheck.dates.pieces import PHRASES, Dated, phrase
from factcheck.lean import regex as re
from factcheck.lean.record import replace
from factcheck.text.tokens import Tokens, is_figure
from factcheck.values.date import days_in_month
from factcheck.values.date_expression import DateExpression

# A whole date in figures, year first or last, the same mark between its parts.
NUMERIC = re.compile(
    r"(?:(\d{4})([-/.])(\d\d?)\2(\d\d?)|(\d\d?)([-/.])(\d\d?)\6(?:(\d{4})|(?<=/)(\d\d)))"
    r"(?:(?<=\d)T\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
    r"(?![\w/]|\.\w|-(?!\d\d?/)\w)"
)
# An ISO month: 2021-04. 2011-12 may be a season of two years and is left to the ranges.
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?![\w/]|[-.]\w)")

VERSIONS = frozenset(("version", "build", "release", "v"))
WEEKDAYS = frozenset(word for word, group in PHRASES.items() if any(one.sort == "weekday" for one in group))


def numeric(tokens: Tokens, i: int) -> Dated | None:
    """The date in figures that begins at a token."""
    if not is_figure(tokens.words[i]):
        return None
    start = tokens.starts[i]
    before = tokens.text[start - 1 : start]
    if before.isalnum() or before in ("/", "_", ".", "=") or (i and tokens.lower[i - 1] in VERSIONS):
        return None
    match = NUMERIC.match(tokens.text, start)
    # After a dash, only a date with other marks is the end of a period: "3/4/2021-5/4/2021".
    if before == "-" and not (match and "-" not in match[0]):
        return None
    if match:
        expression = _meaning(match)
        return (i, _token_at(tokens, i, match.end()), expression) if expression else None
    month = MONTH.match(tokens.text, start)
    if month and int(month[2]) != int(month[1][2:]) + 1:
        return i, _token_at(tokens, i, month.end()), DateExpression(year=month[1], month=int(month[2]))
    return None


def weekday_numeric(tokens: Tokens, i: int) -> Dated | None:
    """A date in figures with its weekday: "Monday, 2021-06-07"."""
    if tokens.lower[i].removesuffix("'s") not in WEEKDAYS:
        return None
    named = phrase(tokens, i)
    if not named or named.sort != "weekday":
        return None
    at = named.end + (tokens.words[named.end : named.end + 1] == (",",))
    found = numeric(tokens, at) if at < len(tokens) else None
    return (i, found[1], replace(found[2], weekday=named.expression.weekday)) if found else None


def _meaning(match: re.Match[str]) -> DateExpression | None:
    """What the figures state; both dates where either order of day and month is one."""
    if match[1]:
        return _dated(match[1], match[3], match[4])
    year, first, second = match[8] or century_of(int(match[9])) + match[9], match[5], match[7]
    day_first, month_first = _dated(year, second, first), _dated(year, first, second)
    if day_first and month_first and day_first != month_first:
        return DateExpression(choices=(day_first, month_first))
    return day_first or month_first


def _dated(year: str, month: str, day: str) -> DateExpression | None:
    """A day of the calendar, or None where there is no such day."""
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= days_in_month(int(year), int(month)):
        return None
    return DateExpression(year=year, month=int(month), day=int(day))


def _token_at(tokens: Tokens, i: int, end: int) -> int:
    """The first token after an offset."""
    while i < len(tokens) and tokens.starts[i] < end:
        i += 1
    return i
