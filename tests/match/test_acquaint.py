"""What the other figures of a sentence and its one evidence tell about a figure: known ones, and its very number."""

from __future__ import annotations

from math import log

import pytest
from tests.rows import each
from tests.verify.test_proof import candidate, contexts

from factcheck.compare import Relation
from factcheck.extract import read_text
from factcheck.match.acquaint import acquaint
from factcheck.match.bind import null
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

DRAFT = "The yard of Brenk employed 310 people, 77 cooks and 12 guards."
EQUAL, DIFFERENT = Relation.EQUAL, Relation.DIFFERENT


@each(
    ("evidence", "relations", "known", "echo"),
    [
        # the number stands nowhere, or is a figure that agrees
        ("The Brenk yard had 410 people.", (DIFFERENT, DIFFERENT, DIFFERENT), [0, 0, 0], [0, 0, 0]),
        ("The Brenk yard had 310 people.", (EQUAL, DIFFERENT, DIFFERENT), [0, 0.5, 0.5], [0, 0, 0]),
        ("The Brenk yard had 310 people.", (EQUAL, EQUAL, DIFFERENT), [0.5, 0.5, 1], [0, 0, 0]),
        # it stands there as something else
        ("The Brenk yard, Model 310, had 410 people.", (DIFFERENT, DIFFERENT, DIFFERENT), [0, 0, 0], [1, 0, 0]),
        ("The Brenk yard, Model 310, had 410 people.", (EQUAL, DIFFERENT, EQUAL), [0.5, 1, 0.5], [0, 0, 0]),
    ],
)
def test_what_is_told(evidence: str, relations: tuple[Relation, ...], known: list[float], echo: list[float]) -> None:
    _, drafts = contexts(DRAFT)
    _, (figure, *_) = contexts(evidence)
    found = [[candidate(figure, draft, relation)] for draft, relation in zip(drafts, relations, strict=True)]
    told = [one.features for (one,) in acquaint(drafts, found, MemoryLibrary(contents(read_text(evidence))))]
    assert [one.known for one in told] == known
    assert [one.echo for one in told] == echo


@each(
    ("found", "held", "candidates", "uncovered"),
    [(0, 0.0, 0.0, 0.6), (1, 0.5, log(2), 0.1), (3, 0.6, log(4), 0.0), (3, 0.9, log(4), 0.0)],
)
def test_what_speaks_for_silence(found: int, held: float, candidates: float, uncovered: float) -> None:
    _, (draft, *_) = contexts(DRAFT)
    one = candidate(draft, draft, EQUAL)
    told = null(draft, [one._replace(both=one.both._replace(held=held))] * found)
    assert told == pytest.approx((1.0, candidates, uncovered, 1 / (1 + draft.sum / 15)))


def test_the_number_of_a_year_is_told() -> None:
    _, drafts = contexts("The yard of Brenk was built on 3 May 1931. It had 310 people in 1931-32.")
    _, (figure, *_) = contexts("The Brenk yard, Model 1931, was built on 4 June 1940.")
    found = [[candidate(figure, draft, DIFFERENT)] for draft in drafts]
    library = MemoryLibrary(contents(read_text("The Brenk yard, Model 1931, was built on 4 June 1940.")))
    told = [one.features.echo for (one,) in acquaint(drafts, found, library)]
    assert (told[0], told[1]) == (1.0, 0.0)


def test_a_number_that_agrees_is_no_echo() -> None:
    evidence = "The Brenk yard had 310 people, and Model 310 had 410."
    _, (draft, *_) = contexts(DRAFT)
    _, (figure, *_) = contexts(evidence)
    found = [[candidate(figure, draft, relation) for relation in (EQUAL, DIFFERENT)]]
    (told,) = acquaint([draft], found, MemoryLibrary(contents(read_text(evidence))))
    assert [one.features.echo for one in told] == [0.0, 0.0]
