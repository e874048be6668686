"""The relation of two values: whether what a draft says can follow from what a source says.

A value is an interval. The source's interval is what it lets us know, the draft's what it asserts. If the source's lies
within the draft's, the draft follows; if the two only meet, the draft knows more than the source; else they differ.
"""

from __future__ import annotations

from factcheck.compare.dates import date_parts, dates
from factcheck.compare.interval import INFINITY
from factcheck.compare.quantities import place, quantities
from factcheck.compare.relation import AGREEING, Comparison, Relation
from factcheck.values import Sort, Value

__all__ = ["AGREEING", "INFINITY", "Comparison", "Relation", "compare", "date_parts", "place", "relation"]


def relation(draft: Value, source: Value) -> Relation:
    """How the draft's value stands to the source's; units are the caller's to compare."""
    return compare(draft, source).relation


def compare(draft: Value, source: Value) -> Comparison:
    """The relation of two values with its reason; units are the caller's to compare."""
    if draft.sort is not source.sort:
        return Comparison(Relation.INCOMPARABLE, "values of two sorts")
    if draft.text == source.text:
        known = draft.plain != "?"
        return Comparison(Relation.EQUAL, "the same value") if known else Comparison(Relation.INCOMPARABLE, "unknown")
    return dates(draft, source) if draft.sort is Sort.DATE else quantities(draft, source)
