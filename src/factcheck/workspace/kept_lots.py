"""What was read for an index that is not finished: a build that is killed is gone on with where it was.

One file beside the index, to which lots are only ever added; a lot of which the end is missing was never there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from factcheck.disk.closing import Closing
from factcheck.store.protocol import FileState, Known
from factcheck.workspace import lots
from factcheck.workspace.pool import Read
from factcheck.workspace.version import version

# Before a lot: how long what is said of it is, and the lot; and a digest of both.
LENGTH, DIGEST = 8, 16


class KeptLots(Closing):
    """The lots that were read by this version of the tool, and are added to."""

    def __init__(self, path: Path | None) -> None:
        """path: the file, which need not be there; None keeps nothing"""
        self._states: dict[str, FileState] = {}
        self._places: dict[str, int] = {}
        self._last: tuple[int, dict[str, Read]] = -1, {}
        self._file = None if path is None else os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "rb+", 0)
        if self._file:
            self._find()

    def known(self) -> Known:
        """The files that were read, as they were then."""
        return self._states

    def read(self, path: str) -> Read:
        """What was read in a known file."""
        place = self._places[path]
        if self._last[0] != place:
            frame = self._frame(place)
            assert frame
            self._last = place, {read.path: read for read in lots.unpacked(frame[1])}
        return self._last[1][path]

    def add(self, states: Sequence[FileState], lot: bytes) -> None:
        """Keep a lot, with the states of its files."""
        if not self._file:
            return
        said = json.dumps(states).encode()
        lengths = len(said).to_bytes(LENGTH) + len(lot).to_bytes(LENGTH)
        self._file.seek(0, os.SEEK_END)
        self._file.write(lengths + _digest(said, lot) + said + lot)

    def close(self) -> None:
        if self._file:
            self._file.close()

    def _find(self) -> None:
        """Know what is there, and cut off what is not whole, or was read by another version of the tool."""
        assert self._file
        mark = f"{version()}\n".encode()
        if self._file.read(len(mark)) != mark:
            self._file.truncate(0)
            self._file.seek(0)
            self._file.write(mark)
        end = len(mark)
        for place, after, said in self._frames(end):
            for state in (FileState(*cells) for cells in json.loads(said)):
                self._states[state.path], self._places[state.path] = state, place
            end = after
        self._file.truncate(end)

    def _frames(self, place: int) -> Iterator[tuple[int, int, bytes]]:
        while frame := self._frame(place):
            after = place + 2 * LENGTH + DIGEST + len(frame[0]) + len(frame[1])
            yield place, after, frame[0]
            place = after

    def _frame(self, place: int) -> tuple[bytes, bytes] | None:
        """What is said of the lot at a place, and the lot; None where neither is whole."""
        assert self._file
        self._file.seek(place)
        head = self._file.read(2 * LENGTH + DIGEST)
        if len(head) < 2 * LENGTH + DIGEST:
            return None
        said = self._file.read(int.from_bytes(head[:LENGTH]))
        lot = self._file.read(int.from_bytes(head[LENGTH : 2 * LENGTH]))
        return (said, lot) if _digest(said, lot) == head[2 * LENGTH :] else None


def _digest(said: bytes, lot: bytes) -> bytes:
    return blake2b(said + lot, digest_size=DIGEST).digest()
