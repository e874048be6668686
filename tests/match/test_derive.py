"""Figures that follow from two others by one step."""

from __future__ import annotations

from tests.rows import each

from factcheck.claims import Curation
from factcheck.extract import read_text
from factcheck.match.derive.elapsed import fits
from factcheck.match.derive.in_the_head import is_derived
from factcheck.model import Claim, Finding, Kind, Verdict
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import StoredClaim
from factcheck.text import Span
from factcheck.values import Value, date, duration, number
from factcheck.verify import verify
from factcheck.verify.pair import compare_pair


def claim(kind: Kind, value: Value, unit: str = "person") -> Claim:
    return Claim("id", kind, "document", "path", Span(0, 1), 1, 1, "text", value, unit)


COUNTS = [claim(Kind.COUNT, number(6)), claim(Kind.COUNT, number(19))]
YEARS = [claim(Kind.DATE, date("2019")), claim(Kind.DURATION, duration("P133Y"))]


@each(
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


@each(
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
            "The Alma sank on 3 May 2021. More than twelve days later, on 15 May, the captain was arrested in Velm.",
            "More than twelve days",
            "",
        ),
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
        # what counts is the date that was named last, and what the sentence itself says besides
        (
            "The Alma sank on 3 May 2021. On 15 May 2021 the captain was arrested. Seventeen days later divers came.",
            "Seventeen days",
            "",
        ),
        (
            "Divers recovered the recorder of the Alma from 130 metres. The Alma sank on 3 May 2021. "
            "Seventeen days later people wept.",
            "Seventeen days",
            "",
        ),
        (
            "The Alma sank on 3 May 2021. It was old. Seventeen days later divers recovered the recorder from 130 "
            "metres.",
            "Seventeen days",
            "derived: 20 May 2021 is seventeen days after 3 May 2021",
        ),
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
            "The ferry Alma sank on 3 May 2021. It was old. It was small. It was slow. "
            "Seventeen days after the ferry sank, divers recovered the recorder from 130 metres.",
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
    assert working(verify(read_text(draft), library, Curation()), figure) == expected


CASE = """On 4 May 2021 the court in Harle issued a sealed warrant for Ilo Brenk.
The warrant was unsealed on 18 May 2021.

Brenk was arrested in Odby on 9 June 2022. The verdict on Mira Holt was given on 6 June 2022.
"""


@each(
    ("draft", "figure", "expected"),
    [
        # Another length, one that is about, one that leads to a day of which the sentence says nothing, one on a
        # day that begins something, and none that is counted from a date.
        ("A sealed warrant for Brenk was issued on 4 May 2021 and made public three weeks later.", "three weeks", ""),
        ("A warrant for Brenk was issued on 4 May 2021 and made public about two weeks later.", "about two weeks", ""),
        ("A warrant for Brenk was issued on 4 May 2021. Two weeks later it rained.", "Two weeks", ""),
        ("Ilo Brenk, in custody since 9 June 2022, three days after the verdict on Holt, is well.", "three days", ""),
        ("Ilo Brenk was arrested in Odby three days after the verdict on Mira Holt.", "three days", ""),
        (
            "A sealed warrant for Brenk was issued on 4 May 2021 and unsealed two weeks later.",
            "two weeks",
            "derived: 18 May 2021 is two weeks after 4 May 2021",
        ),
        (
            "A sealed warrant for Ilo Brenk was issued on 4 May 2021. Thirteen months later he was arrested in Odby.",
            "Thirteen months",
            "derived: June 2022 is thirteen months after 4 May 2021",
        ),
        (
            "The warrant was unsealed on 18 May 2021, two weeks after the court in Harle issued it for Ilo Brenk.",
            "two weeks",
            "derived: 4 May 2021 is two weeks before 18 May 2021",
        ),
        (
            "Ilo Brenk was arrested in Odby on 9 June 2022, three days after the verdict on Mira Holt.",
            "three days",
            "derived: 6 June 2022 is three days before 9 June 2022",
        ),
    ],
)
def test_a_length_of_time_leads_to_a_day(draft: str, figure: str, expected: str) -> None:
    library = MemoryLibrary(contents(read_text(CASE)))
    assert working(verify(read_text(draft), library, Curation()), figure) == expected


def working(findings: list[Finding], figure: str) -> str:
    """The message on a figure, if it is supported as derived."""
    found = next(finding for finding in findings if finding.claim.text == figure)
    derived = found.message.startswith("derived")
    assert derived is (found.verdict is Verdict.SUPPORTED)
    assert not derived or (found.evidence and all(evidence.agrees for evidence in found.evidence))
    return found.message if derived else ""


AMOUNTS = """The Harbour Party took 120 of the 125 seats of Velm in May 2021. Turnout in Velm was 84 percent.

Net debt of Orla Shipping stood at 431 million euros in June, compared with 455 million euros in March 2021.

In Arda the court convicted four former ministers of fraud. Eight other officials were convicted in the same trial.

The appeal court cut the prison term of Ivo Dane from nine years to seven years and six months.
"""


@each(
    ("draft", "figure", "expected"),
    [
        # The right number without the words for the step, another number, the wrong way round, a third part.
        ("The Harbour Party won 120 seats in Velm. In May five fires broke out there.", "five", ""),
        ("The Harbour Party won 120 seats in Velm. The other six went to two small parties.", "six", ""),
        ("The other five seats in Velm went to two small parties.", "five", ""),
        (
            "The Harbour Party won 120 seats in Velm. Nobody was surprised there. The other five went to two parties.",
            "five",
            "",
        ),
        (
            "Net debt of Orla Shipping was 431 million euros in June, 26 million euros lower than in March.",
            "26 million euros",
            "",
        ),
        (
            "Net debt of Orla Shipping was 431 million euros in June, 24 million euros higher than in March.",
            "24 million euros",
            "",
        ),
        (
            "Net debt of Orla Shipping was 431 million euros, then fell by 24 million euros to 455 million euros.",
            "24 million euros",
            "",
        ),
        ("In Arda four ministers and eight other officials were convicted, 13 people in all.", "13", ""),
        (
            "In Arda four ministers and eight other officials were convicted. Nobody wept. They were twelve in all.",
            "twelve",
            "",
        ),
        (
            "In Arda four ministers and eight other officials were convicted. They were twelve in all.",
            "twelve",
            "derived: 4 + 8 = 12",
        ),
        (
            "In Arda four ministers and eight other officials were convicted. Twelve people had come to listen.",
            "Twelve",
            "",
        ),
        ("In Arda four ministers, three guards and eight other officials were convicted, 12 people in all.", "12", ""),
        ("Ivo Dane must spend seven years and six months in prison, 20 months less than before.", "20 months", ""),
        ("Turnout in Velm was 84 percent. The other 14 percent stayed at home.", "14 percent", ""),
        (
            "The Harbour Party won 120 seats in Velm. The other five went to two small parties.",
            "five",
            "derived: 125 − 120 = 5",
        ),
        (
            "Net debt of Orla Shipping was 431 million euros in June, 24 million euros lower than in March.",
            "24 million euros",
            "derived: 455 million euros − 431 million euros = 24 million euros",
        ),
        (
            "In Arda four ministers and eight other officials were convicted, twelve people in all.",
            "twelve",
            "derived: 4 + 8 = 12",
        ),
        (
            "Ivo Dane must spend seven years and six months in prison, 18 months less than before.",
            "18 months",
            "derived: nine years − seven years and six months = 18 months",
        ),
        (
            "Turnout in Velm was 84 percent. The other 16 percent stayed at home.",
            "16 percent",
            "derived: 100 − 84 = 16 percent",
        ),
    ],
)
def test_difference_rest_and_sum_are_shown_with_their_working(draft: str, figure: str, expected: str) -> None:
    library = MemoryLibrary(contents(read_text(AMOUNTS)))
    assert working(verify(read_text(draft), library, Curation()), figure) == expected


def test_compare_shows_the_working_too() -> None:
    claim = "Net debt of Orla Shipping was 431 million euros, 24 million euros lower than in March."
    _, findings = compare_pair(claim, AMOUNTS.split("\n\n")[1])
    assert working(findings, "24 million euros").endswith("= 24 million euros")


@each(
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
        ("P5Y", "<2018", "2023", False),
        ("P5Y", "2018", "2023-21", False),
        ("P3M", "XXXX-06", "2022-09", False),
        ("P3M", "2022-06", "XXXX-09", False),
        ("P3M", "XXXX-06", "XXXX-09", False),
        ("P9D", "2022-06-05", "2022-06-16", False),
        ("P9D", "2022-06-05", "2022-06", False),
        ("P1W", "2022-06-05", "2022-06-13", False),
        ("P13D", "2022-06", "2022-06-14", False),  # from a month or to one no days are counted
        ("P26D", "2022-06-05", "2022-07", False),
        ("P4M", "2022-11-05", "2023-03-13", False),  # by more than a quarter of a month
        ("P4M", "2022-11-05", "2023-03-12", True),
        ("P4M", "2022-11-05", "2023-02-28", True),
        ("P4M", "2022-11-05", "2023-02-27", False),
        ("P2Y", "2020-01-10", "2022-02-24", False),  # by more than an eighth of a year
        ("P2Y", "2020-01-10", "2022-02-23", True),
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


@each(
    ("draft", "source", "supported"),
    [
        ("The fleet of Ulvik fell by 60 to 250 boats.", "The fleet of Ulvik rose from 200 to 250 boats.", False),
        ("The fleet of Ulvik fell by 50 to 250 boats.", "The fleet of Ulvik rose from 200 to 250 boats.", False),
        ("The fleet of Ulvik rose by 50 to 250 boats.", "The fleet of Ulvik rose from 200 to 250 boats.", True),
        (
            "The share of Odby fell by 10 percentage points to 16 percent.",
            "The share of Odby sank from 26 percent to 16 percent.",
            True,
        ),
    ],
)
def test_change_between_two_levels(draft: str, source: str, supported: bool) -> None:
    _, (change, *_) = compare_pair(draft, source)
    assert (change.verdict is Verdict.SUPPORTED) is supported, change.message


FAR_APART = """In Arda the court convicted four former ministers of fraud. {}Eight other officials were convicted there.
"""


@each(("between", "derived"), [("It rained. ", False), ("", True)])
def test_a_sum_is_of_what_stands_together(between: str, derived: bool) -> None:
    draft = "In Arda four ministers and eight other officials were convicted, twelve people in all."
    library = MemoryLibrary(contents(read_text(FAR_APART.format(between))))
    assert bool(working(verify(read_text(draft), library, Curation()), "twelve")) is derived
