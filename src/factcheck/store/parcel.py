"""The finished rows of one file as bytes: made where the file is read, taken in by whoever builds an index."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from factcheck.lean.record import NamedTuple
from factcheck.store.numbering import FILE_BITS
from factcheck.store.protocol import Contents
from factcheck.store.rows import CLAIM, DOCUMENT, PASSAGE, Row, claim, document, passage

# The tables in the order in which a parcel holds them.
TABLES = (DOCUMENT, PASSAGE, CLAIM)
# The columns whose numbers begin with that of the file.
OF_A_FILE = frozenset({"number", "document", "passage"})
FILE = "file"


class Parcel(NamedTuple):
    """What a store takes in, as `Contents` is, with all done to it that can be done away from the store.

    file: the number of the file that the rows were made for, which is that of its path unless another file has it
    rows: those of its documents, passages and claims, as JSON without a line break
    """

    file: int
    rows: bytes

    def tables(self, file: int) -> Mapping[str, Sequence[Row]]:
        """The rows by the columns of their tables, for a file of this number."""
        tables: Sequence[Sequence[Row]] = json.loads(self.rows)
        if file != self.file:
            tables = [self._moved(columns, rows, file) for columns, rows in zip(TABLES, tables, strict=True)]
        return dict(zip(TABLES, tables, strict=True))

    def _moved(self, columns: str, rows: Sequence[Row], file: int) -> Sequence[Row]:
        """Rows that were made for one file as those of another."""
        further = (file - self.file) << FILE_BITS
        names = columns.split(", ")
        adds = [further if name in OF_A_FILE else file - self.file if name == FILE else None for name in names]
        return [tuple(cell if add is None else cell + add for cell, add in zip(row, adds, strict=True)) for row in rows]


def parcel(tables: Mapping[str, Sequence[Row]], file: int) -> Parcel:
    """The rows of a file of this number as one parcel."""
    return Parcel(file, json.dumps([tables[columns] for columns in TABLES], separators=(",", ":")).encode())


NOTHING = parcel(dict.fromkeys(TABLES, ()), 0)


def unpacked(packed: Parcel, aside: int = 0) -> Contents:
    """The contents that a parcel was made of, numbered from 0."""
    tables = packed.tables(0)
    documents = {row[0]: document(row) for row in tables[DOCUMENT]}
    passages = {row[0]: passage(row) for row in tables[PASSAGE]}
    about = {number: (one.id, one.path) for number, one in documents.items()}
    claims = [claim((*row, *about[row[2]], passages[row[3]].text)) for row in tables[CLAIM]]
    return Contents(documents, list(passages.values()), claims, aside)
