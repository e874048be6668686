"""Writes what is stated of sources into the `sources.toml` that speaks for them, and nothing that is stated already."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from factcheck.claims.edit import append
from factcheck.claims.write import Plain, table
from factcheck.desk.zotero import Taken
from factcheck.model import Document
from factcheck.readers import notes
from factcheck.text.wording import is_remote


def state(root: Path, taken: Iterable[Taken], documents: Sequence[Document], kept_ids: Collection[str]) -> list[Path]:
    """Add a note for each document of which something new is stated; the files that were changed.

    kept_ids: of documents that claims rest on, and that must go on being called so
    Raises ConfigError for a `sources.toml` that cannot be used.
    """
    by_note: dict[Path, list[str]] = {}
    for document, facts in taken:
        remote = is_remote(document.path)
        file = document.path if remote else str(root / document.path)
        place = notes.speaking(document.path, root) or (root if remote else Path(file).parent) / notes.NAME
        article = _article(document, documents)
        known = _stated(place, file, article) | ({"id"} if document.id in kept_ids else set())
        new = {key: facts[key] for key in notes.FACTS if key in facts and key not in known}
        if new:
            where = {"file": file if remote else os.path.relpath(file, place.parent).replace(os.sep, "/")}
            row: dict[str, Plain] = {**where, **({"article": article} if article else {}), **new}
            by_note.setdefault(place, []).append(table(notes.TABLE, row))
    for place, tables in by_note.items():
        append(place, lambda tables=tables: "\n".join(tables))  # type: ignore[misc] # bound now, not when called
    return list(by_note)


def _article(document: Document, documents: Sequence[Document]) -> int:
    """Which document of its file it is, from 1; 0 where the file has no other."""
    own = sorted((other for other in documents if other.path == document.path), key=lambda other: other.origin)
    return own.index(document) + 1 if len(own) > 1 else 0


def _stated(place: Path, file: str, article: int) -> set[str]:
    """What is stated of a document already."""
    if not place.is_file():
        return set()
    own = notes.load(place).of(file)
    return {key for note in own if note.article in (0, article) and not note.begins for key, _ in note.facts}
