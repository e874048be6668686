"""Finds the disagreements of a library once, keeps them beside its index, and looks anew only at what has changed.

What is found depends on the files alone, not on the order in which they came: two sentences are held against each
other by what they say, and by two things that other files can change, how many passages have their words and how often
their form is filled in anew. Where a file turns one of these, the sentences it concerns are looked at again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from factcheck.conflicts import offices
from factcheck.conflicts.events import COMMON_NAME
from factcheck.conflicts.near import COMMON
from factcheck.conflicts.searcher import EVENT, NEAR, Searcher
from factcheck.conflicts.spread import Crew
from factcheck.lean import cached_property
from factcheck.match.alone import KEPT
from factcheck.store.numbering import FILE_BITS
from factcheck.store.protocol import Library
from factcheck.store.shelf import Shelf


class Renewal:
    """One search of a library, after its files have changed."""

    def __init__(self, library: Library, shelf: Shelf) -> None:
        self._library, self._shelf = library, shelf

    def bring_up_to_date(self) -> None:
        """Hold what has changed against everything."""
        known, now = self._shelf.files(), self._library.digests()
        gone = [number for number in known if now.get(number) != known[number]]
        new = {number: digest for number, digest in now.items() if known.get(number) != digest}
        keys, filled, common = self._shelf.keys_in(gone), self._shelf.recurring(), Counter(self._shelf.common())
        bearers = self._shelf.bearers_in(gone)
        self._shelf.drop(gone)
        with Crew(self._library) as crew:
            fresh = self._enter(crew, [d for d in self._documents if d >> FILE_BITS in new])
            keys |= self._shelf.keys_in(new)
            idle, common_now = self._shelf.recurring(), self._common()
            crew.leave_out(idle)
            risen, sunk = common_now - common, common - common_now
            self._withdraw(crew.here, idle - filled, risen)
            self._beside(crew, fresh | self._freed(crew.here, filled - idle, sunk), all_new=len(new) == len(now))
            for key in sorted(keys | self._shelf.keys_at(filled ^ idle)):
                self._meet(crew.here, key, idle)
        bearers |= self._shelf.bearers_in(new)
        self._shelf.contest(bearers, offices.contested(self._library, bearers))
        self._shelf.set_common(common_now)
        self._shelf.add_files(new)

    @cached_property
    def _documents(self) -> Sequence[int]:
        """The documents of the library, by number."""
        return list(self._library.documents())

    def _common(self) -> Counter[str]:
        """How many of the bounds of what is common each stem passes."""
        return Counter(stem for bound in (COMMON_NAME, COMMON) for stem in self._library.common(bound))

    def _enter(self, crew: Crew, documents: Sequence[int]) -> set[int]:
        """Note what new documents say, and where they do not fit themselves; their passages with claims."""
        size = self._library.passage_count() * len(documents) // (len(self._documents) or 1)
        found: set[int] = set()
        for entry in crew.share(Searcher.enter, documents, size):
            self._shelf.add_forms(entry.forms)
            self._shelf.add_keys(entry.keys)
            self._shelf.add_bearers(entry.bearers)
            self._shelf.add_pairs(entry.within)
            found.update(entry.passages)
        return found

    def _freed(self, search: Searcher, passages: Collection[int], stems: Collection[str]) -> set[int]:
        """Passages that are of no form any more, and those in whose paragraphs a word tells something again."""
        files = self._library.digests().keys()
        found = {passage for passage in passages if passage >> FILE_BITS in files}
        for passage in sorted(set[int]().union(*self._library.postings(stems).values())):
            beside = search.alone.words(self._library.document_of(passage)).passages
            paragraph = beside[passage].paragraph
            found.update(number for number, other in beside.items() if other.paragraph == paragraph)
        claims = search.claims(found)
        return {passage for passage in found if claims[passage]}

    def _withdraw(self, search: Searcher, idle: Collection[int], stems: Collection[str]) -> None:
        """Forget the pairs that would not meet now that some passages are of a form, and some words common.

        Sentences meet by their own words, events by those of their paragraphs; what has none of these meets as it did.
        """
        pairs = [(pair.way, (pair.a.passage, pair.b.passage)) for pair in self._shelf.pairs()]
        if not (pairs and (idle or stems)):
            return
        turned = set(idle).union(*self._library.postings(stems).values())
        near = {pair for way, pair in pairs if way == NEAR and not turned.isdisjoint(pair)}
        event = {pair for way, pair in pairs if way == EVENT}
        for way, met, joins in ((NEAR, near, search.near.joins), (EVENT, event, search.events.joins)):
            self._shelf.drop_pairs(way, sorted(pair for pair in met if not joins(*pair)))

    def _beside(self, crew: Crew, passages: Collection[int], *, all_new: bool) -> None:
        """Hold passages against those of other documents, each pair once, the first passage first.

        all_new: these are all passages with figures or quotations
        """
        ordered = sorted(passages)
        near, event = Searcher.alike, Searcher.companions
        if all_new:
            near, event = Searcher.alike_later, Searcher.companions_later
        alike = crew.share(near, ordered, len(ordered))
        pairs = {(min(pair), max(pair)) for pair in alike}
        self._shelf.add_pairs(crew.share(Searcher.judge, self._by_blocks(pairs), len(ordered)))
        met = {(min(pair), max(pair)) for pair in crew.share(event, ordered, len(ordered))}
        self._shelf.add_pairs(crew.share(Searcher.happened, self._by_blocks(met), len(ordered)))

    def _by_blocks(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Pairs of passages, those of the same documents and their neighbours together: they are read once."""
        documents = self._documents
        size = 1 + KEPT * len(documents) // (2 * self._library.passage_count() + 1)
        block = {document: at // size for at, document in enumerate(documents)}
        of = self._library.document_of
        return sorted(pairs, key=lambda pair: (*(block[of(passage)] for passage in pair), *pair))

    def _meet(self, search: Searcher, key: str, idle: Collection[int]) -> None:
        """Hold the figures that meet under a key against each other."""
        self._shelf.drop_pairs(key)
        spots = [spot for spot in self._shelf.meeting(key) if spot.passage not in idle]
        self._shelf.add_pairs(search.meet(key, spots))
