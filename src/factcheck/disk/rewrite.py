"""Changes files of the user's: each whole or not at all, and never over what somebody else has written meanwhile."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from factcheck.disk.lock import alone_in
from factcheck.errors import InputError

# How a file is called while it is written beside the one that it replaces.
UNDER_WAY = ".factcheck-"
# What a file holds, None where there is none, to what it shall hold.
Change = Callable[[bytes | None], bytes]


def rewrite(path: Path, change: Change) -> None:
    """Give a file the bytes that `change` makes of its own, which it alone may do meanwhile; a link leads to its file.

    What `change` raises leaves the file as it is. Raises InputError where it cannot be written or has been changed.
    """
    try:
        target = Path(os.path.realpath(path))
        with alone_in(target.parent) as alone:
            if alone:
                _unlink_left(target.parent)
            old = _content(target)
            new = change(old)
            if new != old:
                _replace(path, target, old, new)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from error


def sweep(folders: Iterable[Path]) -> None:
    """Remove what processes that were killed have left in folders, unless somebody is at work there."""
    for folder in folders:
        with suppress(OSError):
            if _left(folder):
                with alone_in(folder, wait=False) as alone:
                    if alone:
                        _unlink_left(folder)


def _left(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        return [Path(entry.path) for entry in entries if entry.name.startswith(UNDER_WAY) and entry.is_file()]


def _unlink_left(folder: Path) -> None:
    with suppress(OSError):
        for left in _left(folder):
            left.unlink(missing_ok=True)


def _content(path: Path) -> bytes | None:
    with suppress(FileNotFoundError):
        return path.read_bytes()
    return None


def _replace(path: Path, target: Path, old: bytes | None, new: bytes) -> None:
    status = target.stat() if old is not None else None
    if status and not (status.st_mode & 0o222 and os.access(target, os.W_OK)):
        raise InputError(f"{path}: is read-only; nothing was written")
    import tempfile

    handle, name = tempfile.mkstemp(prefix=UNDER_WAY, dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        _dress(path, beside, status)
        if _content(target) != old:
            raise InputError(f"{path}: was changed by somebody else meanwhile; nothing was written, try again")
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync(target.parent)


def _dress(path: Path, beside: Path, status: os.stat_result | None) -> None:
    """Give a file the owner and mode of the one that it replaces, or the mode of any new file."""
    if status is None:
        umask = os.umask(0)
        os.umask(umask)
        beside.chmod(0o666 & ~umask)
        return
    own = beside.stat()
    if sys.platform != "win32" and (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
        try:
            os.chown(beside, status.st_uid, status.st_gid)
        except PermissionError:
            raise InputError(f"{path}: belongs to another user, who would lose it; nothing was written") from None
    beside.chmod(stat.S_IMODE(status.st_mode))


def _sync(folder: Path) -> None:
    """Have the new name on the disk, too, where folders can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
