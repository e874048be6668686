"""`factcheck export`: the claims and sources of the library for other tools."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session

if TYPE_CHECKING:
    from factcheck.claims import CuratedClaim
    from factcheck.model import Document
    from factcheck.store.protocol import StoredClaim

FORMATS = ("jsonl", "csv", "csl-json", "bibtex", "web-annotation")


@click.command("export", short_help="Export the claims for other tools.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True)
@click.option("--only", type=click.Choice(["curated", "raw"]), help="Only what was checked, or only what sources say.")
@click.option("--confidential", is_flag=True, help="Include claims that are confidential or under embargo.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE.")
@click.option(
    "--sqlite",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the whole index instead, as the file that a project of its own keeps.",
)
@pass_session
def command(
    session: Session, form: str, only: str | None, confidential: bool, output: Path | None, sqlite: Path | None
) -> None:
    """Export the claims of the library, curated ones first (jsonl, csv, web-annotation), or its documents as a
    bibliography (csl-json, bibtex), each with the pages, times and cells that curated claims rest on.

    Confidential claims and those under embargo are left out unless asked for. An index holds no curated claim at all:
    `--sqlite .factcheck/index.sqlite` takes one home from a database that several share.

    \b
    Examples:
      factcheck export > claims.jsonl
      factcheck export --only curated --format csv --output claims.csv
      factcheck export --format csl-json --output sources.json
      factcheck export --sqlite .factcheck/index.sqlite
    """
    library = session.library()
    library.vouch(library.files())
    if sqlite is not None:
        from factcheck.workspace.copying import copy_home

        copy_home(library, sqlite)
        session.say(f"wrote {sqlite}")
        return
    documents = list(library.documents().values())
    raw = library.all_claims() if only != "curated" else iter(())
    curated = _curated(session, confidential) if only != "raw" else []
    written = _written(form, raw, curated, documents)
    if output is None:
        sys.stdout.writelines(written)
    else:
        from factcheck.cli.output import write_whole

        write_whole(output, "".join(written))
        session.say(f"wrote {output}")


def _curated(session: Session, confidential: bool) -> list[CuratedClaim]:
    """The curated claims that may leave the house today."""
    from factcheck.claims import load_sound
    from factcheck.workspace.claims import claim_files, disclosed_claims, placed, today

    project = session.project()
    if confidential:
        return list(placed(load_sound(claim_files(project)).claims, project))
    claims, date = list(placed(disclosed_claims(project).claims, project)), today()
    shown = [claim for claim in claims if not claim.hidden(date)]
    if len(shown) < len(claims):
        session.say(f"left out {len(claims) - len(shown)} confidential claims; --confidential includes them")
    return shown


def _written(
    form: str, raw: Iterator[StoredClaim], curated: Sequence[CuratedClaim], documents: Sequence[Document]
) -> Iterator[str]:
    """The export in pieces: a library need not fit into memory to be written as lines."""
    from factcheck.export import annotations, bibliography, tables
    from factcheck.export import claim_rows as rows

    by_id = {document.id: document for document in documents}
    if form == "jsonl":
        yield from rows.json_lines(raw, curated, by_id)
    elif form == "csv":
        yield from tables.csv_lines(rows.HEAD, rows.table(raw, curated, by_id))
    elif form == "csl-json":
        yield bibliography.csl_json(documents, bibliography.places(curated))
    elif form == "bibtex":
        yield bibliography.bibtex(documents, bibliography.places(curated))
    else:
        yield annotations.web_annotations(raw, curated, by_id)
