"""Tells a draft that its sources disagree: a figure that is on one side of a conflict between sources is disputed.

Where somebody has decided which side stands, the other one is wrong: see `decided`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck import conflicts
from factcheck.claims.knowledge import Knowledge
from factcheck.compare import compare
from factcheck.conflicts import Conflict, Reason, Side
from factcheck.lean.record import NamedTuple, replace
from factcheck.match.bind import Binding
from factcheck.match.candidates import Candidate
from factcheck.model import Claim, Document, Evidence, Finding, Kind, Verdict
from factcheck.rules import codes
from factcheck.store.protocol import Library, StoredClaim
from factcheck.text import Span
from factcheck.text.wording import counted
from factcheck.verify import texts
from factcheck.verify.decided import decision

# Disagreements of two tellings; one telling that does not fit itself does not speak against a draft.
BETWEEN_SOURCES = frozenset({Reason.VALUE, Reason.UNIT})
# Evidence weaker than this is not what a verdict rests on, unless it is the best there is.
LIKELY = 0.25
# A date proves nothing; the same date in the same part ("since 1985") in so many passages of one conflict, which answer
# so well for the rest, and in none of anything else that is likely, is that of the conflict.
TELLING, ANSWERING = 2, 3.0

Place = tuple[str, Span]


class _Stand(NamedTuple):
    """The conflict that a draft's figure is caught in, and the side it is on."""

    conflict: Conflict
    side: Side
    score: float


class _Sides:
    """The conflicts between sources, by the places of the figures on their sides."""

    def __init__(self, found: Iterable[Conflict]) -> None:
        self._known = {
            _place(stored.claim): (conflict, side)
            for conflict in found
            if conflict.reason in BETWEEN_SOURCES
            for side in conflict.sides
            for stored in side.claims
            if stored.claim.kind is conflict.fact.kind
        }

    def of(self, claim: Claim) -> tuple[Conflict, Side] | None:
        return self._known.get(_place(claim))


def dispute(
    findings: Sequence[Finding], bindings: Sequence[Binding], library: Library, knowledge: Knowledge
) -> list[Finding]:
    """The findings, those disputed that rest on a side of a conflict between sources, and those contradicted that rest
    on a side that somebody has decided against."""
    bound = {binding.draft.claim.claim.span: binding for binding in bindings}
    sides = _Sides(conflicts.touching(library, _met(findings, bindings), BETWEEN_SOURCES))
    stands = [_stand(one, sides) or _split(one, bound.get(one.claim.span), sides) for one in findings]
    met = {stored.document for stand in filter(None, stands) for side in stand.conflict.sides for stored in side.claims}
    documents = library.documents(met) if met else {}
    return [
        _disputed(finding, stand, documents, knowledge) if stand else finding
        for finding, stand in zip(findings, stands, strict=True)
    ]


def _met(findings: Sequence[Finding], bindings: Sequence[Binding]) -> Iterator[str]:
    """The ids of the sources' figures that a verdict may rest on."""
    yield from (evidence.claim.id for finding in findings for evidence in finding.evidence)
    for binding in bindings:
        yield from (c.context.claim.claim.id for c in binding.candidates if c.probability >= LIKELY / 2)
        yield from (c.context.claim.claim.id for c in _barred_dates(binding))


def _place(claim: Claim) -> Place:
    return claim.path, claim.span


def _stand(finding: Finding, sides: _Sides) -> _Stand | None:
    """What the evidence of a finding is caught in."""
    rests = finding.verdict is not Verdict.UNVERIFIED
    for at, evidence in enumerate(finding.evidence):
        found = None if _is_of_that_day(finding.claim, evidence) else sides.of(evidence.claim)
        if found and ((at == 0 and rests) or evidence.score >= LIKELY):
            conflict, side = found
            mine = side if evidence.agrees else _agreeing(finding.claim, conflict)
            return _Stand(conflict, mine, evidence.score) if mine else None
    return None


def _is_of_that_day(claim: Claim, evidence: Evidence) -> bool:
    """Whether a date rests on what a source tells of that day: however much that was, the day stands."""
    return claim.kind is Kind.DATE and evidence.claim.kind is not Kind.DATE


def _split(finding: Finding, binding: Binding | None, sides: _Sides) -> _Stand | None:
    """The conflict whose sides are together likelier than any one thing else to be what a figure states.

    One fact told in two ways halves what either way can be sure of.
    """
    if binding is None or finding.verdict is Verdict.SUPPORTED:
        return None
    masses: dict[str, float] = defaultdict(float)
    known: dict[str, Conflict] = {}
    alone = 0.0
    for candidate in binding.candidates:
        found = sides.of(candidate.context.claim.claim)
        if found:
            masses[found[0].id] += candidate.probability
            known[found[0].id] = found[0]
        else:
            alone = max(alone, candidate.probability)
    best = max(masses, key=lambda identifier: (masses[identifier], identifier), default="")
    if best and masses[best] >= max(LIKELY, alone):
        mine = _agreeing(finding.claim, known[best])
        return _Stand(known[best], mine, round(masses[best], 3)) if mine else None
    return _of_barred_date(binding, sides)


def _of_barred_date(binding: Binding, sides: _Sides) -> _Stand | None:
    """The conflict that a date is caught in which could not support it, for a date alone proves nothing."""
    found = [sides.of(candidate.context.claim.claim) for candidate in _barred_dates(binding)]
    told = {(conflict.id, side.value): (conflict, side) for conflict, side in filter(None, found)}
    if len(found) < TELLING or None in found or len(told) != 1:
        return None
    ((conflict, side),) = told.values()
    return _Stand(conflict, side, 0.0)


def _barred_dates(binding: Binding) -> list[Candidate]:
    """The same date as a draft's, in the same part of its sentence, that may not support it."""
    part = binding.draft.part
    if binding.draft.kind is not Kind.DATE or not part:
        return []
    barred = (veto.candidate for veto in binding.vetoed)
    return [candidate for candidate in barred if candidate.context.part == part and candidate.blind >= ANSWERING]


def _agreeing(claim: Claim, conflict: Conflict) -> Side | None:
    """The side whose value a draft's figure has."""
    return next((side for side in conflict.sides if _agrees(claim, side)), None)


def _agrees(claim: Claim, side: Side) -> bool:
    units = {claim.unit, side.unit} - {""}
    return len(units) < 2 and compare(claim.value, side.claims[0].claim.value).agrees


def _disputed(finding: Finding, stand: _Stand, documents: Mapping[int, Document], knowledge: Knowledge) -> Finding:
    conflict, mine, score = stand
    told = " or ".join(f"{conflict.words(s)} ({counted(s.sources, 'source')})" for s in conflict.sides)
    split = texts.SPLIT.format(told=told)
    working = f"{finding.message}; " if finding.derived else ""
    decided = decision(conflict, knowledge)
    verdict, rule, suggestion = Verdict.DISPUTED, codes.SOURCES_DISAGREE, ""
    message = working + split
    if decided:
        message += f"; {decided.who}: it is {conflict.words(decided.side)}{decided.reason}"
        # What to write is settled; that the sources disagree is worth knowing.
        rule = "" if decided.side is mine else codes.FIGURE_DIFFERS
    if decided and decided.side is not mine:
        verdict, suggestion = Verdict.CONTRADICTED, "" if finding.derived else decided.side.claims[0].claim.words
    evidence = _evidences(conflict, mine, score, documents)
    return replace(finding, verdict=verdict, rule=rule, message=message, suggestion=suggestion, evidence=evidence)


def _evidences(conflict: Conflict, mine: Side, score: float, documents: Mapping[int, Document]) -> tuple[Evidence, ...]:
    others = [side for side in conflict.sides if side is not mine]
    agreeing = [_evidence(claim, documents, True, score) for claim in mine.claims]
    return (*agreeing, *(_evidence(claim, documents, False, score) for side in others for claim in side.claims))


def _evidence(stored: StoredClaim, documents: Mapping[int, Document], agrees: bool, score: float) -> Evidence:
    return Evidence(stored.claim, documents[stored.document], agrees, score)
