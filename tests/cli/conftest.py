"""Runs command lines in a project of their own, in this process and through the same entry as the shell."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.cli.main import main

# What only a POSIX system has is tested there.
collect_ignore = [] if os.name == "posix" else ["test_posix.py"]
PROJECT = '[library]\nsources = ["sources/*.txt"]\n'
SOURCE = """\
The harbour report

Turnout in the harbour vote of 3 May 2020 was 67 percent. The storm sank twelve boats in November 2019.

“We will rebuild the pier before the winter,” said Ann Weaver, the mayor of the town.
"""


class Outcome(NamedTuple):
    """What a command line did."""

    status: int
    stdout: str
    stderr: str


Run = Callable[..., Outcome]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a project file and one source, made the current folder."""
    (tmp_path / "factcheck.toml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "report.txt").write_text(SOURCE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run(*args, stdin=b"")` in the current folder."""

    def run_line(*args: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        status = main(args)
        return Outcome(status, *capsys.readouterr())

    return run_line
