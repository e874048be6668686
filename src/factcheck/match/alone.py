"""Reads every document of a library by itself: what two of them say of one fact depends on these two alone.

A word tells much of a figure where its own document hardly has it. So a judgement on two documents stands, whatever
else the library comes to hold, and is made once.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from factcheck.lean import cached_property
from factcheck.lean.record import NamedTuple, dataclass
from factcheck.match.context import Context
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.model import Document
from factcheck.store.protocol import UNSTATED, Library, Notation, StoredClaim, StoredPassage
from factcheck.values import Sort

# The words of documents of so many passages are kept in memory, and all that documents of so many say: those that were
# asked for last.
KEPT, WHOLE = 20_000, 2_000


@dataclass(frozen=True, slots=True)
class One:
    """A document with what it says.

    passages: by number; claims: in reading order
    """

    document: Document
    passages: Mapping[int, StoredPassage]
    claims: Sequence[StoredClaim]


class Values(NamedTuple):
    """The values of a document as numbers, which are kept of every one: a search asks for them again and again.

    told: of each with its unit; stated: of each that is known, as often as it stands there; sorts: how many of a sort
    """

    told: array[int]
    stated: array[int]
    sorts: Mapping[Sort, int]


class Spoken:
    """The words of a document, and what is made of them.

    passages: by number
    """

    def __init__(self, library: Library, passages: Sequence[StoredPassage], values: Callable[[], Values]) -> None:
        """values: reads those of its figures"""
        self._library, self._values = library, values
        self.passages = {passage.id: passage for passage in passages}

    @cached_property
    def rarity(self) -> Rarity:
        """How rare words and values are in it."""
        return Rarity(self)

    @cached_property
    def scene(self) -> Scene:
        """The contexts of its figures, for which their passages alone are read."""
        scene = Scene(self._library, self.rarity)
        scene.know(self.passages)
        return scene

    @cached_property
    def _frequencies(self) -> Mapping[str, int]:
        return Counter(chain.from_iterable({*passage.stems} - {""} for passage in self.passages.values()))

    def passage_count(self) -> int:
        return len(self.passages)

    def frequencies(self, stems: Iterable[str]) -> Mapping[str, int]:
        known = self._frequencies
        return {stem: known[stem] for stem in stems if stem in known}

    def value_frequencies(self, values: Iterable[Notation]) -> Mapping[Notation, int]:
        known = self._values().stated
        return {value: bisect_right(known, hash(value)) - bisect_left(known, hash(value)) for value in values}

    def value_count(self, sort: Sort) -> int:
        return self._values().sorts.get(sort, 0)


class Alone:
    """The documents of one library, each by itself."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: OrderedDict[int, One] = OrderedDict()
        self._passages = 0
        self._words: OrderedDict[int, Spoken] = OrderedDict()
        self._spoken = 0
        self._values: dict[int, Values] = {}

    def one(self, document: int) -> One:
        """A document by its number."""
        found = self._kept.get(document)
        if found is None:
            found = self._kept[document] = self._read(document)
            self._passages += len(found.passages)
            while self._passages > WHOLE and len(self._kept) > 1:
                self._passages -= len(self._kept.popitem(last=False)[1].passages)
        self._kept.move_to_end(document)
        return found

    def words(self, document: int) -> Spoken:
        """The words of a document by its number; its figures are not read for that."""
        if document not in self._words:
            self._listen(document, list(self.passages_of(document)))
        self._words.move_to_end(document)
        return self._words[document]

    def passages_of(self, document: int) -> Iterable[StoredPassage]:
        """The passages of a document, which is not kept for that."""
        known = self._words.get(document) or self._kept.get(document)
        return known.passages.values() if known else self._library.passages_of([document])[document]

    def foresee(self, documents: Iterable[int]) -> None:
        """Read the words of a few documents in one question."""
        new = {document for document in documents if document not in self._words}
        held = {document for document in new if document in self._kept}
        for document in sorted(held):
            self.words(document)
        for document, passages in self._library.passages_of(new - held).items() if new - held else ():
            self._listen(document, passages)

    def _listen(self, document: int, passages: Sequence[StoredPassage]) -> None:
        self._words[document] = Spoken(self._library, passages, lambda: self._values_of(document))
        self._spoken += len(passages)
        while self._spoken > KEPT and len(self._words) > 1:
            self._spoken -= len(self._words.popitem(last=False)[1].passages)

    def claims_of(self, passage: int) -> Sequence[StoredClaim]:
        """The figures and quotations of a passage, in reading order."""
        return self.words(self._library.document_of(passage)).scene.claims_of([passage])[passage]

    def context(self, claim: StoredClaim) -> Context:
        """The context of a claim, its words weighed by its document. A claim that was read another time is the same."""
        scene = self.words(claim.document).scene
        return scene.known(claim) or scene.context(scene.own(claim))

    def rarity(self, claim: StoredClaim) -> Rarity:
        """How rare words are in a claim's document."""
        return self.words(claim.document).rarity

    def published(self, claim: StoredClaim) -> str:
        """The date of a claim's document."""
        return self._published.get(claim.document, "")

    @cached_property
    def _published(self) -> Mapping[int, str]:
        return self._library.published()

    def says(self, document: int, claim: StoredClaim) -> bool:
        """Whether a document has a claim's value for a thing of its unit."""
        self._values_of(document)
        return self.is_known_to_say(document, claim)

    def is_known_to_say(self, document: int, claim: StoredClaim) -> bool:
        """The same where its values were read already: nothing is read for the answer."""
        if document not in self._values:
            return False
        known, wanted = self._values[document].told, _told(claim)
        at = bisect_left(known, wanted)
        return at < len(known) and known[at] == wanted

    def _values_of(self, document: int) -> Values:
        known = self._values.get(document)
        if known is None:
            self._note(document, self._claims_in(self.passages_of(document)))
        return known or self._values[document]

    def _note(self, document: int, claims: Sequence[StoredClaim]) -> None:
        values = [value for claim in claims if (value := claim.claim.value).plain not in UNSTATED]
        stated = array("q", sorted(hash((value.sort, value.plain)) for value in values))
        told = array("q", sorted(set(map(_told, claims))))
        self._values[document] = Values(told, stated, Counter(value.sort for value in values))

    def _claims_in(self, passages: Iterable[StoredPassage]) -> list[StoredClaim]:
        return list(chain.from_iterable(self._library.claims([passage.id for passage in passages]).values()))

    def _read(self, number: int) -> One:
        passages = list(self.passages_of(number))
        claims = self._claims_in(passages)
        self._note(number, claims)
        return One(self._library.documents([number])[number], {p.id: p for p in passages}, claims)


def _told(claim: StoredClaim) -> int:
    """The sort, notation and unit of a value as a number."""
    value = claim.claim.value
    return hash((value.sort, value.plain, claim.claim.unit))
