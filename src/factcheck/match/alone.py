"""Reads every document of a library by itself: what two of them say of one fact depends on these two alone.

A word tells much of a figure where its own document hardly has it. So a judgement on two documents stands, whatever
else the library comes to hold, and is made once.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from factcheck.lean import cached_property
from factcheck.lean.record import dataclass
from factcheck.match.context import Context
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.model import Document
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import Contents, Library, StoredClaim, StoredPassage

# Documents of so many passages are kept in memory, those that were asked for last.
KEPT = 40_000


@dataclass(frozen=True, slots=True)
class One:
    """A document with what it says.

    passages: by number; claims: in reading order
    """

    document: Document
    passages: Mapping[int, StoredPassage]
    claims: Sequence[StoredClaim]
    scene: Scene
    rarity: Rarity


class Spoken:
    """The words of a document.

    passages: by number; rarity: how rare words are in it
    """

    def __init__(self, passages: Sequence[StoredPassage]) -> None:
        self.passages = {passage.id: passage for passage in passages}

    @cached_property
    def rarity(self) -> Rarity:
        return Rarity(MemoryLibrary(Contents({}, list(self.passages.values()), ())))


class Alone:
    """The documents of one library, each by itself."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: OrderedDict[int, One] = OrderedDict()
        self._passages = 0
        self._words: OrderedDict[int, Spoken] = OrderedDict()
        self._spoken = 0
        # The values of every document that was read, of which a search asks again and again, as numbers.
        self._values: dict[int, array[int]] = {}

    def one(self, document: int) -> One:
        """A document by its number."""
        found = self._kept.get(document)
        if found is None:
            found = self._kept[document] = self._read(document)
            self._passages += len(found.passages)
            while self._passages > KEPT and len(self._kept) > 1:
                self._passages -= len(self._kept.popitem(last=False)[1].passages)
        self._kept.move_to_end(document)
        return found

    def words(self, document: int) -> One | Spoken:
        """The words of a document by its number; its figures are not read for that."""
        kept = self._kept.get(document)
        if kept is not None:
            self._kept.move_to_end(document)
            return kept
        if document not in self._words:
            self._listen(document, self._library.passages_of([document])[document])
        self._words.move_to_end(document)
        return self._words[document]

    def passages_of(self, document: int) -> Iterable[StoredPassage]:
        """The passages of a document, which is not kept for that."""
        known = self._kept.get(document) or self._words.get(document)
        return known.passages.values() if known else self._library.passages_of([document])[document]

    def foresee(self, documents: Iterable[int]) -> None:
        """Read the words of a few documents in one question."""
        new = {document for document in documents if document not in self._words and document not in self._kept}
        for document, passages in self._library.passages_of(new).items() if new else ():
            self._listen(document, passages)

    def _listen(self, document: int, passages: Sequence[StoredPassage]) -> None:
        self._words[document] = Spoken(passages)
        self._spoken += len(passages)
        while self._spoken > KEPT and len(self._words) > 1:
            self._spoken -= len(self._words.popitem(last=False)[1].passages)

    def of(self, passage: int) -> One:
        """The document that a passage stands in."""
        return self.one(self._library.document_of(passage))

    def claims_of(self, passage: int) -> Sequence[StoredClaim]:
        """The figures and quotations of a passage, in reading order."""
        return self.of(passage).scene.claims_of([passage])[passage]

    def context(self, claim: StoredClaim) -> Context:
        """The context of a claim, its words weighed by its document. A claim that was read another time is the same."""
        scene = self.one(claim.document).scene
        return scene.known(claim) or scene.context(scene.own(claim))

    def rarity(self, claim: StoredClaim) -> Rarity:
        """How rare words are in a claim's document."""
        return self.one(claim.document).rarity

    def published(self, claim: StoredClaim) -> str:
        """The date of a claim's document."""
        return self._published.get(claim.document, "")

    @cached_property
    def _published(self) -> Mapping[int, str]:
        return self._library.published()

    def says(self, document: int, claim: StoredClaim) -> bool:
        """Whether a document has a claim's value for a thing of its unit."""
        if document not in self._values:
            self.one(document)
        known, wanted = self._values[document], _number(claim)
        at = bisect_left(known, wanted)
        return known[at : at + 1] == array("q", [wanted])

    def _read(self, number: int) -> One:
        # Its words may have been read before: they stand in memory once.
        known = self._words.pop(number, None)
        self._spoken -= len(known.passages) if known else 0
        passages = list(known.passages.values()) if known else self._library.passages_of([number])[number]
        told = self._library.claims([passage.id for passage in passages]).values()
        documents = self._library.documents([number])
        alone = MemoryLibrary(Contents(documents, passages, list(chain.from_iterable(told))))
        (document,) = documents.values()
        claims = list(alone.all_claims())
        rarity = Rarity(alone)
        self._values[number] = array("q", sorted(set(map(_number, claims))))
        return One(document, {p.id: p for p in alone.all_passages()}, claims, Scene(alone, rarity), rarity)


def _number(claim: StoredClaim) -> int:
    """The sort, notation and unit of a value as a number, by which it is known whether a document has it."""
    value = claim.claim.value
    return hash((value.sort, value.plain, claim.claim.unit))
