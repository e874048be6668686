"""The disagreements of a library that are kept beside its index; they are sought where its files have changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.lean.record import NamedTuple
from factcheck.model import Kind
from factcheck.store.protocol import Library
from factcheck.store.shelf import Kept, Shelf, spot_of
from factcheck.workspace.version import judging


class Recorded(NamedTuple):
    """What is kept of a library.

    pairs: all pairs of claims that cannot both be true, in the order of their claims
    contested: the people on whom its statements may exclude each other
    copies: passages of which it is known whether they are copies of one text
    """

    pairs: list[Kept]
    contested: list[str]
    copies: dict[tuple[int, int], bool]


def recorded(library: Library) -> Recorded:
    """What is kept of a library as it is now."""
    with Shelf(library.shelf, judging()) as shelf:
        return _renewed(library, shelf)


def soon_recorded(library: Library, most: int) -> Recorded | None:
    """What is kept of a library as it is now; None where more than so many passages are to be searched for that."""
    with Shelf(library.shelf, judging()) as shelf:
        known, now = shelf.files(), library.digests()
        every = known.keys() | now.keys()
        turned = sum(known.get(number) != now.get(number) for number in every)
        return _renewed(library, shelf) if turned * library.passage_count() <= most * len(every) else None


def _renewed(library: Library, shelf: Shelf) -> Recorded:
    if shelf.files() != library.digests():
        from factcheck.conflicts.ledger import Renewal

        with shelf.changing():
            Renewal(library, shelf).bring_up_to_date()
    return Recorded(shelf.pairs(), shelf.contested(), shelf.copies())


def keep_copies(library: Library, copies: Mapping[tuple[int, int], bool]) -> None:
    """Keep which passages of a library are copies of one text, unless others have changed what is kept of it since."""
    with Shelf(library.shelf, judging()) as shelf, shelf.changing():
        if shelf.files() == library.digests():
            shelf.add_copies(copies)


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
