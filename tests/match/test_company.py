"""What the documents of a draft's other figures add to a candidate: a little where familiar, minus where strange."""

from __future__ import annotations

import pytest

from factcheck.claims import Curation
from factcheck.extract import read_text
from factcheck.match.company import FAMILIAR, STRANGE, Company
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify


@pytest.mark.parametrize(
    ("masses", "document", "worth"),
    [
        ({}, 1, 0.0),
        ({1: 3.0}, 1, 0.0),
        ({1: 3.0}, 2, 0.0),
        ({1: 5.0}, 1, FAMILIAR),
        ({1: 5.0}, 2, STRANGE),
        ({1: 5.0, 2: 0.4}, 2, STRANGE),
        ({1: 20.0, 2: 1.5}, 2, 0.0),
        # one figure from each of many sources
        (dict.fromkeys(range(9), 0.9), 1, 0.0),
        (dict.fromkeys(range(9), 0.9), 10, 0.0),
    ],
)
def test_worth(masses: dict[int, float], document: int, worth: float) -> None:
    assert Company(masses).worth(document) == worth


MILL = """The mill on the Lune

The mill ground 4,310 tonnes of flour in 2019. It employed 87 millers and paid them £21.4 million.
It burned 640 tonnes of coal and sold 38,200 sacks of bran to 215 farms."""
CHOIR = """The choir of Ost

The choir sold 12,750 tickets and spent £3.47 million on a new hall."""
DRAFT = """The mill ground 4,310 tonnes of flour with its 87 millers, whom it paid £21.4 million. It burned 640 tonnes
of coal. It sold 38,200 sacks of bran to 215 farms. The owner's yacht is worth £3.47 million."""


def test_an_equal_value_in_a_document_that_the_draft_uses_nowhere_else_proves_nothing() -> None:
    library = MemoryLibrary(contents(read_text(MILL, "mill.txt"), read_text(CHOIR, "choir.txt")))
    verdicts = {f.claim.text: f.verdict.value for f in verify(read_text(DRAFT), library, Curation())}
    assert verdicts["£21.4 million"] == verdicts["38,200"] == "supported"
    assert verdicts["£3.47 million"] == "unverified"
