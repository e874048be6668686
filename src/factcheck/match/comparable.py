"""Whether two figures are of one kind and unit, and how their values compare if they are."""

from __future__ import annotations

import re

from factcheck.compare import Comparison, Relation, compare, date_parts
from factcheck.model import Claim, Kind
from factcheck.values import Value, date

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
# A year as written: four digits, or two after an apostrophe.
YEAR = re.compile(r"\d{4}|['\u2019]\d\d")
# "20 years ago".
AGO = re.compile(r"(?P<number>\S+) (?P<unit>day|week|month|year|decade)s? (?:ago|earlier|before|later)")
# "At 34" and "34-year-old".
SAME_NUMBER = Comparison(Relation.ROUNDED, "the same number; one of the two names no unit")
# A month by its name.
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE)
YEAR_INFERRED = "the same day; the year is inferred"
# "21 out of 100" is a score to one writer and a share to another.
OUT_OF = "/100"
# A result ("3-1") is written as a range of its two sides, yet is no interval: 3-1 is not within 3-0.
RESULT = "result"
SAME_RESULT = Comparison(Relation.EQUAL, "the same result")
OTHER_RESULT = Comparison(Relation.DIFFERENT, "another result")


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
        same = _digits(said) == _digits(source.value)
        return SAME_NUMBER if same else Comparison(Relation.INCOMPARABLE, "figures of two kinds")
    if draft.unit == source.unit == RESULT:
        return SAME_RESULT if said.plain == source.value.plain else OTHER_RESULT
    found = compare(said, source.value)
    if (
        found.relation is Relation.DIFFERENT
        and draft.kind is Kind.DATE
        and not (_names_date(draft) and _names_date(source))
    ):
        return Comparison(Relation.INCOMPARABLE, "a date told by another one")
    if found.relation is Relation.INCOMPARABLE and draft.kind is source.kind is Kind.DATE:
        return _ago(draft.text, source.text) or found
    if found.relation is Relation.DIFFERENT and draft.kind is Kind.DATE and not (_dated(draft) and _dated(source)):
        return _same_day(said, source.value) or found
    if said.bound != draft.value.bound and said.plain == source.value.plain:
        return Comparison(Relation.ROUNDED, "the source names that very date")
    if draft.kind is Kind.MEASUREMENT and found.relation is Relation.DIFFERENT and said.plain == source.value.plain:
        # "Below 25 metres" may be a place and no bound.
        return Comparison(Relation.FINER, "the same measure, bounded otherwise")
    if draft.unit == source.unit or not (draft.unit and source.unit):
        return found
    if draft.kind is Kind.SENTENCE and source.kind is Kind.SENTENCE:
        return Comparison(Relation.DIFFERENT, "another penalty") if found.agrees else found
    if draft.kind is source.kind is Kind.MONEY:
        same = draft.value.plain == source.value.plain
        return Comparison(Relation.DIFFERENT if same else Relation.INCOMPARABLE, "another currency")
    if Kind.MEASUREMENT in (draft.kind, source.kind) and _scale(draft) != _scale(source):
        return Comparison(Relation.INCOMPARABLE, "another unit")
    return found


def _ago(mine: str, other: str) -> Comparison | None:
    """The relation of "20 years ago" and "35 years ago", where nobody knows from when."""
    first, second = AGO.fullmatch(mine.lower()), AGO.fullmatch(other.lower())
    if not first or not second or first["unit"] != second["unit"]:
        return None
    same = first["number"] == second["number"]
    return Comparison(Relation.EQUAL, "the same words") if same else Comparison(Relation.DIFFERENT, "another date")


def _digits(value: Value) -> str:
    return "".join(c for c in value.plain if c.isdigit() or c == ".")


def _same_digits(one: Value, other: Value) -> bool:
    """Whether two numbers differ by powers of ten alone: "96" in a table of millions."""
    digits = [_digits(value).replace(".", "").strip("0") for value in (one, other)]
    return digits[0] == digits[1] != ""


def _scale(claim: Claim) -> str:
    """The unit without what it is counted per; a degree is a degree."""
    unit = claim.unit.split("/")[0]
    return "\u00b0" if unit.startswith(("\u00b0", "degree")) else unit


def _names_date(claim: Claim) -> bool:
    """Whether the words name a date of themselves; "that year" and "the next day" lean on another one."""
    return any(c.isdigit() for c in claim.text) or MONTH.search(claim.text) is not None


def _dated(claim: Claim) -> bool:
    """Whether a date names its year itself; else it was inferred, and may be wrong."""
    return YEAR.search(claim.text) is not None


def _same_day(said: Value, told: Value) -> Comparison | None:
    """The relation of two dates of which one names no year, if the month and day that they name agree."""
    mine, other = date_parts(said), date_parts(told)
    if mine[1] is None or other[1] is None:
        return None
    found = compare(date(said.bound + _yearless(mine)), date(_yearless(other)))
    if said.bound:
        return found
    return Comparison(Relation.ROUNDED, YEAR_INFERRED) if found.agrees else found


def _yearless(parts: tuple[int | None, int | None, int | None]) -> str:
    return "-".join(["XXXX", *(f"{part:02}" for part in parts[1:] if part is not None)])
