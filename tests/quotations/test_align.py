"""How a quotation is laid on its source, step by step, and which of two ways is the cheaper."""

from __future__ import annotations

import pytest
from tests.rows import each

from factcheck.quotations.align import SourceWord, Step, align
from factcheck.quotations.normal import words

SIGNS = {Step.SAME: "=", Step.CHANGED: "~", Step.ADDED: "+", Step.DROPPED: "-", Step.SKIPPED: "."}

# Quotation, source (a word that a quotation may leave out stands in brackets), the steps and where in the source they
# begin and end, the price.
WAYS = [
    # nothing matches at all: as late as can be
    ("we lost", "boats came in", "~~ 1-2", 2.1),
    # word for word, in the first of two places
    ("we lost", "we lost as we lost", "== 0-1", 0),
    ("we lost", "then we lost", "== 1-2", 0),
    # a word too few, too many, another
    ("we lost", "we never lost", "=-= 0-2", 1.0),
    ("we never lost", "we lost", "=+= 0-1", 1.1),
    ("we never lost", "we nearly lost", "=~= 0-2", 1.05),
    ("we lost badly", "we lost boats", "==~ 0-2", 1.05),
    ("we lost it", "we lost", "==+ 0-1", 1.1),
    ("so we lost", "we lost", "+== 0-1", 1.1),
    # a change costs less than a word too many and one too few together
    ("all boats sank", "all ships sank", "=~= 0-2", 1.05),
    # an omission mark skips what the source has, and nothing where nothing is missing
    ("we … lost", "we have never lost", "=...= 0-3", 0.002),
    ("we … lost", "we lost", "=.= 0-1", 0.0),
    # of two places behind an omission the nearer
    ("we … lost", "we had lost and then lost", "=..= 0-2", 0.001),
    # an editor's bracket stands for words of the source, or for none
    ("we lost [the boats]", "we lost them all", "==. 0-1", 0.0),
    ("[they] lost it", "we lost it", ".== 1-2", 0.0),
    # what stands between two quotations is left out for next to nothing, the source's own words are not
    ("we lost", "we (said) (he) lost", "=..= 0-3", 0.02),
    ("we lost", "we said lost", "=-= 0-2", 1.0),
]


@each(("quotation", "source", "way", "price"), WAYS)
def test_way(quotation: str, source: str, way: str, price: float) -> None:
    laid = [SourceWord(word.strip("()"), word.startswith("(")) for word in source.split()]
    found = align(words(quotation), laid)
    places = [move.source for move in found.moves if move.source >= 0]
    assert f"{''.join(SIGNS[move.step] for move in found.moves)} {places[0]}-{places[-1]}" == way
    assert found.cost == pytest.approx(price, abs=1e-9)
