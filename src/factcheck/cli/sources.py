"""`factcheck sources`: the documents of the library, or of given files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.cli.output import write_json
from factcheck.lean.record import replace

if TYPE_CHECKING:
    from factcheck.model import Document

HEAD = ("id", "place", "title", "publisher", "author", "published", "how it is known")


@click.command("sources", short_help="List the documents of the library, or of given files.")
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--import", "library", type=click.Path(path_type=Path), metavar="FILE",
              help="Take over what a Zotero library (CSL JSON, Better BibTeX JSON) states.")  # fmt: skip
@pass_session
def command(session: Session, files: tuple[str, ...], form: str, library: Path | None) -> None:
    """List the documents of the library, or of FILE: title, publisher, author, date, and how the date is known.

    A file may hold several documents. What no text says of itself, state in a sources.toml beside the files. With
    --import, that is written from an exported Zotero library: an entry is known by the file attached to it, by its
    address, or by its title; what a sources.toml states already is left as it is.

    \b
    Examples:
      factcheck sources
      factcheck sources --import zotero.json
      factcheck sources --format json reports/2022.txt
    """
    if library is not None:
        _take_over(session, library)
        return
    found = list(_given(session, files)) if files else _of_library(session)
    if form == "json":
        from factcheck.report.formats.contract import VERSION, document_record

        write_json({"version": VERSION, "documents": list(map(document_record, found))})
    else:
        _print(session, found)


def _take_over(session: Session, path: Path) -> None:
    from factcheck.desk.stated import state
    from factcheck.desk.zotero import items, matched
    from factcheck.readers.decode import read_bytes
    from factcheck.text.wording import counted

    entries = items(read_bytes(path), str(path))
    library = session.open()
    documents = list(library.store.documents().values())
    taken = list(matched(entries, documents))
    kept = {cited.document for claim in library.curation.claims for cited in claim.citations}
    changed = state(session.project().root, taken, documents, kept)
    known = f"{counted(len(taken), 'source')} of {counted(len(entries), 'entry', 'entries')} known"
    for place in changed:
        session.say(f"wrote {place.relative_to(session.project().root)}")
    session.say(known if changed else f"{known}; nothing new is stated of them")


def _of_library(session: Session) -> list[Document]:
    """The documents of the library as they stand in its files."""
    from factcheck.cli.index import unread

    for line in unread(session.project()):
        session.say(line)
    return sorted(session.library().documents().values(), key=lambda document: (document.path, document.origin))


def _given(session: Session, files: tuple[str, ...]) -> Iterator[Document]:
    """The documents of files that need not be in any library, with their places in the files."""
    from factcheck.cli.index import aside_words
    from factcheck.cli.inputs import reading

    for path in files:
        read = reading(path)
        for warning in read.source.warnings:
            session.say(f"{path}: {warning}")
        if aside := sum(claim.aside for claim in read.claims()):
            session.say(f"{path}: {aside_words(aside)} set aside")
        yield from (replace(d.document, origin=read.source.view.origin(d.document.span)) for d in read.documents)


def _print(session: Session, documents: list[Document]) -> None:
    from factcheck.cli.table import write_table

    rows = (
        (
            d.id,
            f"{d.path}:{d.origin.start}-{d.origin.end}",
            d.title,
            d.publisher,
            d.author,
            d.published,
            d.published_basis,
        )
        for d in documents
    )
    write_table(session, HEAD, rows)
