"""Quoted stretches by their marks, whole, nested or lost; and the marks that quote nothing."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each

from factcheck.quotes.marks import MARK, quoted
from factcheck.text import Span


def stretches(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in quoted(text, Span(0, len(text)))]


@each(
    "text",
    [
        "",
        "The workers’ union and the ’90s don’t count.",
        "It's the farmers' market, isn't it?",
        "He is 6' tall.",
        "rock 'n roll",
        "Lund‘s is a slip of the hand.",
    ],
)
def test_nothing_is_quoted(text: str) -> None:
    assert stretches(text) == []


@each(
    ("text", "expected"),
    [
        ("“We lost,” she said. “Badly.”", ["We lost,", "Badly."]),
        ('"We lost," she said. "Badly."', ["We lost,", "Badly."]),
        ("She said ‘we’re done’ and left.", ["we’re done"]),
        ("She said 'we lost' and left.", ["we lost"]),
        ("‘It’s over, and the workers’ homes are gone,’ she said.", ["It’s over, and the workers’ homes are gone,"]),
        ('"We lost,” she said.', ["We lost,"]),
        ("«We lost», she said.", ["We lost"]),
        ("“He called it ‘a sham’, I think,” she said.", ["He called it ‘a sham’, I think,"]),
        ('"He called it “a sham” twice," she said.', ["He called it “a sham” twice,"]),
        ("He called it “a sham“ twice.", ["a sham"]),
        ("(“We lost”)", ["We lost"]),
    ],
)
def test_both_marks(text: str, expected: list[str]) -> None:
    assert stretches(text) == expected
    assert all(q.opened and q.closed for q in quoted(text, Span(0, len(text))))


@each(
    ("text", "expected"),
    [
        ("We lost. Badly,” said Lund.", ["We lost. Badly,"]),
        ("Lund said: We lost. Badly.”", ["We lost. Badly."]),
        ("“We lost,” said Lund. We lost badly.”", ["We lost,", "We lost badly."]),
        ("So-called ‘votes’ were lost,” said Lund.", ["So-called ‘votes’ were lost,"]),
        ("“We lost.", ["We lost."]),
        ("“We lost. “And we knew it.”", ["We lost.", "And we knew it."]),
    ],
)
def test_one_mark_lost(text: str, expected: list[str]) -> None:
    assert stretches(text) == expected
    assert not all(q.opened and q.closed for q in quoted(text, Span(0, len(text))))


@examples()
@given(st.text(alphabet="ab ,.“”\"'‘’«»\n", max_size=50))
def test_stretches_are_in_order_and_without_their_marks(text: str) -> None:
    found = quoted(text, Span(0, len(text)))
    assert all(q.outer.start <= q.span.start < q.span.end <= q.outer.end for q in found)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))
    assert all(MARK.match(text[q.outer.start]) for q in found if q.opened)
