"""What candidates tell of each other: copies and mates, vetoes, figures given to one another's owners, qualifiers."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache

import pytest
from tests.rows import each

from factcheck.compare import Comparison, Relation
from factcheck.extract import read_text
from factcheck.match.candidates import Candidate
from factcheck.match.common import common
from factcheck.match.context import Context
from factcheck.match.exchange import exchanged
from factcheck.match.features import Features
from factcheck.match.qualify import Ownership, opposite, other_denominator, ownership
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.match.together import best_share, fit, together
from factcheck.match.veto import BESIDE, IN_TIME, vetoes
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

NOTHING = Features(*[0.0] * len(Features._fields))
SAME, OTHER = Comparison(Relation.EQUAL, "the same value"), Comparison(Relation.DIFFERENT, "another value")


@cache
def figures(text: str) -> tuple[Context, ...]:
    """The contexts of all figures of a text, its dates included, in order."""
    library = MemoryLibrary(contents(read_text(text, "a.txt")))
    scene = Scene(library, Rarity(library))
    return tuple(scene.context(claim) for claim in library.all_claims())


def candidate(context: Context, compared: Comparison = SAME, blind: float = 0.0, **measured: float) -> Candidate:
    return Candidate(context, compared, NOTHING._replace(**measured), common(YARD, context), blind)


YARD = figures("The yard of Ellis employs 310 welders.")[0]


# -- together


@each(
    ("measured", "worth"),
    [
        ({}, 0.0),
        ({"local": 1}, 3.0),
        ({"left": 1}, 0.7),
        ({"right": 1}, 0.7),
        ({"part": 1}, 0.8),
        ({"part_clash": 1}, -0.8),
        ({"noun": 1}, 1.0),
        ({"noun_clash": 1}, -1.5),
        ({"stranger": 1}, -0.5),
        ({"strange": 1}, -0.3),
        ({"kind": 1}, 1.0),
    ],
)
def test_how_well_a_figure_stands(measured: dict[str, float], worth: float) -> None:
    assert fit(Candidate(YARD, SAME, NOTHING._replace(**measured), common(YARD, YARD))) == pytest.approx(worth)


@each(("draft", "source", "copy"), [(0.97, 1, 1), (1, 0.97, 1), (0.96, 1, 0), (1, 0.96, 0), (1, 1, 1)])
def test_a_copy_has_all_words_of_both(draft: float, source: float, copy: float) -> None:
    (told,) = together(YARD, [candidate(YARD, covers_draft=draft, covers_source=source)])
    assert told.features.verbatim == copy


@each(("local", "dominated"), [(1.0, 0.0), (2 / 3, 0.5), (1 / 3, 1.0), (0.0, 1.0)])
def test_another_figure_of_the_passage_may_stand_better(local: float, dominated: float) -> None:
    told = together(YARD, [candidate(YARD, local=1), candidate(YARD, local=local)])
    assert told[1].features.dominated == pytest.approx(dominated)


def test_a_figure_of_another_passage_dominates_none() -> None:
    elsewhere = replace(YARD, claim=YARD.claim._replace(passage=99))
    told = together(YARD, [candidate(elsewhere, local=1), candidate(YARD)])
    assert [one.features.dominated for one in told] == [0, 0]


def test_coverage_is_the_share_of_the_best() -> None:
    word = max(YARD.near, key=lambda one: YARD.near[one] ** 0.5 * YARD.idf[one])
    whole, part = YARD, replace(YARD, near={word: 1.0}, topic={})
    topic = replace(YARD, near={}, topic=dict.fromkeys(YARD.near, 1.0))
    told = together(YARD, [candidate(one) for one in (whole, part, topic, replace(YARD, near={}, topic={}))])
    assert [one.features.coverage for one in told] == pytest.approx(
        [1.0, YARD.near[word] ** 0.5 * YARD.idf[word] / YARD.total, 0.5, 0.0]
    )
    assert best_share([candidate(whole), candidate(part)]) == pytest.approx(1.0)
    assert best_share([]) == 0
    assert [one.features.coverage for one in together(YARD, [candidate(replace(YARD, near={}, topic={}))])] == [0]


@each(
    ("mine", "theirs", "mates", "strangers"),
    [
        ((), ("12",), 0, 0),
        (("12",), (), 0, 0),
        (("12",), ("12",), 1, 0),
        (("12",), ("13",), 0, 1),
        (("12", "14"), ("12", "15"), 0.5, 0.5),
        (("310",), ("15",), 1, 0),  # the source's own figure is one of its passage
        (("XXXX-05-03",), ("2019-05-03",), 1, 0),
        (("XXXX-05-03",), ("2019-06-03",), 0, 1),
        (("2018-05-03",), ("2019-05-03",), 0, 1),
        (("XXXX",), ("2019",), 0, 1),
    ],
)
def test_mates(mine: tuple[str, ...], theirs: tuple[str, ...], mates: float, strangers: float) -> None:
    draft, source = replace(YARD, siblings=frozenset(mine)), replace(YARD, siblings=frozenset(theirs))
    (told,) = together(draft, [candidate(source)])
    assert (told.features.mates, told.features.strangers) == (mates, strangers)


# -- veto

DAY = figures("The yard of Ellis opened on 3 May 2019.")[0]


ELSEWHERE = replace(YARD, claim=YARD.claim._replace(passage=99))
TIMELY = {"time_same": IN_TIME}


@each(
    ("equal", "rival", "blind", "barred"),
    [
        ({}, {}, 1.99, False),
        ({}, {}, 2.0, True),
        ({"verbatim": 1}, {}, 9.0, False),
        ({"swapped": -1}, {}, 0.0, True),
        ({"swapped": 1}, {}, 0.0, False),
        # what holds at the draft's time bars what does not, where it answers no worse
        ({"time_clash": 1}, TIMELY, 0.0, True),
        ({"time_clash": 1}, TIMELY, -0.1, False),
        ({"time_doubt": 0.51}, TIMELY, 0.0, True),
        # a time carried over from an earlier sentence makes less doubt
        ({"time_doubt": 0.5}, TIMELY, 0.99, False),
        ({"time_doubt": 0.5}, TIMELY, 1.0, True),
        ({"time_clash": 1}, {"time_same": IN_TIME - 0.01}, 0.0, False),
        ({"time_clash": 1}, {"time_told": IN_TIME}, 0.0, True),
        ({}, TIMELY, 0.0, False),
    ],
)
def test_a_figure_that_answers_better_bars(
    equal: dict[str, float], rival: dict[str, float], blind: float, barred: bool
) -> None:
    found = [candidate(YARD, SAME, 0.0, **equal), candidate(ELSEWHERE, OTHER, blind, **rival)]
    veto, other = vetoes(found, 2.0)
    assert (veto is not None, other) == (barred, None)


@each(("blind", "barred"), [(BESIDE - 0.01, False), (BESIDE, True)])
def test_one_of_its_own_passage_bars_sooner(blind: float, barred: bool) -> None:
    veto, _ = vetoes([candidate(YARD), candidate(YARD, OTHER, blind)], 99.0)
    assert (veto is not None) is barred


def test_where_nothing_bars_times_do_not_either() -> None:
    found = [candidate(YARD, time_clash=1), candidate(YARD, OTHER, 9.0)]
    assert vetoes(found, math.inf) == [None, None]


def test_what_a_text_about_the_sentence_expects_is_not_barred() -> None:
    hoped, was = (replace(YARD, past=past) for past in ("", "former"))
    found = [candidate(one, other_tense=1.0) for one in (hoped, was)]
    assert [veto is not None for veto in vetoes(found, math.inf)] == [False, True]
    assert [veto is not None for veto in vetoes(found, 2.0)] == [True, True]


def test_nothing_bars_without_a_rival() -> None:
    assert vetoes([candidate(YARD), candidate(YARD, SAME, 9.0)], 2.0) == [None, None]


@pytest.mark.parametrize("name", ["covers_draft", "local", "carry"])
@pytest.mark.parametrize(("amount", "barred"), [(0.19, True), (0.2, False)])
def test_a_date_needs_company(name: str, amount: float, barred: bool) -> None:
    (veto,) = vetoes([candidate(DAY, SAME, **{name: amount})], 2.0)
    assert (veto is not None) is barred


def test_a_date_with_another_figure_of_its_sentence_is_in_company() -> None:
    assert vetoes([candidate(DAY, mates=0.1)], 2.0) == [None]


# -- exchange

CROSSED = "The Greens won 22 seats and the Liberals 31."
STRAIGHT = "The Greens won 31 seats and the Liberals 22."


def swapped(draft: str, source: str, blind: dict[tuple[str, str], float] | None = None) -> dict[tuple[str, str], float]:
    """How each figure of a draft is told of each of a source, by their words."""
    mine, theirs = figures(draft), figures(source)
    found = [
        [
            candidate(
                other,
                SAME if one.claim.claim.text == other.claim.claim.text else OTHER,
                (blind or {}).get((one.claim.claim.text, other.claim.claim.text), 0.0),
            )
            for other in theirs
        ]
        for one in mine
    ]
    told = exchanged(mine, found)
    return {
        (one.claim.claim.text, other.context.claim.claim.text): other.features.swapped
        for one, others in zip(mine, told, strict=True)
        for other in others
    }


def test_figures_where_they_belong_are_not_exchanged() -> None:
    assert set(swapped(CROSSED, CROSSED).values()) == {0.0}


def test_figures_of_one_anothers_owners_are() -> None:
    assert swapped(CROSSED, STRAIGHT) == {("22", "31"): 1, ("22", "22"): -1, ("31", "22"): 1, ("31", "31"): -1}


@each(("away", "told"), [(0, 1.0), (1, 1.0), (2, 0.0)])
def test_only_neighbours_are_exchanged(away: int, told: float) -> None:
    one, other = figures(CROSSED)
    one = replace(one, claim=one.claim._replace(passage=one.claim.passage + away))
    first, last = figures(STRAIGHT)
    found = [[candidate(first, OTHER), candidate(last)], [candidate(first), candidate(last, OTHER)]]
    assert exchanged([one, other], found)[0][0].features.swapped == told


PLAIN = "They saw 22 boats there and 31 boats here."
BLIND = {("22", "31"): 5.0, ("22", "22"): 4.0, ("31", "22"): 5.0, ("31", "31"): 4.0}


@each(
    ("blind", "told"),
    [
        ({}, 0.0),
        (BLIND, -1.0),
        (BLIND | {("22", "22"): 5.5}, 0.0),
        (BLIND | {("22", "31"): 3.99, ("22", "22"): 0.0}, 0.0),
        (BLIND | {("22", "22"): 5.41}, 0.0),
        (BLIND | {("22", "22"): 5.39}, -1.0),
        (BLIND | {("22", "31"): 4.0, ("22", "22"): 0.0}, -1.0),
        (BLIND | {("31", "22"): 3.99, ("22", "22"): 0.0}, 0.0),
    ],
)
def test_what_nothing_names_is_exchanged_by_how_well_it_answers(
    blind: dict[tuple[str, str], float], told: float
) -> None:
    one, other = (replace(context, part="", beside="", nearest="") for context in figures(PLAIN))
    found = [
        [candidate(one, SAME, blind.get(("22", "22"), 0)), candidate(other, OTHER, blind.get(("22", "31"), 0))],
        [candidate(one, OTHER, blind.get(("31", "22"), 0)), candidate(other, SAME, blind.get(("31", "31"), 0))],
    ]
    assert exchanged([one, other], found)[0][0].features.swapped == told


TWO = "They saw 22 boats there. They saw 31 boats here."
DAYS = "They saw boats there on 2 May 2019. They saw boats here on 4 July 2020."


@each(
    ("source", "gain", "measured", "told"),
    [
        (TWO, 2.0, {"home": 0.8}, -1.0),
        (TWO, 1.99, {"home": 0.8}, 0.0),
        (TWO, 2.0, {"home": 0.79}, 0.0),
        (TWO, 2.0, {"home": 1.0, "time_same": 0.3}, 0.0),
        (TWO, 2.0, {"home": 1.0, "time_clash": 1.0}, 0.0),
        (TWO, 9.0, {"home": 1.0, "left": 0.5}, 0.0),
        (TWO, 9.0, {"home": 1.0, "right": 0.5}, 0.0),
        (DAYS, 9.0, {"home": 1.0}, 0.0),
    ],
)
def test_figures_of_two_sentences_are_exchanged_in_the_document_spoken_of(
    source: str, gain: float, measured: dict[str, float], told: float
) -> None:
    one, other = (replace(context, part="", beside="", nearest="") for context in figures(source))
    drafts = [replace(one, claim=one.claim._replace(passage=9)), replace(other, claim=other.claim._replace(passage=9))]
    found = [
        [
            candidate(one, SAME, 5.0, **measured),
            candidate(other, OTHER, 5.0 + gain, **measured | {"left": 0, "right": 0}),
        ],
        [candidate(one, OTHER, 5.0, **measured), candidate(other, SAME, 5.0, **measured)],
    ]
    assert exchanged(drafts, found)[0][0].features.swapped == told


# -- qualify


@each(
    ("draft", "source", "expected"),
    [
        ("They saw 310 boats.", "Mara Lund has 310 boats.", Ownership()),
        ("Mara Lund has 310 boats.", "Mara Lund has 12 boats.", Ownership(same=1)),
        ("Lund has 310 boats.", "Mara Lund has 12 boats.", Ownership(same=1)),
        ("Mara Lund has 310 boats.", "Jon Berg has 12 boats.", Ownership(clash=1)),
        ("Mara Lund has 310 boats.", "Jon Berg of the Lund yard has 12 boats.", Ownership(doubt=0.5)),
        ("Mara Lund lives here. She has 310 boats.", "Jon Berg has 12 boats.", Ownership(doubt=1)),
        # a name cut short is the name
        ("J. Lund has 310 boats.", "Mara Lund has 12 boats.", Ownership(clash=1)),
        ("M. Lund has 310 boats.", "Mara Lund has 12 boats.", Ownership(same=0.5)),
        ("Mar Lund has 310 boats.", "Mara Ellis Lund has 12 boats.", Ownership(same=0.5)),
        ("Mara Ellis Lund has 310 boats.", "Mar Berg has 12 boats.", Ownership(clash=1)),
        # a part of what the sentence is about, by which its figures are shared out
        (
            "Mara Lund sold 310 boats on her opening day.",
            "Jon Berg won, selling 12 boats on her opening day and 40 boats on her closing day.",
            Ownership(doubt=0.5),
        ),
        (
            "Mara Lund sold 310 boats on her opening day.",
            "Mara Lund won, selling 12 boats on her opening day and 40 boats on her closing day.",
            Ownership(same=1),
        ),
        (
            "Mara Lund won, selling 12 boats on her opening day and 40 boats on her closing day.",
            "Mara Lund sold 310 boats on her opening day.",
            Ownership(same=1),
        ),
        (
            "Mara Lund sold 310 boats.",
            "Mara Lund won, selling 12 boats on her opening day and 40 boats on her closing day.",
            Ownership(doubt=0.5),
        ),
        # where a figure is, against labels that share figures out
        ("The storm sank 310 boats in Odby.", "The storm sank boats in Brenk.  It sank 12.", Ownership()),
        (
            "The storm sank 310 boats in Odby.",
            "It sank boats at Brenk (12 boats) and Velm (40 boats).",
            Ownership(clash=1),
        ),
        (
            "The storm sank 310 boats in Velm.",
            "It sank boats at Brenk (12 boats) and Velm (40 boats).",
            Ownership(clash=1),
        ),
        (
            "The storm sank 310 boats in Brenk.",
            "It sank boats at Brenk (12 boats) and Velm (40 boats).",
            Ownership(same=1),
        ),
        # things that are told by the noun behind a name
        ("The Velm ruling cost 310 dollars.", "Brenk lost 12 dollars.", Ownership()),
        ("The Velm ruling cost 310 dollars.", "The Brenk fire cost 12 dollars.", Ownership()),
        ("The Velm fire cost 310 dollars.", "The Brenk blaze cost 12 dollars.", Ownership(clash=1)),
        ("The Velm fire cost 310 dollars.", "The Brenk fire, near Velm, cost 12 dollars.", Ownership(clash=1)),
        ("The Velm fire cost 310 dollars.", "The Velm blaze cost 12 dollars.", Ownership(same=1)),
    ],
)
def test_ownership(draft: str, source: str, expected: Ownership) -> None:
    assert ownership(figures(draft)[0], figures(source)[0]) == expected


@each(("mine", "its"), [("Mara Lund", "Jon Lund"), ("Velm Steel", "Odby Steel")])
def test_owners_that_share_half_of_their_names_are_two(mine: str, its: str) -> None:
    assert ownership(figures(f"{mine} has 310 boats.")[0], figures(f"{its} has 12 boats.")[0]) == Ownership(clash=1)


@each(("mine", "its"), [("Timmy Lund", "Tommy Lund"), ("Lukasz Wojcik", "Łukasz Wójcik"), ("J. Lund", "Jon Lund")])
def test_owners_of_one_name_but_for_a_letter_are_partly_one(mine: str, its: str) -> None:
    found = ownership(figures(f"{mine} has 310 boats.")[0], figures(f"{its} has 12 boats.")[0])
    assert found.same > 0
    assert (found.clash, found.doubt) == (0, 0)


def test_owners_that_share_more_than_half_of_a_name_are_partly_one() -> None:
    found = ownership(figures("Odby Velm Steel has 310 boats.")[0], figures("Velm Steel Works has 12 boats.")[0])
    assert 0.5 < found.same < 1
    assert (found.clash, found.doubt) == (0, 0)


@each(
    ("draft", "source", "expected"),
    [
        ("Turnout rose 12 percent.", "Turnout rose 14 percent.", False),
        ("Turnout rose 12 percent.", "Turnout was 14 percent.", False),
        ("Turnout rose 12 percent.", "Turnout fell 14 percent.", True),
        ("Turnout rose by 12 percent.", "Turnout fell by 14 percent.", True),
        ("Turnout rose to 12 percent.", "Turnout fell to 14 percent.", False),
    ],
)
def test_opposite_ways(draft: str, source: str, expected: bool) -> None:
    assert opposite(figures(draft)[0], figures(source)[0]) is expected


@each(
    ("draft", "source", "expected"),
    [
        ("The yard pays 73 dollars a day.", "The yard pays 73 dollars.", False),
        ("The yard pays 73 dollars a day.", "The yard pays 73 dollars a day.", False),
        ("The yard pays 73 dollars a day.", "The yard pays 73 dollars a week.", True),
    ],
)
def test_other_denominators(draft: str, source: str, expected: bool) -> None:
    assert other_denominator(figures(draft)[0], figures(source)[0]) is expected
