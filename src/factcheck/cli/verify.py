"""`factcheck verify`: every figure and quotation of a draft against the library."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import PLAIN_WIDTH, Session, pass_session
from factcheck.reporters import REPORTERS

if TYPE_CHECKING:
    from factcheck.report import Choice, Report


@click.command("verify", short_help="Check every figure and quotation of a draft against the library.")
@click.argument("drafts", metavar="DRAFT...", nargs=-1, required=True)
@click.option("--select", metavar="RULES", help="Report only these rules.")
@click.option("--ignore", metavar="RULES", help="Do not report these rules.")
@click.option("--fail-on", metavar="RULES|none", default="error", show_default=True,
              help="Exit with status 1 when one of these rules is reported.")  # fmt: skip
@click.option("--all", "show_all", is_flag=True, help="Show what the sources support, too.")
@click.option("--why", is_flag=True, help="Show what decided each verdict.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the report to FILE.")
@click.option("--format", "form", type=click.Choice(REPORTERS), default="text", show_default=True)
@pass_session
def command(
    session: Session,
    drafts: tuple[str, ...],
    select: str | None,
    ignore: str | None,
    fail_on: str,
    show_all: bool,
    why: bool,
    output: Path | None,
    form: str,
) -> int:
    """Check every figure and quotation of DRAFT against the library; - is standard input.

    RULES are separated by commas: codes (FC101), beginnings of a code (FC2), names (misquotation) or levels (error,
    warning); `factcheck explain` lists them. A comment in the draft silences a rule on its line, or alone on a line for
    the paragraph that follows: <!-- factcheck: ignore FC103: our own count -->

    \b
    Examples:
      factcheck verify draft.md
      factcheck verify --all --why draft.md
      factcheck verify --ignore FC103 --fail-on FC101,FC2 drafts/*.md
      factcheck verify --format html --output report.html draft.md
      factcheck verify --format github drafts/*.md
    """
    from factcheck.report import Choice

    choice = Choice.read(select, ignore, fail_on, show_all)
    report = _check(session, drafts, choice)
    _deliver(session, report, form, output, why)
    return int(report.failed)


def _check(session: Session, drafts: tuple[str, ...], choice: Choice) -> Report:
    from factcheck.cli.inputs import reading
    from factcheck.report import assemble
    from factcheck.verify import verify

    readings = [reading(path) for path in dict.fromkeys(drafts)]
    library = session.library()
    report = assemble([(read, verify(read, library)) for read in readings], choice)
    warnings = [f"{read.source.path}: {warning}" for read in readings for warning in read.source.warnings]
    for remark in (*warnings, *report.problems):
        session.say(remark)
    return report


def _deliver(session: Session, report: Report, form: str, output: Path | None, why: bool) -> None:
    from factcheck.reporters import Style, reporter

    if output is None:
        sys.stdout.write(reporter(form)(report, Style(session.colored(), session.width(), why)))
        return
    from factcheck.cli.output import write_whole

    write_whole(output, reporter(form)(report, Style(session.color == "always", PLAIN_WIDTH, why)))
    session.say(f"wrote {output}")
