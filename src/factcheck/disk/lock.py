"""Lets one process at a time build an index or change a file; the system takes a lock back when a process dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from factcheck.disk.closing import Closing


class NoLocksError(OSError):
    """The file system has no locks."""


class Lock(Closing):
    """The lock that a file stands for. Raises OSError where the file cannot be made; a link is not followed."""

    def __init__(self, path: Path) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        self._file = os.fdopen(os.open(path, flags, 0o600), "rb+")

    def close(self) -> None:
        self._file.close()

    def take(self, *, wait: bool) -> bool:
        """Whether the lock is ours now. Raises NoLocksError."""
        try:
            while not _take(self._file, wait=wait):
                if not wait:
                    return False
        except OSError as error:
            raise NoLocksError(error.errno, error.strerror) from error
        return True


@contextmanager
def alone_in(folder: Path, *, wait: bool = True) -> Iterator[bool]:
    """Hold the lock of a folder, and tell whether it is held: some file systems have no locks."""
    handle = _open_folder(folder)
    try:
        yield handle is not None and _take_folder(handle, wait=wait)
    finally:
        if handle is not None:
            os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO, *, wait: bool) -> bool:
        # Waits for ten seconds at most.
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _open_folder(folder: Path) -> int | None:
        # A folder cannot be opened there: a file beside the system's temporary ones stands for it.
        import tempfile
        from hashlib import blake2b

        name = blake2b(os.fsencode(folder.resolve()), digest_size=8).hexdigest()
        return os.open(Path(tempfile.gettempdir()) / f"factcheck-{name}.lock", os.O_RDWR | os.O_CREAT)

    def _take_folder(handle: int, *, wait: bool) -> bool:
        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
            else:
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

    def _open_folder(folder: Path) -> int | None:
        try:
            return os.open(folder, os.O_RDONLY)
        except PermissionError:  # a folder that may be written but not listed
            return None

    def _take_folder(handle: int, *, wait: bool) -> bool:
        # Only flock takes what is not open for writing, as no folder is. Nothing is forked while it is held.
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except OSError:
            return False
        return True
