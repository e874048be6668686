"""`factcheck verify`: every figure and quotation of a draft against the library."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.context import PLAIN_WIDTH, Session, pass_session
from factcheck.errors import FactcheckError
from factcheck.lean.record import dataclass, replace
from factcheck.report.formats import REPORTERS

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.model import Finding, Source
    from factcheck.report.formats import Style
    from factcheck.report.outcome import Report

# As the project file may have it; said again, since help loads no project file.
STRICTNESS = ("low", "normal", "high")


@dataclass(frozen=True, slots=True)
class Options:
    """What a command line asks for, each as its help says."""

    select: str | None
    ignore: str | None
    fail_on: str | None
    strictness: str | None
    exclude: tuple[str, ...]
    force_exclude: bool
    show_all: bool
    only_open: bool
    why: bool
    statistics: bool
    exit_zero: bool
    stdin_filename: str | None
    since: str | None
    watch: bool
    no_cache: bool
    jobs: int | None
    output: Path | None
    form: str


@click.command("verify", short_help="Check every figure and quotation of a draft against the library.")
@click.argument("drafts", metavar="[DRAFT|FOLDER]...", nargs=-1)
@click.option("--select", metavar="RULES", help="Report only these rules.")
@click.option("--ignore", metavar="RULES", help="Do not report these rules.")
@click.option("--fail-on", metavar="RULES|none", help="Exit with 1 if one of these is reported. [default: error]")
@click.option(
    "--strictness", type=click.Choice(STRICTNESS), help="How readily figures are called wrong. [default: normal]"
)
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Pass by in folders, as `exclude` of [verify] does.")
@click.option("--force-exclude", is_flag=True, help="Pass by what is excluded though it is named, as hooks name files.")
@click.option("--all", "show_all", is_flag=True, help="Show what the sources support, too.")
@click.option("--open", "only_open", is_flag=True, help="Leave out what the desk has settled (checks/).")
@click.option("--why", is_flag=True, help="Show what decided each verdict.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead of showing them.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--stdin-filename", metavar="NAME", help="What - is called; its ending tells how it is marked up.")
@click.option("--since", metavar="REV", help="Report only what stands on lines changed since this git revision.")
@click.option("--watch", is_flag=True, help="Check again whenever a draft, a source or a claim changes.")
@click.option("--no-cache", is_flag=True, help="Judge anew what was judged before.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes to check with. Default: by the work.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the report to FILE.")
@click.option("--format", "form", type=click.Choice(REPORTERS), default="text", show_default=True)
@pass_session
def command(session: Session, /, drafts: tuple[str, ...], **given: Any) -> int:
    """Check every figure and quotation of DRAFT against the library; - is standard input. Without DRAFT, check the
    drafts that the project file names.

    Of a FOLDER, all texts are checked that are no sources, that git does not ignore, and that nothing excludes.

    RULES are separated by commas: codes (FC101), beginnings of a code (FC2), names (misquotation) or levels (error,
    warning); `factcheck explain` lists them. A comment in the draft silences a rule on its line, or alone on a line for
    the paragraph that follows: <!-- factcheck: ignore FC103: our own count -->

    A strictness of high calls a figure wrong on less evidence, and supported only where more than its value agrees; low
    calls it wrong only where that is all but certain, and supported on less.

    \b
    Examples:
      factcheck verify draft.md
      factcheck verify --all --why draft.md
      factcheck verify --ignore FC103 --fail-on FC101,FC2 drafts
      factcheck verify --strictness high draft.md
      factcheck verify --format html --output report.html draft.md
      factcheck verify --format github --exclude 'drafts/old/**' .
      factcheck verify --statistics --exit-zero .
      factcheck verify --since main drafts
      pandoc draft.docx -t markdown | factcheck verify --stdin-filename draft.md -
    """
    options = Options(**given)
    if options.watch:
        _watch(session, drafts, options)
    return _run(session, drafts, options)


def _run(session: Session, named: Sequence[str], options: Options) -> int:
    """One check, from the choice of drafts to the report."""
    from factcheck.report.choice import Choice

    choice = Choice.of_project(
        session.project(), options.select or "", options.ignore or "", options.fail_on or "", show_all=options.show_all
    )
    choice = replace(choice, only_open=options.only_open)
    unchanged, paths = _unchanged(options.since, _chosen(session, named, options))
    judged = _judged(session, paths, options)
    report = session.open().report(judged, choice, silenced=unchanged)
    if options.form == "html":
        report = _illustrated(session, report)
    _remark(session, report, judged)
    _deliver(session, report, options)
    return int(report.failed and not options.exit_zero)


def _unchanged(revision: str | None, paths: Sequence[str]) -> tuple[Callable[[Finding], bool], Sequence[str]]:
    """What tells a finding on lines that have not changed, and the drafts to check: all, where no revision is given."""
    if revision is None:
        return lambda _: False, paths
    from factcheck.cli.since import since

    return since(revision, paths)


def _watch(session: Session, named: Sequence[str], options: Options) -> None:
    """Check again after each change, until the user interrupts; what is wrong with a file is told, and waited for."""
    from factcheck.cli.output import remark
    from factcheck.cli.watch import again, seen

    def run() -> None:
        fresh = Session(session.config, session.color, session.quiet, session.verbose)
        try:
            _run(fresh, named, options)
        except FactcheckError as error:
            remark(str(error))
        finally:
            fresh.close()
        sys.stdout.flush()

    def look() -> tuple[object, ...]:
        return seen(session.project(), _chosen(session, named, options))

    again(run, look)


def _chosen(session: Session, named: Sequence[str], options: Options) -> list[str]:
    from factcheck.cli import drafts

    passing = drafts.Passing(options.exclude, options.force_exclude)
    return drafts.choose(session, session.project(), named, passing)


def _judged(session: Session, paths: Sequence[str], options: Options) -> list[tuple[Source, Sequence[Finding]]]:
    """The drafts with what is found in them."""
    from factcheck.cli.inputs import draft
    from factcheck.cli.progress import judging
    from factcheck.services.batch import findings_on

    sources = [draft(path, options.stdin_filename) for path in paths]
    library = session.open(options.strictness or "")
    with judging(session) as progress:
        found = findings_on(library, sources, options.jobs, anew=options.no_cache, progress=progress)
    return list(zip(sources, found, strict=True))


def _remark(session: Session, report: Report, judged: Sequence[tuple[Source, Sequence[Finding]]]) -> None:
    """What the user should know besides the findings."""
    if "PRE_COMMIT" in os.environ:
        evidence = {one.document.path for _, findings in judged for finding in findings for one in finding.evidence}
        _name_untracked(session, session.project(), sorted(evidence))
    warnings = [f"{source.path}: {warning}" for source, _ in judged for warning in source.warnings]
    for remark in (*warnings, *report.problems):
        session.say(remark)
    for number in report.unread:
        session.detail(f"{number} was not read as a figure")


def _name_untracked(session: Session, project: Config, paths: Sequence[str]) -> None:
    """A hook checks what is committed: evidence that stays behind is none to those who get the commit."""
    from factcheck.workspace.git import tracked

    kept = tracked(project.root, paths) if paths else None
    for path in sorted(set(paths) - kept) if kept is not None else ():
        session.say(f"{path}: is evidence, and git does not keep it")


def _illustrated(session: Session, report: Report) -> Report:
    """The report with what a page shows besides: the state of the library, and passages as they are printed."""
    from factcheck.report.pictures import pictures
    from factcheck.report.stamp import stamp

    return replace(report, stamp=stamp(session.library()), pictures=pictures(session.project().root, report.findings))


def _deliver(session: Session, report: Report, options: Options) -> None:
    from factcheck.report.formats import Style

    if options.output is None:
        sys.stdout.write(_written(report, options, Style(session.colored(), session.width(), options.why)))
        return
    from factcheck.cli.output import write_whole

    style = Style(session.color == "always", PLAIN_WIDTH, options.why)
    write_whole(options.output, _written(report, options, style))
    session.say(f"wrote {options.output}")


def _written(report: Report, options: Options, style: Style) -> str:
    if options.statistics:
        from factcheck.report.formats import statistics

        return (
            statistics.as_json(report) if options.form in ("json", "jsonl") else statistics.as_text(report, style.width)
        )
    from factcheck.report.formats import reporter

    return reporter(options.form)(report, style)
