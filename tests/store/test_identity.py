"""Documents of files with one name get the shortest end of their paths that tells them apart."""

from __future__ import annotations

from tests.rows import each

from factcheck.store.identity import Named, told_apart
from factcheck.text.wording import alias

# Paths of files whose documents share an id, and the ids that they get.
FILES = [
    (["a/one/note.txt", "a/two/note.txt"], ["one/note", "two/note"]),
    (["a/x/note.txt", "b/x/note.txt", "b/y/note.txt"], ["a/x/note", "b/x/note", "y/note"]),
    (["a/note.txt", "a/note.html"], ["note.txt", "note.html"]),
    (["note.txt", "a/note.txt"], ["note.txt", "a/note"]),
    (["a/one/note.txt", "a/one/note.md", "a/two/note.md"], ["note.txt", "one/note.md", "two/note"]),
]


@each(("paths", "ids"), FILES)
@each("part", ["", "#2"])
def test_ids(paths: list[str], ids: list[str], part: str) -> None:
    stem = "note"
    found = told_apart(Named(number, stem + part, path) for number, path in enumerate(paths))
    assert [found.ids[number] for number in range(len(paths))] == [name + part for name in ids]
    assert not found.shared
    assert {alias(name + part) for name in ids} == {stem + part}


def test_an_id_that_nobody_shares_stays() -> None:
    assert told_apart([Named(1, "note", "a/note.txt"), Named(2, "note#2", "a/note.txt")]).ids == {}


def test_ids_given_by_hand_are_told_and_stay() -> None:
    found = told_apart([Named(1, "report-1", "a/x.txt"), Named(2, "report-1", "b/y.txt")])
    assert found == ({}, [("report-1", "a/x.txt", "b/y.txt")])


def test_an_id_with_points_is_its_own_alias() -> None:
    assert alias("release-1.2#3") == "release-1.2#3"
