"""Which figures are compared at all, and what their units do to the comparison."""

from __future__ import annotations

import pytest

from factcheck.compare import Relation
from factcheck.match.comparable import comparable, compare_claims
from factcheck.model import Claim, Kind
from factcheck.text import Span
from factcheck.values import Value, date, duration, number

R = Relation


def claim(kind: Kind, value: Value, unit: str = "", text: str = "7 May 2021") -> Claim:
    return Claim("id", kind, "document", "path", Span(0, 1), 1, 1, text, value, unit)


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        (claim(Kind.COUNT, number(5), "seat"), claim(Kind.MONEY, number(5), "USD"), False),
        (claim(Kind.DATE, date("2021")), claim(Kind.DURATION, duration("P5Y")), False),
        (claim(Kind.PERCENTAGE, number(5), "%"), claim(Kind.COUNT, number(5), "seat"), False),
        (claim(Kind.QUOTE, number(5)), claim(Kind.QUOTE, number(5)), False),
        (claim(Kind.SENTENCE, duration("P5Y")), claim(Kind.DURATION, duration("P5Y")), True),
        (claim(Kind.RANK, number(5)), claim(Kind.ORDINAL, number(5)), True),
        (claim(Kind.COUNT, number(5)), claim(Kind.MONEY, number(5), "USD"), True),
        (claim(Kind.OTHER, number(34)), claim(Kind.DURATION, duration("P34Y")), True),
        (claim(Kind.SCORE, number(12), "/100"), claim(Kind.PERCENTAGE, number(21), "%"), True),
    ],
)
def test_comparable(draft: Claim, source: Claim, expected: bool) -> None:
    assert comparable(draft, source) is expected


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        # a bare number
        (claim(Kind.OTHER, number(34)), claim(Kind.DURATION, duration("P34Y")), R.ROUNDED),
        (claim(Kind.OTHER, number(34)), claim(Kind.DURATION, duration("P43Y")), R.INCOMPARABLE),
        (claim(Kind.COUNT, number(96)), claim(Kind.MONEY, number(96_000_000), "GBP"), R.ROUNDED),
        (claim(Kind.COUNT, number(10)), claim(Kind.COUNT, number(100), "seat"), R.DIFFERENT),
        (claim(Kind.COUNT, number(3)), claim(Kind.RANK, number(3)), R.ROUNDED),
        (claim(Kind.COUNT, number(3)), claim(Kind.RANK, number(2)), R.INCOMPARABLE),
        (claim(Kind.COUNT, number(96_000_000)), claim(Kind.MONEY, number(96), "GBP"), R.DIFFERENT),
        # units
        (claim(Kind.MONEY, number(5), "EUR"), claim(Kind.MONEY, number(5), "USD"), R.DIFFERENT),
        (claim(Kind.MONEY, number(5), "EUR"), claim(Kind.MONEY, number(7), "USD"), R.INCOMPARABLE),
        (claim(Kind.MEASUREMENT, number(5), "km"), claim(Kind.MEASUREMENT, number(5), "kg"), R.INCOMPARABLE),
        (claim(Kind.OTHER, duration("P80Y"), "age"), claim(Kind.OTHER, duration("PT17H"), "clock"), R.INCOMPARABLE),
        (claim(Kind.MEASUREMENT, number(5), "m/y"), claim(Kind.MEASUREMENT, number(5), "m"), R.EQUAL),
        (claim(Kind.SENTENCE, duration("P9Y"), "ban"), claim(Kind.SENTENCE, duration("P9Y"), "fine"), R.DIFFERENT),
        # dates that do not name their year, or no date at all
        (claim(Kind.DATE, date("2024-03"), text="March"), claim(Kind.DATE, date("2020-03")), R.ROUNDED),
        (claim(Kind.DATE, date("2024-03"), text="March"), claim(Kind.DATE, date("2024-04")), R.DIFFERENT),
        (claim(Kind.DATE, date("2018"), text="that year"), claim(Kind.DATE, date("2017")), R.INCOMPARABLE),
        (claim(Kind.DATE, date("2018"), text="that year"), claim(Kind.DATE, date("2018")), R.EQUAL),
        (
            claim(Kind.DATE, date("?"), text="20 years ago"),
            claim(Kind.DATE, date("?"), text="35 years ago"),
            R.DIFFERENT,
        ),
        (claim(Kind.DATE, date("?"), text="20 years ago"), claim(Kind.DATE, date("?"), text="20 years ago"), R.EQUAL),
    ],
)
def test_relation_of_claims(draft: Claim, source: Claim, expected: Relation) -> None:
    assert compare_claims(draft, source, draft.value).relation is expected
