"""What is known of the names of one document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from enum import StrEnum

from factcheck.lean.record import NamedTuple, dataclass, field
from factcheck.text import Span

# A noun with an article takes up one of so many names before it.
RECENT = 60


class Sort(StrEnum):
    """What bears a name."""

    PERSON = "person"
    BODY = "body"
    OTHER = "other"


class Naming(NamedTuple):
    """One place where a name stands: its first and last token, its full form in the document, and its bearer's sort.

    title: the first token of the title or form of address before it ("Prime Minister", "Mr."), else `first`
    """

    first: int
    last: int
    span: Span
    name: str
    sort: Sort
    title: int


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a document in order, and what each bearer is called.

    full:  every written form → the full name ("WHO", "Lund")
    roles: full name → the folded nouns it goes by ("president", "party")
    sex:   full name → "m" or "f", where the text shows it
    first: full name → the token at which it is first named
    """

    namings: tuple[Naming, ...] = ()
    full: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sex: Mapping[str, str] = field(default_factory=dict)
    first: Mapping[str, int] = field(default_factory=dict)

    def before(self, token: int, most: int = RECENT) -> tuple[Naming, ...]:
        """The last names that begin before a token: what later text can take up."""
        end = bisect_left(self.namings, (token,))
        return self.namings[max(0, end - most) : end]

    def between(self, first: int, end: int) -> tuple[Naming, ...]:
        """The names that begin in a range of tokens."""
        return self.namings[bisect_left(self.namings, (first,)) : bisect_left(self.namings, (end,))]

    def at(self, token: int) -> Naming | None:
        """The name that a token is part of, its title included."""
        place = bisect_left(self.namings, (token + 1,))
        for naming in self.namings[max(0, place - 1) : place + 1]:
            if naming.title <= token <= naming.last:
                return naming
        return None

    def canonical(self, written: str) -> str:
        """The full form of a written name; the name itself where the document knows no other."""
        return self.full.get(written, written)
