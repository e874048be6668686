"""Finds two days for what the same subject did, told in like sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.conflicts.documents import Documents, incompatible
from factcheck.conflicts.likeness import Likeness
from factcheck.conflicts.subject import subject_before
from factcheck.extract.frame import is_event
from factcheck.match.concepts import concept
from factcheck.model import Kind
from factcheck.stem import stem
from factcheck.store.protocol import StoredClaim

# A date after these says as of when the rest holds, and is no day on which something happened.
SCOPE = re.compile(r"\b(?:as of|as at|as on|until|by|before|after)\W*$", re.IGNORECASE)
# Days further apart than this are those of two events; a date wider than a month is no day.
APART, WIDEST = 62, 31
# How alike the two sentences are at the least.
ALIKE = 0.5
CROWD = 12


def days(figures: Iterable[StoredClaim], documents: Documents, likeness: Likeness) -> Iterator[Disagreement]:
    """The disagreements about the day or month of an event that a subject and its verb name."""
    groups: dict[tuple[str, str], list[StoredClaim]] = defaultdict(list)
    for figure in figures:
        told = _told(figure) if figure.claim.kind is Kind.DATE and _is_day(figure) else None
        if told:
            groups[told].append(figure)
    for (subject, _), members in groups.items():
        if len(members) <= CROWD:
            fact = Fact(Kind.DATE, subject, members[0].claim.measure)
            pairs = (pair for pair in combinations(members, 2) if _disagree(*pair, documents, likeness))
            yield from (Disagreement(a, b, fact, Reason.VALUE) for a, b in pairs)


def _told(figure: StoredClaim) -> tuple[str, str] | None:
    """Who did what, or to whom it was done, on a day."""
    claim = figure.claim
    verb = claim.measure.split()[-1] if claim.measure else ""
    if not is_event(verb.lower()):
        return None
    at = claim.sentence.rfind(f" {verb}", 0, claim.mark.start)
    at = claim.sentence.find(f" {verb}", claim.mark.end) if at < 0 else at
    subject = subject_before(claim.sentence[: max(at, 0)], claim.subject)
    return (subject, concept(stem(verb))) if subject else None


def _is_day(figure: StoredClaim) -> bool:
    claim = figure.claim
    low, high = claim.value.low, claim.value.high
    if low is None or high is None or high - low >= WIDEST or claim.value.bound:
        return False
    return not SCOPE.search(claim.sentence[: claim.mark.start])


def _disagree(a: StoredClaim, b: StoredClaim, documents: Documents, likeness: Likeness) -> bool:
    gap = abs((a.claim.value.low or Decimal(0)) - (b.claim.value.low or Decimal(0)))
    if a.document == b.document or gap > APART or not incompatible(a, b):
        return False
    if documents.retold(a, b) or documents.acknowledged(a, b) or documents.other_figures(a, b):
        return False
    return likeness.alike(a, b).cosine >= ALIKE
