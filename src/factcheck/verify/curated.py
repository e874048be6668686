"""Lets what checkers have decided about a claim count for more than what its source says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.claims.curation import RELIABLE, CuratedClaim, Status
from factcheck.claims.knowledge import Knowledge
from factcheck.compare import compare
from factcheck.lean.record import replace
from factcheck.model import Evidence, Finding, Verdict
from factcheck.rules import codes
from factcheck.verify.decided import by, told

# What no longer holds as its source has it; a corrected claim does not either, if it keeps what was printed.
FALLEN = frozenset({Status.RETRACTED, Status.SUPERSEDED})


def revise(findings: Iterable[Finding], knowledge: Knowledge) -> list[Finding]:
    """The findings in the light of what was decided about their evidence."""
    return [_revised(finding, knowledge) for finding in findings]


def _revised(finding: Finding, knowledge: Knowledge) -> Finding:
    known = [(evidence, knowledge.of(evidence.claim)) for evidence in finding.evidence]
    if not any(curated for _, curated in known):
        return finding
    ordered = tuple(evidence for evidence, _ in sorted(known, key=lambda pair: _rank(pair[0], pair[1])))
    if finding.derived:
        return _rested(finding, [curated for _, curated in known if curated])
    finding = replace(finding, evidence=ordered)
    if finding.verdict is Verdict.CONTRADICTED:
        return _against(finding, [curated for evidence, curated in known if curated and not evidence.agrees])
    if finding.verdict is not Verdict.SUPPORTED:
        return finding
    agreeing = [curated for evidence, curated in known if evidence.agrees]
    reliable = next((c for c in agreeing if c and c.status in RELIABLE and not c.as_printed), None)
    if reliable:
        return replace(finding, message=f"{finding.message}; {by(reliable)}", weak=False)
    decided = agreeing[0]
    return _unsound(finding, decided, knowledge) if decided else finding


def _against(finding: Finding, decided: Sequence[CuratedClaim]) -> Finding:
    """A contradicted figure in the light of what was decided about what contradicts it: the very value to which a
    source was corrected is right; what was confirmed says who did, when and why."""
    for claim in decided:
        if claim.status is Status.CORRECTED and claim.as_printed and compare(finding.claim.value, claim.value).agrees:
            message = f"a source was {by(claim)}{told(claim.note)}"
            evidence = tuple(replace(e, agrees=True) for e in finding.evidence)
            return replace(
                finding,
                verdict=Verdict.SUPPORTED,
                rule="",
                message=message,
                suggestion="",
                evidence=evidence,
                weak=False,
            )
    first = decided[0] if decided else None
    if first and first.status in RELIABLE and not first.as_printed:
        return replace(finding, message=f"{finding.message}; {by(first)}{told(first.note)}")
    return finding


def _rested(finding: Finding, decided: Iterable[CuratedClaim]) -> Finding:
    """A figure that follows from others stands as long as all of them do."""
    fallen = next((claim for claim in decided if claim.status in FALLEN or claim.as_printed), None)
    if fallen is None:
        return finding
    message = f"{finding.message}, but {fallen.id}, on which that rests, was {fallen.status.value}"
    return replace(finding, verdict=Verdict.UNVERIFIED, rule=codes.FIGURE_UNSOURCED, message=message)


def _rank(evidence: Evidence, curated: CuratedClaim | None) -> int:
    """What is confirmed goes first among what agrees and among what does not; what was withdrawn goes last."""
    if curated is None:
        return 1
    return 0 if curated.status in RELIABLE and evidence.agrees else 2 if curated.status is Status.RETRACTED else 1


def _unsound(finding: Finding, curated: CuratedClaim, knowledge: Knowledge) -> Finding:
    """A supported figure whose source was found wanting."""
    reason = f": {curated.note}" if curated.note else ""
    if curated.status is Status.SUPERSEDED:
        newest = knowledge.newest(curated)
        says = f", which says “{newest.notation}”" if newest.notation else ""
        message = f"{finding.message}; superseded by {newest.id}{says}"
        return replace(finding, rule=codes.FIGURE_SUPERSEDED, message=message, suggestion=newest.notation)
    if curated.status is Status.RETRACTED:
        message = f"{finding.message}, but that claim was retracted as {curated.id}{reason}"
        return replace(finding, verdict=Verdict.UNVERIFIED, rule=codes.FIGURE_UNSOURCED, message=message)
    if curated.status is Status.CORRECTED and curated.as_printed:
        right = f" to “{curated.notation}”" if curated.notation else ""
        message = f"{finding.message}, which was corrected as {curated.id}{right}{reason}"
        evidence = tuple(replace(e, agrees=False) for e in finding.evidence)
        return replace(
            finding, verdict=Verdict.CONTRADICTED, rule=codes.FIGURE_DIFFERS, message=message,
            suggestion=curated.notation, evidence=evidence,
        )  # fmt: skip
    return finding
