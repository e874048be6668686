"""Where the index of a project is kept: in its own folder `.factcheck`, or beside the system's temporary files."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from factcheck.disk.lock import Lock
from factcheck.errors import StoreError
from factcheck.workspace.git import tracked

FOLDER = ".factcheck"
INDEX = "index.sqlite"
SHELF = "conflicts.sqlite"
NAMES = "names.sqlite"
ASKED = "asked.sqlite"
RESULTS = "results.sqlite"
LOCK = "lock"
BUILDING = ".building"
INTERIM = "read.part"
# What a version control system is told of the folder, by the folder itself.
IGNORED = b"# Made by factcheck; safe to delete at any time.\n*\n"


def kept(root: Path) -> Path:
    """The index of a project where it is kept if it can be. Raises StoreError where that would be another's folder."""
    folder = root / FOLDER
    if folder.is_symlink():
        raise StoreError(f"{folder} is a link; an index is kept in the project's own folder: remove the link")
    return folder / INDEX


def writable(root: Path, say: Callable[[str], None]) -> Path:
    """A place where the index of a project can be written: its own, or a temporary one, which is then said."""
    index = kept(root)
    try:
        index.parent.mkdir(mode=0o700, exist_ok=True)
        _close(index.parent)
        Lock(index.parent / LOCK).close()
        with suppress(FileExistsError), (index.parent / ".gitignore").open("xb") as file:
            file.write(IGNORED)
    except OSError as error:
        index = temporary(root)
        say(f"{root / FOLDER} cannot be written ({error.strerror}); the index is kept in {index.parent} for now")
    return index


def temporary(root: Path) -> Path:
    """The same private folder for the same project each time; a new one where another user has taken the name."""
    import tempfile

    name = blake2b(os.fsencode(root.absolute()), digest_size=8).hexdigest()
    folder = Path(tempfile.gettempdir()) / f"factcheck-{name}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if not _private(folder):
            raise PermissionError
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="factcheck-"))
    return folder / INDEX


def is_ours(index: Path) -> bool:
    """Whether an index is a file of this user's, which alone is believed at a glance."""
    try:
        status = index.lstat()
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode) and (not hasattr(os, "getuid") or status.st_uid == os.getuid())


def is_tracked(index: Path) -> bool:
    """Whether git brought an index along: what it says may be anybody's."""
    return bool(tracked(index.parent, [index.name]))


def shelf(index: Path) -> Path | None:
    """Where what is found by holding files against each other is kept, beside their index; None where it cannot be."""
    return _beside(index, SHELF)


def interim(index: Path) -> Path | None:
    """Where what was read is kept until its index is there, beside it; None where it cannot be."""
    return _beside(index, INTERIM)


def results(shelf: Path | None) -> Path | None:
    """Where what was found in drafts is kept, beside the shelf of their library; None where it cannot be."""
    return _beside(shelf, RESULTS) if shelf else None


def names(shelf: Path | None) -> Path | None:
    """Where the names of a library are kept, beside its shelf; None where it cannot be."""
    return _beside(shelf, NAMES) if shelf else None


def asked(shelf: Path | None) -> Path | None:
    """Where the conflicts of some claims are kept, beside the shelf of their library; None where it cannot be."""
    return _beside(shelf, ASKED) if shelf else None


def _beside(index: Path, name: str) -> Path | None:
    """A file beside an index. A file of somebody else's, or one that came with git, is not believed."""
    path = index.with_name(name)
    if os.path.lexists(path):
        return path if is_ours(path) and not is_tracked(path) and os.access(path, os.W_OK) else None
    return path if os.access(index.parent, os.W_OK) else None


def sweep(folder: Path) -> None:
    """Remove what builds that were killed have left, unless one is at work."""
    with suppress(OSError):
        if any(folder.glob(f"*{BUILDING}*")):
            with Lock(folder / LOCK) as lock:
                if lock.take(wait=False):
                    unlink_left(folder)


def unlink_left(folder: Path) -> None:
    """Remove half-built indexes, of which none can be at work."""
    for left in folder.glob(f"*{BUILDING}*"):
        left.unlink(missing_ok=True)


def _private(folder: Path) -> bool:
    """Whether a folder is a real one, ours, and closed to others."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        return False
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o077)


def _close(folder: Path) -> None:
    """Keep others out of a folder of ours: the sources may be confidential."""
    status = folder.stat()
    if hasattr(os, "getuid") and status.st_uid == os.getuid() and status.st_mode & 0o077:
        folder.chmod(0o700)
