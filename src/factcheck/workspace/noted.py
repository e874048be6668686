"""Which `sources.toml` speaks for a source file, and whether it still says what it said."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from fnmatch import filter as matching
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from factcheck.extract import notes
from factcheck.extract.notes import Notes
from factcheck.lean.record import replace
from factcheck.workspace.files import is_remote


class Digests:
    """Hashes of the `sources.toml` of a project's files, each looked for once a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._by_folder: dict[str, str] = {}
        self._speaking: set[Path] = set()

    def of(self, path: str) -> str:
        """The hash of what speaks for a file; "" where nothing does, as for one that lies in no folder."""
        folder = path.rpartition("/")[0]
        if is_remote(path):
            return ""
        if folder not in self._by_folder:
            self._by_folder[folder] = self._digest(self._root / path)
        return self._by_folder[folder]

    def idle(self, files: Iterable[str]) -> Iterator[str]:
        """A remark for each note that names no file, as a misspelt one does. Raises ConfigError."""
        places = [os.path.normpath(self._root / file) for file in files]
        for path in sorted(self._speaking):
            for note in notes.load(path).notes:
                if note.file not in places and not matching(places, note.file):
                    here, there = (os.path.relpath(name, self._root) for name in (path, note.file))
                    yield f"{here}:{note.line}: no source is called {there}"

    def _digest(self, file: Path) -> str:
        found = notes.find(file, self._root)
        if found is None:
            return ""
        self._speaking.add(found)
        return blake2b(os.fsencode(found) + b"\0" + found.read_bytes(), digest_size=16).hexdigest()


def notes_for(root: Path, path: str) -> Notes | None:
    """What is stated of a file that its documents will name by `path`. Raises ConfigError."""
    found = None if is_remote(path) else notes.find(root / path, root)
    if found is None:
        return None
    every = _load(found, found.stat().st_mtime_ns)
    # Notes name files in full; the index names them from the project's folder, whatever the current one is.
    known_as = os.path.normpath(Path(path).absolute())
    return replace(every, notes=tuple(replace(note, file=known_as) for note in every.of(str(root / path))))


@lru_cache(maxsize=64)
def _load(path: Path, _modified_ns: int) -> Notes:
    return notes.load(path)
