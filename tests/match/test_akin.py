"""Unrelated documents in the library change nothing; related ones are found among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claims import Curation
from factcheck.extract import Reading, read_text
from factcheck.match.akin import SMALL, akin
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify

DATA = Path(__file__).parent / "data"
NAMES = ("Ansel", "Brill", "Corvin", "Dorran", "Elstow", "Farrow", "Gant", "Holm", "Irwell", "Jarrow")
DRAFT = "Ivo Marlin, head of the Port of Calder, got seven years on 9 February 2021. The trial heard 75 witnesses."


def unrelated(number: int) -> Reading:
    """A short report on a town and a fair that nobody else speaks of."""
    first, second = NAMES[number % 10], NAMES[number // 10 % 10]
    lines = [
        f"The fair at {first}{second.lower()} drew {number * 7 + k} guests and sold {k + 2} carts." for k in range(12)
    ]
    return read_text("\n\n".join(lines), f"note-{number}.txt")


@pytest.fixture(scope="module")
def related() -> Reading:
    return read_text((DATA / "court.source.txt").read_text(encoding="utf-8"), "court.txt")


@pytest.fixture(scope="module")
def grown(related: Reading) -> MemoryLibrary:
    return MemoryLibrary(contents(*[unrelated(n) for n in range(SMALL // 12 + 20)], related))


def test_only_the_related_documents_are_looked_into(related: Reading, grown: MemoryLibrary) -> None:
    draft = MemoryLibrary(contents(read_text(DRAFT)))
    near = akin(draft, grown)
    assert {document.path for document in near.documents().values()} == {"court.txt"}


def test_growth_changes_no_verdict(related: Reading, grown: MemoryLibrary) -> None:
    small = MemoryLibrary(contents(related))
    reading = read_text(DRAFT)
    before = [(f.claim.text, f.verdict, f.message) for f in verify(reading, small, Curation())]
    assert [(f.claim.text, f.verdict, f.message) for f in verify(reading, grown, Curation())] == before
