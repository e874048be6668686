"""Reads source files, in processes of their own where they are many, and survives those that cannot be read."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import ConfigError, FactcheckError, InputError, StoreError
from factcheck.lean.record import NamedTuple, replace
from factcheck.store.parcel import NOTHING, Parcel
from factcheck.store.protocol import FileState
from factcheck.text.wording import is_remote
from factcheck.workspace.files import content_hash, read_file
from factcheck.workspace.noted import notes_for
from factcheck.workspace.patience import A_BYTE, A_FILE, OverdueError, within
from factcheck.workspace.processes import can_be_many, processors, uninterrupted, workers

if TYPE_CHECKING:
    from factcheck.extract.reading import Reading
    from factcheck.workspace.files import Found
    from factcheck.workspace.survey import Scan

# So few bytes are read here: they exhaust no memory, and another process costs more than it saves.
HARMLESS = 100_000
# A process may be killed for another reason than its file, which is at fault when that happens to it alone, so often.
DEATHS = 2
# Below this many bytes a second process costs more than it saves.
WORTH_A_PROCESS = 300_000
# Files that travel to a process together, and how many such lots a process is given ahead.
CHUNK = 16
AHEAD = 3
OVERDUE = "reading it does not come to an end; it is left out"
KILLED = "reading it ended the process that read it; it is left out"


class Read(NamedTuple):
    """A file as it was read; `problem` says why there is nothing of it. aside: see `store.protocol.FileState`"""

    path: str
    hash: str
    parcel: Parcel = NOTHING
    problem: str = ""
    warnings: str = ""
    aside: int = 0

    def state(self, file: Found, seen: Scan) -> FileState:
        """What an index is to know of the file, which was seen before it was read."""
        notes = seen.notes.of(file.path)
        return FileState(*file, seen.taken_ns, self.hash, notes, self.problem, self.warnings, self.aside)


def read_all(root: Path, paths: Sequence[str], jobs: int) -> Iterator[Read]:
    """All files in their order, read by so many processes beside this one, or by this one.

    A file that takes a process beside this one down with it is left out, and says so.
    """
    if jobs < 1 or not can_be_many():
        yield from (read_one(root, path) for path in paths)
        return
    from concurrent.futures.process import BrokenProcessPool

    while paths:
        done = 0
        try:
            for read in _read_together(root, paths, jobs):
                yield read
                done += 1
            return
        except BrokenProcessPool:
            # The one at fault is among those that were under way.
            under_way = done + (AHEAD * jobs + 1) * CHUNK
            yield from (_read_apart(root, path) for path in paths[done:under_way])
            paths = paths[under_way:]


def read_one(root: Path, path: str) -> Read:
    """One file. What is wrong with it, or with us, becomes its problem: one file never hides the others.

    Raises ConfigError for a `sources.toml` that cannot be used.
    """
    from factcheck import readers
    from factcheck.extract import read_source
    from factcheck.readers.decode import read_bytes

    digest, place = "", path if is_remote(path) else str(root / path)
    try:
        # Read once: what is hashed is what is understood.
        data = read_file(root, path) if is_remote(path) else read_bytes(root / path)
        digest = content_hash(data)
        with within(A_FILE + A_BYTE * len(data)):
            notes = notes_for(root, path)
            whole = notes is not None and notes.whole(path)
            labelled = notes is not None and notes.labelled(path)
            read = readers.read_data(data, Path(path).suffix, place, whole=whole, labelled=labelled)
            source = replace(read, path=path)
            return _packed(path, digest, read_source(source, notes=notes))
    except ConfigError:
        raise
    except OverdueError:
        return Read(path, digest, problem=OVERDUE)
    except FactcheckError as error:
        return Read(path, digest, problem=str(error).removeprefix(f"{place}: "))
    except OSError as error:
        return Read(path, digest, problem=f"cannot be read: {error.strerror}")
    except Exception as error:
        return Read(path, digest, problem=f"left out by a fault of ours, please report it: {_fault(error)}")


def _packed(path: str, digest: str, reading: Reading) -> Read:
    """A file that was read, ready for the store; what no store can hold is a problem of the file."""
    from factcheck.store.contents import contents
    from factcheck.store.file_rows import packed

    found, warnings = contents(reading), "\n".join(reading.source.warnings)
    try:
        return Read(path, digest, packed(found, path), "", warnings, found.aside)
    except StoreError as error:
        return Read(path, digest, NOTHING, str(error), warnings, found.aside)


def _fault(error: BaseException) -> str:
    """An exception with the place it comes from, in one line."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" in {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}: {error}{where}"


def suitable_jobs(size: int) -> int:
    """How many processes beside this one are worth while for so many bytes."""
    if size < HARMLESS:
        return 0
    return max(1, min(processors(), size // WORTH_A_PROCESS))


def _read_together(root: Path, paths: Sequence[str], jobs: int) -> Iterator[Read]:
    """Read in several processes, a bounded number of files ahead of what has been taken."""
    chunks = (paths[start : start + CHUNK] for start in range(0, len(paths), CHUNK))
    # All of them begin at once: none that has nothing to read.
    with workers(min(jobs, len(paths)), copied=_can_be_copied(paths)) as pool:
        with uninterrupted():
            under_way = deque(pool.submit(_read_some, root, chunk) for chunk in islice(chunks, AHEAD * jobs))
        while under_way:
            yield from under_way.popleft().result()
            under_way.extend(pool.submit(_read_some, root, chunk) for chunk in islice(chunks, 1))


def _can_be_copied(paths: Iterable[str]) -> bool:
    """Whether this process may be: threads of it reach what lies behind an address, and do not live in a copy."""
    return not any(map(is_remote, paths))


def _read_some(root: Path, paths: Sequence[str]) -> list[Read]:
    return [read_one(root, path) for path in paths]


def _read_apart(root: Path, path: str) -> Read:
    from concurrent.futures.process import BrokenProcessPool

    for _ in range(DEATHS):
        with suppress(BrokenProcessPool), workers(1, copied=_can_be_copied([path])) as pool:
            with uninterrupted():
                future = pool.submit(read_one, root, path)
            return future.result()
    return killed(root, path)


def killed(root: Path, path: str) -> Read:
    """What is known of a file that ends whatever reads it."""
    digest = ""
    with suppress(OSError, InputError):  # which may have gone meanwhile
        digest = content_hash(read_file(root, path))
    return Read(path, digest, problem=KILLED)
