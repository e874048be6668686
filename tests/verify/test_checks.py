"""Checks that need no source: first what they must let pass, then what they must report."""

from __future__ import annotations

from dataclasses import replace

from tests.rows import each

from factcheck.extract import read_text
from factcheck.lexicon import table
from factcheck.model import Finding, Verdict
from factcheck.verify import checks

SILENT = [
    # dates
    "They met on Sunday, 1 January 2023, and on 29 February 2024.",
    "It opened on Monday, 1 January, and closed on 31 December.",
    "They met on Wed, 5 June 2019, and on 30 Jun 2019.",
    "In February 30 people died, and in June 31,000 fled.",
    "The week from Monday to Friday, 6 January 2023, was wet.",
    "On 30 May and 1 June they met.",
    "About Monday, 2 January 2023, nothing is known.",
    "They voted on Sunday, 23 July.",
    "They met on 15 December 2020. That same Monday they voted.",
    "They voted on Friday, 2 February, and met on Thursday 1 February.",
    # one fact
    "The mill employs 420 people. It was built in 1950. The mill employs 420 people.",
    "The mill employs 420 people. In 2019 the mill employed 431 people.",
    "The mill employs 420 people. The old mill by the river employs 431 people.",
    "The mill employs about 420 people. The mill employs 431 people.",
    "The mill employs more than 400 people. The mill employs 431 people.",
    "The mill employs 420 people. The mill employs 12 engineers.",
    "The mill pays $420 a week. The mill pays 420 people.",
    "Regular price: $40 per month.\n\nRegular price: $50 per month.",
    "North Town 2, South Town 0.\n\nNorth Town 3, South Town 0.",
    "The Reds won 43 percent of the vote. The Blues won 41 percent of the vote.",
    "It sank 12 boats. It sank 14 boats.",
    "The northern bridge cost $3 million. In the bitter end the northern bridge of steel cost $5 million.",
    "".join(f"The northern bridge cost ${price} million. " for price in range(3, 44)),
    "On 3 May 2018 and 4 June 2022 the Reds won 55 percent of the vote, the Blues won 62 percent of the vote.",
    "Price of the old bridge: $3 million.\n\nPrice of the old bridge: $5 million.",
    "The mill employs 420 people and 431 people. The mill employs 440 people.",
    "The mill employs 420 people, Ann Roe said. The mill employs 431 people, Jan Falk said.",
    "In 2018 and 2019 the mill employed 420 people. In 2018 the mill employed 431 people.",
    # parts
    "Twelve defendants, four lawyers and six journalists attended.",
    "Police held ten people, three men and seven women.",
    "Ten people, including four men and three women, were held.",
    "Ten people, including seven lawyers and six activists, were held.",
    "Twelve defendants (four leaders, six activists and two others) stood trial.",
    "Twelve defendants (eight leaders and four activists) stood trial.",
    "About 12 defendants (four leaders and six activists) stood trial.",
    "Twelve defendants (four leaders and some activists) stood trial.",
    "There were 12 boats: four yachts, six ferries and more.",
    "Five of the three-star hotels closed, and 40 of the 12 clubs' fans left.",
    "They held 60 of 66 seats, and 12 of the 60.",
    "Of the 12 defendants, ten were men and nine were leaders.",
    "They held 60 of 60 seats, and 66 seats of 60 boats were sold.",
    "They held 66 of the 60-seat halls, and 66 of the 60 clubs’ boats.",
    "There were 12 boats: four yachts.",
    "There were 12 boats (four yachts) and 9 men.",
    "There were 12 boats: four yachts and eight ferries.",
    "There were 12 boats: four yachts and nine ferries, and 20 rafts (two of them new).",
    "There were 12 boats: four yachts and nine ferries from other towns.",
    "There were 12 boats, four yachts and nine ferries.",
    "Ten people, including four women and five men, were held.",
    "Twelve defendants (four leaders and six activists, they said) stood trial.",
    "Ten people, four adults and six adults, were held.",
    # shares
    "The Reds won 55 percent of the vote, the Blues 35 percent and the Greens 11 percent.",
    "The Reds won 55 percent of the vote, the Blues about 35 percent and the Greens 22 percent.",
    "The Reds won 105 percent of the vote.",
    "The Reds won 55 percent of the vote, the Blues 35 percent and the Greens 10 percent.",
    "The Reds won 33.4 percent of the vote, the Blues 33.4 percent and the Greens 33.3 percent.",
    "The Reds won 55 percent of the vote in 2018 and 62 percent of the vote in 2022.",
    "Turnout was 84 percent, and 60 percent of voters were women.",
]

# text, rule, the figure, words of the message, the suggestion
REPORTED = [
    (
        "They met on Monday, 1 January 2023.",
        "FC104",
        "Monday, 1 January 2023",
        "was a Sunday, not a Monday",
        "Sunday, 1 January 2023",
    ),
    (
        "They voted on Saturday, 23 July.",
        "FC104",
        "Saturday, 23 July",
        "23 July 2023 was a Sunday, not a Saturday",
        "Sunday, 23 July",
    ),
    (
        "They met on Friday, July 4, 2020.",
        "FC104",
        "Friday, July 4, 2020",
        "4 July 2020 was a Saturday",
        "Saturday, July 4, 2020",
    ),
    ("They met on 31 June 2022.", "FC104", "31 June 2022", "there is no 31 June: June has 30 days", ""),
    ("They met on 31 Jun 2022.", "FC104", "31 Jun 2022", "there is no 31 Jun: Jun has 30 days", ""),
    (
        "They met on Tue, 5 June 2019.",
        "FC104",
        "Tue, 5 June 2019",
        "5 June 2019 was a Wednesday, not a Tue",
        "Wednesday, 5 June 2019",
    ),
    ("They met on 31 June", "FC104", "31 June", "there is no 31 June: June has 30 days", ""),
    ("She was born on 29 February 1900.", "FC104", "29 February 1900", "there is no 29 February in 1900: February", ""),
    ("It ran from 31 April to 5 May 2022.", "FC104", "31 April to 5 May 2022", "there is no 31 April", ""),
    ("They met on 29–31 June 2022.", "FC104", "29–31 June 2022", "there is no 31 June: June has 30 days", ""),
    ("They met on 30–31 June 2022.", "FC104", "30–31 June 2022", "there is no 31 June: June has 30 days", ""),
    ("It ran from 28 May to 31 June.", "FC104", "28 May to 31 June", "there is no 31 June: June has 30 days", ""),
    ("They met on February 30.", "FC104", "February 30", "there is no 30 February", ""),
    ("She was born on 29 February 2023.", "FC104", "29 February 2023", "there is no 29 February in 2023", ""),
    (
        "The mill employs 420 people. It is old. The mill employs 431 people.",
        "FC105",
        "431",
        "says 420 of the same thing in line 1",
        "420",
    ),
    (
        "The northern bridge cost $3 million.\n\nIn the end the northern bridge cost $5 million.",
        "FC105",
        "$5 million",
        "says $3 million of the same thing in line 1",
        "$3 million",
    ),
    (
        "The ferry sank 12 boats. The ferry sank 14 boats.",
        "FC105",
        "14",
        "says 12 of the same thing in line 1",
        "12",
    ),
    (
        "On 3 May 2018 the Reds won 55 percent of the vote, the Blues won 62 percent of the vote.",
        "FC106",
        "62 percent",
        "(55 percent, 62 percent) add up to 117 percent",
        "",
    ),
    ("Police held ten people, four adults and five children.", "FC106", "ten", "four and five make 9, not ten", ""),
    (
        "Twelve defendants (four leaders and six activists) stood trial.",
        "FC106",
        "Twelve",
        "four and six make 10, not Twelve",
        "",
    ),
    (
        "There were 12 boats: four yachts, three tugs and nine ferries.",
        "FC106",
        "12",
        "four, three and nine make 16",
        "",
    ),
    ("Ten people, including seven women and six men, were held.", "FC106", "Ten", "make 13", ""),
    ("They held 66 of 60 seats.", "FC106", "66", "66 cannot be a part of 60", ""),
    ("Five of the three boats sank.", "FC106", "Five", "Five cannot be a part of three", ""),
    ("There were 12 boats: four yachts and nine ferries!", "FC106", "12", "four and nine make 13, not 12", ""),
    ("There were 12 boats: four yachts and seven ferries.", "FC106", "12", "four and seven make 11, not 12", ""),
    ("They held 61 out of 60 seats.", "FC106", "61", "61 cannot be a part of 60", ""),
    ("They held 61 of their 60 seats.", "FC106", "61", "61 cannot be a part of 60", ""),
    (
        "The Reds won 55 percent of the vote, the Blues 35 percent and the Greens 12 percent.",
        "FC106",
        "12 percent",
        "(55 percent, 35 percent, 12 percent) add up to 102 percent",
        "",
    ),
    (
        "The Reds won 33.4 percent of the vote, the Blues 33.4 percent and the Greens 33.4 percent.",
        "FC106",
        "33.4 percent",
        "add up to 100.2 percent",
        "",
    ),
    (
        "The Reds won 55 percent of the vote, the Blues 35 percent and the Greens 22 percent.",
        "FC106",
        "22 percent",
        "add up to 112 percent",
        "",
    ),
]


def found(text: str, date: str = "2023-08-01") -> list[Finding]:
    reading = read_text(text, date=date)
    return checks.findings(reading.claims(), {read.document.id: read.document.published for read in reading.documents})


@each("text", SILENT)
def test_is_silent(text: str) -> None:
    assert [finding.message for finding in found(text)] == []


@each(("text", "rule", "figure", "words", "suggestion"), REPORTED)
def test_is_reported(text: str, rule: str, figure: str, words: str, suggestion: str) -> None:
    (finding,) = found(text)
    assert (finding.rule, finding.claim.text, finding.suggestion) == (rule, figure, suggestion)
    assert words in finding.message
    assert finding.verdict is Verdict.CONTRADICTED


def test_forty_statements_of_one_thing_are_compared_and_a_longer_list_is_a_table() -> None:
    told = [f"The northern bridge cost ${price} million. " for price in range(3, 44)]
    assert len(found("".join(told[:40]))) == 39
    assert found("".join(told)) == []


@each("row", table("complements"))
def test_complements_speak_and_are_silent(row: dict[str, str]) -> None:
    assert [finding.rule for finding in found(row["yes"])] == ["FC106"]
    assert found(row["no"]) == []


# What the sources say of a figure, whether the calendar speaks against it, and what remains
JOINED = [
    (Verdict.UNVERIFIED, "", Verdict.CONTRADICTED, "FC104"),
    (Verdict.SUPPORTED, "", Verdict.CONTRADICTED, "FC104"),
    (Verdict.CONTRADICTED, "FC101", Verdict.CONTRADICTED, "FC104"),
    (Verdict.DISPUTED, "FC102", Verdict.CONTRADICTED, "FC104"),
]


@each(("verdict", "rule", "then", "by"), JOINED)
def test_is_joined_with_what_the_sources_say(verdict: Verdict, rule: str, then: Verdict, by: str) -> None:
    (claim,) = read_text("They met on 31 June 2022.").claims()
    (joined,) = checks.applied([Finding(claim, verdict, rule)])
    assert (joined.verdict, joined.rule) == (then, by)


def test_what_sources_support_stands_against_the_rest_of_the_draft() -> None:
    claims = list(read_text("The mill employs 420 people. It is old. The mill employs 431 people.").claims())
    supported = [Finding(claim, Verdict.SUPPORTED) for claim in claims]
    assert checks.applied(supported) == supported
    unverified = [replace(finding, verdict=Verdict.UNVERIFIED) for finding in supported]
    assert [finding.rule for finding in checks.applied(unverified)] == ["", "FC105"]


@each(
    ("text", "reported"),
    [
        # nine months before and after the day it is written on, and a day more
        ("They met on Monday, 2 October.", False),
        ("They met on Tuesday, 3 October.", True),
        ("They met on Saturday, 2 April.", False),
        ("They met on Friday, 1 April.", True),
    ],
)
def test_a_day_without_its_year_is_of_a_year_near(text: str, reported: bool) -> None:
    assert [finding.rule for finding in found(text, "2023-01-01")] == ["FC104"] * reported
