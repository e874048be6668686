"""A library in an SQLite file, opened to read only; the file is replaced, never changed, so it needs no locks."""

from __future__ import annotations

import os
import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from factcheck.errors import StoreError
from factcheck.model import Document, Kind
from factcheck.store import rows
from factcheck.store.digest import digest, is_searchable
from factcheck.store.identity import Named, names
from factcheck.store.protocol import Notation, StoredClaim, StoredPassage
from factcheck.store.row_library import RowLibrary
from factcheck.store.schema import PAGE_SIZE
from factcheck.text.wording import alias
from factcheck.values import Sort

REMEDY = "`factcheck index` builds it anew"
# How many numbers one question names: one prepared statement serves most questions.
CHUNK = 500
# No number is higher.
LAST = 1 << 62
CLAIM = f"""
SELECT {", ".join("c." + name.strip() for name in rows.CLAIM.split(","))}, d.id, d.path, p.text
FROM claims c JOIN documents d ON d.number = c.document JOIN passages p ON p.number = c.passage
"""
# Figures and quotations, which most questions are about; the plus keeps SQLite from seeking them by their kind.
FOUND = "+c.kind <> 'role'"


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

    def postings(self, stems: Iterable[str]) -> Mapping[str, Sequence[int]]:
        found = self._named("SELECT stem, postings FROM terms WHERE stem IN ({}) ORDER BY stem", stems)
        return {stem: array("q", cell) for stem, cell in found}

    def passages(self, ids: Iterable[int]) -> Mapping[int, StoredPassage]:
        sql = f"SELECT {rows.PASSAGE} FROM passages WHERE number IN ({{}}) ORDER BY number"
        return {row[0]: rows.passage(row) for row in self._named(sql, ids)}

    def claims(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        return self._by_passage(f"{CLAIM} WHERE c.passage IN ({{}}) AND {FOUND} ORDER BY c.number", passages)

    def dates(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        # The plus keeps SQLite from going through all dates of the library.
        where = f"c.passage IN ({{}}) AND +c.sort = '{Sort.DATE}'"
        return self._by_passage(f"{CLAIM} WHERE {where} ORDER BY c.number", passages)

    def roles(self, bearers: Iterable[str]) -> Mapping[str, Sequence[StoredClaim]]:
        found: dict[str, list[StoredClaim]] = {}
        for row in self._named(f"{CLAIM} WHERE c.kind = 'role' AND c.subject IN ({{}}) ORDER BY c.number", bearers):
            claim = self._claim(row)
            found.setdefault(claim.claim.subject, []).append(claim)
        return dict(sorted(found.items()))

    def roles_in(self, passages: Iterable[int]) -> Sequence[StoredClaim]:
        sql = f"{CLAIM} WHERE c.passage IN ({{}}) AND +c.kind = 'role' ORDER BY c.number"
        return list(map(self._claim, self._named(sql, passages)))

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
        sql = f"SELECT {rows.PASSAGE} FROM passages WHERE number > ? AND number < ? AND document = ? ORDER BY number"
        return map(rows.passage, self._ask(sql, (document, *last, document)))

    def _is_document(self, number: int) -> bool:
        at = bisect_left(self._document_numbers, number)
        return self._document_numbers[at : at + 1] == [number]

    def equal(self, values: Iterable[Notation], limit: int) -> Mapping[Notation, Sequence[StoredClaim]]:
        few = (value for value, times in self.value_frequencies(values).items() if times <= limit)
        return {value: list(self._equal(*value)) for value in few}

    def _equal(self, sort: Sort, plain: str) -> Iterator[StoredClaim]:
        sql = f"{CLAIM} WHERE c.sort = ? AND c.plain = ? ORDER BY c.number"
        return map(self._claim, self._ask(sql, (sort.value, plain)))

    def value_frequencies(self, values: Iterable[Notation]) -> Mapping[Notation, int]:
        return {value: times for value in sorted(set(values)) if (times := self._count(*value))}

    def all_claims(self, kind: Kind | None = None) -> Iterator[StoredClaim]:
        where, arguments = (f"WHERE {FOUND}", ()) if kind is None else ("WHERE c.kind = ?", (kind.value,))
        return map(self._claim, self._ask(f"{CLAIM} {where} ORDER BY c.number", arguments))

    def all_passages(self) -> Iterator[StoredPassage]:
        return map(rows.passage, self._ask(f"SELECT {rows.PASSAGE} FROM passages ORDER BY number"))

    def find_claims(self, identifiers: Iterable[str]) -> Mapping[str, StoredClaim]:
        found: dict[str, StoredClaim] = {}
        for claim in map(self._claim, self._named(f"{CLAIM} WHERE c.id IN ({{}}) ORDER BY c.number", identifiers)):
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

    def _by_passage(self, sql: str, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        found: dict[int, list[StoredClaim]] = {}
        for claim in map(self._claim, self._named(sql, passages)):
            found.setdefault(claim.passage, []).append(claim)
        return found

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

    def _count(self, sort: Sort, plain: str) -> int:
        ((count,),) = self._ask("SELECT COUNT(*) FROM claims WHERE sort = ? AND plain = ?", (sort.value, plain))
        return int(count)

    def _named(self, sql: str, names: Iterable[int] | Iterable[str]) -> Iterator[rows.Row]:
        """The rows of all names, whose order they follow, a chunk at a time."""
        ordered: list[int | str] = sorted(set(names))
        for start in range(0, len(ordered), CHUNK):
            chunk = ordered[start : start + CHUNK]
            with self._reading():
                found = self._db.execute(sql.format(", ".join("?" * len(chunk))), chunk).fetchall()
            yield from found


def _opened(path: Path, shelf: Path | None, meta: Mapping[str, str]) -> SqliteLibrary:
    """The index of a path that is still what it was for another process."""
    library = SqliteLibrary(path, shelf)
    if library.meta != meta:
        raise StoreError(f"{path} was replaced")
    return library


def _is_whole(path: Path) -> bool:
    """Whether a file has the pages that it should by its head (SQLite file format, 1.3): it may have been cut short."""
    with path.open("rb") as file:
        return int.from_bytes(file.read(32)[28:]) * PAGE_SIZE == os.fstat(file.fileno()).st_size


def _escaped(path: Path) -> str:
    """A path as SQLite reads it in a URI."""
    text = path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return text if text.startswith("/") else f"/{text}"
