"""Holds some documents of a library in memory, as a library of its own."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import Contents, Library, StoredPassage

# No more passages than this are held, those of the first documents.
MOST_PASSAGES = 6000


def excerpt(library: Library, documents: Iterable[int]) -> MemoryLibrary:
    """These documents in memory, as many of the first as there is room for."""
    passages: list[StoredPassage] = []
    kept: list[int] = []
    for number in documents:
        own = library.passages_of([number])[number]
        if kept and len(passages) + len(own) > MOST_PASSAGES:
            break
        kept.append(number)
        passages += own
    passages.sort(key=lambda passage: passage.id)
    claims = [c for found in library.claims([p.id for p in passages]).values() for c in found]
    return MemoryLibrary(Contents(library.documents(kept), passages, claims))
