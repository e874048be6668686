"""Two checkers, one git: what they add on branches of their own is merged without a conflict."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from factcheck import config
from factcheck.cli.main import main
from factcheck.services.decisions import claims_file

WHO = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in
       (("NAME", "A"), ("EMAIL", "a@example.org"))}  # fmt: skip


def git(*arguments: str) -> str:
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **WHO}).stdout


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "claims").mkdir()
    (tmp_path / "factcheck.toml").write_text('[library]\nsources = ["sources/*.txt"]\n', encoding="utf-8")
    (tmp_path / "sources" / "quarry report.txt").write_text("The quarry employed 640 people.\n", encoding="utf-8")
    (tmp_path / "sources" / "mill.txt").write_text("The mill of Odby has 12 wheels.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_two_branches(project: Path) -> None:
    git("init")
    git("add", ".")
    git("commit", "-m", "sources")
    for branch, place in (("one", "sources/quarry report.txt:1"), ("other", "sources/mill.txt:1")):
        git("checkout", "-b", branch, "main")
        assert main(["claims", "add", place, "--subject", f"The work of {branch}"]) == 0
        git("add", "claims")
        git("commit", "-m", branch)
    git("merge", "--no-edit", "one")
    assert sorted(path.name for path in (project / "claims").iterdir()) == ["mill.toml", "quarry-report.toml"]
    assert main(["claims", "check"]) == 0


@pytest.mark.parametrize(
    ("patterns", "document", "path"),
    [
        (("claims/*.toml",), "mill.txt", "claims/mill.toml"),
        (("claims/*.toml",), "2019/the Mill (2).txt", "claims/the-mill-2.toml"),
        (("facts/checked-*.toml", "x/*.toml"), "mill", "facts/checked-mill.toml"),
        (("facts.toml",), "mill", "facts.toml"),
        (("**/*.toml",), "mill", "claims/mill.toml"),
        (("claims/*.toml",), "…", "claims/claims.toml"),
    ],
)
def test_the_file_of_a_document(patterns: tuple[str, ...], document: str, path: str, project: Path) -> None:
    written = ", ".join(f'"{pattern}"' for pattern in patterns)
    (project / "factcheck.toml").write_text(f'[library]\nsources = ["a"]\nclaims = [{written}]\n', encoding="utf-8")
    assert claims_file(config.load(), document) == project / path
