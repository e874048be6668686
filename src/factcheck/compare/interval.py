"""A stretch of the number line whose ends may be left out or lie at infinity."""

from __future__ import annotations

from decimal import Decimal

from factcheck.lean.record import NamedTuple

INFINITY = Decimal("Infinity")


class Interval(NamedTuple):
    """The points from `low` to `high`; an open end leaves its own point out."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def within(self, other: Interval) -> bool:
        below = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        above = self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open))
        return below and above

    def meets(self, other: Interval) -> bool:
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and low in self and low in other)

    def __contains__(self, point: object) -> bool:
        assert isinstance(point, Decimal)
        above = point > self.low or (point == self.low and not self.low_open)
        return above and (point < self.high or (point == self.high and not self.high_open))
