"""Finds the files that patterns name, with their size and time, in one walk that a library of thousands can afford."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from factcheck.errors import InputError
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple, dataclass
from factcheck.text.wording import is_remote

# The characters that make a part of a pattern more than a name.
MAGIC = re.compile(r"[*?\[]")
# A character class of a pattern: "[a-z]", "[!a-z]", "[]x]".
CLASS = re.compile(r"\[(!?)(\]?[^\]/]*)\]")


class Found(NamedTuple):
    """A file by its path from the project's folder, with forward slashes, and what tells it from another content."""

    path: str
    size: int
    modified_ns: int
    changed_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class Walked:
    """What patterns name, and what they do not.

    outside: links that lead out of the project, which are not followed
    idle: patterns in whose folders no pattern names a file
    """

    files: tuple[Found, ...]
    outside: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()


def find(root: Path, patterns: Iterable[str], exclude: Sequence[str] = ()) -> tuple[Found, ...]:
    """The files below `root` that some pattern and no pattern of `exclude` matches, each once, by path.

    `*`, `?` and `[…]` match within a name, `**` any number of folders. Names that begin with a point are matched
    only by a part that begins with one, too. A pattern may climb out of the project, `../archive/*.txt`; a link not.
    """
    return walk(root, patterns, exclude).files


def walk(root: Path, patterns: Iterable[str], exclude: Sequence[str] = ()) -> Walked:
    """As `find`, with what was passed by."""
    out = [expression(pattern) for pattern in exclude]
    found: dict[str, Found] = {}
    outside: set[str] = set()
    used: dict[str, bool] = {}
    for pattern in patterns:
        files = _remote(pattern) if is_remote(pattern) else _Walk(root, pattern, outside).files()
        own = {file.path: file for file in files if not any(e.fullmatch(file.path) for e in out)}
        found |= own
        used[pattern] = bool(own)
    busy = {_folder(pattern) for pattern in used if used[pattern]}
    idle = tuple(pattern for pattern in used if _folder(pattern) not in busy)
    return Walked(tuple(sorted(found.values())), tuple(sorted(outside)), idle)


def _remote(pattern: str) -> Iterator[Found]:
    from factcheck.workspace import remote

    return remote.find(pattern)


def read_file(root: Path, path: str) -> bytes:
    """The bytes of a file of a project, wherever it lies. Raises InputError, and OSError for one that has a path."""
    if not is_remote(path):
        return (root / path).read_bytes()
    from factcheck.workspace import remote

    return remote.read(path)


def _folder(pattern: str) -> str:
    return pattern.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class _Walk:
    """One pattern on its way through the folders; links that lead out are put into a set."""

    root: Path
    pattern: str
    outside: set[str]

    def files(self) -> Iterator[Found]:
        parts = self.pattern.split("/")
        fixed = next((place for place, part in enumerate(parts) if MAGIC.search(part)), len(parts) - 1)
        wanted, deep = expression(self.pattern), "**" in parts
        folders = [("/".join(parts[:fixed]), fixed)]
        home = os.path.realpath(self.root / folders[0][0] if ".." in parts else self.root)
        if self._leads_out(folders[0][0], home):
            return
        while folders:
            folder, depth = folders.pop()
            for entry in _without_trappings(_entries(self.root / folder if folder else self.root)):
                path = _checked(f"{folder}/{entry.name}" if folder or depth else entry.name)
                named = wanted.fullmatch(path) is not None
                inner = (deep or depth < len(parts) - 1) and _is_folder(entry, self.pattern)
                if (named or inner) and entry.is_symlink() and self._leads_out(path, home):
                    continue
                if named and entry.is_file():
                    status = entry.stat()
                    yield Found(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, entry.inode())
                elif inner:
                    folders.append((path, depth + 1))

    def _leads_out(self, path: str, home: str) -> bool:
        real = os.path.realpath(self.root / path)
        leads = real != home and not real.startswith(home.rstrip(os.sep) + os.sep)
        if leads:
            self.outside.add(path)
        return leads


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:  # a folder that is not there or not ours to see holds no sources
        return []


def _without_trappings(entries: list[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
    """What lies in a folder, but for the folders that browsers save beside a page with its scripts and adverts."""
    names = {entry.name for entry in entries}
    for entry in entries:
        page = entry.name.removesuffix("_files")
        if page == entry.name or names.isdisjoint((f"{page}.html", f"{page}.htm")):
            yield entry


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


def content_hash(data: bytes) -> str:
    """The hash by which a changed file is known."""
    return blake2b(data, digest_size=16).hexdigest()
