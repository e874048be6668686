"""Tells what checkers have decided about a claim that was read in a source."""

from __future__ import annotations

from collections import defaultdict

from factcheck.claims.curation import Citation, CuratedClaim, Curation
from factcheck.claims.notation import alike, read_value
from factcheck.compare import compare
from factcheck.model import Claim, Kind
from factcheck.text.wording import alias
from factcheck.values import Value


class Knowledge:
    """What a project's curation holds, by claim and by document."""

    def __init__(self, curation: Curation) -> None:
        self.curation = curation
        self._claims = {claim.id: claim for claim in curation.claims}
        self._by_document: dict[str, list[tuple[Citation, CuratedClaim]]] = defaultdict(list)
        for claim in curation.claims:
            for citation in claim.citations:
                self._by_document[alias(citation.document)].append((citation, claim))

    def of(self, claim: Claim) -> CuratedClaim | None:
        """The curated claim that rests on the passage in which a claim was read, and on this value of it."""
        cited = self._by_document[alias(claim.document)]
        return next((c for citation, c in cited if _rests_on(c, citation, claim)), None)

    def newest(self, claim: CuratedClaim) -> CuratedClaim:
        """The claim that stands at the end of the chain of those that supersede one another."""
        seen = {claim.id}
        while (newer := self._claims.get(claim.superseded_by)) and newer.id not in seen:
            seen.add(newer.id)
            claim = newer
        return claim


def _rests_on(curated: CuratedClaim, citation: Citation, claim: Claim) -> bool:
    if not alike(claim.kind, curated.kind) or not _is_called(citation.document, claim.document):
        return False
    cited, sentence = " ".join(citation.selector.exact.split()), " ".join(claim.sentence.split())
    if not (cited in sentence or sentence in cited):
        return False
    if curated.kind is Kind.QUOTE:
        return True
    return compare(_printed(curated), claim.value).agrees or compare(claim.value, _printed(curated)).agrees


def _is_called(name: str, document: str) -> bool:
    """Whether a citation's name for a document is its id, or is while another file has, or has not, the same name."""
    return name == document or name == alias(document) or alias(name) == document


def _printed(curated: CuratedClaim) -> Value:
    """What the passage says, which a correction differs from."""
    read = read_value(curated.as_printed, curated.kind) if curated.as_printed else None
    return read.value if read else curated.value
