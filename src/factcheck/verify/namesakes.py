"""Tells a quotation of one person from one of another who bears the same surname: speakers agree by one name in common,
but a source that names both in full knows two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.lean.record import replace
from factcheck.model import Evidence, Finding, Kind, Verdict
from factcheck.rules.codes import MISTAKEN_IDENTITY
from factcheck.store.protocol import Library


def told_apart(found: Sequence[Finding], library: Library) -> Iterator[Finding]:
    """The findings, a quotation that sources have of the speaker's namesake among the errors."""
    doubtful = {id(finding): own for finding in found if (own := _of_namesakes(finding))}
    documents = {one.claim.document for own in doubtful.values() for one in own}
    numbers = library.find_documents(documents) if documents else {}
    passages = library.passages_of(numbers.values()) if numbers else {}
    for finding in found:
        agreeing = doubtful.get(id(finding), ())
        sources = [passages.get(numbers.get(one.claim.document, -1), ()) for one in agreeing]
        # A source that names the draft's speaker as well knows two.
        if agreeing and all(any(finding.claim.speaker in one.text for one in own) for own in sources):
            yield _mistaken(finding, agreeing)
        else:
            yield finding


def _of_namesakes(finding: Finding) -> list[Evidence]:
    """The sources that have a quotation, if they all have it from another bearer of the surname."""
    quoted = finding.claim.kind is Kind.QUOTE and finding.verdict is Verdict.SUPPORTED
    agreeing = [one for one in finding.evidence if one.agrees] if quoted else []
    same = all(_namesakes(finding.claim.speaker, one.claim.speaker) for one in agreeing)
    return agreeing if same else []


def _namesakes(a: str, b: str) -> bool:
    """Whether two full names have a surname in common, and given names of which neither begins the other; an office
    before one of them ("CFO Mara Lund") makes nobody else of it."""
    mine, its = a.split(), b.split()
    if f" {a}".endswith(f" {b}") or f" {b}".endswith(f" {a}"):
        return False
    if not (1 < len(mine) < 4 and 1 < len(its) < 4) or mine[-1] != its[-1]:
        return False
    return not (mine[0].startswith(its[0]) or its[0].startswith(mine[0]))


def _mistaken(finding: Finding, agreeing: Sequence[Evidence]) -> Finding:
    right = agreeing[0].claim.speaker
    message = f"the draft gives these words to {finding.claim.speaker}; in the source {right} says them"
    against = tuple(replace(one, agrees=False) for one in agreeing)
    return replace(
        finding,
        verdict=Verdict.CONTRADICTED,
        rule=MISTAKEN_IDENTITY,
        message=message,
        suggestion=right,
        evidence=against,
    )
