"""Finds the disagreements that some claims have a part in, and no others: a draft need not wait for a whole search.

What is found is what a whole search keeps of them. What that knows of all sentences, which of them are forms that are
filled in anew and which figures meet under one key, is asked of the index here, by the words that they must share.
It is kept until a file changes: the next draft mostly speaks of the same.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import chain

from factcheck.conflicts import once
from factcheck.conflicts.form import form_of, form_to_fill
from factcheck.conflicts.searcher import BETWEEN, Searcher, keys_of
from factcheck.store.asked_shelf import AskedShelf
from factcheck.store.protocol import Library, StoredClaim
from factcheck.store.shelf import VERSIONS, Kept, Spot, spot_of
from factcheck.text.stem import stem
from factcheck.text.tokens import tokenise
from factcheck.values import Sort
from factcheck.workspace import place
from factcheck.workspace.version import judging

# So many passages are read at a time to see whether they are of one form.
TOGETHER = 100
# The words of a sentence that is looked for: the others part hardly more of the passages that have these.
RAREST = 4


def around(library: Library, wanted: Collection[Spot], reasons: Collection[str]) -> list[Kept]:
    """The pairs for some reasons that some claims are part of, those that these hang together with, and so on, in the
    order of their claims."""
    with AskedShelf(place.asked(library.shelf), judging()) as shelf:
        asked, seen, ahead = Asked(library, reasons, shelf), set[Spot](), set(wanted)
        while ahead:
            asked.look_at({spot.passage for spot in ahead})
            seen |= ahead
            ahead = {other for spot in ahead for pair in asked.of(spot) for other in (pair.a, pair.b)} - seen
        asked.keep()
        return asked.among(seen)


class Asked:
    """The pairs of those passages of one library that were looked at. shelf: where they are kept"""

    def __init__(self, library: Library, reasons: Collection[str], shelf: AskedShelf) -> None:
        self._library, self._reasons, self._shelf = library, reasons, shelf
        self._kind = ", ".join(sorted(reasons))
        self._state = blake2b(repr(sorted(library.digests().items())).encode()).hexdigest()
        self._search = Searcher(library, reasons)
        self._seen: set[int] = set()
        self._new: set[int] = set()
        self._judged: set[tuple[int, int]] = set()
        self._keys: set[str] = set()
        self._forms: dict[int, bool] = {}
        # As the shelf keeps them: the first of those that are for it the same.
        self._pairs: dict[tuple[int | str, ...], Kept] = {}
        self._by_spot: dict[Spot, list[Kept]] = defaultdict(list)

    def of(self, spot: Spot) -> Sequence[Kept]:
        """The pairs that a claim is part of."""
        return self._by_spot[spot]

    def among(self, spots: Collection[Spot]) -> list[Kept]:
        """The pairs of some claims."""
        order = sorted(self._pairs)
        return [pair for key in order if (pair := self._pairs[key]).a in spots]

    def look_at(self, passages: Iterable[int]) -> None:
        """Find the pairs of all claims of some passages."""
        ahead = sorted(set(passages) - self._seen)
        self._seen.update(ahead)
        known = self._shelf.found(ahead, self._kind, self._state)
        self._add(pair for own in known.values() for pair in own)
        if new := [passage for passage in ahead if passage not in known]:
            self._search_for(new)

    def keep(self) -> None:
        """Keep what was found of passages of which it was not known."""
        if self._new:
            found: dict[int, list[Kept]] = {passage: [] for passage in sorted(self._new)}
            for pair in self._pairs.values():
                for passage in {pair.a.passage, pair.b.passage} & self._new:
                    found[passage].append(pair)
            self._shelf.keep(found, self._kind, self._state)

    def _search_for(self, new: Sequence[int]) -> None:
        self._new.update(new)
        claims = self._search.claims(new)
        self._near(new)
        self._events(new)
        for key in sorted({key for own in claims.values() for claim in own for key in keys_of(claim)} - self._keys):
            self._keys.add(key)
            self._add(self._search.meet(key, [spot for spot in self._meeting(key) if not self._is_idle(spot.passage)]))
        if not BETWEEN.issuperset(self._reasons):
            documents = sorted({self._library.document_of(passage) for passage in new})
            self._add(pair for entry in self._search.enter(documents) for pair in entry.within)

    def _near(self, passages: Sequence[int]) -> None:
        alike = self._search.alike(passage for passage in passages if not self._is_idle(passage))
        pairs = {(min(pair), max(pair)) for pair in alike} - self._judged
        self._judged |= pairs
        may = self._search.that_may(sorted(pairs))
        self._add(self._search.judge(pair for pair in may if not any(map(self._is_idle, pair))))

    def _events(self, passages: Sequence[int]) -> None:
        met = {(min(pair), max(pair)) for pair in self._search.companions(passages)}
        self._add(self._search.happened(sorted(met)))

    def _add(self, pairs: Iterable[Kept]) -> None:
        for pair in pairs:
            key = (*pair.a[:2], *pair.b[:2], pair.way, pair.reason)
            if pair.reason in self._reasons and self._pairs.setdefault(key, pair) is pair:
                for spot in {pair.a, pair.b}:
                    self._by_spot[spot].append(pair)

    def _is_idle(self, passage: int) -> bool:
        """Whether a passage is of a form that is filled in anew again and again."""
        claims = self._search.claims([passage])[passage]
        form = form_to_fill(claims) if claims else None
        if form is None:
            return False
        words, _ = form
        if words not in self._forms:
            self._forms[words] = self._recurs(next(one.claim.sentence for one in claims))
        return self._forms[words]

    def _recurs(self, sentence: str) -> bool:
        """Whether so many sentences are alike but for their figures. They share all words that are none."""
        form, known = form_of(sentence), set[tuple[int, int]]()
        for lot in _lots(sorted(self._holding(_words(sentence)))):
            alike = (n for n, own in self._library.passages(lot).items() if form_of(own.text) == form)
            filled = (form_to_fill(claims) for claims in self._library.claims(alike).values())
            known.update(one for one in filled if one)
            if len(known) >= VERSIONS:
                return True
        return False

    def _holding(self, stems: Collection[str]) -> set[int]:
        """The passages that hold the rarest of some stems; all with claims where there are none."""
        if not stems:
            return {claim.passage for claim in self._library.all_claims()}
        known = self._search.near.frequencies(stems)
        rarest = sorted(stems, key=lambda found: (known[found], found))[:RAREST]
        found = self._library.postings(rarest)
        return set.intersection(*(set(found.get(one, ())) for one in rarest))

    def _meeting(self, key: str) -> list[Spot]:
        """The figures that meet under a key, in order."""
        return sorted(spot_of(claim) for claim in self._that_may_meet(key) if key in keys_of(claim))

    def _that_may_meet(self, key: str) -> Iterable[StoredClaim]:
        """The figures among which those are that meet under a key: of its value, or told of its subject."""
        way, _, rest = key.partition(":")
        if way == "term":
            return chain.from_iterable(self._library.equal([(sort, rest) for sort in Sort], sys.maxsize).values())
        subject, _, fact = rest.rpartition(":")
        # The last word of a subject stands in the sentence. Where it has no stem, the words of the fact have.
        words = _words(subject.split()[-1])
        known = [words] if words else [_words(phrase) for phrase in once.phrases(fact)]
        lots = _lots(sorted(set[int]().union(*map(self._holding, known))))
        return (claim for lot in lots for own in self._library.claims(lot).values() for claim in own)


def _words(text: str) -> set[str]:
    """The stems of a text's words, without its numbers."""
    return {found for found in map(stem, tokenise(text).words) if found and not found[0].isdigit()}


def _lots(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[start : start + TOGETHER] for start in range(0, len(numbers), TOGETHER))
