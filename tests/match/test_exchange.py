"""Whether two figures of a draft stand crosswise to two of a source: how well each answers, what words tell them apart.

A row gives how well, values aside, each of the draft's answers to the source's figure of the other value, and to that
of its own.
"""

from __future__ import annotations

from tests.match.test_qualify import framed, owned
from tests.rows import each
from tests.verify.test_proof import candidate, contexts

from factcheck.compare import Relation
from factcheck.extract import read_text
from factcheck.match.comparable import compare_claims
from factcheck.match.exchange import exchanged, is_whole_of, of_others
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.model import Frame
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

BARE, BESIDE, APART = "One took 3, then 4.", "Boats came to 4, and cars to 3.", "Boats came to 4. Cars rose to 3."
TERSE, FOUR = "On boats 3, on cars 4.", (4.0, 4.0, 4.0, 4.0)
TAKEN, CROSS = "It sold 3 boats and 4 cars.", "It sold 4 boats and 3 cars."


def votes(draft: str, source: str, blind: tuple[float, ...], **measured: float) -> set[float]:
    """What is told of each figure of the draft and each of the source, one row for a figure of the draft."""
    _, figures = contexts(source, draft)
    theirs, drafts = figures[:-2], figures[-2:]
    found = []
    for at, one in enumerate(drafts):
        own = []
        for its in theirs:
            compared = compare_claims(one.claim.claim, its.claim.claim, one.value)
            own.append(candidate(its, one, compared.relation, blind[2 * at + compared.agrees], **measured))
        found.append(own)
    return {one.features.swapped for own in exchanged(drafts, found) for one in own}


@each(
    ("draft", "source", "blind", "measured", "crosswise"),
    [
        # no words tell the two apart: in one sentence, by how much better they answer crosswise, and well enough
        (BARE, BESIDE, (4.0, 3.5, 4.0, 4.0), {}, False),
        (BARE, BESIDE, (4.0, 3.25, 4.0, 4.0), {}, True),
        (BARE, BESIDE, (4.0, 4.0, 4.0, 3.25), {}, True),
        (BARE, BESIDE, (5.0, 4.0, 4.0, 4.5), {}, False),
        (BARE, BESIDE, (3.99, 3.0, 4.0, 4.0), {}, False),
        (BARE, BESIDE, (4.0, 3.0, 3.99, 3.0), {}, False),
        (BARE, BESIDE, (4.0, 3.0, 4.0, 3.0), {"other_tense": 1.0}, False),
        # in two sentences more, and in the document that is spoken of, of no time and no nearer by their next words
        (BARE, APART, (6.0, 4.5, 6.0, 6.0), {"home": 1.0}, False),
        (BARE, APART, (6.0, 4.0, 6.0, 6.0), {"home": 0.79}, False),
        (BARE, APART, (6.0, 4.0, 6.0, 6.0), {"home": 0.8, "time_told": 0.5}, False),
        (BARE, APART, (6.0, 4.0, 6.0, 6.0), {"home": 0.8, "time_same": 0.5}, False),
        (BARE, APART, (6.0, 4.0, 6.0, 6.0), {"home": 0.8, "time_clash": 0.5}, False),
        (BARE, APART, (6.0, 4.0, 6.0, 6.0), {"home": 0.8}, True),
        # words tell them apart
        (TAKEN, TAKEN, FOUR, {}, False),
        (TAKEN, CROSS, (3.99, 4.0, 3.99, 4.0), {}, False),
        (TAKEN, CROSS, (4.0, 3.99, 4.0, 3.99), {}, False),
        (TAKEN, CROSS, FOUR, {}, True),
        ("It sold 3 red boats and 4 blue cars.", "It sold 4 blue boats and 3 red cars.", FOUR, {}, False),
        ("It sold 3 red boats and 4 blue boats.", "It sold 4 red boats and 3 green boats.", FOUR, {}, False),
        # one word does where they answer better crosswise
        (TERSE, "On boats 4, on pumps 3.", FOUR, {}, False),
        (TERSE, "On boats 4, on pumps 3.", (4.1, 4.0, 4.0, 4.0), {}, True),
        # in two sentences close by, of a document that is likely the one spoken of, two do
        (TAKEN, "It sold 4 boats. It sold 3 cars.", FOUR, {"home": 0.49}, False),
        (TAKEN, "It sold 4 boats. It sold 3 pumps.", (4.1, 4.0, 4.1, 4.0), {"home": 0.5}, False),
        (TAKEN, "It sold 4 boats. It rained. It thawed. It sold 3 cars.", FOUR, {"home": 0.5}, False),
        (TAKEN, "It sold 4 boats. It rained. It sold 3 cars.", FOUR, {"home": 0.5}, True),
        (TAKEN, "It sold 4 boats. It sold 3 cars.", FOUR, {"home": 0.5}, True),
        # and in the draft in one sentence or the next
        ("It sold 3 boats. It rained. It sold 4 cars.", CROSS, FOUR, {}, False),
        ("It sold 3 boats. It sold 4 cars.", CROSS, FOUR, {}, True),
        # the part that each has decides where the other's answers no worse
        ("Sales rose from 3 to 4.", "Sales fell from 3 to 4.", (1.0, 1.0, 1.0, 1.0), {}, False),
        ("Sales rose from 3 to 4.", "Sales fell from 4 to 3.", (0.9, 1.0, 0.9, 1.0), {}, False),
        ("Sales rose from 3 to 4.", "Sales fell from 4 to 3.", (1.0, 1.0, 1.0, 1.0), {}, True),
        # and so does, for one of them, the end of a change that it is in the one text and not in the other
        ("Sales go from 4 to 3.", "Sales are 4, up from 3.", (0.9, 1.0, 0.9, 1.0), {}, False),
        ("Sales go from 4 to 3.", "Sales are 4, or 3.", (1.0, 1.0, 1.0, 1.0), {}, False),
    ],
)
def test_who_is_exchanged(
    draft: str, source: str, blind: tuple[float, ...], measured: dict[str, float], crosswise: bool
) -> None:
    assert votes(draft, source, blind, **measured) == ({-1.0, 1.0} if crosswise else {0.0})


def test_what_is_counted_tells_which_of_a_source_a_figure_is() -> None:
    assert votes(TAKEN, "It sold 4 boats and 3 pumps.", FOUR) == {-1.0, 0.0, 1.0}


def test_the_end_of_a_change_is_not_where_it_begins() -> None:
    assert votes("Sales go from 4 to 3.", "Sales are 4, up from 3.", (1.0, 1.0, 1.0, 1.0)) == {-1.0, 0.0, 1.0}


ROWS = "| Port | Boats |\n|---|---|\n| Brenk | 12 |\n| Odby | 14 |"


@each(
    ("owner", "relation", "doubt", "clash"),
    [
        ("", Relation.EQUAL, 0.5, 0.0),
        ("Velm", Relation.EQUAL, 0.5, 0.0),
        ("Brenk", Relation.EQUAL, 0.5, 0.0),
        ("Odby", Relation.DIFFERENT, 0.5, 0.0),
        ("Odby", Relation.EQUAL, 0.0, 0.0),
        ("Odby", Relation.EQUAL, 0.5, 1.0),
        ("Odby Steel", Relation.EQUAL, 0.5, 1.0),
    ],
)
def test_a_value_of_another_row_is_that_ones(owner: str, relation: Relation, doubt: float, clash: float) -> None:
    library = MemoryLibrary(contents(read_text(ROWS, suffix=".md")))
    drafts = list(map(Scene(library, Rarity(library)).context, library.all_claims()))
    its = candidate(owned(owner), drafts[0], relation, owner_doubt=doubt)
    ((told,), _) = of_others(drafts, [[its], []])
    assert (told.features.owner_clash, told.features.owner_doubt) == (clash, 0.0 if clash else doubt)


@each(
    ("source", "draft", "whole"),
    [("", "", False), ("whole", "whole", False), ("", "whole", False), ("whole", "", True)],
)
def test_the_whole_of_others_is_no_part(source: str, draft: str, whole: bool) -> None:
    assert is_whole_of(framed(Frame(part=source)), framed(Frame(part=draft))) is whole
