"""Tells two numerals that are the ends of one range from two figures of a change or a list."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.kinds.currency import mark_before
from factcheck.kinds.line import HYPHENS, Line
from factcheck.kinds.numeral import Form, Numeral

SPREAD_VERBS = ("rang", "ran", "run", "vary", "vari", "span", "anywhere", "scale")
FALLING_BELOW = 1000
# "Rise by £2 million to £15 million": what is added and what comes of it, where one is so many times the other.
CHANGED = frozenset(
    "by up down rose rise fell fall grew gained gain lost lose added add shed slipped dropped drop jumped climbed "
    "climb eased increased decreased".split()
)
TIMES_CHANGE = 5
SMALLEST_CHANGE = 10


def is_range(line: Line, low: Numeral, high: Numeral) -> bool:
    """Whether two numerals are the ends of one range: "five to ten", "5–10", "between five and ten", "two or three"."""
    if Form.ORDINAL in (low.form, high.form) or low.last + 1 > high.first:
        return False
    if low.form is not high.form and Form.FRACTION in (low.form, high.form):
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
        if before in CHANGED and is_result(rescaled(low, high).value, high.value):
            return False
        return before != "from" or spreads(line.lower[max(0, low.first - 3) : low.first - 1])
    if link == "and":
        return before == "between"
    if link in HYPHENS or link == "\u2014":
        return low.form is high.form is Form.DIGITS or line.words[low.last] == "\u2013"
    return link == "or" and low.form is high.form and high.value <= low.value * 2 and not mark


def is_result(change: Decimal, after: Decimal) -> bool:
    """Whether a figure is what a change led to, and not the far end of a range."""
    return change >= SMALLEST_CHANGE and after >= change * TIMES_CHANGE


def spreads(before: Sequence[str]) -> bool:
    """Whether the words before "from" open a range ("ranging from") and not a change ("rose from")."""
    return any(word.startswith(SPREAD_VERBS) for word in before)


def _rising(low: Numeral, high: Numeral) -> bool:
    """Whether the ends rise; "635 to 541 million years" falls, since the scale belongs to both."""
    if low.scale == 1 and high.scale >= FALLING_BELOW > low.value and low.value * high.scale >= high.value:
        return False
    return rescaled(low, high).value < high.value


def rescaled(low: Numeral, high: Numeral | None) -> Numeral:
    """The lower end with the scale that only the upper end writes: "5 to 10 million"."""
    if high is None or low.scale != 1 or high.scale == 1 or low.value >= 1000 or low.bound:
        return low
    return low.times(high.scale, low.last) if low.value * high.scale < high.value else low
