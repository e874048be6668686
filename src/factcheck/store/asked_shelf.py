"""Keeps beside an index the disagreements of passages that drafts and questions asked of, while nobody has searched the
whole library: who asks again need not wait again. They hold for these files alone, so they go when any file changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from factcheck.store.beside import Beside
from factcheck.store.shelf import Kept, Spot

TABLES = """
CREATE TABLE asked (passage INTEGER NOT NULL, reasons TEXT NOT NULL, PRIMARY KEY (passage, reasons)) WITHOUT ROWID;
CREATE TABLE pairs (
    asked INTEGER NOT NULL, reasons TEXT NOT NULL, way TEXT NOT NULL,
    passage INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    other INTEGER NOT NULL, other_first INTEGER NOT NULL, other_last INTEGER NOT NULL,
    reason TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, measure TEXT NOT NULL, scope TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX pairs_by_passage ON pairs (asked, reasons);
"""
PAIR = "way, passage, first, last, other, other_first, other_last, reason, kind, subject, measure, scope, note"
# All files together are known by one number.
ALL = 0


class AskedShelf(Beside):
    """The pairs of claims that cannot both be true, of the passages that were asked of, by the reasons asked for."""

    tables = TABLES

    def found(self, passages: Iterable[int], reasons: str, state: str) -> dict[int, list[Kept]]:
        """The pairs of those of some passages that were asked of while the files were as they are now."""
        if self.files() != {ALL: state}:
            return {}
        return {passage: list(self._pairs(passage, reasons)) for passage in self._asked(passages, reasons)}

    def keep(self, pairs: Mapping[int, Sequence[Kept]], reasons: str, state: str) -> None:
        """Keep the pairs of some passages, where that can be done: all of it can be found again."""
        with suppress(sqlite3.OperationalError), self.changing():
            if self.files() != {ALL: state}:
                for table in ("files", "asked", "pairs"):
                    self._db.execute(f"DELETE FROM {table}")
                self.add_files({ALL: state})
            new = pairs.keys() - self._asked(pairs, reasons)
            self._db.executemany("INSERT INTO asked VALUES (?, ?)", ((passage, reasons) for passage in sorted(new)))
            self._db.executemany(
                f"INSERT INTO pairs VALUES ({', '.join('?' * 15)})",
                ((n, reasons, pair.way, *pair.a, *pair.b, *pair[3:]) for n in sorted(new) for pair in pairs[n]),
            )

    def _asked(self, passages: Iterable[int], reasons: str) -> Collection[int]:
        sql = "SELECT passage FROM asked WHERE passage = ? AND reasons = ?"
        return {passage for passage in passages if self._db.execute(sql, (passage, reasons)).fetchone()}

    def _pairs(self, passage: int, reasons: str) -> Iterator[Kept]:
        rows = self._db.execute(
            f"SELECT {PAIR} FROM pairs WHERE asked = ? AND reasons = ? ORDER BY rowid", (passage, reasons)
        )
        return (Kept(way, Spot(*row[:3]), Spot(*row[3:6]), *row[6:]) for way, *row in rows)
