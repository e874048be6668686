"""Expresses a measure in another unit of the same dimension, exactly."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcheck.lexicon import table
from factcheck.values import Value, number


def expressed(value: Value, unit: str, other: str) -> Value | None:
    """A value given in one unit, in another; None where the two measure different things or a unit is not known.

    Bounds and the place of the last digit written are carried over.
    """
    sizes = _sizes()
    if unit not in sizes or other not in sizes or sizes[unit][0] != sizes[other][0]:
        return None
    factor = sizes[unit][1] / sizes[other][1]
    low = value.low if value.low is not None else value.high
    high = value.high if value.high is not None else value.low
    if low is None or high is None:
        return None
    last = None if low == high else high * factor
    return number(low * factor, last, bound=value.bound, step=value.step * factor, near=value.near)


@cache
def _sizes() -> dict[str, tuple[str, Decimal]]:
    """Unit → what it measures, and its size in the dimension's first unit."""
    return {row["unit"]: (row["dimension"], Decimal(row["size"])) for row in table("conversions")}
