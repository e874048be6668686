"""Finds pairs of figures of two documents that are one fact by the measures of matching, and cannot both be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.lean.record import NamedTuple
from factcheck.match.alone import Alone
from factcheck.match.comparable import comparable
from factcheck.match.glimpse import Glimpse
from factcheck.match.one_fact import NAMING, Rivals, differ, part_in_time
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.model import Kind
from factcheck.store.protocol import Library, StoredClaim

# A sentence of more figures is a table in words, which do not tell what each of them is.
MOST = 12
# The glimpses of so many figures are kept in memory.
SEEN = 1 << 14

# What tells a figure from the others of a library.
Place = tuple[int, int, int, Kind]


class Figure(NamedTuple):
    """A figure of a sentence that may be one fact with another's: its value, and those of all else in the sentence."""

    claim: StoredClaim
    plain: str
    beside: frozenset[str]


class Pairs:
    """Judges pairs of figures of one library."""

    def __init__(self, library: Library, alone: Alone, rivals: Rivals) -> None:
        self._library = library
        self._alone = alone
        self._rivals = rivals
        self._seen: dict[Place, Glimpse] = {}

    def among(self, pairs: Iterable[tuple[StoredClaim, StoredClaim]]) -> Iterator[Disagreement]:
        """The disagreements among some pairs of figures of two documents, which were foreseen."""
        return (told for a, b in pairs if (told := self._disagreement(a, b)))

    def untold(self, pairs: Iterable[tuple[StoredClaim, StoredClaim]]) -> list[tuple[StoredClaim, StoredClaim]]:
        """Those of some pairs of figures of which no document is known to have both values."""
        says = self._alone.is_known_to_say
        return [(a, b) for a, b in pairs if not (says(a.document, b) or says(b.document, a))]

    def foresee(self, figures: Iterable[StoredClaim], claims: Mapping[int, Sequence[StoredClaim]]) -> None:
        """Read together what is to be seen of some figures at a glimpse; claims: all of their passages."""
        if len(self._seen) > SEEN:
            self._seen.clear()
        new = {place_of(claim): claim for claim in figures if place_of(claim) not in self._seen}
        if new:
            scene = Scene(self._library, Rarity(self._library))
            scene.hold({claim.passage: claims[claim.passage] for claim in new.values()})
            self._seen |= {place_of(seen.claim): seen for seen in scene.glimpses(new.values())}

    def _disagreement(self, a: StoredClaim, b: StoredClaim) -> Disagreement | None:
        """The disagreement of two figures, if they are one fact, differ, and neither document has both values: then it
        speaks of two things. Documents are read for those alone that are not parted at a glimpse."""
        mine, other = self._seen[place_of(a)], self._seen[place_of(b)]
        if not differ(mine, other) or part_in_time(mine, other):
            return None
        if self._alone.says(a.document, b) or self._alone.says(b.document, a) or self._rivals.parts(mine, other):
            return None
        is_one = self._rivals.one_fact(self._alone.context(a), self._alone.context(b))
        return Disagreement(a, b, _fact(a, b), Reason.VALUE) if is_one else None


def place_of(claim: StoredClaim) -> Place:
    """What tells a figure from the others of its library."""
    return claim.passage, claim.first_token, claim.last_token, claim.claim.kind


def told(claims: Sequence[StoredClaim]) -> list[Figure]:
    """The figures of a sentence, given by all its claims, that may be one fact with those of others."""
    plain = [(claim, claim.claim.value.plain) for claim in claims]
    own = [(c, value) for c, value in plain if c.claim.kind.is_figure and c.claim.kind not in NAMING and value != "?"]
    if len(own) > MOST:
        return []
    return [Figure(one, value, frozenset([v for c, v in plain if c is not one])) for one, value in own]


def glance(one: Sequence[Figure], other: Sequence[Figure]) -> list[tuple[StoredClaim, StoredClaim]]:
    """The pairs of figures of two sentences that may be one fact with two values, as far as the sentences tell."""
    return [
        (a.claim, b.claim)
        for a, b in product(one, other)
        if a.plain != b.plain and not _other_occasion(a, b) and comparable(a.claim.claim, b.claim.claim)
    ]


def _other_occasion(a: Figure, b: Figure) -> bool:
    """Whether the other figures of two sentences part them at a glance, as `one_fact` will say, which takes longer."""
    mine, its = a.beside, b.beside
    return mine != its if a.claim.claim.kind is Kind.DATE else bool(mine and its) and mine.isdisjoint(its)


def _fact(a: StoredClaim, b: StoredClaim) -> Fact:
    one, other = a.claim, b.claim
    return Fact(
        one.kind,
        one.subject if one.subject == other.subject else "",
        one.measure if one.measure == other.measure else one.unit,
        one.scope if one.scope == other.scope else "",
    )
