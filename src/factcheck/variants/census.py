"""The names of a library as they are written, with every place, and the company they keep."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from factcheck.lean import regex as re
from factcheck.model import Role
from factcheck.store.protocol import Library, StoredPassage
from factcheck.variants.spelling import Place, Written
from factcheck.variants.written import read_names

LOWER_CASE = re.compile(r"(?<![^\W\d_])[a-z]{3,}(?![^\W\d_])")
# A name that stands in more documents than this tells nothing about what a document is about.
TELLING = 20


class Inventory:
    """What passages name; headings, which capitalise every word, are left out.

    places:  written name → where it stands
    opening: the names that are somewhere more than the end of a longer one; closing: more than the beginning of one
    common:  the words that are also written without a capital
    """

    def __init__(self, passages: Iterable[StoredPassage]) -> None:
        self.places: dict[Written, list[Place]] = defaultdict(list)
        self.opening: set[Written] = set()
        self.closing: set[Written] = set()
        self.common: set[str] = set()
        for passage in passages:
            self.common.update(LOWER_CASE.findall(passage.text))
            if passage.role is not Role.HEADING:
                self._add(passage)

    def _add(self, passage: StoredPassage) -> None:
        for name, span, opens, closes in read_names(passage.text):
            self.places[name].append(Place(passage.document, passage.id, span))
            if opens:
                self.opening.add(name)
            if closes:
                self.closing.add(name)

    def documents(self, name: Written) -> frozenset[int]:
        return frozenset(place.document for place in self.places.get(name, ()))

    @cached_property
    def company(self) -> Mapping[int, frozenset[Written]]:
        """Document → the names of two words or more that say what it is about."""
        found: dict[int, set[Written]] = defaultdict(set)
        for name in self.places:
            documents = self.documents(name)
            if len(name.words) > 1 and len(documents) <= TELLING:
                for document in documents:
                    found[document].add(name)
        return {document: frozenset(names) for document, names in found.items()}

    @cached_property
    def bearers(self) -> Mapping[str, int]:
        """Word → in how many different names of two words it stands."""
        found: dict[str, set[Written]] = defaultdict(set)
        for name in self.places:
            if len(name.words) == 2:
                for word in name.words:
                    found[word].add(name)
        return {word: len(names) for word, names in found.items()}

    @cached_property
    def holders(self) -> Mapping[str, list[Written]]:
        """Word → the names of two words or more that it stands in."""
        found: dict[str, list[Written]] = defaultdict(list)
        for name in self.places:
            if len(name.words) > 1:
                for word in set(name.words):
                    found[word].append(name)
        return dict(found)

    @cached_property
    def uses(self) -> Mapping[str, int]:
        """Word → in how many places of names it stands: of two spellings, the one with the commoner words is usual."""
        found: Counter[str] = Counter()
        for name, places in self.places.items():
            found.update(dict.fromkeys(name.words, len(places)))
        return found


def inventory(library: Library) -> Inventory:
    """All names of a library."""
    return Inventory(library.all_passages())
