"""A sentence held against a text: the verdicts, the silent cases first."""

from __future__ import annotations

import pytest

from factcheck.model import Verdict
from factcheck.verify.pair import compare_pair

MILL = (
    "The mill at Harl employed 420 workers in 2019, up from 380 a year earlier, and sold 2.5 million metres of cloth."
)
FILM = "Dust Road earned $41.2 million in South Africa and $18.5 million abroad, an overall total of $59.7 million."
VOTE = "At the council election of 5 June 2022 the Green List won 22.4 percent of the vote on a turnout of 61 percent."


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Its owner gave $3,000 to a hospital.", MILL),
        ("The bridge was closed for nine days.", MILL),
        ("The mayor of Ostrava resigned after three weeks.", VOTE),
        ("Nothing here is a figure.", VOTE),
        # two counts of the text, of other things
        ("The Rovers won the cup for the first time in 15 seasons.", "The Rovers won the cup after 97 goals in all."),
    ],
)
def test_not_spoken_of(claim: str, evidence: str) -> None:
    verdict, _ = compare_pair(claim, evidence)
    assert verdict is Verdict.UNVERIFIED


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The mill at Harl employed 420 workers.", MILL),
        ("The mill at Harl employed more than 400 workers.", MILL),
        ("The mill at Harl sold about 2.5 million metres.", MILL),
        ("Dust Road earned an overall total of over $59 million.", FILM),
        ("Dust Road earned less than $42 million in South Africa.", FILM),
        ("The Green List won 22 percent of the vote.", VOTE),
        ("The council election was held in June 2022.", VOTE),
    ],
)
def test_supported(claim: str, evidence: str) -> None:
    verdict, findings = compare_pair(claim, evidence)
    assert verdict is Verdict.SUPPORTED, [finding.message for finding in findings]


@pytest.mark.parametrize(
    ("claim", "evidence", "message"),
    [
        ("The mill at Harl employed 240 workers.", MILL, 'the draft says "240"; the source says "420"'),
        ("Dust Road earned an overall total of less than $59 million.", FILM, "the other side"),
        ("Dust Road earned $64.2 million in South Africa.", FILM, '"$41.2 million"'),
        ("The Green List won 24.2 percent of the vote.", VOTE, '"22.4 percent"'),
        ("The council election was held on 5 July 2022.", VOTE, '"5 June 2022"'),
    ],
)
def test_contradicted(claim: str, evidence: str, message: str) -> None:
    verdict, findings = compare_pair(claim, evidence)
    assert verdict is Verdict.CONTRADICTED, [finding.message for finding in findings]
    wrong = next(finding for finding in findings if finding.verdict is Verdict.CONTRADICTED)
    assert message in wrong.message
    assert wrong.rule == "FC101"
    assert wrong.suggestion == wrong.evidence[0].claim.text
    assert not wrong.evidence[0].agrees
    assert any(term.name == "words" for term in wrong.why)


def test_findings_come_by_place_and_cite_the_evidence() -> None:
    _, findings = compare_pair("In 2019 the mill at Harl employed 420 workers.", MILL)
    assert [finding.claim.text for finding in findings] == ["2019", "420"]
    assert all(finding.evidence[0].claim.sentence == MILL for finding in findings)


LEAGUE = "Support for the Harbour League rose by 14 percentage points."
BANK = "The bank of Norland raised its key rate by 75 basis points."
FIRM = "Castor Freight lost $14 million in 2021."
LAKE = "The water of Lake Orla was 20 degrees Celsius."
COURT = "The court of Norland ruled for the fishermen 7-4."
TERM = "Ivo Marsh got a suspended sentence of two years."


@pytest.mark.parametrize(
    ("claim", "evidence", "expected"),
    [
        # one value in two ways of writing
        ("The bank of Norland raised its key rate by three quarters of a percentage point.", BANK, "supported"),
        ("The result of Castor Freight in 2021 was -$14 million.", FIRM, "supported"),
        ("The water of Lake Orla was 68 degrees Fahrenheit.", LAKE, "supported"),
        ("Ann Roe worked there for a year and a half.", "Ann Roe worked there for 18 months.", "supported"),
        ("Turnout in Tarn was 62 percent.", "Turnout in Tarn was 61.5 percent.", "supported"),
        ("At least 190 boats sank off Tarn.", "At least 198 boats sank off Tarn.", "supported"),
        # another unit, direction, penalty or result
        ("Support for the Harbour League rose by 14 percent.", LEAGUE, "contradicted"),
        ("The bank of Norland raised its key rate by a quarter of a percentage point.", BANK, "contradicted"),
        ("The court of Norland ruled for the fishermen 7-3.", COURT, "contradicted"),
        ("Ivo Marsh was sent to prison for two years.", TERM, "unverified"),
        ("Rain was 12 percent below average.", "Rain was 12 percent above average.", "contradicted"),
        ("Up to 50 boats sank off Tarn.", "Up to 500 boats sank off Tarn.", "contradicted"),
    ],
)
def test_units_directions_and_bounds(claim: str, evidence: str, expected: str) -> None:
    verdict, findings = compare_pair(claim, evidence)
    assert verdict.value == expected, [finding.message for finding in findings]


def test_both_units_are_named() -> None:
    _, (finding,) = compare_pair("Support for the Harbour League rose by 14 percent.", LEAGUE)
    assert all(unit in finding.message for unit in ('"14 percent"', '"14 percentage points"'))
