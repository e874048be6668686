"""One utterance in two documents: the same words, other words, and other utterances."""

from __future__ import annotations

import pytest

from factcheck.extract import read_text
from factcheck.model import Kind
from factcheck.quotations.rivals import differing
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

FIRST = "“We lost the whole harvest in the spring flood,” said Mara Lund."


def differences(one: str, other: str) -> tuple[str, str] | None:
    library = MemoryLibrary(contents(read_text(one, "one"), read_text(other, "other")))
    first, second = library.all_claims(Kind.QUOTE)
    return differing(first, second)


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
    assert differences(FIRST, other) is None


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        ("“We lost the whole herd in the spring flood,” said Mara Lund.", ("harvest", "herd")),
        ("“We lost the whole harvest in the spring floods.” — Mara Lund", ("flood", "floods")),
        ("Lund said: “We never lost the whole harvest in the spring flood.”", ("", "never")),
    ],
)
def test_rivals(other: str, differs: tuple[str, str]) -> None:
    assert differences(FIRST, other) == differs
    assert differences(other, FIRST) == differs[::-1]
