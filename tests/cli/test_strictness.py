"""How much a verdict has to be proved: the option, the project file's key, the argument, and the grade of support."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

import factcheck
from factcheck import config

WEAK = "Volunteers rang 93 herons in the south.\n"
HERONS = """\
Volunteers counted 57 herons along the river in the north. The south was not counted, and a storm drove 93 herons in.
"""
STRONG = "The storm sank twelve boats.\n"
UNSURE = 'FC103 a source says "93", but too little there agrees to say that it is this'


@pytest.fixture
def herons(project: Path) -> Path:
    """The project with a source that has the draft's value and little else of it."""
    (project / "sources" / "herons.txt").write_text(HERONS, encoding="utf-8")
    (project / "draft.md").write_text(f"{WEAK}\n{STRONG}", encoding="utf-8")
    return project


def told(run: Run, *options: str) -> str:
    """What a run prints, on one line."""
    return " ".join(run("verify", "--format", "concise", *options, "draft.md").stdout.split())


@pytest.mark.parametrize("options", [(), ("--strictness", "normal"), ("--strictness", "low")])
def test_weak_support_passes_and_is_counted(herons: Path, run: Run, options: tuple[str, ...]) -> None:
    assert told(run, *options) == (
        "1 draft, 2 figures and quotations: 2 supported (1 weakly), 0 contradicted, 0 disputed, 0 in no source."
    )


def test_a_strict_reader_takes_weak_support_for_none(herons: Path, run: Run) -> None:
    strict = told(run, "--strictness", "high")
    assert strict.startswith(f"draft.md:1:17: {UNSURE} 1 draft, ")
    assert strict.endswith("1 supported, 0 contradicted, 0 disputed, 1 in no source.")


def test_the_project_file_says_how_strictly_and_the_command_line_comes_first(herons: Path, run: Run) -> None:
    with (herons / "factcheck.toml").open("a", encoding="utf-8") as file:
        file.write('[verify]\nstrictness = "high"\n')
    assert UNSURE in told(run)
    assert "2 supported (1 weakly)" in told(run, "--strictness", "normal")
    assert factcheck.open(herons).verify(WEAK).summary()["unverified"] == 1
    assert factcheck.open(herons, strictness="normal").verify(WEAK).summary()["weak"] == 1


def test_a_strictness_that_is_none_is_refused(herons: Path, run: Run) -> None:
    assert run("verify", "--strictness", "strict", "draft.md").status == 2
    with pytest.raises(ValueError, match="known are low, normal, high"):
        factcheck.open(herons, strictness="strict")
    with (herons / "factcheck.toml").open("a", encoding="utf-8") as file:
        file.write('[verify]\nstrictness = "strict"\n')
    refused = run("verify", "draft.md")
    assert (refused.status, "'strictness' must be one of low, normal, high" in refused.stderr) == (2, True)


def test_what_was_judged_otherwise_is_judged_anew_whichever_way(herons: Path, run: Run) -> None:
    assert told(run, "--strictness", "high") != told(run, "--strictness", "low")
    assert UNSURE in told(run, "--strictness", "high")


def test_processes_judge_as_strictly(herons: Path, run: Run) -> None:
    (herons / "other.md").write_text(WEAK, encoding="utf-8")
    both = run("verify", "--format", "concise", "--strictness", "high", "--jobs", "2", "draft.md", "other.md").stdout
    assert both.count(UNSURE) == 2


def test_machines_read_the_grade(herons: Path, run: Run) -> None:
    (herons / "draft.md").write_text(f"{WEAK}\n{STRONG}\nTurnout in the harbour vote was 61 percent.\n")
    report = json.loads(run("verify", "--format", "json", "draft.md").stdout)
    assert [(one["verdict"], one["grade"]) for one in report["findings"]] == [
        ("supported", "weak"), ("supported", "strong"), ("contradicted", None),
    ]  # fmt: skip
    assert (report["summary"]["supported"], report["summary"]["weak"]) == (2, 1)


def test_people_read_the_grade_and_how_likely_it_is(herons: Path, run: Run) -> None:
    shown = run("verify", "--all", "--why", "draft.md").stdout
    assert "draft.md:1:17: weakly supported" in shown
    assert 'a source says "93"; but "57" answers better to the sentence' in shown
    assert "Agrees, likely to be this (0." in shown
    assert "virtually certain to be this (" in shown


def test_the_option_takes_what_the_project_file_takes() -> None:
    from factcheck.cli import verify as option
    from factcheck.verify import strictness

    assert option.STRICTNESS == config.STRICTNESS == tuple(strictness.STRICTNESS)
