"""What may stand: known by its words, not by its line; no longer once its passage changes or its day is past."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import ConfigError
from factcheck.report.accepted import load

DRAFT = "A first paragraph.\n\nThe festival drew 812 visitors.\n"
ENTRY = 'finding = "x"\nrule = "FC103"\ndraft = "a.md"\nreason = "told"\n'

EDITS = [
    # the draft afterwards, whether the finding is reported again
    ("Something new.\n\nAnd more.\n\nThe festival drew 812 visitors.\n", False),
    ("The festival  drew 812\nvisitors.\n", False),
    ("The festival drew 813 visitors.\n", True),
    ("The summer festival drew 812 visitors.\n", True),
    ("The festival drew 812 visitors. The parade drew 812 visitors.\n", True),
]


@pytest.fixture
def accepted(project: Path, run: Callable[..., Any]) -> Path:
    """A project in which the one finding of a draft is accepted."""
    (project / "a.md").write_text(DRAFT, encoding="utf-8")
    assert run("accept", "a.md:3", "--reason", "our own count", "--until", "2199-12-31").status == 0
    return project


@pytest.mark.parametrize(("edited", "reported"), EDITS)
def test_an_acceptance_holds_for_its_passage(
    edited: str, reported: bool, accepted: Path, run: Callable[..., Any]
) -> None:
    (accepted / "a.md").write_text(edited, encoding="utf-8")
    out = run("verify", "--format", "concise", "a.md")
    assert ("FC103" in out.stdout) == reported
    if not reported:
        assert "1 ignored on request." in out.stdout


def test_it_holds_in_no_other_draft_unless_its_own_is_gone(accepted: Path, run: Callable[..., Any]) -> None:
    (accepted / "b.md").write_text(DRAFT, encoding="utf-8")
    assert "FC103" in run("verify", "b.md").stdout
    (accepted / "a.md").unlink()
    assert "FC103" not in run("verify", "b.md").stdout


def test_a_past_day_brings_the_finding_back(accepted: Path, run: Callable[..., Any]) -> None:
    path = accepted / "factcheck-accepted.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("2199-12-31", "2020-12-31"), encoding="utf-8")
    out = run("verify", "a.md")
    assert "FC103" in out.stdout
    assert out.stderr == "factcheck: factcheck-accepted.toml:1: FC932 accepted until 2020-12-31, which is past\n"


def test_one_that_lets_nothing_stand_is_reported(accepted: Path, run: Callable[..., Any]) -> None:
    (accepted / "a.md").write_text("Nothing.\n", encoding="utf-8")
    assert "FC932 nothing is found there any more" in run("verify", "a.md").stderr


def test_of_a_draft_that_was_not_checked_nothing_is_said(accepted: Path, run: Callable[..., Any]) -> None:
    (accepted / "b.md").write_text("Nothing.\n", encoding="utf-8")
    assert run("verify", "b.md").stderr == ""


def test_a_fingerprint_names_a_finding_as_well(project: Path, run: Callable[..., Any]) -> None:
    import json

    (project / "a.md").write_text(DRAFT, encoding="utf-8")
    (finding,) = json.loads(run("verify", "--format", "json", "a.md").stdout)["findings"]
    out = run("accept", finding["fingerprint"], "--draft", "a.md", "--reason", "our own count")
    assert out.stderr == "factcheck: accepted FC103 at a.md:3:19 in factcheck-accepted.toml\n"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("a.md:1",), "no finding there"),
        (("a.md:9",), "no finding there"),
        (("0000000000000000", "--draft", "a.md"), "no finding there"),
        (("a.md:3", "--until", "soon"), "'soon' is no day"),
        (("a.md:3", "--reason", " "), "say why it may stand"),
        (("a.md:5",), "which of a.md:5:17 FC103; a.md:5:40 FC103? Add the column or --rule"),
    ],
)
def test_what_cannot_be_accepted(
    arguments: tuple[str, ...], problem: str, project: Path, run: Callable[..., Any]
) -> None:
    (project / "a.md").write_text(DRAFT + "\nThe parade drew 90 visitors, its dance 45 couples.\n", encoding="utf-8")
    out = run("accept", *arguments, *(() if "--reason" in arguments else ("--reason", "because")))
    assert out.status == 2
    assert problem in " ".join(out.stderr.split())
    assert not (project / "factcheck-accepted.toml").exists()


def test_nothing_is_accepted_twice(accepted: Path, run: Callable[..., Any]) -> None:
    out = run("accept", "a.md:3", "--reason", "again")
    assert (out.status, "is accepted already" in out.stderr) == (2, True)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("[other]\n", 1, r"holds tables \[\[accepted\]\] and nothing else"),
        ("[[accepted]]\n", 1, "'finding' is missing"),
        (f"[[accepted]]\n{ENTRY}raeson = 'x'\n", 6, "unknown key 'raeson'; did you mean 'reason'"),
        (f"[[accepted]]\n{ENTRY}until = 2027-01-31\n", 6, "'until' must be a text"),
        (f"[[accepted]]\n{ENTRY}until = '2027-02-31'\n", 6, "'until' must be a day"),
        (f"[[accepted]]\n{ENTRY.replace('FC103', 'FC1')}", 3, "no rule is called 'FC1'"),
        (f"[[accepted]]\n{ENTRY}\n[[accepted]]\n", 7, "'finding' is missing"),
        ("[[accepted]\n", 1, "Expected"),
    ],
)
def test_a_file_that_cannot_be_used(text: str, line: int, problem: str, tmp_path: Path) -> None:
    (tmp_path / "factcheck-accepted.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=problem) as caught:
        load(tmp_path, "2026-01-01")
    assert caught.value.line == line
