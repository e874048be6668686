"""`factcheck accept`: let a finding stand, with a reason, until its passage changes or a day is past."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.errors import InputError
from factcheck.lean import regex as re

if TYPE_CHECKING:
    from factcheck.model import Finding

PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")


@click.command("accept", short_help="Let a finding stand, with a reason.")
@click.argument("finding", metavar="FINDING")
@click.option("--reason", required=True, help="Why it may stand.")
@click.option("--until", metavar="DATE", default="", help="The last day on which it may. Default: for ever.")
@click.option("--rule", metavar="RULE", default="", help="Which finding, where a figure has several.")
@click.option("--draft", "drafts", multiple=True, metavar="FILE", help="Where a fingerprint is looked for.")
@click.option("--by", envvar="FACTCHECK_BY", default="", metavar="NAME", help="Who decides. [env: FACTCHECK_BY]")
@pass_session
def command(
    session: Session, finding: str, reason: str, until: str, rule: str, drafts: tuple[str, ...], by: str
) -> None:
    """Let FINDING stand: its place as verify prints it, FILE:LINE or FILE:LINE:COLUMN, or its fingerprint in JSON.

    It is written to factcheck-accepted.toml beside the project file, by its own words and those around it and not by
    its line. It is reported again as soon as its passage is edited, or the day is past; an acceptance that lets nothing
    stand any more is reported as FC932.

    \b
    Examples:
      factcheck accept drafts/first.md:12:40 --reason "counted by our correspondent"
      factcheck accept drafts/first.md:31 --reason "the ministry has promised a new figure" --until 2027-01-31
      factcheck accept 3f2ac41b90d7e655 --draft drafts/first.md --reason "the source is wrong; we wrote to them"
    """
    from factcheck.report.accepted import accept as write
    from factcheck.report.accepted import is_day
    from factcheck.workspace.claims import from_here, today

    if until and not is_day(until):
        raise click.BadParameter(f"{until!r} is no day. Write 2027-01-31.", param_hint="--until")
    if not reason.strip():
        raise click.BadParameter("say why it may stand", param_hint="--reason")
    found = _found(session, finding, rule, drafts)
    path = write(session.project().root, found, today(), reason=reason, until=until, by=by)
    session.say(f"accepted {found.rule} at {found.claim.where} in {from_here(path)}")


def _found(session: Session, what: str, rule: str, drafts: Sequence[str]) -> Finding:
    """The one finding that is meant. Raises InputError."""
    from factcheck.report.fingerprint import fingerprint
    from factcheck.rules import find

    place = PLACE.fullmatch(what)
    findings = [finding for finding in _findings(session, [place["path"]] if place else drafts) if finding.rule]
    if place:
        line, column = int(place["line"]), int(place["column"] or 0)
        there = [f for f in findings if f.claim.line == line and column in (0, f.claim.column)]
    else:
        there = [finding for finding in findings if fingerprint(finding) == what]
    if rule:
        known = find(rule)
        there = [finding for finding in there if known and finding.rule == known.code]
    if len(there) != 1 and len({fingerprint(finding) for finding in there}) != 1:
        options = "; ".join(f"{finding.claim.where} {finding.rule}" for finding in there)
        raise InputError(f"{what}: {f'which of {options}? Add the column or --rule' if there else 'no finding there'}")
    return there[0]


def _findings(session: Session, named: Sequence[str]) -> list[Finding]:
    from factcheck.cli import drafts
    from factcheck.cli.inputs import draft
    from factcheck.services.batch import findings_on

    sources = [draft(path) for path in drafts.choose(session, session.project(), named)]
    return [finding for found in findings_on(session.open(), sources) for finding in found]
