"""One utterance in two documents: the same words, other words, and other utterances."""

from __future__ import annotations

from tests.rows import each

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


@each(
    "other",
    [
        FIRST,
        "“We lost the whole harvest,” said Mara Lund.",
        "“We lost the whole herd in the spring flood,” said Ida Falk.",
        "“We lost the whole harvest of apples, plums and pears that year,” said Mara Lund.",
        "“We lost the whole herd,” said Mara Lund.",
        # six words, and no four of them in a row
        "“We lost the whole harvest again,” said Mara Lund.",
        "“We lost the entire harvest in the autumn flood,” said Mara Lund.",
        "“We lost it all, and the spring flood took the hay,” said Mara Lund.",
    ],
)
def test_no_rivals(other: str) -> None:
    assert differences(FIRST, other) is None


@each(
    ("other", "differs"),
    [
        ("“We lost the whole herd in the spring flood,” said Mara Lund.", ("harvest", "herd")),
        ("“We lost the whole harvest in the spring floods.” — Mara Lund", ("flood", "floods")),
        ("Lund said: “We never lost the whole harvest in the spring flood.”", ("", "never")),
        ("Lund said: “They lost the whole harvest in the spring flood.”", ("we", "they")),
        # seven words, three in four of them alike
        ("“We lost the whole herd in May,” said Mara Lund.", None),
        ("“We lost the whole harvest in May,” said Mara Lund.", ("the", "may")),
        ("Lund said: “Lost the whole harvest in the spring floods.”", ("flood", "floods")),
        ("Lund said: “We lost the whole herd of cows in the spring flood.”", ("harvest", "herd of cows")),
        ("Lund said: “We lost a whole crop in the spring floods.”", None),
        ("Lund said: “We lost the whole harvest by the autumn flood.”", ("in spring", "by autumn")),
    ],
)
def test_rivals(other: str, differs: tuple[str, str] | None) -> None:
    assert differences(FIRST, other) == differs
    assert differences(other, FIRST) == (differs and differs[::-1])
