"""Finds pairs of figures of two documents that are one fact by the measures of matching, and cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.match.alone import Alone
from factcheck.match.comparable import comparable
from factcheck.match.one_fact import NAMING, Rivals, differ
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim

# A sentence of more figures is a table in words, which do not tell what each of them is.
MOST = 12


class Pairs:
    """Judges pairs of figures of one library."""

    def __init__(self, alone: Alone, rivals: Rivals) -> None:
        self._alone = alone
        self._rivals = rivals

    def between(self, one: Sequence[StoredClaim], other: Sequence[StoredClaim]) -> Iterator[Disagreement]:
        """The disagreements of two sentences of two documents, each given by all its claims."""
        for a, b in glance(one, other):
            told = self._disagreement(a, b)
            if told:
                yield told

    def _disagreement(self, a: StoredClaim, b: StoredClaim) -> Disagreement | None:
        """The disagreement of two figures, if they are one fact, differ, and neither document has both values: then it
        speaks of two things."""
        if self._alone.says(a.document, b) or self._alone.says(b.document, a):
            return None
        mine, other = self._alone.context(a), self._alone.context(b)
        if not differ(mine, other):
            return None
        return Disagreement(a, b, _fact(a, b), Reason.VALUE) if self._rivals.one_fact(mine, other) else None


def glance(one: Sequence[StoredClaim], other: Sequence[StoredClaim]) -> list[tuple[StoredClaim, StoredClaim]]:
    """The pairs of figures of two sentences that may be one fact with two values, as far as the sentences tell."""
    mine, its = _figures(one), _figures(other)
    if max(len(mine), len(its)) > MOST:
        return []
    return [(a, b) for a, b in product(mine, its) if _may_differ(a, b) and not _other_occasion(a, b, one, other)]


def _figures(claims: Sequence[StoredClaim]) -> list[StoredClaim]:
    return [c for c in claims if c.claim.kind.is_figure and c.claim.kind not in NAMING and c.claim.value.plain != "?"]


def _may_differ(a: StoredClaim, b: StoredClaim) -> bool:
    """Whether two values may be found to differ, at a glance."""
    return a.claim.value.plain != b.claim.value.plain and comparable(a.claim, b.claim)


def _other_occasion(a: StoredClaim, b: StoredClaim, one: Sequence[StoredClaim], other: Sequence[StoredClaim]) -> bool:
    """Whether the other figures of two sentences part them at a glance, as `one_fact` will say, which takes longer."""
    mine, its = _beside(a, one), _beside(b, other)
    return mine != its if a.claim.kind is Kind.DATE else bool(mine and its) and mine.isdisjoint(its)


def _beside(a: StoredClaim, claims: Sequence[StoredClaim]) -> set[str]:
    return {claim.claim.value.plain for claim in claims if claim is not a}


def _fact(a: StoredClaim, b: StoredClaim) -> Fact:
    one, other = a.claim, b.claim
    return Fact(
        one.kind,
        one.subject if one.subject == other.subject else "",
        one.measure if one.measure == other.measure else one.unit,
        one.scope if one.scope == other.scope else "",
    )
