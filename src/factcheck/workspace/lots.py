"""Files that were read, as bytes for another machine or for later: a lot is some files, as one blob."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator

from factcheck.store.parcel import Parcel
from factcheck.workspace.pool import Read

# Rows are mostly words: the least effort makes a fifth of them.
EFFORT = 1


def packed(reads: Iterable[Read]) -> bytes:
    """Two lines for each file: what is known of it, and its rows, which need no second look."""
    lines = []
    for read in reads:
        known = [read.path, read.hash, read.parcel.file, read.problem, read.warnings, read.aside]
        lines += [json.dumps(known).encode(), b"\n", read.parcel.rows, b"\n"]
    return zlib.compress(b"".join(lines), EFFORT)


def unpacked(lot: bytes) -> Iterator[Read]:
    lines = iter(zlib.decompress(lot).splitlines())
    for known, rows in zip(lines, lines, strict=True):
        path, digest, file, problem, warnings, aside = json.loads(known)
        yield Read(path, digest, Parcel(file, rows), problem, warnings, aside)
