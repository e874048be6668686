"""What is read as a figure and what is not, sentence by sentence."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tests.rows import each

from factcheck.kinds import RECOGNISERS, recognise
from factcheck.model import Kind
from factcheck.text.tokens import tokenise

HERE = Path(__file__).parent
SILENT = (HERE / "silent.txt").read_text(encoding="utf-8").splitlines()
SPEAKING = [line.split(" | ") for line in (HERE / "speaking.txt").read_text(encoding="utf-8").splitlines()]
# Sentences on either side of what a rule turns at, under the module that holds the rule; "-" where no figure is.
EDGES = [
    line.split(" | ") for line in (HERE / "edges.txt").read_text(encoding="utf-8").splitlines() if line[:2] != "# "
]


def read(text: str) -> str:
    """The figures of a sentence as the table writes them: kind «span» value unit."""
    found = [(m, text[m.span.start : m.span.end]) for m in recognise(tokenise(text))]
    return "; ".join(f"{m.kind} «{span}» {m.value.text} {m.unit}".strip() for m, span in found)


@each("sentence", SILENT)
def test_is_no_figure(sentence: str) -> None:
    assert read(sentence) == ""


@each(("sentence", "figures"), SPEAKING)
def test_is_a_figure(sentence: str, figures: str) -> None:
    assert read(sentence) == figures


@each(("sentence", "figures"), EDGES)
def test_on_an_edge(sentence: str, figures: str) -> None:
    assert read(sentence) == figures.removeprefix("-")


def test_the_silent_table_is_as_long_as_the_speaking_one() -> None:
    assert len(SILENT) >= len(SPEAKING)


def test_every_kind_of_figure_stands_in_the_speaking_table() -> None:
    kinds = {figure.split(" ", 1)[0] for _, figures in SPEAKING for figure in figures.split("; ")}
    assert kinds >= {kind.value for kind in Kind} - {"quote", "name", "role", "date"}


def test_no_recogniser_is_listed_twice() -> None:
    assert len(set(RECOGNISERS)) == len(RECOGNISERS)


@each(
    ("text", "noun"),
    [
        ("They sold 1,652 old tickets there.", "tickets"),
        ("They sold 1 ticket.", "ticket"),
        ("The 125-seat hall opened.", "seat"),
        ("The number of boats rose to 42.", "boats"),
        ("She won her third old title.", "title"),
        ("Of those convicted, 27 fled.", "convicted"),
        ("It rose 5 percent.", ""),
    ],
)
def test_the_counted_noun_is_where_it_stands(text: str, noun: str) -> None:
    head = recognise(tokenise(text))[0].head
    assert (text[slice(*head)] if head else "") == noun


@each(
    ("text", "step"),
    [
        ("43.8 percent of it", "0.1"),
        ("2.5 million boats", "100000"),
        ("2,500,000 boats", "1"),
        ("100 million boats", "1000000"),
        ("two hundred boats", "100"),
        ("two hundred and six boats", "1"),
        ("$3.25bn", "10000000"),
        ("50 cents", "0.01"),
        ("two-thirds of them", "1"),
        ("2½ boats", "0.01"),
        ("2 1/2 boats", "0.01"),
        ("four and a half boats", "0.1"),
        ("two million and a half boats", "100000"),
        ("two and a quarter boats", "0.01"),
    ],
)
def test_a_value_keeps_the_precision_it_was_written_with(text: str, step: str) -> None:
    assert recognise(tokenise(text))[0].value.step.normalize() == Decimal(step).normalize()
