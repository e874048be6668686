"""Figures that a text does not state but that follow from two that it does, by one step taken in the head."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import combinations, product

from factcheck.compare import date_parts
from factcheck.match.comparable import comparable
from factcheck.model import Claim, Kind
from factcheck.store.protocol import StoredClaim
from factcheck.values import Sort, Value
from factcheck.values.duration import DAYS

# More figures of a kind than this make accidental results likely.
MOST = 6
HUNDRED = Decimal(100)


def is_derived(draft: Claim, stored: Sequence[StoredClaim]) -> bool:
    """Whether a figure is the sum, half or complement of others, the time between two years, or
    the year that lies a stated time from another."""
    if draft.value.bound:
        return False
    claims = [one.claim for one in stored]
    if draft.kind is Kind.DATE:
        return _is_year_apart(draft.value, claims)
    if draft.value.sort is Sort.DURATION:
        return _is_span(draft.value, claims)
    parts = [(one.passage, low) for one in stored if (low := one.claim.value.low) and _counts_like(draft, one.claim)]
    return draft.value.low in {*_sums(parts), *_portions({low for _, low in parts}, draft.unit)}


def _counts_like(draft: Claim, claim: Claim) -> bool:
    adds = claim.value.sort is Sort.NUMBER and claim.kind not in (Kind.REFERENCE, Kind.RANK)
    return adds and comparable(draft, claim)


def _sums(parts: Sequence[tuple[int, Decimal]]) -> list[Decimal]:
    """Of two figures that stand in one passage or in two that follow each other."""
    return [a + b for (here, a), (there, b) in combinations(parts, 2) if abs(here - there) <= 1]


def _portions(figures: Collection[Decimal], unit: str) -> list[Decimal]:
    """Halves, and what shares leave of the whole, where there are few to take them of."""
    if len(figures) > MOST:
        return []
    return [figure / 2 for figure in figures] + [HUNDRED - figure for figure in figures if unit == "%"]


def _years(claims: Sequence[Claim]) -> set[int]:
    found = {date_parts(claim.value)[0] for claim in claims if claim.kind is Kind.DATE}
    return {year for year in found if year is not None}


def _whole_years(value: Value) -> int | None:
    years = value.low / DAYS["Y"] if value.sort is Sort.DURATION and value.low is not None else None
    return int(years) if years is not None and years == int(years) else None


def _is_year_apart(draft: Value, claims: Sequence[Claim]) -> bool:
    year, month, _ = date_parts(draft)
    lengths = {_whole_years(claim.value) for claim in claims} - {None}
    return month is None and any(
        year in (named + length, named - length) for named, length in product(_years(claims), lengths) if length
    )


def _is_span(draft: Value, claims: Sequence[Claim]) -> bool:
    length = _whole_years(draft)
    years = _years(claims)
    return length is not None and len(years) <= MOST and any(abs(a - b) == length for a, b in combinations(years, 2))
