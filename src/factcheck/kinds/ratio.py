"""Shares as ratios of small numbers: "one in five", "two out of three", "nine in ten"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.duration import UNITS
from factcheck.kinds.line import Line
from factcheck.kinds.noun import CLOSED, counted
from factcheck.kinds.numeral import Form
from factcheck.kinds.phrase import Phrase, shown
from factcheck.model import Kind, Mention
from factcheck.text.tokens import is_word
from factcheck.values import number

LINKS = (("in",), ("-", "in", "-"), ("out", "of"), ("in", "every"), ("of", "every"), ("out", "of", "every"))
LARGEST_COUNT = 10
ROUND = frozenset({12, 20, 25, 50, 100, 1000, 10000, 100000, 1000000})


def ratio(line: Line, phrase: Phrase) -> Mention | None:
    """A ratio as a percentage. "118 out of 125 seats" is two counts: only small or round wholes make a ratio."""
    other = phrase.next
    if other is None or phrase.high or phrase.mark or phrase.form not in (Form.DIGITS, Form.WORDS):
        return None
    at = phrase.last + _noun(line, phrase, other.last)
    if other.form not in (Form.DIGITS, Form.WORDS) or line.lower[at : other.first] not in LINKS:
        return None
    part, whole = phrase.low.value, other.value
    if not 0 < part < whole or not (whole <= LARGEST_COUNT or whole in ROUND or part == 1) or phrase.low.step != 1:
        return None
    if line.lower[other.last] in UNITS or _both_counted(line, phrase, other.last):
        return None
    value = number(shown(part / whole * 100, 2), bound=phrase.bound, near=phrase.near, step=Decimal(1))
    return Mention(Kind.PERCENTAGE, line.span(phrase.first, other.last), value, "%")


def _noun(line: Line, phrase: Phrase, after: int) -> int:
    """How many words name what the first number counts: "one household in eight". Where the second counts something
    too, as in "one win in eight games", there are two counts."""
    words = line.lower[phrase.last : phrase.last + LONGEST_NOUN + 1]
    length = next((n for n, word in enumerate(words) if word in ("in", "out", "of")), 0)
    named = all(word.isalpha() and word not in CLOSED for word in words[:length])
    noun = line.lower[phrase.last + length - 1]
    return length if named and (noun in GROUPED or counted(line, after) is None) else 0


LONGEST_NOUN = 2
GROUPED = CUES["one of them in so many"]


def _both_counted(line: Line, phrase: Phrase, after: int) -> bool:
    """ "killed 2 in 3 attacks": with "in", only one in so many and words that speak of a rate make a ratio."""
    if line.lower[phrase.last] != "in" or phrase.low.value == 1 or line.lower[phrase.last + 1] == "every":
        return False
    return phrase.form is Form.DIGITS and is_word(line.lower[after]) and line.lower[after] not in PEOPLE


PEOPLE = CUES["after odds"]
