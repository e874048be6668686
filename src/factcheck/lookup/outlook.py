"""Says the most that the claims of a passage can be worth to a query, by their outlines: what cannot come among the
best is never read."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from factcheck.lean.record import NamedTuple
from factcheck.lookup import ranking
from factcheck.lookup.query import Query
from factcheck.lookup.ranking import BEFORE, BESIDE, FRAME, LEAD, SAME_WORDS, TITLE, TOPIC, VALUE, stems_in
from factcheck.lookup.times import most
from factcheck.model import Document, Kind
from factcheck.store.outline import Outline, Sketch
from factcheck.store.protocol import Library

# The places where a word may stand, the best first, with what it counts there.
GRADES = (BESIDE, FRAME, LEAD, TITLE, *BEFORE, TOPIC)
# A list of passages so many times longer than what is looked for is looked into, and not read through.
LONG = 8
# Where all lists are so many times longer, it is faster to look into the passages: that takes no longer in a library
# that is larger.
FAR = 50


class Promise(NamedTuple):
    """A passage with the most that a claim of it can score."""

    most: float
    passage: int


class Outlook:
    """What can be hoped for of the passages that were found for a query, and of those that follow them.

    topics: of each document, the words of the query that stand in its passages that were found
    """

    def __init__(self, query: Query, library: Library, found: Collection[int], kind: Kind | None) -> None:
        self._query, self._library, self._kind = query, library, kind
        words = sorted({*query.stems, *query.calendar})
        self._bits = {word: 1 << at for at, word in enumerate(words)}
        self._outlines = library.outlines({n + on for n in found for on in range(len(BEFORE) + 1)})
        near = {n - back for n in self._outlines for back in range(len(BEFORE) + 1)}
        self._standing = self._masks(near.union(found))
        self._topics: dict[int, int] = defaultdict(int)
        for number in found:
            self._topics[library.document_of(number)] |= self._standing[number]
        self._texts: dict[str, int] = {"": 0}
        self._words: dict[tuple[int, ...], float] = {}

    @property
    def topics(self) -> Mapping[int, frozenset[str]]:
        return {
            number: frozenset(word for word, bit in self._bits.items() if mask & bit)
            for number, mask in self._topics.items()
        }

    def promises(self) -> list[Promise]:
        """The passages that may answer, the most promising first."""
        documents = {number: self._library.document_of(number) for number in self._outlines}
        about = self._library.documents(documents.values())
        titles = {number: self._mask([document.title]) for number, document in about.items()}
        found = (
            self._promise(number, outline, about[own], titles[own])
            for (number, outline), own in zip(self._outlines.items(), documents.values(), strict=True)
        )
        return sorted(found, key=lambda promise: (-promise.most, promise.passage))

    def like(self, passages: Collection[int]) -> set[int]:
        """The other passages whose claims are written as those of some: they may have the same words."""
        written = {self._written(number) for number in passages}
        standing = {mask for mask, _ in written}
        return {
            number
            for number in self._outlines
            if self._standing[number] in standing and self._written(number) in written
        } - set(passages)

    def _written(self, number: int) -> tuple[int, tuple[tuple[Kind, str], ...]]:
        return self._standing[number], tuple((one.kind, one.text) for one in self._outlines[number].claims)

    def _masks(self, numbers: Collection[int]) -> dict[int, int]:
        """Which words stand in each of some passages, a bit each."""
        found = dict.fromkeys(numbers, 0)
        if sum(self._library.frequencies(self._bits).values()) > FAR * len(found):
            for number, stems in self._library.stems(found).items():
                found[number] = sum(self._bits[word] for word in stems & self._bits.keys())
            return found
        for word, postings in self._library.postings(self._bits).items():
            bit = self._bits[word]
            if len(postings) < LONG * len(found):
                here: Iterable[int] = found.keys() & set(postings)
            else:
                here = [n for n in found if postings[bisect_left(postings, n, hi=len(postings) - 1)] == n]
            for number in here:
                found[number] |= bit
        return found

    def _mask(self, texts: Iterable[str]) -> int:
        """Which words stand in some texts."""
        found, known = 0, self._texts
        for text in texts:
            if text not in known:
                known[text] = sum(self._bits[word] for word in stems_in(text) & self._bits.keys())
            found |= known[text]
        return found

    def _promise(self, number: int, outline: Outline, document: Document, title: int) -> Promise:
        own, *before = (self._standing[number - back] for back in range(len(BEFORE) + 1))
        lead, above = self._mask(outline.lead), title | self._mask(outline.headings)
        topics = self._topics.get(self._library.document_of(number), 0)
        most = self._most(own, outline, (lead, above, *before, topics))
        return Promise(most + self._in_time(outline, document), number)

    def _most(self, own: int, outline: Outline, around: tuple[int, ...]) -> float:
        """The most that a claim of a passage can score for all but the times of the query."""
        query, most = self._query, 0.0
        for one in outline.claims:
            if self._kind in (None, one.kind):
                words = self._of_words((self._own(own, one), self._mask(one.about), *around))
                if words or query.values or not query.terms:
                    value = self._of_value(one) if query.values else 0.0
                    most = max(most, words + ranking.of_kind(query, one.kind) + value)
        if query.calendar:
            most += SAME_WORDS * sum(rarity for word, rarity in query.calendar.items() if own & self._bits[word])
        return most

    def _own(self, passage: int, one: Sketch) -> int:
        """Which words stand in the passage or the words of a claim; a quotation may go on behind its passage."""
        return passage | self._mask([one.text]) if one.kind is Kind.QUOTE else passage

    def _of_words(self, places: tuple[int, ...]) -> float:
        """The most that words are worth which stand in these places, in the order of `GRADES`."""
        known = self._words.get(places)
        if known is None:
            grades: dict[str, float] = {}
            for grade, place in zip(GRADES, places, strict=True):
                for word, bit in self._bits.items() if place else ():
                    if place & bit:
                        grades.setdefault(word, grade)
            known = self._words[places] = ranking.of_words(self._query, grades)
        return known

    def _of_value(self, one: Sketch) -> float:
        """The most that a value can be worth: that it is as the query's is what its notation can deny."""
        found = [rarity for value, rarity in self._query.values.items() if value.plain in one.value]
        return VALUE * max(found, default=0.0)

    def _in_time(self, outline: Outline, document: Document) -> float:
        """The most that the times of the query can be worth, before the dates of a passage are read."""
        dates = [one.value for one in outline.claims if one.kind is Kind.DATE] if self._query.times else []
        return sum(most(time, document, dates) for time in self._query.times)
