"""Keeps the names of a library beside its index, and reads anew only the files that have changed.

Beside each name stand the names that may be spellings of it, as far as the two alone tell; what the rest of the library
has to say on that is asked when the answer is wanted.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import combinations, islice

from factcheck.lean import regex as re
from factcheck.model import Role
from factcheck.store.name_shelf import Name, NameShelf, Places
from factcheck.store.numbering import FILE_BITS, numbers_of
from factcheck.store.protocol import Library, StoredPassage
from factcheck.variants.difference import difference, keys
from factcheck.variants.spelling import Written
from factcheck.variants.written import read_names, written

LOWER_CASE = re.compile(r"(?<![^\W\d_])[a-z]{3,}(?![^\W\d_])")
# More names than this under one key is a pattern of the language, not a name ("Mr * Smith").
CROWD = 12
# So many documents are read together.
TOGETHER = 50
# What a start is kept with: whether the name opens and closes its run there.
OPENS, CLOSES, START = 1, 2, 2


def numbered_keys(name: Written) -> list[int]:
    """The keys of a name, each as a number."""
    return [int.from_bytes(blake2b(repr(key).encode(), digest_size=7).digest()) for key in keys(name)]


class Renewal:
    """One reading of a library, after its files have changed."""

    def __init__(self, library: Library, shelf: NameShelf) -> None:
        self._library, self._shelf = library, shelf
        self._numbers: dict[str, int] = {}
        self._texts: dict[int, str] = {}
        self._last = shelf.last_number()
        self._added: dict[int, Places] = {}

    def bring_up_to_date(self) -> None:
        """Read what has changed. Raises StoreError where the index does not say what was read in it."""
        known, now = self._shelf.files(), self._library.digests()
        gone = [number for number in known if now.get(number) != known[number]]
        new = {number: digest for number, digest in now.items() if known.get(number) != digest}
        names, words = self._shelf.drop(gone)
        change = Counter[str]()
        change.subtract(words)
        documents = {n: one for n, one in self._library.documents().items() if n >> FILE_BITS in new}
        self._library.vouch({document.path for document in documents.values()})
        ahead = iter(documents)
        while lot := list(islice(ahead, TOGETHER)):
            for document, passages in self._library.passages_of(lot).items():
                change.update(self._read(document, passages))
        self._shelf.count_words({word: by for word, by in change.items() if by})
        new_names = sorted(name for name in names if name not in self._texts)
        self._texts |= {name.number: name.text for name in self._shelf.names(new_names)}
        self._hold(self._write(gone, sorted(names | self._added.keys())))
        self._shelf.add_files(new)

    def _read(self, document: int, passages: Iterable[StoredPassage]) -> set[str]:
        """Note the names of a document, but of its headings, which capitalise every word; its words without one."""
        common: set[str] = set()
        own: set[int] = set()
        for passage in passages:
            common.update(LOWER_CASE.findall(passage.text))
            if passage.role is Role.HEADING:
                continue
            for name, span, opens, closes in read_names(passage.text):
                number = self._number(name.text)
                own.add(number)
                places = self._added.get(number)
                if places is None:
                    places = self._added[number] = Places(array("q"), array("I"))
                places.passages.append(passage.id)
                places.starts.append(span.start << START | opens * OPENS | closes * CLOSES)
        self._shelf.add_document(document, own, common)
        return common

    def _number(self, text: str) -> int:
        """The number of a name, a new one where it is new."""
        number = self._numbers.get(text)
        if number is None:
            number = self._shelf.number_of(text)
            if number is None:
                self._last = number = self._last + 1
            self._numbers[text], self._texts[number] = number, text
        return number

    def _write(self, gone: Sequence[int], numbers: Iterable[int]) -> set[int]:
        """Write where some names stand now; the keys under which there are other names than before."""
        changed: set[int] = set()
        for number in numbers:
            before = self._shelf.places(number)
            was_known = bool(before.passages)
            now = self._merged(number, before, gone)
            text = self._texts[number]
            if now.passages:
                self._shelf.put(self._name(number, text, now), now)
            if bool(now.passages) != was_known:
                name = written(text)
                own = numbered_keys(name)
                changed.update(own)
                (self._shelf.enter if now.passages else self._shelf.leave)(number, name.words, own)
        return changed

    def _merged(self, number: int, before: Places, gone: Iterable[int]) -> Places:
        """The places of a name without those in files that are gone, and with the new ones, in reading order."""
        passages, starts = before
        for file in gone if passages else ():
            low, high = (bisect_left(passages, bound) for bound in numbers_of(file))
            del passages[low:high], starts[low:high]
        added = self._added.get(number)
        if not (added and passages):
            return added or before
        both = sorted((*zip(passages, starts, strict=True), *zip(*added, strict=True)))
        return Places(array("q", (passage for passage, _ in both)), array("I", (start for _, start in both)))

    def _name(self, number: int, text: str, places: Places) -> Name:
        passages, starts = places
        documents = len({self._library.document_of(passage) for passage in passages})
        opens, closes = (any(start & flag for start in starts) for flag in (OPENS, CLOSES))
        return Name(number, text, passages[0], starts[0] >> START, len(starts), documents, opens, closes)

    def _hold(self, touched: Iterable[int]) -> None:
        """Hold the names under keys against each other, each pair once."""
        seen: set[tuple[int, int]] = set()
        for block in self._shelf.blocks(touched, CROWD):
            new = [pair for pair in combinations(block, 2) if pair not in seen]
            seen.update(new)
            self._shelf.add_pairs(pair for pair in new if self._may_be_one(*pair))

    def _may_be_one(self, one: int, other: int) -> bool:
        a, b = self._written(one), self._written(other)
        return bool(difference(a, b) or difference(b, a))

    def _written(self, number: int) -> Written:
        if number not in self._texts:
            ((_, self._texts[number], *_),) = self._shelf.names([number])
        return written(self._texts[number])
