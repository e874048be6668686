"""`factcheck verify`: every figure and quotation of a draft against the library."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import PLAIN_WIDTH, Session, pass_session
from factcheck.errors import ConfigError, InputError
from factcheck.report.formats import REPORTERS

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.report.outcome import Choice, Report


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
    project = session.project()
    choice = _choice(project, select, ignore, fail_on, show_all)
    report = _check(session, project, drafts, choice)
    _deliver(session, report, form, output, why)
    return int(report.failed)


def _choice(project: Config, select: str | None, ignore: str | None, fail_on: str | None, show_all: bool) -> Choice:
    """The project's choice of rules, each part replaced by the command line's where it makes one."""
    from factcheck.report.outcome import Choice

    failing = (fail_on or project.fail_on).strip().lower()
    return Choice.of(
        select.split(",") if select else _stated(project, "select", project.select),
        ignore.split(",") if ignore else _stated(project, "ignore", project.ignore),
        () if failing == "none" else fail_on.split(",") if fail_on else _stated(project, "fail-on", failing.split(",")),
        show_all,
    )


def _stated(project: Config, key: str, names: Sequence[str]) -> Sequence[str]:
    """The rules that the project file names, unless it names one that is none: an error of that line."""
    from factcheck import config, rules

    try:
        rules.select(names)
    except InputError as error:
        raise ConfigError(project.path, f"{key}: {error}", config.line_of(project.path, "verify", key)) from None
    return names


def _check(session: Session, project: Config, named: Sequence[str], choice: Choice) -> Report:
    from factcheck.cli import drafts
    from factcheck.cli.inputs import reading
    from factcheck.report import outcome
    from factcheck.verify import verify
    from factcheck.workspace.claims import disclosed_claims

    readings = [reading(path, whole=True) for path in drafts.choose(session, project, named)]
    library = session.library()
    curation = disclosed_claims(project)
    judged = [(read, verify(read, library, curation)) for read in readings]
    evidence = {one.document.path for _, findings in judged for finding in findings for one in finding.evidence}
    library.vouch(evidence)
    if "PRE_COMMIT" in os.environ:
        _name_untracked(session, project, sorted(evidence))
    report = outcome.of(judged, choice)
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
