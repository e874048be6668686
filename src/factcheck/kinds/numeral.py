"""A numeral as it is written: its tokens, its exact value, the precision and the style of its writing."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, auto

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.kinds.number_words import SCALES
from factcheck.lean.record import NamedTuple

ONE = Decimal(1)
# No prose multiplies beyond this; a run of "million million million" stops here.
LARGEST_SCALE = ONE.scaleb(18)
# The precision of a part of a whole: "two thirds" is good to a hundredth.
HUNDREDTH = Decimal("0.01")
ARTICLES = frozenset({"a", "an"})


class Form(Enum):
    """How a numeral is written."""

    DIGITS = auto()
    WORDS = auto()
    ORDINAL = auto()
    FRACTION = auto()
    VAGUE = auto()
    MULTIPLE = auto()
    CLOCK = auto()


class Numeral(NamedTuple):
    """The tokens `first` up to `last` and their value.

    step: the place of the last digit or scale written; scale: what its scale words and suffixes multiply it by
    bound: ">=" for a bare plural ("dozens"), else ""
    """

    first: int
    last: int
    value: Decimal
    step: Decimal
    form: Form
    scale: Decimal = ONE
    bound: str = ""

    def times(self, factor: Decimal, last: int) -> Numeral:
        """The numeral with a scale after it."""
        return self._replace(last=last, value=self.value * factor, step=self.step * factor, scale=self.scale * factor)


def as_much(line: Line, i: int) -> bool:
    """Whether "twice" or "three times" before token i multiplies what follows; "twice the day before" counts times."""
    follows = line.lower[i + 1]
    return line.lower[i] in AS_MUCH and follows not in SPELLS and not follows.endswith("day")


AS_MUCH = CUES["times as much"]
SPELLS = CUES["spell"]


def scaled(line: Line, numeral: Numeral) -> Numeral:
    """The numeral times the scale words after it: "2.5 million", "three lakh crore", "$2-mln"."""
    j = numeral.last + 1 if line.hyphen(numeral.last) and line.lower[numeral.last + 1] in SCALES else numeral.last
    while line.lower[j] in SCALES and numeral.scale < LARGEST_SCALE:
        numeral = numeral.times(SCALES[line.lower[j]], j + 1)
        j += 1
    return numeral
