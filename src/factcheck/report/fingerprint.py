"""Knows a finding again when lines above it come and go: by its own words and those around it, never by its place."""

from __future__ import annotations

from factcheck.model import Finding
from factcheck.text.wording import one_line


def fingerprint(finding: Finding) -> str:
    """The same for the same finding in the same passage, in whatever file; another as soon as the passage changes.

    The words around a figure are its sentence, and of a cell the heads of its row and column.
    """
    from hashlib import blake2b

    claim = finding.claim
    before = one_line(claim.sentence[: claim.mark.start])
    parts = (finding.rule, one_line(claim.text), before, one_line(claim.sentence), claim.row_head, claim.column_head)
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
