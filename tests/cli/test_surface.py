"""Folders under git, many processes, and outputs that fit their published schemas."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.report.schemas import SCHEMAS, schema

WRONG = "Turnout in the harbour vote was 61 percent.\n"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "init.defaultBranch=main", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize(
    ("ignored", "checked"), [("", {"a.md", "build/b.md"}), ("build/\n", {"a.md"}), ("*.md\n!a.md\n", {"a.md"})]
)
def test_what_git_ignores_is_no_draft(ignored: str, checked: set[str], project: Path, run: Callable[..., Any]) -> None:
    git(project, "init")
    (project / ".gitignore").write_text(ignored, encoding="utf-8")
    (project / "build").mkdir()
    for name in ("a.md", "build/b.md"):
        (project / name).write_text(WRONG, encoding="utf-8")
    out = run("verify", "--format", "json", ".")
    assert {finding["path"] for finding in json.loads(out.stdout)["findings"]} == checked


def test_a_draft_that_git_keeps_and_nobody_has_any_more_is_passed_by(project: Path, run: Callable[..., Any]) -> None:
    git(project, "init")
    for name in ("a.md", "b.md"):
        (project / name).write_text(WRONG, encoding="utf-8")
    git(project, "add", ".")
    (project / "b.md").unlink()
    assert json.loads(run("verify", "--format", "json", ".").stdout)["summary"]["contradicted"] == 1


def test_many_processes_say_what_one_says(project: Path, run: Callable[..., Any]) -> None:
    (project / "texts").mkdir()
    for number in range(5):
        text = f"{WRONG}\nTwelve boats sank in November 2019.\n\nA hall has {number + 20} doors.\n"
        (project / "texts" / f"{number}.md").write_text(text, encoding="utf-8")
    one, many = (run("verify", "--format", "json", "--jobs", jobs, "texts") for jobs in ("1", "3"))
    assert one == many
    assert json.loads(one.stdout)["summary"]["supported"] == 10


def test_a_draft_that_cannot_be_read_ends_many_processes_too(project: Path, run: Callable[..., Any]) -> None:
    (project / "a.md").write_text(WRONG, encoding="utf-8")
    assert run("verify", "--jobs", "2", "a.md", "none.md").status == 2


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_published_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_output_fits_its_schema(project: Path, run: Callable[..., Any]) -> None:
    (project / "a.md").write_text(f"{WRONG}\n“We will rebuild the pier,” said Ann Weaver.\n", encoding="utf-8")
    found = json.loads(run("verify", "--why", "--format", "json", "a.md").stdout)
    Draft202012Validator(schema("findings")).validate(found)
    assert len(found["findings"]) == 2
    claims = [json.loads(line) for line in run("extract", "--format", "jsonl", "a.md").stdout.splitlines()]
    for claim in claims:
        Draft202012Validator(schema("claims")).validate(claim)
    assert len(claims) == 2


@pytest.mark.parametrize(
    ("wrong", "member"), [({"findings": []}, "version"), ({"version": 1, "findings": [{}], "summary": {}}, "path")]
)
def test_a_schema_refuses_what_lacks_a_member(wrong: object, member: str) -> None:
    messages = [error.message for error in Draft202012Validator(schema("findings")).iter_errors(wrong)]
    assert any(member in message for message in messages)


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ({"library": {"sources": ["a"]}}, True),
        ({"library": {"sources": "a"}}, False),
        ({"library": {"source": ["a"]}}, False),
        ({}, False),
    ],
)
def test_the_schema_of_the_project_file(text: object, sound: bool) -> None:
    assert Draft202012Validator(schema("config")).is_valid(text) == sound


def test_an_end_is_where_the_text_ends(project: Path, run: Callable[..., Any]) -> None:
    draft = "It said “we will rebuild\nthe pier before the winter” in 2019.\r\nAnd 12\nboats.\n"
    (project / "a.md").write_text(draft, encoding="utf-8", newline="")
    lines = draft.replace("\r\n", "\n").split("\n")
    for finding in json.loads(run("verify", "--format", "json", "a.md").stdout)["findings"]:
        assert draft[finding["start"] : finding["end"]] == finding["text"]
        last = finding["text"].split("\n")[-1]
        assert lines[finding["end_line"] - 1][: finding["end_column"] - 1].endswith(last)
