"""Expresses a measure in another unit of the same dimension, exactly."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcheck.lean.record import NamedTuple
from factcheck.lexicon import table
from factcheck.values import Value, number

TURNED = str.maketrans("<>", "><")


class Measure(NamedTuple):
    """What a unit measures, its size in the dimension's first unit, and where its zero lies on that unit's scale."""

    dimension: str
    size: Decimal
    zero: Decimal


def expressed(value: Value, unit: str, other: str, *, shift: bool = True) -> Value | None:
    """A value given in one unit, in another; None where the two measure different things or a unit is not known.

    Bounds and the place of the last digit written are carried over. shift: whether the value is counted from the unit's
    zero, as a temperature is, and not the difference of two
    """
    known = _measures()
    mine, its = known.get(unit), known.get(other)
    if mine is None or its is None or mine.dimension != its.dimension:
        return None
    ends = _ends(value)
    if ends is None:
        return None
    apart = mine.zero - its.zero if shift else Decimal(0)
    first, last = ((end * mine.size + apart) / its.size for end in ends)
    step = value.step * mine.size / its.size
    return number(first, None if first == last else last, bound=value.bound, step=step, near=value.near)


def negated(value: Value) -> Value:
    """A number with the other sign."""
    ends = _ends(value)
    if ends is None:
        return value
    low, high = ends
    bound = value.bound.translate(TURNED)
    return number(-high, None if low == high else -low, bound=bound, step=value.step, near=value.near)


def _ends(value: Value) -> tuple[Decimal, Decimal] | None:
    """The figures that the words name, whatever bound they put on them."""
    low = value.low if value.low is not None else value.high
    high = value.high if value.high is not None else value.low
    return None if low is None or high is None else (low, high)


@cache
def _measures() -> dict[str, Measure]:
    return {
        row["unit"]: Measure(row["dimension"], _ratio(row["size"]), _ratio(row["zero"] or "0"))
        for row in table("conversions")
    }


def _ratio(text: str) -> Decimal:
    above, _, below = text.partition("/")
    return Decimal(above) / Decimal(below or 1)
