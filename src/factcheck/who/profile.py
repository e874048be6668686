"""All that a library says of a person: the offices, by date, with their passages, and where sources disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from factcheck.lean.record import NamedTuple
from factcheck.model import Document, Kind, Origin
from factcheck.roles.words import AGED
from factcheck.store.protocol import Library, StoredClaim
from factcheck.text.tokens import fold


class Statement(NamedTuple):
    """What one passage says that somebody is, and the document that it stands in."""

    claim: StoredClaim
    document: Document

    @property
    def words(self) -> str:
        """What is said, for people: an age as one, and the time where the sentence has it."""
        claim = self.claim.claim
        if claim.unit == AGED.sort:
            return f"aged {claim.scope}{' at death' if claim.frame.part else ''}"
        time = claim.frame.time
        told = time.words if time is not None and time.origin is Origin.CLAUSE else ""
        return f"{claim.words} ({told})" if told else claim.words


class Person(NamedTuple):
    """A person under the name that texts give in full, and what is said of them, the oldest first."""

    name: str
    statements: tuple[Statement, ...]


def people(library: Library, query: str, names: Iterable[str] = ()) -> list[Person]:
    """The people whose names hold all words of a query, or are among `names`, by name."""
    asked = set(fold(query).split())
    known = set(names)
    found: dict[str, list[StoredClaim]] = defaultdict(list)
    for claim in library.all_claims(Kind.ROLE):
        subject = claim.claim.subject
        if subject in known or asked <= set(fold(subject).split()):
            found[subject].append(claim)
    return [Person(name, _dated(claims, library)) for name, claims in sorted(found.items())]


def _dated(claims: Sequence[StoredClaim], library: Library) -> tuple[Statement, ...]:
    """Statements by the date of their document; undated ones last."""
    documents = library.documents({claim.document for claim in claims})
    statements = [Statement(claim, documents[claim.document]) for claim in claims]
    return tuple(sorted(statements, key=lambda one: (one.document.published or "~", one.claim.document)))
