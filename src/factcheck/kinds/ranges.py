"""Tells two numerals that are the ends of one range from two figures of a change or a list."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.currency import mark_before
from factcheck.kinds.line import HYPHENS, Line
from factcheck.kinds.numeral import Form, Numeral
from factcheck.text.tokens import is_figure

MINUS_WORDS = frozenset({"minus", "negative"})
MINUS_SIGNS = frozenset({"-", "−", "\u2013"})
OPENERS = frozenset({"", "(", "[", ",", ";", ":", "/", "=", "~", "<", ">", "≤", "≥", "—"})
# "Doubled to ten" is no range, nor is "first to fifth".
APART = frozenset({Form.ORDINAL, Form.MULTIPLE, Form.CLOCK})
SPREADING = tuple(CUES["beginning of spreading"])
FALLING_BELOW = 1000
# "Rise by £2 million to £15 million": what is added and what comes of it, where both write the unit or the second is
# so many times the first.
CHANGED = CUES["changed by"]
# "It may fall by £2 million to £5 million": what is only guessed at is a range.
GUESSING = CUES["guessing"]
LEAD = 8
TIMES_CHANGE = 5
SMALLEST_CHANGE = 10


def is_range(line: Line, low: Numeral, high: Numeral) -> bool:
    """Whether two numerals are the ends of one range: "five to ten", "5–10", "between five and ten", "two or three"."""
    if not APART.isdisjoint((low.form, high.form)) or low.last + 1 > high.first:
        return False
    if low.form is not high.form and Form.FRACTION in (low.form, high.form) and not _of_one_scale(line, low, high):
        return False
    gap = high.first - low.last
    link = line.lower[low.last]
    if link == "-" and gap == 2 and line.lower[low.last + 1] == "to":
        return _rising(line, low, high)
    mark, start = mark_before(line, high.first)
    start = signed(line, start)[1]
    if start != low.last + 1 or not _rising(line, low, high):
        return False
    own, first = mark_before(line, low.first)
    first = signed(line, first)[1]
    before = line.lower[first - 1]
    if link == "to":
        if before in CHANGED and rescaled(low, high) is low:
            repeated = own and mark and is_change(line.lower[max(0, first - LEAD) : first])
            if repeated or is_result(low.value, high.value):
                return False
        return before != "from" or spreads(line.lower[max(0, first - 3) : first - 1])
    if link == "and":
        return before == "between"
    if link in HYPHENS or link == "\u2014":
        return low.form is high.form is Form.DIGITS or line.words[low.last] == "\u2013"
    return link == "or" and low.form is high.form and high.value <= low.value * 2 and not mark


def _of_one_scale(line: Line, low: Numeral, high: Numeral) -> bool:
    """ "0 to 1/4", "3/4 to 1", "zero to a quarter": figures and fractions of one scale; "two thirds to one" is two
    things."""
    if low.value == 0:
        return True
    return is_figure(line.words[low.first]) and is_figure(line.words[high.first])


def is_result(change: Decimal, after: Decimal) -> bool:
    """Whether a figure is what a change led to, and not the far end of a range."""
    return change >= SMALLEST_CHANGE and after >= change * TIMES_CHANGE


def spreads(before: Sequence[str]) -> bool:
    """Whether the words before "from" open a range ("ranging from") and not a change ("rose from")."""
    return any(word.startswith(SPREADING) for word in before)


def is_change(before: Sequence[str]) -> bool:
    """Whether the words before an amount tell by how much something changed, so that "to" leads to its level."""
    return not CHANGED.isdisjoint(before[-1:]) and GUESSING.isdisjoint(before)


def signed(line: Line, first: int) -> tuple[bool, int]:
    """Whether a minus stands before token `first`, and the token at which the figure then begins."""
    before = line.lower[first - 1]
    if before in MINUS_WORDS and line.lower[first - 2] != "or":
        return True, first - 1
    if before in MINUS_SIGNS and line.glued(first):
        loose = not line.glued(first - 1) or line.lower[first - 2] in OPENERS
        return (True, first - 1) if loose else (False, first)
    return False, first


def _rising(line: Line, low: Numeral, high: Numeral) -> bool:
    """Whether the ends rise; "420 to 360 million years" falls, since the scale belongs to both."""
    below, above = (signed(line, mark_before(line, end.first)[1])[0] for end in (low, high))
    if below or above:
        return below and (not above or low.value > high.value)
    if low.scale == 1 and high.scale >= FALLING_BELOW > low.value and low.value * high.scale >= high.value:
        return False
    return rescaled(low, high).value < high.value


def rescaled(low: Numeral, high: Numeral | None) -> Numeral:
    """The lower end with the scale that only the upper end writes: "5 to 10 million"."""
    if high is None or low.scale != 1 or high.scale == 1 or low.value >= 1000 or low.bound:
        return low
    return low.times(high.scale, low.last) if low.value * high.scale < high.value else low
