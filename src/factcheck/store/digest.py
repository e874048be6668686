"""A digest of what an index says of each file: rows that somebody else has changed do not fit theirs."""

from __future__ import annotations

import sqlite3
from hashlib import blake2b

# A number is the number of its file and, in the low bits, its place in the file: a million passages a file, and with
# two thousand million files all below 2**53, which JavaScript and JSON keep exact.
FILE_BITS = 20


def digest(db: sqlite3.Connection, file: int) -> str:
    """The digest of all rows of a file, by its number. Raises sqlite3.DatabaseError."""
    found = blake2b(digest_size=16)
    span = (file << FILE_BITS, (file + 1) << FILE_BITS)
    for table in ("documents", "passages", "claims"):
        for row in db.execute(f"SELECT * FROM {table} WHERE number >= ? AND number < ? ORDER BY number", span):
            found.update(repr(row).encode())
    return found.hexdigest()
