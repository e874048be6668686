"""The rows of one file, checked before any of them is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from factcheck.errors import StoreError
from factcheck.store.numbering import FILE_BITS, file_number
from factcheck.store.parcel import Parcel, parcel
from factcheck.store.protocol import Contents
from factcheck.store.rows import CLAIM, DOCUMENT, PASSAGE, Row, claim_rows, document_row, passage_row


def file_rows(contents: Contents | Parcel, file: int) -> Mapping[str, Sequence[Row]]:
    """The rows of a file by the columns of their tables. Raises StoreError for what no index can hold."""
    if isinstance(contents, Parcel):
        return contents.tables(file)
    last = max((*contents.documents, *(passage.id for passage in contents.passages), len(contents.claims)), default=0)
    if last >= 1 << FILE_BITS:
        raise StoreError("more than a million passages or claims in one file; split it")
    base = file << FILE_BITS
    texts = {passage.id: passage.text for passage in contents.passages}
    rows = {
        DOCUMENT: [document_row(n + base, file, document) for n, document in contents.documents.items()],
        PASSAGE: [passage_row(passage, base) for passage in contents.passages],
        CLAIM: list(claim_rows(contents.claims, texts, base)),
    }
    _writable(rows.values())
    return rows


def packed(contents: Contents, path: str) -> Parcel:
    """The rows of a file as one parcel, for the number that its path gives it. Raises StoreError as `file_rows`."""
    number = file_number(path)
    return parcel(file_rows(contents, number), number)


def _writable(tables: Iterable[Iterable[Row]]) -> None:
    """Raise StoreError for what no database holds, before a part of it is written: half a surrogate pair."""
    cells = chain.from_iterable(chain.from_iterable(tables))
    try:
        "".join([cell for cell in cells if isinstance(cell, str)]).encode()
    except UnicodeEncodeError:
        raise StoreError("holds characters that are none (half a surrogate pair)") from None
