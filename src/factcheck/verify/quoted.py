"""Judges the figures inside a quotation by the passage that the quotation comes from, before any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.lean.record import replace
from factcheck.match.comparable import comparable, compare_claims
from factcheck.model import Claim, Evidence, Finding, Kind, Verdict
from factcheck.rules import codes
from factcheck.store.protocol import Library
from factcheck.verify import texts


def settle(figures: Iterable[Finding], quotations: Sequence[Finding], library: Library) -> Iterator[Finding]:
    """The findings on figures, those inside a located quotation judged by its own source.

    A figure that the source of the quotation has is supported. One that it has not is part of a misquotation, which
    is reported once, for the quotation.
    """
    located = [q for q in quotations if q.verdict is Verdict.SUPPORTED or q.rule == codes.MISQUOTATION]
    for finding in figures:
        around = next((q for q in located if q.claim.span.covers(finding.claim.span)), None)
        yield _settled(finding, around, library) if around else finding


def _settled(finding: Finding, quotation: Finding, library: Library) -> Finding:
    own = next(_same_figures(finding.claim, quotation.evidence, library), None)
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
    evidence = quotation.evidence[:1]
    return replace(
        finding, verdict=Verdict.UNVERIFIED, rule="", message=texts.MISQUOTED, suggestion="", evidence=evidence
    )


def _same_figures(claim: Claim, evidence: Iterable[Evidence], library: Library) -> Iterator[Evidence]:
    """The figures of the quotation's sources that agree with one of the draft's, in the order of the evidence."""
    for source in evidence:
        for other in _figures_in(source.claim, library):
            if comparable(claim, other) and compare_claims(claim, other, claim.value).agrees:
                yield Evidence(other, source.document, True, source.score)


def _figures_in(quotation: Claim, library: Library) -> Iterator[Claim]:
    """The figures that stand inside a source's quotation."""
    numbers = library.find_documents([quotation.document]).values()
    passages = (one for own in library.passages_of(numbers).values() for one in own)
    near = [p.id for p in passages if p.span.overlaps(quotation.span)]
    for stored in (one for own in library.claims(near).values() for one in own):
        if stored.claim.kind is not Kind.QUOTE and quotation.span.covers(stored.claim.span):
            yield stored.claim
