"""The one value type that travels: canonical text, bounds, precision."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from factcheck.lean.record import dataclass

# Longest first, so that ">=" is not read as ">".
BOUNDS = (">=", "<=", ">", "<", "~")


class Sort(StrEnum):
    """The scale a value is measured on; values of two sorts are never compared."""

    NUMBER = "number"
    DATE = "date"
    DURATION = "duration"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Value:
    """A figure's worth.

    text:  canonical notation, comparison prefix included (`>50`, `2022-06`, `P5Y/P10Y`)
    low, high: bounds in the sort's unit (number, days, day number); None is open or, for a date, unknown
    bound: the comparison prefix, "" for an exact figure
    step:  the place of the last digit written: 0.1 for "43.8", 100000 for "2.5 million"; in the sort's unit
    near:  the bound is also close: "almost 25" is below 25 but not far below
    """

    text: str
    sort: Sort
    low: Decimal | None
    high: Decimal | None
    bound: str = ""
    step: Decimal = Decimal(1)
    near: bool = False

    @property
    def plain(self) -> str:
        """The canonical text without its comparison prefix: what equal values share."""
        return self.text[len(self.bound) :]


UNKNOWN = Value("?", Sort.DATE, None, None)
# What a quotation is worth: its words are its text.
NO_VALUE = Value("", Sort.TEXT, None, None)


def split_bound(text: str) -> tuple[str, str]:
    """A canonical text as its comparison prefix and the rest."""
    bound = next((b for b in BOUNDS if text.startswith(b)), "")
    return bound, text[len(bound) :]


def bounded(low: Decimal | None, high: Decimal | None, bound: str) -> tuple[Decimal | None, Decimal | None]:
    """The interval that a comparison prefix makes of a plain one."""
    if bound in (">", ">="):
        return low, None
    if bound in ("<", "<="):
        return None, high
    return low, high
