"""The words of a passage as matching reads them: its tokens, their concepts, its names, its clause borders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from factcheck.match.concepts import concept
from factcheck.record import dataclass
from factcheck.text.stem import stem
from factcheck.text.tokens import Tokens, tokenise

# Where one clause of a sentence ends and another begins.
BORDERS = frozenset(
    {",", ";", ":", "\u2013", "\u2014", "(", ")", "and", "but", "while", "which", "who", "whereas", "when"}
)


@dataclass(frozen=True, slots=True)
class Words:
    """A passage's tokens with their concepts ("" for those that have none), and these as a bag."""

    tokens: Tokens
    concepts: tuple[str, ...]
    bag: frozenset[str]
    names: frozenset[str]
    borders: tuple[int, ...]


@lru_cache(maxsize=4096)
def words_of(text: str, stems: tuple[str, ...]) -> Words:
    """The tokens, concepts and names of a passage."""
    tokens = tokenise(text)
    concepts = tuple(map(concept, stems))
    count, borders = 0, []
    for word in tokens.lower:
        count += word in BORDERS
        borders.append(count)
    return Words(tokens, concepts, frozenset(concepts) - {""}, frozenset(_names(tokens, concepts)), tuple(borders))


def _names(tokens: Tokens, concepts: Sequence[str]) -> Iterable[str]:
    """Words written with a capital; at the start of a sentence only where the next word has one too."""
    for at, word in enumerate(tokens.words):
        if concepts[at] and word[0].isupper() and (at > 0 or (tokens.words[1:2] and tokens.words[1][:1].isupper())):
            yield concepts[at]


@lru_cache(maxsize=4096)
def concepts_of(text: str) -> frozenset[str]:
    """The concepts of a heading, a title or a cell's header."""
    return frozenset(concept(s) for s in map(stem, tokenise(text).words) if s)
