"""Keeps the index of a project fresh: sees what changed, reads that again, puts the new index in the old one's place.

The new index is built beside the old one and moved over it, so that a reader sees the old one or the new one, and a
build that is killed leaves nothing but a file that the next one sweeps away.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from factcheck.config import Config
from factcheck.disk.lock import Lock, NoLocksError
from factcheck.errors import StoreError
from factcheck.lean.record import dataclass
from factcheck.store.build import Builder, FileState, file_number
from factcheck.store.sqlite import SqliteLibrary
from factcheck.workspace import place
from factcheck.workspace.pool import NOTHING, read_all, suitable_jobs
from factcheck.workspace.survey import Changes, Known, Scan, scan
from factcheck.workspace.version import version

# So many bytes take seconds to read: whoever waits is told why.
NOTICEABLE = 2_000_000
MOST_JOBS = 64
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _silent(*_: object) -> None:
    """Says nothing."""


@dataclass(frozen=True, slots=True)
class Order:
    """How to build: what to tell the user, and how.

    say: a remark; progress: bytes read so far and in all; jobs: processes that read, None: as many as are worth while
    rebuild: read every file again; examine: look for damage on every page of the index, which is more than a glance
    """

    say: Callable[[str], None] = _silent
    progress: Callable[[int, int], None] | None = None
    jobs: int | None = None
    rebuild: bool = False
    examine: bool = False


def refresh(config: Config, order: Order) -> tuple[Path, Changes]:
    """A fresh index of a project, and what was done for it. Raises ConfigError without sources, StoreError."""
    seen, index = scan(config), place.kept(config.root)
    for remark in seen.remarks():
        order.say(remark)
    if not (order.rebuild or order.examine) and _is_fresh(index, seen):
        place.sweep(index.parent)
        return index, Changes()
    known, _ = _known(index, order)
    changes = seen.changes(known, thorough=order.examine)
    if known is not None and not any(changes):
        place.sweep(index.parent)
        return index, changes
    return _refreshed(config.root, seen, order)


def _refreshed(root: Path, seen: Scan, order: Order) -> tuple[Path, Changes]:
    """Build alone; where another process is at work and its last index will do, that one."""
    index = place.writable(root, order.say)
    try:
        with Lock(index.parent / place.LOCK) as lock:
            if not lock.take(wait=False) and not (_waits(index, order) and lock.take(wait=True)):
                return index, Changes()
            place.unlink_left(index.parent)
            return index, _build(index, seen, order)
    except NoLocksError as error:
        index = place.temporary(root)
        order.say(f"{root} has no file locks ({error.strerror}); the index is kept in {index.parent} for now")
        return index, _build(index, seen, order)


def _waits(index: Path, order: Order) -> bool:
    """Whether to wait for another process that builds, which is said either way."""
    usable = not order.examine and not order.rebuild and _known(index, order)[0] is not None
    order.say(f"another process is building the index; {'its last one is used' if usable else 'waiting'}")
    return not usable


def _is_fresh(index: Path, seen: Scan) -> bool:
    """Whether an index was built from the very files that were seen; at a glance, since every start asks."""
    try:
        with SqliteLibrary(index) as library:
            meta = library.meta
        return place.is_ours(index) and meta["version"] == version() and seen.is_as(meta["scan"], int(meta["taken_ns"]))
    except (OSError, StoreError, KeyError):
        return False


def _build(index: Path, seen: Scan, order: Order) -> Changes:
    """Build what is still to be done now that nobody else can build."""
    known, reason = _known(index, order)
    changes = seen.changes(known, thorough=order.examine)
    if known is not None and not any(changes):
        return changes
    if reason:
        order.say(f"{reason}; building it anew")
    try:
        _write(index, seen, known, changes, order)
    except sqlite3.DatabaseError as error:
        if known is None or error.sqlite_errorcode not in DAMAGED:
            raise _unwritable(index, str(error)) from error
        order.say("the index is damaged; building it anew")
        _write(index, seen, None, seen.changes(None), order)
    except OSError as error:
        raise _unwritable(index, error.strerror or str(error)) from error
    return changes


def _unwritable(index: Path, problem: str) -> StoreError:
    return StoreError(f"the index cannot be written to {index.parent}: {problem}; it is left as it was")


def _write(index: Path, seen: Scan, known: Known | None, changes: Changes, order: Order) -> None:
    """Write the new index beside the old one and move it there."""
    beside = index.with_name(f"{place.INDEX}.{os.getpid()}{place.BUILDING}")
    try:
        # Made by us, so that nobody else can read it from its first byte on.
        os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        if known is not None:
            import shutil

            shutil.copyfile(index, beside)
        builder = Builder(beside, fresh=known is None)
        try:
            _apply(builder, seen, known or {}, changes, order)
        finally:
            builder.close()
        with beside.open("rb+") as file:
            os.fsync(file)
        beside.replace(index)
    finally:
        beside.unlink(missing_ok=True)


def _apply(builder: Builder, seen: Scan, known: Known, changes: Changes, order: Order) -> None:
    for path in (*changes.drop, *(file.path for file in changes.read if file.path in known)):
        builder.remove(path)
    for state in changes.touch:
        builder.touch(state)
    # In the order of their numbers, in which tables and full-text search grow fastest.
    files = sorted(changes.read, key=lambda file: file_number(file.path))
    total, done = sum(file.size for file in files), 0
    if total > NOTICEABLE and order.progress is None:
        order.say(f"reading {total // 1_000_000} MB of sources, once; the index keeps what is found")
    progress = order.progress or _silent
    progress(0, total)
    jobs = min(MOST_JOBS, suitable_jobs(total) if order.jobs is None else order.jobs)
    for file, read in zip(files, read_all(seen.root, [file.path for file in files], jobs), strict=True):
        notes = seen.notes.of(file.path)
        state = FileState(*file, seen.taken_ns, read.hash, notes, read.problem, read.warnings, read.contents.aside)
        try:
            builder.add(state, read.contents)
        except StoreError as error:
            builder.add(state._replace(problem=str(error)), NOTHING)
        done += file.size
        progress(done, total)
    builder.finish(
        {"version": version(), "scan": seen.mark(), "taken_ns": str(seen.taken_ns)},
        seen.notes.idle(file.path for file in seen.files),
    )


def _known(index: Path, order: Order) -> tuple[Known | None, str]:
    """The files of an index that can be used; otherwise None, and why if there is one that cannot."""
    if not place.is_ours(index):
        return None, "the index is another user's" if os.path.lexists(index) else ""
    if place.is_tracked(index):
        return None, "the index came with git, which should ignore it (git rm --cached)"
    try:
        with SqliteLibrary(index) as library:
            if library.meta.get("version") != version():
                return None, "the index was made by another version of factcheck"
            if order.rebuild:
                return None, ""
            if order.examine:
                library.examine()
            return library.files(), ""
    except FileNotFoundError:  # it was deleted this moment
        return None, ""
    except StoreError:
        return None, "the index is damaged"
