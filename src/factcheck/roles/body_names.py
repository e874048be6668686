"""Reads the names of bodies and nations in a phrase."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.names import Names, written
from factcheck.names.titles import JOINERS, bodies
from factcheck.roles import words
from factcheck.roles.title import HYPHENS
from factcheck.text.tokens import Tokens

# Behind these a nation or body is where somebody or something comes from, and no part of the office.
FROM = frozenset("based born educated trained backed led listed owned".split())


def body_name(tokens: Tokens, names: Names, first: int, last: int, *, person: bool = False) -> str:
    """The name of a body as it is written; of an abbreviation or a person what it stands for."""
    name = written(tokens, first, last)
    return names.canonical(name) if person or name.isupper() else name


def nation_at(tokens: Tokens, places: Sequence[int], at: int) -> tuple[str, int]:
    """The nation that some words name, and how many they are."""
    for length in (3, 2, 1):
        part = places[at : at + length]
        if len(part) == length and tokens.words[part[0]][0].isupper():
            folded = tuple(_bare(tokens.lower[place]) for place in part)
            if folded in words.nations():
                return words.nations()[folded], length
    return "", 0


def _bare(word: str) -> str:
    return word.removesuffix("'s").rstrip(".")


def capitals(tokens: Tokens, first: int, end: int) -> int:
    """The last token of a capitalised run, small joining words inside it."""
    last = first
    while last + 1 < end:
        step = 2 if tokens.words[last + 1] in JOINERS or tokens.words[last + 1] in HYPHENS else 1
        after = last + step
        joined = step == 1 or tokens.words[last] in bodies() or tokens.words[last + 1] == "&"
        if after >= end or not tokens.words[after][0].isupper() or not joined:
            break
        last = after
    return last
