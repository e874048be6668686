"""A passage while its figures are framed: its words, figures and names, and how far its clauses part them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from factcheck.extract.frame import Actor, Figure
from factcheck.model import Passage
from factcheck.tokens import Tokens

# What parts two statements of a sentence, what opens a clause of its own, and what may part two phrases of one clause.
STATEMENT = frozenset({";", ":", "\u2014", "but", "while", "whereas", "whilst"})
CLAUSE = frozenset({"which", "who", "whose", "when", "where", "because", "although", "though", "if", "that", "(", ")"})
PHRASE = frozenset({",", "and", "or", "\u2013"})
COSTS = dict.fromkeys(STATEMENT, 100) | dict.fromkeys(CLAUSE, 10) | dict.fromkeys(PHRASE, 1)


class Setting(NamedTuple):
    """A passage while its figures are framed; `borders` counts what parts its start from each token."""

    passage: Passage
    tokens: Tokens
    stems: Sequence[str]
    figures: Sequence[Figure]
    actors: Sequence[Actor]
    borders: Sequence[int]

    def apart(self, left: int, right: int) -> int:
        """How much parts two tokens: 0 within a phrase, 10 and more across clauses, 100 and more across statements."""
        first, last = (left, right) if left <= right else (right, left)
        return self.borders[last] - self.borders[first]

    def words(self, first: int, last: int) -> str:
        """Some tokens as written, on one line."""
        return " ".join(self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last]].split())


def borders(tokens: Tokens) -> tuple[int, ...]:
    """For each token, the borders up to it."""
    return tuple(accumulate(COSTS.get(word, 0) for word in tokens.lower))
