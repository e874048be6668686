"""Checks of a draft that need no source: against the calendar, against itself, against arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from factcheck.lean.record import replace
from factcheck.model import Claim, Finding, Verdict
from factcheck.rules import codes
from factcheck.verify.checks.calendar_days import misdated
from factcheck.verify.checks.problem import Problem
from factcheck.verify.checks.shares import oversubscribed
from factcheck.verify.checks.sums import exceeding
from factcheck.verify.checks.twice import differing

__all__ = ["CHECKS", "applied", "findings"]

# Checks of the figures alone; the calendar also asks when the draft was written.
Check = Callable[[Sequence[Claim]], Iterator[Problem]]
CHECKS: tuple[Check, ...] = (differing, exceeding, oversubscribed)
UNDATED: Mapping[str, str] = {}


def findings(claims: Iterable[Claim], published: Mapping[str, str] = UNDATED) -> list[Finding]:
    """What is wrong with the claims of a draft in themselves, by place, at most one finding a claim.

    published: the dates of the draft's documents, by id, as far as they are known
    """
    draft = sorted(claims, key=lambda claim: (claim.path, claim.span))
    problems = chain(misdated(draft, published), *(check(draft) for check in CHECKS))
    found: dict[Claim, Finding] = {}
    for claim, rule, message, suggestion in problems:
        found.setdefault(claim, Finding(claim, Verdict.CONTRADICTED, rule, message, suggestion))
    return sorted(found.values(), key=lambda finding: (finding.claim.path, finding.claim.span))


def applied(found: Iterable[Finding], published: Mapping[str, str] = UNDATED) -> list[Finding]:
    """The findings of a comparison with the sources, with what these checks add to them.

    The calendar is surer than any source; of all else the sources have the last word.
    """
    found = list(found)
    wrong = {finding.claim: finding for finding in findings((finding.claim for finding in found), published)}
    return [_joined(finding, wrong.get(finding.claim)) for finding in found]


def _joined(finding: Finding, wrong: Finding | None) -> Finding:
    if wrong is None:
        return finding
    if finding.verdict is Verdict.UNVERIFIED:
        return wrong
    return (
        replace(wrong, evidence=finding.evidence, why=finding.why) if wrong.rule == codes.WEEKDAY_MISMATCH else finding
    )
