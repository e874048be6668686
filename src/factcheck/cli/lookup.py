"""`factcheck lookup`: searches the library for figures and quotations."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.cli.output import fitted, tell, write_json
from factcheck.model import Kind
from factcheck.text.wording import clipped

if TYPE_CHECKING:
    from factcheck.lookup.known import Answer

HEAD = ("score", "id", "kind", "text", "value", "unit", "subject", "speaker", "place", "title", "published", "sentence",
        "status", "conflicts")  # fmt: skip
# Rows of the passage under each result.
ROWS = 2


@click.command("lookup", short_help="Search the library for figures and quotations.")
@click.argument("query", nargs=-1)
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Only claims of this kind.")
@click.option("--document", metavar="ID", default="", help="Only claims of this document.")
@click.option("--value", metavar="VALUE", help="Only claims of this value: 43.8, 2022-06, P27Y.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="At most so many results.")
@click.option("--why", is_flag=True, help="Show what decided the order.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@pass_session
def command(
    session: Session,
    query: tuple[str, ...],
    kind: str | None,
    document: str,
    value: str | None,
    limit: int,
    why: bool,
    form: str,
) -> None:
    """Search the library for the figures and quotations that answer QUERY: words, names, figures, or a question.

    A date in it says when: what holds then, or stands in a document of then, comes first. Words in quotation marks
    must stand in the passage just so. Without QUERY, all that the options leave is listed in reading order.

    \b
    Examples:
      factcheck lookup turnout 2019 council election
      factcheck lookup "how many boats sank in March 1911"
      factcheck lookup 'boats "in the old harbour"'
      factcheck lookup --kind money --value 2000000 harbour
      factcheck lookup --value 412
    """
    words = " ".join(query)
    if not (words.strip() or kind or document or value):
        raise click.UsageError("Say what to search for: a QUERY, --value, --kind or --document.")
    try:
        found = session.open().lookup(words, limit=limit, kind=kind or "", document=document, value=value or "")
    except ValueError as error:
        raise click.BadParameter(f"{error}. Write 43.8, 2022-06, P27Y.", param_hint="--value") from None
    if form == "json":
        from factcheck.report.formats.contract import VERSION, answer_record

        write_json({"version": VERSION, "query": words, "results": [answer_record(answer, why) for answer in found]})
    elif form == "csv":
        from factcheck.export.tables import csv_lines

        sys.stdout.writelines(csv_lines(HEAD, map(_row, found)))
    else:
        _print(session, found, why)


def _row(answer: Answer) -> Sequence[str]:
    hit, curated, caught = answer
    claim, document = hit.claim.claim, hit.document
    return (f"{hit.score:.2f}", claim.id, claim.kind.value, claim.text, claim.value.text, claim.unit, claim.subject,
            claim.speaker, claim.where, document.title, document.published, claim.sentence,
            curated.status.value if curated else "", " ".join(caught))  # fmt: skip


def _print(session: Session, found: Sequence[Answer], why: bool) -> None:
    if not found:
        session.say("nothing in the library answers this")
    elif sys.stdout.isatty() or why:
        tell("\n\n".join("\n".join(_lines(session, answer, why)) for answer in found))
    else:
        from factcheck.cli.table import write_table

        write_table(session, HEAD, map(_row, found))


def _lines(session: Session, answer: Answer, why: bool) -> Iterator[str]:
    """One result for people: what it says, where, and in which words."""
    from factcheck.cli.passage import source_lines, told
    from factcheck.report.visible import visible

    hit, curated, caught = answer
    claim = hit.claim.claim
    about = " · ".join(
        part for part in (claim.kind.value, claim.subject, claim.measure, claim.scope, claim.speaker) if part
    )
    text = visible(claim.words if len(claim.words) <= 60 else f"“{clipped(claim.words, 59)}”")
    first, *later = fitted(f"{text}  {visible(about)}", session.width(), "", "  ")
    yield click.style(text, bold=True) + first[len(text) :] if session.colored() and first.startswith(text) else first
    yield from later
    yield from source_lines(session, claim, hit.document, claim.id)
    yield from told(session, claim, ROWS)
    if curated:
        yield visible(f"  {curated.status.value} as {curated.id}{f': {curated.note}' if curated.note else ''}")
    yield from (visible(f"  disputed: {conflict}") for conflict in caught)
    if hit.others:
        yield f"  the same words stand in {len(hit.others)} more place{'s' if len(hit.others) > 1 else ''}"
    if why:
        yield from (visible(f"  {term.weight:+6.2f}  {term.name}: {term.detail}") for term in hit.why)
