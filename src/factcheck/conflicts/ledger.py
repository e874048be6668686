"""Finds the disagreements of a library once, keeps them beside its index, and looks anew only at what has changed.

What is found depends on the files alone, not on the order in which they came: two sentences are held against each
other by what they say, and by two things that other files can change, how many passages have their words and how often
their form is filled in anew. Where a file turns one of these, the sentences it concerns are looked at again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import combinations

from factcheck.conflicts import once, penalties
from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.conflicts.events import COMMON_NAME, Events
from factcheck.conflicts.form import form_to_fill
from factcheck.conflicts.likeness import Likeness
from factcheck.conflicts.misdated import too_late, weekdays
from factcheck.conflicts.near import COMMON, Near
from factcheck.conflicts.pairs import Pairs
from factcheck.conflicts.totals import sums
from factcheck.conflicts.wordings import wordings
from factcheck.match.alone import KEPT, Alone
from factcheck.match.one_fact import Rivals
from factcheck.model import Kind
from factcheck.store.digest import FILE_BITS
from factcheck.store.protocol import Library, StoredClaim
from factcheck.store.shelf import Kept, Shelf, Spot
from factcheck.workspace.version import judging

# How two claims met: in like sentences, in one event, in one document. Under a key, they met by that.
NEAR, EVENT, WITHIN = "near", "event", "within"
# More figures under one key than these are different subjects of one name, or a length that many terms have.
CROWDS = {"once": 12, "term": 20}
# In these both claims are alike; in the others the first is what does not fit.
BETWEEN = frozenset({Reason.VALUE, Reason.UNIT})


def kept(library: Library) -> list[Kept]:
    """All pairs of claims of a library that cannot both be true, in the order of their claims."""
    shelf = Shelf(library.shelf, judging())
    try:
        if shelf.files() != library.digests():
            with shelf.changing():
                _Search(library, shelf).bring_up_to_date()
        return shelf.pairs()
    finally:
        shelf.close()


def disagreements(library: Library, pairs: Iterable[Kept]) -> list[Disagreement]:
    """Kept pairs with their claims."""
    known = list(pairs)
    claims = library.claims({spot.passage for pair in known for spot in (pair.a, pair.b)})
    placed = {_spot(claim): claim for found in claims.values() for claim in found if claim.claim.kind is not Kind.NAME}
    return [
        Disagreement(
            placed[pair.a],
            placed[pair.b],
            Fact(Kind(pair.kind), pair.subject, pair.measure, pair.scope),
            Reason(pair.reason),
            pair.note,
        )
        for pair in known
        if pair.a in placed and pair.b in placed
    ]


def _spot(claim: StoredClaim) -> Spot:
    return Spot(claim.passage, claim.first_token, claim.last_token)


class _Search:
    """One search of a library, after its files have changed."""

    def __init__(self, library: Library, shelf: Shelf) -> None:
        self._library, self._shelf = library, shelf
        self._alone = Alone(library)
        self._rivals = Rivals(library, self._alone)
        self._likeness = Likeness(self._alone)

    def bring_up_to_date(self) -> None:
        """Hold what has changed against everything."""
        known, now = self._shelf.files(), self._library.digests()
        gone = [number for number in known if now.get(number) != known[number]]
        new = {number: digest for number, digest in now.items() if known.get(number) != digest}
        keys, filled, common = self._shelf.keys_in(gone), self._shelf.recurring(), self._shelf.common()
        self._shelf.drop(gone)
        documents = [d for d in self._library.documents() if d >> FILE_BITS in new]
        fresh = {passage for document in documents for passage in self._enter(document)}
        keys |= self._shelf.keys_in(new)
        idle, common_now = self._shelf.recurring(), self._common()
        near = Near(self._library, idle)
        events = Events(self._library, self._alone, near, self._rivals)
        self._withdraw({NEAR: near.joins, EVENT: events.joins})
        again = [stem for stem, level in common.items() if level > common_now.get(stem, 0)]
        self._beside(near, events, fresh | self._freed(filled - idle, again))
        for key in sorted(keys | self._shelf.keys_at(filled ^ idle)):
            self._meet(key, idle)
        self._shelf.set_common(common_now)
        self._shelf.add_files(new)

    def _common(self) -> Mapping[str, int]:
        """How many of the bounds of what is common each stem passes."""
        return Counter(stem for bound in (COMMON_NAME, COMMON) for stem in self._library.common(bound))

    def _enter(self, document: int) -> Iterator[int]:
        """Note what a new document says, and where it does not fit itself; yields its passages with claims."""
        one = self._alone.one(document)
        by_passage: dict[int, list[StoredClaim]] = {}
        for claim in one.claims:
            by_passage.setdefault(claim.passage, []).append(claim)
        forms = ((passage, form_to_fill(claims)) for passage, claims in by_passage.items())
        self._shelf.add_forms((passage, *form) for passage, form in forms if form)
        self._shelf.add_keys((key, _spot(claim)) for claim in one.claims for key in _keys(claim))
        self._note(WITHIN, [*sums(one), *weekdays(one), *too_late(one, self._likeness)])
        yield from by_passage

    def _freed(self, passages: Collection[int], stems: Collection[str]) -> set[int]:
        """Passages that are of no form any more, and those in whose paragraphs a word tells something again."""
        files = self._library.digests().keys()
        found = {passage for passage in passages if passage >> FILE_BITS in files}
        for passage in sorted({passage for stem in stems for passage in self._library.postings(stem)}):
            one = self._alone.of(passage)
            paragraph = one.passages[passage].paragraph
            found.update(number for number, other in one.passages.items() if other.paragraph == paragraph)
        return {passage for passage in found if self._alone.claims_of(passage)}

    def _withdraw(self, joined: Mapping[str, Callable[[int, int], bool]]) -> None:
        """Forget the pairs that met in one way and would not do so now."""
        for way, joins in joined.items():
            met = {(pair.a.passage, pair.b.passage) for pair in self._shelf.pairs() if pair.way == way}
            self._shelf.drop_pairs(way, sorted(pair for pair in met if not joins(*pair)))

    def _beside(self, near: Near, events: Events, passages: Collection[int]) -> None:
        """Hold passages against those of other documents, each pair once."""
        pairs = Pairs(self._alone, self._rivals)
        claims = self._alone.claims_of
        for one, other in self._by_blocks(_each_once(near, passages)):
            mine, its = claims(one), claims(other)
            self._note(NEAR, [*pairs.between(mine, its), *wordings(mine, its, self._rivals)])
        for passage in sorted(passages):
            self._note(EVENT, events.of(passage))

    def _by_blocks(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Pairs of passages, those of the same documents and their neighbours together: they are read once."""
        documents = self._library.documents()
        size = 1 + KEPT * len(documents) // (2 * self._library.passage_count() + 1)
        block = {document: at // size for at, document in enumerate(documents)}
        of = self._library.document_of
        return sorted(pairs, key=lambda pair: (*(block[of(passage)] for passage in pair), *pair))

    def _meet(self, key: str, idle: Collection[int]) -> None:
        """Hold the figures that meet under a key against each other."""
        self._shelf.drop_pairs(key)
        spots = [spot for spot in self._shelf.meeting(key) if spot.passage not in idle]
        way = key.partition(":")[0]
        if len(spots) > CROWDS[way]:
            return
        found = (self._claim(spot) for spot in spots)
        figures = [figure for figure in found if figure]
        pairs = (pair for pair in combinations(figures, 2) if not self._rivals.of_series(*pair))
        judged = (JUDGES[way](a, b, self._alone) for a, b in pairs)
        self._note(key, (one for one in judged if one))

    def _claim(self, spot: Spot) -> StoredClaim | None:
        return next((claim for claim in self._alone.claims_of(spot.passage) if _spot(claim) == spot), None)

    def _note(self, way: str, found: Iterable[Disagreement]) -> None:
        self._shelf.add_pairs(_kept(way, disagreement) for disagreement in found)


def _each_once(near: Near, passages: Collection[int]) -> Iterator[tuple[int, int]]:
    """Every passage with those that it is held against, the first of them first."""
    for passage in sorted(passages):
        for other in near.of(passage):
            if passage < other:
                yield passage, other
            elif other not in passages:
                yield other, passage


def _kept(way: str, found: Disagreement) -> Kept:
    """A disagreement as it is kept, its claims in the order of their places."""
    a, b = sorted(map(_spot, (found.a, found.b))) if found.reason in BETWEEN else (_spot(found.a), _spot(found.b))
    return Kept(way, a, b, found.reason.value, found.fact.kind.value, *found.fact[1:], found.note)


def _keys(claim: StoredClaim) -> Iterator[str]:
    """The keys under which a figure meets others: what it tells that its subject has once, the length of a term."""
    told = once.told_by(claim)
    if told:
        yield f"once:{told.subject}:{told.fact}"
    if penalties.is_term(claim):
        yield f"term:{claim.claim.value.plain}"


JUDGES: Mapping[str, Callable[[StoredClaim, StoredClaim, Alone], Disagreement | None]] = {
    "once": once.disagree,
    "term": penalties.disagree,
}
