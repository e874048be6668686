"""`factcheck annotate`: findings as comments in a copy of a Word draft."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.errors import InputError
from factcheck.text.wording import counted

if TYPE_CHECKING:
    from factcheck.model import Finding, Source


@click.command("annotate", short_help="Put the findings into a copy of a Word draft as comments.")
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", required=True,
              help="The copy to write, which is never DRAFT.")  # fmt: skip
@click.option("--select", metavar="RULES", help="Only findings of these rules.")
@click.option("--ignore", metavar="RULES", help="No findings of these rules.")
@click.option("--all", "show_all", is_flag=True, help="Comment on what the sources support, too.")
@click.option("--pdf", type=click.Path(path_type=Path), metavar="SOURCE",
              help="Mark the passages of this PDF source instead, in a copy of it.")  # fmt: skip
@pass_session
def command(
    session: Session,
    draft: Path,
    output: Path,
    select: str | None,
    ignore: str | None,
    show_all: bool,
    pdf: Path | None,
) -> None:
    """Check DRAFT, a Word file (.docx), and write a copy with a comment on the exact words of each finding: the rule,
    what the sources say, the passages and where they stand.

    Formatting, tracked changes and other people's comments stay; comments that factcheck left there before go.
    Word has no comments in notes and text boxes: such a finding is told at the mark of the note or where the box hangs.

    With --pdf, DRAFT may be of any format, and what is written is a copy of a PDF source in which the passages that its
    findings name are highlighted, each with what the draft says. It needs the extra [mark].

    \b
    Examples:
      factcheck annotate drafts/first.docx -o drafts/first-checked.docx
      factcheck annotate --ignore FC103 --all first.docx -o checked.docx
      factcheck annotate --all drafts/first.md --pdf sources/report.pdf -o report-marked.pdf
    """
    if pdf is None and draft.suffix.lower() != ".docx":
        raise InputError(f"{draft}: comments can be put into Word files (.docx) only")
    for original in filter(None, (draft, pdf)):
        keep_apart(original, output)
    from factcheck.readers import read_data
    from factcheck.readers.decode import read_bytes
    from factcheck.report.choice import Choice

    data = read_bytes(draft)
    source = read_data(data, draft.suffix, str(draft), whole=True)
    library = session.open()
    choice = Choice.of_project(session.project(), select or "", ignore or "", show_all=show_all)
    shown = library.report([(source, library.judge_source(source))], choice).shown
    if pdf:
        _mark(session, pdf, output, shown)
    else:
        _comment(session, data, source, output, shown)


def _comment(session: Session, data: bytes, source: Source, output: Path, findings: Sequence[Finding]) -> None:
    from factcheck.cli.output import write_whole
    from factcheck.desk.comments import annotated

    write_whole(output, annotated(data, source, findings, datetime.now(UTC)))
    session.say(f"wrote {output}: {counted(len(findings), 'comment')}")


def _mark(session: Session, pdf: Path, output: Path, findings: Sequence[Finding]) -> None:
    from factcheck.cli.output import write_whole
    from factcheck.desk.marked_pdf import marked
    from factcheck.readers import read_data
    from factcheck.readers.decode import read_bytes

    data = read_bytes(pdf)
    inside = os.path.relpath(pdf, session.project().root).replace(os.sep, "/")
    written, count = marked(data, read_data(data, pdf.suffix, inside), findings)
    write_whole(output, written)
    session.say(f"wrote {output}: {counted(count, 'passage')} marked")


def keep_apart(original: Path, output: Path) -> None:
    """Raise InputError where an output would replace what it is made from."""
    if output.exists() and original.exists() and output.samefile(original):
        raise InputError(f"{output}: is what is read; name another file to write")
