"""Has PDF files read in a process of its own: a crash or an endless loop costs one file, and no memory of ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

from factcheck.errors import InputError
from factcheck.readers.pdf.pages import Opened, unpacked

# Seconds that a file may take: to open it, and for each page.
TO_OPEN, A_PAGE = 20, 2
ROOT = Path(__file__).parents[3]
WAY_OUT = "is read with pypdfium2, which is not installed: pip install 'factcheck-cli[pdf]'"


class Reader:
    """The process, started when first needed and again after a file that it did not survive."""

    def __init__(self) -> None:
        # Not the current folder: what lies beside the user's texts is no code of ours.
        paths = [str(ROOT), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "factcheck.readers.pdf.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        )  # fmt: skip
        self.answers: Queue[bytes] = Queue()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None, "it is a pipe"
        for line in self.process.stdout:
            self.answers.put(line)
        self.answers.put(b"")

    def ask(self, data: bytes) -> None:
        """Hand over a file."""
        assert self.process.stdin is not None, "it is a pipe"
        self.process.stdin.write(len(data).to_bytes(8, "big") + data)
        self.process.stdin.flush()

    def answer(self, deadline: float) -> Any:
        """The next answer; None where the process has died or the time is up."""
        try:
            line = self.answers.get(timeout=max(0.0, deadline - time.monotonic()))
        except Empty:
            return None
        return json.loads(line) if line else None

    def end(self) -> None:
        """Stop it, whatever it does."""
        self.process.kill()
        self.process.communicate()


_running: list[Reader] = []


def running() -> list[Reader]:
    """The process that reads, if one does."""
    return _running


def pages_of(data: bytes, path: str) -> Opened:
    """The pages of a file. Raises InputError."""
    if find_spec("pypdfium2") is None:
        raise InputError(f"{path}: {WAY_OUT}")
    if not _running:
        _running.append(Reader())
    reader = _running[0]
    try:
        reader.ask(data)
        return _answered(reader, path)
    except InputError:
        raise
    except BaseException as error:
        # Its next answer would be of this file.
        _running.clear()
        reader.end()
        if isinstance(error, OSError | _LostError):
            raise InputError(f"{path}: could not be read within its time; it is left out") from None
        raise


class _LostError(Exception):
    """The process has died, or its time was up."""


def _answered(reader: Reader, path: str) -> Opened:
    started = time.monotonic()
    head = reader.answer(started + TO_OPEN)
    if head is None:
        raise _LostError
    if "problem" in head:
        raise InputError(f"{path}: {head['problem']}")
    return Opened(head["title"], list(map(unpacked, _pages(reader, head["pages"], started))))


def _pages(reader: Reader, count: int, started: float) -> Iterator[list[Any]]:
    for _ in range(count):
        page = reader.answer(started + TO_OPEN + A_PAGE * count)
        if page is None:
            raise _LostError
        yield page
