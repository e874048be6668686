"""Claims of a library about one fact that cannot all be true."""

from __future__ import annotations

from enum import StrEnum

from factcheck.lean.record import NamedTuple, dataclass
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim

# Between the ids of two claims, which have none in them.
JOINT = "-"


class Reason(StrEnum):
    """In what the claims of a conflict disagree."""

    VALUE = "another value"
    UNIT = "another unit or penalty"
    SUM = "parts that do not add up"
    WEEKDAY = "a weekday that does not fit the date"
    TOO_LATE = "a date later than the report of it"
    WORDING = "other words"
    OFFICE = "another office"


class Fact(NamedTuple):
    """What claims are about: a key that makes two claims one fact, in words for people."""

    kind: Kind
    subject: str
    measure: str
    scope: str = ""


class Disagreement(NamedTuple):
    """Two claims about one fact that cannot both be true. The same claim twice contradicts itself."""

    a: StoredClaim
    b: StoredClaim
    fact: Fact
    reason: Reason
    note: str = ""

    @property
    def id(self) -> str:
        """Made of the ids of both claims: the same wherever the two are met, whatever else disagrees."""
        return JOINT.join(sorted({self.a.claim.id, self.b.claim.id}))


def claims_of(pair: str) -> list[str]:
    """The ids of the claims that the id of a disagreement is made of."""
    return pair.split(JOINT)


@dataclass(frozen=True, slots=True)
class Side:
    """A value with the claims that have it; `sources`: documents that are not copies of one another."""

    value: str
    unit: str
    claims: tuple[StoredClaim, ...]
    sources: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fact with the values that its claims give it, the best supported first. `note` says what does not fit.

    pairs: the ids of the disagreements it is made of, by the place of their claims; the first is its own
    """

    pairs: tuple[str, ...]
    fact: Fact
    reason: Reason
    sides: tuple[Side, ...]
    note: str = ""

    @property
    def id(self) -> str:
        return self.pairs[0]

    def words(self, side: Side) -> str:
        """A side's value as its first source words it, with the unit where the sides differ in it."""
        words = side.claims[0].claim.words
        same = len({other.unit for other in self.sides}) == 1
        return f'"{words}"' if same or not side.unit else f'"{words}" ({side.unit})'
