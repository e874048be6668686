"""A reader in a process beside this one: whatever a file does to it, it costs that file alone.

Unlike those of a pool it is started by a process that has threads, or that may have no children of its own making.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from factcheck.disk.closing import Closing
from factcheck.errors import ConfigError, InputError
from factcheck.readers.decode import LARGEST_FILE
from factcheck.text.wording import is_remote
from factcheck.workspace import lots
from factcheck.workspace.patience import A_BYTE, A_FILE
from factcheck.workspace.pool import DEATHS, killed, read_one
from factcheck.workspace.processes import uninterrupted

# Started so that no file of the current folder is taken for a module.
COMMAND: tuple[str, ...] = (sys.executable, "-P", "-c", "from factcheck.workspace.reader_beside import serve; serve()")
LENGTH = 8
READY, ANSWER, REFUSAL = b"0", b"A", b"R"


class ReaderBeside(Closing):
    """Reads files of projects in a process of its own, which is started when it is needed, and again if it ends."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, root: Path, paths: Sequence[str], deaths: int = 0) -> list[bytes]:
        """All files of a project, in their order, as lots.

        Raises ConfigError for a `sources.toml` that is wrong, InputError.
        """
        try:
            return [self._asked(root, paths)]
        except (EOFError, BrokenPipeError):
            self.close()
        if len(paths) > 1:
            return [lot for path in paths for lot in self.read(root, [path])]
        if deaths + 1 < DEATHS:
            return self.read(root, paths, deaths + 1)
        return [lots.packed(killed(root, path) for path in paths)]

    def close(self) -> None:
        """End the process, whatever it is at."""
        if self._process is None:
            return
        self._process.kill()
        with contextlib.suppress(BrokenPipeError):  # what was not sent is not sent any more
            self._process.communicate()
        self._process = None

    def _asked(self, root: Path, paths: Sequence[str]) -> bytes:
        """What the process answers. Raises EOFError, BrokenPipeError where it ends instead."""
        process = self._process or self._started()
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps([str(root), list(paths)]).encode() + b"\n")
        process.stdin.flush()
        kind = _exactly(process.stdout, 1)
        answer = _exactly(process.stdout, int.from_bytes(_exactly(process.stdout, LENGTH)))
        if kind == REFUSAL:
            raise ConfigError(*json.loads(answer))
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        """A process that is ready. Raises InputError where none gets so far, which is no file's fault."""
        with uninterrupted():
            process = self._process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdout
        if process.stdout.read(1) != READY:
            self.close()
            raise InputError("the process that is to read files ends before it begins")
        return process


def serve() -> None:
    """Answer on standard output what is asked on standard input, until nobody can ask any more."""
    # What a library prints must not be taken for an answer.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    answers.write(READY)
    answers.flush()
    for line in sys.stdin.buffer:
        root, paths = json.loads(line)
        _limit(Path(root), paths)
        try:
            kind, answer = ANSWER, lots.packed(read_one(Path(root), path) for path in paths)
        except ConfigError as error:
            kind, answer = REFUSAL, json.dumps([str(error.path), error.problem, error.line]).encode()
        answers.write(kind + len(answer).to_bytes(LENGTH) + answer)
        answers.flush()


def _limit(root: Path, paths: Sequence[str]) -> None:
    """Let the system end this process if a file keeps it so long that `within` must have failed: in foreign code."""
    try:
        import resource
    except ImportError:  # no POSIX system
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    sizes = (
        LARGEST_FILE if is_remote(path) else (root / path).stat().st_size for path in paths if _is_there(root, path)
    )
    most = used.ru_utime + used.ru_stime + 2 * (A_FILE * len(paths) + A_BYTE * sum(sizes))
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (int(most) + 1, hard))


def _is_there(root: Path, path: str) -> bool:
    return is_remote(path) or (root / path).is_file()


def _exactly(stream: IO[bytes], size: int) -> bytes:
    found = stream.read(size)
    if len(found) < size:
        raise EOFError
    return found
