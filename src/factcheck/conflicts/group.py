"""Gathers disagreements about one fact into one conflict, its values with those who have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from factcheck.conflicts.conflict import Conflict, Disagreement, Reason, Side
from factcheck.conflicts.likeness import Likeness
from factcheck.match.alone import Alone
from factcheck.store.protocol import StoredClaim

# From this part of a sentence on that another shares, one is a copy of the other.
COPY = 0.75
Key = tuple[Reason, tuple[int, int]]
# Disagreements inside one telling stay with their first claim; the others meet where they share any.
ALONE = frozenset({Reason.SUM, Reason.WEEKDAY, Reason.TOO_LATE})


class Copies:
    """Which claims of one library stand in copies of one text. What is told of two passages depends on their documents
    alone, so it is told once; `new`: what was not known yet."""

    def __init__(self, alone: Alone, known: Mapping[tuple[int, int], bool]) -> None:
        self._likeness, self._known = Likeness(alone), known
        self.new: dict[tuple[int, int], bool] = {}

    def are(self, a: StoredClaim, b: StoredClaim) -> bool:
        """Whether one of two claims stands in a copy of the other's sentence."""
        passages = min(a.passage, b.passage), max(a.passage, b.passage)
        found = self._known.get(passages, self.new.get(passages))
        if found is None:
            alike = self._likeness.alike(a, b)
            found = self.new[passages] = max(alike.of_a, alike.of_b) >= COPY
        return found


def group(disagreements: Iterable[Disagreement], copies: Copies) -> list[Conflict]:
    """The conflicts, in the order of the files and places of their first claims."""
    found = [_conflict(members, copies) for members in _joined(disagreements)]
    return sorted(found, key=lambda conflict: min(_order(claim) for s in conflict.sides for claim in s.claims))


def _joined(disagreements: Iterable[Disagreement]) -> list[list[Disagreement]]:
    """The disagreements that hang together by a claim (union-find over the places of claims)."""
    found = list(disagreements)
    parent: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    for first, *others in map(_keys, found):
        for other in others:
            parent[root(other)] = root(first)
    groups: dict[Key, list[Disagreement]] = defaultdict(list)
    for disagreement in found:
        key, *_ = _keys(disagreement)
        groups[root(key)].append(disagreement)
    return list(groups.values())


def _keys(disagreement: Disagreement) -> list[Key]:
    """What two disagreements of one conflict have in common: a reason and a claim."""
    claims = (disagreement.a,) if disagreement.reason in ALONE else (disagreement.a, disagreement.b)
    return [(disagreement.reason, _place(claim)) for claim in claims]


def _conflict(members: list[Disagreement], copies: Copies) -> Conflict:
    members = sorted(members, key=lambda member: (_order(member.a), _order(member.b)))
    first = members[0]
    claims = {_place(claim): claim for member in members for claim in (member.a, member.b)}
    by_value: dict[tuple[str, str], list[StoredClaim]] = {}
    for claim in sorted(claims.values(), key=_order):
        value = claim.claim.value.text or " ".join(claim.claim.text.split())
        by_value.setdefault((value, claim.claim.unit), []).append(claim)
    sides = [Side(*value, tuple(holders), _sources(holders, copies)) for value, holders in by_value.items()]
    sides.sort(key=lambda side: (-side.sources, -len(side.claims), _order(side.claims[0])))
    note = "; ".join(dict.fromkeys(member.note for member in members if member.note))
    ids = tuple(dict.fromkeys(member.id for member in members))
    return Conflict(ids, first.fact, first.reason, tuple(sides), note)


def _sources(claims: list[StoredClaim], copies: Copies) -> int:
    """How many documents have a value independently: copies and near-copies of one text count once."""
    heads: list[StoredClaim] = []
    for claim in claims:
        if not any(claim.document == head.document or copies.are(claim, head) for head in heads):
            heads.append(claim)
    return len(heads)


def _place(claim: StoredClaim) -> tuple[int, int]:
    return claim.passage, claim.first_token


def _order(claim: StoredClaim) -> tuple[str, int, int]:
    return (claim.claim.path, *claim.claim.span)
