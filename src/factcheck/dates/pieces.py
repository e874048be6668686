"""The words that dates are made of, as pieces found by their first word."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.lean.record import NamedTuple
from factcheck.lexicon import forms, numbers, table
from factcheck.text.tokens import Tokens, tokenise
from factcheck.values.date_expression import DateExpression, Shift


class Piece(NamedTuple):
    """Part of a date expression: tokens `start` to `end` and what they state.

    sort: decides what it may be joined to
    standing: "full" stands by itself, "cue" and "name" need a word that calls for a date, "joined" and "short" need
              another piece beside them
    """

    sort: str
    start: int
    end: int
    expression: DateExpression
    standing: str = "full"


# A whole date expression: its first token, the token after it, and what it states.
Dated = tuple[int, int, DateExpression]


class Phrase(NamedTuple):
    """A form of the lexicon: its words, folded, and what they state."""

    words: tuple[str, ...]
    sort: str
    expression: DateExpression
    standing: str = "full"


def _rows() -> Iterator[tuple[str, str, DateExpression, str]]:
    """Every form of the tables with its sort, meaning and standing."""
    for row in table("months"):
        yield row["form"], "month", DateExpression(month=int(row["month"])), row["standing"]
    for row in table("weekdays"):
        yield row["form"], "weekday", DateExpression(weekday=int(row["weekday"])), row["standing"]
    for row in table("seasons"):
        sort = "season" if int(row["season"]) < 30 else "quarter"
        yield row["form"], sort, DateExpression(season=int(row["season"])), row["standing"]
    for row in table("date_parts"):
        sort = "comparative" if row["part"] == "-" else "part"
        yield row["form"], sort, DateExpression(part=row["part"]), "joined"
    for row in table("holidays"):
        yield row["form"], "holiday", DateExpression(holiday=forms(row["form"])[0]), "capital"
    for row in table("date_relative"):
        if row["unit"] != "-":
            shift = Shift(row["unit"], int(row["count"]), row["base"])
            yield row["form"], f"rel{row['unit']}", DateExpression(shift=shift), "word"


def _index() -> dict[str, tuple[Phrase, ...]]:
    """The phrases by first word, the longest first."""
    index: dict[str, list[Phrase]] = {}
    for cell, sort, expression, standing in _rows():
        for form in forms(cell):
            words = tokenise(form).lower
            index.setdefault(words[0], []).append(Phrase(words, sort, expression, standing))
    return {first: tuple(sorted(found, key=lambda p: -len(p.words))) for first, found in index.items()}


class Direction(NamedTuple):
    """A word such as "last" or "the following": how many units from which base, and its turn."""

    words: tuple[str, ...]
    steps: int
    base: str
    turn: str


def _directions() -> dict[str, tuple[Direction, ...]]:
    index: dict[str, list[Direction]] = {}
    for row in table("date_relative"):
        if row["unit"] == "-":
            for form in forms(row["form"]):
                words = tokenise(form).lower
                index.setdefault(words[0], []).append(Direction(words, int(row["count"]), row["base"], row["turn"]))
    return {first: tuple(sorted(found, key=lambda d: -len(d.words))) for first, found in index.items()}


PHRASES = _index()
DIRECTIONS = _directions()
UNITS = {form: row["unit"] for row in table("date_units") for form in forms(row["form"])}
CUES = {row["use"]: frozenset(forms(row["form"])) for row in table("date_cues")}
HOLIDAYS = {forms(row["form"])[0]: row["rule"] for row in table("holidays")}
SUFFIXES = frozenset(("st", "nd", "rd", "th"))
DASHES = frozenset("-–—")
# A month has so many days at the most.
LONGEST_MONTH = 31
ORDINALS = {word: figure for word, figure in numbers("ordinal").items() if figure <= LONGEST_MONTH}
TENS = {word: figure for word, figure in numbers("ten").items() if figure <= LONGEST_MONTH}


def phrase(tokens: Tokens, i: int) -> Piece | None:
    """The longest phrase of the lexicon that begins at a token."""
    word = tokens.lower[i]
    for words, sort, expression, standing in PHRASES.get(word) or PHRASES.get(word.removesuffix("'s"), ()):
        end = i + len(words)
        if tokens.lower[i : end - 1] == words[:-1] and _same(tokens, end - 1, words[-1]):
            return Piece(sort, i, end + _stop(tokens, end, standing), expression, standing)
    return None


def direction(tokens: Tokens, i: int) -> tuple[Direction, int] | None:
    """The longest direction word that begins at a token, and the token after it."""
    for found in DIRECTIONS.get(tokens.lower[i], ()):
        end = i + len(found.words)
        if tokens.lower[i:end] == found.words:
            return found, end
    return None


def ordinal(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """An ordinal in digits or words up to the thirty-first, and the token after it."""
    lower = tokens.lower
    if i >= len(lower):
        return None
    word = lower[i]
    if word.isdecimal():
        follows = i + 1 < len(lower) and lower[i + 1] in SUFFIXES and adjacent(tokens, i)
        return (int(word), i + 2) if follows and len(word) < 3 else None
    if word in TENS:
        after = i + 1 + (i + 1 < len(lower) and lower[i + 1] in DASHES)
        unit = ORDINALS.get(lower[after], 99) if after < len(lower) else 99
        return (TENS[word] + unit, after + 1) if unit < 10 else None
    return (ORDINALS[word], i + 1) if word in ORDINALS else None


def before(tokens: Tokens, i: int) -> str:
    """The word before a token, folded; "" at the beginning."""
    return tokens.lower[i - 1] if i > 0 else ""


def after(tokens: Tokens, i: int) -> str:
    """The word at a token, as it stands; "" at the end."""
    return tokens.words[i] if i < len(tokens) else ""


def adjacent(tokens: Tokens, i: int) -> bool:
    """Whether the next token follows without a space."""
    return i + 1 < len(tokens) and tokens.ends[i] == tokens.starts[i + 1]


def _same(tokens: Tokens, i: int, word: str) -> bool:
    """Whether a token is the word, or its possessive."""
    return i < len(tokens) and (tokens.lower[i] == word or tokens.lower[i] == word + "'s")


def _stop(tokens: Tokens, end: int, standing: str) -> bool:
    """Whether a short form is followed by the full stop of its abbreviation."""
    return (
        standing in ("short", "brief")
        and end < len(tokens)
        and tokens.words[end] == "."
        and tokens.starts[end] == tokens.ends[end - 1]
    )
