"""Which pieces make one date expression, and how they are joined."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.dates import numbers as numbers
from factcheck.dates.ordinal import nth
from factcheck.dates.pieces import DASHES, DIRECTIONS, ORDINALS, PHRASES, TENS, Piece, phrase
from factcheck.dates.relative import relative, year_earlier
from factcheck.text.tokens import Tokens, is_figure

Reader = Callable[[Tokens, int], Piece | None]
BEFORE_YEARS = ("month", "day", "season", "quarter", "holiday")
CONNECTORS = frozenset((",", "of", "the", "in", "on", "/", "-", "year", "beginning", "starting"))
YEAR = ("of the year", "in the year")
# What may follow what, and the words between: "Sunday, 3 September", "the first quarter of this year".
JOINS: dict[tuple[str, str], frozenset[str]] = {
    ("weekday", "month"): frozenset(("", ",")),
    ("weekday", "day"): frozenset(("", ",", "the")),
    ("weekday", "weekson"): frozenset(("in",)),
    ("month", "dayyear"): frozenset(("",)),
    ("weekday", "relweek"): frozenset(("", "of", ",")),
    ("day", "month"): frozenset(("", "of", "-", "/")),
    ("day", "relmonth"): frozenset(("", "of")),
    ("nth", "month"): frozenset(("of", "in")),
    ("nth", "year"): frozenset(("of", "in", *YEAR)),
    ("nth", "relmonth"): frozenset(("of", "in")),
    ("nth", "relyear"): frozenset(("of", "in")),
    ("nthday", "month"): frozenset(("of",)),
    ("nthday", "relmonth"): frozenset(("of",)),
    ("nthmonth", "year"): frozenset(("of", *YEAR)),
    ("nthmonth", "relyear"): frozenset(("of",)),
    ("weekof", "day"): frozenset(("of", "on", "beginning", "starting", "beginning on", "starting on")),
    ("weekof", "month"): frozenset(("of", "on", "beginning", "starting", "beginning on", "starting on")),
    ("relweek", "weekday"): frozenset(("", "on")),
    **{("comparative", sort): frozenset(("", "in")) for sort in ("relyear", "relmonth", "relweek")},
    ("month", "day"): frozenset(("", "the", "-")),
    **{(sort, "year"): frozenset(("", ",", "of", "in", "-", "/", ", in", *YEAR)) for sort in BEFORE_YEARS},
    **{(sort, "relyear"): frozenset(("", ",", "of", "in")) for sort in BEFORE_YEARS},
    ("year", "quarter"): frozenset(("", "-")),
    ("relyear", "quarter"): frozenset(("",)),
    ("relyear", "season"): frozenset(("",)),
    **{
        ("part", sort): frozenset(("", "-", "the", "in", "in the"))
        for sort in ("month", "year", "season", "quarter", "era", "relyear", "relmonth", "relweek", "reldecade")
    },
}


def _readers() -> dict[str, tuple[Reader, ...]]:
    """What may begin with a word, the most specific first."""
    by_word: dict[str, list[Reader]] = {}
    for words, readers in (
        ((*ORDINALS, *TENS), (numbers.century, nth, phrase, numbers.day)),
        (("the",), (nth, relative, phrase, numbers.day)),
        (("last", "final"), (nth,)),
        (("a",), (year_earlier,)),
        (numbers.CARDINALS, (numbers.weeks_on,)),
        (DIRECTIONS, (relative,)),
        (PHRASES, (phrase,)),
        (numbers.DECADES, (numbers.decade,)),
        (numbers.APOSTROPHES, (numbers.decade, numbers.year)),
        ((*numbers.HUNDREDS, "two"), (numbers.spoken_year,)),
        (("ad", "fy", "fiscal"), (numbers.year,)),
    ):
        for word in words:
            known = by_word.setdefault(word, [])
            known += [reader for reader in readers if reader not in known]
    return {word: tuple(readers) for word, readers in by_word.items()}


FIGURES: tuple[Reader, ...] = (
    numbers.century,
    numbers.decade,
    nth,
    phrase,
    numbers.weeks_on,
    numbers.year,
    numbers.day_and_year,
    numbers.day,
)
READERS = _readers()


def piece(tokens: Tokens, i: int) -> Piece | None:
    """The piece that begins at a token, if any."""
    word = tokens.lower[i]
    readers = FIGURES if is_figure(word) else READERS.get(word) or READERS.get(word.removesuffix("'s"), ())
    for read in readers:
        found = read(tokens, i)
        if found:
            return found
    return None


def cluster(tokens: Tokens, i: int) -> tuple[Piece, ...]:
    """The pieces from a token on that make one expression, each joined to the next; empty if none begins there."""
    first = piece(tokens, i)
    if not first:
        return ()
    pieces = [first]
    whole = first.expression
    while (further := _next(tokens, pieces[-1])) and (joined := whole.joined(further.expression)):
        if further.sort in ("year", "relyear") and whole.day and not whole.month:
            break
        whole = joined
        pieces.append(further)
    return tuple(pieces)


def _next(tokens: Tokens, last: Piece) -> Piece | None:
    """The piece that the last one may be joined to, across at most three connecting words."""
    for end in range(last.end, last.end + 4):
        if end >= len(tokens):
            return None
        if found := piece(tokens, end):
            between = " ".join("-" if word in DASHES else word for word in tokens.lower[last.end : end])
            if between in JOINS.get((last.sort, found.sort), ()):
                return found
            if found.sort == "year" and last.sort == "month":
                days = numbers.day(tokens, end)
                if days and between in JOINS["month", "day"]:
                    return days
        if tokens.lower[end] not in CONNECTORS and tokens.words[end] not in DASHES:
            return None
    return None
