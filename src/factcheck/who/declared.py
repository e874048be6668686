"""What the claims files declare of people: all names are one person's, and the roles are right at their times."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.lean.record import NamedTuple
from factcheck.who.held import Period, period
from factcheck.who.said import Said, said

if TYPE_CHECKING:
    from factcheck.claims import Entity


class Declared(NamedTuple):
    """A role that checkers have recorded, as they wrote it, and when it holds; None where they give no time."""

    said: Said
    recorded: str
    period: Period | None


class Declarations:
    """The entities of a project, by their names."""

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        self._by_name = {name: entity for entity in entities for name in entity.names}

    def names(self, name: str) -> tuple[str, ...]:
        """All names of the person who bears one."""
        return self._by_name[name].names if name in self._by_name else (name,)

    def roles(self, name: str) -> list[Declared]:
        """What is recorded of the person."""
        entity = self._by_name.get(name)
        return [one for role in entity.roles for one in _read(entity.name, role)] if entity else []


def split(role: str) -> tuple[str, str]:
    """A role as it is recorded, and its period."""
    words, comma, period = role.rpartition(",")
    return (words.strip(), period.strip()) if comma and any(c.isdigit() for c in period) else (role, "")


def _read(name: str, role: str) -> list[Declared]:
    from factcheck.extract import read_text

    words, edtf = split(role)
    when = period(edtf) if edtf else None
    return [Declared(said(claim)._replace(period=when), role, when) for claim in read_text(f"{name}, {words}.").roles()]
