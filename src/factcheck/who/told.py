"""Puts what is wrong with a role of a draft into words, with the passages that say otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Evidence, Finding, Origin, Verdict
from factcheck.rules import codes
from factcheck.store.protocol import StoredClaim
from factcheck.who.declared import Declared
from factcheck.who.directory import Directory

SHOWN = 5


def unknown(role: StoredClaim) -> Finding:
    """Nobody of that name is known."""
    message = f"no source names {role.claim.subject}"
    return Finding(role.claim, Verdict.UNVERIFIED, codes.PERSON_UNKNOWN, message)


def recorded(role: StoredClaim, own: Sequence[Declared]) -> Finding:
    """The claims files have the office for another time."""
    message = f"the draft calls {role.claim.subject} {quoted(role)}; the claims files have “{own[0].recorded}”"
    return Finding(role.claim, Verdict.CONTRADICTED, codes.ROLE_DIFFERS, message, own[0].recorded)


def differing(role: StoredClaim, others: Sequence[StoredClaim], directory: Directory) -> Finding:
    """Sources say otherwise of the same person."""
    source = others[0]
    message = (
        f"the draft calls {role.claim.subject} {quoted(role)}; the source says {quoted(source)}"
        f"{_dated(source, directory)}"
    )
    return _differs(role, message, _words(source), others, directory)


def reversed_relation(role: StoredClaim, others: Sequence[StoredClaim], directory: Directory) -> Finding:
    """Sources say of the other person what cannot be true with it."""
    source = others[0]
    message = (
        f"the draft calls {role.claim.subject} {quoted(role)}; the source calls {source.claim.subject} {quoted(source)}"
        f"{_dated(source, directory)}"
    )
    return _differs(role, message, "", others, directory)


def elsewhere(role: StoredClaim, own: Sequence[StoredClaim], directory: Directory) -> Finding:
    """Sources have the office of a body that they leave to be understood, and do not know the draft's."""
    claim, source = role.claim, own[0]
    place = claim.frame.place.value if claim.frame.place else ""
    message = (
        f"the draft calls {claim.subject} {quoted(role)}; the source says {quoted(source)}{_dated(source, directory)}, "
        f"and nowhere {claim.scope or place}"
    )
    return _differs(role, message, "", own, directory)


def _differs(
    role: StoredClaim, message: str, suggestion: str, sources: Sequence[StoredClaim], directory: Directory
) -> Finding:
    evidence = tuple(_evidence(one, directory) for one in sources[:SHOWN])
    return Finding(role.claim, Verdict.CONTRADICTED, codes.ROLE_DIFFERS, message, suggestion, evidence)


def of_age(role: StoredClaim, others: Sequence[StoredClaim], directory: Directory) -> Finding:
    """Sources have another age, or had the draft's at another time."""
    claim, source = role.claim, others[0]
    own = claim.frame.time.value if claim.frame.time else ""
    of = f" in {own}" if own else ""
    message = (
        f"the draft gives the age of {claim.subject} as {claim.scope}{of}; the source says {source.claim.scope}"
        f"{_dated(source, directory)}"
    )
    right = source.claim.words if source.claim.scope != claim.scope else ""
    evidence = tuple(_evidence(one, directory) for one in others[:SHOWN])
    return Finding(claim, Verdict.CONTRADICTED, codes.ROLE_DIFFERS, message, right, evidence)


def mistaken(
    role: StoredClaim, own: StoredClaim | None, holders: Sequence[StoredClaim], directory: Directory
) -> Finding:
    """Sources say that of somebody else; `own`: what they say of the draft's person, if anything."""
    claim, holder = role.claim, holders[0]
    besides = f", and of {claim.subject} {quoted(own)}" if own else ""
    message = (
        f"the draft calls {claim.subject} {quoted(role)}; the source says that of {holder.claim.subject}"
        f"{_dated(holder, directory)}{besides}"
    )
    shown = (*holders[: SHOWN - 1], own) if own else holders[:SHOWN]
    evidence = tuple(_evidence(one, directory) for one in shown)
    return Finding(claim, Verdict.CONTRADICTED, codes.MISTAKEN_IDENTITY, message, holder.claim.subject, evidence)


def quoted(role: StoredClaim) -> str:
    return f"“{_words(role)}”"


def _words(role: StoredClaim) -> str:
    """A role as its text has it, with its time."""
    time = role.claim.frame.time
    told = time.words if time is not None and time.origin is Origin.CLAUSE else ""
    return f"{role.claim.words} ({told})" if told else role.claim.words


def _dated(claim: StoredClaim, directory: Directory) -> str:
    published = directory.document(claim).published
    return f" ({published})" if published else ""


def _evidence(claim: StoredClaim, directory: Directory) -> Evidence:
    return Evidence(claim.claim, directory.document(claim), agrees=False, score=1.0)
