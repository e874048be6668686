"""Figures that follow from two others by one step."""

from __future__ import annotations

import pytest

from factcheck.extract import read_text
from factcheck.match.derive import is_derived
from factcheck.match.elapsed import fits
from factcheck.model import Claim, Kind, Verdict
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import StoredClaim
from factcheck.text import Span
from factcheck.values import Value, date, duration, number
from factcheck.verify import verify


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


LIBRARY = """The ferry Alma sank off Arda on 3 May 2021 with 40 people aboard.

On 15 May 2021 the coastguard arrested the captain, Ivo Dane, in Velm. He was released on 29 May 2021.

On 20 May 2021 divers recovered the recorder of the Alma from a depth of 130 metres.

In June 2023 a court in Velm fined the company 80,000 euros. The wreck was raised in June 2026.

Director Mira Holt led the company from 1987 to 2019.
"""


@pytest.mark.parametrize(
    ("draft", "figure", "expected"),
    [
        # Another number of days, the wrong way round, no word that counts from an event, no date for the second event.
        (
            "The Alma sank on 3 May 2021. Eleven days later, on 15 May, the captain was arrested in Velm.",
            "Eleven days",
            "",
        ),
        ("The captain was arrested on 15 May 2021. Twelve days later, on 3 May, the Alma sank.", "Twelve days", ""),
        ("The Alma sank on 3 May 2021. The captain, arrested on 15 May, waited twelve days.", "twelve days", ""),
        ("The captain was arrested on 15 May 2021. Two weeks later he smiled.", "Two weeks", ""),
        (
            "The Alma sank on 3 May 2021. Twelve days after the concert, on 15 May, the captain was arrested.",
            "Twelve days",
            "",
        ),
        (
            "The Alma sank on 3 May 2021. Sixteen days later divers recovered the recorder from 130 metres.",
            "Sixteen days",
            "",
        ),
        (
            "A court fined the company in June 2023. Four years later, in June 2026, the wreck was raised.",
            "Four years",
            "",
        ),
        ("Mira Holt led the company for 33 years, from 1987 to 2019.", "33 years", ""),
        (
            "The Alma sank on 3 May 2021. Twelve days later, on 15 May, the captain was arrested in Velm.",
            "Twelve days",
            "derived: 15 May 2021 is twelve days after 3 May 2021",
        ),
        (
            "The captain was arrested on 15 May 2021. Twelve days earlier, on 3 May, the Alma had sunk off Arda.",
            "Twelve days",
            "derived: 15 May 2021 is twelve days after 3 May 2021",
        ),
        (
            "The ferry Alma sank on 3 May 2021. It was old. It was small. It was slow. "
            "Twelve days after the ferry sank, on 15 May, the captain was arrested.",
            "Twelve days",
            "derived: 15 May 2021 is twelve days after 3 May 2021",
        ),
        (
            "The Alma sank on 3 May 2021. Seventeen days later divers recovered the recorder from 130 metres.",
            "Seventeen days",
            "derived: 20 May 2021 is seventeen days after 3 May 2021",
        ),
        (
            "A court fined the company in June 2023. Three years later, in June 2026, the wreck was raised.",
            "Three years",
            "derived: from June 2023 to June 2026 is three years",
        ),
        (
            "Mira Holt led the company for 32 years, from 1987 to 2019.",
            "32 years",
            "derived: from 1987 to 2019 is 32 years",
        ),
    ],
)
def test_time_between_two_dates_is_shown_with_its_working(draft: str, figure: str, expected: str) -> None:
    library = MemoryLibrary(contents(read_text(LIBRARY)))
    finding = next(f for f in verify(read_text(draft), library) if f.claim.text == figure)
    assert (finding.verdict is Verdict.SUPPORTED, finding.message.startswith("derived")) == (bool(expected),) * 2
    assert not expected or finding.message == expected
    assert not expected or all(evidence.agrees for evidence in finding.evidence)


@pytest.mark.parametrize(
    ("length", "first", "last", "expected"),
    [
        ("P9D", "2022-06-05", "2022-06-13", False),
        ("P9D", "2022-06-14", "2022-06-05", False),
        ("P9D", "2022-06", "2022-06-14", False),
        ("P1W", "2022-06-05", "2022-06-11", False),
        ("P3M", "2022-06", "2022-10", False),
        ("P3M", "2022", "2022-10", False),
        ("P5Y", "2018-02-01", "2022-09-01", False),
        ("P5Y", "2018", "2024", False),
        ("P5Y", "2018-21", "2023", False),
        ("P0Y", "2018", "2018", False),
        ("P5Y", "2018", "<2023", False),
        ("P1Y6M", "2018-01", "2019-07", False),
        ("P9D", "2022-06-05", "2022-06-14", True),
        ("P9D", "2023-12-28", "2024-01-06", True),
        ("P2W", "2024-02-20", "2024-03-05", True),
        ("P3M", "2022-11-30", "2023-02-28", True),
        ("P5Y", "2018-07-29", "2023-07-23", True),
        ("P37Y", "1985", "2022-08-01", True),
    ],
)
def test_what_people_call_the_time_between_two_dates(length: str, first: str, last: str, expected: bool) -> None:
    assert fits(duration(length), date(first), date(last)) is expected
