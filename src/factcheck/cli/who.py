"""`factcheck who`: all that the library says somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.cli.output import tell, write_json
from factcheck.text.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.who import Person
    from factcheck.who.profile import Statement


@click.command("who", short_help="Show all that the library says somebody is.")
@click.argument("name", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@pass_session
def command(session: Session, name: tuple[str, ...], form: str) -> None:
    """Show all that the library says somebody is, by date: offices with their times, callings, nation, party,
    relations, birthplace and ages, each with its passage. A surname finds everyone who bears it; the names of an
    [[entity]] in the claims files are one.

    \b
    Examples:
      factcheck who Mara Lund
      factcheck who Lund --format json
    """
    from factcheck.report.visible import visible
    from factcheck.services.persons import record

    query = " ".join(name)
    found = session.open().who(query)
    if form == "json":
        write_json({"query": query, **record(found)})
        return
    for role in found.recorded:
        tell(visible(f"{query}: {role} (recorded in the claims files)"))
    if not found.people:
        session.say(f"the library says of nobody called {query} what they are")
    else:
        tell("\n\n".join("\n".join(_lines(session, person)) for person in found.people))
    for one in found.disagreements:
        words = f"“{one.a.claim.words}” and “{one.b.claim.words}”"
        tell(visible(f"disagree on {one.fact.subject} ({one.note}): {words}  [{one.id}]"))


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
        found.setdefault(one.words, []).append(one)
    return list(found.items())
