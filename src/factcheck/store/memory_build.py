"""Builds a library in memory, file by file: the measure for every other builder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.disk.closing import Closing
from factcheck.lean.record import replace
from factcheck.store.file_rows import file_rows
from factcheck.store.identity import Named, not_told_apart, told_apart
from factcheck.store.memory import MemoryLibrary
from factcheck.store.numbering import FILE_BITS, free_number
from factcheck.store.parcel import Parcel, unpacked
from factcheck.store.protocol import Contents, FileState, Known
from factcheck.store.row_library import left_out


class MemoryBuilder(Closing):
    """See `protocol.Builder`. before: what the library that is changed was built by; library: what was finished."""

    def __init__(self, before: MemoryBuilder | None = None) -> None:
        self.library: MemoryLibrary | None = None
        self._files: dict[str, tuple[int, FileState, Contents]] = dict(before._files) if before else {}

    def known(self) -> Known:
        return {path: state for path, (_, state, _) in sorted(self._files.items())}

    def add(self, state: FileState, contents: Contents | Parcel) -> None:
        contents = unpacked(contents, state.aside) if isinstance(contents, Parcel) else contents
        owners = {number: path for path, (number, _, _) in self._files.items()}
        number = free_number(state.path, owners)
        file_rows(contents, number)  # refuses what no library can hold
        self._files[state.path] = number, state, _numbered(contents, number << FILE_BITS)

    def touch(self, state: FileState) -> None:
        number, known, contents = self._files[state.path]
        self._files[state.path] = number, FileState(*state[:6], *known[6:]), contents

    def remove(self, path: str) -> None:
        del self._files[path]

    def problems(self) -> Sequence[str]:
        return left_out((path, state.problem) for path, (_, state, _) in self._files.items())

    def finish(self, meta: Mapping[str, str], problems: Iterable[str] = ()) -> None:
        files = sorted(self._files.values())
        every = [contents for _, _, contents in files]
        documents = {number: document for contents in every for number, document in contents.documents.items()}
        known = told_apart(Named(number, document.id, document.path) for number, document in documents.items())
        ids = {number: known.ids.get(number, document.id) for number, document in documents.items()}
        self.library = MemoryLibrary(
            Contents(
                {number: replace(document, id=ids[number]) for number, document in documents.items()},
                [passage for contents in every for passage in contents.passages],
                [
                    found._replace(claim=replace(found.claim, document=ids[found.document]))
                    for contents in every
                    for found in contents.claims
                ],
            ),
            {number: state.hash for number, state, _ in files},
            self.known(),
            {**meta, "problems": "\n".join([*problems, *not_told_apart(known)])},
        )

    def close(self) -> None:
        pass


def _numbered(contents: Contents, base: int) -> Contents:
    """Contents whose numbers begin at another than 0."""
    return Contents(
        {number + base: document for number, document in contents.documents.items()},
        [replace(passage, id=passage.id + base, document=passage.document + base) for passage in contents.passages],
        [claim._replace(passage=claim.passage + base, document=claim.document + base) for claim in contents.claims],
    )
