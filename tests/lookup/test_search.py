"""Queries as an editor types them, against a small library of invented reports: what must come first."""

import pytest
from tests.rows import each

from factcheck.extract import read_text
from factcheck.lookup import Filters, search
from factcheck.model import Kind
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import Library
from factcheck.values import number

MILL = """\
Norland Mill Trust counts its losses

The Norland Mill Trust (NMT) was founded on 4 May 1911 by Ada Brook. It was dissolved in March 2009, and its museum \
closed the same year.

In 2007 the mill employed 412 people, of whom 58 percent were women. It had spent 3.2 million euros on a new weir. \
The works lasted for 18 months.

“We have been robbed of our river,” said Theodora Lindqvist, the last director.
"""
VOTE = """\
Harbour council election

The Harbour List won 27 of 60 seats in the council election of 3 June 2018, with 41.5 percent of the vote. Turnout was \
67 percent. In the election of 2014 the Harbour List had won 31 seats.

Marek Tallis was arrested on 9 August 2019. He was sentenced to six years in jail for fraud. The court cited \
Article 212 of the penal code.

The port ranked 14th in the national safety index, with a score of 71 out of 100.

“This election was a farce,” Tallis told reporters.
"""


@pytest.fixture(scope="module")
def library() -> Library:
    readings = [read_text(MILL, "mill.txt"), read_text(VOTE, "vote.txt"), read_text(MILL, "copy.txt")]
    return MemoryLibrary(contents(*readings))


def found(library: Library, query: str, filters: Filters | None = None) -> list[str]:
    return [hit.claim.claim.text for hit in search(query, library, filters=filters)]


@each("query", ["", "the of and", "?", "zeppelin", "7,777,777", "*", '"', "NOT AND OR"])
def test_nothing_answers(library: Library, query: str) -> None:
    assert found(library, query) == []


@each(
    ("query", "first"),
    [
        ("Norland Mill Trust founded", "4 May 1911"),
        ("when was NMT founded", "4 May 1911"),
        ("nmt foundation date", "4 May 1911"),
        ("norland mill trust dissolved", "March 2009"),
        ("how many people did the mill employ", "412"),
        ("mill workers women share", "58 percent"),
        ("money spent on the weir", "3.2 million euros"),
        ("how long did the works last", "18 months"),
        ("seats Harbour List 2014", "31"),
        ("Harbour List vote share", "41.5 percent"),
        ("turnout council election", "67 percent"),
        ("Tallis arrest", "9 August 2019"),
        ("Tallis prison term", "six years"),
        ("Talis jailed", "six years"),
        ("article 212", "Article 212"),
        ("rank of the port", "14th"),
        ("safety index score", "71 out of 100"),
        ("41.5", "41.5 percent"),
        ("412", "412"),
        ("March 2009", "March 2009"),
        ("robbed of our river", "We have been robbed of our river,"),
        ("who called the election a farce", "This election was a farce,"),
        ("what did Theodora Lindqvist say", "We have been robbed of our river,"),
    ],
)
def test_the_answer_comes_first(library: Library, query: str, first: str) -> None:
    assert found(library, query)[:1] == [first]


def test_words_printed_twice_answer_once(library: Library) -> None:
    best = search("mill employed people", library)[0]
    assert [best.claim.claim.path, *(other.claim.path for other in best.others)] == ["copy.txt", "mill.txt"]


def test_filters(library: Library) -> None:
    assert found(library, "Harbour List", Filters(kind=Kind.VOTE_SHARE)) == ["41.5 percent"]
    assert found(library, "Harbour List", Filters(value=number(31))) == ["31"]
    document = next(d.id for d in library.documents().values() if d.path == "vote.txt")
    assert found(library, "Norland mill founded", Filters(document=document)) == []


def test_what_decided_adds_up(library: Library) -> None:
    for hit in search("Harbour List seats 2014", library):
        assert hit.score == pytest.approx(sum(term.weight for term in hit.why), abs=0.01)


def test_what_filters_leave_is_listed_without_a_query(library: Library) -> None:
    assert found(library, "", Filters(value=number(31))) == ["31"]
    assert found(library, " ", Filters(kind=Kind.RANK)) == ["14th"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"council won" seats', []),
        ('"seats in the council" Harbour List', ["60", "27"]),
        ("\u201crobbed of our river\u201d", ["We have been robbed of our river,"]),
    ],
)
def test_a_phrase_in_quotation_marks_must_stand(library: Library, query: str, expected: list[str]) -> None:
    assert [text for text in found(library, query) if text in expected] == expected
    assert len(found(library, query)) <= len(expected) + 2


def test_a_mark_without_its_fellow_is_no_phrase(library: Library) -> None:
    assert found(library, '"Harbour List seats 2014')[:1] == ["31"]
