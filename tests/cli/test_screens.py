"""What a terminal shows: whole words at any width, colour as it is asked for, a bar for what takes long."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from factcheck.cli.main import main

pty = (
    pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
    if sys.platform == "win32"
    else __import__("pty")
)
LINES = ["sources", "extract sources/report.txt", "verify --all draft.md", "lookup turnout", "claims list", "conflicts"]
WORD = re.compile(r"[A-Za-z]{3,}")
STYLE = re.compile(r"\x1b\[[\d;?]*[A-Za-z]|\x1b\]8;;[^\x1b]*\x1b\\")


def screen(line: str, columns: int) -> str:
    """What a command shows on a terminal of so many columns, on both streams."""
    ours, theirs = pty.openpty()
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    env = plain | {"COLUMNS": str(columns), "TERM": "xterm"}
    command = [sys.executable, "-m", "factcheck", *line.split()]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL, env=env):
        os.close(theirs)
        return _all_of(ours)


def screen_here(line: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same, run in this process."""
    ours, theirs = pty.openpty()
    with ThreadPoolExecutor(1) as beside, monkeypatch.context() as patch:
        shown = beside.submit(_all_of, ours)
        with open(theirs, "w", encoding="utf-8") as terminal:  # noqa: PTH123 # a handle, no path
            patch.setattr(sys, "stdout", terminal)
            patch.setattr(sys, "stderr", terminal)
            patch.setenv("COLUMNS", str(columns))
            patch.setenv("TERM", "xterm")
            main(line.split())
        return shown.result()


def _all_of(terminal: int) -> str:
    shown = b""
    while chunk := _read(terminal):
        shown += chunk
    os.close(terminal)
    return shown.decode().replace("\r\n", "\n")


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 65_536)
    except OSError:  # Linux's word for the end of a terminal
        return b""


@pytest.fixture
def texts(project: Path) -> Path:
    (project / "draft.md").write_text("Turnout in the harbour vote was 61 percent in all wards.\n", encoding="utf-8")
    (project / "claims").mkdir()
    claim = (
        '[[claim]]\nid = "turnout-harbour"\nkind = "count"\nsubject = "The harbour vote of the whole town"\nvalue = 7\n'
    )
    (project / "claims" / "a.toml").write_text(claim, encoding="utf-8")
    return project


@pytest.mark.parametrize("line", LINES)
def test_no_word_is_cut_and_no_row_too_long(line: str, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = set(WORD.findall(STYLE.sub("", screen_here(line, 400, monkeypatch))))
    assert wide
    for columns in (40, 80):
        shown = STYLE.sub("", screen_here(line, columns, monkeypatch))
        assert set(WORD.findall(shown)) <= wide
        for row in shown.splitlines():
            assert len(row) <= columns or len(row.split()) <= 2, row


@pytest.mark.parametrize(
    ("environment", "colored"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": ""}, False),
    ],
)
def test_colour_without_a_terminal(
    environment: dict[str, str], colored: bool, texts: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("verify", "draft.md").stdout) == colored


def test_the_program_itself_shows_the_same(texts: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("index")
    shown = screen("verify --no-cache draft.md", 80)
    assert STYLE.search(shown)
    assert shown == screen_here("verify --no-cache draft.md", 80, monkeypatch)


def test_a_large_library_shows_how_much_is_read(texts: Path) -> None:
    (texts / "sources" / "long.txt").write_text("x" * 360_000, encoding="utf-8")
    shown = screen("lookup turnout", 80)
    assert "Reading" in shown
    assert re.search(r"0\.0/\d{3}\.\d kB|/\d{3}\.\d", shown)


def test_many_drafts_show_how_many_are_checked(texts: Path) -> None:
    (texts / "many").mkdir()
    for number in range(9):
        (texts / "many" / f"{number}.md").write_text(f"It has {number + 20} doors.\n", encoding="utf-8")
    shown = STYLE.sub("", screen("verify --jobs 1 many", 80))
    assert re.search(r"Checking.* \d/9", shown)
