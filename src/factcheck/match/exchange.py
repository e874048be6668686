"""Figures given to one another's owners: "22 for the Greens, 31 for the Liberals" where the source has it crosswise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from factcheck.compare import Relation
from factcheck.match.candidates import Candidate
from factcheck.match.context import Context
from factcheck.match.qualify import ownership

# How much better, in nats and values aside, two figures must stand crosswise to a source's two than straight, and how
# well each must answer at all.
CROSSWISE, ANSWERS = 0.6, 4.0
WHOLE = "whole"

Place = tuple[int, int]


def exchanged(drafts: Sequence[Context], found: Sequence[list[Candidate]]) -> list[list[Candidate]]:
    """The candidates, told for or against where two figures of a draft stand crosswise to two of a source's."""
    places = [{place_of(candidate): candidate for candidate in candidates} for candidates in found]
    votes: dict[tuple[int, Place], float] = {}
    for one, other in permutations(range(len(drafts)), 2):
        if abs(drafts[one].claim.passage - drafts[other].claim.passage) > 1 or drafts[one].kind != drafts[other].kind:
            continue
        for wrong, right in _crosswise(drafts[one], drafts[other], places[one], places[other]):
            votes[one, right] = 1.0
            votes[one, wrong] = -1.0
    return [[_told(at, candidate, votes) for candidate in candidates] for at, candidates in enumerate(found)]


def _crosswise(
    one: Context, other: Context, mine: Mapping[Place, Candidate], others: Mapping[Place, Candidate]
) -> Iterator[tuple[Place, Place]]:
    """The place of a figure's own value in a source, and the place where it stands itself, where these are two."""
    value = other.claim.claim.value.plain
    rivals = [
        (place, candidate)
        for place, candidate in mine.items()
        if candidate.compared.relation is Relation.DIFFERENT and candidate.context.claim.claim.value.plain == value
    ]
    for wrong, equal in mine.items():
        if not equal.compared.agrees:
            continue
        for right, rival in rivals:
            if right[0] == wrong[0] and _is_exchange(one, equal, rival, others.get(wrong), others.get(right)):
                yield wrong, right


def _is_exchange(
    one: Context, equal: Candidate, rival: Candidate, at_equal: Candidate | None, at_rival: Candidate | None
) -> bool:
    if is_whole_of(rival.context, one):
        return False
    if _stands(one, rival.context) and not _stands(one, equal.context):
        return True
    if at_equal is None or at_rival is None:
        return False
    if _stands(one, equal.context) and not _stands(one, rival.context):
        return False
    gain = rival.blind - equal.blind + at_equal.blind - at_rival.blind
    return gain >= CROSSWISE and min(rival.blind, at_equal.blind) >= ANSWERS


def is_whole_of(source: Context, draft: Context) -> bool:
    """Whether a source's figure is the whole of others, and a draft's is said to be no whole."""
    return source.claim.claim.frame.part == WHOLE != draft.claim.claim.frame.part


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
