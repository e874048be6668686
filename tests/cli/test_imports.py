"""What a hook that runs `verify` has to load: each module costs every run its start."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from tests.rows import each

from factcheck.cli.main import main

DRAFT = 'The dam at Kolvik was built in 1967. "We have counted every boat twice," Mara Lund said.\n'
LOADED = """
import json, sys
from factcheck.cli.main import main
status = main(sys.argv[1:])
print(json.dumps([status, sorted(sys.modules)]))
"""
# No figure, quotation or name of a draft is judged by these. Some of them cost more than all of ours together.
NEVER = [
    "rich", "multiprocessing", "concurrent.futures", "tomlkit", "html.parser", "http", "xml",
    "factcheck.export", "factcheck.lookup", "factcheck.readers.pdf", "factcheck.readers.office",
    "factcheck.readers.sheets", "factcheck.readers.letters", "factcheck.report.formats.html",
    "factcheck.variants.census", "factcheck.store.name_shelf",
]  # fmt: skip
# And these only where files have changed since they last looked.
ONCE = ["factcheck.conflicts.ledger", "factcheck.conflicts.searcher", "factcheck.conflicts.events"]
# What reads and judges figures: a draft that was judged before is neither read nor judged again.
KNOWN = ["factcheck.extract", "factcheck.kinds", "factcheck.dates", "factcheck.match", "factcheck.verify"]
# As many modules of ours as are needed today, and a few more.
MOST = 325


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a draft."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "factcheck.toml").write_text('[library]\nsources = ["*.txt"]\n')
    (folder / "one.txt").write_text(DRAFT)
    (folder / "two.txt").write_text(DRAFT.replace("1967", "1971"))
    (folder / "draft.md").write_text(DRAFT)
    return folder


@pytest.fixture(scope="module")
def loaded(project: Path) -> set[str]:
    """The modules that the second run of `verify` on a project has loaded."""
    status, modules = second_run(project)
    assert status in (0, 1)
    return modules


def second_run(folder: Path, *options: str) -> tuple[int, set[str]]:
    """How the second run of `verify` on a project ends, and the modules that it has loaded; the first is made here."""
    line = ["verify", "-q", *(options or ["--no-cache"]), "draft.md"]
    with chdir(folder):
        main(line)
    command = [sys.executable, "-c", LOADED, *line]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    status, modules = json.loads(run.stdout.splitlines()[-1])
    return status, set(modules)


@each("module", [*NEVER, *ONCE])
def test_verify_does_not_load(loaded: set[str], module: str) -> None:
    assert [name for name in loaded if name == module or name.startswith(f"{module}.")] == []


def test_a_known_draft_loads_nothing_that_reads_or_judges(project: Path) -> None:
    status, modules = second_run(project, "--color", "never")
    assert status in (0, 1)
    assert sorted(modules.intersection(KNOWN)) == []


def test_verify_loads_what_it_needs_and_hardly_more(loaded: set[str]) -> None:
    ours = [name for name in loaded if name.startswith("factcheck.")]
    assert "factcheck.verify.judge" in ours
    assert len(ours) <= MOST


def test_a_draft_without_figures_loads_nothing_that_binds_them(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('[library]\nsources = ["*.txt"]\n')
    (tmp_path / "one.txt").write_text(DRAFT)
    (tmp_path / "draft.md").write_text("The dam at Kolvik was built.\n")
    status, modules = second_run(tmp_path)
    assert status == 0
    assert [name for name in modules if name.startswith(("factcheck.match.bind", "factcheck.verify.judge"))] == []


def test_version_loads_click_and_the_entry_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LOADED, "--version"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    _, modules = json.loads(run.stdout.splitlines()[-1])
    assert len([name for name in modules if name.startswith("factcheck.")]) <= 9
