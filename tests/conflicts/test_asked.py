"""What is found of some claims alone is what a whole search finds of them, so a draft need not wait for that."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

import pytest
from tests.rows import each

from factcheck import conflicts
from factcheck.claims import Curation
from factcheck.conflicts import Reason
from factcheck.conflicts.asked import around
from factcheck.conflicts.recorded import recorded
from factcheck.conflicts.searcher import BETWEEN
from factcheck.extract import read_file, read_text
from factcheck.extract.reading import Reading
from factcheck.rules import codes
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import Library, StoredPassage
from factcheck.store.shelf import Kept, Spot, spot_of
from factcheck.verify import verify

SEEDS = Path(__file__).parents[2] / "seeds"
QUICK = "factcheck.conflicts.QUICK"
PLACES, PEOPLE = ("Kolvik", "Norhaven", "Brenk", "Odby"), ("Mara Lund", "Jon Berg", "Tove Harle-Feld", "The Who")
# Facts told once, events, terms, forms that are filled in anew, quotations, and documents that do not fit themselves.
TOLD = (
    "The dam at {place} was built in {year} by the Ellis yard of Harle.",
    "The flood at {place} killed {count} people, the harbour office of Harle said.",
    "{person} was born on {day} May 1901.",
    "{person}, who was born in {year}, spoke in {place}.",
    "After ruling for {count} years, {person} left {place}.",
    "{person} was sentenced to {term} {penalty}.",
    "The harbour office of Norhaven counted {count} boats at the quay of {place}.",
    "The court in {place} tried Mara Lund, Jon Berg, Ane Strand and Tove Kolvik for smuggling {count} boats.",
    "Of {count} boats that Mara Lund, Jon Berg, Ane Strand and Tove Kolvik smuggled to {place}, most were sold.",
    '"We have {word} every boat of the {place} quay twice this year," {person} said.',
    "The court tried Mara Lund, Jon Berg and six sailors. All {count} defendants were jailed.",
    "The bridge of {place} fell on Sunday, {day} May 2019.",
)


def _document(chance: random.Random) -> str:
    sentences = (
        told.format(
            place=chance.choice(PLACES), person=chance.choice(PEOPLE), year=chance.randint(1961, 1964),
            count=chance.randint(7, 10), day=chance.randint(1, 4), term=chance.choice(("nine", "ten")) + " years",
            penalty=chance.choice(("in prison", "under house arrest")), word=chance.choice(("counted", "moved")),
        )
        for told in chance.sample(TOLD, 5)
    )  # fmt: skip
    return "\n\n".join(sentences) + "\n"


@cache
def _by_rule(seed: int, documents: int) -> MemoryLibrary:
    chance = random.Random(seed)
    return _library(read_text(_document(chance), f"{at}.txt") for at in range(documents))


def _library(readings: Iterator[Reading]) -> MemoryLibrary:
    return MemoryLibrary(contents(*readings))


@cache
def _seeds() -> MemoryLibrary:
    return _library(read_file(path) for path in sorted(SEEDS.glob("*.txt")))


@cache
def _pairs(library: MemoryLibrary) -> Collection[Kept]:
    """All that a search of the whole library finds."""
    return recorded(library).pairs


def _kept(pairs: Collection[Kept], wanted: Collection[Spot], reasons: Collection[str]) -> list[Kept]:
    """Those of all pairs that hang together with some claims, found in the plainest way."""
    left, reached = [pair for pair in pairs if pair.reason in reasons], set(wanted)
    while new := {spot for pair in left for spot in (pair.a, pair.b) if {pair.a, pair.b} & reached} - reached:
        reached |= new
    return [pair for pair in left if pair.a in reached]


LIBRARIES: dict[str, Callable[[], MemoryLibrary]] = {
    "seeds": _seeds,
    **{f"rule {seed}": partial(_by_rule, seed, 12 * seed) for seed in (1, 2)},
}


@pytest.mark.parametrize("reasons", [BETWEEN, frozenset(Reason)], ids=["for a draft", "all"])
@pytest.mark.parametrize("name", LIBRARIES)
def test_claims_alone_have_the_pairs_that_a_whole_search_gives_them(name: str, reasons: frozenset[Reason]) -> None:
    library = LIBRARIES[name]()
    pairs = _pairs(library)
    spots = sorted(map(spot_of, library.all_claims()))
    caught = {spot for pair in pairs if pair.reason in reasons for spot in (pair.a, pair.b)}
    assert caught
    silent = [spot for spot in spots if spot not in caught]
    asked = [*([spot] for spot in sorted(caught)[::9]), silent[::7], spots[: len(spots) // 2]]
    assert [around(library, one, reasons) for one in asked] == [_kept(pairs, one, reasons) for one in asked]


def test_rules_make_every_reason_and_way() -> None:
    pairs = [pair for seed in (1, 2) for pair in _pairs(_by_rule(seed, 12 * seed))]
    assert {pair.reason for pair in pairs} == set(Reason) - {Reason.OFFICE, Reason.TOO_LATE}
    assert {pair.way.partition(":")[0] for pair in pairs} == {"near", "event", "once", "term", "within"}


def _touched(library: Library) -> list[list[str]]:
    asked = ([claim.claim.id] for claim in list(library.all_claims())[::6])
    return [[conflict.id for conflict in conflicts.touching(library, one)] for one in asked]


def test_conflicts_are_the_same_whether_all_were_found_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    library = _by_rule(1, 12)
    every = _touched(library)
    assert any(every)
    monkeypatch.setattr(QUICK, 0)
    assert _touched(library) == every


def test_a_draft_waits_for_no_whole_search(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("The Orrin dam was built in 1957.\n", "The Orrin dam was built in 1961.\n")
    library, draft = _library(read_text(text, f"{at}.txt") for at, text in enumerate(texts)), read_text(texts[0])
    found = verify(draft, library, Curation())
    assert [finding.rule for finding in found] == [codes.SOURCES_DISAGREE]
    monkeypatch.setattr(QUICK, 0)
    monkeypatch.setattr("factcheck.conflicts.ledger.Renewal.bring_up_to_date", pytest.fail)
    assert verify(draft, library, Curation()) == found


@each(("passages", "whole"), [(1001, False), (1000, True)])
def test_how_large_a_library_is_searched_whole_at_once(passages: int, whole: bool) -> None:
    class Large(MemoryLibrary):
        def passage_count(self) -> int:
            return passages

    searched: list[bool] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("factcheck.conflicts.ledger.Renewal.bring_up_to_date", lambda _: searched.append(True))
        assert conflicts.touching(Large(contents(read_text("It had 12 boats."))), []) == []
    assert bool(searched) is whole


def test_passages_are_asked_of_a_hundred_at_a_time() -> None:
    asked: list[int] = []

    class Noted(MemoryLibrary):
        def passages(self, ids: Iterable[int]) -> Mapping[int, StoredPassage]:
            wanted = list(ids)
            asked.append(len(wanted))
            return super().passages(wanted)

    told = "The harbour office of Norhaven counted {} boats at the quay {}."
    words = ["".join(chr(97 + int(digit)) for digit in str(at)) for at in range(101)]
    library = Noted(contents(*(read_text(told.format(12, word), f"{word}.txt") for word in words)))
    first = next(iter(library.all_claims()))
    asked.clear()
    assert around(library, {spot_of(first)}, BETWEEN) == []
    assert 100 in asked
