"""Adds to the answers of a search what checkers have decided about them, and the conflicts they are caught in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck import conflicts
from factcheck.claims.curation import RELIABLE, CuratedClaim, Status
from factcheck.claims.knowledge import Knowledge
from factcheck.lean.record import NamedTuple
from factcheck.lookup.search import Hit
from factcheck.model import Claim, Document
from factcheck.store.protocol import Library
from factcheck.text import Span

# How much more a confirmed answer counts than one that nobody has checked.
CONFIRMED = 1.1

Place = tuple[str, Span]


class Answer(NamedTuple):
    """An answer of a search.

    hit: what was found, how well it answers, and why
    curated: the curated claim that rests on it, None where there is none
    conflicts: the ids of the conflicts it is part of
    """

    hit: Hit
    curated: CuratedClaim | None
    conflicts: tuple[str, ...]

    @property
    def claim(self) -> Claim:
        """The figure or quotation that answers."""
        return self.hit.claim.claim

    @property
    def document(self) -> Document:
        """The document it stands in."""
        return self.hit.document

    @property
    def score(self) -> float:
        """How well it answers; answers of one query are compared by it."""
        return self.hit.score


def known(hits: Sequence[Hit], library: Library, knowledge: Knowledge) -> list[Answer]:
    """The answers, confirmed ones before equally good others, retracted ones last."""
    caught = _conflicts(hits, library)
    found = [
        Answer(hit, knowledge.of(hit.claim.claim), caught.get((hit.claim.claim.path, hit.claim.claim.span), ()))
        for hit in hits
    ]
    return sorted(found, key=_rank)


def _rank(answer: Answer) -> tuple[bool, float]:
    status = answer.curated.status if answer.curated else None
    return status is Status.RETRACTED, -answer.hit.score * (CONFIRMED if status in RELIABLE else 1)


def _conflicts(hits: Sequence[Hit], library: Library) -> Mapping[Place, tuple[str, ...]]:
    """The ids of the conflicts that the answers are part of, by the place of each claim in them."""
    found: dict[Place, tuple[str, ...]] = defaultdict(tuple)
    for conflict in conflicts.touching(library, (hit.claim.claim.id for hit in hits)):
        for side in conflict.sides:
            for stored in side.claims:
                found[stored.claim.path, stored.claim.span] += (conflict.id,)
    return found
