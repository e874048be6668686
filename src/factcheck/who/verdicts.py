"""What a library says against what a draft says that people are. In doubt nothing: a person may hold two offices, what
sources call variously is no conflict, and what somebody was at another time is no error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.lean.record import NamedTuple
from factcheck.model import Finding
from factcheck.roles import words
from factcheck.store.protocol import Library, StoredClaim
from factcheck.who import ages, bodies, told
from factcheck.who.declared import Declarations
from factcheck.who.directory import Directory
from factcheck.who.held import A_YEAR, apart, distant
from factcheck.who.said import Clash, Said, agree, clash, held_at, of_one_time, said, unrelated

if TYPE_CHECKING:
    from factcheck.claims import Entity

# Offices that one holds alone.
SOLE = frozenset({"head", "state", "team", "minister", "founder"})


# Who has one of these has colleagues in the same body.
COLLEAGUES = frozenset({"head", "deputy", "state", "minister", "team", "staff"})
# The offices of teams, which have bynames.
OF_TEAMS = frozenset({"team", "staff"})


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
    directory.foresee(drafted)
    judged = (ages.judge(role, directory) if ages.is_age(role) else _judge(role, directory) for role in drafted)
    return [finding for finding in judged if finding is not None]


def _judge(role: StoredClaim, directory: Directory) -> Finding | None:
    mine = said(role.claim)
    own = [one for one in directory.declared(role.claim.subject) if agree(mine, one.said)]
    if own:
        return None if any(not apart(held_at(mine), one.period) for one in own) else told.recorded(role, own)
    held = [_Held(claim, said(claim.claim)) for claim in directory.roles(role.claim.subject) if not ages.is_age(claim)]
    if (reversed_ := _reversed(role, mine, held, directory)) is not None:
        return reversed_
    if not held:
        return _of_state(role, mine, directory) if directory.knows(role.claim.subject) else told.unknown(role)
    agreeing = [one for one in held if agree(mine, one.said)]
    if agreeing or "future" in mine.statuses:
        return _untimely(role, mine, agreeing, directory)
    differing = [(one, how) for one in held if (how := _differs(mine, one.said, directory)) is not None]
    if differing and not _excused(role, mine, held, *differing[0], directory):
        return told.differing(role, [one.claim for one, _ in differing], directory)
    if not differing and (others := _swapped(role, mine, held, directory)):
        return told.mistaken(role, held[0].claim, others, directory)
    if (bare := _elsewhere(role, mine, held, directory)) is not None:
        return told.elsewhere(role, bare, directory)
    holders = _holders(mine, role.claim.subject, directory)
    if holders and not mine.past and not differing and not any(_may_be(mine, one.said) for one in held):
        return told.mistaken(role, held[0].claim, holders, directory)
    return None


def _reversed(role: StoredClaim, mine: Said, held: Sequence[_Held], directory: Directory) -> Finding | None:
    """A relation of a draft that cannot be, for what sources say of the other person: who is somebody's father is no
    brother of theirs. None where they have the draft's as well."""
    if mine.office.sort != "relation" or not mine.body or any(agree(mine, one.said) for one in held):
        return None
    theirs = [(one, said(one.claim)) for one in directory.roles(mine.body) if one.claim.unit == "relation"]
    theirs = [(one, its) for one, its in theirs if its.body and bodies.one_person(its.body, role.claim.subject)]
    wrong = [one for one, its in theirs if unrelated(mine, its)]
    return told.reversed_relation(role, wrong, directory) if wrong and len(wrong) == len(theirs) else None


def _of_state(role: StoredClaim, mine: Said, directory: Directory) -> Finding | None:
    """A head of state or government of whom the library says nothing, while it often has another as such."""
    if mine.office.sort != "state" or mine.statuses or mine.office.rank != 1:
        return None
    holders = _holders(mine, role.claim.subject, directory)
    alone = len({one.claim.subject.split()[-1] for one in holders}) == 1
    return told.mistaken(role, None, holders, directory) if alone and len(holders) > 1 else None


def _untimely(role: StoredClaim, mine: Said, agreeing: Sequence[_Held], directory: Directory) -> Finding | None:
    """The draft's office at another time than all sources have it; None where one may mean the draft's time."""
    others = [one for one in agreeing if one.said.period is not None and one.said.period.closed and _lasts(one.said)]
    current = [one for one in agreeing if one not in others and held_at(one.said) is not None]
    if not (others and mine.period is not None and mine.period.closed and _lasts(mine)):
        return None
    if any(not apart(mine.period, held_at(one.said)) for one in (*others, *current)):
        return None
    return told.differing(role, [one.claim for one in others], directory)


def _lasts(one: Said) -> bool:
    """Whether a period is one of more than a year: of what falls into one year there may be several."""
    return one.period is not None and (one.period.last or 0) - (one.period.first or 0) > A_YEAR


def _differs(mine: Said, theirs: Said, directory: Directory) -> Clash | None:
    """In what the draft's office differs from one of the library's of the same time."""
    how = clash(mine, theirs) or (Clash.PARTY if _of_parties(mine, theirs) else None)
    if how is None or not of_one_time(mine, theirs, how, directory.latest()):
        return None
    if how is Clash.PLACE and all(one.office == words.NATIONAL and one.adjective for one in (mine, theirs)):
        return None  # not even a person, for all that is known: "the Norwegian Harbour Days"
    if how is Clash.PARTY and not all(directory.is_party(one.body) for one in (mine, theirs)):
        return None  # a seat may stand where a party does: "the Odby MP"
    if how in (Clash.BODY, Clash.PARTY) and directory.variously(mine.body, theirs.body):
        return None
    return how


def _elsewhere(role: StoredClaim, mine: Said, held: Sequence[_Held], directory: Directory) -> list[StoredClaim] | None:
    """What sources say of somebody who has the draft's office, in a body that they leave to be understood, if no
    document on them names the draft's."""
    latest = directory.latest()
    same = [one for one in held if one.said.office == mine.office and not distant(mine.period, one.said.period, latest)]
    bare = all(not one.said.body and one.said.statuses == mine.statuses for one in same)
    if not same or not bare or not mine.body or not _of_one_body(role, mine, ""):
        return None
    linked = any(one.said.body and bodies.same(one.said.body, mine.body) for one in held)
    linked = linked or any(one.said.place and bodies.same(one.said.place, mine.body) for one in same)
    if linked or directory.together(role.claim.subject, mine.body):
        return None
    return [one.claim for one in same]


def _of_one_body(role: StoredClaim, mine: Said, other: str) -> bool:
    """Whether an office is one that nobody has in two bodies, and the draft's name of its body no byname, which its
    sentence would have beside the other: "the Rovers lost; Reds coach Mara Lund ..."."""
    named = other and set(bodies.words(other)) <= set(bodies.words(role.claim.sentence))
    byname = mine.office.sort in OF_TEAMS and bodies.byname(mine.body)
    return mine.office.title in words.full_time() and not mine.past and not byname and not named


def _of_parties(mine: Said, theirs: Said) -> bool:
    """Whether two offices of somebody may be of two parties, one that of a member of parliament."""
    if "member" not in (mine.office.sort, theirs.office.sort) or not (mine.body and theirs.body):
        return False
    return not (mine.past or theirs.past or bodies.same(mine.body, theirs.body))


def _excused(
    role: StoredClaim, mine: Said, held: Sequence[_Held], differing: _Held, how: Clash, directory: Directory
) -> bool:
    """Whether what differs may be true all the same: the library links the body to the person in another way, or the
    body may be but another name for the one that the library has, or the office is one of several held before."""
    if how in (Clash.BODY, Clash.PARTY):
        if any(one.said.body and bodies.same(one.said.body, mine.body) for one in held):
            return True
        if _beside(role, differing.said.body) or any(_beside(one.claim, mine.body) for one in held):
            return True
        known = directory.is_named(mine.body)
        if known and not _are_two(role, mine, differing, directory):
            return True
        alike = mine.office.sort == "head" and not mine.past and bodies.of_a_kind(mine.body, differing.said.body)
        if not known and how is Clash.BODY and not (alike or _of_one_body(role, mine, differing.said.body)):
            return True
        return how is Clash.BODY and mine.past and not directory.holders(mine)
    if how is Clash.BIRTHPLACE:
        return _may_be_there(mine, [one for one in held if one.said.office == mine.office], directory)
    if how is Clash.PLACE:
        return any(one.said.place == mine.place for one in held)
    return how is Clash.FIELD and (mine.past or _of_several(mine, held) or directory.hold_several(mine.office))


def _beside(role: StoredClaim, body: str) -> bool:
    """Whether the phrase that says what somebody is names a body besides its own, or an aside behind it does: "the
    Odby director of Brenk", "chairman of the Federation of Rope Makers (Reptak)"."""
    claim = role.claim
    at = claim.sentence.find(claim.words)
    tail = claim.sentence[at + len(claim.words) :] if at >= 0 else ""
    aside = tail[: tail.find(")")] if tail.lstrip().startswith("(") else ""
    named = [part for part in (claim.words, aside) if part]
    some = set(bodies.words(body))
    return any(some <= set(bodies.words(part)) for part in named) or any(
        bodies.abbreviated(word, body) for word in claim.words.split()
    )


def _are_two(role: StoredClaim, mine: Said, differing: _Held, directory: Directory) -> bool:
    """Whether the library knows the draft's body apart from its own."""
    other = differing.said.body
    if directory.apart(mine.body, other) or _others(mine, differing.claim, directory):
        return True
    return _of_one_body(role, mine, other) and directory.side_by_side(mine.body, other)


def _of_several(mine: Said, held: Sequence[_Held]) -> bool:
    """Whether the library knows several fields of somebody, at whatever times: there may be one more."""
    fields = [one.said.fields for one in held if one.said.office == mine.office and one.said.fields]
    return any(not a & b for a in fields for b in fields)


def _may_be_there(mine: Said, born: Sequence[_Held], directory: Directory) -> bool:
    """Whether the draft's birthplace may be that of the sources: they name it beside theirs, have one as lying in the
    other, or do not know the place, and none gives its own down to the nation."""
    whole = any(", " in one.said.body and one.said.place for one in born)
    if not (whole or directory.knows(mine.body.split(", ")[0])):
        return True
    return any(directory.says(one.claim, mine.body) for one in born) or any(
        directory.one_in_the_other(mine.body, one.said.body) for one in born
    )


def _others(mine: Said, role: StoredClaim, directory: Directory) -> bool:
    """Whether somebody else has the draft's office: then its body is another's."""
    surname = role.claim.subject.split()[-1]
    return any(one.claim.subject.split()[-1] != surname for one in directory.holders(mine))


def _holders(mine: Said, bearer: str, directory: Directory) -> list[StoredClaim]:
    """Other people to whom the library gives just the draft's office; none where one of them may be the same person."""
    if mine.office.sort not in SOLE or not _located(mine):
        return []
    held = [(one, said(one.claim)) for one in directory.holders(mine)]
    latest = directory.latest()
    found = [one for one, its in held if not its.past and not distant(mine.period, its.period, latest)]
    surname = bearer.split()[-1]
    if any(one.claim.subject.split()[-1] == surname for one in found):
        return []
    return found


def _swapped(role: StoredClaim, mine: Said, held: Sequence[_Held], directory: Directory) -> list[StoredClaim]:
    """Others to whom a passage gives the draft's office where it gives the draft's person another of the same body."""
    if mine.office.sort not in SOLE or mine.past or (mine.office.sort == "minister" and not mine.fields):
        return []
    found, latest = [], directory.latest()
    for one in held:
        if one.said.past or one.said.office.sort not in COLLEAGUES or _may_be(mine, one.said):
            continue
        if distant(mine.period, one.said.period, latest):
            continue
        for other in directory.beside(one.claim):
            its = said(other.claim)
            if other.claim.subject != one.claim.claim.subject and _same_post(mine, its, one.said, role, other):
                found.append(other)
    surname = role.claim.subject.split()[-1]
    return [] if any(one.claim.subject.split()[-1] == surname for one in found) else found


def _same_post(mine: Said, its: Said, own: Said, role: StoredClaim, other: StoredClaim) -> bool:
    """Whether somebody has the draft's office in the body in which its person has another, as far as both are told."""
    if (
        its.office != mine.office
        or its.statuses != mine.statuses
        or its.fields != mine.fields
        or its.place != mine.place
    ):
        return False
    if own.body and its.body and not bodies.same(own.body, its.body):
        return False
    body = its.body or own.body
    if not mine.body:
        return not body or set(bodies.words(body)) <= set(bodies.words(role.claim.sentence))
    if body:
        return bodies.same(body, mine.body)
    return set(bodies.words(mine.body)) <= set(bodies.words(other.claim.sentence))


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
