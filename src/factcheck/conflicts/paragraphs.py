"""The rare names, years and days of every paragraph of a library, read in one walk over its passages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import exp, log

from factcheck.match.context import years_of
from factcheck.match.rarity import UNSEEN_PASSAGES
from factcheck.model import Kind
from factcheck.store.protocol import Library, StoredClaim

# A word with a capital that does not begin its sentence.
NAME = re.compile(r"(?<=[^\W\d_] |[,(] )[^\W\d_a-z][\w'’-]*")
# From how many nats on a name is rare; in a small library a smaller part of the nats there are (as in match/akin.py).
RARE, RARE_PART = 6.0, 0.6

Paragraph = tuple[int, int]


class Paragraphs:
    """Answers for a figure what its paragraph names."""

    def __init__(self, library: Library, figures: Iterable[StoredClaim]) -> None:
        self._paragraph: dict[int, Paragraph] = {}
        self._names: dict[Paragraph, set[str]] = defaultdict(set)
        for passage in library.all_passages():
            place = passage.document, passage.paragraph
            self._paragraph[passage.id] = place
            self._names[place].update(NAME.findall(passage.text))
        self._years: dict[Paragraph, set[int]] = defaultdict(set)
        self._days: dict[Paragraph, set[str]] = defaultdict(set)
        for figure in figures:
            if figure.claim.kind is Kind.DATE:
                self._years[self.of(figure)] |= years_of(figure)
                if figure.claim.value.plain.count("-") == 2 and "X" not in figure.claim.value.plain:
                    self._days[self.of(figure)].add(figure.claim.value.plain)
        self._count = Counter(name for names in self._names.values() for name in names)
        total = len(self._names) + UNSEEN_PASSAGES
        self._most = total / exp(min(RARE, RARE_PART * log(total))) - 1

    def of(self, claim: StoredClaim) -> Paragraph:
        """Document and ordinal of a figure's paragraph."""
        return self._paragraph[claim.passage]

    def names(self, claim: StoredClaim) -> frozenset[str]:
        """The rare names of a figure's paragraph."""
        return frozenset(name for name in self._names[self.of(claim)] if self._count[name] <= self._most)

    def years(self, claim: StoredClaim) -> frozenset[int]:
        """The years that dates of a figure's paragraph name."""
        return frozenset(self._years[self.of(claim)])

    def one_day(self, a: StoredClaim, b: StoredClaim) -> bool:
        """Whether the paragraphs of two figures name a day in common."""
        return not self._days[self.of(a)].isdisjoint(self._days[self.of(b)])
