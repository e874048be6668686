"""Reads the files of a build by a cluster: they go out in chunks and come back as finished rows, in their order, so
that the index is as one process makes it.

What no worker can read, or what one does not see as it is seen here, is read here: a lost worker costs no file.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from factcheck.disk.closing import Closing
from factcheck.errors import InputError
from factcheck.text.wording import counted
from factcheck.workspace import lots
from factcheck.workspace.chunk import Answer, Chunk, Part
from factcheck.workspace.cluster import Cluster, LostError, connected
from factcheck.workspace.files import Found
from factcheck.workspace.kept_lots import KeptLots
from factcheck.workspace.pool import Read
from factcheck.workspace.reader_beside import ReaderBeside
from factcheck.workspace.survey import Scan
from factcheck.workspace.version import version

# So many bytes are a second of work: a lost worker costs little more, and messages are few.
CHUNK = 150_000
# Seconds that a scheduler that was lost is waited for, and between two looks.
RETURN, LOOK = 60.0, 1.0


class ClusterReader(Closing):
    """Reads files of a project. kept: where what was read is kept until the index is there, if it must be"""

    def __init__(self, cluster: Cluster, seen: Scan, kept: Path | None, say: Callable[[str], None]) -> None:
        self._cluster, self._seen, self._say = cluster, seen, say
        self._kept = KeptLots(kept)
        self._here = ReaderBeside()
        self._unseen = self._given_up = 0

    def read(self, files: Sequence[Found]) -> Generator[Read, None, None]:
        """All files, in their order. Raises ConfigError, InputError."""
        again = {file.path for file in self._seen.changes(self._kept.known(), thorough=True).read}
        left = [file for file in files if file.path in again]
        if len(left) < len(files):
            self._say(f"not read again: {counted(len(files) - len(left), 'file')} of a build that was not finished")
        with closing(self._read(left)) as reads:
            for file in files:
                yield next(reads) if file.path in again else self._kept.read(file.path)
            self._report()

    def close(self) -> None:
        self._here.close()
        self._kept.close()

    def _read(self, files: Sequence[Found]) -> Generator[Read, None, None]:
        chunks, reached, lost = deque(_chunks(files)), False, 0.0
        while chunks:
            try:
                with connected(self._cluster) as workers:
                    self._say(f"{workers} of {self._cluster} read {counted(sum(map(len, chunks)), 'file')}")
                    reached = True
                    with closing(workers.answers([self._chunk(chunk) for chunk in chunks])) as answers:
                        for answer in answers:
                            lost = 0.0
                            yield from self._taken(chunks[0], answer)
                            chunks.popleft()
            except LostError as error:
                if not reached or (lost and time.monotonic() > lost + RETURN):
                    kept = "; what was read is kept for the next run" if reached else ""
                    raise InputError(f"{self._cluster} does not answer: {error}{kept}") from error
                if not lost:
                    self._say(f"{self._cluster} does not answer any more; waiting for it to come back")
                lost = lost or time.monotonic()
                time.sleep(LOOK)

    def _chunk(self, files: Sequence[Found]) -> Chunk:
        parts = (Part(*file[:3], self._seen.notes.of(file.path)) for file in files)
        return Chunk(str(self._seen.root), version(), tuple(parts))

    def _taken(self, files: Sequence[Found], answer: Answer | None) -> Iterator[Read]:
        """What was read of some files, in their order, kept before anything is made of it."""
        if answer is None:
            answer = Answer((), tuple(file.path for file in files))
            self._given_up += len(files)
        else:
            self._unseen += len(answer.unseen)
        blobs = [*answer.lots, *(self._here.read(self._seen.root, answer.unseen) if answer.unseen else ())]
        found: dict[str, Read] = {}
        by_path = {file.path: file for file in files}
        for blob in blobs:
            own = {read.path: read for read in lots.unpacked(blob)}
            self._kept.add([read.state(by_path[path], self._seen) for path, read in own.items()], blob)
            found |= own
        for file in files:
            yield found[file.path]

    def _report(self) -> None:
        if self._unseen:
            why = "the workers do not see them as they are here: is the folder shared?"
            self._say(f"{counted(self._unseen, 'file')} read here, for {why}")
        if self._given_up:
            self._say(f"{counted(self._given_up, 'file')} read here, for one worker after the other ended over them")


def _chunks(files: Sequence[Found]) -> Iterator[list[Found]]:
    """Files in their order, together while they are small."""
    chunk: list[Found] = []
    size = 0
    for file in files:
        chunk.append(file)
        size += file.size
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
