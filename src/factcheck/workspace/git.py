"""Asks git which files it keeps, and what has changed in them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from factcheck.errors import InputError
from factcheck.lean import regex as re

# The head of a hunk of a diff: the first new line and how many there are.
HUNK = re.compile(r"^@@ -[\d,]+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
ALL_LINES = range(1, 2**31)


def tracked(folder: Path, names: Sequence[str]) -> set[str] | None:
    """Which of some files, named from a folder, git keeps; None where there is no git or none of its folders."""
    listed = _asked(folder, "ls-files", "-z", "--", *names)
    return None if listed is None else set(listed.split("\0")) & set(names)


def kept(folder: Path) -> list[str] | None:
    """The files in a folder and those below it that git keeps or would keep, named from it; None as above."""
    listed = _asked(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return None if listed is None else list(dict.fromkeys(filter(None, listed.split("\0"))))


def changed_lines(folder: Path, revision: str, paths: Sequence[str]) -> dict[str, Sequence[range]]:
    """The lines of files that are new or changed since a revision, or since the branch of a folder left it.

    A file that git does not keep is new as a whole; one that is as it was has no lines. Raises InputError where there
    is no git, or no such revision.
    """
    base = _base(folder, revision)
    top = Path((_asked(folder, "rev-parse", "--show-toplevel") or "").rstrip("\n"))
    names = {path: _named_from(top, path) for path in paths}
    known = tracked(top, [name for name in names.values() if not name.startswith("..")]) or set()
    listed = (_asked(top, "diff", "--name-only", "-z", base, "--", *known) or "") if known else ""
    changed = {name: _changed(top, base, name) for name in filter(None, listed.split("\0"))}
    return {path: changed.get(name, []) if name in known else [ALL_LINES] for path, name in names.items()}


def _named_from(top: Path, path: str) -> str:
    return os.path.relpath(os.path.realpath(path), os.path.realpath(top)).replace(os.sep, "/")


def _changed(top: Path, base: str, name: str) -> Sequence[range]:
    hunks = _asked(top, "diff", "--no-ext-diff", "--no-color", "--text", "--unified=0", base, "--", name) or ""
    return [lines for hunk in HUNK.finditer(hunks) if (lines := _lines(hunk))]


def _base(folder: Path, revision: str) -> str:
    """The commit to compare with: where the current one and a revision parted."""
    commit = _asked(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise InputError(f"git knows no revision {revision!r} here")
    return (_asked(folder, "merge-base", commit.strip(), "HEAD") or commit).strip()


def _lines(hunk: re.Match[str]) -> range:
    """The new lines of a hunk; none where lines were only taken away."""
    start = int(hunk[1])
    return range(start, start + int(hunk[2] or 1))


def _asked(folder: Path, *arguments: str) -> str | None:
    """What git says in a folder; None where it says nothing."""
    if not any((place / ".git").exists() for place in (folder.absolute(), *folder.absolute().parents)):
        return None
    import subprocess

    with suppress(OSError):
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
        return os.fsdecode(done.stdout) if done.returncode == 0 else None
    return None
