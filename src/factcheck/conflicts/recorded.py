"""The disagreements of a library that are kept beside its index; they are sought where its files have changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.model import Kind
from factcheck.store.protocol import Library
from factcheck.store.shelf import Kept, Shelf, spot_of
from factcheck.workspace.version import judging


class Recorded(NamedTuple):
    """All pairs of claims of a library that cannot both be true, in the order of their claims, and the people on whom
    its statements may exclude each other."""

    pairs: list[Kept]
    contested: list[str]


def recorded(library: Library) -> Recorded:
    """What is kept of a library as it is now."""
    shelf = Shelf(library.shelf, judging())
    try:
        if shelf.files() != library.digests():
            from factcheck.conflicts.ledger import Renewal

            with shelf.changing():
                Renewal(library, shelf).bring_up_to_date()
        return Recorded(shelf.pairs(), shelf.contested())
    finally:
        shelf.close()


def disagreements(library: Library, pairs: Iterable[Kept]) -> list[Disagreement]:
    """Kept pairs with their claims."""
    known = list(pairs)
    claims = library.claims({spot.passage for pair in known for spot in (pair.a, pair.b)})
    placed = {
        spot_of(claim): claim for found in claims.values() for claim in found if claim.claim.kind is not Kind.NAME
    }
    return [
        Disagreement(
            placed[pair.a],
            placed[pair.b],
            Fact(Kind(pair.kind), pair.subject, pair.measure, pair.scope),
            Reason(pair.reason),
            pair.note,
        )
        for pair in known
        if pair.a in placed and pair.b in placed
    ]
