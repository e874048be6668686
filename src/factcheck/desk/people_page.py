"""The page of the library's people: what sources say that each is or was, by date, and what checkers have recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from factcheck.claims import Curation
from factcheck.conflicts import Conflict
from factcheck.model import Document, Kind
from factcheck.report.formats.page import foreign
from factcheck.store.protocol import Library
from factcheck.text.wording import counted, dated
from factcheck.who import Person, people
from factcheck.who.profile import Statement


def articles(
    library: Library, curation: Curation, conflicts: Sequence[Conflict], link: Callable[[Document], str]
) -> list[str]:
    """One part a person, by name; `link`: to the page of a document."""
    recorded = {name: entity.roles for entity in curation.entities for name in entity.names}
    differing: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        if conflict.fact.kind is Kind.ROLE:
            differing[conflict.fact.subject].append(conflict)
    found = sorted(people(library, ""), key=lambda person: (person.name.split()[-1].casefold(), person.name))
    return [_article(person, recorded.get(person.name, ()), differing[person.name], link) for person in found]


def _article(
    person: Person, recorded: Sequence[str], differing: Sequence[Conflict], link: Callable[[Document], str]
) -> str:
    rows = "".join(f"<li>{foreign(role)} (recorded by the desk)</li>" for role in recorded)
    rows += "".join(_row(one, link) for one in person.statements)
    rows += "".join(
        f'<li><a href="conflicts.html">sources disagree</a>: {foreign(one.note)}, '
        f"{foreign(' or '.join(one.words(side) for side in one.sides))}</li>"
        for one in differing
    )
    count = counted(len(person.statements), "statement")
    return f"<details><summary><b>{foreign(person.name)}</b> {count}</summary><ul>{rows}</ul></details>"


def _row(one: Statement, link: Callable[[Document], str]) -> str:
    date = f"{foreign(dated(one.document.published))}: " if one.document.published else ""
    return (
        f"<li>{date}<b>{foreign(one.words)}</b>, {link(one.document)}"
        f"<blockquote><p>{foreign(one.claim.claim.sentence)}</p></blockquote></li>"
    )
