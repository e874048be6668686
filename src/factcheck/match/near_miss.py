"""How likely one value is a slip for another: digits exchanged, a year or month off, a power of ten, another unit.

A slip is evidence that two figures were meant to be the same one; see Damerau, "A technique for computer detection and
correction of spelling errors", CACM 7(3), 1964: most errors are one change, omission, insertion or exchange.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from math import log, log1p
from operator import ne

from factcheck.compare import date_parts
from factcheck.match.rarity import information
from factcheck.text.tokens import exchanged
from factcheck.values import Sort, Value

# Two dates ten years apart are as far apart as any.
DAYS_FAR = 3650
# What each name of large numbers is times the one before it; and the information of a figure, in digits, from which on
# another one is seldom like it by chance: that of three digits, or of two and a name of large numbers.
NEXT_NAME, TELLING = 1000, 2.5
# A month that is wrong against a full date says less than one that is wrong against a month.
OTHER_GRAIN = 0.6


def near_miss(draft: Value, source: Value) -> float:
    """From 0, no resemblance, to 1, one slip apart."""
    if draft.sort is not source.sort:
        return 0.0
    if draft.sort is Sort.DATE:
        return _date_slip(draft, source)
    if draft.plain == source.plain:
        return 1.0
    return _figure_slip(draft, source)


def lapse(draft: Value, source: Value, near: float) -> float:
    """What a near miss tells where two figures are likely to be of one fact: nothing of two dates that merely share a
    year or a month, as most dates of a text do, nor of two figures that have one digit in common and noughts."""
    if draft.sort is Sort.DATE:
        return 1.0 if near == 1.0 or _is_a_year_off(draft, source) else 0.0
    mine, other = _digits(draft.plain), _digits(source.plain)
    shifted = mine == other and _named(draft) != _named(source) and not _same_number(draft, source)
    return 0.0 if shifted and len(mine) < 2 and not _is_misnamed(draft, source) else near


def is_telling(draft: Value, source: Value) -> bool:
    """Whether two figures are so unlikely to be alike by chance that one is a slip wherever the other stands: two
    neighbouring digits exchanged of three or more, or of as many thousands; or thousands taken for millions, or
    millions for billions."""
    if draft.sort is Sort.DATE or draft.sort is not source.sort:
        return False
    if max(information(draft), information(source)) < TELLING:
        return False
    return _is_misnamed(draft, source) or exchanged(draft.plain, source.plain)


def _is_misnamed(draft: Value, source: Value) -> bool:
    """Whether one is the other in the next name of numbers: a million for a billion."""
    low, high = sorted(abs(_named(value) or Decimal()) for value in (draft, source))
    return high == low * NEXT_NAME and low >= NEXT_NAME


def _same_number(draft: Value, source: Value) -> bool:
    """Whether both are written with one number, if in two units: nine months, nine years."""
    return _numbered(draft.plain) == _numbered(source.plain)


def distance(draft: Value, source: Value) -> float:
    """How far two values of a sort lie apart, from 0 to 1."""
    if draft.sort is Sort.DATE:
        return _days_apart(draft, source)
    mine, other = _named(draft), _named(source)
    if mine is None or other is None or mine <= 0 or other <= 0:
        return 0.0 if mine == other else 1.0
    return min(1.0, abs(log(float(mine / other))) / log(10))


def _named(value: Value) -> Decimal | None:
    """The figure that the words name, whatever bound they put on it."""
    return value.low if value.low is not None else value.high


def _days_apart(draft: Value, source: Value) -> float:
    if draft.low is None or source.low is None or draft.high is None or source.high is None:
        return 0.5
    gap = max(draft.low - source.high, source.low - draft.high, Decimal())
    return min(1.0, log1p(float(gap)) / log1p(DAYS_FAR))


def _date_slip(draft: Value, source: Value) -> float:
    mine, other = date_parts(draft), date_parts(source)
    shared = [place for place in range(3) if mine[place] is not None and other[place] is not None]
    wrong = [place for place in shared if mine[place] != other[place]]
    if len(wrong) == 2 and mine[1:] == other[:0:-1]:
        return 1.0
    if len(wrong) != 1:
        return 0.0
    if sum(part is not None for part in mine) != sum(part is not None for part in other):
        return OTHER_GRAIN if len(shared) > 1 else 0.0
    if wrong == [0] and len(shared) == 1:
        return _year_slip(str(mine[0]), str(other[0]))
    return 1.0 if len(shared) == 3 else 0.8


def _is_a_year_off(draft: Value, source: Value) -> bool:
    """Whether two months of one name are of neighbouring years."""
    mine, other = date_parts(draft), date_parts(source)
    months = mine[2] is None and other[2] is None and mine[1] is not None and mine[1] == other[1]
    return months and mine[0] is not None and other[0] is not None and abs(mine[0] - other[0]) == 1


def _year_slip(mine: str, other: str) -> float:
    if abs(int(mine) - int(other)) == 1 or sorted(mine) == sorted(other):
        return 1.0
    changed = sum(a != b for a, b in zip(mine, other, strict=False))
    return 0.4 if changed == 1 else 0.0


def _figure_slip(draft: Value, source: Value) -> float:
    mine, other = _digits(draft.plain), _digits(source.plain)
    if not mine or not other:
        return 0.0
    if sorted(mine) == sorted(other):
        return 1.0
    if exchanged(_numbered(draft.plain), _numbered(source.plain)):  # a digit and a nought: 204 and 240
        return 1.0
    # Of two numbers that sound alike one is a "-teen".
    if "1" in (mine[0], other[0]) and _sound_alike(draft, source):
        return 1.0
    if len(mine) == len(other) and len(mine) > 2 and sum(map(ne, mine, other)) == 1:
        return 0.7
    return 0.0


def _sound_alike(draft: Value, source: Value) -> bool:
    """Whether one is "thirteen" and the other "thirty", which are misheard for each other."""
    if draft.sort is Sort.DURATION:  # "PT14M": the number is that of its unit
        if draft.plain[-1] != source.plain[-1]:
            return False
        values = [Decimal(_numbered(value.plain)) for value in (draft, source)]
    else:
        values = [_named(value) or Decimal() for value in (draft, source)]
    one, other = sorted(values)
    return one in TEENS and other == 10 * (one - 10)


def _numbered(plain: str) -> str:
    return "".join(c for c in plain if c.isdigit())


TEENS = frozenset(range(13, 20))


@lru_cache(maxsize=4096)
def _digits(plain: str) -> str:
    """The digits that carry the figure: the same for 2 million and 2 billion, for 18 months and 18 years."""
    return _numbered(plain).strip("0")
