"""What somebody has decided on a conflict between sources: a ruling, or a claim confirmed on one side of it alone."""

from __future__ import annotations

from factcheck.claims.curation import RELIABLE, CuratedClaim, Ruling
from factcheck.claims.knowledge import Knowledge
from factcheck.conflicts import Conflict, Side
from factcheck.lean.record import NamedTuple
from factcheck.model import Claim


class Decision(NamedTuple):
    """The side of a conflict that stands, who decided it and when, and why."""

    side: Side
    who: str
    reason: str


def decision(conflict: Conflict, knowledge: Knowledge) -> Decision | None:
    """What was decided on a conflict, if anything was: a ruling goes before what was confirmed."""
    ruling = ruled(conflict, knowledge)
    side = kept(conflict, ruling, knowledge) if ruling else None
    if ruling and side:
        return Decision(side, f"ruled{signed(ruling.by, ruling.on)}", told(ruling.reason))
    confirmed = [(side, claim) for side in conflict.sides if (claim := _confirmed(side, knowledge))]
    if len(confirmed) != 1:
        return None
    ((side, claim),) = confirmed
    return Decision(side, by(claim), told(claim.note))


def ruled(conflict: Conflict, knowledge: Knowledge) -> Ruling | None:
    """The ruling on a conflict, whichever of its pairs it names."""
    return next((ruling for ruling in knowledge.curation.rulings if ruling.conflict in conflict.pairs), None)


def kept(conflict: Conflict, ruling: Ruling, knowledge: Knowledge) -> Side | None:
    """The side that a ruling keeps, by the id of one of its claims or of the curated claim that rests on one."""

    def names(claim: Claim) -> bool:
        curated = knowledge.of(claim)
        return ruling.keep in (claim.id, curated.id if curated else None)

    return next((side for side in conflict.sides if any(names(c.claim) for c in side.claims)), None)


def by(claim: CuratedClaim) -> str:
    """That a claim was confirmed or corrected, by whom and when, as far as that is noted."""
    return f"{claim.status.value} as {claim.id}{signed(claim.checked_by, claim.checked_on)}"


def signed(who: str, when: str) -> str:
    """By whom, and when: " by Ann Weaver on 2024-05-31"."""
    return "".join((f" by {who}" if who else "", f" on {when}" if when else ""))


def told(reason: str) -> str:
    """A reason as the end of a sentence that goes on."""
    return f": {' '.join(reason.split())}" if reason.strip() else ""


def _confirmed(side: Side, knowledge: Knowledge) -> CuratedClaim | None:
    """The claim that was confirmed of a side, and holds without an end. What a correction says is on no side."""
    claims = (knowledge.of(stored.claim) for stored in side.claims)
    return next((c for c in claims if c and c.status in RELIABLE and not c.as_printed and not _ends(c)), None)


def _ends(claim: CuratedClaim) -> bool:
    return bool(claim.valid) and not claim.valid.endswith("..")
