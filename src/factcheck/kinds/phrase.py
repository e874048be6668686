"""A numeral phrase: a numeral or a range with its approximator, sign and currency mark, and the place of its unit."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.kinds.numeral import ARTICLES, Form, Numeral
from factcheck.lean.record import dataclass
from factcheck.text import Span
from factcheck.values import Value, number

LIST_LINKS = frozenset({"and", "or", ",", "to", "&"})
ENDLESS = 20


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens `first` up to `last`, and what they say.

    low, high: the numeral, or the two ends of a range; bound, near: as in Value
    unit_at: the token where the unit or noun stands: after the phrase, or after the last of a list that shares it
    hyphen: whether a hyphen joins the phrase to its unit; mark: the currency written before it
    next: the numeral that follows in the line, whatever stands between
    """

    first: int
    last: int
    low: Numeral
    high: Numeral | None
    bound: str
    near: bool
    unit_at: int
    hyphen: bool
    mark: str = ""
    negative: bool = False
    next: Numeral | None = None

    @property
    def borrowed(self) -> bool:
        """Whether the unit belongs to a later member of a list, and so lies outside the span."""
        return self.unit_at - self.hyphen != self.last

    @property
    def form(self) -> Form:
        return (self.high or self.low).form

    def value(self, factor: Decimal = Decimal(1), places: int = 20) -> Value:
        """The value of the phrase in a unit that is worth `factor` of the canonical one, to so many decimals."""
        sign = -1 if self.negative else 1
        low = self.low.value * factor * sign
        high = self.high.value * factor if self.high else None
        step = (self.high or self.low).step * factor
        last = None if high is None else shown(high, places)
        return number(shown(low, places), last, bound=self.bound, step=step, near=self.near)

    def end(self, after: int) -> int:
        """The last token of a span that takes in the unit, which ends before token `after`."""
        return self.last if self.borrowed else after

    def span(self, line: Line, after: int) -> Span:
        return line.span(self.first, self.end(after))


# Words between a numeral and its unit that leave the figure as it is: "two more years", "10 extra miles".
EXTRA = CUES["extra"]


def unit_token(line: Line, phrase: Phrase) -> int:
    """The token of the unit in "a quarter of a mile", "half an hour", "millions of dollars", "two more years"."""
    at = phrase.unit_at
    if phrase.form is Form.VAGUE:
        return at + (line.lower[at] == "of")
    if phrase.form is Form.FRACTION:
        after = at + (line.lower[at] == "of")
        return after + 1 if line.lower[after] in ARTICLES else at
    return at + 1 if line.lower[at] in EXTRA and not phrase.hyphen else at


def shown(figure: Decimal, places: int = 20) -> Decimal:
    """A figure without the endless decimals of a fraction: fifteen significant digits, or so many decimals."""
    if len(figure.as_tuple().digits) <= ENDLESS:
        return figure
    return figure.quantize(max(Decimal(1).scaleb(figure.adjusted() - 14), Decimal(1).scaleb(-places)))
