"""One fact, one figure: within a passage of the draft, two figures are not both about the same figure of a source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from factcheck.compare import Relation
from factcheck.match.bind import Binding, weigh
from factcheck.match.weights import TAKEN, Null
from factcheck.store.protocol import StoredClaim

# A figure is another's when that one agrees with it and is at least this likely to mean it.
SURE = 0.3

Place = tuple[int, int]


def compete(bindings: Sequence[Binding], null: Null) -> list[Binding]:
    """The bindings once more, each with less for figures that a neighbour in its passage agrees with."""
    owners: dict[tuple[int, Place], set[int]] = defaultdict(set)
    for at, binding in enumerate(bindings):
        for candidate in binding.candidates[:8]:
            if candidate.compared.agrees and candidate.probability >= SURE:
                owners[binding.draft.claim.passage, _place(candidate.context.claim)].add(at)
    return [_yield(at, binding, owners, null) for at, binding in enumerate(bindings)]


def _yield(at: int, binding: Binding, owners: dict[tuple[int, Place], set[int]], null: Null) -> Binding:
    passage = binding.draft.claim.passage
    taken = [
        c
        for c in binding.candidates
        if c.compared.relation is Relation.DIFFERENT and owners.get((passage, _place(c.context.claim)), set()) - {at}
    ]
    if not taken:
        return binding
    changed = [replace(c, score=c.score + TAKEN) if c in taken else c for c in binding.candidates]
    return weigh(binding.draft, changed, null)


def _place(claim: StoredClaim) -> Place:
    return claim.passage, claim.first_token
