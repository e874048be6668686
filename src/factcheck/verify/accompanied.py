"""Judges a date by the company it keeps: a day that a sentence gives a figure is right where a source has the figure of
that day, whatever words name the day there, and even if the figure itself is another."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lean.record import replace
from factcheck.match.bind import Binding
from factcheck.match.candidates import Candidate
from factcheck.match.meeting import precision
from factcheck.match.scene import Scene
from factcheck.model import Evidence, Finding, Kind, Verdict
from factcheck.verify import texts

# How likely a source must be to state the figure of that day.
LIKELY = 0.35
SHOWN = 3


def dated(bindings: Sequence[Binding], findings: Sequence[Finding], scene: Scene) -> list[Finding]:
    """The findings, with the dates that a figure of their sentence vouches for supported."""
    found = list(findings)
    for at, (binding, finding) in enumerate(zip(bindings, findings, strict=True)):
        if binding.draft.kind is not Kind.DATE or finding.verdict is Verdict.SUPPORTED:
            continue
        vouching = max((_of_that_day(binding, other) for other in bindings), key=_mass, default=[])
        if _mass(vouching) >= LIKELY:
            found[at] = _supported(finding, vouching, scene)
    return found


def _of_that_day(date: Binding, other: Binding) -> list[Candidate]:
    """The likely candidates of a figure that holds on a date of its sentence, as far as they hold on it too."""
    moment = other.draft.moment
    same_passage = other.draft.claim.passage == date.draft.claim.passage
    if other.draft.kind is Kind.DATE or moment is None or not same_passage:
        return []
    if moment.by != date.draft.claim.first_token:
        return []
    return [c for c in other.candidates if c.features.time_same + c.features.time_told >= precision(moment)]


def _mass(candidates: Sequence[Candidate]) -> float:
    return sum(candidate.probability for candidate in candidates)


def _supported(finding: Finding, vouching: Sequence[Candidate], scene: Scene) -> Finding:
    claim = vouching[0].context.claim.claim
    evidence = tuple(
        Evidence(c.context.claim.claim, scene.document(c.context.claim), True, round(c.probability, 3))
        for c in vouching[:SHOWN]
    )
    message = texts.OF_THE_DAY.format(source=claim.words)
    return replace(
        finding, verdict=Verdict.SUPPORTED, rule="", message=message, suggestion="", evidence=evidence, why=()
    )
