"""Finds names of a draft that misspell a name its library knows; in doubt they are names of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from factcheck.extract.reading import Reading
from factcheck.model import Role
from factcheck.store.protocol import Library
from factcheck.text import Span
from factcheck.text.stem import FUNCTION_WORDS, stem
from factcheck.text.tokens import tokenise
from factcheck.variants.difference import difference, inflected, one_letter
from factcheck.variants.find import OWN_NAME, SHORTEST_SINGLE
from factcheck.variants.spelling import Difference, Written
from factcheck.variants.written import read_names

# What a slip of the pen makes of a name; other differences may be another name, or another usage.
SLIPS = frozenset({Difference.LETTER, Difference.LETTERS, Difference.INFLECTION, Difference.POSSESSIVE})
LETTERS = frozenset({Difference.LETTER, Difference.LETTERS})
# The library must know the right form from more places than this, and so many times as well as the draft's form.
KNOWN, TIMES = 1, 5
# How many passages are read for one word at the most, and to see whether a name is known as it stands.
PASSAGES, SEEN = 120, 40
# A form that the library writes so often is its own, whatever else it writes.
OWN_FORM = 3
LONGEST = 6


class Misspelling(NamedTuple):
    """A name of a draft, its place in the visible text, and what the library calls it."""

    written: str
    span: Span
    right: str
    how: Difference


class _Mention(NamedTuple):
    name: Written
    span: Span
    opens: bool


def misspellings(reading: Reading, library: Library, allowed: Collection[str] = ()) -> list[Misspelling]:
    """The names of a draft that are misspelt, by place. `allowed`: names that are right, aliases included."""
    mentions = list(_mentions(reading))
    right = _Speller(library, frozenset(allowed))
    own = {word for mention in mentions if len(mention.name.words) > 1 for word in mention.name.words}
    found: list[Misspelling] = []
    for mention in mentions:
        slip = right.whole(mention) if len(mention.name.words) > 1 else right.single(mention.name, own)
        if slip and not any(mention.span.overlaps(other.span) for other in found):
            found.append(Misspelling(mention.name.text, mention.span, *slip))
    return sorted(found, key=lambda misspelling: misspelling.span)


def _mentions(reading: Reading) -> Iterator[_Mention]:
    """The names of a draft: those that end a run before others, short ones before long ones."""
    for document in reading.documents:
        for read in document.passages:
            if read.passage.role is not Role.HEADING:
                seen = [s for s in read_names(read.text) if len(s.name.words) <= LONGEST]
                for name, span, opens, _ in sorted(seen, key=lambda s: (not s.closes, len(s.name.words))):
                    yield _Mention(name, span.shift(read.passage.span.start), opens)


class _Speller:
    """Looks names up in a library, each once."""

    def __init__(self, library: Library, allowed: frozenset[str]) -> None:
        self._library = library
        self._allowed = allowed
        self._answers: dict[Written, tuple[str, Difference] | None] = {}
        self._names: dict[str, Mapping[Written, int]] = {}
        self._read: dict[int, list[Written]] = {}

    def whole(self, mention: _Mention) -> tuple[str, Difference] | None:
        """The right form of a name of two words or more, and how it differs."""
        name = mention.name
        if name not in self._answers:
            self._answers[name] = None if name.text in self._allowed else self._look(name)
        slip = self._answers[name]
        return slip if slip and (mention.opens or slip[1] in LETTERS) else None

    def single(self, name: Written, own: Collection[str]) -> tuple[str, Difference] | None:
        """The word of one of the draft's own full names that a word by itself misspells by a letter."""
        word = name.words[0]
        if len(word) < SHORTEST_SINGLE or word in own or word in self._allowed or self._frequency(word):
            return None
        if word.lower() in FUNCTION_WORDS:
            return None
        # A difference in the last letters is another form of the word rather than a slip.
        near = {other for other in own if one_letter(word, other) and word[-2:] == other[-2:]}
        near = {other for other in near if self._frequency(other) > KNOWN}
        return (near.pop(), Difference.LETTER) if len(near) == 1 else None

    def _look(self, name: Written) -> tuple[str, Difference] | None:
        mine = self._occurrences(name)
        if mine >= OWN_FORM:
            return None
        usual = {other for word in name.words for other, times in self._around(word).items() if times >= TIMES * mine}
        right = {
            other: how
            for other in usual
            if (how := difference(name, other)) in SLIPS and self._slipped(name, other)
        }  # fmt: skip
        return next(((other.text, how) for other, how in right.items()), None) if len(right) == 1 else None

    def _occurrences(self, name: Written) -> int:
        """How often a name stands as it is written in the first passages that hold its words, up to OWN_FORM."""
        stems = [found for word in name.words for found in map(stem, tokenise(word).words) if found]
        numbers = [set(self._library.postings(found)) for found in dict.fromkeys(stems)]
        shared = sorted(set.intersection(*numbers))[:SEEN] if numbers else []
        written = (other for number in shared for other in self._names_in([number]) if other == name)
        return sum(1 for _ in islice(written, OWN_FORM))

    def _slipped(self, name: Written, other: Written) -> bool:
        """Whether the word that differs is one that the library hardly knows."""
        changed = [(x, y) for x, y in zip(name.words, other.words, strict=False) if x != y]
        return all(inflected(x, y) or self._frequency(x) < min(OWN_NAME, self._frequency(y)) for x, y in changed)

    def _around(self, word: str) -> Mapping[Written, int]:
        """The known names in the passages that a word stands in; none for a word that stands everywhere."""
        if word not in self._names:
            stems = [stem(token) for token in tokenise(word).lower]
            numbers = self._library.postings(stems[0]) if stems and stems[0] else ()
            counts = Counter(self._names_in(numbers if len(numbers) <= PASSAGES else ()))
            self._names[word] = {name: times for name, times in counts.items() if times > KNOWN}
        return self._names[word]

    def _names_in(self, numbers: Sequence[int]) -> Iterator[Written]:
        """The names in some passages; each passage is read once, for a draft asks for the same ones again and again."""
        new = self._library.passages(number for number in numbers if number not in self._read)
        self._read |= {number: [seen.name for seen in read_names(p.text)] for number, p in new.items()}
        return (name for number in numbers for name in self._read[number])

    def _frequency(self, word: str) -> int:
        found = stem(word.lower())
        return self._library.frequencies([found]).get(found, 0)
