"""Finds every numeral of a line in one pass over its tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress

from factcheck.kinds.clock_words import NAMED, clock_words
from factcheck.kinds.currency import PREFIX_ENDS
from factcheck.kinds.duration import UNITS, implied
from factcheck.kinds.figures import read_digits
from factcheck.kinds.line import Line
from factcheck.kinds.number_words import NUMBERS
from factcheck.kinds.numeral import Form, Numeral
from factcheck.kinds.reference import REFERENCES, roman
from factcheck.kinds.silence import silent
from factcheck.kinds.worded import read_words
from factcheck.lean import Memo

SUFFIXES = frozenset(form for form, word in NUMBERS.items() if word.role == "suffix")
TRIGGERS = (frozenset(NUMBERS) | frozenset(UNITS) | REFERENCES | NAMED.keys()) - SUFFIXES


def numerals(line: Line) -> Iterator[Numeral]:
    """The numerals of a line in order, without those that are no figure or touch a closed token."""
    end = 0
    for i in triggers(line):
        if i < end or i in line.closed:
            continue
        numeral = _read(line, i)
        if numeral is None or numeral.first < end or not line.closed.isdisjoint(range(numeral.first, numeral.last)):
            continue
        end = max(numeral.last, i)
        if numeral.form is Form.CLOCK or not silent(line, numeral):
            yield numeral


def triggers(line: Line) -> list[int]:
    """The tokens at which a numeral may stand: digits and the words of the tables."""
    return list(compress(range(line.size), map(_MAY_BEGIN.__getitem__, line.lower)))


def without(lower: Iterable[str]) -> bool:
    """Whether no numeral may stand among some folded words."""
    return not any(map(_MAY_BEGIN.__getitem__, lower))


# It is asked of every word of every text.
_MAY_BEGIN: Memo[str, bool] = Memo(lambda word: word in TRIGGERS or word[:1].isdecimal(), 1 << 15)


def _read(line: Line, i: int) -> Numeral | None:
    word = line.lower[i]
    if word[0].isdecimal():
        return read_digits(line, i, money=line.lower[i - 1] in PREFIX_ENDS)
    if word in REFERENCES:
        return roman(line, i + 1)
    if word in UNITS and (found := implied(line, i)) is not None:
        return found
    return clock_words(line, i) or read_words(line, i)
