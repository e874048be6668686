"""How much the documents of a library have in common with a draft: the rare names that both speak of.

In a large library of mixed subjects every figure finds an accidental partner somewhere; two texts on different
subjects hardly ever share two rare names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcheck.match.concepts import stems_of
from factcheck.match.context import Context
from factcheck.match.rarity import Rarity
from factcheck.store.protocol import Library

# A name counts from so many nats of rarity on, above which its worth begins; so much worth makes full kinship.
COMMON = 2.0
FULL = 8.0
# Documents with less kinship than this are not looked into.
LEAST = 0.3


def kinship(drafts: Sequence[Context], library: Library, rarity: Rarity) -> Mapping[int, float] | None:
    """The documents that share names with a draft, each with how much, up to 1; None for a draft without names."""
    names = sorted({name for draft in drafts for name in draft.names if rarity.of_word(name) > COMMON})
    shared: dict[int, float] = defaultdict(float)
    for name in names:
        for document in _documents(name, library):
            shared[document] += rarity.of_word(name) - COMMON
    if not shared:
        return None
    return {document: min(1.0, worth / FULL) for document, worth in shared.items() if worth >= LEAST * FULL}


def _documents(name: str, library: Library) -> set[int]:
    passages: Iterable[int] = (passage for stem in stems_of(name) for passage in library.postings(stem))
    return {library.document_of(passage) for passage in passages}
