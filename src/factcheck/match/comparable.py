"""Whether two figures are of one kind and unit, and how their values compare if they are."""

from __future__ import annotations

from decimal import Decimal

from factcheck.compare import Comparison, Relation, compare
from factcheck.match.leaning import compare_dates
from factcheck.match.units import expressed
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


# Figures of these may be told without their unit, as in the cell of a table: the bare number may be any of them.
BARE = frozenset({Kind.COUNT, Kind.OTHER})
# What the head of a table may leave out of its numbers.
SCALES = (1000, 1_000_000, 1_000_000_000)
# "3" in a table of results may be "third"; a count that differs from a rank says nothing of it.
RANKS = frozenset({Kind.RANK, Kind.ORDINAL})
# "At 34" and "34-year-old".
SAME_NUMBER = Comparison(Relation.ROUNDED, "the same number; one of the two names no unit")
OTHER_KIND = Comparison(Relation.INCOMPARABLE, "figures of two kinds")
# "21 out of 100" is a score to one writer and a share to another.
OUT_OF = "/100"
# A result ("3-1") is written as a range of its two sides, yet is no interval: 3-1 is not within 3-0.
RESULT = "result"
SAME_RESULT = Comparison(Relation.EQUAL, "the same result")
OTHER_RESULT = Comparison(Relation.DIFFERENT, "another result")
# "26 miles" is 42 kilometres to one writer and 41.8 to another.
CONVERTED_SLACK = Decimal("0.02")


def comparable(draft: Claim, source: Claim) -> bool:
    """Whether two figures can be of one kind at all."""
    mine, other = FAMILIES.get(draft.kind), FAMILIES.get(source.kind)
    if mine is None or other is None:
        return False
    if mine == other or ({mine, other} == {"count", "share"} and OUT_OF in (draft.unit, source.unit)):
        return True
    return (_bare(draft) or _bare(source)) and not {Kind.DATE, Kind.REFERENCE} & {draft.kind, source.kind}


def _bare(claim: Claim) -> bool:
    return claim.kind in BARE and not claim.unit


def compare_claims(draft: Claim, source: Claim, said: Value) -> Comparison:
    """The relation of two comparable claims' values, units included; `said` is the draft's with its context's bound."""
    if said.sort is not source.value.sort:
        return SAME_NUMBER if _digits(said) == _digits(source.value) else OTHER_KIND
    if (draft.kind in RANKS) != (source.kind in RANKS):
        return SAME_NUMBER if said.text == source.value.text else OTHER_KIND
    if draft.unit == source.unit == RESULT:
        return SAME_RESULT if said.plain == source.value.plain else OTHER_RESULT
    if draft.kind is Kind.DATE:
        return compare_dates(draft, source, said)
    found = compare(said, source.value)
    if found.relation is Relation.DIFFERENT and _bare(draft) != _bare(source):
        bare, whole = (said, source.value) if _bare(draft) else (source.value, said)
        return SAME_NUMBER if _in_scale(bare, whole) else _with_units(draft, source, found)
    return _with_units(draft, source, found)


def _with_units(draft: Claim, source: Claim, found: Comparison) -> Comparison:
    """What the units make of the relation of two values."""
    same_number = draft.value.plain == source.value.plain
    if draft.kind is Kind.MEASUREMENT and found.relation is Relation.DIFFERENT and same_number:
        # "Below 25 metres" may be a place and no bound.
        return Comparison(Relation.FINER, "the same measure, bounded otherwise")
    if draft.unit == source.unit or not (draft.unit and source.unit):
        return found
    if draft.kind is source.kind is Kind.OTHER:
        return Comparison(Relation.INCOMPARABLE, "an age and a time of day")
    if draft.kind is source.kind is Kind.SENTENCE:
        return Comparison(Relation.DIFFERENT, "another penalty") if found.agrees else found
    if draft.kind is source.kind is Kind.MONEY:
        return Comparison(Relation.DIFFERENT if same_number else Relation.INCOMPARABLE, "another currency")
    if Kind.MEASUREMENT in (draft.kind, source.kind) and _scale(draft) != _scale(source):
        return _converted(draft, source)
    return found


def _converted(draft: Claim, source: Claim) -> Comparison:
    """Whether two measures agree once both are in the draft's unit. Rounding makes a difference prove nothing."""
    told = expressed(source.value, source.unit, draft.unit)
    if told is not None:
        found = compare(draft.value, told)
        if found.agrees or (found.relation is Relation.FINER and _close(draft.value, told)):
            return Comparison(Relation.CONVERTED, f"the same in {draft.unit}")
    return Comparison(Relation.INCOMPARABLE, "another unit")


def _close(one: Value, other: Value) -> bool:
    """Whether two plain figures differ by no more than rounding both sides of a conversion may make."""
    if one.bound or other.bound or one.low is None or other.low is None:
        return False
    return abs(one.low - other.low) <= CONVERTED_SLACK * abs(other.low)


def _digits(value: Value) -> str:
    return "".join(c for c in value.plain if c.isdigit() or c == ".")


def _in_scale(bare: Value, whole: Value) -> bool:
    """Whether a bare number lacks the scale alone that another one has: "96" in a table of millions."""
    one, other = bare.low, whole.low
    return one is not None and other is not None and any(one * scale == other for scale in SCALES)


def _scale(claim: Claim) -> str:
    """The unit without what it is counted per; a degree is a degree."""
    unit = claim.unit.split("/")[0]
    return "\u00b0" if unit.startswith(("\u00b0", "degree")) else unit
