"""The names of a library as they are written, with every place, and the company they keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

from factcheck.store.name_shelf import Name, NameShelf
from factcheck.store.protocol import Library
from factcheck.text import Span
from factcheck.variants.renewal import START, Renewal
from factcheck.variants.spelling import Place, Written
from factcheck.variants.written import written
from factcheck.workspace import place
from factcheck.workspace.version import naming

# A name that stands in more documents than this tells nothing about what a document is about.
TELLING = 20
# How many names two documents must share for a name in each to be one.
COMPANY = 2

Rank = tuple[int, int, int]


@contextmanager
def census(library: Library) -> Iterator[Census]:
    """All names of a library as it is now, as they were at one moment. Raises StoreError."""
    with NameShelf(place.names(library.shelf), naming()) as shelf:
        with shelf.reading():
            if shelf.files() == library.digests():
                yield Census(library, shelf)
                return
        with shelf.changing():
            if shelf.files() != library.digests():
                Renewal(library, shelf).bring_up_to_date()
            yield Census(library, shelf)


class Census:
    """What passages name; headings, which capitalise every word, are left out. Names come in reading order."""

    def __init__(self, library: Library, shelf: NameShelf) -> None:
        self._library, self._shelf = library, shelf
        self._known: dict[str, Name] = {}
        self._places: dict[Written, tuple[Place, ...]] = {}
        self._documents: dict[Written, frozenset[int]] = {}

    def pairs(self) -> Iterator[tuple[Written, Written]]:
        """The names that may be spellings of one as far as the two tell, each time the first one first."""
        both = self._shelf.pairs()
        texts = {name.number: name for name in self._shelf.names(sorted({number for pair in both for number in pair}))}
        for pair in both:
            a, b = self._ordered([texts[number] for number in pair])
            yield a, b

    def under(self, key: int) -> list[Written]:
        """The names under a key."""
        return self._ordered(self._shelf.under(key))

    def rank(self, name: Written) -> Rank:
        """By what names are in reading order: where they stand first, short ones before long ones."""
        known = self._name(name)
        return known.passage, known.start, len(name.text)

    def opens(self, name: Written) -> bool:
        """Whether it is somewhere more than the end of a longer one."""
        return bool(self._name(name).opens)

    def closes(self, name: Written) -> bool:
        """Whether it is somewhere more than the beginning of a longer one."""
        return bool(self._name(name).closes)

    def places(self, name: Written) -> tuple[Place, ...]:
        """Where it stands."""
        if name not in self._places:
            of, length = self._library.document_of, len(name.text)
            passages, starts = self._shelf.places(self._name(name).number)
            spans = (Span(start >> START, (start >> START) + length) for start in starts)
            self._places[name] = tuple(Place(of(at), at, span) for at, span in zip(passages, spans, strict=True))
        return self._places[name]

    def count(self, name: Written) -> int:
        """How often it stands."""
        return self._name(name).times

    def documents(self, name: Written) -> frozenset[int]:
        if name not in self._documents:
            passages = self._shelf.places(self._name(name).number).passages
            self._documents[name] = frozenset(map(self._library.document_of, passages))
        return self._documents[name]

    def same_company(self, a: Written, b: Written) -> bool:
        """Whether two names stand in one document, or in two that share names of two words or more which say what
        they are about."""
        fewer, more = sorted((self.documents(a), self.documents(b)), key=len)
        if fewer & more:
            return True
        for document in sorted(fewer):
            shared: Counter[int] = Counter()
            for name in self._ordered(
                [name for name in self._shelf.of_document(document) if name.documents <= TELLING]
            ):
                if len(name.words) > 1:
                    shared.update(self.documents(name) & more)
            if shared and max(shared.values()) >= COMPANY:
                return True
        return False

    def holders(self, word: str) -> list[Written]:
        """The names of two words or more that a word stands in."""
        return [name for name in self._ordered(self._shelf.with_word(word)) if len(name.words) > 1]

    def bearers(self, word: str) -> int:
        """In how many different names of two words a word stands."""
        return self._shelf.of_two_words(word)

    def uses(self, word: str) -> int:
        """In how many places of names a word stands: of two spellings, the one with the commoner words is usual."""
        return sum(name.times for name in self._shelf.with_word(word))

    def alone(self, shortest: int) -> list[Written]:
        """The names of one word, of so many letters, that stands in no other name, and nowhere without its capital."""
        words = ((text, written(text).words[0]) for text in self._shelf.of_one_word())
        lone = [
            text
            for text, word in words
            if len(word) >= shortest and word not in self.held and word.lower() not in self.common
        ]
        return self._ordered([self._shelf.named(text) for text in lone])

    @cached_property
    def held(self) -> set[str]:
        """The words of names of two words or more."""
        return self._shelf.held()

    @cached_property
    def common(self) -> set[str]:
        """The words that are also written without a capital."""
        return self._shelf.small()

    def _name(self, name: Written) -> Name:
        if name.text not in self._known:
            self._ordered([self._shelf.named(name.text)])
        return self._known[name.text]

    def _ordered(self, names: Sequence[Name]) -> list[Written]:
        """Names as they are written, in reading order."""
        self._known |= {known.text: known for known in names}
        found = sorted(names, key=lambda known: (known.passage, known.start, len(known.text)))
        return [written(known.text) for known in found]
