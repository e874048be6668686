"""Where the index of a project is kept: in its own folder `.factcheck`, or beside the system's temporary files."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

FOLDER = ".factcheck"
INDEX = "index.sqlite"
LOCK = "lock"
# What a version control system is told of the folder, by the folder itself.
IGNORED = "# Made by factcheck; safe to delete at any time.\n*\n"


def kept(root: Path) -> Path:
    """The index of a project where it is kept if it can be."""
    return root / FOLDER / INDEX


def writable(root: Path, say: Callable[[str], None]) -> Path:
    """A place where the index of a project can be written: its own, or a temporary one, which is then said."""
    index = kept(root)
    try:
        index.parent.mkdir(exist_ok=True)
        (index.parent / LOCK).open("ab").close()
        if not (index.parent / ".gitignore").exists():
            (index.parent / ".gitignore").write_text(IGNORED, encoding="utf-8")
    except OSError as error:
        index = _temporary(root)
        say(f"{root / FOLDER} cannot be written ({error.strerror}); the index is kept in {index.parent} for now")
    return index


def _temporary(root: Path) -> Path:
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


def _private(folder: Path) -> bool:
    """Whether a folder is a real one, ours, and closed to others."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        return False
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o077)
