"""Keeps what was found in drafts beside the index, so that an unchanged draft is not judged again.

Known again by content: the draft, the library, the curated claims, the version of the tool. It can be deleted at any
time, like the index.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

from factcheck.model import Finding
from factcheck.services.codec import decoder, encode
from factcheck.workspace import place
from factcheck.workspace.version import verdicts

if TYPE_CHECKING:
    from factcheck.model import Source
    from factcheck.services.library import Library

TABLE = "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, findings BLOB NOT NULL) WITHOUT ROWID"
ORDER = "CREATE TABLE IF NOT EXISTS kept (number INTEGER PRIMARY KEY, key BLOB NOT NULL)"
# So many results are kept, the newest.
MOST = 4000
# How long another process that writes is waited for, in seconds: a result is soon found again.
PATIENCE = 2.0

Found = Sequence[Finding]


class Results:
    """What was found in drafts by this version of the tool, in a library as it is now."""

    def __init__(self, library: Library) -> None:
        state = (verdicts(), sorted(library.store.digests().items()), library.curation, library.strictness)
        self._state = repr(state).encode("utf-8", "surrogatepass")
        self._path = place.results(library.store.shelf)

    def of(self, drafts: Sequence[Source]) -> Mapping[int, Found]:
        """The findings on those of some drafts that are known, by their place in the sequence."""
        found: dict[int, Found] = {}
        with suppress(sqlite3.DatabaseError, OSError):
            db = self._opened()
            if db is None:
                return found
            try:
                for number, draft in enumerate(drafts):
                    row = db.execute("SELECT findings FROM results WHERE key = ?", (self._key(draft),)).fetchone()
                    if row and (read := _read(row[0])) is not None:
                        found[number] = read
            finally:
                db.close()
        return found

    def keep(self, drafts: Sequence[Source], found: Sequence[Found]) -> None:
        """Keep the findings on drafts; where they cannot be kept, they are found again the next time."""
        rows = [
            (self._key(draft), zlib.compress(json.dumps(encode(tuple(findings))).encode(), 1))
            for draft, findings in zip(drafts, found, strict=True)
        ]
        with suppress(sqlite3.DatabaseError, OSError):
            db = self._opened() if rows else None
            if db is None:
                return
            try:
                with db:
                    db.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", rows)
                    db.executemany("INSERT INTO kept (key) VALUES (?)", [(key,) for key, _ in rows])
                    _forget(db)
            finally:
                db.close()

    def _key(self, draft: Source) -> bytes:
        parts = (draft.path, draft.text)
        mark = blake2b(self._state, digest_size=20)
        for part in parts:
            mark.update(b"\0" + part.encode("utf-8", "surrogatepass"))
        return mark.digest()

    def _opened(self) -> sqlite3.Connection | None:
        if self._path is None:
            return None
        db = sqlite3.connect(self._path, timeout=PATIENCE)
        try:
            db.execute(TABLE)
            db.execute(ORDER)
        except sqlite3.OperationalError:  # busy, or on a disk that is full
            db.close()
            raise
        except sqlite3.DatabaseError:  # damaged: what it knew is found again
            db.close()
            self._path.unlink(missing_ok=True)
            raise
        return db


def _read(row: bytes) -> Found | None:
    """Findings as they were kept; None for what is no longer in this form."""
    with suppress(zlib.error, ValueError, TypeError, ArithmeticError, RecursionError):
        return list(decoder(tuple[Finding, ...])(json.loads(zlib.decompress(row))))
    return None


def _forget(db: sqlite3.Connection) -> None:
    """Drop what was kept longest ago, once there is too much."""
    (newest,) = db.execute("SELECT max(number) FROM kept").fetchone()
    old = [key for (key,) in db.execute("SELECT key FROM kept WHERE number <= ?", (newest - MOST,))]
    db.execute("DELETE FROM kept WHERE number <= ?", (newest - MOST,))
    for key in old:
        if not db.execute("SELECT 1 FROM kept WHERE key = ?", (key,)).fetchone():
            db.execute("DELETE FROM results WHERE key = ?", (key,))
