"""Conflicts as records of the public contract and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.claims import Ruling
from factcheck.conflicts import Conflict, Side
from factcheck.model import Document
from factcheck.report.formats.contract import Record, library_record
from factcheck.text.wording import counted

HEAD = ("conflict", "kind", "subject", "measure", "scope", "reason", "note", "value", "unit", "sources",
        "claim", "text", "path", "line", "column", "title", "published", "sentence", "keep")  # fmt: skip
Documents = Mapping[int, Document]
Rulings = Mapping[str, Ruling]


def heading(conflict: Conflict) -> str:
    """What a conflict is about, in a few words."""
    fact = conflict.fact
    about = " · ".join(part for part in (fact.subject, fact.measure, fact.scope) if part)
    return f"{fact.kind.value}: {about}" if about else fact.kind.value


def side_heading(conflict: Conflict, side: Side) -> str:
    """A value, and how many independent sources have it."""
    return f"{conflict.words(side)} ({counted(side.sources, 'source')})"


def record(conflict: Conflict, documents: Documents, ruling: Ruling | None) -> Record:
    """A conflict as JSON prints it."""
    fact = conflict.fact
    return {
        "id": conflict.id,
        "pairs": conflict.pairs,
        "kind": fact.kind.value,
        "subject": fact.subject,
        "measure": fact.measure,
        "scope": fact.scope,
        "reason": conflict.reason.value,
        "note": conflict.note,
        "values": [
            {
                "value": side.value,
                "unit": side.unit,
                "sources": side.sources,
                "claims": [library_record(claim.claim, documents[claim.document]) for claim in side.claims],
            }
            for side in conflict.sides
        ],
        "ruling": {"keep": ruling.keep, "reason": ruling.reason, "by": ruling.by, "on": ruling.on} if ruling else None,
    }


def rows(conflicts: Sequence[Conflict], documents: Documents, rulings: Rulings) -> Iterator[tuple[str, ...]]:
    """A row for each claim of each conflict, under HEAD."""
    for conflict in conflicts:
        fact = conflict.fact
        about = (
            conflict.id,
            fact.kind.value,
            fact.subject,
            fact.measure,
            fact.scope,
            conflict.reason.value,
            conflict.note,
        )
        keep = rulings[conflict.id].keep if conflict.id in rulings else ""
        for side in conflict.sides:
            for stored in side.claims:
                claim, document = stored.claim, documents[stored.document]
                value = (side.value, side.unit, str(side.sources), claim.id, claim.text, claim.path)
                place = (str(claim.line), str(claim.column), document.title, document.published, claim.sentence)
                yield (*about, *value, *place, keep)
