"""What each document of a library says, as far as it bears on whether another contradicts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from factcheck.compare import Relation, compare
from factcheck.conflicts.form import form_of
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim
from factcheck.values import Sort


class Documents:
    """The figures of each document."""

    def __init__(self, figures: Iterable[StoredClaim]) -> None:
        self._figures: dict[int, list[StoredClaim]] = defaultdict(list)
        self._forms: dict[int, set[str]] = defaultdict(set)
        for figure in figures:
            self._figures[figure.document].append(figure)
            self._forms[figure.document].add(form_of(figure.claim.sentence))

    def retold(self, a: StoredClaim, b: StoredClaim) -> bool:
        """Whether either document has the other's sentence too, perhaps with other figures: that is its counterpart."""
        return (
            form_of(b.claim.sentence) in self._forms[a.document] or form_of(a.claim.sentence) in self._forms[b.document]
        )

    def acknowledged(self, a: StoredClaim, b: StoredClaim) -> bool:
        """Whether either document also has the other's value for the same thing: then it speaks of two things."""
        return self._has(a.document, b) or self._has(b.document, a)

    def _has(self, document: int, claim: StoredClaim) -> bool:
        return any(
            other.claim.kind is claim.claim.kind
            and other.claim.unit == claim.claim.unit
            and not incompatible(other, claim)
            for other in self._figures[document]
        )

    def other_days(self, a: StoredClaim, b: StoredClaim) -> bool:
        """Whether the sentences of two figures each name days, and none in common."""
        mine, other = self._days(a), self._days(b)
        return bool(mine and other) and all(incompatible(x, y) for x in mine for y in other)

    def _days(self, claim: StoredClaim) -> list[StoredClaim]:
        return [
            other
            for other in self._figures[claim.document]
            if other.passage == claim.passage and other.claim.kind is Kind.DATE and _is_day(other)
        ]


def _is_day(claim: StoredClaim) -> bool:
    value = claim.claim.value
    return value.sort is Sort.DATE and value.plain.count("-") == 2


def incompatible(a: StoredClaim, b: StoredClaim) -> bool:
    """Whether the values of two claims cannot both be true of one fact, whichever is the vaguer."""
    if a.claim.kind is not b.claim.kind or (a.claim.kind is Kind.MONEY and a.claim.unit != b.claim.unit):
        return False
    one, other = a.claim.value, b.claim.value
    return all(compare(x, y).relation is Relation.DIFFERENT for x, y in ((one, other), (other, one)))
