"""Holds the age that a draft gives somebody against the ages that dated sources give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import ceil, floor

from factcheck.lean.record import replace
from factcheck.model import Finding, Verdict
from factcheck.roles.words import AGED
from factcheck.store.protocol import StoredClaim
from factcheck.who import told
from factcheck.who.directory import Directory
from factcheck.who.held import period_of

DAYS_OF_A_YEAR = Decimal("365.2425")


def is_age(role: StoredClaim) -> bool:
    """Whether a role is but an age."""
    return role.claim.unit == AGED.sort


def judge(role: StoredClaim, directory: Directory) -> Finding | None:
    """What is wrong with an age of a draft: that of somebody else beside its bearer, or one that cannot be."""
    theirs = [one for one in directory.roles(role.claim.subject) if is_age(one) and alike(one, role)]
    impossible = [one for one in theirs if not possible(role, one, directory.latest())]
    if not theirs or 0 < len(impossible) < len(theirs):
        return None
    if any(_years(one) == _years(role) for one in theirs):
        return None  # told as it was then
    holders = list(_holders(role, theirs, directory))
    if holders:
        return told.mistaken(role, theirs[0], holders, directory)
    return told.of_age(role, impossible, directory) if impossible else None


def merged(figures: Sequence[Finding], own: Sequence[Finding]) -> list[Finding]:
    """The findings on a draft's figures with those on its people. An age is both, and what is wrong with it is said
    once."""
    found, others = list(figures), []
    for finding in own:
        at = next((at for at, one in enumerate(found) if one.claim.span.overlaps(finding.claim.span)), None)
        if at is None or finding.claim.unit != AGED.sort:
            others.append(finding)
        elif found[at].verdict is not Verdict.CONTRADICTED:
            found[at] = replace(finding, claim=found[at].claim)
    return [*found, *others]


def possible(a: StoredClaim, b: StoredClaim, latest: Decimal | None = None) -> bool:
    """Whether both may be one person's ages, each at its time; what is not dated proves nothing, but an age at death is
    always the same.

    latest: the last day that is known of; an undated draft is taken to be written by then, and not before its sources
    """
    if _late(a):
        return _years(a) == _years(b)
    mine, its = period_of(a.claim), period_of(b.claim)
    if mine and mine.last is None and not mine.told:
        # A text that is only known to be no older than some day tells of people as they were at the time of its story.
        mine = None
    if its is None or (mine is None and latest is None):
        return True
    first, last = (mine.first, mine.last) if mine else (its.last, latest)
    passed = _years(a) - _years(b)
    early = its.last is not None and first is not None and passed < floor((first - its.last) / DAYS_OF_A_YEAR)
    late = its.first is not None and last is not None and passed > ceil((last - its.first) / DAYS_OF_A_YEAR) + 1
    return not (early or late)


def _holders(role: StoredClaim, theirs: Sequence[StoredClaim], directory: Directory) -> Iterator[StoredClaim]:
    """Others to whom the passage that tells the bearer's age gives the draft's."""
    for one in theirs:
        for other in directory.beside(one):
            if is_age(other) and _years(other) == _years(role) and other.claim.subject != one.claim.subject:
                yield other


def alike(a: StoredClaim, b: StoredClaim) -> bool:
    """Whether both are ages at death, or both of the living."""
    return _late(a) == _late(b)


def _late(role: StoredClaim) -> bool:
    return "late" in role.claim.frame.part.split()


def _years(role: StoredClaim) -> int:
    return int(role.claim.scope)
