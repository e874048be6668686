"""Figures given to one another's owners: "22 for the Greens, 31 for the Liberals" where the source has it crosswise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import permutations

from factcheck.compare import Relation
from factcheck.lean.record import NamedTuple
from factcheck.match.candidates import Candidate
from factcheck.match.comparable import LEVELS
from factcheck.match.context import Context
from factcheck.match.passage_words import concepts_of
from factcheck.match.qualify import ownership, row_words
from factcheck.match.roles import FORMER_PART
from factcheck.match.veto import AT_HOME
from factcheck.model import Kind

# How much better, in nats and values aside, two figures must stand crosswise to a source's two than straight, in one
# sentence of it and in two of its sentences, and how well each must answer at all.
CROSSWISE, APART, ANSWERS = 0.6, 2.0, 4.0
WHOLE = "whole"
RIVALS = frozenset({Relation.DIFFERENT, Relation.FINER})
# So many words are enough to tell two figures of a sentence, or of sentences so close by, from each other.
TOLD, CLOSE = 2, 2
HALF = 0.5

Place = tuple[int, int]


class Stood(NamedTuple):
    """The candidates of one figure, by their places; those with its value; those of other values, by these, where the
    tense is no other."""

    places: Mapping[Place, Candidate]
    equal: Sequence[tuple[Place, Candidate]]
    rivals: Mapping[str, Sequence[tuple[Place, Candidate]]]


def exchanged(drafts: Sequence[Context], found: Sequence[list[Candidate]]) -> list[list[Candidate]]:
    """The candidates, told for or against where two figures of a draft stand crosswise to two of a source's."""
    stood = [_stood(candidates) for candidates in found]
    values = [draft.claim.claim.value.plain for draft in drafts]
    votes: dict[tuple[int, Place], float] = {}
    for one, other in permutations(range(len(drafts)), 2):
        # Of most pairs there is nothing to ask.
        if not stood[one].equal or values[other] not in stood[one].rivals:
            continue
        close = abs(drafts[one].claim.passage - drafts[other].claim.passage) <= 1
        if drafts[one].kind != drafts[other].kind or not (close or drafts[one].is_beside(drafts[other])):
            continue
        for wrong, right in _crosswise(drafts[one], drafts[other], stood[one], stood[other].places):
            votes[one, right] = 1.0
            votes[one, wrong] = -1.0
    return [[_told(at, candidate, votes) for candidate in candidates] for at, candidates in enumerate(found)]


def of_others(drafts: Sequence[Context], found: Sequence[list[Candidate]]) -> list[list[Candidate]]:
    """The candidates, those of equal value told to be another's whose owner is that of another row of the draft's
    table: who writes of both tells them apart."""
    rows = [row_words(draft) for draft in drafts]
    every = set(filter(None, rows))
    return [
        [_of_other(candidate, own, every) for candidate in candidates] if own else candidates
        for own, candidates in zip(rows, found, strict=True)
    ]


def _of_other(candidate: Candidate, own: frozenset[str], rows: Set[frozenset[str]]) -> Candidate:
    owner = candidate.context.claim.claim.frame.owner
    if owner is None or not candidate.compared.agrees or candidate.features.owner_doubt == 0:
        return candidate
    its = concepts_of(owner.value)
    if not any(row <= its for row in rows if row.isdisjoint(own)):
        return candidate
    told = candidate.features._replace(owner_doubt=0.0, owner_clash=1.0)
    return Candidate(candidate.context, candidate.compared, told, candidate.both, candidate.blind)


def _stood(candidates: Sequence[Candidate]) -> Stood:
    places = {place_of(candidate): candidate for candidate in candidates}
    rivals: defaultdict[str, list[tuple[Place, Candidate]]] = defaultdict(list)
    for place, candidate in places.items():
        if candidate.compared.relation in RIVALS and not candidate.features.other_tense:
            rivals[candidate.context.claim.claim.value.plain].append((place, candidate))
    return Stood(places, [one for one in places.items() if one[1].compared.agrees], rivals)


def _crosswise(
    one: Context, other: Context, mine: Stood, others: Mapping[Place, Candidate]
) -> Iterator[tuple[Place, Place]]:
    """The place of a figure's own value in a source, and the place where it stands itself, where these are two."""
    if _is_vague(one) or _is_vague(other):
        return
    rivals = mine.rivals[other.claim.claim.value.plain]
    for wrong, equal in mine.equal:
        if equal.features.other_tense and other.past != FORMER_PART:
            continue
        for right, rival in rivals:
            if _is_part_of(rival.context, equal.context) and other.claim.claim.frame.part != WHOLE:
                continue
            if is_whole_of(rival.context, one):
                continue
            there = others.get(wrong), others.get(right)
            worded = _worded(one, other, equal, rival, *there)
            if worded or (worded is None and _is_exchange(one, equal, rival, *there)):
                yield wrong, right


def _of_one_story(equal: Candidate, rival: Candidate) -> bool:
    """Whether two figures of two sentences stand in a document that is plainly spoken of, and neither is of a time that
    tells them apart; years and days are given crosswise in one sentence only."""
    at_home = equal.context.claim.document == rival.context.claim.document and rival.features.home >= AT_HOME
    timed = any(c.features.time_same + c.features.time_told + c.features.time_clash for c in (equal, rival))
    return at_home and not timed and equal.context.kind is not Kind.DATE


def _is_exchange(
    one: Context, equal: Candidate, rival: Candidate, at_equal: Candidate | None, at_rival: Candidate | None
) -> bool:
    beside = equal.context.is_beside(rival.context)
    if not beside and not _of_one_story(equal, rival):
        return False
    plainly = beside and rival.blind >= equal.blind
    if plainly and _stands(one, rival.context) and not _stands(one, equal.context):
        return True
    if plainly and {one.claim.claim.frame.part, equal.context.claim.claim.frame.part} == LEVELS:
        return True  # "43 now, up from 40" does not bear out "it goes from 43 to 40".
    if at_equal is None or at_rival is None or not (equal.context.own or rival.context.own):
        return False
    if _stands(one, equal.context) and not _stands(one, rival.context):
        return False
    if not beside and _anchors(equal) > _anchors(rival):
        return False
    gain = _gain(equal, rival, at_equal, at_rival)
    return gain >= (CROSSWISE if beside else APART) and min(rival.blind, at_equal.blind) >= ANSWERS


def _gain(equal: Candidate, rival: Candidate, at_equal: Candidate, at_rival: Candidate) -> float:
    """How much better two figures answer crosswise than straight."""
    return rival.blind - equal.blind + at_equal.blind - at_rival.blind


def _worded(
    one: Context,
    other: Context,
    equal: Candidate,
    rival: Candidate,
    at_equal: Candidate | None,
    at_rival: Candidate | None,
) -> bool | None:
    """Whether the words that tell two figures of the draft apart tell those of the source apart the other way round;
    None where they do not say. Names may speak for the figures as they stand; for whom a whole sentence is told they do
    not speak against them."""
    mine, its = _apart(one, other), _apart(other, one)
    there, here = _apart(equal.context, rival.context), _apart(rival.context, equal.context)
    if not (mine and its and there and here):
        return None
    straight = len(mine & there) + len(its & here)
    across = len((mine & here) - one.names) + len((its & there) - other.names)
    if straight or not across:
        return False if straight and not across and equal.context.is_beside(rival.context) else None
    if equal.compared.relation is not Relation.EQUAL or min(equal.blind, rival.blind) < ANSWERS:
        return None
    if equal.context.is_beside(rival.context):
        told = at_equal is not None and at_rival is not None and _gain(equal, rival, at_equal, at_rival) > 0
        counts = one.noun != "" and one.noun == rival.context.noun != equal.context.noun
        return True if across >= TOLD or told or counts else None
    here_too = equal.context.claim.document == rival.context.claim.document and rival.features.home >= HALF
    close = abs(equal.context.claim.passage - rival.context.claim.passage) <= CLOSE
    return True if here_too and close and across >= TOLD else None


def _apart(one: Context, other: Context) -> frozenset[str]:
    """The words that tell a figure from another one, which may leave out what both count: "1,200 people were hurt and
    87 died"."""
    left_out = not other.noun and one.is_beside(other)
    return one.own - other.own - ({one.noun} if left_out else frozenset())


def _is_vague(figure: Context) -> bool:
    """Whether a figure is no number but a bound: "hundreds", "several dozen"."""
    return bool(figure.value.bound) and not any(character.isdigit() for character in figure.claim.claim.text)


def _anchors(candidate: Candidate) -> float:
    """Whether the words next to a figure are those next to the draft's."""
    return candidate.features.left + candidate.features.right


def is_whole_of(source: Context, draft: Context) -> bool:
    """Whether a source's figure is the whole of others, and a draft's is said to be no whole."""
    return source.claim.claim.frame.part == WHOLE != draft.claim.claim.frame.part


def _is_part_of(part: Context, whole: Context) -> bool:
    """Whether a source's figure may be a part of another one of its: nobody gives the whole for less than its part."""
    less, more = part.value.high, whole.value.low
    return whole.claim.claim.frame.part == WHOLE and less is not None and more is not None and less < more


def _stands(draft: Context, source: Context) -> bool:
    """Whether two figures have the same part, or else stand beside the same date or the same owner."""
    mine, other = _part(draft), _part(source)
    if mine or other:
        return mine == other
    if draft.beside and source.beside:
        return draft.beside == source.beside
    owner = ownership(draft, source)
    if owner.same or owner.clash:
        return owner.same > 0 and draft.nearest in ("", source.nearest)
    return draft.nearest != "" and draft.nearest == source.nearest


def _part(figure: Context) -> str:
    """The part that a figure has beside another one; "a loss of 38 million" is no whole."""
    return "" if figure.part == WHOLE and figure.claim.claim.frame.part != WHOLE else figure.part


def place_of(candidate: Candidate) -> Place:
    """Where a source's figure stands: its passage and first token."""
    return candidate.context.claim.passage, candidate.context.claim.first_token


def _told(at: int, candidate: Candidate, votes: dict[tuple[int, Place], float]) -> Candidate:
    vote = votes.get((at, place_of(candidate)))
    return candidate.seen(candidate.features._replace(swapped=vote), candidate.blind) if vote else candidate
