"""Claims as W3C Web Annotations, for Hypothesis and other tools that lay notes over sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.claims import CuratedClaim
from factcheck.model import Claim, Document
from factcheck.report.json_text import dumps
from factcheck.store.protocol import StoredClaim
from factcheck.text.wording import address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# How much of the passage is given on either side of a figure.
AROUND = 32

Record = dict[str, Any]


def web_annotations(
    raw: Iterable[StoredClaim], curated: Iterable[CuratedClaim], documents: Mapping[str, Document]
) -> str:
    """An annotation page after the Web Annotation Data Model (W3C Recommendation 2017); `documents` by id."""
    items = [_of_curated(claim, documents) for claim in curated if claim.citations]
    items += [_of_raw(stored.claim, documents.get(stored.claim.document)) for stored in raw]
    return dumps({"@context": CONTEXT, "type": "AnnotationPage", "items": items}, indent=2) + "\n"


def _of_raw(claim: Claim, document: Document | None) -> Record:
    start, end = claim.mark
    quoted = {
        "type": "TextQuoteSelector",
        "exact": claim.sentence[start:end],
        "prefix": claim.sentence[max(0, start - AROUND) : start],
        "suffix": claim.sentence[end : end + AROUND],
    }
    place = {"type": "TextPositionSelector", "start": claim.span.start, "end": claim.span.end}
    words = (claim.kind.value, claim.subject, claim.measure, claim.scope, claim.value.text, claim.unit)
    target = {"source": _source(document, claim.document), "selector": [quoted, place]}
    return _annotation(claim.id, "identifying", words, [target])


def _of_curated(claim: CuratedClaim, documents: Mapping[str, Document]) -> Record:
    targets = [
        {
            "source": _source(documents.get(citation.document), citation.document),
            "selector": {"type": "TextQuoteSelector"}
            | {part: words for part, words in citation.selector._asdict().items() if words},
        }
        for citation in claim.citations
    ]
    words = (
        claim.status.value,
        claim.kind.value,
        claim.subject,
        claim.measure,
        claim.scope,
        claim.notation,
        claim.unit,
    )
    annotation = _annotation(claim.id, "assessing", words, targets)
    if claim.checked_by:
        annotation["creator"] = {"type": "Person", "name": claim.checked_by}
    if claim.checked_on:
        annotation["created"] = f"{claim.checked_on}T00:00:00Z"
    return annotation


def _annotation(identifier: str, motivation: str, words: Iterable[str], targets: list[Record]) -> Record:
    return {
        "id": f"urn:factcheck:claim:{identifier}",
        "type": "Annotation",
        "motivation": motivation,
        "body": {"type": "TextualBody", "format": "text/plain", "value": " · ".join(filter(None, words))},
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _source(document: Document | None, identifier: str) -> str:
    """The document's address, or a name that tells it apart."""
    return (address(document.url) if document else "") or f"urn:factcheck:document:{identifier}"
