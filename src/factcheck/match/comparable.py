"""Whether two figures are of one kind and unit, and how their values compare if they are."""

from __future__ import annotations

from factcheck.compare import Comparison, Relation, compare
from factcheck.model import Claim, Kind
from factcheck.values import Value

# Kinds whose figures may be one and the same fact told in two ways.
FAMILIES = {
    Kind.DATE: "date",
    Kind.DURATION: "time",
    Kind.SENTENCE: "time",
    Kind.VOTE_SHARE: "share",
    Kind.PERCENTAGE: "share",
    Kind.MONEY: "money",
    Kind.COUNT: "count",
    Kind.OTHER: "count",
    Kind.SCORE: "count",
    Kind.MEASUREMENT: "count",
    Kind.RANK: "rank",
    Kind.ORDINAL: "rank",
    Kind.REFERENCE: "reference",
}


def family(kind: Kind) -> str:
    """The family of kinds within which figures are compared; "" for quotations and names."""
    return FAMILIES.get(kind, "")


def compare_claims(draft: Claim, source: Claim, said: Value) -> Comparison:
    """The relation of two claims' values, their units included; `said` is the draft's with its context's bound."""
    if family(draft.kind) != family(source.kind) or not family(draft.kind):
        return Comparison(Relation.INCOMPARABLE, "figures of two kinds")
    found = compare(said, source.value)
    if said.bound != draft.value.bound and said.plain == source.value.plain:
        return Comparison(Relation.ROUNDED, "the source names that very date")
    if draft.unit == source.unit or not (draft.unit and source.unit):
        return found
    if draft.kind is Kind.SENTENCE and source.kind is Kind.SENTENCE:
        return Comparison(Relation.DIFFERENT, "another penalty") if found.agrees else found
    if draft.kind is Kind.MONEY:
        same = draft.value.plain == source.value.plain
        return Comparison(Relation.DIFFERENT if same else Relation.INCOMPARABLE, "another currency")
    if Kind.MEASUREMENT in (draft.kind, source.kind):
        return Comparison(Relation.INCOMPARABLE, "another unit")
    return found
