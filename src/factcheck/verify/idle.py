"""Which curated claims and rulings decide nothing, though they look as if they did: a decision must not be lost in
silence."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from pathlib import Path

from factcheck import conflicts
from factcheck.claims.curation import RELIABLE, CuratedClaim, Curation, Problem
from factcheck.claims.discretion import discreetly
from factcheck.claims.knowledge import Knowledge
from factcheck.model import Claim
from factcheck.rules import codes
from factcheck.store.protocol import Library
from factcheck.values import date
from factcheck.verify.decided import kept


def idle(curation: Curation, library: Library, today: str, unsound: Collection[Problem] = ()) -> list[Problem]:
    """A problem for each ruling and each confirmed or corrected claim without effect, by file and line.

    today: the ISO date by which embargoes are judged; unsound: what is known to be wrong, which tells enough of a claim
    whose passages it concerns
    """
    told = {problem[:2] for problem in unsound}
    found = [*_rulings(curation, library), *_unread(curation, library, told)]
    return sorted(discreetly(found, curation, today))


def without_effect(claim: CuratedClaim, today: str) -> str:
    """Why a claim settles nothing as it stands, in a word or two; "" if it does."""
    if claim.status not in RELIABLE:
        return claim.status.value
    last = date(claim.valid).high if claim.valid else None
    over = last is not None and last < datetime.date.fromisoformat(today).toordinal()
    return "of a period that is over" if over else ""


def _rulings(curation: Curation, library: Library) -> Iterator[Problem]:
    if not curation.rulings:
        return
    knowledge = Knowledge(curation)
    found = conflicts.named(library, (ruling.conflict for ruling in curation.rulings))
    for ruling in curation.rulings:
        conflict = found.get(ruling.conflict)
        if conflict is None:
            message = f"no conflict is called {ruling.conflict!r}: the ruling rules on nothing"
            yield Problem(*ruling.origin, codes.UNKNOWN_CONFLICT, message)
        elif kept(conflict, ruling, knowledge) is None:
            message = f"{ruling.keep!r} is no claim of {ruling.conflict!r}: the ruling keeps nothing"
            yield Problem(*ruling.origin, codes.UNKNOWN_CLAIM, message)


def _unread(curation: Curation, library: Library, told: Collection[tuple[Path, int]]) -> Iterator[Problem]:
    """Claims that no figure or quotation of their documents is taken for."""
    knowledge = Knowledge(curation)
    documents = sorted({citation.document for claim in curation.claims for citation in claim.citations})
    numbers = library.find_documents(documents).values()
    meant = {id(knowledge.of(read)) for number in numbers for read in _read(library, number)}
    for claim in curation.claims:
        known = any(citation.origin in told for citation in claim.citations)
        if claim.status in RELIABLE and claim.citations and not known and id(claim) not in meant:
            message = f"nothing that is read in the passages of {claim.id!r} is that claim: it counts for no verdict"
            yield Problem(*claim.origin, codes.CLAIM_UNREAD, message)


def _read(library: Library, document: int) -> Iterator[Claim]:
    passages = [passage.id for passage in library.passages_of([document])[document]]
    for found in library.claims(passages).values():
        yield from (stored.claim for stored in found)
