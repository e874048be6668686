"""A numeral phrase: a numeral or a range with its approximator, sign and currency mark, and the place of its unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.kinds import approximator
from factcheck.kinds.currency import mark_before
from factcheck.kinds.line import HYPHENS, Line
from factcheck.kinds.number_words import SCALES
from factcheck.kinds.numeral import ARTICLES, ONE, Form, Numeral, scaled
from factcheck.text import Span
from factcheck.values import Value, number

MINUS_WORDS = frozenset({"minus", "negative"})
MINUS_SIGNS = frozenset({"-", "−", "\u2013"})
OPENERS = frozenset({"", "(", "[", ",", ";", ":", "/", "=", "~", "<", ">", "≤", "≥", "—"})
LIST_LINKS = frozenset({"and", "or", ",", "to", "&"})
LONGEST_LIST = 8


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

    def value(self, factor: Decimal = Decimal(1)) -> Value:
        """The value of the phrase in a unit that is worth `factor` of the canonical one."""
        sign = -1 if self.negative else 1
        low = self.low.value * factor * sign
        high = self.high.value * factor if self.high else None
        step = (self.high or self.low).step * factor
        return number(shown(low), None if high is None else shown(high), bound=self.bound, step=step, near=self.near)

    def end(self, after: int) -> int:
        """The last token of a span that takes in the unit, which ends before token `after`."""
        return self.last if self.borrowed else after

    def span(self, line: Line, after: int) -> Span:
        return line.span(self.first, self.end(after))


# Words between a numeral and its unit that leave the figure as it is: "two more years", "10 extra miles".
EXTRA = frozenset(
    {"more", "additional", "extra", "further", "full", "consecutive", "straight", "whole", "solid", "long"}
)


def unit_token(line: Line, phrase: Phrase) -> int:
    """The token where a unit is looked for: articles of "half an hour" and words that only add are passed over."""
    at = phrase.unit_at
    if phrase.form is Form.FRACTION and line.lower[at] in ARTICLES:
        return at + 1
    return at + 1 if line.lower[at] in EXTRA and not phrase.hyphen else at


def shown(figure: Decimal) -> Decimal:
    """A figure without the endless decimals of a fraction: fifteen significant digits are kept."""
    return figure if len(figure.as_tuple().digits) <= 20 else figure.quantize(Decimal(1).scaleb(figure.adjusted() - 14))


def phrases(line: Line, numerals: Sequence[Numeral]) -> Iterator[Phrase]:
    """The numeral phrases of a line in order; a range takes two numerals."""
    i = 0
    while i < len(numerals):
        low = numerals[i]
        high = numerals[i + 1] if i + 1 < len(numerals) and _range(line, low, numerals[i + 1]) else None
        i += 2 if high else 1
        yield _phrase(line, _rescaled(low, high), high, numerals[i : i + LONGEST_LIST])


def _phrase(line: Line, low: Numeral, high: Numeral | None, following: Sequence[Numeral]) -> Phrase:
    mark, first = mark_before(line, low.first)
    negative, first = _sign(line, first)
    bound = approximator.EXACT
    if low.form is not Form.ORDINAL:
        bound, first = approximator.before(line, first)
    last = (high or low).last
    after, tail = approximator.after(line, last)
    if tail > last:
        bound, last = after, tail
        if line.lower[last - 1] == "+" and line.lower[last] in SCALES:
            low = scaled(line, low._replace(last=last))
            last = low.last
    elif not bound.sign:
        bound = approximator.trailing(line, last)
    unit_at, scale = (last, ONE) if mark else _shared(line, last, low, following)
    if scale > 100 and low.scale == 1 and low.value < 1000 and high is None:
        low = low.times(scale, low.last)
    hyphen = line.hyphen(unit_at)
    return Phrase(
        first,
        last,
        low,
        high,
        bound.sign or (high or low).bound,
        bound.near,
        unit_at + hyphen,
        hyphen,
        mark,
        negative,
        following[0] if following else None,
    )


def _sign(line: Line, first: int) -> tuple[bool, int]:
    """Whether a minus stands before token `first`, and where."""
    before = line.lower[first - 1]
    if before in MINUS_WORDS:
        return True, first - 1
    if before in MINUS_SIGNS and line.glued(first):
        loose = not line.glued(first - 1) or line.lower[first - 2] in OPENERS
        return (True, first - 1) if loose else (False, first)
    return False, first


def _range(line: Line, low: Numeral, high: Numeral) -> bool:
    """Whether two numerals are the ends of one range: "five to ten", "5–10", "between five and ten", "two or three"."""
    if low.form is Form.ORDINAL or high.form is Form.ORDINAL or low.last + 1 > high.first:
        return False
    gap = high.first - low.last
    link = line.lower[low.last]
    if link == "-" and gap == 2 and line.lower[low.last + 1] == "to":
        return _rising(low, high)
    mark, start = mark_before(line, high.first)
    if start != low.last + 1 or not _rising(low, high):
        return False
    before = line.lower[low.first - 1 if not mark else mark_before(line, low.first)[1] - 1]
    if link == "to":
        return before != "from" or _spread(line, low.first - 1)
    if link == "and":
        return before == "between"
    if link in HYPHENS or link == "\u2014":
        return low.form is high.form is Form.DIGITS or line.words[low.last] == "\u2013"
    return link == "or" and low.form is high.form and high.value <= low.value * 2 and not mark


SPREAD_VERBS = ("rang", "vary", "vari", "span", "anywhere", "scale")


def _spread(line: Line, i: int) -> bool:
    """Whether "from" at token i opens a range ("ranging from") and not a change ("rose from")."""
    return any(line.lower[i - back].startswith(SPREAD_VERBS) for back in (1, 2))


def _rising(low: Numeral, high: Numeral) -> bool:
    if low.scale == 1 and high.scale >= 1000 and low.value < 1000 and low.value * high.scale >= high.value:
        return False
    return _rescaled(low, high).value < high.value


def _rescaled(low: Numeral, high: Numeral | None) -> Numeral:
    """The lower end with the scale that only the upper end writes: "5 to 10 million"."""
    if high is None or low.scale != 1 or high.scale == 1 or low.value >= 1000 or low.bound:
        return low
    return low.times(high.scale, low.last) if low.value * high.scale < high.value else low


def _shared(line: Line, last: int, low: Numeral, following: Sequence[Numeral]) -> tuple[int, Decimal]:
    """Where the unit stands, after the last numeral of "21, 18 and 6 months" or else after this one, and the scale
    that goes with it: "two or 2.5 million".
    """
    at, closed, scale = last, False, ONE
    for numeral in following:
        gap = line.lower[at : numeral.first]
        if numeral.form is not low.form and Form.ORDINAL in (numeral.form, low.form):
            break
        if not gap or len(gap) > 2 or not LIST_LINKS.issuperset(gap):
            break
        at, closed, scale = numeral.last, closed or gap[-1] != ",", numeral.scale
    return (at, scale) if closed else (last, ONE)
