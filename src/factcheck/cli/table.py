"""Tables: drawn on a terminal, tab-separated where another program reads them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from factcheck.cli.context import Session
from factcheck.cli.output import tell


def write_table(session: Session, head: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> None:
    """Print rows under their head. Cells may hold any text: controls are made visible."""
    from factcheck.report.visible import visible

    cells = [[visible(" ".join(cell.split())) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _draw(session, head, cells, visible(title))
    else:
        for row in [head, *cells]:
            tell("\t".join(row))


def _draw(session: Session, head: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> None:
    """As much as a narrow terminal holds: empty columns are left out, and no cell repeats the table's title."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    used = [place for place in range(len(head)) if any(row[place] for row in rows)]
    table = Table(title=title or None, title_justify="left", box=SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for place in used:
        table.add_column(head[place], overflow="fold")
    for row in rows:
        table.add_row(*(row[place].removeprefix(f"{title}:") for place in used))
    session.console().print(table)
