"""`factcheck verify`: every figure and quotation of a draft against the library."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import PLAIN_WIDTH, Session, pass_session
from factcheck.report.formats import REPORTERS

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.report.choice import Choice
    from factcheck.report.outcome import Report


@click.command("verify", short_help="Check every figure and quotation of a draft against the library.")
@click.argument("drafts", metavar="[DRAFT]...", nargs=-1)
@click.option("--select", metavar="RULES", help="Report only these rules.")
@click.option("--ignore", metavar="RULES", help="Do not report these rules.")
@click.option("--fail-on", metavar="RULES|none", help="Exit with 1 if one of these is reported. [default: error]")
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
    fail_on: str | None,
    show_all: bool,
    why: bool,
    output: Path | None,
    form: str,
) -> int:
    """Check every figure and quotation of DRAFT against the library; - is standard input. Without DRAFT, check the
    drafts that the project file names.

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
    from factcheck.report.choice import Choice

    choice = Choice.of_project(session.project(), select or "", ignore or "", fail_on or "", show_all=show_all)
    report = _check(session, drafts, choice)
    _deliver(session, report, form, output, why)
    return int(report.failed)


def _check(session: Session, named: Sequence[str], choice: Choice) -> Report:
    from factcheck.cli import drafts
    from factcheck.cli.inputs import reading

    project = session.project()
    readings = [reading(path, whole=True) for path in drafts.choose(session, project, named)]
    library = session.open()
    judged = [(read, library.judge(read)) for read in readings]
    report = library.report(judged, choice)
    if "PRE_COMMIT" in os.environ:
        evidence = {one.document.path for _, findings in judged for finding in findings for one in finding.evidence}
        _name_untracked(session, project, sorted(evidence))
    warnings = [f"{read.source.path}: {warning}" for read in readings for warning in read.source.warnings]
    for remark in (*warnings, *report.problems):
        session.say(remark)
    for number in report.unread:
        session.detail(f"{number} was not read as a figure")
    return report


def _name_untracked(session: Session, project: Config, paths: Sequence[str]) -> None:
    """A hook checks what is committed: evidence that stays behind is none to those who get the commit."""
    from factcheck.workspace.git import tracked

    kept = tracked(project.root, paths) if paths else None
    for path in sorted(set(paths) - kept) if kept is not None else ():
        session.say(f"{path}: is evidence, and git does not keep it")


def _deliver(session: Session, report: Report, form: str, output: Path | None, why: bool) -> None:
    from factcheck.report.formats import Style, reporter

    if output is None:
        sys.stdout.write(reporter(form)(report, Style(session.colored(), session.width(), why)))
        return
    from factcheck.cli.output import write_whole

    write_whole(output, reporter(form)(report, Style(session.color == "always", PLAIN_WIDTH, why)))
    session.say(f"wrote {output}")
