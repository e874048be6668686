"""A figure that one source supports and another contradicts is disputed, whichever of the two a draft takes."""

from __future__ import annotations

import pytest

from factcheck.claims.curation import Curation
from factcheck.extract import read_text
from factcheck.model import Finding, Verdict
from factcheck.rules import codes
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify

GAZETTE = "By Ana Lima\nThe Kolvik Gazette\n10 March 2024\n\nA year ago the flood at Kolvik killed {} people."
RELIEF = "By Northern Relief\n2 April 2023\n\nThe flood at Kolvik killed {} people, Northern Relief said."
SILENT = [
    ("one value", "The Kolvik dam was built in 1967.", "The dam at Kolvik was built in 1967.",
     "The Kolvik dam was built in 1967."),
    ("another dam", "The Kolvik dam was built in 1967.", "The Norhaven dam was built in 1971.",
     "The Kolvik dam was built in 1967."),
    ("another year", "In 2018 the Ellis yard employed 310 people.", "In 2023 the Ellis yard employed 410 people.",
     "In 2018 the Ellis yard employed 310 people."),
    ("a vaguer telling", "The storm at Kolvik killed 41 people.", "The storm at Kolvik killed more than 40 people.",
     "The storm at Kolvik killed 41 people."),
    ("a toll that grew", RELIEF.format(41), GAZETTE.format(58), "The flood at Kolvik killed 58 people."),
]  # fmt: skip
DISPUTED = [
    ("a toll", "The flood at Kolvik killed 41 people.", "The flood at Kolvik killed 58 people."),
    ("a year of building", "The Kolvik dam was built in 1967.", "The Kolvik dam was built in 1971."),
    ("a day", "The Treaty of Kolvik was signed on 3 May 1921.", "The Treaty of Kolvik was signed on 4 May 1921."),
    ("a staff", "The Ellis Harbour Board employs 310 people.", "The Ellis Harbour Board employs 410 people."),
    ("a toll that cannot shrink", GAZETTE.format(41), RELIEF.format(58)),
]  # fmt: skip


def _figures(draft: str, *sources: str) -> list[Finding]:
    library = MemoryLibrary(contents(*(read_text(text, f"{at}.txt") for at, text in enumerate(sources))))
    return [finding for finding in verify(read_text(draft), library, Curation()) if finding.claim.kind.is_figure]


@pytest.mark.parametrize(("one", "other", "draft"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_no_dispute(one: str, other: str, draft: str) -> None:
    assert Verdict.DISPUTED not in {finding.verdict for finding in _figures(draft, one, other)}


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in DISPUTED], ids=[row[0] for row in DISPUTED])
def test_either_value_is_disputed(one: str, other: str) -> None:
    for text in (one, other):
        (found,) = (f for f in _figures(text.splitlines()[-1], one, other) if f.claim.text != "A year ago")
        assert (found.verdict, found.rule) == (Verdict.DISPUTED, codes.SOURCES_DISAGREE)
        assert {evidence.agrees for evidence in found.evidence} == {True, False}
