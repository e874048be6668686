"""All that a project knows of somebody: what sources say, what checkers have recorded, where sources disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lean.record import NamedTuple
from factcheck.report.formats.contract import Record, library_record
from factcheck.who import people

if TYPE_CHECKING:
    from factcheck.conflicts import Disagreement
    from factcheck.services.library import Library
    from factcheck.who import Person


class Profile(NamedTuple):
    """The people that a name may mean, each with what is said of them by date.

    recorded: what the claims files say that the bearer of the very name is or was
    disagreements: pairs of statements that exclude each other
    """

    people: tuple[Person, ...]
    recorded: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]


def profile(library: Library, name: str) -> Profile:
    """All about the bearers of a name: a full name, a surname, or any name of an entity."""
    from factcheck.conflicts.offices import disagreeing

    entity = next((one for one in library.curation.entities if name in one.names), None)
    found = tuple(people(library.store, name, entity.names if entity else ()))
    library.store.vouch({one.document.path for person in found for one in person.statements})
    disagreements = disagreeing(library.store, {person.name for person in found}) if found else []
    return Profile(found, entity.roles if entity else (), tuple(disagreements))


def record(found: Profile) -> Record:
    """A profile as JSON prints it."""
    return {
        "people": [
            {
                "name": person.name,
                "statements": [library_record(one.claim.claim, one.document) for one in person.statements],
            }
            for person in found.people
        ],
        "recorded": list(found.recorded),
        "disagreements": [
            {"id": one.id, "subject": one.fact.subject, "note": one.note, "claims": [one.a.claim.id, one.b.claim.id]}
            for one in found.disagreements
        ],
    }
