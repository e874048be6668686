"""Builds the contexts of a library's figures, each once, reading passages and their neighbours in batches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.match.context import Context, Surroundings, context, years_of
from factcheck.match.rarity import Rarity
from factcheck.model import Document
from factcheck.store.protocol import Library, StoredClaim, StoredPassage

# How far a figure's surroundings reach, in passages: its neighbours' words, and the last year that was named.
BEFORE, AFTER = 2, 1
YEARS_BEFORE = 5


class Scene:
    """The contexts of one library's figures; `rarity` may be that of another."""

    def __init__(self, library: Library, rarity: Rarity) -> None:
        self._library = library
        self._rarity = rarity
        self._passages: dict[int, StoredPassage] = {}
        self._claims: dict[int, Sequence[StoredClaim]] = {}
        self._documents: dict[int, Document] = {}
        self._read: set[int] = set()
        self._contexts: dict[tuple[int, int, int], Context] = {}

    def claims_of(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        """The claims of each of these passages, in reading order."""
        wanted = list(passages)
        self._fetch({n for p in wanted for n in range(p - YEARS_BEFORE, p + AFTER + 1)} - self._read)
        return {p: self._claims.get(p, ()) for p in wanted}

    def context(self, claim: StoredClaim) -> Context:
        """The context of one claim of this library."""
        key = claim.passage, claim.first_token, claim.last_token
        known = self._contexts.get(key)
        if known is None:
            others = self.claims_of([claim.passage])[claim.passage]
            around = self._surroundings(claim)
            known = context(claim, self._passages[claim.passage], others, around, self._rarity)
            self._contexts[key] = known
        return known

    def document(self, claim: StoredClaim) -> Document:
        if claim.document not in self._documents:
            self._documents.update(self._library.documents([claim.document]))
        return self._documents[claim.document]

    def _fetch(self, numbers: set[int]) -> None:
        if numbers:
            self._read |= numbers
            self._passages.update(self._library.passages(numbers))
            self._claims.update(self._library.claims(numbers))

    def _surroundings(self, claim: StoredClaim) -> Surroundings:
        here = claim.passage
        document = self.document(claim)
        before = [n for n in range(here - YEARS_BEFORE, here) if self._beside(n, claim.document)]
        after = [n for n in range(here + 1, here + AFTER + 1) if self._beside(n, claim.document)]
        named = (frozenset[int]().union(*(years_of(c) for c in self._claims.get(n, ()))) for n in reversed(before))
        return Surroundings(
            before=tuple(self._passages[n] for n in before[-BEFORE:]),
            after=tuple(self._passages[n] for n in after),
            title=document.title,
            published=document.published,
            years_before=next((years for years in named if years), frozenset()),
        )

    def _beside(self, number: int, document: int) -> bool:
        passage = self._passages.get(number)
        return passage is not None and passage.document == document
