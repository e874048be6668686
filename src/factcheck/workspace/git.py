"""Asks git which files it keeps."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path


def tracked(folder: Path, names: Sequence[str]) -> set[str] | None:
    """Which of some files, named from a folder, git keeps; None where there is no git or none of its folders."""
    if not any((place / ".git").exists() for place in (folder.absolute(), *folder.absolute().parents)):
        return None
    import subprocess

    with suppress(OSError):
        command = ["git", "ls-files", "-z", "--", *names]
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        return set(os.fsdecode(done.stdout).split("\0")) & set(names) if done.returncode == 0 else None
    return None
