"""Reads off the words of a query which kinds of figure are wanted: "how many" a count, "when" a date."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.lean.record import NamedTuple
from factcheck.lexicon import forms, table
from factcheck.model import Kind
from factcheck.text.tokens import fold

LONGEST = 4


class Cues(NamedTuple):
    """What a query's words say of the kind that is wanted.

    asked: kinds that they ask for; hinted: kinds that they only make likely
    asking: the places of words that no source would use
    """

    asked: frozenset[Kind]
    hinted: frozenset[Kind]
    asking: frozenset[int]


class Cue(NamedTuple):
    """A row of the table."""

    kinds: frozenset[Kind]
    asks: bool
    told: bool


NOTHING = Cue(frozenset(), False, True)


def cues(words: Sequence[str]) -> Cues:
    """The cues of a query, the longest phrase at each place first."""
    asked: frozenset[Kind] = frozenset()
    hinted: frozenset[Kind] = frozenset()
    asking: set[int] = set()
    at = 0
    while at < len(words):
        length = next((n for n in range(LONGEST, 1, -1) if _phrase(words, at, n) in _cues()), 1)
        cue = _cues().get(_phrase(words, at, length), NOTHING)
        asked |= cue.kinds if cue.asks else frozenset()
        hinted |= cue.kinds if not cue.asks else frozenset()
        if not cue.told:
            asking |= set(range(at, at + length))
        at += length
    return Cues(asked, hinted - asked, frozenset(asking))


def _phrase(words: Sequence[str], at: int, length: int) -> str:
    return " ".join(map(fold, words[at : at + length]))


@cache
def _cues() -> dict[str, Cue]:
    return {
        phrase: Cue(frozenset(map(Kind, row["kinds"].split())), row["asks"] == "yes", row["told"] == "yes")
        for row in table("queries")
        for phrase in forms(row["words"])
    }
