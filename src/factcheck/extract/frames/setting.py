"""A passage while its figures are framed: its words, figures, names and clauses."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.frame import Actor, Figure
from factcheck.extract.frames.clause import Clause, clauses
from factcheck.lean import cached_property
from factcheck.lean.record import dataclass
from factcheck.model import Kind, Origin, Passage, Qualifier
from factcheck.text.tokens import Tokens

# Rules look at most so many tokens beyond either end of a passage.
MARGIN = 16
# What takes up a name: a pronoun, or a noun with an article.
STANDS_IN = frozenset({"he", "she", "the"})


@dataclass(frozen=True)
class Setting:
    """A passage while its figures are framed."""

    passage: Passage
    tokens: Tokens
    stems: Sequence[str]
    figures: Sequence[Figure]
    actors: Sequence[Actor]

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the passage, in order; together they hold all its tokens."""
        return clauses(self.tokens, self.name_tokens, self.figure_tokens)

    def clause(self, at: int) -> Clause:
        """The clause that a token stands in."""
        return self._clause_of[at]

    @cached_property
    def name_tokens(self) -> frozenset[int]:
        """The tokens of all names."""
        return frozenset(at for actor in self.actors for at in range(actor.first, actor.last + 1))

    @cached_property
    def figure_tokens(self) -> frozenset[int]:
        """The tokens of all figures."""
        return frozenset(at for figure in self.figures for at in range(figure.first, figure.last + 1))

    @cached_property
    def subjects(self) -> dict[int, range]:
        """The own subject of each clause, by its first token, as far as it was asked for."""
        return {}

    @cached_property
    def alternations(self) -> dict[Kind, dict[int, Figure]]:
        """The dates that alternate with the figures of a kind, as far as they were asked for."""
        return {}

    @cached_property
    def _clause_of(self) -> list[Clause]:
        return [clause for clause in self.clauses for _ in range(clause.first, clause.end)]

    @cached_property
    def _padded(self) -> tuple[str, ...]:
        return self.tokens.lower + ("",) * MARGIN

    @cached_property
    def dates(self) -> tuple[Figure, ...]:
        """The dates of the passage that the text lets us know."""
        dates = (figure for figure in self.figures if figure.mention.kind is Kind.DATE)
        return tuple(
            date for date in dates if date.mention.value.low is not None or date.mention.value.high is not None
        )

    @cached_property
    def values(self) -> tuple[Figure, ...]:
        """The figures that are no dates."""
        return tuple(figure for figure in self.figures if figure.mention.kind is not Kind.DATE)

    @cached_property
    def seated(self) -> dict[int, Actor]:
        """The names right before figures that are no dates, by the first tokens of these."""
        ends = {actor.last + 1: actor for actor in self.actors}
        return {figure.first: ends[figure.first] for figure in self.values if figure.first in ends}

    def between(self, first: int, end: int) -> list[Actor]:
        """The names that begin in a range of tokens."""
        return [actor for actor in self.actors if first <= actor.first < end]

    def words(self, first: int, last: int) -> str:
        """Some tokens as written, on one line."""
        return " ".join(
            self.tokens.text[self.tokens.starts[first] : self.tokens.ends[min(last, len(self.tokens) - 1)]].split()
        )

    def lower(self, at: int) -> str:
        """A folded token, "" at up to MARGIN places outside the passage."""
        return self._padded[at]

    def named(self, actor: Actor, origin: Origin = Origin.CLAUSE) -> Qualifier:
        """A name as a qualifier; one that a pronoun or "the party" stands for was read in an earlier sentence."""
        pronoun = self.lower(actor.first) in STANDS_IN
        return Qualifier(actor.name, self.words(actor.first, actor.last), Origin.EARLIER if pronoun else origin)
