"""What probabilities and features make a verdict of: each threshold from both sides, without a model in between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import pytest
from tests.rows import each

from factcheck.compare import Comparison, Relation
from factcheck.config import STRICTNESS as NAMES
from factcheck.extract import read_text
from factcheck.match.bind import Binding
from factcheck.match.candidates import Candidate
from factcheck.match.common import common
from factcheck.match.context import Context
from factcheck.match.features import Features
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.match.veto import Vetoed
from factcheck.model import Finding, Verdict
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify.judge import judge
from factcheck.verify.strictness import LIBRARY, PAIR, STRICTNESS, Demands

SUPPORTED, CONTRADICTED, UNVERIFIED = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNVERIFIED
EQUAL, VAGUER, FINER, DIFFERENT = Relation.EQUAL, Relation.VAGUER, Relation.FINER, Relation.DIFFERENT
# Nothing but as much of the sentence as says that it is spoken of at all.
NOTHING = Features(*[0.0] * len(Features._fields))._replace(covers_draft=0.25)
SOURCE = "The yard of Ellis employed {} people on 3 May 2019.\n"
MARGIN = LIBRARY.model.margin


class One(NamedTuple):
    """A source's figure: how it stands to the draft's, how likely it is the fact, its value, what was measured."""

    relation: Relation
    probability: float
    value: int = 310
    measured: Mapping[str, float] = MappingProxyType({})
    blind: float = 0.0


@cache
def scene(values: tuple[int, ...]) -> tuple[Scene, dict[str, Context]]:
    texts = [read_text(SOURCE.format(value), f"{value}.txt") for value in values]
    library = MemoryLibrary(contents(*texts))
    made = Scene(library, Rarity(library))
    return made, {claim.claim.text: made.context(claim) for claim in library.all_claims()}


def candidate(one: One, contexts: dict[str, Context], figure: str) -> Candidate:
    features = NOTHING._replace(**one.measured)
    compared = Comparison(one.relation, "another value" if one.relation is DIFFERENT else "the same value")
    context = contexts[figure or str(one.value)]
    both = common(context, context)
    return Candidate(context, compared, features, both, one.blind, 0.0, one.probability)


def verdict(
    found: Sequence[One], barred: Sequence[tuple[One, bool]] = (), demands: Demands = LIBRARY, *, date: bool = False
) -> Finding:
    """The finding on "310" (or the date) of a draft. barred: vetoed candidates, each with whether a figure bars it."""
    values = tuple(sorted({310, *(one.value for one in found), *(one.value for one, _ in barred)}))
    setting, contexts = scene(values)
    figure = "3 May 2019" if date else ""
    candidates = tuple(candidate(one, contexts, figure) for one in found)
    vetoed = tuple(Vetoed(candidate(one, contexts, figure), candidates[0] if other else None) for one, other in barred)
    draft = contexts[figure or "310"]
    none = max(0.0, 1 - sum(one.probability for one in found))
    return judge(Binding(draft, candidates, none, vetoed), demands, setting)


def differs(probability: float, value: int = 410, blind: float = 0.0, **measured: float) -> One:
    return One(DIFFERENT, probability, value, measured, blind)


@each(
    ("found", "expected"),
    [
        ([], UNVERIFIED),
        ([One(EQUAL, 0.34)], UNVERIFIED),
        ([One(EQUAL, 0.35)], SUPPORTED),
        ([One(EQUAL, 0.20), One(VAGUER, 0.14)], UNVERIFIED),
        ([One(EQUAL, 0.20), One(VAGUER, 0.15)], SUPPORTED),
        # what many texts may say, and none is likely to
        ([One(EQUAL, 0.19, value) for value in (310, 320, 330, 340)], UNVERIFIED),
        ([One(EQUAL, 0.2, value) for value in (310, 320)], SUPPORTED),
        ([One(EQUAL, 0.1, value) for value in (310, 310, 320, 330)], SUPPORTED),
        ([One(EQUAL, 0.19, value) for value in (310, 320, 330, 340, 350)], SUPPORTED),
        ([One(FINER, 0.9)], UNVERIFIED),
        ([One(EQUAL, 0.4), differs(0.41)], UNVERIFIED),
        ([One(EQUAL, 0.4), differs(0.4)], SUPPORTED),
        ([differs(0.59)], UNVERIFIED),
        ([differs(0.6)], CONTRADICTED),
        ([differs(0.75), One(EQUAL, 0.25)], UNVERIFIED),
        ([differs(0.76), One(EQUAL, 0.24)], CONTRADICTED),
        # a series of many values: no one of them is much likelier than what agrees
        ([differs(0.35), differs(0.35, 510), One(EQUAL, 0.12)], UNVERIFIED),
        ([differs(0.35), differs(0.35), One(EQUAL, 0.12)], CONTRADICTED),
        # what nobody would take for one thing
        ([differs(0.9, noun_clash=1)], UNVERIFIED),
        ([differs(0.9, noun_clash=1, near_miss=0.1)], CONTRADICTED),
        ([differs(0.9, noun_clash=1, left=1)], CONTRADICTED),
        ([differs(0.9, noun_clash=1, left=0.9)], UNVERIFIED),
        ([differs(0.9, noun_clash=1, home=0.69, covers_draft=0.25)], UNVERIFIED),
        ([differs(0.9, noun_clash=1, home=0.7, covers_draft=0.24)], UNVERIFIED),
        ([differs(0.9, noun_clash=1, home=0.7, covers_draft=0.25)], CONTRADICTED),
        # what was, before it rose or fell; what is of another time, unless the sentences around speak of that document
        ([differs(0.9, other_tense=1)], UNVERIFIED),
        ([differs(0.9, time_clash=1, home=0.49)], UNVERIFIED),
        ([differs(0.9, time_clash=1, home=0.5)], CONTRADICTED),
        ([differs(0.9, time_clash=1, swapped=1)], CONTRADICTED),
    ],
)
def test_how_likely_a_verdict_must_be(found: list[One], expected: Verdict) -> None:
    assert verdict(found).verdict is expected


@each(
    ("found", "expected"),
    [
        ([differs(0.49)], UNVERIFIED),
        ([differs(0.5)], CONTRADICTED),
        ([differs(0.5), One(EQUAL, 0.34)], CONTRADICTED),
        ([differs(0.34), differs(0.3, 510), One(EQUAL, 0.34)], UNVERIFIED),
        ([One(EQUAL, 0.35)], SUPPORTED),
        ([One(EQUAL, 0.34)], UNVERIFIED),
    ],
)
def test_a_pair_is_judged_by_its_own_demands(found: list[One], expected: Verdict) -> None:
    assert verdict(found, demands=PAIR).verdict is expected


@each(
    ("measured", "demands", "expected"),
    [
        ({"covers_draft": 0.59}, LIBRARY, UNVERIFIED),
        ({"covers_draft": 0.59, "covers_source": 1.0, "near_miss": 0.7}, LIBRARY, UNVERIFIED),
        ({"covers_draft": 0.6, "covers_source": 0.24}, LIBRARY, UNVERIFIED),
        ({"covers_draft": 0.6, "covers_source": 0.25}, LIBRARY, CONTRADICTED),
        ({"covers_draft": 0.49, "near_miss": 0.8}, LIBRARY, UNVERIFIED),
        ({"covers_draft": 0.5, "near_miss": 0.8}, LIBRARY, CONTRADICTED),
        ({"near_miss": 1.0}, LIBRARY, CONTRADICTED),
        ({"near_miss": 0.8, "home": 0.69}, LIBRARY, UNVERIFIED),
        ({"near_miss": 0.79, "home": 0.7}, LIBRARY, UNVERIFIED),
        ({"near_miss": 0.8, "home": 0.7}, LIBRARY, CONTRADICTED),
        ({"mates": 1.0}, LIBRARY, CONTRADICTED),
        ({}, PAIR, CONTRADICTED),
    ],
)
def test_a_date_is_called_wrong_in_company_alone(
    measured: dict[str, float], demands: Demands, expected: Verdict
) -> None:
    found = [One(DIFFERENT, 0.9, 410, measured)]
    assert verdict(found, demands=demands, date=True).verdict is expected


@each(
    ("measured", "demands", "expected"),
    [
        # next to nothing of the sentence
        ({"covers_draft": 0.24}, LIBRARY, UNVERIFIED),
        ({"covers_draft": 0.24, "home": 0.69}, LIBRARY, UNVERIFIED),
        ({"covers_draft": 0.24, "near_miss": 0.79}, LIBRARY, UNVERIFIED),
        ({"covers_draft": 0.25}, LIBRARY, CONTRADICTED),
        ({"covers_draft": 0.24, "home": 0.7}, LIBRARY, CONTRADICTED),
        ({"covers_draft": 0.24, "near_miss": 0.8}, LIBRARY, CONTRADICTED),
        ({"covers_draft": 0.24, "mates": 0.1}, LIBRARY, CONTRADICTED),
        ({"covers_draft": 0.24, "swapped": 1.0}, LIBRARY, CONTRADICTED),
        ({"covers_draft": 0.24}, PAIR, CONTRADICTED),
        # little of it, and other names
        ({"covers_draft": 0.39, "strange": 1.0, "stranger": 1.0, "home": 1.0}, LIBRARY, UNVERIFIED),
        ({"covers_draft": 0.4, "strange": 1.0, "stranger": 1.0, "home": 1.0}, LIBRARY, CONTRADICTED),
        ({"covers_draft": 0.39, "strange": 1.0, "home": 1.0}, LIBRARY, CONTRADICTED),
        ({"covers_draft": 0.39, "stranger": 1.0, "home": 1.0}, LIBRARY, CONTRADICTED),
    ],
)
def test_a_passage_that_hardly_speaks_of_it_does_not_call_it_wrong(
    measured: dict[str, float], demands: Demands, expected: Verdict
) -> None:
    assert verdict([One(DIFFERENT, 0.9, 410, measured)], demands=demands).verdict is expected


@each(
    ("relation", "rarity", "expected"),
    [(VAGUER, 0.8, UNVERIFIED), (EQUAL, 0.8, UNVERIFIED), (VAGUER, 0.79, CONTRADICTED)],
)
def test_a_day_without_its_year_is_the_day(relation: Relation, rarity: float, expected: Verdict) -> None:
    barred = One(relation, 0, measured={"loose_rarity": rarity})
    found = verdict([differs(0.9, mates=1.0)], [(barred, True)], date=True)
    assert found.verdict is expected


@each(
    ("one", "other", "expected"),
    [
        ({}, {}, UNVERIFIED),
        # said by the way, or of less of the sentence, or answering worse
        ({}, {"covers_source": 0.49}, CONTRADICTED),
        ({"covers_draft": 0.6}, {"covers_draft": 0.53}, CONTRADICTED),
        ({"covers_draft": 0.6}, {"covers_draft": 0.54}, UNVERIFIED),
        ({"covers_draft": 0.49}, {"covers_draft": 0.49}, CONTRADICTED),
        ({}, {"blind": -MARGIN}, CONTRADICTED),
        # the same value twice; a slip; of the draft's time; exchanged
        ({}, {"value": 410}, CONTRADICTED),
        ({"near_miss": 0.8}, {}, CONTRADICTED),
        ({"time_same": 1.0}, {}, CONTRADICTED),
        ({"swapped": 1.0}, {}, CONTRADICTED),
    ],
)
def test_what_recurs_with_other_values_calls_none_wrong(
    one: dict[str, float], other: dict[str, float], expected: Verdict
) -> None:
    half, (value, blind) = (
        {"covers_draft": 0.5, "covers_source": 0.5},
        (int(other.get("value", 520)), other.get("blind", 0)),
    )
    its = {name: size for name, size in other.items() if name not in ("value", "blind")}
    found = [One(DIFFERENT, 0.6, 410, half | one), One(DIFFERENT, 0.3, value, half | its, blind)]
    assert verdict(found).verdict is expected


RARE, OTHERS = {"rarity": 0.8}, {"owner_clash": 1.0}


@each(
    ("found", "barred", "other", "expected"),
    [
        (differs(0.9), One(EQUAL, 0, measured=RARE), True, UNVERIFIED),
        (differs(0.9), One(EQUAL, 0, measured=RARE), False, CONTRADICTED),
        (differs(0.9), One(EQUAL, 0, measured={"rarity": 0.79}), True, CONTRADICTED),
        (differs(0.9), One(VAGUER, 0, measured=RARE), True, CONTRADICTED),
        (differs(0.9, blind=1.5 * MARGIN), One(EQUAL, 0, measured=RARE), True, CONTRADICTED),
        (differs(0.9, blind=1.49 * MARGIN), One(EQUAL, 0, measured=RARE), True, UNVERIFIED),
        (differs(0.9, blind=1.5 * MARGIN), One(EQUAL, 0, measured=RARE, blind=0.1), True, UNVERIFIED),
        (differs(0.9, swapped=1), One(EQUAL, 0, measured=RARE), True, CONTRADICTED),
        (differs(0.9, swapped=-1), One(EQUAL, 0, measured=RARE), True, UNVERIFIED),
        (differs(0.9, time_same=0.5), One(EQUAL, 0, measured=RARE | {"time_clash": 1.0}), True, CONTRADICTED),
        (differs(0.9, time_same=0.5), One(EQUAL, 0, measured=RARE | {"time_doubt": 0.1}), True, CONTRADICTED),
        (differs(0.9, time_same=0.49), One(EQUAL, 0, measured=RARE | {"time_clash": 1.0}), True, UNVERIFIED),
        (differs(0.9, time_same=0.5), One(EQUAL, 0, measured=RARE), True, UNVERIFIED),
        # another owner's value, against that of a third one
        (differs(0.9), One(EQUAL, 0, measured=RARE | OTHERS, blind=0.1), False, UNVERIFIED),
        (differs(0.9), One(EQUAL, 0, measured=RARE | OTHERS), False, CONTRADICTED),
        (differs(0.9, owner_same=1), One(EQUAL, 0, measured=RARE | OTHERS, blind=0.1), False, CONTRADICTED),
        (differs(0.9), One(EQUAL, 0, measured=RARE, blind=0.1), False, CONTRADICTED),
        # a slip in the document spoken of, against a value of one that is not
        (differs(0.9, home=0.7, near_miss=0.8), One(EQUAL, 0, measured=RARE | {"home": 0.49}), True, CONTRADICTED),
        (differs(0.9, home=0.7, near_miss=0.8), One(EQUAL, 0, measured=RARE | {"home": 0.5}), True, UNVERIFIED),
        (differs(0.9, home=0.7, near_miss=0.79), One(EQUAL, 0, measured=RARE), True, UNVERIFIED),
        (differs(0.9, home=0.69, near_miss=0.8), One(EQUAL, 0, measured=RARE), True, UNVERIFIED),
    ],
)
def test_a_veto_makes_silence_unless_it_is_surer(found: One, barred: One, other: bool, expected: Verdict) -> None:
    assert verdict([found], [(barred, other)]).verdict is expected


@each(
    ("found", "message", "shown"),
    [
        ([], "no source speaks of it", []),
        ([One(DIFFERENT, 0.049, 410)], "no source speaks of it", []),
        ([One(DIFFERENT, 0.05, 410)], 'no source speaks of it; the nearest says "410"', ["410"]),
        ([One(EQUAL, 0.3)], 'a source says "310", but too little there agrees to say that it is this', ["310"]),
        ([One(FINER, 0.6, 410)], 'no source is as precise: "410"', ["410"]),
        ([One(FINER, 0.5, 410)], 'no source speaks of it; the nearest says "410"', ["410"]),
        ([One(EQUAL, 0.8)], 'a source says "310"', ["310"]),
        ([One(EQUAL, 0.79)], 'a source says "310"; little else there agrees', ["310"]),
        ([One(VAGUER, 0.8, 410)], 'follows from "410": the same value', ["410"]),
        ([One(VAGUER, 0.7, 410), One(EQUAL, 0.15)], 'a source says "310"', ["310", "410"]),
        ([One(VAGUER, 0.7, 410), One(EQUAL, 0.149)], 'follows from "410": the same value', ["410", "310"]),
        ([One(EQUAL, 0.9), One(EQUAL, 0.02, 320), One(EQUAL, 0.019, 330)], 'a source says "310"', ["310", "320"]),
        ([differs(0.9)], 'the draft says "310"; the source says "410"', ["410"]),
        (
            [differs(0.9, swapped=0.5)],
            'the draft says "310"; the source says "410"; the source has the two the other way round',
            ["410"],
        ),
    ],
)
def test_what_is_said_and_shown(found: list[One], message: str, shown: list[str]) -> None:
    finding = verdict(found)
    assert finding.message == message
    assert [evidence.claim.text for evidence in finding.evidence] == shown


@each(
    ("found", "low", "normal", "high"),
    [
        (differs(0.39), UNVERIFIED, UNVERIFIED, UNVERIFIED),
        (differs(0.4), UNVERIFIED, UNVERIFIED, CONTRADICTED),
        (differs(0.6), UNVERIFIED, CONTRADICTED, CONTRADICTED),
        (differs(0.8), CONTRADICTED, CONTRADICTED, CONTRADICTED),
        (One(EQUAL, 0.19), UNVERIFIED, UNVERIFIED, UNVERIFIED),
        (One(EQUAL, 0.2), SUPPORTED, UNVERIFIED, UNVERIFIED),
        (One(EQUAL, 0.35), SUPPORTED, SUPPORTED, UNVERIFIED),
        (One(EQUAL, 0.8), SUPPORTED, SUPPORTED, SUPPORTED),
    ],
)
def test_strictness(found: One, low: Verdict, normal: Verdict, high: Verdict) -> None:
    assert [verdict([found], demands=STRICTNESS[name]).verdict for name in NAMES] == [low, normal, high]


@each(
    ("found", "grades"),
    [
        ([One(EQUAL, 0.8)], ["strong", "strong", "strong"]),
        ([One(EQUAL, 0.5), One(VAGUER, 0.3)], ["strong", "strong", "strong"]),
        ([One(EQUAL, 0.79)], ["weak", "weak", ""]),
        ([One(EQUAL, 0.9), differs(0.01, blind=0.24)], ["strong", "strong", "strong"]),
        ([One(EQUAL, 0.9), differs(0.01, blind=0.25)], ["weak", "weak", ""]),
        ([differs(0.9)], ["", "", ""]),
    ],
)
def test_grade(found: list[One], grades: list[str]) -> None:
    assert [verdict(found, demands=STRICTNESS[name]).grade for name in NAMES] == grades
    assert verdict(found, demands=PAIR).grade in ("strong", "")


def test_five_are_shown_at_most() -> None:
    found = [One(EQUAL, 0.13, value) for value in (310, 320, 330, 340, 350, 360, 370)]
    assert [evidence.claim.text for evidence in verdict(found).evidence] == ["310", "320", "330", "340", "350"]


def test_a_reason_is_told_where_it_says_more() -> None:
    setting, contexts = scene((310, 410))
    other = candidate(differs(0.9), contexts, "")._replace(compared=Comparison(DIFFERENT, "the draft says more"))
    finding = judge(Binding(contexts["310"], (other,), 0.1), LIBRARY, setting)
    assert finding.message == 'the draft says "310"; the source says "410" (the draft says more)'
    assert finding.suggestion == "410"


@each(("rarity", "told"), [(0.79, False), (0.8, True)])
def test_what_else_has_a_rare_value_is_told(rarity: float, told: bool) -> None:
    barred = One(EQUAL, 0, measured={"rarity": rarity})
    finding = verdict([differs(0.9)], [(barred, False)])
    where = '; "310" is said of something else: “The yard of Ellis employed 310 people on 3 May 2019.”'
    assert finding.message == 'the draft says "310"; the source says "410"' + (where if told else "")


@pytest.mark.parametrize("found", [[], [differs(0.049)]])
@pytest.mark.parametrize(("rarity", "told"), [(0.49, False), (0.5, True)])
def test_a_value_of_something_else_is_not_nothing(found: list[One], rarity: float, told: bool) -> None:
    finding = verdict(found, [(One(EQUAL, 0, measured={"rarity": rarity}), False)])
    where = '; "310" is said of something else: “The yard of Ellis employed 310 people on 3 May 2019.”'
    assert finding.message == ("no source says it of this" + where if told else "no source speaks of it")


# One document with the draft's value in one sentence, another in the next, both in a third.
WHOLE = "Ellis built a yard. The yard of Ellis employed 310 people. Then 410 came. It lost 310 and then 410 of them."


@pytest.mark.parametrize(
    ("best", "other", "measured", "expected"),
    [
        # of the document that is spoken of, another sentence has the very value, and answers hardly worse
        (1, 0, {"home": 0.5, "rarity": 0.5}, UNVERIFIED),
        (1, 0, {"home": 0.49, "rarity": 0.5}, CONTRADICTED),
        # a common value stands anywhere
        (1, 0, {"home": 1.0, "rarity": 0.49}, CONTRADICTED),
        # a slip for it, or the two exchanged
        (1, 0, {"home": 1.0, "rarity": 0.5, "near_miss": 0.8}, CONTRADICTED),
        (1, 0, {"home": 1.0, "rarity": 0.5, "swapped": 1.0}, CONTRADICTED),
        # in one sentence they are two things
        (3, 2, {"home": 1.0, "rarity": 0.5}, CONTRADICTED),
    ],
)
@pytest.mark.parametrize("behind", [1.49 * MARGIN, 1.51 * MARGIN])
def test_what_the_document_spoken_of_says_as_well(
    best: int, other: int, measured: dict[str, float], expected: Verdict, behind: float
) -> None:
    library = MemoryLibrary(contents(read_text(WHOLE, "whole.txt")))
    made = Scene(library, Rarity(library))
    figures = [made.context(claim) for claim in library.all_claims()]
    told = NOTHING._replace(**measured)
    both = common(figures[0], figures[0])
    rival = Candidate(figures[best], Comparison(DIFFERENT, "another value"), told, both, behind, 0.0, 0.9)
    barred = Candidate(figures[other], Comparison(EQUAL, "the same value"), told, both, 0.0, 0.0, 0.0)
    found = judge(Binding(figures[0], (rival,), 0.1, (Vetoed(barred, rival),)), LIBRARY, made)
    assert found.verdict is (CONTRADICTED if behind > 1.5 * MARGIN else expected)
