"""Judges the figures inside a quotation by the passage that the quotation comes from, before any other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from factcheck.lean.record import replace
from factcheck.match.comparable import comparable, compare_claims
from factcheck.model import Claim, Evidence, Finding, Kind, Verdict
from factcheck.rules import codes
from factcheck.store.protocol import Library
from factcheck.verify import texts


def settle(figures: Iterable[Finding], quotations: Sequence[Finding], library: Library) -> Iterator[Finding]:
    """The findings on figures, those inside a located quotation judged by its own source.

    A figure that the source of the quotation has is supported. One that it has not is part of a misquotation, which
    is reported once, for the quotation; where the words quoted have another figure in its stead, that contradicts it.
    """
    located = [q for q in quotations if q.verdict is Verdict.SUPPORTED or q.rule == codes.MISQUOTATION]
    inside = [(one, next((q for q in located if q.claim.span.covers(one.claim.span)), None)) for one in figures]
    held = _figures_in({source.claim for _, q in inside if q for source in q.evidence}, library)
    for finding, around in inside:
        yield _settled(finding, around, held) if around else finding


def _settled(finding: Finding, quotation: Finding, held: Mapping[Claim, Sequence[Claim]]) -> Finding:
    own = next(_same_figures(finding.claim, quotation.evidence, held), None)
    if own:
        return replace(
            finding,
            verdict=Verdict.SUPPORTED,
            rule="",
            message=texts.QUOTED,
            suggestion="",
            evidence=(own,),
            weak=False,
        )
    if quotation.rule != codes.MISQUOTATION:
        return finding
    found = replace(finding, rule="", suggestion="", why=(), weak=False)
    other = next(_in_its_stead(finding, quotation.evidence, held), None)
    if other is None:
        evidence = quotation.evidence[:1]
        return replace(found, verdict=Verdict.UNVERIFIED, message=texts.MISQUOTED, evidence=evidence)
    told = texts.DIFFERS.format(draft=texts.said(finding.claim), source=texts.said(other.claim))
    return replace(found, verdict=Verdict.CONTRADICTED, message=told + texts.TOLD_FOR_QUOTATION, evidence=(other,))


def _in_its_stead(
    finding: Finding, evidence: Iterable[Evidence], held: Mapping[Claim, Sequence[Claim]]
) -> Iterator[Evidence]:
    """What contradicts a figure anyway, where it stands in the words quoted."""
    if finding.verdict is Verdict.CONTRADICTED:
        for source in evidence:
            yield from (told for told in finding.evidence[:1] if told.claim in held[source.claim])


def _same_figures(
    claim: Claim, evidence: Iterable[Evidence], held: Mapping[Claim, Sequence[Claim]]
) -> Iterator[Evidence]:
    """The figures of the quotation's sources that agree with one of the draft's, in the order of the evidence."""
    for source in evidence:
        for other in held[source.claim]:
            if comparable(claim, other) and compare_claims(claim, other, claim.value).agrees:
                yield Evidence(other, source.document, True, source.score)


def _figures_in(quotations: Collection[Claim], library: Library) -> Mapping[Claim, Sequence[Claim]]:
    """The figures that stand inside quotations of sources."""
    return {
        one: [claim for claim in near if claim.kind is not Kind.QUOTE and one.span.covers(claim.span)]
        for one, near in claims_around(quotations, library).items()
    }


def claims_around(quotations: Collection[Claim], library: Library) -> Mapping[Claim, Sequence[Claim]]:
    """The figures and quotations of the passages that quotations of sources stand in."""
    numbers = library.find_documents({one.document for one in quotations}) if quotations else {}
    passages = library.passages_of(numbers.values()) if numbers else {}
    near = {
        one: [p.id for p in passages[numbers[one.document]] if p.span.overlaps(one.span)]
        for one in quotations
        if one.document in numbers
    }
    wanted = {number for own in near.values() for number in own}
    claims = library.claims(wanted) if wanted else {}
    return {
        one: [stored.claim for number in near.get(one, ()) for stored in claims.get(number, ())] for one in quotations
    }
