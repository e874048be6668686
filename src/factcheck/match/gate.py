"""Which documents of a library may be about what the draft is about: those that share rare names with it.

In a large library of mixed subjects every figure finds an accidental partner somewhere; two texts on different
subjects hardly ever share two rare names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log

from factcheck.match.concepts import stems_of
from factcheck.match.context import Context
from factcheck.match.rarity import UNSEEN_PASSAGES, Rarity
from factcheck.store.protocol import Library

# How many rare names must be shared, and from how many nats on a name is rare; in a small library a smaller part of the
# nats there are.
NAMES = 2
RARE = 6.0
RARE_PART = 0.6


def related(drafts: Sequence[Context], library: Library, rarity: Rarity) -> frozenset[int] | None:
    """The documents that share two rare names with a section of a draft; None if it has not two to share."""
    threshold = min(RARE, RARE_PART * log(library.passage_count() + UNSEEN_PASSAGES))
    names = {name for draft in drafts for name in draft.names if rarity.of_word(name) >= threshold}
    shared: dict[int, int] = defaultdict(int)
    known = 0
    for name in sorted(names):
        documents = _documents(name, library)
        known += bool(documents)
        for document in documents:
            shared[document] += 1
    if known < NAMES:
        return None
    return frozenset(document for document, count in shared.items() if count >= NAMES)


def _documents(name: str, library: Library) -> set[int]:
    passages: Iterable[int] = (passage for stem in stems_of(name) for passage in library.postings(stem))
    return {library.document_of(passage) for passage in passages}
