"""One utterance in the words of two documents is a conflict of the library; two utterances are none."""

from __future__ import annotations

import pytest

from factcheck.conflicts import Reason, find
from factcheck.conflicts.form import form_to_fill
from factcheck.extract import read_text
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

FIRST = "“We lost the whole harvest in the great flood,” said Mara Lund."


def library(*texts: str) -> MemoryLibrary:
    return MemoryLibrary(contents(*(read_text(text, f"source-{i}") for i, text in enumerate(texts))))


def test_the_same_words_agree() -> None:
    assert find(library(FIRST, FIRST)) == []


def test_other_words_disagree() -> None:
    (conflict,) = find(library(FIRST, FIRST.replace("harvest", "herd")))
    assert (conflict.reason, conflict.fact.subject) == (Reason.WORDING, "Mara Lund")
    assert conflict.note == '"harvest" in one, "herd" in the other'
    assert {side.value for side in conflict.sides} == {
        "We lost the whole harvest in the great flood,",
        "We lost the whole herd in the great flood,",
    }


def test_a_form_with_other_figures_each_time_is_no_conflict() -> None:
    text = "“The ferry carried {} lorries to the island last month,” said Mara Lund."
    assert find(library(*(text.format(count) for count in (310, 420, 530)))) == []


@pytest.mark.parametrize(
    ("sentence", "is_form"),
    [
        # too short, by a letter; a sentence that names its day
        ("The ferry to Harle carried 12 crates in.", False),
        ("On 3 May 2019 a ferry to Harle carried 120 crates.", False),
        ("The ferry to Harle carried 12 crates out.", True),
        ("In May a ferry to Harle carried 120 crates to it.", True),
    ],
)
def test_which_sentences_are_forms(sentence: str, is_form: bool) -> None:
    claims = list(library(sentence).all_claims())
    assert (form_to_fill(claims) is not None) is is_form
