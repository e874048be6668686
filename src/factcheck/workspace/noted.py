"""Which `sources.toml` speaks for a source file, and whether it still says what it said."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from fnmatch import filter as matching
from functools import cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path

from factcheck.lean.record import replace
from factcheck.readers import notes
from factcheck.readers.notes import Note, Notes
from factcheck.text.wording import is_remote

# Stands for any address.
ADDRESS = "://"


class Digests:
    """Hashes of the `sources.toml` of a project's files, each looked for once a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._by_folder: dict[str, str] = {}
        self._speaking: set[Path] = set()

    def of(self, path: str) -> str:
        """The hash of what speaks for a file; "" where nothing does."""
        if is_remote(path):
            return self._digest_of(path)
        folder = path.rpartition("/")[0]
        if folder not in self._by_folder:
            self._by_folder[folder] = self._digest(path)
        return self._by_folder[folder]

    def idle(self, files: Iterable[str]) -> Iterator[str]:
        """A remark for each note that names no file, as a misspelt one does. Raises ConfigError."""
        places = {notes.known_as(file, self._root) for file in files}
        for path in sorted(self._speaking):
            for note in notes.load(path).notes:
                if not is_remote(note.file) and _is_idle(note, places):
                    here, there = (os.path.relpath(name, self._root) for name in (path, note.file))
                    yield f"{here}:{note.line}: no source is called {there}"

    def idle_addresses(self, files: Iterable[str]) -> Iterator[str]:
        """The same of addresses. A note that speaks for no object changes no index, which could say it instead."""
        places = {file for file in files if is_remote(file)}
        for note in self._of_project.notes if places else ():
            if is_remote(note.file) and _is_idle(note, places):
                yield f"{notes.NAME}:{note.line}: no source is called {note.file}"

    def _digest(self, path: str) -> str:
        found = notes.speaking(path, self._root)
        if found is None:
            return ""
        self._speaking.add(found)
        return blake2b(os.fsencode(found) + b"\0" + found.read_bytes(), digest_size=16).hexdigest()

    def _digest_of(self, address: str) -> str:
        """Of one object, and not of all that are noted in the same place: each that has changed is fetched again."""
        own = self._of_project.of(address)
        return blake2b(repr(own).encode(), digest_size=16).hexdigest() if own else ""

    @cached_property
    def _of_project(self) -> Notes:
        """What the project states of objects, which lie in no folder. Raises ConfigError."""
        place = notes.speaking(ADDRESS, self._root)
        return _load(place, place.stat().st_mtime_ns) if place else Notes(self._root / notes.NAME, ())


def notes_for(root: Path, path: str) -> Notes | None:
    """What is stated of a file that its documents will name by `path`. Raises ConfigError."""
    found = notes.speaking(path, root)
    if found is None:
        return None
    every = _load(found, found.stat().st_mtime_ns)
    # Notes name files in full; the index names them from the project's folder, whatever the current one is.
    own = every.of(notes.known_as(path, root))
    return replace(every, notes=tuple(replace(note, file=notes.known_as(path)) for note in own))


def _is_idle(note: Note, places: Collection[str]) -> bool:
    return note.file not in places and not matching(places, note.file)


@lru_cache(maxsize=64)
def _load(path: Path, _modified_ns: int) -> Notes:
    return notes.load(path)
