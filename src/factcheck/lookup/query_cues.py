"""Reads off the words of a query which kinds of figure are wanted: "how many" a count, "when" a date."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factcheck.lexicon import forms, table
from factcheck.model import Kind
from factcheck.tokens import fold

LONGEST = 4


class Cues(NamedTuple):
    """The kinds that a query's words ask for, and the places of words that only ask, and that no source would use."""

    kinds: frozenset[Kind]
    asking: frozenset[int]


class Cue(NamedTuple):
    """A row of the table."""

    kinds: frozenset[Kind]
    told: bool


NOTHING = Cue(frozenset(), True)


def cues(words: Sequence[str]) -> Cues:
    """The cues of a query, the longest phrase at each place first."""
    kinds: frozenset[Kind] = frozenset()
    asking: set[int] = set()
    at = 0
    while at < len(words):
        length = next((n for n in range(LONGEST, 1, -1) if _phrase(words, at, n) in _cues()), 1)
        cue = _cues().get(_phrase(words, at, length), NOTHING)
        kinds |= cue.kinds
        if not cue.told:
            asking |= set(range(at, at + length))
        at += length
    return Cues(kinds, frozenset(asking))


def _phrase(words: Sequence[str], at: int, length: int) -> str:
    return " ".join(map(fold, words[at : at + length]))


@cache
def _cues() -> dict[str, Cue]:
    return {
        phrase: Cue(frozenset(map(Kind, row["kinds"].split())), row["told"] == "yes")
        for row in table("queries")
        for phrase in forms(row["words"])
    }
