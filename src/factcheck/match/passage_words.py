"""The words of a passage as matching reads them: its tokens, their concepts, its names, its clause borders."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from factcheck.lean.record import dataclass
from factcheck.lexicon.concepts import concept, concepts
from factcheck.text.stem import stem
from factcheck.text.tokens import CLAUSE_BORDERS, tokenise, words_in


@dataclass(frozen=True, slots=True)
class Words:
    """A passage's tokens, as they stand and folded, with their concepts, "" for those that have none."""

    words: tuple[str, ...]
    lower: tuple[str, ...]
    concepts: tuple[str, ...]
    names: frozenset[str]
    borders: tuple[int, ...]


@lru_cache(maxsize=1024)
def words_of(text: str, stems: tuple[str, ...]) -> Words:
    """The tokens, concepts and names of a passage."""
    words, lower = words_in(text)
    found = tuple(concepts(stems))
    borders = tuple(accumulate(map(CLAUSE_BORDERS.__contains__, lower)))
    return Words(words, lower, found, _names(words, found), borders)


@lru_cache(maxsize=1024)
def bag_of(stems: tuple[str, ...]) -> frozenset[str]:
    """The concepts of a passage, in no order."""
    return frozenset(concepts(stems)) - {""}


def _names(words: Sequence[str], concepts: Sequence[str]) -> frozenset[str]:
    """Words written with a capital; at the start of a sentence only where the next word has one too."""
    first = 0 if len(words) > 1 and words[1][0].isupper() else 1
    capital = zip(words[first:], concepts[first:], strict=True)
    return frozenset([found for word, found in capital if found and word[0].isupper()])


@lru_cache(maxsize=4096)
def concepts_of(text: str) -> frozenset[str]:
    """The concepts of a heading, a title or a cell's header."""
    return frozenset(concept(s) for s in map(stem, tokenise(text).words) if s)


@lru_cache(maxsize=4096)
def names_of(text: str) -> frozenset[str]:
    """The concepts of a label's words that are written with a capital, wherever they stand."""
    return frozenset(concept(stem(word)) for word in tokenise(text).words if word[:1].isupper()) - {""}
