"""When a passage with another value is no proof: it tells of somebody else, or has the draft's value beside its own."""

from __future__ import annotations

import pytest
from tests.rows import each
from tests.verify.test_judge import MARGIN, NOTHING, WHOLE

from factcheck.compare import Comparison, Relation
from factcheck.extract import read_text
from factcheck.match.bind import Binding
from factcheck.match.candidates import Candidate
from factcheck.match.common import common
from factcheck.match.context import Context
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.match.together import COPY
from factcheck.match.veto import Vetoed
from factcheck.model import Verdict
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify.judge import judge
from factcheck.verify.strictness import LIBRARY

CONTRADICTED, UNVERIFIED = Verdict.CONTRADICTED, Verdict.UNVERIFIED
HERS, YARD = "Mara Lund caught 410 fish.", "The yard caught 310 fish."


def contexts(*texts: str) -> tuple[Scene, list[Context]]:
    """A library of texts, and their figures in reading order."""
    library = MemoryLibrary(contents(*(read_text(text, f"{at}.txt") for at, text in enumerate(texts))))
    made = Scene(library, Rarity(library))
    return made, [made.context(claim) for claim in library.all_claims()]


def candidate(figure: Context, draft: Context, relation: Relation, blind: float = 0.0, **measured: float) -> Candidate:
    told = NOTHING._replace(**measured)
    return Candidate(figure, Comparison(relation, "a value"), told, common(draft, figure), blind, 0.0, 0.9)


@each(
    ("source", "draft", "measured", "expected"),
    [
        # it tells its figure of somebody whom the draft does not name
        (HERS, YARD, {}, UNVERIFIED),
        (HERS, YARD, {"covers_draft": COPY - 0.01}, UNVERIFIED),
        (HERS, YARD, {"home": 0.69}, UNVERIFIED),
        # in the draft's own words, in the document spoken of, beside other figures of it, as a slip, exchanged
        (HERS, YARD, {"covers_draft": COPY}, CONTRADICTED),
        (HERS, YARD, {"home": 0.7}, CONTRADICTED),
        (HERS, YARD, {"mates": 1.0}, CONTRADICTED),
        (HERS, YARD, {"near_miss": 0.8}, CONTRADICTED),
        (HERS, YARD, {"swapped": 0.5}, CONTRADICTED),
        # of nobody, of one who is named in the draft's sentence or before it, or of one who is but taken up
        ("The harbour caught 410 fish.", YARD, {}, CONTRADICTED),
        (HERS, "Lund caught 310 fish.", {}, CONTRADICTED),
        (HERS, f"Mara Lund was there. {YARD}", {}, CONTRADICTED),
        ("Mara Lund came. She caught 410 fish.", YARD, {}, CONTRADICTED),
    ],
)
def test_a_passage_about_somebody_else(source: str, draft: str, measured: dict[str, float], expected: Verdict) -> None:
    made, (its, mine) = contexts(source, draft)
    found = candidate(its, mine, Relation.DIFFERENT, **{"covers_draft": 0.5} | measured)
    assert judge(Binding(mine, (found,), 0.1, ()), LIBRARY, made).verdict is expected


@pytest.mark.parametrize(
    ("behind", "measured", "expected"),
    [
        # another figure of the draft's sentence states the one that differs, unless that answers surely better
        (1.49, {"taken": 1.0}, UNVERIFIED),
        (1.5, {"taken": 1.0}, CONTRADICTED),
        (1.49, {"taken": 1.0, "swapped": 0.5}, CONTRADICTED),
        (1.49, {}, CONTRADICTED),
    ],
)
def test_a_passage_that_states_both(behind: float, measured: dict[str, float], expected: Verdict) -> None:
    made, figures = contexts(WHOLE)
    found = candidate(figures[3], figures[0], Relation.DIFFERENT, behind * MARGIN, **measured)
    barred = Vetoed(candidate(figures[2], figures[0], Relation.EQUAL), None)
    assert judge(Binding(figures[0], (found,), 0.1, (barred,)), LIBRARY, made).verdict is expected


@each(
    ("relation", "by", "other", "measured", "expected"),
    [
        # another figure of the passage answers better, is as near and denies nothing
        (Relation.FINER, 1.0, 3, {}, UNVERIFIED),
        (Relation.IMPLIED, 1.0, 3, {}, UNVERIFIED),
        # it answers hardly better, lies farther off or denies it too; or what differs is a slip or stands crosswise
        (Relation.FINER, 0.99, 3, {}, CONTRADICTED),
        (Relation.FINER, 1.0, 3, {"distance": 0.49}, CONTRADICTED),
        (Relation.DIFFERENT, 1.0, 3, {}, CONTRADICTED),
        (Relation.FINER, 1.0, 3, {"near_miss": 1.0}, CONTRADICTED),
        (Relation.FINER, 1.0, 3, {"swapped": 0.5}, CONTRADICTED),
        # it stands in another passage
        (Relation.FINER, 1.0, 0, {}, CONTRADICTED),
    ],
)
def test_a_passage_with_a_better_figure(
    relation: Relation, by: float, other: int, measured: dict[str, float], expected: Verdict
) -> None:
    made, figures = contexts(WHOLE)
    found = candidate(figures[2], figures[0], Relation.DIFFERENT, **{"distance": 0.5} | measured)
    barred = Vetoed(candidate(figures[other], figures[0], relation, by, distance=0.5), None)
    assert judge(Binding(figures[0], (found,), 0.1, (barred,)), LIBRARY, made).verdict is expected


@each(
    ("source", "draft", "measured", "expected"),
    [
        ("The 15-inch model cost 900 crowns. It rained for 13 days.", "The 13-inch model came.", {}, CONTRADICTED),
        ("The 15-inch model cost 900 crowns.", "The 13-inch model came.", {}, CONTRADICTED),
        ("The model of 15 inches came. The 13-inch model cost 900.", "The 13-inch model came.", {}, CONTRADICTED),
        (
            "The 15-inch model came. The 13-inch model cost 900.",
            "The 13-inch model came.",
            {"swapped": 1.0},
            CONTRADICTED,
        ),
        # it tells of both models
        ("The 15-inch model came. The 13-inch model cost 900.", "The 13-inch model came.", {}, UNVERIFIED),
        ("The 15-inch model came. A 13-inch one cost 900.", "The 13-inch model came.", {}, UNVERIFIED),
    ],
)
def test_a_document_that_speaks_of_both_models(
    source: str, draft: str, measured: dict[str, float], expected: Verdict
) -> None:
    made, (its, *others, mine) = contexts(source, draft)
    found = candidate(its, mine, Relation.DIFFERENT, 3.0, **{"covers_draft": 0.9} | measured)
    same = [one for one in others if "13-inch" in one.claim.claim.text]
    barred = tuple(Vetoed(candidate(one, mine, Relation.EQUAL), found) for one in same)
    assert judge(Binding(mine, (found,), 0.1, barred), LIBRARY, made).verdict is expected
