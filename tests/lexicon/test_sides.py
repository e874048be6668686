"""Every row of the words beside a figure speaks in its `yes` example and stays silent in its `no` example."""

from __future__ import annotations

from tests.match.test_context import context
from tests.rows import each

from factcheck.extract import read_text
from factcheck.lexicon import forms, table
from factcheck.match.qualify import other_part
from factcheck.match.roles import side

Row = dict[str, str]
ROWS = table("sides")
CHANGE = "The fleet of the port grew by 31 boats."
PARTS = ("part", "difference", "rest")


def given(row: Row, text: str) -> str:
    """What the words of a row's kind make of the last figure of a text."""
    *_, last = read_text(text).claims()
    found = context(text, last.text)
    if row["cue"] == "length":
        return side(last)
    if row["cue"] == "stated":
        return "level" if other_part(found, context(CHANGE, "31"), differs=True) else ""
    return found.part if row["cue"] in PARTS else found.value.text


@each("row", ROWS)
def test_a_row_is_silent_in_its_no_example(row: Row) -> None:
    assert given(row, row["no"]) != row["gives"]


@each("row", ROWS)
def test_a_row_speaks_in_its_yes_example(row: Row) -> None:
    assert given(row, row["yes"]) == row["gives"]
    assert [word for word in forms(row["words"]) if f" {word} " in f" {row['yes']} "]


def test_no_word_says_two_things_of_one_kind() -> None:
    told = [(row["cue"], word) for row in ROWS for word in forms(row["words"])]
    assert sorted(told) == sorted(set(told))
