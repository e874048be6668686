"""One of several: "the first week of June", "the last Monday of May", "the 15th day of the month"."""

from __future__ import annotations

from factcheck.dates.numbers import CARDINALS
from factcheck.dates.pieces import UNITS, Piece, before, ordinal, phrase
from factcheck.text.tokens import Tokens
from factcheck.values.date_expression import DateExpression

COUNTED = frozenset(("day", "week", "weekend", "month"))
LAST = {"last": -1, "final": -1}


def nth(tokens: Tokens, i: int) -> Piece | None:
    """Which one of its kind; it needs the period it is counted in, after "of" or "in"."""
    lower = tokens.lower
    at = i + (lower[i] == "the")
    if lower[at : at + 2] == ("week", "of") or lower[at : at + 2] in (("week", "beginning"), ("week", "starting")):
        return Piece("weekof", i, at + 1, DateExpression(unit="week"), "joined")
    found = _last(tokens, at) or ordinal(tokens, at)
    if not found or found[1] >= len(lower):
        return None
    figure, end = found
    many = _several(tokens, i, end, figure)
    if many:
        return many
    unit = UNITS.get(lower[end], "")
    if unit in COUNTED and (lower[end + 1 : end + 2] == ("of",) or _in_month(tokens, end + 1)):
        return _counted(i, end + 1, figure, unit)
    named = phrase(tokens, end)
    if named and named.sort == "weekday" and named.standing == "full" and figure < 6:
        which = DateExpression(nth=figure, unit="weekday", weekday=named.expression.weekday)
        return Piece("nth", i, named.end, which, "joined")
    return None


def _several(tokens: Tokens, start: int, i: int, figure: int) -> Piece | None:
    """The first or last few: "the first nine months of"."""
    lower = tokens.lower
    if abs(figure) != 1 or lower[i + 2 : i + 3] != ("of",):
        return None
    unit = "quarter" if lower[i + 1] == "quarters" else UNITS.get(lower[i + 1], "")
    many = int(lower[i]) if lower[i].isdecimal() and len(lower[i]) < 3 else CARDINALS.get(lower[i], 0)
    if many < 2 or unit not in COUNTED | {"quarter"} or not lower[i + 1].endswith("s"):
        return None
    return Piece("nth", start, i + 2, DateExpression(nth=figure, many=many, unit=unit), "joined")


def _last(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The last of its kind, where an article, month or year makes it one: "photos last week of the gift" has none."""
    if i >= len(tokens) or tokens.lower[i] not in LAST:
        return None
    of_year = tokens.lower[i + 2 : i + 3] == ("of",) and _is_period(tokens, i + 3)
    return (LAST[tokens.lower[i]], i + 1) if of_year or before(tokens, i) == "the" else None


def _in_month(tokens: Tokens, i: int) -> bool:
    """Whether "in" and a month follow; "last week in the capital" is no week of a period."""
    return tokens.lower[i : i + 1] == ("in",) and _is_period(tokens, i + 1)


def _is_period(tokens: Tokens, i: int) -> bool:
    """Whether a month or a year stands at a token."""
    if i >= len(tokens):
        return False
    named = phrase(tokens, i)
    return bool(named and named.sort == "month") or (tokens.words[i].isdecimal() and len(tokens.words[i]) == 4)


def _counted(start: int, end: int, figure: int, unit: str) -> Piece:
    """The n-th day of a month is its date, the n-th month of a year its month."""
    if unit == "day" and figure > 0:
        return Piece("nthday", start, end, DateExpression(day=figure), "joined")
    if unit == "month" and 0 < figure <= 12:
        return Piece("nthmonth", start, end, DateExpression(month=figure), "joined")
    return Piece("nth", start, end, DateExpression(nth=figure, unit=unit), "joined")
