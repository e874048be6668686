"""Figures that follow from two others by one step."""

from __future__ import annotations

import pytest

from factcheck.match.derive import is_derived
from factcheck.model import Claim, Kind
from factcheck.store.protocol import StoredClaim
from factcheck.text import Span
from factcheck.values import Value, date, duration, number


def claim(kind: Kind, value: Value, unit: str = "person") -> Claim:
    return Claim("id", kind, "document", "path", Span(0, 1), 1, 1, "text", value, unit)


COUNTS = [claim(Kind.COUNT, number(6)), claim(Kind.COUNT, number(19))]
YEARS = [claim(Kind.DATE, date("2019")), claim(Kind.DURATION, duration("P133Y"))]


@pytest.mark.parametrize(
    ("draft", "claims", "expected"),
    [
        (claim(Kind.COUNT, number(26)), COUNTS, False),
        (claim(Kind.COUNT, number(25, bound=">")), COUNTS, False),
        (claim(Kind.PERCENTAGE, number(98), "%"), [claim(Kind.PERCENTAGE, number(1), "%")], False),
        (claim(Kind.DATE, date("1887")), YEARS, False),
        (claim(Kind.COUNT, number(25)), COUNTS, True),
        (claim(Kind.COUNT, number(3)), COUNTS, True),
        (claim(Kind.PERCENTAGE, number(99), "%"), [claim(Kind.PERCENTAGE, number(1), "%")], True),
        (claim(Kind.DATE, date("1886")), YEARS, True),
        (
            claim(Kind.DURATION, duration("P5Y")),
            [claim(Kind.DATE, date("2018-07")), claim(Kind.DATE, date("2023"))],
            True,
        ),
    ],
)
def test_is_derived(draft: Claim, claims: list[Claim], expected: bool) -> None:
    stored = [StoredClaim(one, 1, 0, 0, 0) for one in claims]
    assert is_derived(draft, stored) is expected
