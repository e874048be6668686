"""Curated claims as records for machines."""

from __future__ import annotations

from typing import Any

from factcheck.claims import CuratedClaim
from factcheck.claims.curation import Citation


def curated_record(claim: CuratedClaim) -> dict[str, Any]:
    """A curated claim with all it says, its passages as W3C selectors."""
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "subject": claim.subject,
        "measure": claim.measure,
        "scope": claim.scope,
        "value": claim.value.text,
        "notation": claim.notation,
        "unit": claim.unit,
        "speaker": claim.speaker or None,
        "status": claim.status.value,
        "superseded_by": claim.superseded_by or None,
        "as_printed": claim.as_printed or None,
        "valid": claim.valid or None,
        "note": claim.note,
        "checked_by": claim.checked_by,
        "checked_on": claim.checked_on,
        "confidential": claim.confidential,
        "embargo_until": claim.embargo_until or None,
        "path": claim.origin.path.as_posix(),
        "line": claim.origin.line,
        "sources": [source_record(citation) for citation in claim.citations],
    }


def source_record(citation: Citation) -> dict[str, Any]:
    """A passage by document and W3C TextQuoteSelector."""
    exact, prefix, suffix = citation.selector
    return {
        "document": citation.document,
        "selector": {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
        "page": citation.page or None,
        "timecode": citation.timecode or None,
        "cell": citation.cell or None,
    }
