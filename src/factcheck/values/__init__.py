"""What a figure is worth: an interval that keeps the precision it was written with.

`Value.text` is the canonical notation of the public contract (docs/values.md); `low` and `high` are its bounds, in
units of the sort: the number itself, days of a duration, day numbers of a date. No float ever holds a figure.
"""

from __future__ import annotations

from factcheck.values.date import date, date_interval
from factcheck.values.duration import duration
from factcheck.values.number import number
from factcheck.values.value import BOUNDS, NO_VALUE, UNKNOWN, Sort, Value, split_bound

__all__ = [
    "BOUNDS",
    "NO_VALUE",
    "UNKNOWN",
    "Sort",
    "Value",
    "date",
    "date_interval",
    "duration",
    "number",
    "parse",
    "split_bound",
]


def parse(text: str) -> Value:
    """The value of a canonical notation: `parse(value.text).text == value.text`.

    The sort is read off the notation: `P…` is a duration, a bare decimal up to the contract's forms a number, and
    whatever has the form of EDTF a date. A plain four-digit number is a number here; use `date` where a date is meant.
    Raises ValueError for anything else.
    """
    bound, rest = split_bound(text)
    if rest.startswith("P"):
        return duration(rest, bound=bound)
    try:
        low, _, high = rest.partition("..")
        return number(low, high or None, bound=bound)
    except ValueError:
        return date(text)
