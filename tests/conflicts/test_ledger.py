"""What is kept of a library's conflicts is what a fresh search would find, however the files came and went."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.changing import Project, library_of, project

from factcheck import conflicts
from factcheck.conflicts.likeness import Alike, Likeness
from factcheck.conflicts.recorded import Recorded, recorded
from factcheck.store.protocol import StoredClaim
from factcheck.store.shelf import Kept
from factcheck.workspace import open_library

DAM = "The dam at Kolvik was built in {} by the Ellis yard of Norhaven.\n"
FLOOD = "The flood at Kolvik killed {} people, the harbour office of Norhaven said.\n"
BORN = "The singer Mara Lund was born on {} May 1901.\n"
FORM = "The harbour office of Norhaven counted {} boats at the Kolvik quay.\n"
ALL = {
    "a.txt": DAM.format(1967) + FLOOD.format(41),
    "b.txt": DAM.format(1971) + BORN.format(3),
    "c.txt": FLOOD.format(58) + BORN.format(8),
    "d.txt": FORM.format(12),
    "e.txt": FORM.format(14),
    "f.txt": FORM.format(17),
    "h.txt": DAM.format(1971),
    "g.txt": "The court tried Mara Lund, Jon Berg and six sailors. All nine defendants were jailed.\n",
}
MINISTERS = {
    "r.txt": "The trade minister Jonas Feld met us.\n",
    "s.txt": "The finance minister Jonas Feld met us. The Canadian poet Ann Reed read.\n",
    "t.txt": "The American poet Ann Reed read aloud.\n",
    "u.txt": "The minister for trade and finance Jonas Feld met us.\n",
}
__all__ = ["project"]  # a fixture


def _kept(project: Project, names: Sequence[str]) -> list[Kept]:
    """The pairs that are kept once these files, and no others, are the sources."""
    return _recorded(project, names).pairs


def _recorded(project: Project, names: Sequence[str]) -> Recorded:
    """What is kept then."""
    with library_of(project, {name: (ALL | MINISTERS)[name] for name in names}) as library:
        return recorded(library)


WAYS = [
    ("one after another", ["a.txt"], ["a.txt", "b.txt"], sorted(ALL)),
    ("one gone", sorted(ALL), sorted(set(ALL) - {"b.txt"})),
    ("a form that is one no more", sorted(ALL), sorted(set(ALL) - {"f.txt"})),
    ("two that become a form", sorted(set(ALL) - {"d.txt"}), sorted(ALL)),
    ("all gone and back", sorted(ALL), ["g.txt"], sorted(ALL)),
]


@pytest.mark.parametrize("steps", [row[1:] for row in WAYS], ids=[str(row[0]) for row in WAYS])
def test_however_the_files_came_the_same_is_kept(project: Project, steps: Sequence[Sequence[str]]) -> None:
    for step in steps:
        found = _kept(project, step)
    (project[0] / ".factcheck" / "conflicts.sqlite").unlink()
    assert found == _kept(project, steps[-1]) != []


PEOPLE = [
    (["r.txt"], []),
    (["r.txt", "s.txt"], ["Jonas Feld"]),
    (["r.txt", "s.txt", "t.txt"], ["Ann Reed", "Jonas Feld"]),
    (["r.txt", "s.txt", "t.txt", "u.txt"], ["Ann Reed"]),
    (["r.txt", "t.txt"], []),
    (["r.txt", "s.txt"], ["Jonas Feld"]),
]


def test_of_whom_sources_disagree_is_kept_as_files_come_and_go(project: Project) -> None:
    assert [_recorded(project, names).contested for names, _ in PEOPLE] == [people for _, people in PEOPLE]


def test_words_that_become_common_and_rare_again_tell_nothing_and_something(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("near", "ledger"):
        monkeypatch.setattr(f"factcheck.conflicts.{module}.COMMON", 2)
    few = ["a.txt", "b.txt"]
    assert [pair.reason for pair in _kept(project, few)] == ["another value"]
    assert _kept(project, [*few, "h.txt"]) == []
    assert [pair.reason for pair in _kept(project, few)] == ["another value"]


def test_a_third_document_changes_no_pair_of_two(project: Project) -> None:
    two = _kept(project, ["a.txt", "b.txt"])
    assert two
    assert set(two) <= set(_kept(project, ["a.txt", "b.txt", "c.txt", "g.txt"]))


@pytest.mark.parametrize("harm", ["not a database", "", None], ids=["damaged", "empty", "a folder in its place"])
def test_what_cannot_be_read_is_found_anew(project: Project, harm: str | None) -> None:
    found = _kept(project, sorted(ALL))
    shelf = project[0] / ".factcheck" / "conflicts.sqlite"
    shelf.unlink()
    if harm is None:
        shelf.mkdir()
    else:
        shelf.write_text(harm)
    assert _kept(project, sorted(ALL)) == found


def test_what_some_claims_are_caught_in_is_what_all_conflicts_say_of_them(project: Project) -> None:
    _kept(project, sorted(ALL))
    with open_library(project[1]) as library:
        every = conflicts.find(library)
        for conflict in every:
            for side in conflict.sides:
                assert conflict in conflicts.touching(library, [side.claims[0].claim.id])
        assert conflicts.touching(library, ["nothing"]) == []


COPIED = {
    "v.txt": DAM.format(1967),
    "w.txt": DAM.format(1967) + "Another office wrote of other things.\n",
    "x.txt": DAM.format(1971),
}


def test_copies_are_told_once_and_anew_where_a_file_has_changed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, settings = project
    asked: list[int] = []
    alike = Likeness.alike

    def counted(self: Likeness, a: StoredClaim, b: StoredClaim) -> Alike:
        asked.append(1)
        return alike(self, a, b)

    monkeypatch.setattr(Likeness, "alike", counted)

    def sources() -> list[list[int]]:
        asked.clear()
        with open_library(settings) as library:
            return [[side.sources for side in conflict.sides] for conflict in conflicts.find(library)]

    for name, text in COPIED.items():
        (folder / "sources" / name).write_text(text)
    assert (sources(), len(asked)) == ([[1, 1]], 1)
    assert (sources(), len(asked)) == ([[1, 1]], 0)
    (folder / "sources" / "w.txt").write_text("A report. " + COPIED["w.txt"])
    assert (sources(), len(asked)) == ([[1, 1]], 1)
