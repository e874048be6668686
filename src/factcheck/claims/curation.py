"""What an organisation has confirmed, corrected and ruled on, as frozen values, each with its place in its file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from factcheck.lean.record import NamedTuple, dataclass, field
from factcheck.model import Kind
from factcheck.values import Value


class Status(StrEnum):
    """How far a claim can be relied on."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    SUPERSEDED = "superseded"


# What an editor may cite without a further word; a corrected claim holds the right value of a source's wrong one.
RELIABLE = frozenset({Status.CONFIRMED, Status.CORRECTED})


class Origin(NamedTuple):
    """The line of a claims file on which a table begins; 0 where it is written inline and has no header."""

    path: Path
    line: int


class Selector(NamedTuple):
    """A passage by its own words and those around it (W3C Web Annotation Data Model, TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage of a document that a claim rests on.

    page, timecode, cell: where a reader of the file finds it, as the checker wrote it
    """

    document: str
    selector: Selector
    origin: Origin
    page: str = ""
    timecode: str = ""
    cell: str = ""

    @property
    def place(self) -> str:
        """The place as people write it, "" where none is stated: "p. iv", "00:01:02", "Cases!B3"."""
        return ", ".join(filter(None, (self.page and f"p. {self.page}", self.timecode, self.cell)))


@dataclass(frozen=True, slots=True)
class CuratedClaim:
    """A fact as the organisation holds it; `notation` is the value as its checker wrote it.

    as_printed: for a corrected claim, what its source says instead; valid: the period for which it holds, as EDTF
    embargo_until: an ISO date before which it is confidential
    """

    id: str
    kind: Kind
    subject: str
    notation: str
    value: Value
    origin: Origin
    measure: str = ""
    scope: str = ""
    unit: str = ""
    speaker: str = ""
    status: Status = Status.PROPOSED
    superseded_by: str = ""
    as_printed: str = ""
    valid: str = ""
    note: str = ""
    checked_by: str = ""
    checked_on: str = ""
    confidential: bool = False
    embargo_until: str = ""
    citations: tuple[Citation, ...] = ()

    def hidden(self, today: str) -> bool:
        """Whether it must not leave the house on an ISO date; `discretion.day` tells which date counts."""
        return self.confidential or today < self.embargo_until


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, party, organisation or event with every name under which texts speak of it.

    roles: what a person is or was, each with its period behind a comma ("mayor of Harle, 2011/2019")
    """

    name: str
    origin: Origin
    type: str = ""
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    note: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases, *self.former)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision on a conflict between sources: the claim to keep, and why."""

    conflict: str
    keep: str
    reason: str
    origin: Origin
    by: str = ""
    on: str = ""


class Problem(NamedTuple):
    """Something wrong in a claims file; sorts by place."""

    path: Path
    line: int
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Curation:
    """All that the claims files of a library hold, in file order, and what is wrong with them."""

    claims: tuple[CuratedClaim, ...] = ()
    entities: tuple[Entity, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    problems: tuple[Problem, ...] = field(default=(), compare=False)
