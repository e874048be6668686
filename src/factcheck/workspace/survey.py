"""What the source files of a project look like at a moment, and what has changed since an index was built."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from factcheck.config import Config
from factcheck.errors import ConfigError
from factcheck.lean.record import NamedTuple, dataclass, replace
from factcheck.readers.notes import NAME
from factcheck.readers.unread import way_out
from factcheck.rules import codes
from factcheck.store.protocol import FileState, Known
from factcheck.text.wording import is_remote
from factcheck.workspace.files import Found, Walked, content_hash, expression, walk
from factcheck.workspace.noted import Digests

# A file that changed less than this before it was looked at may change again within the same tick of a coarse clock
# (2 s on FAT) and keep its time, so its content is compared too. After git's "racy" entries.
RACY_NS = 2_000_000_000
# A file as `repr` writes it, which every start does thousands of times, in a third of the time.
FOUND = f"Found({', '.join(f'{name}=%r' for name in Found._fields)})"


class Changes(NamedTuple):
    """What is to be done to an index: files to read, files to drop, files whose time alone is new."""

    read: tuple[Found, ...] = ()
    drop: tuple[str, ...] = ()
    touch: tuple[FileState, ...] = ()


@dataclass(frozen=True, slots=True)
class Scan:
    """The files of a project with their sizes and times, as they were at `taken_ns`."""

    root: Path
    walked: Walked
    notes: Digests
    taken_ns: int

    @property
    def files(self) -> tuple[Found, ...]:
        return self.walked.files

    def remarks(self) -> Iterator[str]:
        """What the user should know of the patterns and of notes of addresses, whatever the index says."""
        for path in self.walked.outside:
            yield f"{path}: {codes.SOURCE_LEFT_OUT} is a link out of the project; name the place it leads to"
        for pattern in self.walked.idle:
            yield f"no file matches {pattern!r} of [library] sources"
        yield from self.notes.idle_addresses(file.path for file in self.files)

    def mark(self) -> str:
        """The same for two scans that saw the same files with the same sizes, times and notes."""
        notes = sorted({self.notes.of(file.path) for file in self.files})
        files = ", ".join(map(FOUND.__mod__, self.files)) + ("," if len(self.files) == 1 else "")
        return blake2b(f"(({files}), {notes!r})".encode(), digest_size=16).hexdigest()

    def is_as(self, mark: str, taken_ns: int) -> bool:
        """Whether nothing has changed since another scan, with no doubt left by any file's time."""
        settled = all(max(file.modified_ns, file.changed_ns) < taken_ns - RACY_NS for file in self.files)
        return settled and self.mark() == mark

    def changes(self, known: Known | None, *, thorough: bool = False) -> Changes:
        """What differs from an index's files; everything, where there is no index. thorough: go by content alone."""
        if known is None:
            return Changes(self.files)
        read, touch = [], []
        for file in self.files:
            state = known.get(file.path)
            if state is None or state.notes != self.notes.of(file.path) or self._differs(file, state, thorough):
                read.append(file)
            elif file != state[:5]:
                touch.append(FileState(*file, self.taken_ns, *state[6:]))
        drop = sorted(known.keys() - {file.path for file in self.files})
        return Changes(tuple(read), tuple(drop), tuple(touch))

    def _differs(self, file: Found, state: FileState, thorough: bool) -> bool:
        """Whether a file's content is another; it is looked at only if size, times and inode leave a doubt."""
        same = file == state[:5]
        # What lies elsewhere is not fetched to be compared: its store says whether it is another.
        if is_remote(file.path):
            return not same or not state.hash
        if same and not thorough and max(file.modified_ns, file.changed_ns) < state.checked_ns - RACY_NS:
            return False
        try:
            return content_hash((self.root / file.path).read_bytes()) != state.hash
        except OSError:
            return not same


def is_source(path: str) -> bool:
    """Whether a file that a pattern takes can be a source: neither what states of them nor of a format not read."""
    name = path.rpartition("/")[2]
    # As PurePosixPath.suffix, which takes ten times as long.
    before, point, suffix = name.rpartition(".")
    return name != NAME and not (before and suffix and way_out(point + suffix))


def counts(config: Config, path: str) -> bool:
    """Whether a file, wherever one stands, is among the sources of a project."""
    place = inside(config, path)
    return matches(config.sources, place) and not matches(config.exclude, place)


def inside(config: Config, path: str) -> str:
    """A file as patterns name it: from the project's folder, with forward slashes."""
    return os.path.relpath(path, config.root).replace(os.sep, "/")


def matches(patterns: Sequence[str], path: str) -> bool:
    """Whether one of some patterns names a file."""
    return any(expression(pattern).fullmatch(path) for pattern in patterns)


def scan(config: Config) -> Scan:
    """Look at the files of a project. Raises ConfigError where there are none."""
    taken_ns = time.time_ns()
    walked = walk(config.root, config.sources, config.exclude)
    walked = replace(walked, files=tuple(file for file in walked.files if is_source(file.path)))
    if not walked.files:
        raise ConfigError(config.path, f"no file matches sources = {list(config.sources)}")
    return Scan(config.root, walked, Digests(config.root), taken_ns)
