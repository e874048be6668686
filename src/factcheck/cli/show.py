"""`factcheck show`: a claim in its passage, or a document with what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.cli.output import tell, write_json
from factcheck.errors import InputError
from factcheck.text.wording import clipped, counted

if TYPE_CHECKING:
    from factcheck.claims import CuratedClaim
    from factcheck.model import Claim, Document
    from factcheck.report.formats.contract import Record
    from factcheck.store.protocol import Library, StoredClaim, StoredPassage

# Passages shown before and after a claim's own.
REACH = 2
ABOUT = {name: name for name in ("path", "title", "publisher", "author", "published")}
ABOUT |= {"published_basis": "how it is known", "url": "url"}
LABELS = ("kind", "value", "unit", "subject", "measure", "scope", "speaker")

FRAME = ("owner", "time", "time_role", "place_name", "part", "direction", "per")
# Where a qualifier was read, in words.
ORIGINS = {
    "clause": "its own clause",
    "pairing": "its own label",
    "row": "the row",
    "column": "the column's header",
    "caption": "the caption",
    "list": "the list's lead",
    "earlier": "an earlier sentence",
    "heading": "the heading",
    "title": "the title",
    "document": "the document",
}


@click.command("show", short_help="Show a claim or document with its passage.")
@click.argument("identifier", metavar="ID")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@pass_session
def command(session: Session, identifier: str, form: str) -> None:
    """Show the claim or document ID as lookup, verify and sources name it: what it says, where, and in which words.

    A curated claim is shown by the id that `factcheck claims list` tells.

    \b
    Examples:
      factcheck show 6f2c9a41d0be
      factcheck show mara-lund-born
      factcheck show --format json 6f2c9a41d0be
    """
    library = session.library()
    claim = library.find_claims([identifier]).get(identifier)
    number = library.find_documents([identifier]).get(identifier)
    if claim is not None:
        library.vouch([claim.claim.path])
        record, lines = _claim(session, claim, library)
    elif number is not None:
        document = library.documents([number])[number]
        library.vouch([document.path])
        record, lines = _document(document, number, library)
    else:
        record, lines = _curated(session, identifier)
    if form == "json":
        write_json(record)
    else:
        tell("\n".join(lines))


def _curated(session: Session, identifier: str) -> tuple[Record, Iterator[str]]:
    """A curated claim. Raises InputError where there is none either."""
    from factcheck.cli.curated import curated_lines
    from factcheck.export.curated_records import curated_record
    from factcheck.workspace.claims import all_claims

    found = next((c for c in all_claims(session.project()).claims if c.id == identifier), None)
    if found is None:
        raise InputError(f"the library has no claim or document {identifier!r}, and no curated claim has this id")
    return curated_record(found), curated_lines(found)


def _claim(session: Session, stored: StoredClaim, library: Library) -> tuple[Record, Iterator[str]]:
    from factcheck.claims.knowledge import Knowledge
    from factcheck.report.formats.contract import library_record
    from factcheck.workspace.claims import disclosed_claims

    document = library.documents([stored.document])[stored.document]
    passages = library.around([(stored.passage, REACH)])[stored.passage, REACH]
    known = Knowledge(disclosed_claims(session.project())).of(stored.claim)
    record = library_record(stored.claim, document) | {
        "curated": {"id": known.id, "status": known.status.value} if known else None,
        "before": [p.text for p in passages if p.id < stored.passage],
        "after": [p.text for p in passages if p.id > stored.passage],
    }
    return record, _claim_lines(session, stored, document, passages, known)


def _claim_lines(
    session: Session,
    stored: StoredClaim,
    document: Document,
    passages: Sequence[StoredPassage],
    known: CuratedClaim | None,
) -> Iterator[str]:
    from factcheck.cli.passage import source_lines, wrapped
    from factcheck.report.formats.contract import claim_record
    from factcheck.report.visible import visible

    claim = stored.claim
    yield visible(f"{claim.id}  {claim.words if len(claim.words) < 60 else claim.kind.value}")
    record = claim_record(claim)
    yield from (f"  {label:8} {visible(str(record[label]))}" for label in LABELS if record[label])
    yield from (f"  {label:10} {visible(_told(record, label))}" for label in FRAME if record[label])
    if known:
        yield visible(f"  {known.status.value} as {known.id}{f': {known.note}' if known.note else ''}")
    yield from source_lines(session, claim, document)
    yield ""
    for passage in passages:
        mark = claim.mark if passage.id == stored.passage else None
        yield from wrapped(session, passage.text, passage.line if passage.place.has_lines else 0, mark)


def _told(record: Record, label: str) -> str:
    """A qualifier of a claim with where it was read."""
    origin = record["from"].get(label)
    return f"{record[label]} ({ORIGINS[origin]})" if origin else str(record[label])


def _document(document: Document, number: int, library: Library) -> tuple[Record, Iterator[str]]:
    from factcheck.report.formats.contract import document_record
    from factcheck.report.visible import visible

    record = document_record(document)
    found = library.claims(passage.id for passage in library.passages_of([number])[number])
    own = [claim for claims in found.values() for claim in claims]
    record["claims"] = [claim.claim.id for claim in own]
    heads = (f"  {label:16} {visible(record[name])}" for name, label in ABOUT.items() if record[name])
    body = (visible(f"  {c.claim.id}  {_place(c.claim)}  {clipped(c.claim.words, 80)}") for c in own)
    return record, iter(
        [visible(document.id), *heads, "", counted(len(own), "figure or quotation", "figures and quotations"), *body]
    )


def _place(claim: Claim) -> str:
    return f"{claim.line}:{claim.column}" if claim.place.has_lines else claim.place.words()
