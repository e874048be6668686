"""Copies an index from one store into another, file by file, as it was read: no source is opened for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Generic, TypeVar

from factcheck.lean.record import replace
from factcheck.model import Document, Kind
from factcheck.store.identity import Identities, Named, names, not_told_apart, told_apart
from factcheck.store.numbering import FILE_BITS
from factcheck.store.protocol import Builder, Contents, DamagedError, Library
from factcheck.text.wording import alias
from factcheck.workspace.index_site import Say, Site
from factcheck.workspace.local import LocalSite

# What a library says of itself that its builder was told.
TOLD = ("version", "scan", "taken_ns")
Row = TypeVar("Row")


def copy_up(library: Library, site: Site, say: Say) -> int:
    """Copy a library to where others share it; how many files had to be copied. Raises StoreError."""

    def waits() -> bool:
        say("another process is building the index; waiting")
        return True

    with site.alone(say, waits) as own:
        assert own is not None
        with own.building(fresh=not _is_of(own, library.meta.get("version", ""))) as builder:
            return copy(library, builder)


def copy_home(library: Library, file: Path) -> None:
    """Copy a library into a file, the index of a project that keeps its own. Raises StoreError."""
    with LocalSite(file.parent, file).building(fresh=True) as builder:
        copy(library, builder)


def copy(library: Library, builder: Builder) -> int:
    """Make what is built the same as a library, and finish it; how many files had to be copied.

    What is known with the same content stays: so a copy that was killed goes on where it was.
    """
    files, known = library.files(), builder.known()
    for path in sorted(known.keys() - files.keys()):
        builder.remove(path)
    new = {path for path, state in files.items() if path not in known or state[6:] != known[path][6:]}
    for path in sorted(files.keys() - new):
        if files[path] != known[path]:
            builder.touch(files[path])
    documents = _as_read(library.documents())
    copied = set()
    for path, contents in _by_file(library, documents):
        if path in new:
            builder.add(files[path], contents)
            copied.add(path)
    for path in sorted(new - copied):  # nothing stands in them
        builder.add(files[path], Contents({}, (), ()))
    # What is said of documents of one name is said anew where they are built.
    said = set(not_told_apart(_apart(documents)))
    remarks = [line for line in library.meta["problems"].splitlines() if line not in said]
    builder.finish({key: library.meta[key] for key in TOLD if key in library.meta}, remarks)
    return len(new)


def _is_of(site: Site, version: str) -> bool:
    """Whether what is there was made by the same version of the tool, so that what it says of a file can stay."""
    try:
        with site.open() as there:
            return there.meta.get("version") == version
    except (FileNotFoundError, DamagedError):
        return False


def _by_file(library: Library, documents: Mapping[int, Document]) -> Iterator[tuple[str, Contents]]:
    """What stands in each file, numbered from 0; the library is gone through once, and need not fit into memory."""
    passages = _Walk(library.all_passages(), lambda passage: passage.id)
    claims = _Walk(library.all_claims(), lambda claim: claim.passage)
    roles = _Walk(library.all_claims(Kind.ROLE), lambda claim: claim.passage)
    for file, numbers in groupby(sorted(documents), lambda number: number >> FILE_BITS):
        base = file << FILE_BITS
        own = {number - base: documents[number] for number in numbers}
        stored = [replace(p, id=p.id - base, document=p.document - base) for p in passages.of(file)]
        found = [
            c._replace(passage=c.passage - base, document=c.document - base)
            for c in (*claims.of(file), *roles.of(file))
        ]
        yield next(iter(own.values())).path, Contents(own, stored, found)


class _Walk(Generic[Row]):
    """Rows in the order of their numbers, taken file by file."""

    def __init__(self, rows: Iterable[Row], number: Callable[[Row], int]) -> None:
        self._files = groupby(rows, lambda row: number(row) >> FILE_BITS)
        self._next = next(self._files, None)

    def of(self, file: int) -> list[Row]:
        """Those of a file; it comes after those that were asked for before."""
        if self._next is None or self._next[0] != file:
            return []
        found = list(self._next[1])
        self._next = next(self._files, None)
        return found


def _as_read(documents: Mapping[int, Document]) -> Mapping[int, Document]:
    """Documents with the ids that their files give them, before those that shared one were told apart."""
    plain = {number: replace(document, id=_plain(number, document)) for number, document in documents.items()}
    known = _apart(plain).ids
    return {n: plain[n] if known.get(n, plain[n].id) == d.id else d for n, d in documents.items()}


def _plain(number: int, document: Document) -> str:
    """The id that a document may have had; one that was given by hand is no name of its file."""
    plain = alias(document.id)
    return plain if document.id in names(Named(number, plain, document.path)) else document.id


def _apart(documents: Mapping[int, Document]) -> Identities:
    return told_apart(Named(number, document.id, document.path) for number, document in documents.items())
