"""What is kept of a library's names is what a fresh reading would find, however the files came and went."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from tests.changing import Project, library_of, project

from factcheck.errors import StoreError
from factcheck.store.name_shelf import NameShelf
from factcheck.variants import Variants
from factcheck.variants.find import find
from factcheck.variants.renewal import CROWD
from factcheck.workspace import open_library

LEAGUE = "{} of the {} Harbour League met Jon Berg in Port Ellis. Jon Berg left Port Ellis.\n"
ALL = {
    "a.txt": LEAGUE.format("Mara Lund", "Norland") + "Mara Lund said that the Norland Harbour League would grow.\n",
    "b.txt": LEAGUE.format("Mara Lunt", "Norlander"),
    "c.txt": LEAGUE.format("Mara Lund", "Norland") + "Kolvik met Jon Berg of the Kolvig Yard.\n",
    "d.txt": "The kolvik is a boat.\n",
    "e.txt": LEAGUE.format("Lund Mara", "Norland"),
    "f.txt": "# Mara Lunt and Jon Berg\n\n" + LEAGUE.format("Joern Moeller", "Norland"),
    "g.txt": LEAGUE.format("Jörn Möller", "Norland"),
    # surnames of one given name: too many of them tell nothing of one another
    "h.txt": "".join(f"Odby {'BCDFGHKLMNPRST'[at]}arne slept.\n" for at in range(CROWD - 1)),
    "i.txt": "Odby Zarne slept beside Odby Carne.\nOdby Xarne slept. Odby Qarne slept.\n",
}
__all__ = ["project"]  # a fixture


def _found(project: Project, names: Sequence[str]) -> list[Variants]:
    """What is found once these files, and no others, are the sources."""
    with library_of(project, {name: ALL[name] for name in names}) as library:
        return find(library)


def _shelf(project: Project) -> Path:
    return project[0] / ".factcheck" / "names.sqlite"


EVERY = sorted(ALL)
WAYS = [
    ("one after another", *(EVERY[:end] for end in range(1, len(EVERY) + 1))),
    ("one gone after another", *(EVERY[start:] for start in range(len(EVERY)))),
    ("a word that loses its capital", ["c.txt"], ["c.txt", "d.txt"]),
    ("a word that has it alone again", ["c.txt", "d.txt"], ["c.txt"]),
    ("names that become a crowd", ["a.txt", "b.txt", "h.txt"], ["a.txt", "b.txt", "h.txt", "i.txt"]),
    ("names that are none any more", ["h.txt", "i.txt"], ["a.txt", "b.txt", "h.txt"]),
    ("all gone and back", EVERY, ["d.txt"], EVERY),
]


@pytest.mark.parametrize("steps", [row[1:] for row in WAYS], ids=[str(row[0]) for row in WAYS])
def test_however_the_files_came_the_same_is_found(project: Project, steps: Sequence[Sequence[str]]) -> None:
    for step in steps:
        found = _found(project, step)
    kept = _rows(project)
    _shelf(project).unlink()
    assert found == _found(project, steps[-1])
    assert kept == _rows(project)


def _rows(project: Project) -> list[object]:
    """What is kept, names by their text: they are numbered as they came."""
    with closing(sqlite3.connect(_shelf(project))) as db:
        return [
            db.execute(
                "SELECT text, passage, start, times, documents, opens, closes FROM names ORDER BY text"
            ).fetchall(),
            db.execute("SELECT * FROM words").fetchall(),
            db.execute("SELECT word, text FROM parts JOIN names ON name = number ORDER BY word, text").fetchall(),
            db.execute("SELECT key, text FROM keys JOIN names ON name = number ORDER BY key, text").fetchall(),
        ]


def test_every_kind_of_file_has_a_part_in_it(project: Project) -> None:
    usual = {names.usual.text: {form.text for form, _ in names.others} for names in _found(project, EVERY)}
    assert {"Mara Lunt", "Lund Mara"} <= usual["Mara Lund"]
    assert "Norlander Harbour League" in usual["Norland Harbour League"]
    spelt = [" ".join((name, *forms)) for name, forms in usual.items()]
    assert any("Moeller" in forms and "Möller" in forms for forms in spelt)


@pytest.mark.parametrize("harm", ["not a database", "", None], ids=["damaged", "empty", "a folder in its place"])
def test_what_cannot_be_read_is_found_anew(project: Project, harm: str | None) -> None:
    found = _found(project, EVERY)
    _shelf(project).unlink()
    if harm is None:
        _shelf(project).mkdir()
    else:
        _shelf(project).write_text(harm)
    assert _found(project, EVERY) == found


def test_a_reading_that_is_broken_off_leaves_what_was_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    _found(project, ["a.txt"])
    kept = _rows(project)

    def broken(shelf: NameShelf, pairs: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(NameShelf, "add_pairs", broken)
        with pytest.raises(KeyboardInterrupt):
            _found(project, ["a.txt", "b.txt"])
    assert _rows(project) == kept
    assert len(_found(project, ["a.txt", "b.txt"])) == 2


def test_what_was_changed_from_outside_is_not_read(project: Project) -> None:
    _found(project, ["a.txt"])
    _shelf(project).unlink()
    with open_library(project[1]) as library:
        with closing(sqlite3.connect(library.name)) as db, db:
            db.execute("UPDATE passages SET text = REPLACE(text, 'Mara', 'Maria')")
        with pytest.raises(StoreError, match=r"a\.txt was changed from outside"):
            find(library)
