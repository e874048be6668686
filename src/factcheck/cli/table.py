"""Rows under a head: blocks on a terminal, whatever its width; tab-separated where another program reads them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

import click

from factcheck.cli.context import Session
from factcheck.cli.output import fitted, tell

INDENT = "  "


def write_table(session: Session, head: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> None:
    """Print rows under their head; on a terminal, `title` is left out of what they begin with. Cells may hold any text:
    controls are made visible."""
    from factcheck.report.visible import visible

    cells = [[visible(" ".join(cell.split())) for cell in row] for row in rows]
    if sys.stdout.isatty():
        blocks = ("\n".join(_block(session, head, [row[0].removeprefix(f"{title}:"), *row[1:]])) for row in cells)
        tell("\n\n".join([*([_bold(session, visible(title))] if title else []), *blocks]))
    else:
        for row in [head, *cells]:
            tell("\t".join(row))


def _block(session: Session, head: Sequence[str], row: Sequence[str]) -> Iterator[str]:
    """A row's first cell, and below it the others that hold something with their names, broken between words alone."""
    first, *rest = row
    yield _bold(session, first)
    told = " · ".join(f"{name} {cell}" for name, cell in zip(head[1:], rest, strict=True) if cell)
    yield from fitted(told, session.width(), INDENT)


def _bold(session: Session, text: str) -> str:
    return click.style(text, bold=True) if session.colored() else text
