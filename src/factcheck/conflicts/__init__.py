"""Finds where the sources of a library disagree: claims about one fact that cannot all be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from factcheck.conflicts.conflict import Conflict, Disagreement, Fact, Reason, Side
from factcheck.conflicts.form import of_no_form
from factcheck.conflicts.group import group
from factcheck.conflicts.likeness import Likeness
from factcheck.conflicts.recorded import disagreements, recorded
from factcheck.match.alone import Alone
from factcheck.store.protocol import Library
from factcheck.store.shelf import Kept, Spot, spot_of

__all__ = ["Conflict", "Disagreement", "Fact", "Reason", "Side", "find", "keep", "touching"]


def find(library: Library) -> list[Conflict]:
    """All conflicts of a library, by their first claim."""
    known = recorded(library)
    if not known.contested:
        return _grouped(library, known.pairs)
    from factcheck.conflicts.offices import disagreeing

    return _grouped(library, known.pairs, disagreeing(library, known.contested))


def keep(library: Library) -> None:
    """Find what is to be found now, so that it need not be found later."""
    recorded(library)


def touching(library: Library, identifiers: Iterable[str]) -> list[Conflict]:
    """The conflicts that claims of some ids are part of."""
    pairs = recorded(library).pairs
    claims = library.find_claims(identifiers).values() if pairs else ()
    wanted = {spot_of(claim) for claim in claims}
    return _grouped(library, _hanging_together(pairs, wanted), at_once=True) if wanted else []


def _grouped(
    library: Library, pairs: Sequence[Kept], others: Sequence[Disagreement] = (), *, at_once: bool = False
) -> list[Conflict]:
    """others: what disagrees besides figures and quotations; at_once: whether all documents that are spoken of are few
    enough to be read in one question"""
    found = [*of_no_form(disagreements(library, pairs)), *others]
    alone = Alone(library)
    if at_once:
        alone.foresee(claim.document for one in found for claim in (one.a, one.b))
    return group(found, Likeness(alone)) if found else []


def _hanging_together(pairs: Sequence[Kept], wanted: set[Spot]) -> list[Kept]:
    """The pairs that some claims are part of, those that these hang together with, and so on."""
    by_spot: dict[Spot, list[Kept]] = defaultdict(list)
    for pair in pairs:
        by_spot[pair.a].append(pair)
        by_spot[pair.b].append(pair)
    seen: set[Spot] = set()
    ahead = [spot for spot in wanted if spot in by_spot]
    while ahead:
        spot = ahead.pop()
        if spot not in seen:
            seen.add(spot)
            ahead += (other for pair in by_spot[spot] for other in (pair.a, pair.b))
    return [pair for pair in pairs if pair.a in seen]
