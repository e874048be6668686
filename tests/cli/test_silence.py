"""Silence never passes for a pass: what was not checked, or does nothing, is said."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
DRAFT = "Turnout in the harbour vote was 67 percent.\n"
NOTHING = "the silent case"


def lay_out(project: Path, **files: str) -> None:
    for name, text in files.items():
        path = project / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


@pytest.mark.parametrize(
    ("config", "files", "told"),
    [
        ('sources = ["sources/*.txt"]', {}, NOTHING),
        ('sources = ["sources/*.txt", "sources/*.md"]', {}, NOTHING),
        ('sources = ["sources/*.txt"]\nexclude = ["sources/*.md"]', {"sources__a_md": "x"}, NOTHING),
        ('sources = ["sources/*.txt"]', {"sources__a_png": "x", "drafts__b_md": "x"}, NOTHING),
        ('sources = ["sources/*.txt", "archive/*.txt"]', {}, "no file matches 'archive/*.txt' of [library] sources"),
    ],
)  # fmt: skip
def test_sources_that_were_not_read(config: str, files: dict[str, str], told: str, project: Path, run: Run) -> None:
    lay_out(project, factcheck_toml=f"[library]\n{config}\n", draft_md=DRAFT, **files)
    outcome = run("verify", "draft.md")
    assert outcome.status == 0
    assert outcome.stderr == "" if told is NOTHING else told in outcome.stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["verify"], "no file matches drafts = ['texts/*.md']"),
        (["verify", "sources/report.txt"], "nothing was checked"),
    ],
)
def test_where_nothing_was_checked_nothing_has_passed(
    args: list[str], told: str, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PRE_COMMIT", raising=False)
    project_file = '[library]\nsources = ["sources/*.txt"]\n[verify]\ndrafts = ["texts/*.md"]\n'
    lay_out(project, factcheck_toml=project_file)
    outcome = run(*args)
    assert (outcome.status, told in outcome.stderr) == (2, True)


def test_a_commit_of_sources_alone_is_let_through(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT", "1")
    outcome = run("verify", "sources/report.txt")
    assert (outcome.status, "is a source of the library, not a draft" in outcome.stderr) == (0, True)


def test_a_hook_names_evidence_that_stays_behind(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(project, draft_md=DRAFT)
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    told = "sources/report.txt: is evidence, and git does not keep it"
    assert told not in run("verify", "draft.md").stderr
    monkeypatch.setenv("PRE_COMMIT", "1")
    assert told in run("verify", "draft.md").stderr
    subprocess.run(["git", "add", "sources"], cwd=project, check=True)
    assert told not in run("verify", "draft.md").stderr


def test_a_decision_needs_a_subject_and_ought_to_have_a_name(project: Path, run: Run) -> None:
    source = '[[claim.source]]\ndocument = "report"\nexact = "was 67 percent"\n'
    claim = '[[claim]]\nid = "a"\nkind = "percentage"\nsubject = "?"\nvalue = "67"\n'
    lay_out(project, claims__claims_toml=claim + source)
    outcome = run("claims", "accept", "a", "--by", "Ann")
    assert (outcome.status, "is still '?'" in outcome.stderr) == (2, True)
    lay_out(project, claims__claims_toml=claim.replace("?", "Turnout") + source)
    assert "nobody is named" in run("claims", "accept", "a").stderr
    assert "nobody is named" not in run("claims", "accept", "a", "--by", "Ann").stderr
