"""Every row of the tables that reading uses speaks in its own example and is silent in the other."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract.segment import sentences
from factcheck.lexicon import forms, table
from factcheck.readers.credits import is_masthead
from factcheck.text import Span


def count(text: str) -> int:
    return len(list(sentences(text, Span(0, len(text)))))


@each("row", table("abbreviations"))
def test_abbreviation_carries_the_sentence_on_and_ends_it(row: dict[str, str]) -> None:
    assert (count(row["yes"]), count(row["no"])) == (1, 2)


@each("row", table("openers"))
def test_an_opening_word_begins_a_sentence_where_a_name_goes_on(row: dict[str, str]) -> None:
    assert (count(row["yes"]), count(row["no"])) == (2, 1)
    assert [count(f"They wrote to Acme Inc. {word.capitalize()} it came.") for word in forms(row["words"])] == [
        2 for _ in forms(row["words"])
    ]


@each("row", table("mastheads"))
def test_masthead_names_a_publisher_and_no_title(row: dict[str, str]) -> None:
    assert is_masthead(row["yes"])
    assert not is_masthead(row["no"])
