"""What was found of some claims alone is kept until a file changes, and is then what a whole search would find."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

import pytest
from tests.changing import Project, library_of, project

from factcheck import conflicts
from factcheck.claims import Curation
from factcheck.claims.curation import Origin, Ruling
from factcheck.conflicts import Reason
from factcheck.conflicts.asked import Asked, around
from factcheck.conflicts.recorded import recorded
from factcheck.conflicts.searcher import BETWEEN
from factcheck.store.protocol import Library
from factcheck.store.shelf import Kept, spot_of
from factcheck.verify.idle import idle

__all__ = ["project"]  # a fixture
DAM = "The dam at Kolvik was built in {} by the Ellis yard of Norhaven.\n"
SAID = '"We have {} every boat of the Kolvik quay twice this year," Mara Lund said.\n'
FLOOD = "The flood at Kolvik killed {} people, the harbour office of Norhaven said.\n"
TEXTS = {
    "a.txt": DAM.format(1967) + FLOOD.format(41) + SAID.format("counted"),
    "b.txt": DAM.format(1971) + "Mara Lund was born on 3 May 1901.\nThe Canadian poet Ann Reed read.\n",
    "c.txt": FLOOD.format(58) + "Mara Lund was born on 8 May 1901.\nThe American poet Ann Reed read aloud.\n",
    "d.txt": DAM.format(1973) + SAID.format("moved"),
    "e.txt": "The court tried Mara Lund, Jon Berg and six sailors. All nine defendants were jailed.\n",
}
EVERY = frozenset(Reason)


@pytest.fixture(autouse=True)
def nobody_searches_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.conflicts.QUICK", 0)


def _ids(library: Library) -> list[str]:
    return [claim.claim.id for claim in library.all_claims()]


def _asked(library: Library, ids: Iterable[str], reasons: frozenset[Reason] = EVERY) -> list[list[str]]:
    """The conflicts of each of some claims, one asked after the other."""
    return [[conflict.id for conflict in conflicts.touching(library, [one], reasons)] for one in ids]


def _every(library: Library) -> dict[str, list[str]]:
    """The conflicts of each claim, as a whole search finds them."""
    found = conflicts.find(library)
    sides = {one.id: {claim.claim.id for side in one.sides for claim in side.claims} for one in found}
    return {claim: [name for name, own in sides.items() if claim in own] for claim in _ids(library)}


def _never(*_: object) -> None:
    pytest.fail("it was found before")


def test_what_was_asked_is_known_the_next_time(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    with library_of(project, TEXTS) as library:
        found = _asked(library, _ids(library))
        assert len([one for one in found if one]) > 5
        monkeypatch.setattr("factcheck.conflicts.searcher.Searcher.claims", _never)
        assert _asked(library, _ids(library)) == found
        with pytest.raises(pytest.fail.Exception):
            _asked(library, _ids(library), BETWEEN)


@pytest.mark.parametrize("seed", range(6))
def test_in_whatever_order_claims_are_asked_of_they_have_all_their_conflicts(project: Project, seed: int) -> None:
    chance = random.Random(seed)
    with library_of(project, TEXTS) as library:
        ids = _ids(library)
        for _ in range(4):
            chance.shuffle(ids)
            some = ids[: chance.randint(1, 4)]
            reasons = chance.choice((EVERY, BETWEEN))
            conflicts.touching(library, some, reasons)
        asked = _asked(library, ids)
        every = _every(library)
        assert [every[claim] for claim in ids] == asked


def test_another_file_makes_what_is_kept_worth_nothing(project: Project) -> None:
    steps: Sequence[Sequence[str]] = (["a.txt", "b.txt"], sorted(TEXTS), ["a.txt", "c.txt", "e.txt"], sorted(TEXTS))
    for step in steps:
        with library_of(project, {name: TEXTS[name] for name in step}) as library:
            found = _asked(library, _ids(library))
    with library_of(project, TEXTS) as library:
        assert found == list(_every(library).values())


@pytest.mark.parametrize("harm", ["not a database", "", None], ids=["damaged", "empty", "a folder in its place"])
def test_what_cannot_be_read_is_found_anew(project: Project, harm: str | None) -> None:
    kept = project[0] / ".factcheck" / "asked.sqlite"
    with library_of(project, TEXTS) as library:
        found = _asked(library, _ids(library))
    kept.unlink()
    if harm is None:
        kept.mkdir()
    else:
        kept.write_text(harm)
    with library_of(project, TEXTS) as library:
        assert _asked(library, _ids(library)) == found


def test_another_that_keeps_the_same_meanwhile_does_no_harm(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    with library_of(project, TEXTS) as library:
        wanted = {spot_of(claim) for claim in library.all_claims()}
        honest = Asked.keep

        def late(asked: Asked) -> None:
            monkeypatch.setattr(Asked, "keep", honest)
            around(library, wanted, EVERY)
            honest(asked)

        monkeypatch.setattr(Asked, "keep", late)
        pairs: list[Kept] = recorded(library).pairs
        assert around(library, wanted, EVERY) == around(library, wanted, EVERY) == pairs != []


def test_a_ruling_is_judged_without_a_whole_search(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    with library_of(project, TEXTS) as library:
        found = conflicts.find(library)
        assert {one.reason for one in found} >= {Reason.VALUE, Reason.OFFICE, Reason.WORDING}
    (project[0] / ".factcheck" / "conflicts.sqlite").unlink()
    monkeypatch.setattr("factcheck.conflicts.ledger.Renewal.bring_up_to_date", _never)
    keeps = [(pair, one.sides[0].claims[0].claim.id) for one in found for pair in one.pairs]
    rulings = tuple(Ruling(pair, keep, "", Origin(project[0], at)) for at, (pair, keep) in enumerate(keeps))
    with library_of(project, TEXTS) as library:
        assert idle(Curation(rulings=rulings), library, "2026-01-01") == []
        unknown = Ruling("0-0", "a", "", Origin(project[0], 1))
        assert [problem.rule for problem in idle(Curation(rulings=(unknown,)), library, "2026-01-01")] == ["FC908"]
        assert conflicts.named(library, []) == {}
        again = conflicts.named(library, [pair for pair, _ in keeps])
        assert {pair: one.id for pair, one in again.items()} == {pair: one.id for one in found for pair in one.pairs}
