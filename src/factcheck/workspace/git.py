"""Asks git which files it keeps, and what has changed in them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path


def tracked(folder: Path, names: Sequence[str]) -> set[str] | None:
    """Which of some files, named from a folder, git keeps; None where there is no git or none of its folders."""
    listed = _asked(folder, "ls-files", "-z", "--", *names)
    return None if listed is None else set(listed.split("\0")) & set(names)


def kept(folder: Path) -> list[str] | None:
    """The files in a folder and those below it that git keeps or would keep, named from it; None as above."""
    listed = _asked(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return None if listed is None else list(dict.fromkeys(filter(None, listed.split("\0"))))


def _asked(folder: Path, *arguments: str) -> str | None:
    """What git says in a folder; None where it says nothing."""
    if not any((place / ".git").exists() for place in (folder.absolute(), *folder.absolute().parents)):
        return None
    import subprocess

    with suppress(OSError):
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
        return os.fsdecode(done.stdout) if done.returncode == 0 else None
    return None
