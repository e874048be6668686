"""Lets one process at a time build an index; the system takes the lock back when a process dies."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def locked(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock that a file stands for; `waiting` is called once if another process holds it.

    Raises OSError where the file cannot be made.
    """
    with path.open("ab") as file:
        if not _take(file, wait=False):
            waiting()
            while not _take(file, wait=True):
                pass
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO, *, wait: bool) -> bool:
        # Waits for ten seconds at most.
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: BinaryIO, *, wait: bool) -> bool:
        # A lock of this process alone: one of flock would live on in the processes that it forks.
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
