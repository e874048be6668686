"""An age is a figure and says something of a person: what is wrong with it is told once."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract import read_text
from factcheck.lean.record import replace
from factcheck.model import Claim, Finding, Kind, Verdict
from factcheck.rules import codes
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.who.ages import merged

LIBRARY = MemoryLibrary(contents(read_text("Mara Lund, 41, left with 12 boats. Tom Harle is the mayor of Odby.")))


def _found(claim: Claim, verdict: Verdict, message: str) -> Finding:
    return Finding(claim, verdict, codes.FIGURE_DIFFERS if verdict is Verdict.CONTRADICTED else "", message)


FIGURE, BOATS = (one.claim for one in LIBRARY.all_claims() if one.claim.kind is not Kind.ROLE)
AGE, OFFICE = (replace(one.claim, span=FIGURE.span) for one in LIBRARY.all_claims(Kind.ROLE))


@each(
    ("verdict", "of_age", "told"),
    [
        (Verdict.SUPPORTED, False, ["figure", "boats", "person"]),
        (Verdict.SUPPORTED, True, ["person", "boats"]),
        (Verdict.UNVERIFIED, True, ["person", "boats"]),
        (Verdict.CONTRADICTED, True, ["figure", "boats"]),
    ],
)
def test_what_is_wrong_with_an_age_is_said_once(verdict: Verdict, of_age: bool, told: list[str]) -> None:
    figures = [_found(FIGURE, verdict, "figure"), _found(BOATS, Verdict.SUPPORTED, "boats")]
    found = merged(figures, [_found(AGE if of_age else OFFICE, Verdict.CONTRADICTED, "person")])
    assert [finding.message for finding in found] == told
    assert found[0].claim == FIGURE


def test_what_stands_elsewhere_is_added() -> None:
    apart = replace(AGE, span=BOATS.span)
    figures = [_found(FIGURE, Verdict.SUPPORTED, "figure")]
    assert [one.message for one in merged(figures, [_found(apart, Verdict.CONTRADICTED, "person")])] == [
        "figure",
        "person",
    ]
