"""Shows a curated claim: what was decided, by whom and when, and the passages it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.text.wording import counted

if TYPE_CHECKING:
    from factcheck.claims import CuratedClaim

# The members of its record that a person reads, in order, with their names.
TOLD = {
    "status": "status", "superseded_by": "superseded by", "kind": "kind", "notation": "value", "unit": "unit",
    "subject": "subject", "measure": "measure", "scope": "scope", "speaker": "speaker", "as_printed": "as printed",
    "valid": "valid", "checked_by": "checked by", "checked_on": "checked on", "embargo_until": "embargo until",
    "note": "note",
}  # fmt: skip


def curated_lines(claim: CuratedClaim) -> Iterator[str]:
    """A curated claim for people."""
    from factcheck.export.curated_records import curated_record
    from factcheck.report.visible import visible

    record = curated_record(claim)
    yield visible(f"{claim.id}  {claim.status.value}")
    yield from (visible(f"  {label:13} {record[name]}") for name, label in TOLD.items() if record[name])
    yield visible(f"  {'written in':13} {claim.origin.path}:{claim.origin.line}")
    yield ""
    yield counted(len(claim.citations), "passage")
    for citation in claim.citations:
        yield visible(f"  {citation.document}: “{' '.join(citation.selector.exact.split())}”")
