"""Figures given to one another's owners: "22 for the Greens, 31 for the Liberals" where the source has it crosswise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from factcheck.compare import Relation
from factcheck.match.candidates import Candidate
from factcheck.match.context import Context

Place = tuple[int, int]


def crossed(drafts: Sequence[Context], found: Sequence[list[Candidate]]) -> list[list[Candidate]]:
    """The candidates, told for or against where two figures of a passage stand crosswise to two of a source's."""
    votes: dict[tuple[int, Place], float] = {}
    for one, other in permutations(range(len(drafts)), 2):
        if abs(drafts[one].claim.passage - drafts[other].claim.passage) <= 1:
            _vote(one, drafts[one], drafts[other], found[one], votes)
    return [[_told(at, candidate, votes) for candidate in candidates] for at, candidates in enumerate(found)]


def _vote(
    at: int, one: Context, other: Context, candidates: Sequence[Candidate], votes: dict[tuple[int, Place], float]
) -> None:
    """For the figure in the draft's place in a source, against the one with the draft's value in the other's place."""
    equal = [c for c in candidates if c.compared.agrees and _stands(other, c.context) and not _stands(one, c.context)]
    for wrong in equal:
        for right in candidates:
            same_passage = right.context.claim.passage == wrong.context.claim.passage
            differs = right.compared.relation is Relation.DIFFERENT
            has_others_value = right.context.claim.claim.value.plain == other.claim.claim.value.plain
            if same_passage and differs and has_others_value and _stands(one, right.context):
                votes[at, _place(right)] = 1.0
                votes[at, _place(wrong)] = -1.0


def _stands(draft: Context, source: Context) -> bool:
    """Whether two figures have the same part, or else stand beside the same date or the same owner."""
    if draft.part or source.part:
        return draft.part == source.part
    if draft.beside and source.beside:
        return draft.beside == source.beside
    return draft.nearest != "" and draft.nearest == source.nearest


def _place(candidate: Candidate) -> Place:
    return candidate.context.claim.passage, candidate.context.claim.first_token


def _told(at: int, candidate: Candidate, votes: dict[tuple[int, Place], float]) -> Candidate:
    vote = votes.get((at, _place(candidate)))
    return replace(candidate, features=candidate.features._replace(swapped=vote)) if vote else candidate
