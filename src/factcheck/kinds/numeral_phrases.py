"""Gathers the numerals of a line into phrases: ranges, approximators, signs, currency marks, shared units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.kinds import approximator
from factcheck.kinds.approximator import EXACT, Bound
from factcheck.kinds.currency import mark_before
from factcheck.kinds.line import Line
from factcheck.kinds.number_words import SCALES
from factcheck.kinds.numeral import ONE, Form, Numeral, scaled
from factcheck.kinds.phrase import LIST_LINKS, Phrase
from factcheck.kinds.ranges import is_range, rescaled, signed

# "By a tenth to 11p", "the 23rd and 67 others": these share no unit with other numerals.
UNLISTED = frozenset({Form.ORDINAL, Form.FRACTION, Form.MULTIPLE, Form.CLOCK})
LONGEST_LIST = 8


def phrases(line: Line, numerals: Sequence[Numeral]) -> Iterator[Phrase]:
    """The numeral phrases of a line in order; a range takes two numerals."""
    i = 0
    while i < len(numerals):
        low = numerals[i]
        high = numerals[i + 1] if i + 1 < len(numerals) and is_range(line, low, numerals[i + 1]) else None
        i += 2 if high else 1
        high = high._replace(value=-high.value) if high and signed(line, mark_before(line, high.first)[1])[0] else high
        yield _phrase(line, rescaled(low, high), high, numerals[i : i + LONGEST_LIST])


def _phrase(line: Line, low: Numeral, high: Numeral | None, following: Sequence[Numeral]) -> Phrase:
    mark, first = mark_before(line, low.first)
    negative, first = signed(line, first)
    low, last = _plus(line, low) if high is None else (low, high.last)
    bound, first, last = _bounds(line, low, first, last, following[:1])
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


def _plus(line: Line, low: Numeral) -> tuple[Numeral, int]:
    """ "6.3+ million": a plus between the digits and their scale bounds the whole."""
    if line.lower[low.last] != "+" or line.lower[low.last + 1] not in SCALES:
        return low, low.last
    whole = scaled(line, low._replace(last=low.last + 1, bound=">="))
    return whole, whole.last


def _bounds(line: Line, low: Numeral, first: int, last: int, following: Sequence[Numeral]) -> tuple[Bound, int, int]:
    """The approximator around tokens `first` to `last`, and the tokens with it. Ordinals have none."""
    if low.form is Form.ORDINAL:
        return EXACT, first, last
    after, tail = approximator.after(line, last)
    bound, head = approximator.before(line, first)
    # "A mark of 8 and under 25 votes" puts a bound on what follows.
    goes_on = line.lower[last] == "and" and any(mark_before(line, other.first)[1] == tail for other in following)
    if tail > last and not goes_on:
        return after, head, tail
    return bound if bound.sign else approximator.trailing(line, last), head, last


def _shared(line: Line, last: int, low: Numeral, following: Sequence[Numeral]) -> tuple[int, Decimal]:
    """Where the unit stands, after the last numeral of "21, 18 and 6 months" or else after this one, and the scale
    that goes with it: "two or 2.5 million".
    """
    at, closed, scale = last, False, ONE
    for numeral in following:
        gap = line.lower[at : signed(line, numeral.first)[1]]
        if numeral.form is not low.form and not UNLISTED.isdisjoint((numeral.form, low.form)):
            break
        if not gap or len(gap) > 2 or not LIST_LINKS.issuperset(gap):
            break
        at, closed, scale = numeral.last, closed or gap[-1] != ",", numeral.scale
    return (at, scale) if closed else (last, ONE)
