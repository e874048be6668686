"""Claims as JSON Lines and as rows of a table, those of the sources and the curated ones alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.claims import CuratedClaim
from factcheck.export.curated_records import curated_record
from factcheck.model import Document
from factcheck.report.formats.contract import library_record
from factcheck.report.json_text import dumps
from factcheck.store.protocol import StoredClaim

HEAD = ("id", "status", "kind", "subject", "measure", "scope", "value", "unit", "speaker", "text", "document", "title",
        "publisher", "published", "url", "path", "line", "column", "start", "end", "sentence", "place")  # fmt: skip

Documents = Mapping[str, Document]


def json_lines(raw: Iterable[StoredClaim], curated: Iterable[CuratedClaim], documents: Documents) -> Iterator[str]:
    """One record a line, the curated claims first; `status` is null for what only a source says."""
    for claim in curated:
        yield dumps(curated_record(claim)) + "\n"
    for stored in raw:
        record = library_record(stored.claim, documents[stored.claim.document]) | {"status": None}
        yield dumps(record) + "\n"


def table(
    raw: Iterable[StoredClaim], curated: Iterable[CuratedClaim], documents: Documents
) -> Iterator[tuple[str, ...]]:
    """A row a claim, under HEAD; a curated one has a row for each passage it rests on."""
    for claim in curated:
        yield from _curated_rows(claim, documents)
    for stored in raw:
        told, document = stored.claim, documents[stored.claim.document]
        yield (told.id, "", told.kind.value, told.subject, told.measure, told.scope, told.value.text,
               told.unit, told.speaker, told.text, *_about(document), told.path, str(told.line),
               str(told.column), str(told.span.start), str(told.span.end), told.sentence,
               told.place.words())  # fmt: skip


def _curated_rows(claim: CuratedClaim, documents: Documents) -> Iterator[tuple[str, ...]]:
    head = (claim.id, claim.status.value, claim.kind.value, claim.subject, claim.measure, claim.scope, claim.value.text,
            claim.unit, claim.speaker, claim.notation)  # fmt: skip
    origin = (claim.origin.path.as_posix(), str(claim.origin.line), "", "", "")
    for citation in claim.citations:
        document = documents.get(citation.document)
        about = _about(document) if document else (citation.document, "", "", "", "")
        yield (*head, *about, *origin, citation.selector.exact, citation.place)
    if not claim.citations:
        yield (*head, "", "", "", "", "", *origin, "", "")


def _about(document: Document) -> tuple[str, ...]:
    return document.id, document.title, document.publisher, document.published, document.url
