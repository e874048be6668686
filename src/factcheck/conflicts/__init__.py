"""Finds where the sources of a library disagree: claims about one fact that cannot all be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from factcheck.conflicts.conflict import Conflict, Disagreement, Fact, Reason, Side, claims_of
from factcheck.conflicts.form import of_no_form
from factcheck.conflicts.group import Copies, group
from factcheck.conflicts.recorded import disagreements, keep_copies, recorded, soon_recorded
from factcheck.match.alone import Alone
from factcheck.model import Kind
from factcheck.store.protocol import Library
from factcheck.store.shelf import Kept, Spot, spot_of

__all__ = ["Conflict", "Disagreement", "Fact", "Reason", "Side", "find", "keep", "keep_soon", "named", "touching"]

# To search so many passages takes about a second.
QUICK = 1000


def find(library: Library) -> list[Conflict]:
    """All conflicts of a library, by their first claim."""
    known = recorded(library)
    others: list[Disagreement] = []
    if known.contested:
        from factcheck.conflicts.offices import disagreeing

        others = disagreeing(library, known.contested)
    copies = Copies(Alone(library), known.copies)
    found = _grouped(library, known.pairs, copies, others)
    if copies.new:
        keep_copies(library, copies.new)
    return found


def keep(library: Library) -> None:
    """Find what is to be found now, so that it need not be found later."""
    recorded(library)


def keep_soon(library: Library) -> None:
    """The same where that does not take long."""
    soon_recorded(library, QUICK)


def touching(
    library: Library, identifiers: Iterable[str], reasons: Collection[Reason] = frozenset(Reason)
) -> list[Conflict]:
    """The conflicts for some reasons that claims of some ids are part of.

    Where it would take long to find those of the whole library, these are found by themselves, and are the same.
    """
    known = soon_recorded(library, QUICK)
    claims = library.find_claims(identifiers).values() if known is None or known.pairs else ()
    wanted = {spot_of(claim) for claim in claims}
    if not wanted:
        return []
    if known is None:
        from factcheck.conflicts.asked import around

        pairs = around(library, wanted, reasons)
    else:
        pairs = _hanging_together([pair for pair in known.pairs if pair.reason in reasons], wanted)
    # They are few enough for all documents that they speak of to be read in one question.
    alone = Alone(library)
    alone.foresee(library.document_of(spot.passage) for pair in pairs for spot in (pair.a, pair.b))
    return _grouped(library, pairs, Copies(alone, known.copies if known else {}))


def named(library: Library, identifiers: Iterable[str]) -> dict[str, Conflict]:
    """The conflicts of which some ids name a pair, by these ids."""
    wanted = set(identifiers)
    claims = library.find_claims(claim for pair in wanted for claim in claims_of(pair)) if wanted else {}
    found = touching(library, claims)
    bearers = {claim.claim.subject for claim in claims.values() if claim.claim.kind is Kind.ROLE}
    if bearers:
        from factcheck.conflicts.offices import disagreeing

        found += group(disagreeing(library, bearers), Copies(Alone(library), {}))
    return {pair: conflict for conflict in reversed(found) for pair in conflict.pairs if pair in wanted}


def _grouped(
    library: Library, pairs: Sequence[Kept], copies: Copies, others: Sequence[Disagreement] = ()
) -> list[Conflict]:
    """others: what disagrees besides figures and quotations"""
    return group([*of_no_form(disagreements(library, pairs)), *others], copies)


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
