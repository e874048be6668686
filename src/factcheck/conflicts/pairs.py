"""Finds pairs of figures of two documents that are one fact by the measures of matching, and cannot both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.conflicts.documents import incompatible
from factcheck.conflicts.likeness import Likeness
from factcheck.match.context import Context
from factcheck.match.one_fact import NAMING, Rivals, differ
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.store.protocol import Library, StoredClaim

# A value that stands more often than this stands everywhere.
COMMON = 1000
# Two sentences are looked at where they have so many of their rarest words in common, words that stand in no more
# sentences than this, and are so much alike.
SHARED, RAREST, CROWD = 2, 8, 40
ALIKE = 0.5


class Pairs:
    """Judges pairs of figures of one library."""

    def __init__(self, library: Library) -> None:
        rarity = Rarity(library)
        self._library = library
        self._scene = Scene(library, rarity)
        self._rivals = Rivals(library, self._scene, rarity)

    def found(self, figures: Iterable[StoredClaim], likeness: Likeness) -> Iterator[Disagreement]:
        """The disagreements of figures of two documents that are one fact, among sentences that are much alike."""
        by_passage = _by_passage(figures)
        for one, other in _near(by_passage, likeness):
            for a, b in product(by_passage[one], by_passage[other]):
                if incompatible(a, b):
                    told = disagreement(self._context(a), self._context(b), self._library, self._rivals)
                    if told:
                        yield told

    def standing(self, disagreements: Iterable[Disagreement]) -> Iterator[Disagreement]:
        """Those of some disagreements that are not of two issues of a series, each of its own day."""
        for one in disagreements:
            if one.a.document == one.b.document or not self._of_two_issues(one):
                yield one

    def _of_two_issues(self, one: Disagreement) -> bool:
        if one.reason is Reason.WORDING:
            return self._rivals.of_series(one.a, one.b)
        return self._rivals.other_issue(self._context(one.a), self._context(one.b))

    def _context(self, figure: StoredClaim) -> Context:
        """A figure's context; a figure that was read another time is not another figure of its passage."""
        there = self._scene.claims_of([figure.passage])[figure.passage]
        return self._scene.context(next((claim for claim in there if claim == figure), figure))


def _by_passage(figures: Iterable[StoredClaim]) -> dict[int, list[StoredClaim]]:
    by_passage: dict[int, list[StoredClaim]] = defaultdict(list)
    for figure in figures:
        if figure.claim.kind not in NAMING:
            by_passage[figure.passage].append(figure)
    return by_passage


def _near(by_passage: Mapping[int, list[StoredClaim]], likeness: Likeness) -> Iterator[tuple[int, int]]:
    """The pairs of passages of two documents that are much alike."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for passage, (first, *_) in sorted(by_passage.items()):
        weights = likeness.weights(first)
        for word in sorted(weights, key=lambda word: (-weights[word], word))[:RAREST]:
            by_word[word].append(passage)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for members in by_word.values():
        if len(members) <= CROWD:
            for pair in combinations(members, 2):
                shared[pair] += 1
    for (one, other), words in sorted(shared.items()):
        a, b = by_passage[one][0], by_passage[other][0]
        if words >= SHARED and a.document != b.document and likeness.alike(a, b).cosine >= ALIKE:
            yield one, other


def disagreement(a: Context, b: Context, library: Library, rivals: Rivals) -> Disagreement | None:
    """The disagreement of two figures of two documents, if they are one fact and differ."""
    if a.claim.document == b.claim.document or not differ(a, b) or not rivals.one_fact(a, b):
        return None
    if _has(library, a.claim.document, b.claim) or _has(library, b.claim.document, a.claim):
        return None
    one, other = a.claim.claim, b.claim.claim
    fact = Fact(
        one.kind,
        one.subject if one.subject == other.subject else "",
        one.measure if one.measure == other.measure else one.unit,
        one.scope if one.scope == other.scope else "",
    )
    return Disagreement(a.claim, b.claim, fact, Reason.VALUE)


def _has(library: Library, document: int, claim: StoredClaim) -> bool:
    """Whether a document has a figure's value for a thing of its unit: then it speaks of two things."""
    value = claim.claim.value
    return any(
        other.document == document and other.claim.unit == claim.claim.unit
        for other in library.equal(value.sort, value.plain, COMMON)
    )
