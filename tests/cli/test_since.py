"""Only what changed: findings on new and changed lines, in new and changed drafts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_surface import git

BEFORE = "The festival drew 812 visitors.\n\nThe parade drew 90 visitors.\n\nThe dance drew 45 couples.\n"

EDITS = [
    # the draft afterwards, the figures that are reported
    (BEFORE, []),
    (f"A new first line.\n\n{BEFORE}", []),
    (BEFORE.replace("90", "91"), ["91"]),
    (BEFORE.replace("dance", "ball"), ["45"]),
    (BEFORE + "\nThe fair drew 600 visitors.\n", ["600"]),
    (BEFORE.replace("The parade drew 90 visitors.\n\n", ""), []),
    (BEFORE.replace("\n", "\r\n"), ["812", "90", "45"]),
]


@pytest.fixture
def repository(project: Path) -> Path:
    (project / "a.md").write_text(BEFORE, encoding="utf-8")
    git(project, "init")
    git(project, "add", ".")
    git(project, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-m", "first")
    return project


def reported(out: Any) -> list[str]:
    return [finding["text"] for finding in json.loads(out.stdout)["findings"]]


@pytest.mark.parametrize(("after", "expected"), EDITS)
def test_changed_lines(after: str, expected: list[str], repository: Path, run: Callable[..., Any]) -> None:
    (repository / "a.md").write_text(after, encoding="utf-8", newline="")
    assert reported(run("verify", "--since", "HEAD", "--format", "json", "a.md")) == expected


def test_a_new_draft_is_new_as_a_whole(repository: Path, run: Callable[..., Any]) -> None:
    (repository / "b c.md").write_text("The dance drew 45 couples.\n", encoding="utf-8")
    assert reported(run("verify", "--since", "HEAD", "--format", "json", ".")) == ["45"]


def test_what_changed_on_the_other_branch_is_not_this_ones(repository: Path, run: Callable[..., Any]) -> None:
    git(repository, "branch", "other")
    (repository / "a.md").write_text(BEFORE.replace("90", "91"), encoding="utf-8")
    git(repository, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-am", "second")
    git(repository, "checkout", "other")
    assert reported(run("verify", "--since", "main", "--format", "json", "a.md")) == []


@pytest.mark.parametrize("named", ["a.md", "../a.md", "{root}/a.md", "..", "../sub/../a.md"])
def test_wherever_one_stands_and_however_a_draft_is_named(
    named: str, repository: Path, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "a.md").write_text(BEFORE.replace("90", "91"), encoding="utf-8")
    (repository / "sub").mkdir()
    if named.startswith(".."):
        monkeypatch.chdir(repository / "sub")
    out = run("verify", "--since", "HEAD", "--format", "json", named.format(root=repository))
    assert reported(out) == ["91"]


def test_a_draft_outside_the_repository_is_new(
    repository: Path, run: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("elsewhere") / "b.md"
    other.write_text("The dance drew 45 couples.\n", encoding="utf-8")
    assert reported(run("verify", "--since", "HEAD", "--format", "json", str(other))) == ["45"]


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:a.md"])
def test_a_revision_that_is_none(revision: str, repository: Path, run: Callable[..., Any]) -> None:
    out = run("verify", f"--since={revision}", "a.md")
    assert (out.status, out.stderr) == (2, f"factcheck: git knows no revision {revision!r} here\n")
    assert not (repository / "x").exists()


def test_without_git(project: Path, run: Callable[..., Any]) -> None:
    (project / "a.md").write_text(BEFORE, encoding="utf-8")
    assert run("verify", "--since", "HEAD", "a.md").status == 2
