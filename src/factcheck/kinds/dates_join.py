"""Which pieces make one date expression, and how they are joined."""

from __future__ import annotations

from factcheck.kinds import dates_numbers as numbers
from factcheck.kinds.dates_ordinal import nth
from factcheck.kinds.dates_relative import relative
from factcheck.kinds.dates_words import DASHES, Piece, phrase
from factcheck.tokens import Tokens

BEFORE_YEARS = ("month", "day", "season", "quarter", "holiday")
CONNECTORS = frozenset((",", "of", "the", "in", "on", "/", "-", "beginning", "starting"))
# What may follow what, and the words between: "Sunday, 3 September", "the first quarter of this year".
JOINS: dict[tuple[str, str], frozenset[str]] = {
    ("weekday", "month"): frozenset(("", ",")),
    ("weekday", "day"): frozenset(("", ",", "the")),
    ("weekday", "relweek"): frozenset(("", "of", ",")),
    ("day", "month"): frozenset(("", "of", "-", "/")),
    ("day", "relmonth"): frozenset(("", "of")),
    ("nth", "month"): frozenset(("of", "in")),
    ("nth", "year"): frozenset(("of", "in")),
    ("nth", "relmonth"): frozenset(("of", "in")),
    ("nth", "relyear"): frozenset(("of", "in")),
    ("nthday", "month"): frozenset(("of",)),
    ("nthday", "relmonth"): frozenset(("of",)),
    ("nthmonth", "year"): frozenset(("of",)),
    ("nthmonth", "relyear"): frozenset(("of",)),
    ("weekof", "day"): frozenset(("of", "on", "beginning", "starting", "beginning on", "starting on")),
    ("weekof", "month"): frozenset(("of", "on", "beginning", "starting", "beginning on", "starting on")),
    ("relweek", "weekday"): frozenset(("", "on")),
    ("month", "day"): frozenset(("", "the", "-")),
    **{(sort, "year"): frozenset(("", ",", "of", "in", "-", "/", ", in")) for sort in BEFORE_YEARS},
    **{(sort, "relyear"): frozenset(("", ",", "of", "in")) for sort in BEFORE_YEARS},
    ("year", "quarter"): frozenset(("", "-")),
    ("relyear", "quarter"): frozenset(("",)),
    ("relyear", "season"): frozenset(("",)),
    **{
        ("part", sort): frozenset(("", "-", "the", "in", "in the"))
        for sort in ("month", "year", "season", "quarter", "era", "relyear", "relmonth", "relweek", "reldecade")
    },
}


def piece(tokens: Tokens, i: int) -> Piece | None:
    """The piece that begins at a token, if any."""
    first = tokens.words[i][0]
    if first.isdecimal() or first in numbers.APOSTROPHES:
        return (
            numbers.century(tokens, i)
            or numbers.decade(tokens, i)
            or nth(tokens, i)
            or phrase(tokens, i)
            or numbers.year(tokens, i)
            or numbers.day(tokens, i)
        )
    return (
        nth(tokens, i)
        or numbers.century(tokens, i)
        or numbers.decade(tokens, i)
        or relative(tokens, i)
        or phrase(tokens, i)
        or numbers.spoken_year(tokens, i)
        or numbers.year(tokens, i)
        or numbers.day(tokens, i)
    )


def cluster(tokens: Tokens, i: int) -> tuple[Piece, ...]:
    """The pieces from a token on that make one expression, each joined to the next; empty if none begins there."""
    first = piece(tokens, i)
    if not first:
        return ()
    pieces = [first]
    whole = first.expression
    while (further := _next(tokens, pieces[-1])) and (joined := whole.joined(further.expression)):
        whole = joined
        pieces.append(further)
    return tuple(pieces)


def _next(tokens: Tokens, last: Piece) -> Piece | None:
    """The piece that the last one may be joined to, across at most two connecting words."""
    for end in range(last.end, last.end + 3):
        if end >= len(tokens):
            return None
        between = " ".join("-" if word in DASHES else word for word in tokens.lower[last.end : end])
        found = piece(tokens, end)
        if found and between in JOINS.get((last.sort, found.sort), ()):
            return found
        if found and found.sort == "year" and last.sort == "month":
            days = numbers.day(tokens, end)
            if days and between in JOINS["month", "day"]:
                return days
        if tokens.lower[end] not in CONNECTORS and tokens.words[end] not in DASHES:
            return None
    return None
