"""Which of two figures of one passage a draft's figure is told of, by what tells the two apart there.

"The drogues opened at 24,000 feet, the main parachutes at 10,000"; "police spoke of 20,000 people, organisers of
100,000"; "turnout was 61 percent, against 74 percent in 2015".
"""

from __future__ import annotations

from factcheck.lean.record import NamedTuple
from factcheck.match.candidates import Candidate
from factcheck.match.context import Context
from factcheck.match.passage_words import concepts_of, names_of
from factcheck.match.stretch import Moment, Rank
from factcheck.model import Origin

# By how many nats less a figure may answer, where a name or a time tells it from the other one.
PLAINLY = 3.5
# In so few words a sentence tells a figure that takes up what it has told of another one.
REST = 3


class Marks(NamedTuple):
    """What tells a draft's figure from others: the concepts that are its own in its sentence, the first of these, when
    it holds, and those of its own right beside it."""

    own: frozenset[str]
    opening: str = ""
    time: Moment | None = None
    beside: frozenset[str] = frozenset()


UNMARKED = Marks(frozenset())


def marks(draft: Context) -> Marks:
    """What tells a draft's figure from others. (What it counts is often the same for all.)"""
    own = draft.own - {draft.noun}
    return Marks(own, draft.opening, draft.moment, own & {*draft.left, *draft.right})


def is_told_of(draft: Marks, rival: Candidate, equal: Candidate, least: int = 1) -> bool:
    """Whether what tells two figures of a passage apart is the draft's for one of them, and not for the one with its
    value.

    least: so many words of the draft must be the other one's, where neither a name nor a time tells
    """
    if rival.features.taken or rival.context.claim.passage != equal.context.claim.passage:
        return False
    its, there = _apart(draft, equal.context, rival.context)
    alone = bool(its) and draft.own.isdisjoint(its)
    counted = rival.features.noun >= equal.features.noun
    named = alone and counted and not draft.own.isdisjoint(there & _names(rival.context))
    if named and (_is_shared_out(equal, rival) or rival.features.owner_same > equal.features.owner_same):
        return True
    if counted and _is_of_rest(draft, rival.context, equal.context):
        return True
    theirs = draft.opening == rival.context.opening != "" and _begins_anew(equal.context, draft.opening)
    behind = counted and _is_of_first(draft, rival.context, equal.context)
    if named or theirs or behind or _timed(draft, rival, equal):
        return rival.blind >= equal.blind - PLAINLY
    return alone and rival.blind >= equal.blind and len(draft.own & there) >= least


def _is_shared_out(one: Candidate, other: Candidate) -> bool:
    return bool(_label(one.context) and _label(other.context))


def is_told_of_it(draft: Marks, rival: Candidate, equal: Candidate) -> bool:
    """Whether what tells two figures of a passage apart is the draft's for the one with its value alone."""
    if is_surely_of_it(draft, rival, equal):
        return True
    its, there = _apart(draft, equal.context, rival.context)
    counted = rival.features.noun > equal.features.noun
    return bool(draft.own & its) and draft.own.isdisjoint(there) and not counted


def _apart(draft: Marks, one: Context, other: Context) -> tuple[frozenset[str], frozenset[str]]:
    """The words of each of two figures that the other has not; where each has names of its own, and the draft one of
    these, only those: of what is said of both the first alone has the words ("Brenk owns 40 percent of the field, Odby
    35")."""
    its, there = one.own - other.own, other.own - one.own
    named = its & _names(one), there & _names(other)
    return named if all(named) and not draft.own.isdisjoint(named[0] | named[1]) else (its, there)


def is_surely_of_it(draft: Marks, rival: Candidate, equal: Candidate) -> bool:
    """Whether a name or a subject tells two figures of a passage apart, and the draft has that of the one with its
    value alone."""
    if rival.context.claim.passage != equal.context.claim.passage:
        return False
    if draft.opening and draft.opening == equal.context.opening and _begins_anew(rival.context, draft.opening):
        return True
    if _is_of_rest(draft, equal.context, rival.context):
        return True
    its, there = _apart(draft, equal.context, rival.context)
    named = not draft.own.isdisjoint(its & _names(equal.context)) and rival.features.noun <= equal.features.noun
    return named and draft.own.isdisjoint(there)


def _is_of_rest(draft: Marks, last: Context, first: Context) -> bool:
    """Whether of two figures the second is told in a few words that take up what is told of the first, and the draft
    has one of these right beside its own, but not all that the first has for itself: "31 seats in the lower house and 9
    in the upper"."""
    its, there = _taken_up(first, last)
    return not draft.beside.isdisjoint(there) and not its <= draft.own


def _is_of_first(draft: Marks, first: Context, last: Context) -> bool:
    """Whether of two such figures the draft has right beside its own what stands right behind the first, and nothing of
    the few words of the second: "1,700 go from sales, 3,400 from other departments"."""
    its, there = _taken_up(first, last)
    return draft.own.isdisjoint(there) and not draft.beside.isdisjoint(its & {*first.right})


def _taken_up(first: Context, last: Context) -> tuple[frozenset[str], frozenset[str]]:
    """The words of each of two figures, where the second is told in a few that take up what is told of the first;
    none where it is not."""
    its, there = first.own - last.own - {first.noun}, last.own - first.own - {last.noun}
    behind = last.claim.first_token > first.claim.last_token and not last.seat.cell
    return (its, there) if behind and 0 < len(there) <= REST else (frozenset(), frozenset())


def _begins_anew(figure: Context, opening: str) -> bool:
    """Whether what is told of a figure begins with another subject than a word, and with no verb of that one's."""
    return figure.opening not in ("", opening)


def _names(figure: Context) -> frozenset[str]:
    return figure.names | _label(figure) | names_of(figure.claim.claim.subject)


def _label(figure: Context) -> frozenset[str]:
    """The words by which a sentence shares its figures out."""
    owner = figure.claim.claim.frame.owner
    return concepts_of(owner.value) if owner and owner.origin is Origin.PAIRING else frozenset()


def _timed(draft: Marks, rival: Candidate, equal: Candidate) -> bool:
    """Whether of two figures of a sentence the draft's time is told of one, and of the other none."""
    time, its = draft.time, rival.context.moment
    told = time and its and time.rank is its.rank is Rank.CLAUSE and time.low is not None
    if not told or rival.features.time_same == 0:
        return False
    return equal.features.time_same + equal.features.time_told == 0
