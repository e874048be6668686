"""Writes an index: adds and removes the contents of files in a database that nobody reads yet."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from factcheck.disk.closing import Closing
from factcheck.errors import StoreError
from factcheck.store.claim_cells import view
from factcheck.store.digest import digest
from factcheck.store.file_rows import file_rows
from factcheck.store.file_tables import CONTENTS, POSTINGS, Key, found, in_tables, standing
from factcheck.store.identity import Named, not_told_apart, told_apart
from factcheck.store.numbering import free_number, numbers_of, pressed, unpressed
from factcheck.store.parcel import Parcel
from factcheck.store.protocol import Contents, DamagedError, FileState, Known
from factcheck.store.row_library import left_out
from factcheck.store.rows import CLAIM, DOCUMENT, FILE, PASSAGE
from factcheck.store.schema import COUNTS, INDEXES, PAGE_SIZE, SAME_IDS, TABLES

STEMS = PASSAGE.split(", ").index("stems")
SETTINGS = f"""
PRAGMA page_size = {PAGE_SIZE};
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -65536;
"""
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def building(path: Path, *, fresh: bool) -> Iterator[SqliteBuilder]:
    """What builds an index in a file: a copy of another, or one without a byte. Raises DamagedError, StoreError."""
    try:
        with SqliteBuilder(path, fresh=fresh) as builder:
            yield builder
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) in DAMAGED:
            raise DamagedError(str(error)) from error
        raise StoreError(str(error)) from error


class SqliteBuilder(Closing):
    """See `protocol.Builder`; `finish` writes what is kept per library: postings, indexes, meta."""

    def __init__(self, path: Path, *, fresh: bool) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        try:
            self._numbers = self._begin(fresh)
        except sqlite3.DatabaseError:
            self.close()
            raise
        self._owners = {number: path for path, number in self._numbers.items()}
        self._added: dict[Key, array[int]] = defaultdict(lambda: array("q"))
        self._removed: dict[Key, list[tuple[int, int]]] = defaultdict(list)

    def known(self) -> Known:
        return {row[0]: FileState(*row) for row in self._db.execute(f"SELECT {FILE} FROM files ORDER BY path")}

    def add(self, state: FileState, contents: Contents | Parcel) -> None:
        number = free_number(state.path, self._owners)
        rows = file_rows(contents, number)
        if state.path in self._numbers:
            self.remove(state.path)
        self._numbers[state.path] = number
        self._owners[number] = state.path
        tables = {"documents": rows[DOCUMENT], **in_tables(rows)}
        for table, own in tables.items():
            if own:
                self._db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(own[0]))})", own)
        cells = (number, *state, digest(self._db, number))
        self._db.execute(f"INSERT INTO files VALUES ({', '.join('?' * len(cells))})", cells)
        for key, passage in found(((row[0], row[STEMS]) for row in rows[PASSAGE]), rows[CLAIM]):
            self._added[key].append(passage)

    def touch(self, state: FileState) -> None:
        self._db.execute(
            "UPDATE files SET size = ?, modified_ns = ?, changed_ns = ?, inode = ?, checked_ns = ? WHERE path = ?",
            (*state[1:6], state.path),
        )

    def remove(self, path: str) -> None:
        number = self._numbers.pop(path)
        del self._owners[number]
        span = numbers_of(number)
        for key in {key for key, _ in standing(self._db, span)}:
            self._removed[key].append(span)
            if key in self._added:
                self._added[key] = array("q", (one for one in self._added[key] if not span[0] <= one < span[1]))
        for table in CONTENTS:
            self._db.execute(f"DELETE FROM {table} WHERE number >= ? AND number < ?", span)
        self._db.execute("DELETE FROM files WHERE number = ?", (number,))

    def problems(self) -> Sequence[str]:
        return left_out(self._db.execute("SELECT path, problem FROM files"))

    def finish(self, meta: Mapping[str, str], problems: Iterable[str] = ()) -> None:
        for key in sorted(self._added.keys() | self._removed.keys()):
            self._write_postings(key)
        for statement in INDEXES.split(";\n")[:-1]:
            self._db.execute(statement)
        self._db.execute("DELETE FROM meta")
        self._db.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        self._db.execute(COUNTS)
        known = told_apart(Named(*row) for row in self._db.execute(SAME_IDS))
        lines = "\n".join(f"{number} {name}" for number, name in sorted(known.ids.items()))
        self._db.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [("problems", "\n".join([*problems, *not_told_apart(known)])), ("ids", lines)],
        )
        self._db.execute("COMMIT")
        self.close()

    def close(self) -> None:
        self._db.close()

    def _begin(self, fresh: bool) -> dict[str, int]:
        """Begin to write; the numbers of the files that are known."""
        # The file is thrown away if anything goes wrong, so it needs no journal; it is synced once, when it is done.
        self._db.executescript(SETTINGS)
        self._db.execute("BEGIN")
        if fresh:
            for statement in (*TABLES.split(";\n")[:-1], view()):
                self._db.execute(statement)
        return dict(self._db.execute("SELECT path, number FROM files"))

    def _write_postings(self, key: Key) -> None:
        table, word = key
        here = f"{table} WHERE {POSTINGS[table]} = ?"
        row = self._db.execute(f"SELECT * FROM {here}", (word,)).fetchone()
        numbers = unpressed(row[2], row[1]) if row else array("q")
        for low, high in self._removed.get(key, ()):
            del numbers[bisect_left(numbers, low) : bisect_left(numbers, high)]
        numbers = array("q", sorted(numbers + self._added.get(key, array("q"))))
        if numbers:
            self._db.execute(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", (word, len(numbers), pressed(numbers)))
        else:
            self._db.execute(f"DELETE FROM {here}", (word,))
