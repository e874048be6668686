"""A passage of a source for people at a terminal, with its line number, if it has one, and the figure marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session
from factcheck.cli.output import fitted
from factcheck.report.visible import visible
from factcheck.text.wording import imprint, title

if TYPE_CHECKING:
    from factcheck.model import Claim, Document
    from factcheck.text import Span

GUTTER = 6


def source_lines(session: Session, claim: Claim, document: Document, identifier: str = "") -> list[str]:
    """Where a claim stands and what that document is: `path:line:column “Title” (publisher, date)`, and its id."""
    about = imprint(document)
    parts = (f"{claim.where} ", title(document), f"({about})" if about else "", f" {identifier}" if identifier else "")
    return fitted(visible(" ".join(filter(None, parts))), session.width(), "  ", "    ")


def told(session: Session, claim: Claim, rows: int) -> Iterator[str]:
    """A claim's own sentence as rows, with the claim marked."""
    line = claim.line if claim.place.has_lines else 0
    return wrapped(session, claim.sentence or claim.text, line, claim.mark, rows)


def wrapped(session: Session, text: str, line: int, mark: Span | None, rows: int = 1000) -> Iterator[str]:
    """The rows of a passage, at most `rows` around the mark: bold in colour, else with a marker below."""
    from factcheck.report.formats.excerpt import excerpt
    from factcheck.text import Span

    colored = session.colored()
    gutter = f"{line or '':{GUTTER - 1}} | "
    for row in excerpt(text, mark or Span(0, 0), session.width() - len(gutter), rows):
        marked = click.style(row.marked, bold=True) if colored and row.marked else row.marked
        yield f"{gutter}{row.before}{marked}{row.after}"
        gutter = " " * GUTTER + "| "
        if row.marker and not colored:
            yield gutter + row.marker
