"""`factcheck sheet`: the checker's sheet of a draft, out and back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.annotate import keep_apart
from factcheck.cli.context import Session, pass_session
from factcheck.errors import InputError

if TYPE_CHECKING:
    from factcheck.desk.sheet import Row


@click.command("sheet", short_help="Hand out a draft as a checker's sheet, and take it back.")
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="The .xlsx or .csv to write.")
@click.option("--import", "came_back", type=click.Path(path_type=Path), metavar="FILE", help="A sheet that came back.")
@pass_session
def command(session: Session, draft: Path, output: Path | None, came_back: Path | None) -> None:
    """Write a row for each figure, quotation and name of DRAFT, in the order of its text: the words and their sentence,
    the verdict, the source with passage, place and link, and three columns for the checker: status (open, ok, change,
    call), owner and note. Without --output, CSV is printed.

    With --import, what the checker has changed is taken from a sheet that came back, in whatever order its rows are,
    and kept in checks/DRAFT.toml, for git. `verify` then tells who settled what, and `verify --open` shows the rest.
    When a sentence of the draft is edited, its row is open again.

    \b
    Examples:
      factcheck sheet drafts/first.md -o first.xlsx
      factcheck sheet drafts/first.md --import first.xlsx
    """
    from factcheck.desk.sheet import cells_by_name, returned, summary, written
    from factcheck.report.settled import load, place_of
    from factcheck.services.decisions import rows_of

    place = place_of(session.project().root, draft)
    if place is None:
        raise InputError(f"{draft}: is outside of the project; what is settled of it could not be kept")
    library = session.open()
    if came_back is None:
        _hand_out(session, draft, output, rows_of(library, draft, load(place)))
        return
    from factcheck.desk import spreadsheet
    from factcheck.disk.rewrite import rewrite
    from factcheck.readers.decode import read_bytes

    sheet = list(cells_by_name(spreadsheet.read(came_back, read_bytes(came_back)), came_back))
    told = ""

    def with_sheet(_: bytes | None) -> bytes:
        nonlocal told
        rows = rows_of(library, draft, load(place))
        checks, lost = returned(sheet, rows, came_back)
        told = summary(checks, rows) + (f"; {lost} of sentences that are no longer there were left out" if lost else "")
        return written(checks).encode("utf-8")

    place.parent.mkdir(parents=True, exist_ok=True)
    rewrite(place, with_sheet)
    session.say(f"wrote {place.relative_to(session.project().root)}: {told}")


def _hand_out(session: Session, draft: Path, output: Path | None, rows: list[Row]) -> None:
    from factcheck.cli.output import write_whole
    from factcheck.desk import spreadsheet
    from factcheck.desk.sheet import summary

    cells = [row.cells() for row in rows]
    if output is None:
        sys.stdout.write(spreadsheet.as_csv(cells))
        return
    keep_apart(draft, output)
    write_whole(output, spreadsheet.written(output, cells))
    session.say(f"wrote {output}: {summary([row.check for row in rows], rows)}")
