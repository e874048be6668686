"""Finds where the sources of a library disagree: claims about one fact that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.conflicts.conflict import Conflict, Disagreement, Fact, Reason, Side
from factcheck.conflicts.copies import copies
from factcheck.conflicts.days import days
from factcheck.conflicts.documents import Documents
from factcheck.conflicts.events import events
from factcheck.conflicts.field import figures
from factcheck.conflicts.group import group
from factcheck.conflicts.likeness import Likeness
from factcheck.conflicts.misdated import too_late, weekdays
from factcheck.conflicts.once import once
from factcheck.conflicts.pairs import Pairs
from factcheck.conflicts.paragraphs import Paragraphs
from factcheck.conflicts.penalties import penalties
from factcheck.conflicts.stated import stated
from factcheck.conflicts.totals import sums
from factcheck.conflicts.wordings import wordings
from factcheck.store.protocol import Library, StoredClaim

__all__ = ["Conflict", "Disagreement", "Fact", "Reason", "Side", "find"]


def find(library: Library) -> list[Conflict]:
    """All conflicts of a library, by their first claim."""
    return group(_disagreements(library), Likeness(library))


def _disagreements(library: Library) -> Iterator[Disagreement]:
    found = figures(library.all_claims())
    likeness, pairs = Likeness(library), Pairs(library)
    yield from pairs.standing(_detected(found, library, likeness))
    yield from pairs.found(found, likeness)


def _detected(found: list[StoredClaim], library: Library, likeness: Likeness) -> Iterator[Disagreement]:
    documents, paragraphs = Documents(found), Paragraphs(library, found)
    yield from once(found, library.documents())
    yield from penalties(found, documents, likeness)
    yield from events(found, documents, paragraphs, likeness)
    yield from days(found, documents, likeness)
    yield from stated(found, documents, likeness)
    yield from copies(found)
    yield from sums(found, paragraphs)
    yield from weekdays(found)
    yield from too_late(found, likeness)
    yield from wordings(library)
