"""Reads the names of a text as they are written, long ones also by their parts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.text import Span
from factcheck.text.stem import stem
from factcheck.text.tokens import tokenise
from factcheck.variants.spelling import Written

# A word with a capital: "Party", "People's", "AlJazeera", "Asia-Pacific", "U.S."
CAPITALISED = r"(?:(?:[A-Z]\.){2,}|[^\W\d_a-zß-öø-ÿ][^\W\d_]*+(?:[-'’][^\W\d_]+)*+)"
# The little words that hold a name together.
JOINER = r"(?:of|for|and|the|on|in|de|la|du|del|des|und|y|e|to|against|&)"
RUN = re.compile(rf"{CAPITALISED}['’]?(?:\s(?:{JOINER}\s){{0,3}}{CAPITALISED}['’]?)*")
TOKEN = re.compile(r"\S+")
JOINERS = frozenset(JOINER[3:-1].split("|"))
# What ends a possessive, the word's own "s" included ("People's", "Peoples'").
POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
ARTICLES = frozenset({"The", "A", "An", "the"})
MOST_WORDS = 9


class Seen(NamedTuple):
    """A name in a text; opens, closes: nothing that could belong to it stands before it, after it."""

    name: Written
    span: Span
    opens: bool
    closes: bool


def read_names(text: str) -> Iterator[Seen]:
    """Every run of capitalised words, and every part of one that has two words or more, with their places."""
    for run in RUN.finditer(text):
        tokens = [(m[0], m.start() + run.start()) for m in TOKEN.finditer(run[0])]
        for first, last in _ranges([token for token, _ in tokens]):
            start = tokens[first][1]
            name = written(text[start : tokens[last][1] + len(tokens[last][0])])
            opens = first == 0 or tokens[first - 1][0] in ARTICLES
            yield Seen(name, Span(start, start + len(name.text)), opens, last == len(tokens) - 1)


def _ranges(tokens: list[str]) -> Iterator[tuple[int, int]]:
    """First and last token of the run and of its parts; a run in capitals or a long one is a headline, no name."""
    naming = [at for at, token in enumerate(tokens) if token not in JOINERS and token not in ARTICLES]
    if len(naming) == 1:
        yield naming[0], naming[0]
    elif len(naming) <= MOST_WORDS and not all(token.isupper() for token in tokens):
        yield from combinations(naming, 2)


@lru_cache(maxsize=1 << 15)
def written(text: str) -> Written:
    """A name, without the possessive ending of its last word, by its words and joiners; apostrophes are straight."""
    tokens = text.replace("’", "'").split()
    tokens[-1] = POSSESSIVE.sub("", tokens[-1])
    words: list[str] = []
    gaps: list[str] = []
    possessive = set()
    for token in tokens:
        if token in JOINERS:
            if words:
                gaps[-1] = f"{gaps[-1]} {token}".strip()
            continue
        bare = POSSESSIVE.sub("", token)
        if bare != token:
            possessive.add(len(words))
        words.append(bare)
        gaps.append("")
    return Written(" ".join(tokens), tuple(words), tuple(gaps[:-1]), frozenset(possessive))


def stems(word: str) -> list[str]:
    """The stems of the parts of a word, as passages have them."""
    return [found for found in map(stem, tokenise(word).words) if found]


def folded_stems(word: str) -> list[str]:
    """The stems of the parts of a word, without its capitals."""
    return [found for part in tokenise(word).lower if (found := stem(part))]


def stem_of(word: str) -> str:
    """The stem of a word, of one with a hyphen of its first part."""
    parts = tokenise(word).lower
    return stem(parts[0]) if parts else ""
