"""What a library says against what a draft says that people are. In doubt nothing: a person may hold two offices, what
sources call variously is no conflict, and what somebody was at another time is no error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import Evidence, Finding, Verdict
from factcheck.rules import codes
from factcheck.store.protocol import Library, StoredClaim
from factcheck.who import bodies
from factcheck.who.declared import Declarations
from factcheck.who.directory import Directory
from factcheck.who.said import Clash, Said, agree, clash, said

if TYPE_CHECKING:
    from factcheck.claims import Entity

SHOWN = 5
# Offices that one holds alone.
SOLE = frozenset({"head", "state", "team", "minister", "founder"})


class _Held(NamedTuple):
    """One thing that the library says of somebody."""

    claim: StoredClaim
    said: Said


def findings(roles: Iterable[StoredClaim], library: Library, entities: Iterable[Entity] = ()) -> list[Finding]:
    """What is wrong with what a draft says its people are: an office that sources give otherwise, or to another.

    entities: those of the claims files, whose names are one person's each and whose roles are right
    """
    drafted = list(roles)
    directory = Directory(library, Declarations(entities))
    directory.foresee(role.claim.subject for role in drafted)
    judged = (_judge(role, directory) for role in drafted)
    return [finding for finding in judged if finding is not None]


def _judge(role: StoredClaim, directory: Directory) -> Finding | None:
    mine = said(role.claim)
    if any(agree(mine, one.said) for one in directory.declared(role.claim.subject)):
        return None
    held = [_Held(claim, said(claim.claim)) for claim in directory.roles(role.claim.subject)]
    if not held:
        return None if directory.knows(role.claim.subject) else _unknown(role)
    if "future" in mine.statuses or any(agree(mine, one.said) for one in held):
        return None
    differing = [(one, how) for one in held if (how := _differs(mine, one.said, directory)) is not None]
    if differing and not _excused(mine, held, *differing[0], directory):
        return _differing(role, [one for one, _ in differing], directory)
    holders = _holders(mine, role.claim.subject, directory)
    if holders and not mine.past and not differing and not any(_may_be(mine, one.said) for one in held):
        return _mistaken(role, held, holders, directory)
    return None


def _unknown(role: StoredClaim) -> Finding:
    message = f"no source names {role.claim.subject}"
    return Finding(role.claim, Verdict.UNVERIFIED, codes.PERSON_UNKNOWN, message)


def _differs(mine: Said, theirs: Said, directory: Directory) -> Clash | None:
    """In what the draft's office differs from one of the library's of the same time."""
    if mine.past != theirs.past or "future" in theirs.statuses:
        return None
    how = clash(mine, theirs)
    if how in (Clash.BODY, Clash.PARTY) and directory.variously(mine.body, theirs.body):
        return None
    return how


def _excused(mine: Said, held: Sequence[_Held], differing: _Held, how: Clash, directory: Directory) -> bool:
    """Whether what differs may be true all the same: the library links the body to the person in another way, or the
    body may be but another name for the one that the library has, or the office is one of several held before."""
    if how in (Clash.BODY, Clash.PARTY):
        if any(one.said.body and bodies.same(one.said.body, mine.body) for one in held):
            return True
        if not (directory.apart(mine.body, differing.said.body) or _others(mine, differing.claim, directory)):
            return True
        return mine.past and not directory.holders(mine)
    if how is Clash.PLACE:
        return any(one.said.place == mine.place for one in held)
    return how is Clash.FIELD and mine.past


def _others(mine: Said, role: StoredClaim, directory: Directory) -> bool:
    """Whether somebody else has the draft's office: then its body is another's."""
    surname = role.claim.subject.split()[-1]
    return any(one.claim.subject.split()[-1] != surname for one in directory.holders(mine))


def _holders(mine: Said, bearer: str, directory: Directory) -> list[StoredClaim]:
    """Other people to whom the library gives just the draft's office; none where one of them may be the same person."""
    if mine.office.sort not in SOLE or not _located(mine):
        return []
    found = [one for one in directory.holders(mine) if not said(one.claim).past]
    surname = bearer.split()[-1]
    if any(one.claim.subject.split()[-1] == surname for one in found):
        return []
    return found


def _located(mine: Said) -> bool:
    """Whether an office is told so far that one person alone can hold it."""
    if mine.body:
        return True
    return bool(mine.place) and (mine.office.sort == "state" or (mine.office.sort == "minister" and bool(mine.fields)))


def _may_be(mine: Said, theirs: Said) -> bool:
    """Whether an office of the library may be the draft's: the same title without a body, a vague word, or another
    office that somebody once held in the same body."""
    if theirs.past and theirs.body and mine.body and bodies.same(theirs.body, mine.body):
        return True
    return mine.office == theirs.office or "vague" in (mine.office.sort, theirs.office.sort)


def _differing(role: StoredClaim, differing: Sequence[_Held], directory: Directory) -> Finding:
    claim, source = role.claim, differing[0].claim
    message = (
        f"the draft calls {claim.subject} “{claim.words}”; the source says “{source.claim.words}”"
        f"{_dated(source, directory)}"
    )
    evidence = tuple(_evidence(one.claim, directory) for one in differing[:SHOWN])
    return Finding(claim, Verdict.CONTRADICTED, codes.ROLE_DIFFERS, message, source.claim.words, evidence)


def _mistaken(
    role: StoredClaim, held: Sequence[_Held], holders: Sequence[StoredClaim], directory: Directory
) -> Finding:
    claim, holder = role.claim, holders[0]
    own = held[0].claim
    message = (
        f"the draft calls {claim.subject} “{claim.words}”; the source says that of {holder.claim.subject}"
        f"{_dated(holder, directory)}, and of {claim.subject} “{own.claim.words}”"
    )
    shown = [*holders[: SHOWN - 1], own]
    evidence = tuple(_evidence(one, directory) for one in shown)
    return Finding(claim, Verdict.CONTRADICTED, codes.MISTAKEN_IDENTITY, message, holder.claim.subject, evidence)


def _dated(claim: StoredClaim, directory: Directory) -> str:
    published = directory.document(claim).published
    return f" ({published})" if published else ""


def _evidence(claim: StoredClaim, directory: Directory) -> Evidence:
    return Evidence(claim.claim, directory.document(claim), agrees=False, score=1.0)
