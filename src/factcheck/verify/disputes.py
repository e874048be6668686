"""Tells a draft that its sources disagree: a verdict that rests on one side of a conflict is a disputed one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from factcheck.claims.curation import Ruling
from factcheck.claims.knowledge import Knowledge
from factcheck.compare import Relation, compare
from factcheck.conflicts import Conflict, Disagreement, Reason, Side
from factcheck.conflicts.group import group
from factcheck.conflicts.likeness import Likeness
from factcheck.conflicts.pairs import disagreement
from factcheck.match.bind import Binding
from factcheck.match.candidates import Candidate
from factcheck.match.one_fact import Rivals
from factcheck.model import Claim, Document, Evidence, Finding, Verdict
from factcheck.rules import codes
from factcheck.store.protocol import Library, StoredClaim
from factcheck.text import Span
from factcheck.verify.binding import Bound
from factcheck.wording import counted

# Disagreements of two tellings; one telling that does not fit itself does not speak against a draft.
BETWEEN_SOURCES = frozenset({Reason.VALUE, Reason.UNIT})
# Evidence weaker than this is not what a verdict rests on, unless it is the best there is.
LIKELY = 0.25

# How many nats less than the best a figure may answer to a draft's, values aside, and be held against another.
SLACK = 3.0
# How many figures of either side are held against each other.
HELD = 5

Place = tuple[str, Span]


class _Stand(NamedTuple):
    """The conflict that a draft's figure is caught in, and the side it is on."""

    conflict: Conflict
    side: Side
    score: float


def dispute(
    findings: Iterable[Finding],
    conflicts: Sequence[Conflict],
    library: Library,
    knowledge: Knowledge,
) -> list[Finding]:
    """The findings, those disputed that rest on a side of a conflict between sources.

    A ruling settles what to write and not what the sources say: the figure it keeps is disputed still, but no problem.
    """
    sides = {
        _place(stored.claim): (conflict, side)
        for conflict in conflicts
        if conflict.reason in BETWEEN_SOURCES
        for side in conflict.sides
        for stored in side.claims
        if stored.claim.kind is conflict.fact.kind
    }
    return [_disputed(f, stand, library, knowledge) if (stand := _stand(f, sides)) else f for f in findings]


def contested(figures: Bound, library: Library) -> list[Conflict]:
    """The conflicts between what supports a draft's figures and what would contradict them.

    A figure's rivals are among its candidates: those of another value that answer about as well, values aside.
    """
    return group(_contested(figures, library), Likeness(library))


def _contested(figures: Bound, library: Library) -> Iterator[Disagreement]:
    rivals = Rivals(library, figures.scene, figures.rarity)
    for binding in figures.bindings:
        for mine, other in _rivals(binding):
            found = disagreement(mine.context, other.context, library, rivals)
            if found:
                yield found


def _rivals(binding: Binding) -> Iterator[tuple[Candidate, Candidate]]:
    """What agrees with a draft's figure beside what does not and answers about as well."""
    agreeing = _best(c for c in binding.candidates if c.compared.agrees)
    least = max((c.blind for c in agreeing), default=0.0) - SLACK
    differing = _best(c for c in binding.candidates if c.compared.relation is Relation.DIFFERENT and c.blind > least)
    return product(agreeing, differing)


def _best(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda candidate: -candidate.blind)[:HELD]


def _place(claim: Claim) -> Place:
    return claim.path, claim.span


def _stand(finding: Finding, sides: Mapping[Place, tuple[Conflict, Side]]) -> _Stand | None:
    if finding.verdict is Verdict.DISPUTED:
        return None
    for at, evidence in enumerate(finding.evidence):
        found = sides.get(_place(evidence.claim))
        if found and (at == 0 or evidence.score >= LIKELY):
            conflict, side = found
            mine = side if evidence.agrees else _agreeing(finding.claim, conflict)
            return _Stand(conflict, mine, evidence.score) if mine else None
    return None


def _agreeing(claim: Claim, conflict: Conflict) -> Side | None:
    """The side whose value a draft's figure has."""
    return next((side for side in conflict.sides if _agrees(claim, side)), None)


def _agrees(claim: Claim, side: Side) -> bool:
    units = {claim.unit, side.unit} - {""}
    return len(units) < 2 and compare(claim.value, side.claims[0].claim.value).agrees


def _disputed(finding: Finding, stand: _Stand, library: Library, knowledge: Knowledge) -> Finding:
    conflict, mine, score = stand
    others = [side for side in conflict.sides if side is not mine]
    documents = library.documents({claim.document for side in conflict.sides for claim in side.claims})
    evidence = [_evidence(claim, documents, True, score) for claim in mine.claims]
    evidence += [_evidence(claim, documents, False, score) for side in others for claim in side.claims]
    told = " or ".join(f"{conflict.words(s)} ({counted(s.sources, 'source')})" for s in conflict.sides)
    working = f"{finding.message}; " if finding.derived else ""
    message, rule, suggestion = f"{working}the sources disagree: {told}", codes.SOURCES_DISAGREE, ""
    ruling = next((r for r in knowledge.curation.rulings if r.conflict == conflict.id), None)
    if ruling:
        message += f"; ruled: {ruling.reason}"
        kept = _kept(conflict, ruling, knowledge)
        rule = "" if kept is mine else codes.SOURCES_DISAGREE
        suggestion = kept.claims[0].claim.words if kept and kept is not mine and not finding.derived else ""
    return replace(
        finding, verdict=Verdict.DISPUTED, rule=rule, message=message, suggestion=suggestion, evidence=tuple(evidence)
    )


def _kept(conflict: Conflict, ruling: Ruling, knowledge: Knowledge) -> Side | None:
    """The side that a ruling keeps, by the id of one of its claims or of the curated claim that rests on one."""

    def names(claim: Claim) -> bool:
        curated = knowledge.of(claim)
        return ruling.keep in (claim.id, curated.id if curated else None)

    return next((side for side in conflict.sides if any(names(c.claim) for c in side.claims)), None)


def _evidence(stored: StoredClaim, documents: Mapping[int, Document], agrees: bool, score: float) -> Evidence:
    return Evidence(stored.claim, documents[stored.document], agrees, score)
