"""Keeps the index of a project fresh: sees what changed, reads that again, puts the new index in the old one's place.

The new index is built beside the old one and moved over it, so that a reader sees the old one or the new one, and a
build that is killed leaves nothing but a file that the next one sweeps away.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from factcheck.config import Config
from factcheck.errors import ConfigError, StoreError
from factcheck.store.build import Builder, FileState, file_number
from factcheck.store.sqlite import SqliteLibrary
from factcheck.workspace import place
from factcheck.workspace.files import Found, find
from factcheck.workspace.lock import locked
from factcheck.workspace.noted import Digests
from factcheck.workspace.reading import NOTHING, content_hash, read_all, suitable_jobs
from factcheck.workspace.version import version

BUILDING = ".building"
# A file that changed less than this before it was looked at may change again within the same tick of a coarse clock
# (2 s on FAT) and keep its time, so its content is compared too. After git's "racy" entries.
RACY_NS = 2_000_000_000
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

Known = Mapping[str, FileState]


def _silent(*_: object) -> None:
    """Says nothing."""


@dataclass(frozen=True, slots=True)
class Order:
    """How to build: what to tell the user, and how.

    say: a remark; progress: bytes read so far and in all; jobs: processes, None for as many as are worth while
    """

    say: Callable[[str], None] = _silent
    progress: Callable[[int, int], None] = _silent
    jobs: int | None = None
    rebuild: bool = False


class Changes(NamedTuple):
    """What is to be done to an index: files to read, files to drop, files whose time alone is new."""

    read: tuple[Found, ...]
    drop: tuple[str, ...] = ()
    touch: tuple[FileState, ...] = ()


def refresh(config: Config, order: Order) -> tuple[Path, Changes]:
    """A fresh index of a project, and what was done for it. Raises ConfigError without sources, StoreError."""
    files = find(config.root, config.sources, config.exclude)
    if not files:
        raise ConfigError(config.path, f"no file matches sources = {list(config.sources)}")
    index = place.kept(config.root)
    known, _ = _known(index, order)
    changes = _changes(config.root, files, known)
    if known is None or any(changes):
        index = place.writable(config.root, order.say)
        with locked(index.parent / place.LOCK, lambda: order.say("another process is building the index; waiting")):
            changes = _build(config.root, index, files, order)
    return index, changes


def _build(root: Path, index: Path, files: Sequence[Found], order: Order) -> Changes:
    """Build what is still to be done now that nobody else can build."""
    known, reason = _known(index, order)
    changes = _changes(root, files, known)
    if known is not None and not any(changes):
        return changes
    if reason:
        order.say(f"{reason}; building it anew")
    for left in index.parent.glob(f"*{BUILDING}"):
        left.unlink()
    try:
        _write(root, index, known, changes, order)
    except sqlite3.DatabaseError as error:
        if known is None or error.sqlite_errorcode not in DAMAGED:
            raise StoreError(f"the index cannot be written to {index.parent}: {error}; it is left as it was") from error
        order.say("the index is damaged; building it anew")
        _write(root, index, None, _changes(root, files, None), order)
    except OSError as error:
        problem = error.strerror or error
        raise StoreError(f"the index cannot be written to {index.parent}: {problem}; it is left as it was") from error
    return changes


def _write(root: Path, index: Path, known: Known | None, changes: Changes, order: Order) -> None:
    """Write the new index beside the old one and move it there."""
    beside = index.with_name(f"{place.INDEX}.{os.getpid()}{BUILDING}")
    try:
        if known is not None:
            shutil.copyfile(index, beside)
        builder = Builder(beside, fresh=known is None)
        try:
            _apply(root, builder, known or {}, changes, order)
        finally:
            builder.close()
        with beside.open("rb+") as file:
            os.fsync(file)
        beside.replace(index)
    finally:
        beside.unlink(missing_ok=True)


def _apply(root: Path, builder: Builder, known: Known, changes: Changes, order: Order) -> None:
    for path in (*changes.drop, *(file.path for file in changes.read if file.path in known)):
        builder.remove(path)
    for state in changes.touch:
        builder.touch(state)
    # In the order of their numbers, in which tables and full-text search grow fastest.
    files = sorted(changes.read, key=lambda file: file_number(file.path))
    total, done, checked = sum(file.size for file in files), 0, time.time_ns()
    jobs, notes = order.jobs or suitable_jobs(total), Digests(root)
    for file, read in zip(files, read_all(root, [file.path for file in files], jobs), strict=True):
        state = FileState(*file, checked, read.hash, notes.of(file.path), read.problem, read.warnings)
        try:
            builder.add(state, read.contents)
        except StoreError as error:
            builder.add(state._replace(problem=str(error)), NOTHING)
        done += file.size
        order.progress(done, total)
    builder.finish({"version": version()})


def _known(index: Path, order: Order) -> tuple[Known | None, str]:
    """The files of an index that can be used; otherwise None, and why if there is one that cannot."""
    if not index.exists():
        return None, ""
    try:
        with SqliteLibrary(index) as library:
            if library.meta.get("version") != version():
                return None, "the index was made by another version of factcheck"
            return (None if order.rebuild else library.files()), ""
    except StoreError:
        return None, "the index is damaged"


def _changes(root: Path, files: Sequence[Found], known: Known | None) -> Changes:
    """What differs between the files on disk and in the index; everything, where there is no index."""
    if known is None:
        return Changes(tuple(files))
    notes = Digests(root)
    read, touch = [], []
    for file in files:
        state = known.get(file.path)
        if state is None or state.notes != notes.of(file.path) or _differs(root, file, state):
            read.append(file)
        elif (file.size, file.modified_ns) != state[1:3]:
            touch.append(state._replace(size=file.size, modified_ns=file.modified_ns, checked_ns=time.time_ns()))
    drop = sorted(known.keys() - {file.path for file in files})
    return Changes(tuple(read), tuple(drop), tuple(touch))


def _differs(root: Path, file: Found, state: FileState) -> bool:
    """Whether a file's content is another; its content is looked at only if its size or time leave a doubt."""
    same = (file.size, file.modified_ns) == (state.size, state.modified_ns)
    if same and file.modified_ns < state.checked_ns - RACY_NS:
        return False
    try:
        return content_hash(root / file.path) != state.hash
    except OSError:
        return not same
