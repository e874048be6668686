"""Lengths of time: "seven months", "more than three decades", "half an hour", "a year and a half"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.kinds.numeral import ARTICLES, Form, Numeral
from factcheck.kinds.phrase import Phrase, shown, unit_token
from factcheck.lean.record import NamedTuple
from factcheck.lexicon import forms, table
from factcheck.model import Kind, Mention
from factcheck.text.tokens import is_figure
from factcheck.values import Value, duration
from factcheck.values.number import plain


class TimeUnit(NamedTuple):
    """A unit of ISO 8601 (`T` as part for hours and below) and how many of it the word is worth."""

    designator: str
    part: str
    worth: Decimal


UNITS = {
    form: TimeUnit(row["designator"], row["part"], Decimal(row["worth"]))
    for row in table("durations")
    for form in forms(row["form"])
}
LONG_PLURALS = frozenset({"decades", "centuries", "millennia"})
ONE, TWO = Decimal(1), Decimal(2)
PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": ONE / 3}
# What stands before "a year" where it is a length of time and not a rate: "for a year", "within an hour".
BEFORE_ONE = CUES["before a year"]
AFTER_ONE = CUES["after a year"]
LOCKED_UP = CUES["locked up"]
BEFORE_PLURAL, AFTER_PLURAL = CUES["before decades"], CUES["after decades"]
RATES = CUES["rate"]


def time_unit(line: Line, phrase: Phrase) -> tuple[TimeUnit, int] | None:
    """The unit of time after a phrase and the token after it, articles of "half an hour" skipped."""
    if phrase.form is Form.ORDINAL or phrase.mark:
        return None
    at = unit_token(line, phrase)
    unit = UNITS.get(line.lower[at])
    if unit is None or (len(line.lower[at]) == 1 and phrase.form is not Form.DIGITS):
        return None
    return unit, at + 1


def duration_mention(line: Line, phrase: Phrase) -> Mention | None:
    """A numeral with a unit of time."""
    found = time_unit(line, phrase)
    if found is None:
        return None
    unit, after = found
    extra, after = and_part(line, after) if not phrase.borrowed else (Decimal(0), after)
    return Mention(Kind.DURATION, phrase.span(line, after), length(phrase, unit, extra))


def length(phrase: Phrase, unit: TimeUnit, extra: Decimal = Decimal(0)) -> Value:
    """The value of a phrase in a unit of time."""
    text = _iso(phrase.low.value + extra, unit)
    if phrase.high is not None:
        text += "/" + _iso(phrase.high.value + extra, unit)
    return duration(text, bound=phrase.bound, near=phrase.near)


def _iso(figure: Decimal, unit: TimeUnit) -> str:
    return f"P{unit.part}{plain(shown(figure * unit.worth))}{unit.designator}"


def and_part(line: Line, after: int) -> tuple[Decimal, int]:
    """ "and a half" behind the unit: "a year and a half", "one hour and half"."""
    if line.lower[after] != "and":
        return Decimal(0), after
    at = after + 2 if line.lower[after + 1] in ARTICLES else after + 1
    part = PARTS.get(line.lower[at])
    return (part, at + 1) if part is not None else (Decimal(0), after)


def implied(line: Line, i: int) -> Numeral | None:
    """The numeral that a bare unit of time at token i implies: one for "a decade", two at least for "decades"."""
    unit = line.lower[i]
    if unit in LONG_PLURALS:
        stands = line.lower[i - 1] in BEFORE_PLURAL or line.lower[i + 1] in AFTER_PLURAL
        return Numeral(i, i, TWO, ONE, Form.VAGUE, bound=">=") if stands else None
    if line.lower[i - 1] not in ARTICLES or unit.endswith("s"):
        return None
    before, follows = line.lower[i - 2], line.lower[i + 1]
    long = UNITS[unit].worth > 1 and before not in RATES and not is_figure(before)
    named = (
        before in BEFORE_ONE
        or follows in AFTER_ONE
        or " ".join(line.lower[i + 1 : i + 3]) in LOCKED_UP
        or (follows == "and" and PARTS.keys() & {*line.lower[i + 2 : i + 4]})
    )
    if not (long or named) or unit == "second" or before in RATES:
        return None
    return Numeral(i - 1, i, ONE, ONE, Form.WORDS)
