"""Dates counted from the day of publication or from the date named last: "last week", "two years ago"."""

from __future__ import annotations

from factcheck.dates.numbers import APOSTROPHES, CARDINALS, TENS_OF
from factcheck.dates.pieces import CUES, DASHES, UNITS, Direction, Piece, after, direction, phrase
from factcheck.text.tokens import Tokens, is_capital, is_figure
from factcheck.values.date_expression import DateExpression, Shift

SORTS_OF_YEAR = frozenset(("fiscal", "calendar", "financial", "academic", "school"))
# "over the next year" is a length of time, and so is "the last year": neither is a year of the calendar.
LENGTHS = CUES["length"]
COUNTS = CARDINALS | TENS_OF | {"a": 1, "an": 1}
PLURALS = frozenset(form for form in UNITS if form.endswith("s"))
AFTER_THE_UNIT = {"before": -1, "after": 1}
MONEY = frozenset("$€£¥₹")
STOPS = frozenset(("", *".,;:!?)”\"'’")) | CUES["after the year before"]


def relative(tokens: Tokens, i: int) -> Piece | None:
    """A direction with its unit or name: "last year", "next July", "this past Friday", "the same month"."""
    start = i
    i += tokens.lower[i] == "the" and i + 1 < len(tokens)
    found = direction(tokens, start) or (direction(tokens, i) if i > start else None)
    if not found or found[1] >= len(tokens):
        return _bare(tokens, start)
    word, at = found
    at += tokens.lower[at] in SORTS_OF_YEAR and at + 1 < len(tokens)
    unit = _unit(tokens, at)
    if not unit:
        return _named(tokens, start, at, word)
    several = tokens.lower[at] in PLURALS and word.turn != "this" and after(tokens, at + 1) not in APOSTROPHES
    if several or _is_length(tokens, found[1] - len(word.words), word.words, unit):
        return None
    return _counted(tokens, start, at + 1, Shift(unit, word.steps, word.base), word.turn)


def _named(tokens: Tokens, start: int, i: int, word: Direction) -> Piece | None:
    """A weekday, month, season or holiday after a direction; "the upcoming July vote" names July alone."""
    named = phrase(tokens, i)
    if not named or named.sort not in ("weekday", "month", "season", "holiday") or not _is_name(tokens, named):
        return None
    if named.sort != "weekday" and word.words[0] in ("coming", "upcoming", "current"):
        return None
    turned = named.expression.joined(DateExpression(turn=word.turn))
    return named._replace(start=start, expression=turned or named.expression, standing="full")


def _is_name(tokens: Tokens, named: Piece) -> bool:
    """Whether a name may follow a direction: "last May" but not "that may"."""
    return named.standing != "short" and (
        named.standing not in ("name", "surname", "brief") or is_capital(tokens.words[named.end - 1])
    )


def _unit(tokens: Tokens, i: int) -> str:
    """The unit a token names, "year's" and the slips "this years", "last years'" included."""
    return UNITS.get(tokens.lower[i].removesuffix("'s"), "")


def _is_length(tokens: Tokens, i: int, words: tuple[str, ...], unit: str) -> bool:
    """Whether "the last year", "over the next year" is a length of time and no period of the calendar."""
    if not i or tokens.lower[i - 1] != "the" or words not in (("last",), ("next",)) or unit in ("quarter", "weekend"):
        return False
    return words == ("last",) or (tokens.lower[max(0, i - 2)] in LENGTHS and unit != "day")


def _counted(tokens: Tokens, start: int, end: int, shift: Shift, turn: str) -> Piece | None:
    if shift.unit == "day" and turn == "this" and tokens.lower[start] in ("this", "current"):
        return None
    if tokens.lower[start] == "the" and tokens.lower[start + 1] == "next":
        shift = Shift(shift.unit, 1, "text")
    return Piece(f"rel{shift.unit}", start, end, DateExpression(shift=shift))


def _bare(tokens: Tokens, i: int) -> Piece | None:
    """ "The third quarter", "the year before", "the day after tomorrow", "the year" where a part of it is meant."""
    lower = tokens.lower
    if lower[i] != "the" or i + 1 >= len(lower):
        return None
    named = phrase(tokens, i + 1)
    if named and named.sort == "quarter" and lower[i + 2 : i + 3] != ("-",):
        return named._replace(start=i)
    unit = _unit(tokens, i + 1)
    if not unit:
        return None
    if unit == "year" and lower[i + 2 : i + 3] and lower[i + 2].isdecimal():
        return None
    count = AFTER_THE_UNIT.get(after(tokens, i + 2).lower(), 0)
    following = after(tokens, i + 3).lower()
    if count and following in ("yesterday", "tomorrow", "last", "next"):
        return Piece(f"rel{unit}", i, i + 4, DateExpression(shift=Shift(unit, 2 * count)))
    if count and _stops(following):
        return Piece(f"rel{unit}", i, i + 3, DateExpression(shift=Shift(unit, count, "text")))
    if unit == "weekend":
        return Piece("relweekend", i, i + 2, DateExpression(shift=Shift(unit, 0)), "weekend")
    return Piece(f"rel{unit}", i, i + 2, DateExpression(shift=Shift(unit, 0)), "joined")


def year_earlier(tokens: Tokens, i: int) -> Piece | None:
    """ "A year earlier", seen from its first word: the year before the one named."""
    if tokens.lower[i + 1 : i + 3] not in (("year", "earlier"), ("year", "before")):
        return None
    following = after(tokens, i + 3).lower()
    expression = DateExpression(shift=Shift("year", -1, "period"))
    stops = following != "than" if tokens.lower[i + 2] == "earlier" else _stops(following)
    return Piece("relyear", i, i + 3, expression) if stops else None


def _stops(following: str) -> bool:
    """Whether nothing hangs on "before" or "after": a clause does in "the year before it opened"."""
    return following in STOPS or is_figure(following) or following in MONEY


# Words before "three years ago" and the side on which the date lies.
APPROXIMATE = {"about": "~", "around": "~", "nearly": "~", "almost": "~", "some": "~", "roughly": "~"} | {
    "approximately": "~",
    "over": "<",
}


def ago(tokens: Tokens, i: int) -> Piece | None:
    """A number of units before publication, seen from the word "ago" at a token: "three years ago"."""
    lower = tokens.lower
    unit = UNITS.get(lower[i - 1], "") if i > 1 else ""
    number = _number_before(lower, i - 1) if unit else None
    if not number:
        return None
    start, count = number
    if start and lower[start - 1] == "half":
        return None
    bound = APPROXIMATE.get(lower[start - 1], "") if start else ""
    if start > 1 and lower[start - 2 : start] in (("more", "than"), ("less", "than")):
        bound = "<" if lower[start - 2] == "more" else ">"
        start -= 1
    return Piece("ago", start - bool(bound), i + 1, DateExpression(shift=Shift(unit, -count), bound=bound))


def _number_before(lower: tuple[str, ...], end: int) -> tuple[int, int] | None:
    """The number whose last token stands before `end`: the token it begins at, and its figure."""
    word = lower[end - 1]
    if lower[max(0, end - 3) : end] == ("a", "couple", "of"):
        return end - 3, 2
    if end > 2 and lower[end - 2] in DASHES and lower[end - 3] in TENS_OF and word in CARDINALS:
        return end - 3, TENS_OF[lower[end - 3]] + CARDINALS[word]
    figure = int(word) if word.isdecimal() and len(word) < 5 else COUNTS.get(word, 0)
    return (end - 1, figure) if figure else None
