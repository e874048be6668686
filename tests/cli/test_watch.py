"""`verify --watch`: a real process that checks again when a draft or a source changes, and ends when interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

PATIENCE = 60
# A shell's job in the background is not interrupted from the keyboard, nor is what it starts; this program is.
PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from factcheck.cli.main import run
run()
"""


@pytest.fixture
def watching(project: Path) -> Iterator[tuple[subprocess.Popen[str], Queue[str]]]:
    """The process, and the lines it prints."""
    (project / "a.md").write_text("Turnout in the harbour vote was 61 percent.\n", encoding="utf-8")
    command = [sys.executable, "-c", PROGRAM, "verify", "--watch", "--format", "concise", "a.md"]
    lines: Queue[str] = Queue()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        stream = process.stdout
        reader = threading.Thread(target=deque, args=(map(lines.put, stream),))
        reader.start()
        yield process, lines
        process.kill()
        reader.join()


def wait_for(words: str, lines: Queue[str]) -> None:
    while words not in lines.get(timeout=PATIENCE):
        pass


def test_each_change_is_checked(project: Path, watching: tuple[subprocess.Popen[str], Queue[str]]) -> None:
    process, lines = watching
    wait_for("FC101", lines)
    wait_for("1 contradicted", lines)
    (project / "a.md").write_text("Turnout in the harbour vote was 67 percent.\n", encoding="utf-8")
    wait_for("1 supported", lines)
    source = project / "sources" / "report.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("67 percent", "70 percent"), encoding="utf-8")
    wait_for("1 contradicted", lines)
    (project / "factcheck.toml").write_text("[library]\nsources = [\n", encoding="utf-8")
    wait_for("factcheck.toml:", lines)
    if os.name != "nt":
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
