"""Tells whether an index says what was written to it: rows that somebody else has changed do not fit their digest."""

from __future__ import annotations

import marshal
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable
from hashlib import blake2b
from itertools import islice

from factcheck.store.numbering import numbers_of
from factcheck.store.rows import Row

# Rows that are hashed together; the form of Python's own in which rows become bytes: the last one that depends on what
# they say alone, and not on which of their cells are one object.
ROWS, PLAIN = 200, 2


def digest(db: sqlite3.Connection, file: int) -> str:
    """The digest of all rows of a file, by its number. Raises sqlite3.DatabaseError."""
    sql = "SELECT * FROM {} WHERE number >= ? AND number < ? ORDER BY number"
    return digest_of(db.execute(sql.format(table), numbers_of(file)) for table in ("documents", "passages", "claims"))


def digest_of(tables: Iterable[Iterable[Row]]) -> str:
    """The digest of the rows of a file: its documents, passages and claims, by number."""
    found = blake2b(digest_size=16)
    for table in tables:
        rows = iter(table)
        while some := list(islice(rows, ROWS)):
            found.update(marshal.dumps(some, PLAIN))
    return found.hexdigest()


def is_searchable(db: sqlite3.Connection) -> bool:
    """Whether the postings of every stem are those of the passages, which have digests: a search misses none.

    Raises sqlite3.DatabaseError.
    """
    postings: defaultdict[str, array[int]] = defaultdict(lambda: array("q"))
    for number, stems in db.execute("SELECT number, stems FROM passages WHERE stems IS NOT NULL ORDER BY number"):
        for stem in set(stems.split(" ")) - {""}:
            postings[stem].append(number)
    # Row by row, for the bytes of all together would stand in memory twice.
    rows = db.execute("SELECT stem, passages, postings FROM terms")
    fits = (len(numbers := postings.pop(stem, ())) == count and bytes(numbers) == cell for stem, count, cell in rows)
    return all(fits) and not postings
