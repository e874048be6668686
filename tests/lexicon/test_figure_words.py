"""Every row of the figure tables speaks in its `yes` examples and stays silent in its `no` example."""

from __future__ import annotations

from collections.abc import Callable

from tests.rows import each

from factcheck.kinds import recognise
from factcheck.kinds.cue_words import CUES
from factcheck.kinds.noun import singular
from factcheck.kinds.number_words import NUMBERS
from factcheck.lexicon import forms, table
from factcheck.model import Kind, Mention
from factcheck.text.tokens import tokenise

Row = dict[str, str]


def figures(text: str) -> list[Mention]:
    return [mention for mention in recognise(tokenise(text)) if mention.kind is not Kind.DATE]


def covers(text: str, mention: Mention, words: list[str]) -> bool:
    inside = tokenise(text[mention.span.start : mention.span.end].lower()).words
    return any(word in inside for phrase in words for word in tokenise(phrase.lower()).words if word.strip("-"))


def by_form(row: Row, text: str) -> bool:
    """A mention takes in a form of the row's first column."""
    column = next(iter(row))
    return any(covers(text, mention, list(forms(row[column]))) for mention in figures(text))


def by_bound(row: Row, text: str) -> bool:
    near = row["near"] == "near"
    return any(m.value.bound == row["bound"] and m.value.near is near for m in figures(text))


def by_unit(row: Row, text: str) -> bool:
    return any(mention.unit == row["unit"] for mention in figures(text))


def by_currency(row: Row, text: str) -> bool:
    wanted = "" if row["code"] == "XXX" else row["code"]
    return any(mention.kind is Kind.MONEY and mention.unit == wanted for mention in figures(text))


def by_time(row: Row, text: str) -> bool:
    return any(m.kind in (Kind.DURATION, Kind.SENTENCE) and row["designator"] in m.value.text for m in figures(text))


def by_penalty(row: Row, text: str) -> bool:
    return any(mention.kind is Kind.SENTENCE and mention.unit == row["penalty"] for mention in figures(text))


def by_label(row: Row, text: str) -> bool:
    """A label makes a reference or silences the number; without it the number is a count."""
    return not any(mention.kind is Kind.COUNT for mention in figures(text))


def by_silence(row: Row, text: str) -> bool:
    return not any(m.kind is not Kind.PERCENTAGE or covers(text, m, list(forms(row["phrase"]))) for m in figures(text))


def by_lemma(row: Row, text: str) -> bool:
    lemmas = {singular(form) for form in forms(row["plural"])}
    return any(mention.kind is Kind.COUNT and mention.unit in lemmas for mention in figures(text))


def by_count(row: Row, text: str) -> bool:
    return any(mention.kind is Kind.COUNT for mention in figures(text))


def by_kind(row: Row, text: str) -> bool:
    return any(mention.kind.value == row["kind"] for mention in figures(text))


def by_kinds(row: Row, text: str) -> bool:
    return (" ".join(mention.kind.value for mention in figures(text)) or "none") == row["found"]


def by_boundary(row: Row, text: str) -> bool:
    """The word keeps the number and "boats" apart (stop), joins them (all but these), or is not what is counted."""
    units = {mention.unit for mention in figures(text)}
    joined = not units.isdisjoint(("boat", "group"))
    if row["role"] == "stop":
        return not joined
    return units == {""} if row["role"] in ("uncounted", "singular", "fate") else joined


PROVERS: dict[str, Callable[[Row, str], bool]] = {
    "numbers": by_form,
    "approximators": by_bound,
    "shares": by_unit,
    "units": by_unit,
    "currencies": by_currency,
    "durations": by_time,
    "penalties": by_penalty,
    "labels": by_label,
    "silent_phrases": by_silence,
    "plurals": by_lemma,
    "counted_nouns": by_count,
    "cues": by_kind,
    "figure_cues": by_kinds,
    "closed_words": by_boundary,
}
ROWS = [(name, row) for name in PROVERS for row in table(name)]


@each(("name", "row"), ROWS)
def test_a_row_is_silent_in_its_no_example(name: str, row: Row) -> None:
    assert not any(PROVERS[name](row, text) for text in forms(row["no"])), row["no"]


@each(("name", "row"), ROWS)
def test_a_row_speaks_in_its_yes_examples(name: str, row: Row) -> None:
    for text in forms(row["yes"]):
        assert PROVERS[name](row, text), text


def test_no_number_word_stands_in_two_rows() -> None:
    words = [form for row in table("numbers") for form in forms(row["word"])]
    assert sorted(words) == sorted(NUMBERS)


def test_no_cue_is_listed_twice() -> None:
    assert len(CUES) == len(table("cues")) + len(table("figure_cues"))
