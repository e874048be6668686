"""What is measured of two figures, pair by pair: the values, what is counted, when, of whom, and how each is told.

A line of pairs.txt is a draft's sentence, its figure, a source's sentence, its figure, and all that is measured of them
but 0. A line of pairs_words.txt tells what depends on the words of a pair, both of whose figures are 12, in a library
that has none of them.
"""

from __future__ import annotations

from pathlib import Path

from tests.rows import each
from tests.verify.test_proof import contexts

from factcheck.compare import Comparison, Relation
from factcheck.lean.record import replace
from factcheck.match.common import common
from factcheck.match.comparable import compare_claims
from factcheck.match.context import Context
from factcheck.match.features import Features, features
from factcheck.match.rarity import Rarity
from factcheck.store.contents import contents as of
from factcheck.store.memory import MemoryLibrary

PAIRS, OF_WORDS = (
    [line.split(" | ") for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()]
    for name in ("pairs.txt", "pairs_words.txt")
)
WORDS = set("rarity loose_rarity local covers_draft covers_source shared wide rarest alone carry union".split())


def figure(sentence: str, text: str) -> Context:
    _, found = contexts(sentence)
    return next(one for one in found if one.claim.claim.text == text)


@each(("draft", "mine", "source", "other", "told"), PAIRS)
def test_what_is_measured_of_a_pair(draft: str, mine: str, source: str, other: str, told: str) -> None:
    assert measured(figure(draft, mine), figure(source, other), words=False) == told


@each(("draft", "source", "told"), OF_WORDS)
def test_what_is_measured_of_the_words_of_a_pair(draft: str, source: str, told: str) -> None:
    assert measured(figure(draft, "12"), figure(source, "12"), words=True) == f"rarity 0.691 {told}"


def measured(one: Context, two: Context, *, words: bool) -> str:
    """What is measured of their words, or else of all besides."""
    compared = compare_claims(one.claim.claim, two.claim.claim, one.value)
    found = features(one, two, compared, Rarity(MemoryLibrary(of())), common(one, two))
    named = zip(Features._fields, found, strict=True)
    return " ".join(f"{name} {amount:.3g}" for name, amount in named if amount and (name in WORDS) == words)


@each(
    ("draft", "mine", "rarity"),
    [
        # one day in seven is a Friday; that it is the day, the month or the year tells more
        ("The mill closed on Friday.", "Friday", 0.389),
        ("The mill closed in May 2019.", "May 2019", 1.382),
        ("The mill closed in 2019.", "2019", 1.382),
    ],
)
def test_a_day_of_the_week_proves_little(draft: str, mine: str, rarity: float) -> None:
    one, two = figure(draft, mine), figure("The mill closed on 3 May 2019.", "3 May 2019")
    compared = compare_claims(one.claim.claim, two.claim.claim, one.value)
    found = features(one, two, compared, Rarity(MemoryLibrary(of())), common(one, two))
    assert round(found.loose_rarity, 3) == rarity


@each(
    ("mine", "its", "certain", "moments", "told"),
    [
        (set(), set(), (True, True), (False, False), (0, 0, 0)),
        (set(), {2018}, (True, True), (False, False), (0, 0, 0)),
        ({2018}, set(), (True, True), (False, False), (0, 0, 0)),
        ({2018}, {2019}, (True, True), (True, True), (0, 0, 0)),
        ({2018, 2019}, {2019}, (True, True), (True, False), (1, 0, 0)),
        ({2018}, {2018}, (False, False), (False, True), (1, 0, 0)),
        ({2018}, {2019}, (True, True), (False, False), (0, 1, 0)),
        ({2018}, {2019}, (True, False), (False, False), (0, 0, 1)),
        ({2018}, {2019}, (False, True), (False, False), (0, 0, 1)),
    ],
)
def test_whether_two_scopes_name_one_year(
    mine: set[int], its: set[int], certain: tuple[bool, bool], moments: tuple[bool, bool], told: tuple[int, ...]
) -> None:
    plain, dated = figure("It had 12 boats.", "12"), figure("In 2018 it had 12 boats.", "12")
    one, two = (
        replace(dated if moment else plain, years=frozenset(years), certain=sure)
        for years, sure, moment in zip((mine, its), certain, moments, strict=True)
    )
    found = features(one, two, Comparison(Relation.EQUAL, ""), Rarity(MemoryLibrary(of())), common(one, two))
    assert (found.year, found.year_clash, found.year_doubt) == told
