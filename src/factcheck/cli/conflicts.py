"""`factcheck conflicts`: where the sources of the library disagree."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.cli.output import tell, write_json
from factcheck.model import Kind
from factcheck.text.wording import counted

if TYPE_CHECKING:
    from factcheck.claims import Ruling
    from factcheck.conflicts import Conflict
    from factcheck.model import Document

FORMATS = ("text", "json", "csv", "html")
# Rows of each passage.
ROWS = 2


@click.command("conflicts", short_help="Report where the sources disagree.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Only conflicts of this kind.")
@click.option("--open", "only_open", is_flag=True, help="Only conflicts that no ruling settles.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@pass_session
def command(session: Session, kind: str | None, only_open: bool, form: str) -> None:
    """Report the claims of the library about one fact that cannot all be true, each with its passage.

    A vaguer figure does not contradict a more precise one; different elections, trials, years and places are different
    facts. Copies of one text count as one source. `factcheck claims resolve` records a ruling.

    \b
    Examples:
      factcheck conflicts
      factcheck conflicts --open --kind date
      factcheck conflicts --format html > conflicts.html
    """
    from factcheck.report.formats import conflicts as report

    library, door = session.library(), session.open()
    found = [c for c in door.conflicts() if kind in (None, c.fact.kind.value)]
    rulings = door.rulings(found)
    shown = [c for c in found if not (only_open and c.id in rulings)]
    documents = library.documents({claim.document for c in shown for side in c.sides for claim in side.claims})
    library.vouch({document.path for document in documents.values()})
    if form == "json":
        from factcheck.report.formats.contract import VERSION

        records = [report.record(conflict, documents, rulings.get(conflict.id)) for conflict in shown]
        write_json({"version": VERSION, "conflicts": records})
    elif form == "csv":
        from factcheck.export.tables import csv_lines

        sys.stdout.writelines(csv_lines(report.HEAD, report.rows(shown, documents, rulings)))
    elif form == "html":
        from factcheck.report.formats.conflict_page import page

        sys.stdout.write(page(shown, documents, rulings))
    else:
        for line in _text(session, shown, documents, rulings):
            tell(line)
        tell(_summary(len(found), len([c for c in found if c.id in rulings])))


def _text(
    session: Session, shown: Sequence[Conflict], documents: Mapping[int, Document], rulings: Mapping[str, Ruling]
) -> Iterator[str]:
    """Each conflict with its sides and their passages."""
    from factcheck.cli.passage import source_lines, told
    from factcheck.report.formats.conflicts import heading, side_heading
    from factcheck.report.visible import visible

    for conflict in shown:
        head = visible(heading(conflict))
        yield f"{click.style(head, bold=True) if session.colored() else head}  [{visible(conflict.id)}]"
        yield "  " + visible(": ".join(filter(None, (conflict.reason.value, conflict.note))))
        for side in conflict.sides:
            yield f"  {visible(side_heading(conflict, side))}"
            for stored in side.claims:
                claim = stored.claim
                yield from (f"  {row}" for row in source_lines(session, claim, documents[stored.document], claim.id))
                yield from told(session, claim, ROWS)
        if conflict.id in rulings:
            ruling = rulings[conflict.id]
            yield visible(f"  ruled: keep {ruling.keep}: {ruling.reason}")
        yield ""


def _summary(found: int, ruled: int) -> str:
    if found == ruled == 1:
        return "1 conflict, settled by a ruling."
    settled = f", {ruled} of them settled by a ruling" if ruled else ""
    return f"{counted(found, 'conflict')}{settled}."
