"""However a run ends, it ends with a status and without a traceback; and a pipe is no file.

This needs a POSIX shell, signals to groups of processes, and pipes with names: `conftest.py` leaves it out elsewhere.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import Run

PROGRAM = f"{sys.executable} -c 'from factcheck.cli.main import run; run()'"
# The blocks that `ulimit -f` counts in, and a file that has as many as are allowed.
BLOCK, FULL = 512, 1 << 19
# A reader that says that it is at work, and does not come to an end.
STUCK = """
import signal, sys, time
from factcheck import readers
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell in the background takes away
readers.read_data = lambda *_, **__: print("at work", flush=True) or time.sleep(60)
from factcheck.cli.main import run
run()
"""


@pytest.mark.parametrize(
    ("line", "statuses"),
    [
        ("verify draft.md >&-", {0}),
        ("verify draft.md 2>&-", {0}),
        ("lookup turnout <&- >&- 2>&-", {0}),
        ("verify - <&-", {2}),
        ("export >>full.txt", {2}),
        ("verify none.md 2>>full.txt", {2}),
        ("cite draft.md --output draft.md 2>>full.txt", {0}),
    ],
)
def test_closed_and_full_streams(line: str, statuses: set[int], project: Path, run: Run) -> None:
    (project / "draft.md").write_text("Turnout in the harbour vote was 67 percent.\n")
    run("index")
    # As on a full disk: the file has the size that files may have now, and a write to it fails.
    (project / "full.txt").write_bytes(b"x" * FULL)
    command = ["sh", "-c", f"ulimit -f {FULL // BLOCK}; {PROGRAM} {line}"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert (project / "full.txt").stat().st_size == FULL
    assert done.returncode in statuses
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_is_silent_and_soon_over(jobs: str, project: Path) -> None:
    command = [sys.executable, "-c", STUCK, "index", "--jobs", jobs]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout
        process.stdout.readline()
        began = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=30)
        assert (process.returncode, said) == (130, b"")
        assert time.monotonic() - began < 20
    assert list(project.glob(".factcheck/*.building")) == []


def test_a_pipe_is_neither_a_draft_nor_a_source(project: Path, run: Run) -> None:
    os.mkfifo(project / "sources" / "pipe.txt")
    outcome = run("verify", "sources/../pipe.md")
    assert outcome.status == 2
    os.mkfifo(project / "pipe.md")
    outcome = run("verify", "pipe.md")
    assert (outcome.status, "is a pipe or a device" in outcome.stderr) == (2, True)
    assert run("index").status == 0
