"""`factcheck claims`: the curated claims of the project, listed, added to, ruled on and checked."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.claims.model import Status
from factcheck.cli.context import Session, pass_session
from factcheck.errors import InputError
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.claims import CuratedClaim, Curation, Problem
    from factcheck.config import Config

HEAD = ("id", "status", "kind", "subject", "measure", "scope", "value", "unit", "sources", "place")
BY = click.option("--by", envvar="FACTCHECK_BY", default="", metavar="NAME", help="Who decides. [env: FACTCHECK_BY]")


@click.group("claims", short_help="Keep the curated claims: list, add, accept, check.")
def command() -> None:
    """Keep what your checkers have confirmed, corrected and ruled on, in files that are reviewed like code.

    \b
    Examples:
      factcheck claims add 6f2c9a41d0be
      factcheck claims accept mara-lund-born
      factcheck claims resolve date-mara-lund-born --keep 6f2c9a41d0be --reason "the register says so"
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
    found = [c for c in _curation(session.project()).claims if status in (None, c.status) and kind in (None, c.kind)]
    if form == "json":
        import json

        from factcheck.export.records import curated_record

        click.echo(json.dumps({"claims": [curated_record(claim) for claim in found]}, ensure_ascii=False, indent=2))
    else:
        from factcheck.cli.table import write_table

        write_table(session, HEAD, map(_row, found))


def _row(claim: CuratedClaim) -> tuple[str, ...]:
    place = f"{claim.origin.path}:{claim.origin.line}"
    return (claim.id, claim.status.value, claim.kind.value, claim.subject, claim.measure, claim.scope, claim.notation,
            claim.unit, str(len(claim.citations)), place)  # fmt: skip


@command.command("add")
@click.argument("what", metavar="CLAIM|FILE:LINE[:COLUMN]")
@click.option("--file", "target", type=click.Path(path_type=Path), help="Claims file. [default: claims/claims.toml]")
@click.option("--id", "identifier", default="", help="The new claim's id. [default: made of what it is about]")
@click.option("--subject", default="", help="Whom the claim is about, where the reading is wrong.")
@click.option("--measure", default="", help="What is said of the subject.")
@click.option("--scope", default="", help="When, where, on which occasion.")
@click.option("--note", default="", help="Whatever the next checker should know.")
@pass_session
def add(session: Session, /, what: str, target: Path | None, identifier: str, **given: str) -> None:
    """Propose a claim: one of the library by its id, as lookup shows it, or the figure at a line of a source or draft.

    A figure of a draft is proposed with the passage that supports it, if the library has one.

    \b
    Examples:
      factcheck claims add 6f2c9a41d0be
      factcheck claims add drafts/first.md:12:40 --subject "Mara Lund" --note "she confirmed it by letter"
    """
    from factcheck.claims import edit
    from factcheck.claims.propose import propose
    from factcheck.cli.claims_find import at_place, by_id

    project = session.project()
    taken = {claim.id for claim in _curation(project).claims}
    if identifier in taken:
        raise click.BadParameter(f"{identifier!r} is taken", param_hint="--id")
    claim, passage = at_place(session, what) if ":" in what else by_id(session, what)
    name, tables = propose(claim, passage, taken, given | {"id": identifier})
    path = target or project.root / "claims" / "claims.toml"
    edit.append(path, tables)
    session.say(f"proposed {name} in {_here(path)}; see that it is right, then: factcheck claims accept {name}")


@command.command("accept")
@click.argument("identifier", metavar="ID")
@BY
@pass_session
def accept(session: Session, identifier: str, by: str) -> None:
    """Confirm a claim: its passages have been read, and it is right.

    \b
    Examples:
      factcheck claims accept mara-lund-born --by "J. Doe"
    """
    _change(session, identifier, {"status": Status.CONFIRMED.value} | _checked(by))


@command.command("retract")
@click.argument("identifier", metavar="ID")
@click.option("--reason", required=True, help="Why the claim no longer stands.")
@BY
@pass_session
def retract(session: Session, identifier: str, reason: str, by: str) -> None:
    """Withdraw a claim; it stays in its file, so that nobody makes it again.

    \b
    Examples:
      factcheck claims retract mara-lund-born --reason "the register was misread"
    """
    note = " ".join(filter(None, (_find(session, identifier).note.strip(), reason)))
    _change(session, identifier, {"status": Status.RETRACTED.value, "note": note} | _checked(by))


@command.command("resolve")
@click.argument("conflict", metavar="CONFLICT")
@click.option("--keep", required=True, metavar="ID", help="The claim that stands.")
@click.option("--reason", required=True, help="Why it stands.")
@click.option("--file", "target", type=click.Path(path_type=Path), help="Claims file. [default: claims/rulings.toml]")
@BY
@pass_session
def resolve(session: Session, conflict: str, keep: str, reason: str, target: Path | None, by: str) -> None:
    """Rule on a conflict that `factcheck conflicts` reports: which of its claims stands, and why.

    \b
    Examples:
      factcheck claims resolve date-mara-lund-born --keep 6f2c9a41d0be --reason "the register says so"
    """
    from factcheck.claims import edit, write
    from factcheck.cli.claims_find import check_ruling

    project = session.project()
    curation = _curation(project)
    check_ruling(session, curation, conflict, keep)
    ruling = {"conflict": conflict, "keep": keep, "reason": reason, "by": by, "on": _today()}
    path = target or project.root / "claims" / "rulings.toml"
    edit.append(path, write.table("ruling", ruling))
    session.say(f"ruled on {conflict} in {_here(path)}")


@command.command("check")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@pass_session
def check(session: Session, form: str) -> int:
    """Check that every claim is sound and that its passages still stand in their sources, word for word.

    \b
    Examples:
      factcheck claims check
      factcheck claims check --format json
    """
    from factcheck.claims import load
    from factcheck.claims.check import check as examine
    from factcheck.rules import RULES, Level
    from factcheck.workspace.claims import claim_files, texts

    project = session.project()
    curation = load(claim_files(project))
    problems = examine(curation, texts(project, session.library()))
    if form == "json":
        import json

        click.echo(json.dumps({"problems": [_problem_record(problem) for problem in problems]}, indent=2))
    else:
        from factcheck.visible import visible

        for problem in problems:
            click.echo(visible(f"{problem.path}:{problem.line or 1}: {problem.rule} {problem.message}"))
        counts = f"{len(curation.claims)} claims, {len(curation.entities)} entities, {len(curation.rulings)} rulings"
        click.echo(f"{counts} checked: {len(problems)} {'problem' if len(problems) == 1 else 'problems'}.")
    return int(any(RULES[problem.rule].level is Level.ERROR for problem in problems))


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of a claims file, for editors that complete and check it.

    \b
    Examples:
      factcheck claims schema > claims.schema.json
    """
    import json

    from factcheck.claims.json_schema import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _problem_record(problem: Problem) -> dict[str, object]:
    return problem._asdict() | {"path": str(problem.path)}


def _curation(project: Config) -> Curation:
    from factcheck.claims import load_sound
    from factcheck.workspace.claims import claim_files

    return load_sound(claim_files(project))


def _find(session: Session, identifier: str) -> CuratedClaim:
    claim = next((c for c in _curation(session.project()).claims if c.id == identifier), None)
    if claim is None:
        raise InputError(f"no curated claim is called {identifier!r}; `factcheck claims list` shows them")
    return claim


def _change(session: Session, identifier: str, changes: dict[str, str]) -> None:
    from factcheck.claims import edit

    claim = _find(session, identifier)
    edit.set_keys(claim.origin, changes)
    session.say(f"{changes['status']} {identifier} in {claim.origin.path}:{claim.origin.line}")


def _checked(by: str) -> dict[str, str]:
    return {"checked-by": by, "checked-on": _today()} if by else {"checked-on": _today()}


def _today() -> str:
    return datetime.datetime.now().astimezone().date().isoformat()


def _here(path: Path) -> Path:
    from factcheck.workspace.claims import from_here

    return from_here(path)
