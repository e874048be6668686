"""Which `sources.toml` speaks for a source file, and whether it still says what it said."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from factcheck import notes
from factcheck.notes import Notes


class Digests:
    """Hashes of the `sources.toml` of a project's files, each looked for once a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._by_folder: dict[str, str] = {}

    def of(self, path: str) -> str:
        """The hash of what speaks for a file; "" where nothing does."""
        folder = path.rpartition("/")[0]
        if folder not in self._by_folder:
            self._by_folder[folder] = self._digest(self._root / path)
        return self._by_folder[folder]

    def _digest(self, file: Path) -> str:
        found = notes.find(file)
        if found is None:
            return ""
        return blake2b(os.fsencode(found) + b"\0" + found.read_bytes(), digest_size=16).hexdigest()


def notes_for(root: Path, path: str) -> Notes | None:
    """What is stated of a file that its documents will name by `path`. Raises ConfigError."""
    found = notes.find(root / path)
    if found is None:
        return None
    every = _load(found, found.stat().st_mtime_ns)
    # Notes name files in full; the index names them from the project's folder, whatever the current one is.
    known_as = os.path.normpath(Path(path).absolute())
    return replace(every, notes=tuple(replace(note, file=known_as) for note in every.of(str(root / path))))


@lru_cache(maxsize=64)
def _load(path: Path, _modified_ns: int) -> Notes:
    return notes.load(path)
