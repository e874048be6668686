"""What makes up the score of each answer, term by term: a weight that changes is seen before it changes an order."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rows import each

from factcheck.extract import read_text
from factcheck.lookup import Filters, phrases, search
from factcheck.model import Kind
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import Library
from factcheck.values import number

HERE = Path(__file__).parent
# The texts of the library, each under its name.
TEXTS = dict(
    text.removesuffix("\n").split("\n", 1)
    for text in (HERE / "terms_texts.txt").read_text(encoding="utf-8").removeprefix("=== ").split("\n=== ")
)
# A query with how many claims answer it; under it the first four, with place, score and terms.
TERMS = (HERE / "terms.txt").read_text(encoding="utf-8").rstrip("\n").split("\n\n")


@pytest.fixture(scope="module")
def library() -> Library:
    return MemoryLibrary(contents(*(read_text(text, name) for name, text in TEXTS.items())))


def told(query: str, library: Library) -> str:
    hits = search(query, library)
    lines = [f"? {query} ({len(hits)})"]
    for hit in hits[:4]:
        why = ", ".join(f"{term.name} {term.detail} {term.weight:g}" for term in hit.why)
        more = f" and {len(hit.others)} more" if hit.others else ""
        words = " ".join(hit.claim.claim.text.split())[:40]
        lines.append(f"{words}, {hit.claim.claim.path}, {hit.score:g}: {why}{more}")
    return "\n".join(lines)


@each("expected", TERMS)
def test_terms(library: Library, expected: str) -> None:
    query = expected.partition("\n")[0].removeprefix("? ").rpartition(" (")[0]
    assert told(query, library) == expected


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_no_more_answers_than_asked_for(library: Library, limit: int) -> None:
    filters = Filters(value=number(31))
    assert len(search("31", library, limit)) == len(search("", library, limit, filters)) == limit


def test_without_a_number_there_are_ten(library: Library) -> None:
    assert len(search("barges 2019", library)) == len(search("", library, filters=Filters(kind=Kind.COUNT))) == 10


@each(
    ("phrase", "stands"),
    [((), True), (("mole", "is"), True), (("is", "old"), True), (("the", "mole", "is", "old"), True)]
    + [((*words.split(),), False) for words in ("mole old", "the mole is old too", "old the")],
)
def test_a_phrase_stands_word_for_word(library: Library, phrase: tuple[str, ...], stands: bool) -> None:
    claim = search("crabs", library)[0].claim
    passage = next(passage for passage in library.all_passages() if passage.text.startswith("The mole is old"))
    assert phrases.stands(phrase, claim, passage) == stands
