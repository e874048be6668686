"""What each document of a library says, as far as it bears on whether another contradicts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from factcheck.compare import Relation, compare
from factcheck.conflicts.form import form_of
from factcheck.match.context import years_of
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim
from factcheck.values import Value


class Documents:
    """The figures of each document, the forms of its sentences, and the dates of each sentence."""

    def __init__(self, figures: Iterable[StoredClaim]) -> None:
        self._figures: dict[int, list[StoredClaim]] = defaultdict(list)
        self._forms: dict[int, set[str]] = defaultdict(set)
        self._dates_in: dict[int, list[StoredClaim]] = defaultdict(list)
        self._others_in: dict[int, list[StoredClaim]] = defaultdict(list)
        for figure in figures:
            self._figures[figure.document].append(figure)
            kept = self._dates_in if figure.claim.kind is Kind.DATE else self._others_in
            kept[figure.passage].append(figure)
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
        mine, other = ({date for date in self._dates(claim) if date.count("-") == 2} for claim in (a, b))
        return bool(mine and other) and mine.isdisjoint(other)

    def other_times(self, a: StoredClaim, b: StoredClaim) -> bool:
        """Whether a sentence names a date that no date of the other's sentence is a part of, or has as a part."""
        mine, other = self._dates(a), self._dates(b)
        return not (_covers(mine, other) and _covers(other, mine))

    def other_figures(self, a: StoredClaim, b: StoredClaim) -> bool:
        """Whether two sentences have figures of one kind and unit of which none agree: they tell of two occasions."""
        pairs: dict[tuple[Kind, str], list[bool]] = defaultdict(list)
        for x in self._others_in[a.passage]:
            for y in self._others_in[b.passage]:
                if (x.claim.kind, x.claim.unit) == (y.claim.kind, y.claim.unit):
                    pairs[x.claim.kind, x.claim.unit].append(incompatible(x, y))
        return any(map(all, pairs.values()))

    def years(self, claim: StoredClaim) -> frozenset[int]:
        """The years that the dates of a figure's sentence name."""
        return frozenset(year for date in self._dates_in[claim.passage] for year in years_of(date))

    def _dates(self, claim: StoredClaim) -> set[str]:
        """The dates of a figure's sentence, in EDTF, without the words that bound them ("as of", "by")."""
        return {date.claim.value.plain for date in self._dates_in[claim.passage]}


def _covers(some: set[str], others: set[str]) -> bool:
    """Whether each of some dates is as precise or less, or more, than another that agrees with it."""
    return all(any(date.startswith(other) or other.startswith(date) for other in others) for date in some)


def incompatible(a: StoredClaim, b: StoredClaim) -> bool:
    """Whether two claims of one kind have values that cannot both be true of one fact."""
    if a.claim.kind is not b.claim.kind or (a.claim.kind is Kind.MONEY and a.claim.unit != b.claim.unit):
        return False
    return differ(a.claim.value, b.claim.value)


def differ(one: Value, other: Value) -> bool:
    """Whether two values cannot both be true of one fact, whichever is the vaguer."""
    return all(compare(x, y).relation is Relation.DIFFERENT for x, y in ((one, other), (other, one)))
