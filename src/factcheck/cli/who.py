"""`factcheck who`: all that the library says somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.cli.output import tell, write_json
from factcheck.text.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.report.formats.contract import Record
    from factcheck.who import Person
    from factcheck.who.profile import Statement


@click.command("who", short_help="Show all that the library says somebody is.")
@click.argument("name", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@pass_session
def command(session: Session, name: tuple[str, ...], form: str) -> None:
    """Show all that the library says somebody is, by date: offices, callings, nation, party, relations, each with its
    passage. A surname finds everyone who bears it; the names of an [[entity]] in the claims files are one.

    \b
    Examples:
      factcheck who Mara Lund
      factcheck who Lund --format json
    """
    from factcheck.claims import load_sound
    from factcheck.report.visible import visible
    from factcheck.who import people
    from factcheck.workspace.claims import claim_files

    query = " ".join(name)
    entities = load_sound(claim_files(session.project())).entities
    entity = next((one for one in entities if query in one.names), None)
    library = session.library()
    found = people(library, query, entity.names if entity else ())
    library.vouch({one.document.path for person in found for one in person.statements})
    recorded = list(entity.roles) if entity else []
    if form == "json":
        write_json({"query": query, "people": [_record(person) for person in found], "recorded": recorded})
        return
    for role in recorded:
        tell(visible(f"{query}: {role} (recorded in the claims files)"))
    if not found:
        session.say(f"the library says of nobody called {query} what they are")
    else:
        tell("\n\n".join("\n".join(_lines(session, person)) for person in found))


def _record(person: Person) -> Record:
    from factcheck.report.formats.contract import library_record

    statements = [library_record(one.claim.claim, one.document) for one in person.statements]
    return {"name": person.name, "statements": statements}


def _lines(session: Session, person: Person) -> Iterator[str]:
    """A person for people: each different statement once, with the first passage that makes it."""
    from factcheck.cli.passage import source_lines
    from factcheck.report.visible import visible

    yield click.style(visible(person.name), bold=True) if session.colored() else visible(person.name)
    for words, (first, *others) in _alike(person):
        more = f" (and in {counted(len(others), 'more place')})" if others else ""
        yield visible(f"  {words}{more}")
        yield from (f"  {row}" for row in source_lines(session, first.claim.claim, first.document))


def _alike(person: Person) -> list[tuple[str, list[Statement]]]:
    """The statements by what they say, in the order of the first of each."""
    found: dict[str, list[Statement]] = {}
    for one in person.statements:
        found.setdefault(one.claim.claim.words, []).append(one)
    return list(found.items())
