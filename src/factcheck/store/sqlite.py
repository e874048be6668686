"""A library in an SQLite file, opened to read only; the file is replaced, never changed, so it needs no locks."""

from __future__ import annotations

import os
import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import StoreError
from factcheck.model import Document, Kind
from factcheck.store import rows
from factcheck.store.claim_cells import (
    CODES,
    HOLDER,
    Holder,
    Wanted,
    is_any,
    is_date,
    is_role,
    is_said,
    unpacked,
    unpressed_stems,
)
from factcheck.store.digest import digest, is_searchable
from factcheck.store.identity import Named, names
from factcheck.store.numbering import BEGINNING, unpressed
from factcheck.store.protocol import Notation, StoredClaim, StoredPassage
from factcheck.store.row_library import RowLibrary
from factcheck.text.wording import alias

if TYPE_CHECKING:
    from factcheck.store.outline import Outline

REMEDY = "`factcheck index` builds it anew"
# How many numbers one question names: one prepared statement serves most questions.
CHUNK = 500
# No number is higher.
LAST = 1 << 62
HERE = {"headings": "h.texts"}
# A passage with its headings, which are kept where they begin.
PASSAGE = f"""
SELECT {", ".join(HERE.get(name, f"p.{name}") for name in rows.PASSAGE.split(", "))}
FROM passages p LEFT JOIN headings h ON h.number = p.number - p.headings
"""
HOLDING = f"""
SELECT {HOLDER}, d.id, d.path FROM passages p JOIN documents d ON d.number = p.document WHERE p.claims IS NOT NULL
"""


class SqliteLibrary(RowLibrary):
    """See `protocol.Library` for what it answers."""

    def __init__(self, path: Path, shelf: Path | None = None) -> None:
        """shelf: where what is found by holding its files against each other may be kept"""
        if not _is_whole(path):
            raise StoreError(f"{path} is no whole index")
        self.path = path
        self._shelf = shelf
        try:
            self._db = sqlite3.connect(f"file:{_escaped(path)}?mode=ro&immutable=1", uri=True)
        except sqlite3.OperationalError as error:
            if not path.exists():
                raise FileNotFoundError(path) from error
            raise StoreError(f"{path} cannot be opened: {error}") from error

    def close(self) -> None:
        self._db.close()

    @property
    def name(self) -> str:
        return str(self.path)

    def examine(self) -> None:
        if list(self._ask("PRAGMA quick_check(1)")) != [("ok",)]:
            raise StoreError(f"{self.path} is damaged")
        self.vouch(self.files())
        with self._reading():
            if not is_searchable(self._db):
                raise StoreError(f"{self.path}: what a search of it finds was changed from outside")

    def vouch(self, paths: Iterable[str]) -> None:
        for path in paths:
            for number, noted in self._ask("SELECT number, digest FROM files WHERE path = ?", (path,)):
                with self._reading():
                    if digest(self._db, number) != noted:
                        problem = f"what it says of {path} was changed from outside"
                        raise StoreError(f"{self.path}: {problem}; {REMEDY}")

    @property
    def shelf(self) -> Path | None:
        return self._shelf

    def opening(self) -> Callable[[], SqliteLibrary]:
        return partial(_opened, self.path, self._shelf, dict(self.meta))

    def common(self, passages: int) -> set[str]:
        return {stem for (stem,) in self._ask("SELECT stem FROM terms WHERE passages > ?", (passages,))}

    def frequencies(self, stems: Iterable[str]) -> Mapping[str, int]:
        return dict(self._named("SELECT stem, passages FROM terms WHERE stem IN ({}) ORDER BY stem", stems))

    def postings(self, stems: Iterable[str], most: int | None = None) -> Mapping[str, Sequence[int]]:
        found = self._named("SELECT stem, passages, postings FROM terms WHERE stem IN ({}) ORDER BY stem", stems)
        return {stem: unpressed(cell, count, most) for stem, count, cell in found}

    def stems(self, passages: Iterable[int]) -> Mapping[int, Set[str]]:
        found = self._named("SELECT number, text, stems FROM passages WHERE number IN ({}) ORDER BY number", passages)
        return {number: rows.stems_in(unpressed_stems(cell, text)) for number, text, cell in found}

    def passages(self, ids: Iterable[int]) -> Mapping[int, StoredPassage]:
        sql = f"{PASSAGE} WHERE p.number IN ({{}}) ORDER BY p.number"
        return {row[0]: _passage(row) for row in self._named(sql, ids)}

    def claims(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        return self._by_passage(passages, is_said)

    def outlines(self, passages: Iterable[int]) -> Mapping[int, Outline]:
        from factcheck.store.outline import HELD, held

        return dict(held(self._named(HELD, passages)))

    def dates(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        return self._by_passage(passages, is_date)

    def roles(self, bearers: Iterable[str]) -> Mapping[str, Sequence[StoredClaim]]:
        asked = set(bearers)
        found: dict[str, list[StoredClaim]] = {}
        for claim in self._standing(self._where("bearers", "name", asked), is_role):
            if claim.claim.subject in asked:
                found.setdefault(claim.claim.subject, []).append(claim)
        return dict(sorted(found.items()))

    def roles_in(self, passages: Iterable[int]) -> Sequence[StoredClaim]:
        return list(self._standing(passages, is_role))

    def documents(self, numbers: Iterable[int] | None = None) -> Mapping[int, Document]:
        sql = f"SELECT {rows.DOCUMENT} FROM documents"
        if numbers is None:
            found = self._ask(f"{sql} ORDER BY number")
        else:
            found = self._named(f"{sql} WHERE number IN ({{}}) ORDER BY number", numbers)
        return {row[0]: self._document(row) for row in found}

    def passages_of(self, documents: Iterable[int]) -> Mapping[int, Sequence[StoredPassage]]:
        return {
            number: list(self._passages_of(number)) for number in sorted(set(documents)) if self._is_document(number)
        }

    def _passages_of(self, document: int) -> Iterator[StoredPassage]:
        # They are numbered after their document and before the next one.
        after = bisect_right(self._document_numbers, document)
        last = self._document_numbers[after : after + 1] or (LAST,)
        sql = f"{PASSAGE} WHERE p.number > ? AND p.number < ? AND p.document = ? ORDER BY p.number"
        return map(_passage, self._ask(sql, (document, *last, document)))

    def _is_document(self, number: int) -> bool:
        at = bisect_left(self._document_numbers, number)
        return self._document_numbers[at : at + 1] == [number]

    def equal(self, values: Iterable[Notation], limit: int) -> Mapping[Notation, Sequence[StoredClaim]]:
        few = [value for value, times in self.value_frequencies(values).items() if times <= limit]
        found: dict[Notation, list[StoredClaim]] = {value: [] for value in few}
        passages = self._where("notations", "value", (f"{sort.value} {plain}" for sort, plain in few))
        for claim in self._standing(passages):
            if (own := found.get((claim.claim.value.sort, claim.claim.value.plain))) is not None:
                own.append(claim)
        return found

    def value_frequencies(self, values: Iterable[Notation]) -> Mapping[Notation, int]:
        wanted = {f"{sort.value} {plain}": (sort, plain) for sort, plain in sorted(set(values))}
        found: dict[str, int] = dict(self._named("SELECT value, claims FROM notations WHERE value IN ({})", wanted))
        return {value: found[written] for written, value in wanted.items() if written in found}

    def all_claims(self, kind: Kind | None = None) -> Iterator[StoredClaim]:
        codes = {code for (own, _), code in CODES.items() if own == kind}
        wanted = is_said if kind is None else lambda _, code: code in codes
        return self._read(self._ask(f"{HOLDING} ORDER BY p.number"), wanted)

    def all_passages(self) -> Iterator[StoredPassage]:
        return map(_passage, self._ask(f"{PASSAGE} ORDER BY p.number"))

    def find_claims(self, identifiers: Iterable[str]) -> Mapping[str, StoredClaim]:
        asked = set(identifiers)
        found: dict[str, StoredClaim] = {}
        passages = self._where("identifiers", "beginning", (identifier[:BEGINNING] for identifier in asked))
        for claim in self._standing(passages, lambda identifier, _: identifier in asked):
            if claim.claim.id in asked:
                found.setdefault(claim.claim.id, claim)
        return found

    def find_documents(self, identifiers: Iterable[str]) -> Mapping[str, int]:
        known = ((identifier, self._find_document(identifier)) for identifier in sorted(set(identifiers)))
        return {identifier: number for identifier, number in known if number is not None}

    def _find_document(self, identifier: str) -> int | None:
        for number, own in self._ids.items():
            if own == identifier:
                return number
        sql = "SELECT number, id, path FROM documents WHERE id IN (?, ?) ORDER BY path, number"
        known = (Named(*row) for row in self._ask(sql, (identifier, alias(identifier))))
        return next((one.number for one in known if identifier == one.id or identifier in names(one)), None)

    def _by_passage(self, passages: Iterable[int], wanted: Wanted) -> Mapping[int, Sequence[StoredClaim]]:
        found: dict[int, list[StoredClaim]] = {}
        for claim in self._standing(passages, wanted):
            found.setdefault(claim.passage, []).append(claim)
        return found

    def _standing(self, passages: Iterable[int], wanted: Wanted = is_any) -> Iterator[StoredClaim]:
        """The claims of some passages that are of some kinds and sorts."""
        return self._read(self._named(f"{HOLDING} AND p.number IN ({{}}) ORDER BY p.number", passages), wanted)

    def _read(self, holders: Iterable[rows.Row], wanted: Wanted) -> Iterator[StoredClaim]:
        for holder in holders:
            yield from map(self._claim, unpacked(Holder(*holder), wanted))

    def _where(self, table: str, column: str, words: Iterable[str]) -> set[int]:
        """The passages in which some words, values, names or ids are found."""
        found = self._named(f"SELECT * FROM {table} WHERE {column} IN ({{}})", words)
        return {number for _, count, cell in found for number in unpressed(cell, count)}

    def _ask(self, sql: str, arguments: Sequence[int | str] = ()) -> Iterator[rows.Row]:
        with self._reading():
            # Not `yield from`, which closes its cursor at the end, when the library may be closed already.
            for row in self._db.execute(sql, arguments):  # noqa: UP028
                yield row

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """What SQLite finds wrong with the file, in our words."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self.path} cannot be read: {error}; {REMEDY}") from error

    def _named(self, sql: str, names: Iterable[int] | Iterable[str]) -> Iterator[rows.Row]:
        """The rows of all names, whose order they follow, a chunk at a time."""
        ordered: list[int | str] = sorted(set(names))
        for start in range(0, len(ordered), CHUNK):
            chunk = ordered[start : start + CHUNK]
            with self._reading():
                found = self._db.execute(sql.format(", ".join("?" * len(chunk))), chunk).fetchall()
            yield from found


def _passage(row: rows.Row) -> StoredPassage:
    """A passage from its row, whose stems are pressed."""
    *before, headings, lead, text, stems, place = row
    return rows.passage((*before, headings or "[]", lead, text, unpressed_stems(stems, text), place))


def _opened(path: Path, shelf: Path | None, meta: Mapping[str, str]) -> SqliteLibrary:
    """The index of a path that is still what it was for another process."""
    library = SqliteLibrary(path, shelf)
    if library.meta != meta:
        raise StoreError(f"{path} was replaced")
    return library


def _is_whole(path: Path) -> bool:
    """Whether a file has the pages that it should by its head (SQLite file format, 1.3): it may have been cut short.

    An older version of ours made pages of another size.
    """
    with path.open("rb") as file:
        head = file.read(32)
        return int.from_bytes(head[16:18]) * int.from_bytes(head[28:]) == os.fstat(file.fileno()).st_size


def _escaped(path: Path) -> str:
    """A path as SQLite reads it in a URI."""
    text = path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return text if text.startswith("/") else f"/{text}"
