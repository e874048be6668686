"""The commands that change claims files: propose, confirm, withdraw, rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.claims.curation import Status
from factcheck.cli.claims_find import curation_of
from factcheck.cli.context import Session, pass_session
from factcheck.errors import InputError

if TYPE_CHECKING:
    from factcheck.claims import CuratedClaim
    from factcheck.config import Config

BY = click.option("--by", envvar="FACTCHECK_BY", default="", metavar="NAME", help="Who decides. [env: FACTCHECK_BY]")


@click.command("add")
@click.argument("what", metavar="CLAIM|FILE:LINE[:COLUMN]")
@click.option("--file", "target", type=click.Path(path_type=Path), help="Claims file. [default: one for each document]")
@click.option("--id", "identifier", default="", help="The new claim's id. [default: made of what it is about]")
@click.option("--subject", default="", help="Whom the claim is about, where the reading is wrong.")
@click.option("--measure", default="", help="What is said of the subject.")
@click.option("--scope", default="", help="When, where, on which occasion.")
@click.option("--note", default="", help="Whatever the next checker should know.")
@pass_session
def add(session: Session, /, what: str, target: Path | None, identifier: str, **given: str) -> None:
    """Propose a claim: one of the library by its id, as lookup shows it, or the figure at a line of a source or draft.

    A figure of a draft is proposed with the passage that supports it, if the library has one. Claims of one document go
    to one file, so that those who check different documents on different branches change different files.

    \b
    Examples:
      factcheck claims add 6f2c9a41d0be
      factcheck claims add drafts/first.md:12:40 --subject "Mara Lund" --note "she confirmed it by letter"
    """
    from factcheck.cli.claims_find import at_place, by_id
    from factcheck.services.decisions import propose

    project = session.project()
    _free(project, identifier)
    claim, passage = at_place(session, what) if ":" in what else by_id(session, what)
    name, path = propose(project, claim, passage, given | {"id": identifier}, target)
    session.say(f"proposed {name!r} in {_here(path)}; see that it is right, then: factcheck claims accept {name}")


@click.command("accept")
@click.argument("identifier", metavar="ID")
@BY
@pass_session
def accept(session: Session, identifier: str, by: str) -> None:
    """Confirm a claim: its passages have been read, and it is right.

    \b
    Examples:
      factcheck claims accept mara-lund-born --by "J. Doe"
    """

    from factcheck.claims.propose import NOBODY

    def confirmed(claim: CuratedClaim) -> dict[str, str]:
        if not claim.citations:
            raise InputError(f"{identifier!r} rests on no source; give it a [[claim.source]] first")
        if claim.subject == NOBODY:
            raise InputError(f"the subject of {identifier!r} is still {NOBODY!r}; write whom it is about first")
        return {"status": Status.CONFIRMED.value} | _checked(by)

    _change(session, identifier, confirmed)
    if not by:
        session.say("nobody is named as the one who decided; --by or FACTCHECK_BY does")


@click.command("retract")
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

    def retracted(claim: CuratedClaim) -> dict[str, str]:
        if claim.status is Status.RETRACTED:
            raise InputError(f"{identifier!r} is retracted already; edit its note to say more")
        note = "; ".join(filter(None, (claim.note.strip().removesuffix("."), reason)))
        return {"status": Status.RETRACTED.value, "note": note} | _checked(by)

    _change(session, identifier, retracted)


@click.command("resolve")
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
      factcheck claims resolve 6f2c9a41d0be-c81d07e5b3fa --keep 6f2c9a41d0be --reason "the register says so"
    """
    from factcheck.services.decisions import rule

    path = rule(session.open(), conflict, keep, reason, by, target)
    session.say(f"ruled on {conflict} in {_here(path)}")


def _free(project: Config, identifier: str) -> set[str]:
    """The ids that are taken. Raises BadParameter where this one is among them."""
    taken = {claim.id for claim in curation_of(project).claims}
    if identifier in taken:
        raise click.BadParameter(f"{identifier!r} is taken", param_hint="--id")
    return taken


def _change(session: Session, identifier: str, decide: Callable[[CuratedClaim], dict[str, str]]) -> None:
    """Change the claim of an id, which is looked for again when nobody else can write."""
    from factcheck.claims import edit

    claim = next((c for c in curation_of(session.project()).claims if c.id == identifier), None)
    if claim is None:
        raise InputError(f"no curated claim is called {identifier!r}; `factcheck claims list` shows them")
    status = decide(claim)["status"]
    path, line = edit.revise(claim.origin.path, identifier, decide)
    session.say(f"{status} {identifier} in {path}:{line}")


def _checked(by: str) -> dict[str, str]:
    from factcheck.services.decisions import today

    return {"checked-by": by, "checked-on": today()} if by else {"checked-on": today()}


def _here(path: Path) -> Path:
    from factcheck.workspace.claims import from_here

    return from_here(path)
