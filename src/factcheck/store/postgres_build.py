"""Builds an index in a PostgreSQL database: files are staged one by one, and published together in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b

from factcheck.disk.closing import Closing
from factcheck.errors import StoreError
from factcheck.store.db_address import Address
from factcheck.store.digest import digest_of
from factcheck.store.file_rows import file_rows
from factcheck.store.file_tables import in_tables
from factcheck.store.numbering import free_number, numbers_of
from factcheck.store.parcel import Parcel
from factcheck.store.postgres_link import connected, other, told
from factcheck.store.postgres_publish import COLUMNS, describe, publish, touch
from factcheck.store.postgres_schema import CONTENTS, LAYOUT, STAGE, staged
from factcheck.store.protocol import Contents, FileState, Known
from factcheck.store.row_library import left_out
from factcheck.store.rows import FILE, Row
from factcheck.store.schema import VERSION

# So many rows are staged together: a builder that is killed loses no more than these.
MANY = 5000
# What no text of PostgreSQL holds, and what stands in its place, which is as long.
NUL, INSTEAD = "\0", "\ufffd"
# How a builder's connection begins. What is staged may be lost with the server, and is then read again.
BEGIN = 'SET search_path TO "{schema}"; SET statement_timeout TO 0; SET synchronous_commit TO off;'


class Hold(Closing):
    """The right to build the index of one project, which one process at a time has; lost with its connection."""

    def __init__(self, address: Address) -> None:
        """Raises StoreError."""
        self.address = address
        self.db = connected(address)
        name = f"factcheck {address.project}".encode()
        self._key = int.from_bytes(blake2b(name, digest_size=8).digest(), signed=True)
        with told(address):
            self.db.execute(BEGIN.format(schema=address.schema))

    def take(self, *, wait: bool) -> bool:
        """Whether the right is ours now; where another has it and we wait, once it is."""
        with told(self.address):
            if wait:
                self.db.execute("SELECT pg_advisory_lock(%s)", [self._key])
                return True
            ((taken,),) = self.db.execute("SELECT pg_try_advisory_lock(%s)", [self._key])
            return bool(taken)

    def close(self) -> None:
        # The server sees the end of a connection a moment later; who comes next need not wait for that.
        with suppress(StoreError), told(self.address):
            self.db.execute("SELECT pg_advisory_unlock_all()")
        self.db.close()


class PostgresBuilder(Closing):
    """See `protocol.Builder`. What was added and not finished is kept for the next builder with the same mark."""

    def __init__(self, hold: Hold, *, fresh: bool, mark: str) -> None:
        """hold: taken; fresh: nothing of what was published stays; mark: of the tool that reads the files

        Raises StoreError.
        """
        self._address, self._db, self._fresh, self._mark = hold.address, hold.db, fresh, mark
        self._known: dict[str, FileState] = {}
        self._numbers: dict[str, int] = {}
        self._owners: dict[int, str] = {}
        # The files that were published, with their numbers; those of them that go; those that are staged.
        self._published: dict[str, int] = {}
        self._touched: dict[str, FileState] = {}
        self._staged: set[str] = set()
        self._waiting: dict[str, tuple[Row, Mapping[str, Sequence[Row]]]] = {}
        with told(self._address):
            self._prepare()

    def known(self) -> Known:
        return dict(sorted(self._known.items()))

    def add(self, state: FileState, contents: Contents | Parcel) -> None:
        number = free_number(state.path, self._owners)
        by_columns = file_rows(contents, number)
        rows = {table: [_writable(row) for row in by_columns[columns]] for table, columns in COLUMNS.items()}
        if state.path in self._known:
            self.remove(state.path)
        # That of the same file in a file, for what is found by holding files against each other is kept by it.
        own = in_tables({columns: rows[table] for table, columns in COLUMNS.items()})
        digest = digest_of((rows["documents"], own["passages"], own["headings"]))
        self._waiting[state.path] = (_writable((number, *state, digest, self._mark)), rows)
        self._note(state, number)
        if sum(len(own) for _, tables in self._waiting.values() for own in tables.values()) >= MANY:
            self._stage()

    def touch(self, state: FileState) -> None:
        self._known[state.path] = FileState(*state[:6], *self._known[state.path][6:])
        self._touched[state.path] = self._known[state.path]

    def remove(self, path: str) -> None:
        del self._known[path]
        self._touched.pop(path, None)
        self._waiting.pop(path, None)
        number = self._numbers.pop(path)
        del self._owners[number]
        if path in self._staged:
            with told(self._address), self._db.transaction():
                self._unstage([number])
            self._staged.discard(path)

    def problems(self) -> Sequence[str]:
        return left_out((path, state.problem) for path, state in self._known.items())

    def finish(self, meta: Mapping[str, str], problems: Iterable[str] = ()) -> None:
        self._stage()
        gone = [n for path, n in self._published.items() if path in self._staged or path not in self._known]
        with told(self._address), self._db.transaction():
            publish(self._db, None if self._fresh else gone)
            describe(self._db, meta, problems)
            touch(self._db, self._touched.values())
        self.close()

    def close(self) -> None:
        """Let go; the connection is the hold's."""

    def _prepare(self) -> None:
        """See what is there: what was published and stays, and over it what was staged."""
        self._found()
        ((published, of_stage),) = self._db.execute("SELECT published, staged FROM layout")
        if max(published, of_stage) > VERSION:
            raise StoreError(f"{self._address.shown}: {other(max(published, of_stage))}")
        self._fresh = self._fresh or published != VERSION
        if of_stage != VERSION:
            with self._db.transaction():
                self._db.execute(f"{staged()} UPDATE layout SET staged = {VERSION}")
        if not self._fresh:
            for number, *state in self._db.execute(f"SELECT number, {FILE} FROM files"):
                self._note(FileState(*state), number)
                self._published[state[0]] = number
        self._find_staged()

    def _found(self) -> None:
        """Make the place of the project's tables where it is not there; who may not, may still build in it."""
        schema = f'"{self._address.schema}"'
        sql = "SELECT to_regnamespace(%s) IS NOT NULL, to_regclass(%s) IS NOT NULL"
        ((is_there, has_layout),) = self._db.execute(sql, [schema, f"{schema}.layout"])
        if not is_there:
            self._db.execute(f"CREATE SCHEMA {schema}")
        if not has_layout:
            self._db.execute(LAYOUT)

    def _find_staged(self) -> None:
        """Know the files that were staged by the same tool, and forget the others."""
        stale = []
        for number, mark, *state in self._db.execute(f"SELECT number, mark, {FILE} FROM {STAGE}files"):
            known = FileState(*state)
            if mark != self._mark or self._owners.get(number, known.path) != known.path:
                stale.append(number)
                continue
            self._note(known, number)
            self._staged.add(known.path)
        with self._db.transaction():
            self._unstage(stale)

    def _note(self, state: FileState, number: int) -> None:
        self._known[state.path] = state
        self._numbers[state.path] = number
        self._owners[number] = state.path

    def _stage(self) -> None:
        """Write what is waiting, all of it or nothing."""
        with told(self._address), self._db.transaction():
            for table, columns in COLUMNS.items():
                with self._db.cursor().copy(f"COPY {STAGE}{table} ({columns}) FROM STDIN") as copy:
                    for _, tables in self._waiting.values():
                        for row in tables[table]:
                            copy.write_row(row)
            with self._db.cursor().copy(f"COPY {STAGE}files (number, {FILE}, digest, mark) FROM STDIN") as copy:
                for cells, _ in self._waiting.values():
                    copy.write_row(cells)
        self._staged |= self._waiting.keys()
        self._waiting.clear()

    def _unstage(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            self._db.execute(f"DELETE FROM {STAGE}files WHERE number = %s", [number])
            for table in CONTENTS:
                self._db.execute(f"DELETE FROM {STAGE}{table} WHERE number >= %s AND number < %s", numbers_of(number))


def _writable(row: Row) -> Row:
    """A row whose texts the database takes, a tuple as others give it; what stands in another's place is as long."""
    if any(isinstance(cell, str) and NUL in cell for cell in row):
        return tuple(cell.replace(NUL, INSTEAD) if isinstance(cell, str) else cell for cell in row)
    return tuple(row)
