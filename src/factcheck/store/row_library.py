"""What a library answers from rows, whichever database they come from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from factcheck.disk.closing import Closing
from factcheck.lean.record import replace
from factcheck.model import Document
from factcheck.rules import codes
from factcheck.store import rows
from factcheck.store.protocol import FileState, Known, Reach, StoredClaim, StoredPassage
from factcheck.values import Sort

# So many files with one problem are named one by one; of more the first, and how many there are.
MOST_NAMED = 3


class RowLibrary(Closing):
    """See `protocol.Library`; how a question is asked is for each database to say."""

    def _ask(self, sql: str, arguments: Sequence[int | str] = ()) -> Iterator[rows.Row]:
        raise NotImplementedError

    def passages(self, ids: Iterable[int]) -> Mapping[int, StoredPassage]:
        raise NotImplementedError

    @cached_property
    def meta(self) -> Mapping[str, str]:
        return dict(self._ask("SELECT key, value FROM meta"))

    def files(self) -> Known:
        return {row[0]: FileState(*row) for row in self._ask(f"SELECT {rows.FILE} FROM files ORDER BY path")}

    def problems(self) -> Sequence[str]:
        files = self._ask("SELECT path, problem FROM files WHERE problem <> ''")
        return [*left_out((path, problem) for path, problem in files), *self.meta["problems"].splitlines()]

    def digests(self) -> Mapping[int, str]:
        return dict(self._ask("SELECT number, digest FROM files ORDER BY number"))

    def passage_count(self) -> int:
        return int(self.meta["passages"])

    def value_count(self, sort: Sort) -> int:
        return int(self.meta.get(f"values of sort {sort.value}", 0))

    def published(self) -> Mapping[int, str]:
        return dict(self._ask("SELECT number, published FROM documents WHERE published <> '' ORDER BY number"))

    def vocabulary(self) -> Sequence[str]:
        return [stem for (stem,) in self._ask("SELECT stem FROM terms ORDER BY stem")]

    def document_of(self, passage: int) -> int:
        # A document's number comes before the numbers of its passages.
        return self._document_numbers[bisect_left(self._document_numbers, passage) - 1]

    def around(self, places: Iterable[Reach]) -> Mapping[Reach, Sequence[StoredPassage]]:
        ranges = {(at, reach): range(at - reach, at + reach + 1) for at, reach in sorted(set(places))}
        found = self.passages(number for near in ranges.values() for number in near)
        return {
            place: [found[n] for n in near if n in found and found[n].document == found[place[0]].document]
            for place, near in ranges.items()
            if place[0] in found
        }

    @cached_property
    def _document_numbers(self) -> Sequence[int]:
        # Ordered by file, then number, is ordered by number; so asked, the index alone answers.
        return [number for (number,) in self._ask("SELECT number FROM documents ORDER BY file, number")]

    @cached_property
    def _ids(self) -> Mapping[int, str]:
        """The ids of documents whose file shares its name with another; the rows have the names alone."""
        pairs = (line.split(" ", 1) for line in self.meta.get("ids", "").split("\n") if line)
        return {int(number): identifier for number, identifier in pairs}

    def _document(self, row: rows.Row) -> Document:
        document = rows.document(row)
        return replace(document, id=self._ids[row[0]]) if row[0] in self._ids else document

    def _claim(self, row: rows.Row) -> StoredClaim:
        stored = rows.claim(row)
        if not self._ids or stored.document not in self._ids:
            return stored
        return stored._replace(claim=replace(stored.claim, document=self._ids[stored.document]))


def left_out(files: Iterable[tuple[str, str]]) -> list[str]:
    """A line for each file that is not in the library, or for many with one problem: its path and the problem."""
    by_problem: dict[str, list[str]] = {}
    for path, problem in sorted(files):
        if problem:
            by_problem.setdefault(problem, []).append(path)
    return sorted(
        f"{path}: {codes.SOURCE_LEFT_OUT} {problem}" for problem, paths in by_problem.items() for path in _some(paths)
    )


def _some(paths: Sequence[str]) -> Sequence[str]:
    return paths if len(paths) <= MOST_NAMED else [f"{paths[0]} and {len(paths) - 1:,} more"]
