"""Every word of the converses tells its pole in its own sentence, and stays silent in the other."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract import read_text
from factcheck.lexicon import forms, table

ROWS = table("converses")


def directions(text: str) -> set[str]:
    return {claim.frame.direction.value for claim in read_text(text).claims() if claim.frame.direction}


@each("row", ROWS)
def test_converses(row: dict[str, str]) -> None:
    for text in forms(row["yes"]):
        assert directions(text) == {f"{row['pair']}:{row['pole']}"}
    for text in forms(row["no"]):
        assert directions(text) == set()


def test_no_word_has_two_poles() -> None:
    words = [form for row in ROWS for form in forms(row["words"])]
    assert sorted(words) == sorted(set(words))


def test_no_pair_has_a_single_pole() -> None:
    pairs = [row["pair"] for row in ROWS]
    assert {pair for pair in pairs if pairs.count(pair) < 2} == set()
