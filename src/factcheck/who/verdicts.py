"""What a library says against what a draft says that people are. In doubt nothing: a person may hold two offices, what
sources call variously is no conflict, and what somebody was at another time is no error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.model import Finding
from factcheck.roles import words
from factcheck.store.protocol import Library, StoredClaim
from factcheck.who import ages, bodies, told
from factcheck.who.declared import Declarations
from factcheck.who.directory import Directory
from factcheck.who.excused import Held, elsewhere, excused, stateless, unlikely
from factcheck.who.held import A_YEAR, Period, apart, distant
from factcheck.who.said import PARTISAN, Clash, Said, agree, clash, held_at, kin, of_one_time, said, unrelated

if TYPE_CHECKING:
    from factcheck.claims import Entity

# Offices that one holds alone.
SOLE = frozenset({"head", "state", "team", "minister", "founder"})
# Who has one of these works for the body.
WORK = frozenset({"expert", "vague", "staff"})
# Who is new in an office may be so for a source as well that tells of one's former.
NOT_YET = frozenset({"new", "newly"})
# Who has one of these has colleagues in the same body.
COLLEAGUES = frozenset({"head", "deputy", "state", "minister", "team", "staff"})


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
    held = [Held(claim, said(claim.claim)) for claim in directory.roles(role.claim.subject) if not ages.is_age(claim)]
    if (related := _reversed(role, mine, held, directory) or _otherwise(role, mine, held, directory)) is not None:
        return related
    if not held:
        return _of_state(role, mine, directory) if directory.knows(role.claim.subject) else told.unknown(role)
    differing = [(one, how) for one in held if (how := _differs(mine, one.said, directory)) is not None]
    agreeing = [one for one in held if agree(mine, one.said) and all(_tells(one.said, how) for _, how in differing)]
    bare = stateless(role, mine, held, directory)
    if (agreeing and not bare) or "future" in mine.statuses:
        return _ended(role, mine, agreeing, directory) or _untimely(role, mine, agreeing, directory)
    wrong = next((one for one, how in _by_body(differing) if not excused(role, mine, held, one, how, directory)), None)
    if wrong is not None:
        others = [one.claim for one, _ in differing if one is not wrong]
        return told.differing(role, [wrong.claim, *others], directory)
    if not differing and (swapped := _swapped(role, mine, held, directory)):
        return told.mistaken(role, held[0].claim, swapped, directory)
    if bare := bare or elsewhere(role, mine, held, directory) or []:
        return told.elsewhere(role, bare, directory)
    holders = _holders(mine, role.claim.subject, directory)
    if holders and not mine.past and not differing and not any(_may_be(mine, one.said) for one in held):
        return told.mistaken(role, held[0].claim, holders, directory)
    if not differing and (taken := _taken(role, mine, held, directory)):
        return told.mistaken(role, held[0].claim, taken, directory)
    others = unlikely(role, mine, held, directory)
    return told.differing(role, others, directory) if others else None


def _reversed(role: StoredClaim, mine: Said, held: Sequence[Held], directory: Directory) -> Finding | None:
    """A relation of a draft that cannot be, for what sources say of the other person: who is somebody's father is no
    brother of theirs. None where they have the draft's as well."""
    if mine.office.sort != "relation" or not mine.body or any(agree(mine, one.said) for one in held):
        return None
    theirs = [(one, said(one.claim)) for one in directory.roles(mine.body) if one.claim.unit == "relation"]
    theirs = [(one, its) for one, its in theirs if its.body and bodies.one_person(its.body, role.claim.subject)]
    wrong = [one for one, its in theirs if unrelated(mine, its)]
    return told.reversed_relation(role, wrong, directory) if wrong and len(wrong) == len(theirs) else None


def _otherwise(role: StoredClaim, mine: Said, held: Sequence[Held], directory: Directory) -> Finding | None:
    """Another relation than the draft's, which sources leave to be understood, where they name nobody else than those
    two: "Peter Brenk came with wife Mara Lund"."""
    kind = kin(mine.office)
    related = [one for one in held if one.said.office.sort == "relation"]
    if not kind or not mine.body or any(kin(one.said.office) in (kind, "") for one in related):
        return None
    bare = [one.claim for one in related if not one.said.body and _only_of(one.claim, mine.body, directory)]
    return told.differing(role, bare, directory) if bare else None


def _only_of(claim: StoredClaim, other: str, directory: Directory) -> bool:
    """Whether a sentence that tells a relation of somebody names one other person, and nobody else in full."""
    pair = (claim.claim.subject, other)
    said_of = set(bodies.words(other)[-1:]) <= set(bodies.words(claim.claim.sentence))
    return said_of and all(any(bodies.one_person(name, one) for one in pair) for name in directory.people(claim))


def _of_state(role: StoredClaim, mine: Said, directory: Directory) -> Finding | None:
    """A head of state or government of whom the library says nothing, while it often has another as such."""
    if mine.office.sort != "state" or mine.statuses or mine.office.rank != 1:
        return None
    holders = _holders(mine, role.claim.subject, directory)
    alone = len({one.claim.subject.split()[-1] for one in holders}) == 1
    return told.mistaken(role, None, holders, directory) if alone and len(holders) > 1 else None


def _untimely(role: StoredClaim, mine: Said, agreeing: Sequence[Held], directory: Directory) -> Finding | None:
    """The draft's office at another time than all sources have it; None where one may mean the draft's time."""
    others = [one for one in agreeing if one.said.period is not None and one.said.period.closed and _lasts(one.said)]
    current = [one for one in agreeing if one not in others and held_at(one.said) is not None]
    if not (others and mine.period is not None and mine.period.closed and _lasts(mine)):
        return None
    if any(not apart(mine.period, held_at(one.said)) for one in (*others, *current)):
        return None
    return told.differing(role, [one.claim for one in others], directory)


def _ended(role: StoredClaim, mine: Said, agreeing: Sequence[Held], directory: Directory) -> Finding | None:
    """What the draft calls somebody at present and all sources formerly: "the current chairman". None for a draft that
    is older than a source."""
    if mine.past or not _word_of("present", role.claim.words):
        return None
    over = [one.claim for one in agreeing if one.said.past and _word_of("past", one.claim.claim.words)]
    older = any(_before(mine.period, one.said.period) for one in agreeing)
    return told.differing(role, over, directory) if over and len(over) == len(agreeing) and not older else None


def _word_of(part: str, phrase: str) -> bool:
    """Whether a phrase has a word that plays a part before an office: "current" says that it is held now."""
    return any(
        words.statuses().get(word) == part and word not in NOT_YET for word in phrase.lower().replace("-", " ").split()
    )


def _before(mine: Period | None, theirs: Period | None) -> bool:
    """Whether one period begins before another, as far as both are known."""
    first = mine.first if mine is not None else None
    other = theirs.first if theirs is not None else None
    return first is not None and other is not None and first < other


def _by_body(differing: Sequence[tuple[Held, Clash]]) -> list[tuple[Held, Clash]]:
    """The first of what differs for each body: a team may be named and go by a byname as well."""
    return list({(one.said.body, how): (one, how) for one, how in reversed(differing)}.values())[::-1]


def _tells(one: Said, how: Clash) -> bool:
    """Whether what somebody is said to be tells that in which others of it differ from a draft."""
    told = {Clash.FIELD: one.fields, Clash.BODY: one.body, Clash.PARTY: one.body, Clash.PLACE: one.place}
    return bool(told.get(how, True))


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


def _of_parties(mine: Said, theirs: Said) -> bool:
    """Whether two offices of somebody may be of two parties."""
    if not all(one.body and (one.office.sort == "member" or one.office.title in PARTISAN) for one in (mine, theirs)):
        return False
    return not (mine.past or theirs.past or bodies.same(mine.body, theirs.body))


def _holders(mine: Said, bearer: str, directory: Directory) -> list[StoredClaim]:
    """Other people to whom the library gives just the draft's office; none where one of them may be the same person."""
    if mine.office.sort not in SOLE or not _located(mine) or "acting" in mine.statuses:
        return []
    held = [(one, said(one.claim)) for one in directory.holders(mine)]
    latest = directory.latest()
    found = [one for one, its in held if not (its.past or distant(mine.period, its.period, latest))]
    surname = bearer.split()[-1]
    if any(one.claim.subject.split()[-1] == surname for one in found):
        return []
    return found


def _taken(role: StoredClaim, mine: Said, held: Sequence[Held], directory: Directory) -> list[StoredClaim]:
    """Others who do the draft's work in its body, where its person has work elsewhere, and no document on them names
    that body: "Brenk analyst Mara Lund", who is chief executive of Odby."""
    if mine.office.sort not in WORK or not mine.body or mine.statuses:
        return []
    busy = [one.said for one in held if one.said.office.sort in WORK | COLLEAGUES and one.said.body]
    busy = [one for one in busy if not (one.past or bodies.same(one.body, mine.body))]
    if not busy or directory.together(role.claim.subject, mine.body):
        return []
    found = [one for one in directory.holders(mine) if not said(one.claim).statuses]
    surname = role.claim.subject.split()[-1]
    near = [one for one in found if not distant(mine.period, said(one.claim).period, directory.latest())]
    return [] if any(one.claim.subject.split()[-1] == surname for one in found) else near


def _swapped(role: StoredClaim, mine: Said, held: Sequence[Held], directory: Directory) -> list[StoredClaim]:
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
    if mine.office.sort == "minister" and not (mine.body or its.body):
        return True  # there is one of them, whatever body the other office is of
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
