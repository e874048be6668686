"""Writes an index: adds and removes the contents of files in a database that nobody reads yet."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import StoreError
from factcheck.store.digest import FILE_BITS, digest
from factcheck.store.identity import Named, told_apart
from factcheck.store.protocol import Contents
from factcheck.store.rows import CLAIM, DOCUMENT, PASSAGE, Row, claim_rows, document_row, passage_row
from factcheck.store.schema import INDEXES, PAGE_SIZE, TABLES

# Two thousand million files.
FILES = 1 << 31
CELLS = {DOCUMENT: "documents", PASSAGE: "passages", CLAIM: "claims"}
INSERT = {
    columns: f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(columns.split(',')))})"
    for columns, table in CELLS.items()
}
SETTINGS = f"""
PRAGMA page_size = {PAGE_SIZE};
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -65536;
"""
# Counts that would cost a scan at every start.
COUNTS = """
INSERT INTO meta
SELECT 'documents', COUNT(*) FROM documents UNION ALL
SELECT 'passages', COUNT(*) FROM passages UNION ALL
SELECT 'claims', COUNT(*) FROM claims WHERE kind <> 'role' UNION ALL
SELECT 'roles', COUNT(*) FROM claims WHERE kind = 'role' UNION ALL
SELECT 'values of sort ' || sort, COUNT(plain) FROM claims GROUP BY sort
"""
SAME_IDS = """
SELECT number, id, path FROM documents
WHERE id IN (SELECT id FROM documents GROUP BY id HAVING COUNT(*) > 1) ORDER BY number
"""


class FileState(NamedTuple):
    """A source file as it was when it was read.

    changed_ns: when its content, name or rights were last changed, by the system; checked_ns: when all this was taken
    hash, notes: of its content, and of what `sources.toml` says of it
    problem: why it is not in the library; "" if it is
    warnings: what the reader remarked, a line each
    aside: how many figures and quotations stand outside what it says, as on a saved page
    """

    path: str
    size: int
    modified_ns: int
    changed_ns: int
    inode: int
    checked_ns: int
    hash: str
    notes: str = ""
    problem: str = ""
    warnings: str = ""
    aside: int = 0


class Builder:
    """Adds and removes files; `finish` writes what is kept per library: postings, indexes, meta."""

    def __init__(self, path: Path, *, fresh: bool) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        try:
            self._taken = self._begin(fresh)
        except sqlite3.DatabaseError:
            self.close()
            raise
        self._added: dict[str, array[int]] = defaultdict(lambda: array("q"))
        self._removed: dict[str, list[tuple[int, int]]] = defaultdict(list)

    def add(self, state: FileState, contents: Contents) -> None:
        """Add a file; its contents are numbered from 0. Raises StoreError for one that no index can hold."""
        last = max(
            (*contents.documents, *(passage.id for passage in contents.passages), len(contents.claims)), default=0
        )
        if last >= 1 << FILE_BITS:
            raise StoreError("more than a million passages or claims in one file; split it")
        number = self._number(state.path)
        base = number << FILE_BITS
        texts = {passage.id: passage.text for passage in contents.passages}
        rows = {
            DOCUMENT: [document_row(n + base, number, document) for n, document in contents.documents.items()],
            PASSAGE: [passage_row(passage, base) for passage in contents.passages],
            CLAIM: list(claim_rows(contents.claims, texts, base)),
        }
        _writable(rows.values())
        for columns, own in rows.items():
            self._db.executemany(INSERT[columns], own)
        cells = (number, *state, digest(self._db, number))
        self._db.execute(f"INSERT INTO files VALUES ({', '.join('?' * len(cells))})", cells)
        for passage in contents.passages:
            for stem in set(passage.stems):
                self._added[stem].append(passage.id + base)

    def remove(self, path: str) -> None:
        """Remove a file and all that stands in it."""
        ((number,),) = self._db.execute("SELECT number FROM files WHERE path = ?", (path,))
        low, high = number << FILE_BITS, (number + 1) << FILE_BITS
        rows = self._db.execute(f"SELECT stems {_within(number)}")
        for stem in {stem for (stems,) in rows for stem in (stems or "").split(" ")}:
            self._removed[stem].append((low, high))
        for table in ("claims", "passages", "documents"):
            self._db.execute(f"DELETE FROM {table} WHERE number >= ? AND number < ?", (low, high))
        self._db.execute("DELETE FROM files WHERE number = ?", (number,))
        self._taken.discard(number)

    def touch(self, state: FileState) -> None:
        """Note a new time for a file whose content is what it was."""
        self._db.execute(
            "UPDATE files SET size = ?, modified_ns = ?, changed_ns = ?, inode = ?, checked_ns = ? WHERE path = ?",
            (*state[1:6], state.path),
        )

    def finish(self, meta: dict[str, str], problems: Iterable[str] = ()) -> None:
        """Write what depends on all files, and close the database. `problems`: what the user should know of them."""
        for stem in sorted((self._added.keys() | self._removed.keys()) - {""}):
            self._write_postings(stem)
        for statement in INDEXES.split(";\n")[:-1]:
            self._db.execute(statement)
        self._db.execute("DELETE FROM meta")
        self._db.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        self._db.execute(COUNTS)
        known = told_apart(Named(*row) for row in self._db.execute(SAME_IDS))
        problems = [*problems] + [
            f"{first} and {last} both hold a document {name!r}; give one another id in a sources.toml beside it"
            for name, first, last in known.shared
        ]
        lines = "\n".join(f"{number} {name}" for number, name in sorted(known.ids.items()))
        self._db.executemany("INSERT INTO meta VALUES (?, ?)", [("problems", "\n".join(problems)), ("ids", lines)])
        self._db.execute("COMMIT")
        self.close()

    def close(self) -> None:
        self._db.close()

    def _begin(self, fresh: bool) -> set[int]:
        """Begin to write; the numbers that are taken."""
        # The file is thrown away if anything goes wrong, so it needs no journal; it is synced once, when it is done.
        self._db.executescript(SETTINGS)
        self._db.execute("BEGIN")
        if fresh:
            for statement in TABLES.split(";\n")[:-1]:
                self._db.execute(statement)
        return {number for (number,) in self._db.execute("SELECT number FROM files")}

    def _number(self, path: str) -> int:
        """A number for a file that depends on its path alone, but where two paths meet in one."""
        number = file_number(path)
        while number in self._taken:
            number = (number + 1) % FILES
        self._taken.add(number)
        return number

    def _write_postings(self, stem: str) -> None:
        numbers: array[int] = array("q")
        row = self._db.execute("SELECT postings FROM terms WHERE stem = ?", (stem,)).fetchone()
        if row:
            numbers.frombytes(row[0])
        for low, high in self._removed.get(stem, ()):
            del numbers[bisect_left(numbers, low) : bisect_left(numbers, high)]
        numbers = array("q", sorted(numbers + self._added.get(stem, array("q"))))
        if numbers:
            self._db.execute("INSERT OR REPLACE INTO terms VALUES (?, ?, ?)", (stem, len(numbers), numbers.tobytes()))
        else:
            self._db.execute("DELETE FROM terms WHERE stem = ?", (stem,))


def file_number(path: str) -> int:
    """The number that a file gets by its path, unless another file has it."""
    return int.from_bytes(blake2b(path.encode(errors="surrogateescape"), digest_size=8).digest()) % FILES


def _writable(tables: Iterable[Iterable[Row]]) -> None:
    """Raise StoreError for what no database holds, before a part of it is written: half a surrogate pair."""
    for table in tables:
        for row in table:
            for cell in row:
                if isinstance(cell, str) and not cell.isascii():
                    try:
                        cell.encode()
                    except UnicodeEncodeError:
                        raise StoreError("holds characters that are none (half a surrogate pair)") from None


def _within(file: int) -> str:
    """The SQL that takes the passages of one file."""
    return f"FROM passages WHERE number >= {file << FILE_BITS} AND number < {(file + 1) << FILE_BITS}"
