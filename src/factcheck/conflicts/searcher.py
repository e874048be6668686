"""What one process does in a search for disagreements: reads documents, finds sentences that are alike, judges pairs.

Each answer depends on the library and on what it is asked of alone, so several processes can share a search.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, islice

from factcheck.conflicts import once, penalties
from factcheck.conflicts.conflict import Disagreement, Reason
from factcheck.conflicts.events import Events, figures
from factcheck.conflicts.form import form_to_fill
from factcheck.conflicts.likeness import Likeness
from factcheck.conflicts.misdated import too_late, weekdays
from factcheck.conflicts.near import Near
from factcheck.conflicts.pairs import Figure, Pairs, glance, told
from factcheck.conflicts.totals import sums
from factcheck.conflicts.wordings import wordings
from factcheck.lean import cached_property
from factcheck.lean.record import NamedTuple
from factcheck.match.alone import Alone
from factcheck.match.one_fact import Rivals
from factcheck.model import Kind
from factcheck.store.protocol import Library, StoredClaim
from factcheck.store.shelf import Kept, Spot, spot_of

# How two claims met: in like sentences, in one event, in one document. Under a key, they met by that.
NEAR, EVENT, WITHIN = "near", "event", "within"
# So many pairs of sentences are looked at together.
TOGETHER = 500
# The claims of so many passages are kept in memory.
SEEN = 4096
EVERY = frozenset(Reason)
# In these both claims are alike; in the others the first is what does not fit.
BETWEEN = frozenset({Reason.VALUE, Reason.UNIT})
# More figures under one key than these are different subjects of one name, or a length that many terms have.
CROWDS = {"once": 12, "term": 20}
JUDGES: Mapping[str, Callable[[StoredClaim, StoredClaim, Alone], Disagreement | None]] = {
    "once": once.disagree,
    "term": penalties.disagree,
}


class Entry(NamedTuple):
    """What a document says: the forms of its sentences, the keys under which its figures meet others, of whom it says
    something in which passage, where it does not fit itself, and its passages with claims."""

    forms: list[tuple[int, int, int]]
    keys: list[tuple[str, Spot]]
    bearers: list[tuple[str, int]]
    within: list[Kept]
    passages: list[int]


class Searcher:
    """A search of one library."""

    def __init__(self, library: Library, reasons: Collection[str] = EVERY) -> None:
        """reasons: those for which claims are to be held against each other"""
        self._library = library
        self._quotes = Reason.WORDING in reasons
        self._claims: dict[int, Sequence[StoredClaim]] = {}
        self._told: dict[int, list[Figure]] = {}
        self._quoting: dict[int, bool] = {}
        self._idle: frozenset[int] | None = None
        self.alone = Alone(library)
        self.rivals = Rivals(self.alone)
        self.leave_out(frozenset())

    def leave_out(self, idle: frozenset[int]) -> None:
        """From now on, hold some passages against nothing: those whose forms are filled in anew again and again."""
        if idle != self._idle:
            self._idle = idle
            self.near = Near(self._library, idle)
            self.events = Events(self._library, self.alone, self.near, self.rivals)

    def enter(self, documents: Iterable[int]) -> list[Entry]:
        """What each of some documents says."""
        return [self._entry(document) for document in documents]

    def alike(self, passages: Iterable[int]) -> list[tuple[int, int]]:
        """Each of some passages with every passage that it is held against."""
        return self._each(passages, self.near.of)

    def alike_later(self, passages: Iterable[int]) -> list[tuple[int, int]]:
        """The same with those behind it alone: where every passage is asked of, each pair once."""
        return self._each(passages, partial(self.near.of, later=True))

    def companions(self, passages: Iterable[int]) -> list[tuple[int, int]]:
        """Each of some passages with figures with those that may tell of one event with it."""
        return self._telling(self._each(passages, self.events.companions))

    def companions_later(self, passages: Iterable[int]) -> list[tuple[int, int]]:
        """The same with those behind it alone."""
        return self._telling(self._each(passages, partial(self.events.companions, later=True)))

    def _each(self, passages: Iterable[int], others: Callable[[int], Iterable[int]]) -> list[tuple[int, int]]:
        """Each passage with what `others` makes of it."""
        ahead = iter(passages)
        found: list[tuple[int, int]] = []
        while some := list(islice(ahead, TOGETHER)):
            self.near.foresee(some)
            found += ((passage, other) for passage in some for other in others(passage))
        return found

    def _telling(self, met: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those whose first passage has figures that events are told by. Few meet, and claims are dear to read."""
        return [pair for pair in met if figures(self.claims([pair[0]])[pair[0]])]

    def judge(self, pairs: Iterable[tuple[int, int]]) -> list[Kept]:
        """The disagreements of like sentences, pair by pair; documents are read for those alone that may have any."""
        ahead = iter(pairs)
        found: list[Kept] = []
        while some := list(islice(ahead, TOGETHER)):
            claims = self.claims(passage for pair in some for passage in pair)
            met = [self._pairs.untold(self._met(*pair)) for pair in some]
            self._pairs.foresee((claim for figures in met for both in figures for claim in both), claims)
            for pair, own in zip(some, met, strict=True):
                found += (kept(NEAR, one) for one in self._between(*pair, own))
        return found

    def that_may(self, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of some pairs of like sentences that may disagree, as far as the sentences tell."""
        self.claims(passage for pair in pairs for passage in pair)
        return [pair for pair in pairs if self._met(*pair) or self._both_quote(*pair)]

    def happened(self, pairs: Iterable[tuple[int, int]]) -> list[Kept]:
        """The disagreements of passages about one event, pair by pair."""
        ahead = iter(pairs)
        found: list[Kept] = []
        while some := list(islice(ahead, TOGETHER)):
            told = self.claims(passage for pair in some for passage in pair)
            found += (kept(EVENT, one) for a, b in some for one in self.events.between(told[a], told[b]))
        return found

    def meet(self, key: str, spots: Sequence[Spot]) -> list[Kept]:
        """The disagreements of the figures that meet under a key."""
        way = key.partition(":")[0]
        if not 1 < len(spots) <= CROWDS[way]:
            return []
        self.claims(spot.passage for spot in spots)
        claims = [claim for claim in map(self._claim, spots) if claim]
        pairs = (pair for pair in combinations(claims, 2) if not self.rivals.of_series(*pair))
        judged = (JUDGES[way](a, b, self.alone) for a, b in pairs)
        return [kept(key, one) for one in judged if one]

    def claims(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        """The figures and quotations of some passages; their documents are not read for that."""
        wanted = set(passages)
        # One by one: a set without the keys of a dictionary asks after every key.
        new = {passage for passage in wanted if passage not in self._claims}
        if new and len(self._claims) > SEEN:
            self._claims.clear()
            self._told.clear()
            self._quoting.clear()
            new = wanted
        if new:
            self._claims |= dict.fromkeys(new, ()) | dict(self._library.claims(new))
        return {passage: self._claims[passage] for passage in wanted}

    def _claim(self, spot: Spot) -> StoredClaim | None:
        claims = self.claims([spot.passage])[spot.passage]
        return next((claim for claim in claims if spot_of(claim) == spot), None)

    @cached_property
    def _pairs(self) -> Pairs:
        return Pairs(self._library, self.alone, self.rivals)

    def _entry(self, document: int) -> Entry:
        one = self.alone.one(document)
        by_passage: dict[int, list[StoredClaim]] = {}
        for claim in one.claims:
            by_passage.setdefault(claim.passage, []).append(claim)
        forms = ((passage, form_to_fill(claims)) for passage, claims in by_passage.items())
        within = [*sums(one), *weekdays(one), *too_late(one, Likeness(self.alone))]
        return Entry(
            [(passage, *form) for passage, form in forms if form],
            [(key, spot_of(claim)) for claim in one.claims for key in keys_of(claim)],
            [(role.claim.subject, role.passage) for role in self._library.roles_in(one.passages)],
            [kept(WITHIN, disagreement) for disagreement in within],
            list(by_passage),
        )

    def _between(self, one: int, other: int, met: Iterable[tuple[StoredClaim, StoredClaim]]) -> Iterator[Disagreement]:
        """met: the figures of the two that may be one fact"""
        yield from self._pairs.among(met)
        if self._both_quote(one, other):
            claims = self.claims((one, other))
            yield from wordings(claims[one], claims[other], self.rivals)

    def _met(self, *pair: int) -> list[tuple[StoredClaim, StoredClaim]]:
        """The figures of two sentences that may be one fact with two values."""
        new = [passage for passage in pair if passage not in self._told]
        if new:
            claims = self.claims(pair)
            self._told |= {passage: told(claims[passage]) for passage in pair}
        return glance(*(self._told[passage] for passage in pair))

    def _both_quote(self, *pair: int) -> bool:
        return self._quotes and all(map(self._is_quoting, pair))

    def _is_quoting(self, passage: int) -> bool:
        if passage not in self._quoting:
            claims = self.claims([passage])[passage]
            self._quoting[passage] = any(one.claim.kind is Kind.QUOTE for one in claims)
        return self._quoting[passage]


def kept(way: str, found: Disagreement) -> Kept:
    """A disagreement as it is kept, its claims in the order of their places."""
    a, b = sorted(map(spot_of, (found.a, found.b))) if found.reason in BETWEEN else map(spot_of, (found.a, found.b))
    return Kept(way, a, b, found.reason.value, found.fact.kind.value, *found.fact[1:], found.note)


def keys_of(claim: StoredClaim) -> Iterator[str]:
    """The keys under which a figure meets others: what it tells that its subject has once, the length of a term."""
    told = once.told_by(claim)
    if told:
        yield f"once:{told.subject}:{told.fact}"
    if penalties.is_term(claim):
        yield f"term:{claim.claim.value.plain}"
