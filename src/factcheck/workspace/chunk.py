"""What a worker of a cluster is given, and what it does with it: files of a project that it sees as well."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

from factcheck.errors import InputError
from factcheck.lean.record import NamedTuple
from factcheck.text.wording import is_remote
from factcheck.workspace.noted import Digests
from factcheck.workspace.reader_beside import ReaderBeside
from factcheck.workspace.version import version

# The process that reads for each thread of a worker, which stays from one chunk to the next.
OWN = threading.local()


class Part(NamedTuple):
    """A file as it was found where the index is built; notes: the hash of what `sources.toml` says of it."""

    path: str
    size: int
    modified_ns: int
    notes: str


class Chunk(NamedTuple):
    """Files that are read together. version: of the tool that builds, which the worker must have as well"""

    root: str
    version: str
    parts: tuple[Part, ...]


class Answer(NamedTuple):
    """What was read, as lots, and the files that are not the same for this worker."""

    lots: tuple[bytes, ...]
    unseen: tuple[str, ...] = ()


def read_chunk(chunk: Chunk) -> Answer:
    """Read what is seen here as it is where the index is built.

    Raises ConfigError for a `sources.toml` that cannot be used, InputError for another version of the tool.
    """
    if version() != chunk.version:
        raise InputError(
            f"the worker on {socket.gethostname()} has factcheck {version()}, this is {chunk.version}:"
            " an index is read by one version"
        )
    notes = Digests(Path(chunk.root))
    seen = [part.path for part in chunk.parts if _is_seen(part, Path(chunk.root), notes)]
    unseen = tuple(part.path for part in chunk.parts if part.path not in seen)
    try:
        return Answer(tuple(_reader().read(Path(chunk.root), seen)) if seen else (), unseen)
    except OSError:  # this machine has no room for another process, or no descriptors
        return Answer((), tuple(part.path for part in chunk.parts))


def _is_seen(part: Part, root: Path, notes: Digests) -> bool:
    try:
        if is_remote(part.path):
            from factcheck.workspace import remote

            return (*remote.look(part.path)[:3], notes.of(part.path)) == part
        status = (root / part.path).stat()
        return (status.st_size, status.st_mtime_ns, notes.of(part.path)) == part[1:]
    except (OSError, InputError):
        return False


def _reader() -> ReaderBeside:
    known: ReaderBeside | None = getattr(OWN, "reader", None)
    if known is None:
        known = OWN.reader = ReaderBeside()
    return known
