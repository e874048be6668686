"""Finds who a sentence is about: the names in it, and whom "she", "the party" or "the minister" stand for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.extract.frame import Actor
from factcheck.lexicon import table
from factcheck.names import Names
from factcheck.names.titles import references
from factcheck.quotes.opening import Phrase
from factcheck.quotes.who import speaker
from factcheck.text.tokens import Tokens, is_capital

# What may stand for a name: a pronoun, or an article with a noun.
STAND_IN = frozenset({"he", "she", "the"})


def actors(text: Tokens, names: Names, first: int, end: int) -> list[Actor]:
    """The actors among some tokens of a document, in order, in places counted from `first`."""
    named = [Actor(n.first - first, n.last - first, n.name) for n in names.between(first, end)]
    return sorted([*named, *_taken_up(text, names, first, end)])


def _taken_up(text: Tokens, names: Names, first: int, end: int) -> Iterator[Actor]:
    """The pronouns and nouns with an article that stand for a name of the text before them."""
    lower = text.lower
    for at in [at for at, word in enumerate(lower[first:end], first) if word in STAND_IN]:
        last = at
        if lower[at] == "the":
            last = at + 1
            if last == end or lower[last] not in _nouns():
                continue
        name = speaker(text, names, Phrase(at, last))
        if is_capital(name):
            yield Actor(at - first, last - first, name)


@cache
def _nouns() -> frozenset[str]:
    """The nouns by which later text takes up a person or a body."""
    return references() | {row["noun"] for row in table("roles")}
