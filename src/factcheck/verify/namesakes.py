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
    for finding in found:
        quoted = finding.claim.kind is Kind.QUOTE and finding.verdict is Verdict.SUPPORTED
        agreeing = [one for one in finding.evidence if one.agrees] if quoted else []
        if agreeing and all(_of_namesake(finding, one, library) for one in agreeing):
            yield _mistaken(finding, agreeing)
        else:
            yield finding


def _of_namesake(finding: Finding, source: Evidence, library: Library) -> bool:
    """Whether a source has the words of another bearer of the surname, and names the draft's speaker as well."""
    mine, its = finding.claim.speaker, source.claim.speaker
    if not _namesakes(mine, its):
        return False
    numbers = library.find_documents([source.claim.document]).values()
    return any(mine in one.text for own in library.passages_of(numbers).values() for one in own)


def _namesakes(a: str, b: str) -> bool:
    """Whether two full names have a surname in common, and given names of which neither begins the other."""
    mine, its = a.split(), b.split()
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
