"""A new project works at once, and nothing that was there is changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.disk.rewrite import UNDER_WAY

Run = Callable[..., Any]


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_project_verifies_its_drafts(empty: Path, run: Run) -> None:
    assert run("init").status == 0
    (empty / "sources" / "a.txt").write_text("Turnout in the vote of 3 May 2020 was 67 percent.\n", encoding="utf-8")
    (empty / "drafts" / "b.md").write_text("Turnout in the vote was 67 percent.\n", encoding="utf-8")
    outcome = run("verify")
    assert outcome.status == 0
    assert "1 supported" in outcome.stdout


@pytest.mark.parametrize("before", ["", "*.log\n", "*.log", "*.log\n.factcheck/\n"])
def test_the_index_is_added_once_to_what_git_ignores(before: str, empty: Path, run: Run) -> None:
    if before:
        (empty / ".gitignore").write_text(before, encoding="utf-8")
    run("init")
    after = (empty / ".gitignore").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert after.splitlines().count(".factcheck/") == 1


def test_folders_are_those_the_patterns_begin_in(empty: Path, run: Run) -> None:
    run("init", "--sources", "reports/20*/*.txt", "--drafts", "*.md")
    assert sorted(path.name for path in empty.iterdir() if path.is_dir()) == ["claims", "reports"]
    assert 'sources = ["reports/20*/*.txt"]' in (empty / "factcheck.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("before", [b"caf\xe9\n", b"a\r\nb\r\n", b"a\r\nb"])
def test_what_git_ignores_stays_byte_for_byte(before: bytes, empty: Path, run: Run) -> None:
    (empty / ".gitignore").write_bytes(before)
    assert run("init").status == 0
    after = (empty / ".gitignore").read_bytes()
    end = b"\r\n" if b"\r\n" in before else b"\n"
    assert after == before + (b"" if before.endswith(b"\n") else end) + b".factcheck/" + end


@pytest.mark.parametrize("name", [".gitignore", "claims"])
def test_a_project_is_made_whole_or_not_at_all(name: str, empty: Path, run: Run) -> None:
    (empty / name).mkdir() if name == ".gitignore" else (empty / name).write_bytes(b"")
    assert run("init").status == 2
    assert [path.name for path in empty.iterdir()] == [name]


@pytest.mark.parametrize("ignored", ["", "*.log\n", ".factcheck/\n"])
def test_half_of_a_file_that_a_killed_init_left_is_swept_by_the_next(ignored: str, empty: Path, run: Run) -> None:
    (empty / ".gitignore").write_text(ignored, encoding="utf-8")
    (empty / f"{UNDER_WAY}x1").write_bytes(b"half")
    assert run("init").status == 0
    assert not list(empty.rglob(f"{UNDER_WAY}*"))
