"""A library in a PostgreSQL database, opened to read only: everything is answered from one snapshot."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import StoreError
from factcheck.model import Document, Kind
from factcheck.store import rows
from factcheck.store.db_address import Address
from factcheck.store.identity import Named, names
from factcheck.store.postgres_link import connected, other, told
from factcheck.store.postgres_questions import (
    BEGIN,
    CLAIM,
    EQUAL,
    FOUND,
    PASSAGES_OF,
    TIMES,
    columns,
    numbers,
)  # fmt: skip
from factcheck.store.postgres_seal import ALTERED, UNSEARCHABLE
from factcheck.store.protocol import DamagedError, Notation, StoredClaim, StoredPassage
from factcheck.store.row_library import RowLibrary
from factcheck.store.schema import VERSION
from factcheck.text.wording import alias
from factcheck.values import Sort

if TYPE_CHECKING:
    from factcheck.store.outline import Outline

# How long a question may take; how many rows are fetched at once of many.
PATIENCE_MS, ROWS = 60_000, 2000
REMEDY = "`factcheck index --rebuild` builds it anew"
# No number is higher.
LAST = 1 << 62


class PostgresLibrary(RowLibrary):
    """See `protocol.Library` for what it answers."""

    def __init__(self, address: Address, shelf: Path | None = None, snapshot: str = "") -> None:
        """shelf: where what is found by holding its files against each other may be kept
        snapshot: what another process sees, and this one is to see

        Raises FileNotFoundError where no index was published, StoreError.
        """
        self._address, self._shelf = address, shelf
        self._db = connected(address)
        self._cursors = count()
        try:
            self._begin(snapshot)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._db.close()

    @property
    def name(self) -> str:
        return self._address.shown

    def examine(self) -> None:
        self._ask("SET LOCAL statement_timeout TO 0")
        self._say_altered(self._ask(ALTERED.format("true")))
        if list(self._ask(UNSEARCHABLE)):
            raise DamagedError(f"{self.name}: what a search of it finds was changed from outside; {REMEDY}")

    def vouch(self, paths: Iterable[str]) -> None:
        self._say_altered(self._ask(ALTERED.format("path = ANY(%s::text[])"), [sorted(set(paths))]))

    @property
    def shelf(self) -> Path | None:
        return self._shelf

    def opening(self) -> Callable[[], PostgresLibrary]:
        ((snapshot,),) = self._ask("SELECT pg_export_snapshot()")
        return partial(PostgresLibrary, self._address, self._shelf, snapshot)

    def common(self, passages: int) -> set[str]:
        return {stem for (stem,) in self._ask("SELECT stem FROM terms WHERE passages > %s", [passages])}

    def frequencies(self, stems: Iterable[str]) -> Mapping[str, int]:
        return dict(self._named("SELECT stem, passages FROM terms WHERE stem = ANY(%s::text[]) ORDER BY stem", stems))

    def postings(self, stems: Iterable[str], most: int | None = None) -> Mapping[str, Sequence[int]]:
        own = "postings" if most is None else f"postings[:{most}]"
        sql = f"SELECT stem, array_send({own}) FROM terms WHERE stem = ANY(%s::text[]) ORDER BY stem"
        return {stem: numbers(sent) for stem, sent in self._named(sql, stems)}

    def stems(self, passages: Iterable[int]) -> Mapping[int, Set[str]]:
        found = self._named("SELECT number, stems FROM passages WHERE number = ANY(%s::bigint[])", passages)
        return {number: rows.stems_in(cell) for number, cell in sorted(found)}

    def passages(self, ids: Iterable[int]) -> Mapping[int, StoredPassage]:
        sql = f"SELECT {rows.PASSAGE} FROM passages WHERE number = ANY(%s::bigint[]) ORDER BY number"
        return {row[0]: rows.passage(row) for row in self._named(sql, ids)}

    def claims(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        return self._by_passage(FOUND, passages)

    def outlines(self, passages: Iterable[int]) -> Mapping[int, Outline]:
        from factcheck.store.outline import IN_ROWS, in_rows

        return dict(in_rows(self._named(IN_ROWS, passages)))

    def dates(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        return self._by_passage(f"{FOUND} AND c.sort = '{Sort.DATE}'", passages)

    def roles(self, bearers: Iterable[str]) -> Mapping[str, Sequence[StoredClaim]]:
        found: dict[str, list[StoredClaim]] = {}
        sql = f"{CLAIM} WHERE c.kind = 'role' AND c.subject = ANY(%s::text[]) ORDER BY c.number"
        for claim in map(self._claim, self._named(sql, bearers)):
            found.setdefault(claim.claim.subject, []).append(claim)
        return dict(sorted(found.items()))

    def roles_in(self, passages: Iterable[int]) -> Sequence[StoredClaim]:
        sql = f"{CLAIM} WHERE c.passage = ANY(%s::bigint[]) AND c.kind = 'role' ORDER BY c.number"
        return list(map(self._claim, self._named(sql, passages)))

    def documents(self, numbers: Iterable[int] | None = None) -> Mapping[int, Document]:
        sql = f"SELECT {rows.DOCUMENT} FROM documents"
        if numbers is None:
            found = self._ask(f"{sql} ORDER BY number")
        else:
            found = self._named(f"{sql} WHERE number = ANY(%s::bigint[]) ORDER BY number", numbers)
        return {row[0]: self._document(row) for row in found}

    def passages_of(self, documents: Iterable[int]) -> Mapping[int, Sequence[StoredPassage]]:
        known = set(self._document_numbers)
        found: dict[int, list[StoredPassage]] = {number: [] for number in sorted(set(documents) & known)}
        # They are numbered after their document and before the next one.
        ends = [self._document_numbers[bisect_right(self._document_numbers, n) :][:1] or [LAST] for n in found]
        spans = [list(found), [end for (end,) in ends]]
        for row in self._ask(PASSAGES_OF, spans):
            found[row[1]].append(rows.passage(row))
        return found

    def equal(self, values: Iterable[Notation], limit: int) -> Mapping[Notation, Sequence[StoredClaim]]:
        few = [value for value, times in self.value_frequencies(values).items() if times <= limit]
        found: dict[Notation, list[StoredClaim]] = {value: [] for value in few}
        for claim in map(self._claim, self._ask(EQUAL, columns(few))):
            found[claim.claim.value.sort, claim.claim.value.plain].append(claim)
        return found

    def value_frequencies(self, values: Iterable[Notation]) -> Mapping[Notation, int]:
        wanted = columns(sorted(set(values)))
        return {(Sort(sort), plain): times for sort, plain, times in self._ask(TIMES, wanted)}

    def all_claims(self, kind: Kind | None = None) -> Iterator[StoredClaim]:
        where, arguments = (FOUND, []) if kind is None else ("c.kind = %s", [kind.value])
        return map(self._claim, self._walk(f"{CLAIM} WHERE {where} ORDER BY c.number", arguments))

    def all_passages(self) -> Iterator[StoredPassage]:
        return map(rows.passage, self._walk(f"SELECT {rows.PASSAGE} FROM passages ORDER BY number"))

    def find_claims(self, identifiers: Iterable[str]) -> Mapping[str, StoredClaim]:
        found: dict[str, StoredClaim] = {}
        sql = f"{CLAIM} WHERE c.id = ANY(%s::text[]) ORDER BY c.number"
        for claim in map(self._claim, self._named(sql, identifiers)):
            found.setdefault(claim.claim.id, claim)
        return found

    def find_documents(self, identifiers: Iterable[str]) -> Mapping[str, int]:
        wanted = sorted(set(identifiers))
        found = {own: number for number, own in self._ids.items() if own in wanted}
        sql = "SELECT number, id, path FROM documents WHERE id = ANY(%s::text[]) ORDER BY path, number"
        known = [Named(*row) for row in self._named(sql, [*wanted, *map(alias, wanted)])]
        for identifier in wanted:
            bearers = (one for one in known if one.id in (identifier, alias(identifier)))
            bearer = next((one for one in bearers if identifier == one.id or identifier in names(one)), None)
            if bearer:
                found.setdefault(identifier, bearer.number)
        return dict(sorted(found.items()))

    def _by_passage(self, which: str, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        found: dict[int, list[StoredClaim]] = {}
        sql = f"{CLAIM} WHERE c.passage = ANY(%s::bigint[]) AND {which} ORDER BY c.number"
        for claim in map(self._claim, self._named(sql, passages)):
            found.setdefault(claim.passage, []).append(claim)
        return found

    def _begin(self, snapshot: str) -> None:
        """Begin the one transaction of this library."""
        import psycopg

        own = f"SET TRANSACTION SNAPSHOT '{snapshot}';" if snapshot else ""
        with told(self._address):
            try:
                answer = self._db.execute(BEGIN.format(schema=self._address.schema, patience=PATIENCE_MS, snapshot=own))
                while answer.nextset():
                    pass
                (version,) = answer.fetchone() or (0,)
            except (psycopg.errors.InvalidSchemaName, psycopg.errors.UndefinedTable):
                version = 0
        if version and version != VERSION:
            raise (StoreError if version > VERSION else DamagedError)(f"{self.name}: {other(version)}")
        if not version or not self.meta:
            raise FileNotFoundError(f"{self.name} holds no index; `factcheck index` builds it")

    def _say_altered(self, altered: Iterable[rows.Row]) -> None:
        for (path,) in altered:
            raise DamagedError(f"{self.name}: what it says of {path} was changed from outside; {REMEDY}")

    def _ask(self, sql: str, arguments: Sequence[object] = ()) -> Iterator[rows.Row]:
        """The rows that answer a question; all of them are here when the first is looked at."""
        with told(self._address):
            answer = self._db.execute(sql, arguments, binary=True)
            return iter(answer.fetchall() if answer.description else ())

    def _walk(self, sql: str, arguments: Sequence[object] = ()) -> Iterator[rows.Row]:
        """The same for more rows than may be in memory at once."""
        with told(self._address), self._db.cursor(f"walk_{next(self._cursors)}", binary=True) as cursor:
            cursor.itersize = ROWS
            yield from cursor.execute(sql, arguments)

    def _named(self, sql: str, names: Iterable[int] | Iterable[str]) -> Iterator[rows.Row]:
        """The rows of all names, which are one question; none is asked for none."""
        ordered: list[int | str] = sorted(set(names))
        return self._ask(sql, [ordered]) if ordered else iter(())
