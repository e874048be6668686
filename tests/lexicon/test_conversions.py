"""Every row of the table of conversions, both ways: two measures that are one, and two that are not."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract import read_text
from factcheck.lexicon import forms, table
from factcheck.match.comparable import compare_claims
from factcheck.match.units import expressed
from factcheck.model import Claim
from factcheck.values import number

ROWS = table("conversions")


def measures(cell: str) -> tuple[Claim, Claim]:
    first, second = (next(read_text(f"It was {form}.").claims()) for form in forms(cell))
    return first, second


@each("row", ROWS)
def test_row(row: dict[str, str]) -> None:
    for cell, agrees in (("yes", True), ("no", False)):
        draft, source = measures(row[cell])
        assert draft.unit == row["unit"]
        assert compare_claims(draft, source, draft.value).agrees is agrees, row[cell]


@each(("unit", "other"), [("km", "kg"), ("km", "barn"), ("barn", "km")])
def test_no_common_measure(unit: str, other: str) -> None:
    assert expressed(number(5), unit, other) is None


def test_bounds_and_places_are_carried_over() -> None:
    told = expressed(number(26, bound=">"), "mi", "m")
    assert told is not None
    assert (told.text, str(told.step)) == (">41842.944", "1609.344")
