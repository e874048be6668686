"""Every row of the date tables speaks in its own example and is silent in the other."""

from __future__ import annotations

from tests.rows import each

from factcheck.dates import recognise
from factcheck.dates.tense import TENSES, ahead, tense
from factcheck.lexicon import forms, table
from factcheck.text.tokens import tokenise

TABLES = ("months", "weekdays", "seasons", "holidays", "date_parts", "date_units", "date_relative")
ROWS = [row for name in TABLES for row in table(name)]


def dates(text: str) -> list[str]:
    return [text[m.span.start : m.span.end] for m in recognise(tokenise(text))]


@each("row", ROWS)
def test_row_speaks(row: dict[str, str]) -> None:
    found = " ".join(dates(row["yes"])).lower()
    assert any(form.lower() in found.replace("-", " ") or form.lower() in found for form in forms(row["form"]))


@each("row", ROWS)
def test_row_is_silent(row: dict[str, str]) -> None:
    assert dates(row["no"]) == []


@each("row", table("tenses"))
def test_tense_is_told(row: dict[str, str]) -> None:
    signs = []
    for text in (row["yes"], row["no"]):
        tokens = tokenise(text)
        signs.append(tense(tokens, recognise(tokens)[0].span))
    sign = 1 if row["tense"] == "future" else -1
    assert signs[0] == sign != signs[1]


def told(use: str, text: str) -> str:
    """What is told of the first date of a text by words of a use."""
    tokens = tokenise(text)
    span = recognise(tokens)[0].span
    if use in ("speaking", "moving"):
        return text[span.start : span.end]
    if use in ("leading", "between", "lasting"):
        return "ahead" if ahead(tokens, span) else "nothing"
    return {1: "future", -1: "past"}.get(tense(tokens, span), "nothing")


@each("column", ["no", "yes"])
@each("row", table("date_sides"))
def test_the_side_that_a_date_lies_on(row: dict[str, str], column: str) -> None:
    text, _, expected = row[column].partition(" > ")
    assert told(row["use"], text) == expected


def test_no_word_has_two_tenses() -> None:
    words = [form for row in table("tenses") for form in forms(row["form"])]
    assert len(words) == len(set(words)) == len(TENSES)


@each("row", table("date_cues"))
def test_cue_decides(row: dict[str, str]) -> None:
    assert dates(row["yes"]) != []
    assert dates(row["no"]) == []
