"""Figures that are right in themselves and stand in the wrong place, and figures that are differences of others."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract import read_text
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify.binding import bound
from factcheck.verify.pair import compare_pair


@each(
    ("claim", "evidence"),
    [
        (
            "The Greens won 31 percent and the Liberals 22 percent.",
            "The Greens won 31 percent, the Liberals 22 percent.",
        ),
        ("The firm cut its staff from 420 to 380.", "Staff fell from 420 to 380 at the firm."),
        ("Staff fell to 380 from 420.", "The firm cut its staff from 420 to 380."),
        ("Police arrested 14 people on Friday, and 20 on Saturday.", "On Friday police arrested 14, on Saturday 20."),
        ("The Greens won 12 seats, two more than in 2019.", "The Greens won 12 seats, up from ten in 2019."),
        # "of" that makes no whole
        (
            "Orla Mills made a loss of $26 million after a profit of $9 million in 2018.",
            "Orla Mills lost $26m, compared with a profit of $9m in 2018.",
        ),
    ],
)
def test_in_place(claim: str, evidence: str) -> None:
    assert not [finding.message for finding in compare_pair(claim, evidence)[1] if finding.rule == "FC101"]


@each(
    ("claim", "evidence", "wrong"),
    [
        (
            "The Greens won 22 percent and the Liberals 31 percent.",
            "The Greens won 31 percent of the vote, the Liberals 22 percent.",
            ["22 percent", "31 percent"],
        ),
        (
            "Lund police arrested 14 people on Friday, and 20 on Saturday.",
            "Police in Lund arrested 20 people on Friday and 14 on Saturday.",
            ["14", "20"],
        ),
        (
            "The 2018 vote gave the Liberals 40 seats. In 2022 they won 31.",
            "In 2018 the Liberals won 31 seats, in 2022 they took 40.",
            ["40", "31"],
        ),
        ("Lund was guilty of eleven of seven counts.", "Guilty of 7 of 11 counts: Mara Lund.", ["eleven", "seven"]),
        ("The firm cut staff from 420 to 380.", "The firm raised its staff from 380 to 420.", ["420", "380"]),
    ],
)
def test_exchanged(claim: str, evidence: str, wrong: list[str]) -> None:
    assert [finding.claim.text for finding in compare_pair(claim, evidence)[1] if finding.rule == "FC101"] == wrong


def test_what_the_sentence_says_itself_is_no_rival() -> None:
    source = "Velm police summoned 37 dockers to the harbour court. Only three dockers came to the court."
    draft = "Of 37 dockers summoned to the harbour court in Velm, only five came."
    held = bound(MemoryLibrary(contents(read_text(draft))), MemoryLibrary(contents(read_text(source)))).bindings
    assert {b.draft.claim.claim.text: [c.context.claim.claim.text for c in b.candidates] for b in held} == {
        "37": ["37", "three"],
        "five": ["three"],
    }
