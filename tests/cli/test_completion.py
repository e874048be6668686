"""Completion as the shells ask for it, and in a real bash; and the manual page as groff reads it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tools.manual import manual

from factcheck.cli.completion import SHELLS, VARIABLE
from factcheck.cli.main import COMMANDS

LINES = [
    # the line up to the cursor, what must not be offered, what must be
    ("factcheck ver", "lookup", "verify"),
    ("factcheck verify --sta", "--since", "--statistics"),
    ("factcheck verify --format rd", "sarif", "rdjson"),
    ("factcheck claims ", "verify", "accept"),
    ("factcheck completion ", "powershell", "fish"),
]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(("line", "silent", "offered"), LINES)
def test_what_stands_at_the_cursor(
    shell: str,
    line: str,
    silent: str,
    offered: str,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed = line.split(" ")
    monkeypatch.setenv(VARIABLE, f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", typed[-1] if shell == "fish" else str(len(typed) - 1))
    with pytest.raises(SystemExit, match="0"):
        run()
    words = capsys.readouterr().out.replace(",", "\n").split("\n")
    assert silent not in words
    assert any(word.split("\t")[0] == offered for word in words)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_each_shell(shell: str, run: Run) -> None:
    script = run("completion", shell).stdout
    assert f"{VARIABLE}={shell}_complete" in script
    if program := shutil.which(shell):
        checked = subprocess.run([program, "-n"], input=script, capture_output=True, text=True, check=False)
        assert (checked.returncode, checked.stderr) == (0, "")


def test_bash_completes(tmp_path: Path) -> None:
    program = tmp_path / "factcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = (
        'eval "$(factcheck completion bash)"\n'
        "COMP_WORDS=(factcheck verify --exit) COMP_CWORD=2\n"
        "_factcheck_completion factcheck\n"
        'echo "${COMPREPLY[@]}"\n'
    )
    environment = os.environ | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "--exit-zero\n"


def test_the_manual_names_every_command_and_option() -> None:
    page = manual()
    assert [name for name in COMMANDS if f'.SS "factcheck {name}' not in page] == []
    assert r"\fB\-\-since REV\fR" in page


def test_the_manual_is_read_without_a_warning() -> None:
    groff = shutil.which("groff") or shutil.which("mandoc")
    assert groff, "install groff or mandoc to read manual pages"
    arguments = ["-man", "-ww", "-Tutf8"] if groff.endswith("groff") else ["-man", "-Wwarning"]
    done = subprocess.run([groff, *arguments], input=manual(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Check every figure and quotation" in done.stdout
