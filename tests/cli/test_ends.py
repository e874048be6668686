"""However a run ends, it ends with a status and without a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = f"{sys.executable} -c 'from factcheck.cli.main import run; run()'"
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
        ("export >/dev/full", {2}),
        ("verify none.md 2>/dev/full", {2}),
        ("cite draft.md --output draft.md 2>/dev/full", {0}),
    ],
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device is full there")
def test_closed_and_full_streams(line: str, statuses: set[int], project: Path) -> None:
    (project / "draft.md").write_text("Turnout in the harbour vote was 67 percent.\n")
    done = subprocess.run(["sh", "-c", f"{PROGRAM} {line}"], cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode in statuses
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no groups of processes there")
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
