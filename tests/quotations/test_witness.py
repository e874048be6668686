"""What a place says of a quotation: how much its agreeing words prove, and what a source shows where nobody speaks."""

from __future__ import annotations

from math import log

import pytest
from tests.rows import each

from factcheck.extract import read_text
from factcheck.model import NOWHERE, Claim, Kind
from factcheck.quotations import witness
from factcheck.quotations.locate import Sought, locate
from factcheck.quotations.normal import visible, words
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.text import Span
from factcheck.text.stem import stem
from factcheck.values import NO_VALUE


def quotation(text: str, sentence: str = "", mark: Span = NOWHERE) -> Claim:
    return Claim(
        "", Kind.QUOTE, "draft", "draft", Span(0, len(text)), 1, 1, text, NO_VALUE, sentence=sentence, mark=mark
    )


def witnesses(text: str, *sources: str) -> list[witness.Witness]:
    library = MemoryLibrary(contents(*(read_text(source, f"source-{i}") for i, source in enumerate(sources))))
    said = words(text)
    sought = [Sought(text, said)]
    known = library.frequencies({*sought[0].stems, *(stem(word.form) for word in said if word.form)})
    places = locate(sought, known, library)
    return witness.testify([quotation(text)], sought, places, known, library)[0]


SOURCE = "The northern ferry sank off Brenk. Divers came, and the ferry rose. It was repaired in Odby. The crew sang."


def test_rare_words_prove_more() -> None:
    one = log(5 / 1) / log(5)
    two = log(5 / 2) / log(5)
    assert [w.proof for w in witnesses("crew sang", SOURCE)] == [pytest.approx(2 * one)]
    assert [w.proof for w in witnesses("northern ferry", SOURCE)] == [pytest.approx(one + two)]
    assert [w.proof for w in witnesses("the crew and the ship", SOURCE)] == [pytest.approx(one)]


def test_words_that_nobody_is_credited_with_are_shown_as_they_stand() -> None:
    (found,) = witnesses("the ferry rose", SOURCE)
    claim = found.evidence.claim
    assert not found.spoken
    assert (claim.text, claim.line, claim.column) == ("the ferry rose", 1, 1)
    assert SOURCE[claim.span.start : claim.span.end] == "the ferry rose"
    assert claim.sentence[claim.mark.start : claim.mark.end] == "the ferry rose"
    (found,) = witnesses("the ferry rose. It was repaired", SOURCE)
    claim = found.evidence.claim
    assert claim.text == "the ferry rose. It was repaired"
    assert claim.sentence[claim.mark.start : claim.mark.end] == "the ferry rose."


def test_likeness_is_told_to_the_third_decimal() -> None:
    (found,) = witnesses("the ferry fell", SOURCE)
    assert (found.evidence.score, found.evidence.agrees) == (0.667, False)


SENTENCE = "He said: “We lost.” Then he left."
SHOWN = [
    ("from its sentence", quotation("We  lost.", SENTENCE, Span(10, 18)), "We lost."),
    ("as it stands, where it goes on", quotation("We <b>lost</b> &amp; won.", "He said: “We lost.", Span(10, 18)),
     "We  lost  & won."),
    ("as it stands, where its sentence ends in blanks", quotation("We won.", "He said: We lost. ", Span(9, 17)),
     "We won."),
    ("as it stands, where it has no place", quotation("We won.", SENTENCE, Span(10, 10)), "We won."),
]  # fmt: skip


@each(("claim", "shown"), [row[1:] for row in SHOWN])
def test_shown(claim: Claim, shown: str) -> None:
    assert visible(claim) == shown
