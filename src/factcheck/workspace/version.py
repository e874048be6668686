"""Says which version of the tool understood the files of an index: another may understand them otherwise."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from factcheck import __version__
from factcheck.store.schema import VERSION

PACKAGE = Path(__file__).parent.parent
# The rooms that come after extraction: what they do is in no index. A test holds this against docs/design.md.
LATER = frozenset(
    "workspace match quotations variants who conflicts verify lookup report export desk services cli".split()
)
CACHE = frozenset({"__pycache__"})
# Those of them that hold the files of a library against each other: what they find is kept beside the index.
JUDGING = frozenset("match quotations who conflicts".split())
# Those that have a part in what is said of a draft.
DECIDING = JUDGING | {"variants", "verify"}

EXTRAS = ("pypdfium2", "trafilatura")

# Set while factcheck itself is being developed, this keeps an index that older code has made.
KEEP = "FACTCHECK_KEEP_INDEX"


@cache
def version() -> str:
    """The version of the tool and its tables, and in a checkout, where code changes without them, of the code."""
    return f"{__version__}, tables {VERSION}{_extras()}{_mark(LATER)}"


@cache
def judging() -> str:
    """The same for what is found by holding files against each other, which more of the code has a part in."""
    return f"{version()}, judged by {_mark(LATER - JUDGING)}"


@cache
def naming() -> str:
    """The same for the names that passages write."""
    return f"{version()}, named by {_mark(LATER - {'variants'})}"


@cache
def verdicts() -> str:
    """The same for what is said of drafts."""
    return f"{version()}, decided by {_mark(LATER - DECIDING)}"


def _extras() -> str:
    """The extras that read what is else left out: with another one, an index is another."""
    return "".join(f", {name}" for name in EXTRAS if find_spec(name))


def _mark(ignored: frozenset[str]) -> str:
    """A mark of the code and word tables, but for some rooms: changed ones may find other things."""
    if os.environ.get(KEEP) or not (PACKAGE.parents[1] / ".git").exists():
        return ""
    counted = sorted(files for room, files in _rooms().items() if room not in ignored)
    return f", code {blake2b(repr(counted).encode(), digest_size=8).hexdigest()}"


@cache
def _rooms() -> dict[str, list[tuple[str, int, int]]]:
    """Every file by name, size and time, under its room; looked up once for all marks."""
    return {entry.name: sorted(_files(entry)) for entry in _entries(PACKAGE)}


def _files(entry: os.DirEntry[str]) -> Iterator[tuple[str, int, int]]:
    if entry.is_dir():
        for inner in _entries(entry):
            yield from _files(inner)
    elif not entry.name.endswith(".pyc"):
        status = entry.stat()
        yield entry.name, status.st_size, status.st_mtime_ns


def _entries(folder: os.PathLike[str]) -> list[os.DirEntry[str]]:
    try:
        return [entry for entry in os.scandir(folder) if entry.name not in CACHE]
    except OSError:  # the package is not in a folder
        return []
