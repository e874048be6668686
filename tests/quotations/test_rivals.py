"""One utterance in two documents: the same words, other words, and other utterances."""

from __future__ import annotations

import pytest

from factcheck.extract import read_text
from factcheck.quotations.rivals import rivals
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

FIRST = "“We lost the whole harvest in the spring flood,” said Mara Lund."


def differences(*texts: str) -> list[tuple[str, str]]:
    library = MemoryLibrary(contents(*(read_text(text, f"source-{i}") for i, text in enumerate(texts))))
    return [found.differs for found in rivals(library)]


@pytest.mark.parametrize(
    "other",
    [
        FIRST,
        "“We lost the whole harvest,” said Mara Lund.",
        "“We lost the whole herd in the spring flood,” said Ida Falk.",
        "“We lost the whole harvest of apples, plums and pears that year,” said Mara Lund.",
    ],
)
def test_no_rivals(other: str) -> None:
    assert differences(FIRST, other) == []


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        ("“We lost the whole herd in the spring flood,” said Mara Lund.", ("harvest", "herd")),
        ("“We lost the whole harvest in the spring floods.” — Mara Lund", ("flood", "floods")),
        ("Lund said: “We never lost the whole harvest in the spring flood.”", ("", "never")),
    ],
)
def test_rivals(other: str, differs: tuple[str, str]) -> None:
    assert differences(FIRST, other) == [differs]
    assert differences(other, FIRST) == [differs[::-1]]
