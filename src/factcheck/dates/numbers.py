"""The figures that dates are made of: days, years, decades, centuries."""

from __future__ import annotations

from factcheck.dates.calendar import iso_year
from factcheck.dates.pieces import DASHES, Piece, adjacent, before, ordinal
from factcheck.lean.record import replace
from factcheck.lexicon import numbers
from factcheck.text.tokens import Tokens
from factcheck.values.date_expression import DateExpression, Shift

BEFORE_CHRIST = frozenset({"bc", "bce"})
ERAS = BEFORE_CHRIST | {"ad", "ce"}
TENS_OF = numbers("ten")
DECADES = {word.removesuffix("y") + "ies": figure for word, figure in TENS_OF.items()}
CARDINALS = {word: figure for word, figure in numbers("unit", "teen").items() if figure}
# In which hundred a year is that is spoken in two halves: "nineteen eighty-six".
HUNDREDS = {word: figure for word, figure in numbers("teen", "ten").items() if 15 <= figure <= 20}
APOSTROPHES = frozenset("'’‘")
TO = DASHES | {"to", "through", "until", "till"}


def day(tokens: Tokens, i: int) -> Piece | None:
    """A day of the month, or the first and last of several: "5", "5th", "the fifth", "3–5", "5 and 6"."""
    first = _day(tokens, i)
    if not first:
        return None
    figure, end = first
    if end < len(tokens) and (tokens.lower[end] in TO or tokens.lower[end] == "and"):
        last = _day(tokens, end + 1)
        together = tokens.lower[end] != "and" or (last and last[0] == figure + 1) or before(tokens, i) == "between"
        if last and last[0] > figure and together:
            return Piece("day", i, last[1], DateExpression(day=figure, day_to=last[0]), "joined")
    return Piece("day", i, end, DateExpression(day=figure), "day")


def _day(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A figure of a day, and the token after it; "the" belongs to an ordinal only."""
    article = i < len(tokens) and tokens.lower[i] == "the"
    found = ordinal(tokens, i + article)
    if not found and not article and i < len(tokens) and tokens.words[i].isdecimal() and len(tokens.words[i]) < 3:
        found = None if _minutes(tokens, i) else (int(tokens.words[i]), i + 1)
    return found if found and 1 <= found[0] <= 31 else None


def _minutes(tokens: Tokens, i: int) -> bool:
    """Whether a figure is joined to an hour before it, as in "12:30 January 5"."""
    hour = i > 1 and tokens.words[i - 1] == ":" and tokens.words[i - 2].isdecimal()
    return hour and tokens.ends[i - 2] == tokens.starts[i - 1] and tokens.ends[i - 1] == tokens.starts[i]


def spoken_year(tokens: Tokens, i: int) -> Piece | None:
    """A year in words: "nineteen eighty-six", "two thousand and fifteen"."""
    lower = tokens.lower
    if lower[i : i + 2] == ("two", "thousand"):
        at = i + 2 + (lower[i + 2 : i + 3] == ("and",))
        rest = _below_hundred(lower, at)
        return Piece("year", i, rest[1], DateExpression(year=str(2000 + rest[0])), "spoken") if rest else None
    rest = _below_hundred(lower, i + 1) if lower[i] in HUNDREDS else None
    if rest and rest[0] > 9:
        return Piece("year", i, rest[1], DateExpression(year=str(HUNDREDS[lower[i]] * 100 + rest[0])), "spoken")
    return None


def _below_hundred(lower: tuple[str, ...], i: int) -> tuple[int, int] | None:
    """A number in words below a hundred, and the token after it."""
    if i >= len(lower):
        return None
    if lower[i] in CARDINALS:
        return CARDINALS[lower[i]], i + 1
    if lower[i] in TENS_OF:
        at = i + 1 + (lower[i + 1 : i + 2] != () and lower[i + 1] in DASHES)
        ones = CARDINALS.get(lower[at], 10) if at < len(lower) else 10
        return (TENS_OF[lower[i]] + ones, at + 1) if ones < 10 else (TENS_OF[lower[i]], i + 1)
    return None


def year(tokens: Tokens, i: int) -> Piece | None:
    """A year of four digits, an abbreviated one ("’17"), or one with its era ("44 BC")."""
    words, lower = tokens.words, tokens.lower
    word = words[i]
    following = lower[i + 1] if i + 1 < len(words) else ""
    if word.isdecimal() and len(word) < 5 and following in ERAS and words[i + 1].isupper() and not _minutes(tokens, i):
        told = _year_bc(word) if following in BEFORE_CHRIST else f"{int(word):04}"
        return Piece("year", i, i + 2, DateExpression(year=told))
    if word == "AD" and following.isdecimal() and len(following) < 5:
        return Piece("year", i, i + 2, DateExpression(year=f"{int(following):04}"))
    other = _before_christ(tokens, i) or _fiscal(tokens, i) or _after_quarter(tokens, i)
    if other:
        return other
    if len(word) == 4 and word.isdecimal() and "1000" <= word < "2200":
        return Piece("year", i, i + 1, DateExpression(year=word), "year")
    if word in APOSTROPHES and following.isdecimal() and len(following) == 2 and adjacent(tokens, i):
        return Piece("year", i, i + 2, DateExpression(year=century_of(int(following)) + following), "abbreviated")
    return None


def _fiscal(tokens: Tokens, i: int) -> Piece | None:
    """A financial year, named by the year it ends in: "FY2021", "fiscal year 2021"."""
    if tokens.lower[i] not in ("fy", "fiscal"):
        return None
    at = i + 1 + (tokens.lower[i] == "fiscal" and tokens.lower[i + 1 : i + 2] == ("year",))
    figure = tokens.words[at] if at < len(tokens) else ""
    if not figure.isdecimal() or len(figure) not in (2, 4):
        return None
    text = figure if len(figure) == 4 else century_of(int(figure)) + figure
    return Piece("year", i, at + 1, DateExpression(year=text))


def _before_christ(tokens: Tokens, i: int) -> Piece | None:
    """Years that count down to one era: "312 to 198 BC", "between 312 and 198 BC", "480–31 BC"."""
    words = tokens.words[i : i + 4]
    if len(words) < 4 or not words[0].isdecimal() or not words[2].isdecimal() or len(words[0]) > 4:
        return None
    linked = words[1] in TO or (words[1] == "and" and before(tokens, i) == "between")
    if (
        not linked
        or tokens.lower[i + 3] not in BEFORE_CHRIST
        or not words[3].isupper()
        or int(words[0]) <= int(words[2])
    ):
        return None
    first, last = (DateExpression(year=_year_bc(word)) for word in (words[0], words[2]))
    return Piece("years", i, i + 4, replace(first, until=last))


def _year_bc(figure: str) -> str:
    """A year BC as EDTF writes it, where the year before AD 1 is 0."""
    return iso_year(1 - max(1, int(figure)))


def _after_quarter(tokens: Tokens, i: int) -> Piece | None:
    """The year of two figures in "4Q24", "2H25"."""
    word = tokens.words[i]
    if i < 2 or len(word) != 2 or not word.isdecimal() or tokens.lower[i - 1] not in ("q", "h"):
        return None
    glued = adjacent(tokens, i - 1) and adjacent(tokens, i - 2) and tokens.words[i - 2] in ("1", "2", "3", "4")
    return Piece("year", i, i + 1, DateExpression(year="20" + word)) if glued else None


def day_and_year(tokens: Tokens, i: int) -> Piece | None:
    """ "17,2019" after a month, where the space behind the comma is lost."""
    figure, comma, of_year = tokens.words[i].partition(",")
    if not comma or not figure.isdecimal() or len(of_year) != 4 or not of_year.isdecimal():
        return None
    fits = len(figure) < 3 and 1 <= int(figure) <= 31 and "1000" <= of_year < "2200"
    return Piece("dayyear", i, i + 1, DateExpression(day=int(figure), year=of_year), "joined") if fits else None


def weeks_on(tokens: Tokens, i: int) -> Piece | None:
    """ "two weeks" after a weekday and "in": "on Friday in two weeks"."""
    count = CARDINALS.get(tokens.lower[i], 0) or (int(tokens.words[i]) if tokens.words[i].isdecimal() else 0)
    if not 0 < count < 53 or before(tokens, i) != "in" or tokens.lower[i + 1 : i + 2] not in (("weeks",), ("week",)):
        return None
    return Piece("weekson", i, i + 2, DateExpression(shift=Shift("week", count)), "joined")


def century_of(figure: int) -> str:
    """The century of a year of two figures: 30–99 are of the twentieth, as spreadsheets settle it (1930 to 2029)."""
    return "19" if figure >= 30 else "20"


def decade(tokens: Tokens, i: int) -> Piece | None:
    """A decade ("1990s", "the ’90s", "the nineties") or the hundred years of "the 1800s"."""
    lower = tokens.lower
    if lower[i] in DECADES:
        return Piece("era", i, i + 1, DateExpression(year=f"19{DECADES[lower[i]] // 10}X"), "the")
    start = i
    i += lower[i] in APOSTROPHES
    if i >= len(lower) or not lower[i].isdecimal() or not lower[i].endswith("0") or len(lower[i]) not in (2, 4):
        return None
    end = i + 1
    end += end < len(lower) and lower[end] in APOSTROPHES and adjacent(tokens, i)
    if end >= len(lower) or lower[end] != "s" or not adjacent(tokens, end - 1):
        return None
    figure = lower[i]
    if len(figure) == 2:
        return Piece("era", start, end + 1, DateExpression(year=f"19{figure[0]}X"), "the")
    text = figure[:2] + "XX" if figure.endswith("00") and figure < "2000" else figure[:3] + "X"
    return Piece("era", start, end + 1, DateExpression(year=text))


def century(tokens: Tokens, i: int) -> Piece | None:
    """A century by its ordinal: "the 19th century", "the third century BC"."""
    found = ordinal(tokens, i)
    if not found or found[1] >= len(tokens):
        return None
    figure, end = found
    end += tokens.lower[end] in DASHES
    if end >= len(tokens) or tokens.lower[end] not in ("century", "centuries") or not 1 <= figure <= 21:
        return None
    end += 1
    era = tokens.lower[end] if end < len(tokens) else ""
    text = f"{'-' if era in BEFORE_CHRIST else ''}{figure - 1:02}XX"
    return Piece("era", i, end + (era in ERAS), DateExpression(year=text))
