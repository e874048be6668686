"""A file beside an index that keeps what was found in its files, so that it is found once.

A file of its own, since it changes where the index does not: the index is replaced as a whole and read without locks.
It can be deleted at any time, like the index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from factcheck.disk.closing import Closing

META = """
CREATE TABLE meta (version TEXT NOT NULL);
CREATE TABLE files (number INTEGER PRIMARY KEY, digest TEXT NOT NULL);
"""
# How long another process may take that is at it, in seconds.
PATIENCE = 300


class Beside(Closing):
    """What is kept beside one index, for one version of the tool that found it. tables: of the kind of it."""

    tables = ""

    def __init__(self, path: Path | None, version: str) -> None:
        """path: None to keep it in memory alone. What cannot be read or is of another version is thrown away."""
        self._path, self._version = path, version
        self._db = self._opened()

    def _opened(self) -> sqlite3.Connection:
        if self._path is None:
            return self._fresh(":memory:")
        with suppress(sqlite3.DatabaseError, OSError):
            db = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)
            with suppress(sqlite3.DatabaseError):
                if db.execute("SELECT version FROM meta").fetchall() == [(self._version,)]:
                    return db
            db.close()
            self._path.unlink(missing_ok=True)
            return self._fresh(self._path)
        return self._fresh(":memory:")

    def _fresh(self, place: Path | str) -> sqlite3.Connection:
        db = sqlite3.connect(place, timeout=PATIENCE, isolation_level=None)
        db.execute("BEGIN IMMEDIATE")
        for statement in (META + self.tables).split(";\n")[:-1]:
            db.execute(statement)
        db.execute("INSERT INTO meta VALUES (?)", (self._version,))
        db.execute("COMMIT")
        return db

    @contextmanager
    def changing(self) -> Iterator[None]:
        """All or nothing; alone, whoever else would change it waits."""
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self._db.execute(begin)
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def files(self) -> Mapping[int, str]:
        """The digests of the files of which it is known, by number."""
        return dict(self._db.execute("SELECT number, digest FROM files"))

    def add_files(self, digests: Mapping[int, str]) -> None:
        self._db.executemany("INSERT INTO files VALUES (?, ?)", digests.items())

    def close(self) -> None:
        self._db.close()
