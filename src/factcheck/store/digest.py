"""Tells whether an index says what was written to it: rows that somebody else has changed do not fit their digest."""

from __future__ import annotations

import marshal
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable
from hashlib import blake2b
from itertools import islice

from factcheck.store.numbering import FILE_BITS, FILES, numbers_of, pressed
from factcheck.store.rows import Row

# Rows that are hashed together; the form of Python's own in which rows become bytes: the last one that depends on what
# they say alone, and not on which of their cells are one object.
ROWS, PLAIN = 200, 2


def digest(db: sqlite3.Connection, file: int) -> str:
    """The digest of all rows of a file, by its number. Raises sqlite3.DatabaseError."""
    sql = "SELECT * FROM {} WHERE number >= ? AND number < ? ORDER BY number"
    return digest_of(db.execute(sql.format(table), numbers_of(file)) for table in ("documents", "passages", "headings"))


def digest_of(tables: Iterable[Iterable[Row]]) -> str:
    """The digest of the rows of a file, table by table, by number."""
    found = blake2b(digest_size=16)
    for table in tables:
        rows = iter(table)
        while some := list(islice(rows, ROWS)):
            found.update(marshal.dumps(some, PLAIN))
    return found.hexdigest()


def is_searchable(db: sqlite3.Connection) -> bool:
    """Whether what is found where is what stands in the passages, which have digests: a search misses none.

    Raises sqlite3.DatabaseError.
    """
    from factcheck.store.file_tables import POSTINGS, Key, standing

    postings: defaultdict[Key, array[int]] = defaultdict(lambda: array("q"))
    for key, number in standing(db, (0, FILES << FILE_BITS)):
        postings[key].append(number)
    # Row by row, for the numbers of all together would stand in memory twice.
    rows = ((table, row) for table in POSTINGS for row in db.execute(f"SELECT * FROM {table}"))
    fits = (
        len(numbers := postings.pop((table, word), ())) == count and cell == pressed(numbers)
        for table, (word, count, cell) in rows
    )
    return all(fits) and not postings
