"""Every row of the table of concepts speaks in its own example and is silent in the other."""

from __future__ import annotations

from tests.rows import each

from factcheck.lexicon import forms, table
from factcheck.lexicon.concepts import concept
from factcheck.text.stem import stem
from factcheck.text.tokens import tokenise


def concepts(text: str) -> set[str]:
    return {concept(stem(word)) for word in tokenise(text).words}


@each("row", table("concepts"))
def test_row_speaks_and_is_silent(row: dict[str, str]) -> None:
    assert "~" + row["concept"] in concepts(row["yes"])
    assert "~" + row["concept"] not in concepts(row["no"])


def test_no_word_stands_in_two_rows() -> None:
    rows: dict[str, str] = {}
    for row in table("concepts"):
        for member in {stem(form) for form in forms(row["words"])}:
            assert rows.setdefault(member, row["concept"]) == row["concept"], member
