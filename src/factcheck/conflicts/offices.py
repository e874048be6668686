"""Finds people of whom sources of one time say what cannot all be true: two fields, nations or relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.lean import regex as re
from factcheck.model import Document, Kind
from factcheck.store.protocol import Library, StoredClaim
from factcheck.who.said import Clash, Said, agree, clash, said

# Two bodies or parties are none of these: many people have an office in more than one, and one may have two names.
TOLD = frozenset({Clash.FIELD, Clash.PLACE, Clash.RELATION})
YEAR = re.compile(r"\b\d{4}")


def disagreeing(library: Library, bearers: Collection[str] = ()) -> list[Disagreement]:
    """The pairs of statements on one person that exclude each other, by person; `bearers`: of these people alone."""
    held: Mapping[str, Sequence[StoredClaim]] = library.roles(bearers) if bearers else _by_bearer(library)
    several = {bearer: roles for bearer, roles in held.items() if len({role.document for role in roles}) > 1}
    documents = library.documents({role.document for roles in several.values() for role in roles})
    return [found for bearer, roles in sorted(several.items()) for found in _of_one(bearer, roles, documents)]


def _by_bearer(library: Library) -> dict[str, list[StoredClaim]]:
    held: dict[str, list[StoredClaim]] = defaultdict(list)
    for role in library.all_claims(Kind.ROLE):
        held[role.claim.subject].append(role)
    return held


def _of_one(bearer: str, roles: Sequence[StoredClaim], documents: Mapping[int, Document]) -> Iterator[Disagreement]:
    told = [(role, said(role.claim)) for role in roles]
    for (a, mine), (b, theirs) in combinations(told, 2):
        how = clash(mine, theirs) if a.document != b.document else None
        if how not in TOLD or mine.statuses != theirs.statuses or mine.past:
            continue
        if _at_one_time(documents[a.document], documents[b.document]) and not _bridged(mine, theirs, told):
            yield Disagreement(a, b, Fact(Kind.ROLE, bearer, mine.office.title), Reason.OFFICE, f"another {how}")


def _at_one_time(a: Document, b: Document) -> bool:
    """Whether two documents have a year in common, as far as they have one at all."""
    years = [set(YEAR.findall(document.published)) for document in (a, b)]
    return bool(years[0] & years[1]) or not any(years)


def _bridged(mine: Said, theirs: Said, told: Sequence[tuple[StoredClaim, Said]]) -> bool:
    """Whether a source says both in one: a minister of trade and finance."""
    return any(agree(one, mine) and agree(one, theirs) for _, one in told)
