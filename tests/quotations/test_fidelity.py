"""How a quotation relates to a place of a source: faithful or not, which words differ, what an omission hides."""

from __future__ import annotations

from tests.rows import each

from factcheck.model import Role
from factcheck.quotations.align import SourceWord, align
from factcheck.quotations.fidelity import Fidelity, read
from factcheck.quotations.locate import Laid, Place
from factcheck.quotations.normal import words
from factcheck.store.protocol import StoredPassage


def fidelity(quotation: str, source: str) -> Fidelity | None:
    """A quotation read at a source, whose passages a bar parts; words in brackets may be left out."""
    laid, forms = [], []
    for number, text in enumerate(source.split(" | ")):
        passage = StoredPassage(number, 0, 0, Role.PROSE, text, ())
        for word in text.split():
            laid.append(Laid(passage, 0, 0, 0, None))
            forms.append(SourceWord(word.strip("()"), word.startswith("(")))
    said = words(quotation)
    return read(said, Place(0, laid, forms, align(said, forms)))


def faults(found: Fidelity | None) -> list[str]:
    assert found
    return [f"{'…' if f.omission else ''}{f.draft}{f.source}" for f in found.faults]


# Faithful: an omission may leave out nearly anything, and a "not" of another sentence.
FAITHFUL = [
    ("we lost it", "we lost it"),
    ("we … it", "we lost it"),
    ("we … it", "we (not) (never) it"),
    ("we … it", "we lost | never it"),
    ("we … it", f"we {'so ' * 60}it"),
    ("a boat house burnt", "a boathouse burnt"),
    ("a boathouse burnt", "a boat house burnt"),
]
# What differs: the numbers of the draft's words and of the source's; the omissions.
DIFFERENT = [
    ("we lost it", "we found it", ["(1,)(1,)"]),
    ("we it", "we lost it", ["()(1,)"]),
    ("we lost it", "we it", ["(1,)()"]),
    ("so we lost it", "we lost it", ["(0,)()"]),
    ("we lost it again so soon", "we found it again too soon", ["(1,)(1,)", "(4,)(4,)"]),
    ("we … it", "we never it", ["…()(1,)"]),
    ("we … it", "we didn't lose it", ["…()(1, 2)"]),
    ("we … it", f"we {'so ' * 61}it", [f"…(){tuple(range(1, 62))}"]),
    ("we … it", "we (so) not lose it", ["…()(1, 2, 3)"]),
    ("we … it", "we lost (not) it", ["…()(1, 2)"]),
]
# Where it begins and ends in the source, the share of its words that stand there, the most in a row, which they are.
MEASURED = [
    ("we lost it", "then we lost it", (1, 3, 1.0, 3, {0, 1, 2})),
    ("we lost it", "we found it", (0, 2, 2 / 3, 1, {0, 2})),
    ("we lost it all", "we lost them all", (0, 3, 3 / 4, 2, {0, 1, 3})),
    ("lost [the boats] it", "lost it", (0, 1, 1.0, 1, {0, 2})),
    ("we … it", "we lost it", (0, 2, 1.0, 1, {0, 2})),
]


@each(("quotation", "source"), FAITHFUL)
def test_faithful(quotation: str, source: str) -> None:
    found = fidelity(quotation, source)
    assert faults(found) == []
    assert found
    assert found.faithful


@each(("quotation", "source", "expected"), DIFFERENT)
def test_different(quotation: str, source: str, expected: list[str]) -> None:
    found = fidelity(quotation, source)
    assert faults(found) == expected
    assert found
    assert not found.faithful


@each(("quotation", "source", "measured"), MEASURED)
def test_measured(quotation: str, source: str, measured: tuple[int, int, float, int, set[int]]) -> None:
    found = fidelity(quotation, source)
    assert found
    assert (found.first, found.last, found.likeness, found.longest_run, set(found.covered)) == measured


def test_a_place_with_no_word_of_it_is_none() -> None:
    assert fidelity("we lost", "boats came in") is None


@each("word", "not never no none nor neither nobody nothing cannot hardly without isn't".split())
def test_what_turns_a_sentence_round(word: str) -> None:
    assert faults(fidelity("we … it", f"we {word} it")) == ["…()(1,)"]
