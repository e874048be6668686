"""Which pieces make one date expression, and how they are joined."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.dates import numbers as numbers
from factcheck.dates.ordinal import nth
from factcheck.dates.pieces import DASHES, DIRECTIONS, ORDINALS, PHRASES, TENS, UNITS, Piece, phrase
from factcheck.dates.relative import SORTS_OF_YEAR, relative, year_earlier
from factcheck.lean import Memo
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


# What may begin with a figure: of one or two digits, of more, of groups.
SHORT: tuple[Reader, ...] = (
    numbers.century,
    numbers.decade,
    nth,
    phrase,
    numbers.weeks_on,
    numbers.year,
    numbers.day,
)
LONG: tuple[Reader, ...] = (numbers.decade, numbers.weeks_on, numbers.year)
GROUPED: tuple[Reader, ...] = (numbers.day_and_year,)
READERS = _readers()


def _readers_of(word: str) -> tuple[Reader, ...]:
    """What may begin with a folded word."""
    if not is_figure(word):
        return READERS.get(word) or READERS.get(word.removesuffix("'s"), ())
    if not word.isdecimal():
        return GROUPED
    return SHORT if len(word) < 3 or word in PHRASES else LONG


# It is asked of every figure, and of every word that may begin a date.
_READERS_OF = Memo(_readers_of, 1 << 15)


def _expecting() -> frozenset[str]:
    """The words that begin a date only with the word behind them: "the", "a", "that", "two"."""
    several = {"the", "a", *DIRECTIONS, *numbers.CARDINALS, *numbers.HUNDREDS, *numbers.APOSTROPHES}
    alone = {word for word, phrases in PHRASES.items() if any(len(phrase.words) == 1 for phrase in phrases)}
    return frozenset(several - alone - ORDINALS.keys() - TENS.keys() - numbers.DECADES.keys())


def _expected() -> frozenset[str]:
    """The words of which one stands behind those, but for figures."""
    phrases = [one.words for index in (PHRASES, DIRECTIONS) for group in index.values() for one in group]
    seconds = {words[1] for words in phrases if len(words) > 1}
    counted = {*numbers.CARDINALS, *numbers.TENS_OF, "thousand"}
    return frozenset({*READERS, *UNITS, *SORTS_OF_YEAR, *seconds, *counted})


EXPECTING, EXPECTED = _expecting(), _expected()


def _is_expected(word: str) -> bool:
    return is_figure(word) or word in EXPECTED or word.removesuffix("'s") in EXPECTED


IS_EXPECTED = Memo(_is_expected, 1 << 15)


def piece(tokens: Tokens, i: int) -> Piece | None:
    """The piece that begins at a token, if any."""
    for read in _READERS_OF[tokens.lower[i]]:
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
