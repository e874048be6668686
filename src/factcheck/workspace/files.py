"""Finds the files that patterns name, with their size and time, in one walk that a library of thousands can afford."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import InputError

# The characters that make a part of a pattern more than a name.
MAGIC = re.compile(r"[*?\[]")
# A character class of a pattern: "[a-z]", "[!a-z]", "[]x]".
CLASS = re.compile(r"\[(!?)(\]?[^\]/]*)\]")


class Found(NamedTuple):
    """A file by its path from the project's folder, with forward slashes."""

    path: str
    size: int
    modified_ns: int


def find(root: Path, patterns: Iterable[str], exclude: Sequence[str] = ()) -> list[Found]:
    """The files below `root` that some pattern and no pattern of `exclude` matches, each once, by path.

    `*`, `?` and `[…]` match within a name, `**` any number of folders. Names that begin with a point are matched
    only by a part that begins with one, too. A pattern may climb out of the project: `../archive/*.txt`.
    """
    out = [expression(pattern) for pattern in exclude]
    found = {file.path: file for pattern in patterns for file in _walk(root, pattern)}
    return sorted(file for file in found.values() if not any(e.fullmatch(file.path) for e in out))


def _walk(root: Path, pattern: str) -> Iterator[Found]:
    parts = pattern.split("/")
    fixed = next((place for place, part in enumerate(parts) if MAGIC.search(part)), len(parts) - 1)
    wanted = expression(pattern)
    deep = "**" in parts
    folders = [("/".join(parts[:fixed]), fixed)]
    while folders:
        folder, depth = folders.pop()
        for entry in _entries(root / folder if folder else root):
            path = _checked(f"{folder}/{entry.name}" if folder or depth else entry.name)
            if wanted.fullmatch(path) and entry.is_file():
                status = entry.stat()
                yield Found(path, status.st_size, status.st_mtime_ns)
            elif (deep or depth < len(parts) - 1) and _is_folder(entry, pattern):
                folders.append((path, depth + 1))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:  # a folder that is not there or not ours to see holds no sources
        return []


def _checked(path: str) -> str:
    """A path that can be written down. Raises InputError for a name that is not in the system's encoding."""
    try:
        if not path.isascii():
            path.encode()
    except UnicodeEncodeError:
        raise InputError(f"{path!r}: the name is not UTF-8; rename the file or exclude its folder") from None
    return path


def _is_folder(entry: os.DirEntry[str], pattern: str) -> bool:
    """Whether to look inside; a link to a folder is followed only by a pattern that cannot go round in circles."""
    if entry.name.startswith(".") and f"/{entry.name}/" not in f"/{pattern}":
        return False
    return entry.is_dir(follow_symlinks="**" not in pattern)


@lru_cache(maxsize=256)
def expression(pattern: str) -> re.Pattern[str]:
    """A pattern as the expression that a path must match in full."""
    *folders, name = f"{pattern}/*".split("/") if pattern.endswith("**") else pattern.split("/")
    written = [r"(?:(?!\.)[^/]+/)*" if part == "**" else _part(part) + "/" for part in folders]
    return re.compile("".join(written) + _part(name))


def _part(part: str) -> str:
    """One name of a pattern as an expression."""
    written, place = "" if part.startswith(".") else r"(?!\.)", 0
    while place < len(part):
        group = CLASS.match(part, place)
        if group and group[2]:
            inside = group[2].replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace("^", "\\^")
            written += f"[{'^/' if group[1] else ''}{inside}]"
            place = group.end()
            continue
        written += {"*": "[^/]*", "?": "[^/]"}.get(part[place]) or re.escape(part[place])
        place += 1
    return written
