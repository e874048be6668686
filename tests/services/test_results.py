"""What was found in a draft is kept while draft, library, claims and tool are the same, and only then."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.cli.conftest import PROJECT, SOURCE
from tests.rows import each

import factcheck
from factcheck import Finding, Library
from factcheck.model import Source
from factcheck.services import batch, results
from factcheck.services.codec import decoder, encode
from factcheck.services.library import source_of
from factcheck.workspace import version

DRAFT = "Turnout in the harbour vote was 61 percent. “We will rebuild the pier,” said Ann Weaver on 4 May 2020.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "factcheck.toml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "report.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The drafts that were judged, not taken from what was kept."""
    names: list[str] = []
    judge = Library.judge_source

    def noted(self: Library, draft: Source) -> list[Finding]:
        names.append(draft.path)
        return judge(self, draft)

    monkeypatch.setattr(Library, "judge_source", noted)
    return names


def found(folder: Path, *drafts: tuple[str, str]) -> Sequence[Sequence[Finding]]:
    with factcheck.open(folder) as library:
        return batch.findings_on(library, [source_of(text, name) for name, text in drafts])


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return change


def add(name: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")

    return change


CLAIM = '[[claim]]\nid = "a"\nkind = "count"\nsubject = "Pier"\nvalue = 3\nstatus = "confirmed"\n'


def test_a_known_draft_is_not_judged_again(folder: Path, judged: list[str]) -> None:
    first = found(folder, ("a.md", DRAFT), ("b.md", DRAFT))
    again = found(folder, ("b.md", DRAFT), ("c.md", DRAFT), ("a.md", DRAFT))
    assert judged == ["a.md", "b.md", "c.md"]
    assert (again[2], again[0]) == (first[0], first[1])
    assert [len(findings) for findings in first] == [3, 3]


@pytest.mark.parametrize(
    "change",
    [
        edit("sources/report.txt", "67 percent", "68 percent"),
        add("sources/more.txt", "Turnout in the harbour vote was 61 percent.\n"),
        add("claims/own.toml", CLAIM),
    ],
    ids=["a source is edited", "a source is added", "a claim is added"],
)
def test_a_changed_library_judges_anew(change: Callable[[Path], None], folder: Path, judged: list[str]) -> None:
    found(folder, ("a.md", DRAFT))
    change(folder)
    found(folder, ("a.md", DRAFT))
    assert judged == ["a.md", "a.md"]


def test_another_text_or_tool_judges_anew(folder: Path, judged: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found(folder, ("a.md", DRAFT))
    found(folder, ("a.md", f"{DRAFT}\n"))
    monkeypatch.setattr(results, "verdicts", lambda: f"{version.verdicts()} of tomorrow")
    found(folder, ("a.md", DRAFT))
    assert len(judged) == 3


@pytest.mark.parametrize("damage", [b"no database at all", b""])
def test_what_is_damaged_is_found_again(damage: bytes, folder: Path, judged: list[str]) -> None:
    first = found(folder, ("a.md", DRAFT))
    (folder / ".factcheck" / "results.sqlite").write_bytes(damage)
    assert found(folder, ("a.md", DRAFT)) == first
    assert found(folder, ("a.md", DRAFT)) == first
    assert len(judged) in (2, 3)


def test_a_row_that_was_changed_is_found_again(folder: Path) -> None:
    first = found(folder, ("a.md", DRAFT))
    with closing(sqlite3.connect(folder / ".factcheck" / "results.sqlite")) as db, db:
        db.execute("UPDATE results SET findings = ?", (b"x",))
    assert found(folder, ("a.md", DRAFT)) == first


def test_no_more_is_kept_than_fits(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST", 2)
    for number in range(4):
        found(folder, (f"{number}.md", DRAFT))
    with closing(sqlite3.connect(folder / ".factcheck" / "results.sqlite")) as db:
        assert db.execute("SELECT count(*) FROM results").fetchone() == (2,)


class Pair(NamedTuple):
    """A record of every kind of field."""

    number: Decimal
    maybe: Decimal | None
    inner: tuple[factcheck.Verdict, ...]
    either: int | str


@each(
    "value",
    [
        Pair(Decimal("0.10"), None, (), "B3"),
        Pair(Decimal("1E+3"), Decimal(-1), (factcheck.Verdict.SUPPORTED,), 3),
    ],
)
def test_a_value_comes_back_as_it_was(value: Pair) -> None:
    back = decoder(Pair)(encode(value))
    assert back == value
    assert str(back.number) == str(value.number)


@each("plain", [[], ["1"], ["1", None, ["no verdict"], 1], "text", ["1", None, 3, 1]])
def test_what_is_no_such_value_is_refused(plain: object) -> None:
    with pytest.raises((ValueError, TypeError, ArithmeticError)):
        decoder(Pair)(plain)


def test_what_was_judged_before_the_user_interrupted_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judge = Library.judge_source
    done: list[str] = []

    def impatient(self: Library, draft: Source) -> list[Finding]:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(draft.path)
        return judge(self, draft)

    monkeypatch.setattr(Library, "judge_source", impatient)
    drafts = [("a.md", DRAFT), ("b.md", DRAFT), ("c.md", DRAFT)]
    with pytest.raises(KeyboardInterrupt):
        found(folder, *drafts)
    monkeypatch.setattr(Library, "judge_source", judge)
    assert done == ["a.md", "b.md"]
    with factcheck.open(folder) as library:
        assert sorted(results.Results(library).of([source_of(text, name) for name, text in drafts])) == [0, 1]
