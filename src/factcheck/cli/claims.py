"""`factcheck claims`: the curated claims of the project, listed, added to, ruled on and checked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from factcheck.claims.curation import Status
from factcheck.cli.claims_edit import accept, add, resolve, retract
from factcheck.cli.claims_find import curation_of
from factcheck.cli.context import Session, pass_session
from factcheck.cli.output import tell, write_json
from factcheck.model import Kind
from factcheck.text.wording import counted

if TYPE_CHECKING:
    from factcheck.claims import CuratedClaim, Problem

HEAD = ("id", "status", "kind", "subject", "measure", "scope", "value", "unit", "sources", "place")


@click.group("claims", short_help="Keep the curated claims: list, add, accept, check.")
def command() -> None:
    """Keep what your checkers have confirmed, corrected and ruled on, in files that are reviewed like code.

    \b
    Examples:
      factcheck claims add 6f2c9a41d0be
      factcheck claims accept mara-lund-born
      factcheck claims resolve 6f2c9a41d0be-c81d07e5b3fa --keep 6f2c9a41d0be --reason "the register says so"
      factcheck claims check
    """


@command.command("list")
@click.option("--status", type=click.Choice([status.value for status in Status]), help="Only claims of this status.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Only claims of this kind.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@pass_session
def list_claims(session: Session, status: str | None, kind: str | None, form: str) -> None:
    """List the curated claims, confidential ones included.

    \b
    Examples:
      factcheck claims list
      factcheck claims list --status proposed --format json
    """
    from factcheck.workspace.claims import placed

    project = session.project()
    found = [c for c in curation_of(project).claims if status in (None, c.status) and kind in (None, c.kind)]
    found = list(placed(found, project))
    if form == "json":
        from factcheck.export.curated_records import curated_record

        write_json({"claims": [curated_record(claim) for claim in found]})
    else:
        from factcheck.cli.table import write_table

        write_table(session, HEAD, map(_row, found))


def _row(claim: CuratedClaim) -> tuple[str, ...]:
    place = f"{claim.origin.path.as_posix()}:{claim.origin.line}"
    return (claim.id, claim.status.value, claim.kind.value, claim.subject, claim.measure, claim.scope, claim.notation,
            claim.unit, str(len(claim.citations)), place)  # fmt: skip


for subcommand in (add, accept, retract, resolve):
    command.add_command(subcommand)


@command.command("check")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@pass_session
def check(session: Session, form: str) -> int:
    """Check that every claim is sound and that its passages still stand in their sources, word for word.

    Named is also what has no effect: a ruling on a conflict that does not exist, a claim that nothing in its passages
    is taken for. The last line counts the claims that settle nothing, by why: proposed, retracted, of a past period.

    \b
    Examples:
      factcheck claims check
      factcheck claims check --format json
    """
    from factcheck.claims import load
    from factcheck.claims.check import check as examine
    from factcheck.rules import RULES, Level
    from factcheck.verify.idle import idle, without_effect
    from factcheck.workspace.claims import claim_files, texts, today

    project, library = session.project(), session.library()
    curation = load(claim_files(project))
    unsound = examine(curation, texts(project, library), today())
    problems = sorted([*unsound, *idle(curation, library, today(), unsound)])
    if form == "json":
        write_json({"problems": [_problem_record(problem) for problem in problems]})
    else:
        from factcheck.report.visible import visible

        for problem in problems:
            tell(visible(f"{problem.path}:{problem.line or 1}: {problem.rule} {problem.message}"))
        tell(
            f"{counted(len(curation.claims), 'claim')}, {counted(len(curation.entities), 'entity', 'entities')},"
            f" {counted(len(curation.rulings), 'ruling')} checked: {counted(len(problems), 'problem')}."
        )
        without = Counter(filter(None, (without_effect(claim, today()) for claim in curation.claims)))
        if without:
            tell(f"Without effect: {', '.join(f'{many} {status}' for status, many in sorted(without.items()))}.")
    return int(any(RULES[problem.rule].level is Level.ERROR for problem in problems))


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of a claims file, for editors that complete and check it.

    \b
    Examples:
      factcheck claims schema > claims.schema.json
    """
    from factcheck.claims.json_schema import json_schema

    write_json(json_schema())


def _problem_record(problem: Problem) -> dict[str, object]:
    return problem._asdict() | {"path": str(problem.path)}
