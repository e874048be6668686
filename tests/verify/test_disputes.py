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

GAZETTE = "By Ana Lima\nThe Orrin Gazette\n10 March 2024\n\nA year ago the fire at Orrin killed {} people."
RELIEF = "By Northern Relief\n2 April 2023\n\nThe fire at Orrin killed {} people, Northern Relief said."
SILENT = [
    ("one value", "The Orrin dam was built in 1957.", "The dam at Orrin was built in 1957.",
     "The Orrin dam was built in 1957."),
    ("another dam", "The Orrin dam was built in 1957.", "The Norhaven dam was built in 1961.",
     "The Orrin dam was built in 1957."),
    ("another year", "In 2018 the Ellis yard employed 310 people.", "In 2023 the Ellis yard employed 410 people.",
     "In 2018 the Ellis yard employed 310 people."),
    ("a vaguer telling", "The storm at Orrin killed 23 people.", "The storm at Orrin killed more than 20 people.",
     "The storm at Orrin killed 23 people."),
    ("little in common", "The Ellis Harbour Board employs 230 people.", "The Ellis Harbour Board employs 330 people.",
     "A mill in Tarn paid 230 people."),
    ("a toll that grew", RELIEF.format(23), GAZETTE.format(37), "The fire at Orrin killed 37 people."),
]  # fmt: skip
DISPUTED = [
    ("a toll", "The fire at Orrin killed 23 people.", "The fire at Orrin killed 37 people."),
    ("a year of building", "The Orrin dam was built in 1957.", "The Orrin dam was built in 1961."),
    ("a day", "The Treaty of Orrin was signed on 6 April 1934.", "The Treaty of Orrin was signed on 7 April 1934."),
    ("a staff", "The Ellis Harbour Board employs 230 people.", "The Ellis Harbour Board employs 330 people."),
    ("a toll that cannot shrink", GAZETTE.format(23), RELIEF.format(37)),
]  # fmt: skip


def _figures(draft: str, *sources: str) -> list[Finding]:
    library = MemoryLibrary(contents(*(read_text(text, f"{at}.txt") for at, text in enumerate(sources))))
    return [finding for finding in verify(read_text(draft), library, Curation()) if finding.claim.kind.is_figure]


@pytest.mark.parametrize(("one", "other", "draft"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_no_dispute(one: str, other: str, draft: str) -> None:
    assert Verdict.DISPUTED not in {finding.verdict for finding in _figures(draft, one, other)}


def test_a_day_stands_however_much_was_told_of_it() -> None:
    told = "Between 3 May and 9 June 2021 the Ellis yard launched {} boats."
    day, boats = _figures(told.format(230), told.format(230), told.format(330))
    assert (day.verdict, boats.verdict) == (Verdict.SUPPORTED, Verdict.DISPUTED)


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in DISPUTED], ids=[row[0] for row in DISPUTED])
def test_either_value_is_disputed(one: str, other: str) -> None:
    for text in (one, other):
        (found,) = (f for f in _figures(text.splitlines()[-1], one, other) if f.claim.text != "A year ago")
        assert (found.verdict, found.rule) == (Verdict.DISPUTED, codes.SOURCES_DISAGREE)
        assert {evidence.agrees for evidence in found.evidence} == {True, False}
