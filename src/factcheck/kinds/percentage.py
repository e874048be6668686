"""Shares and percentages: "43.8 percent", "two-thirds of", "one in five", "4 percentage points"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.duration import UNITS as UNITS_OF_TIME
from factcheck.kinds.line import Line
from factcheck.kinds.numeral import ARTICLES, Form
from factcheck.kinds.phrase import Phrase, unit_token
from factcheck.kinds.phrasebook import Phrasebook
from factcheck.kinds.vote import is_vote_share
from factcheck.lexicon import forms, table
from factcheck.model import Kind, Mention
from factcheck.text.tokens import is_word

HUNDRED = Decimal(100)
UNITS = Phrasebook((form, row["unit"]) for row in table("shares") for form in forms(row["form"]))
# After these a bare fraction is not a share of something: "a half hour", "half past", "half an hour".
DURATIONS_AND_CLOCKS = CUES["after a half"]

# "A quarter point", "half a point": a part of one is a step of a rate.
POINTS = frozenset({"point", "points"})


def percentage(line: Line, phrase: Phrase) -> Mention | None:
    """A numeral with a percent sign or word, or a fraction of something."""
    if phrase.form is Form.ORDINAL or phrase.mark:
        return None
    found = UNITS.at(line.lower, unit_token(line, phrase))
    if found is not None:
        unit, after = found
        return _mention(line, phrase, Decimal(1), unit, after)
    if phrase.form is Form.FRACTION and line.lower[unit_token(line, phrase)] in POINTS:
        return _mention(line, phrase, Decimal(1), "percentage point", unit_token(line, phrase) + 1)
    if phrase.form is Form.FRACTION and _is_share(line, phrase):
        return _mention(line, phrase, HUNDRED, "%", phrase.last)
    return None


def _mention(line: Line, phrase: Phrase, factor: Decimal, unit: str, after: int) -> Mention:
    kind = Kind.VOTE_SHARE if unit == "%" and is_vote_share(line, phrase.first, after) else Kind.PERCENTAGE
    value = phrase.value(factor, places=2) if factor != 1 else phrase.value()
    return Mention(kind, phrase.span(line, after), value, unit)


def _is_share(line: Line, phrase: Phrase) -> bool:
    """Whether a fraction is a share of a whole that the sentence names or implies, and not a plain number."""
    if (phrase.high or phrase.low).value >= 1:
        return False
    follows = line.lower[phrase.unit_at]
    if follows in ARTICLES or line.lower[unit_token(line, phrase)] in UNITS_OF_TIME:
        return False
    if follows in DURATIONS_AND_CLOCKS or follows in ("and", "or"):
        return False
    return bool(is_word(follows)) or bool(phrase.bound) or line.lower[phrase.first - 1] == "by"
