"""Which sentences of two documents are held against each other: those with rare words in common that are much alike.

Whether two are depends on them and on how many passages have their words, so it can be asked anew for what changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import sqrt

from factcheck.store.protocol import Library

# A word that stands in more passages than this tells nothing; two sentences need so many others in common, and this
# part of their words, as a cosine.
COMMON = 100
SHARED = 2
ALIKE = 0.3
# So many passages' words are kept in memory.
KEPT = 1 << 15


class Near:
    """The sentences of one library; `idle`: passages that are held against nothing."""

    def __init__(self, library: Library, idle: Collection[int]) -> None:
        self._library = library
        self._idle = idle
        self._frequency: dict[str, int] = {}
        self._words: dict[int, frozenset[str]] = {}
        self.postings = lru_cache(maxsize=KEPT)(self._postings)

    def of(self, passage: int) -> Iterator[int]:
        """The passages of other documents that one is held against, in order."""
        if passage in self._idle:
            return
        here = self._library.document_of(passage)
        shared = Counter(other for stem in self.telling(passage) for other in self.postings(stem))
        found = sorted(other for other, count in shared.items() if count >= SHARED and other not in self._idle)
        self._read(found)
        for other in found:
            if self._alike(passage, other) and self._library.document_of(other) != here:
                yield other

    def joins(self, one: int, other: int) -> bool:
        """Whether two passages of two documents are held against each other."""
        if one in self._idle or other in self._idle:
            return False
        return len(self._words_of(other).intersection(self.telling(one))) >= SHARED and self._alike(one, other)

    def _alike(self, one: int, other: int) -> bool:
        mine, its = self._words_of(one), self._words_of(other)
        return len(mine & its) >= ALIKE * sqrt(len(mine) * len(its))

    def telling(self, passage: int) -> list[str]:
        """The stems of a passage that are rare enough to tell something."""
        known = self.frequencies(self._words_of(passage))
        return sorted(stem for stem, count in known.items() if count <= COMMON)

    def _postings(self, stem: str) -> Sequence[int]:
        return self._library.postings([stem]).get(stem, ())

    def frequencies(self, stems: Iterable[str]) -> Mapping[str, int]:
        """In how many passages each stem stands."""
        wanted = frozenset(stems)
        new = [stem for stem in wanted if stem not in self._frequency]
        if new:
            self._frequency.update(dict.fromkeys(new, 0) | dict(self._library.frequencies(new)))
        return {stem: self._frequency[stem] for stem in wanted}

    def _words_of(self, passage: int) -> frozenset[str]:
        if passage not in self._words:
            self._read([passage])
        return self._words[passage]

    def _read(self, passages: Iterable[int]) -> None:
        """Read the words of passages together."""
        if len(self._words) > KEPT:
            self._words.clear()
        new = [passage for passage in passages if passage not in self._words]
        for number, passage in self._library.passages(new).items():
            self._words[number] = frozenset(s for s in passage.stems if s and not s[0].isdigit())
