"""Which sentences of two documents are held against each other: those with rare words in common that are much alike.

Whether two are depends on them and on how many passages have their words, so it can be asked anew for what changed.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import sqrt

from factcheck.store.protocol import Library

# A word that stands in more passages than this tells nothing; two sentences need so many others in common, and this
# part of their words, as a cosine.
COMMON = 100
SHARED = 2
ALIKE = 0.3
# The words of so many passages are kept in memory, and the passages of so many words.
READ, KEPT = 1 << 18, 1 << 15


class Near:
    """The sentences of one library; `idle`: passages that are held against nothing."""

    def __init__(self, library: Library, idle: Collection[int]) -> None:
        self._library = library
        self._idle = idle
        self._frequency: dict[str, int] = {}
        # The words of passages, each by its number.
        self._words: dict[int, array[int]] = {}
        self._paragraphs: dict[int, int] = {}
        self._numbers: dict[str, int] = {}
        self._stems: list[str] = []
        self._places: dict[str, Sequence[int]] = {}

    def of(self, passage: int, *, later: bool = False) -> Iterator[int]:
        """The passages of other documents that one is held against, in order; those behind it alone if `later`."""
        if passage in self._idle:
            return
        here = self._library.document_of(passage)
        places = self.places(self.telling(passage))
        if later:
            places = [numbers[bisect_right(numbers, passage) :] for numbers in places]
        shared = Counter(chain.from_iterable(places))
        found = sorted([o for o, count in shared.items() if count >= SHARED and o not in self._idle])
        self._read(found)
        mine = frozenset(self._words_of(passage))
        for other in found:
            if self._alike(mine, other) and self._library.document_of(other) != here:
                yield other

    def joins(self, one: int, other: int) -> bool:
        """Whether two passages of two documents are held against each other."""
        if one in self._idle or other in self._idle:
            return False
        its = {self._stems[number] for number in self._words_of(other)}
        return len(its.intersection(self.telling(one))) >= SHARED and self._alike(frozenset(self._words_of(one)), other)

    def _alike(self, mine: frozenset[int], other: int) -> bool:
        its = self._words_of(other)
        return len(mine.intersection(its)) >= ALIKE * sqrt(len(mine) * len(its))

    def telling(self, passage: int) -> list[str]:
        """The stems of a passage that are rare enough to tell something."""
        known = self.frequencies([self._stems[number] for number in self._words_of(passage)])
        return sorted(stem for stem, count in known.items() if count <= COMMON)

    def foresee(self, passages: Collection[int]) -> None:
        """Read what is to be known of some passages together."""
        self._read(passages)
        known = self.frequencies(self._stems[n] for n in set[int]().union(*(self._words_of(p) for p in passages)))
        self.places([stem for stem, count in known.items() if count <= COMMON])

    def places(self, stems: Collection[str]) -> list[Sequence[int]]:
        """The passages in which each of some stems stands."""
        new = [stem for stem in stems if stem not in self._places]
        if new:
            if len(self._places) > KEPT:
                self._places.clear()
                new = list(stems)
            self._places |= dict.fromkeys(new, ()) | dict(self._library.postings(new))
        return [self._places[stem] for stem in stems]

    def paragraphs(self, passages: Collection[int]) -> Mapping[int, int]:
        """The paragraph of its document that each of some passages is in."""
        self._read(passages)
        return {passage: self._paragraphs[passage] for passage in passages}

    def frequencies(self, stems: Iterable[str]) -> Mapping[str, int]:
        """In how many passages each stem stands."""
        wanted = frozenset(stems)
        new = [stem for stem in wanted if stem not in self._frequency]
        if new:
            self._frequency.update(dict.fromkeys(new, 0) | dict(self._library.frequencies(new)))
        return {stem: self._frequency[stem] for stem in wanted}

    def _words_of(self, passage: int) -> array[int]:
        if passage not in self._words:
            self._read([passage])
        return self._words[passage]

    def _read(self, passages: Collection[int]) -> None:
        """Read the words of passages together."""
        new = [passage for passage in passages if passage not in self._words]
        if new and len(self._words) > READ:
            self._words.clear()
            self._paragraphs.clear()
            new = list(passages)
        for number, passage in self._library.passages(new).items() if new else ():
            stems = {stem for stem in passage.stems if stem and not stem[0].isdigit()}
            self._paragraphs[number] = passage.paragraph
            self._words[number] = array("I", map(self._number, stems))

    def _number(self, stem: str) -> int:
        known = self._numbers.setdefault(stem, len(self._stems))
        if known == len(self._stems):
            self._stems.append(stem)
        return known
