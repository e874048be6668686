"""Finds people of whom sources of one time say what cannot all be true: two fields, nations or relations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.lean import regex as re
from factcheck.model import Document, Kind
from factcheck.roles.words import AGED
from factcheck.store.protocol import Library, StoredClaim
from factcheck.who import ages
from factcheck.who.directory import Directory
from factcheck.who.said import LASTING, Clash, Said, agree, clash, said

# Two bodies or parties are none of these: many people have an office in more than one, and one may have two names.
TOLD = frozenset({Clash.FIELD, Clash.PLACE, Clash.RELATION, Clash.BIRTHPLACE})
BIRTHPLACE = f"another {Clash.BIRTHPLACE}"
# What is said of so many people is read together.
TOGETHER = 500
YEAR = re.compile(r"\b\d{4}")


def disagreeing(library: Library, bearers: Collection[str]) -> list[Disagreement]:
    """The pairs of statements on one of some people that exclude each other, by person."""
    directory = Directory(library)
    found = (one for _, own in _by_bearer(library, bearers) for one in own)
    return [one for one in found if one.note != BIRTHPLACE or not _may_be_one(one, directory)]


def contested(library: Library, bearers: Collection[str]) -> list[str]:
    """Those of some people on whom statements may exclude each other, whatever the library says of places."""
    ordered = sorted(bearers)
    lots = (ordered[start : start + TOGETHER] for start in range(0, len(ordered), TOGETHER))
    return [bearer for lot in lots for bearer, found in _by_bearer(library, lot) if any(True for _ in found)]


def _by_bearer(library: Library, bearers: Collection[str]) -> Iterator[tuple[str, Iterator[Disagreement]]]:
    """Each of some people whom several documents speak of, with the statements that exclude each other."""
    held = library.roles(bearers)
    several = {bearer: roles for bearer, roles in held.items() if len({role.document for role in roles}) > 1}
    documents = library.documents({role.document for roles in several.values() for role in roles})
    return ((bearer, _of_one(bearer, roles, documents)) for bearer, roles in sorted(several.items()))


def _of_one(bearer: str, roles: Sequence[StoredClaim], documents: Mapping[int, Document]) -> Iterator[Disagreement]:
    yield from _ages(bearer, roles)
    told = [(role, said(role.claim)) for role in roles if not ages.is_age(role)]
    for (a, mine), (b, theirs) in combinations(told, 2):
        how = clash(mine, theirs) if a.document != b.document else None
        if how not in TOLD or mine.statuses != theirs.statuses or (mine.past and how not in LASTING):
            continue
        at_one_time = how in LASTING or _at_one_time(documents[a.document], documents[b.document])
        if at_one_time and not _bridged(mine, theirs, told):
            yield Disagreement(a, b, Fact(Kind.ROLE, bearer, mine.office.title), Reason.OFFICE, f"another {how}")


def _ages(bearer: str, roles: Sequence[StoredClaim]) -> Iterator[Disagreement]:
    """The pairs of dated ages, or ages at death, that cannot both be a person's."""
    for a, b in combinations(filter(ages.is_age, roles), 2):
        if a.document != b.document and ages.alike(a, b) and not ages.possible(a, b):
            yield Disagreement(a, b, Fact(Kind.ROLE, bearer, AGED.title), Reason.OFFICE, "another age")


def _may_be_one(found: Disagreement, directory: Directory) -> bool:
    """Whether the two birthplaces may be one: a passage of either names the other, or one as lying in the other."""
    places = found.a.claim.scope, found.b.claim.scope
    named = directory.says(found.a, places[1]) or directory.says(found.b, places[0])
    return named or directory.one_in_the_other(*places)


def _at_one_time(a: Document, b: Document) -> bool:
    """Whether two documents have a year in common, as far as they have one at all."""
    years = [set(YEAR.findall(document.published)) for document in (a, b)]
    return bool(years[0] & years[1]) or not any(years)


def _bridged(mine: Said, theirs: Said, told: Sequence[tuple[StoredClaim, Said]]) -> bool:
    """Whether a source says both in one: a minister of trade and finance."""
    return any(agree(one, mine) and agree(one, theirs) for _, one in told)
