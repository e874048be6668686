"""Words as data: tables of rows that carry their own examples, one `.psv` file a table.

The first line names the columns, `#` opens a comment line, cells are separated by `|` and trimmed. Several examples
or forms in one cell are separated by `;`. Every table has a `yes` and a `no` column: a text in which the row must
speak and one in which it must stay silent. `tests/lexicon/` proves every row both ways. Plain text is read
instead of TOML because the command starts in milliseconds and pays for each table at every start.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
# The forms of months and weekdays that need a date beside them.
ABBREVIATED = frozenset({"short", "brief"})


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """All rows of a table, in order, as column → cell. Raises ValueError on a row of another width than its head."""
    lines = (FOLDER / f"{name}.psv").read_text(encoding="utf-8").splitlines()
    head, *rows = [[cell.strip() for cell in line.split("|")] for line in lines if line.strip() and line[0] != "#"]
    wrong = next((row for row in rows if len(row) != len(head)), None)
    if wrong is not None:
        raise ValueError(f"lexicon/{name}.psv: {len(wrong)} cells instead of {len(head)}: {' | '.join(wrong)}")
    return tuple(dict(zip(head, row, strict=True)) for row in rows)


def forms(cell: str) -> tuple[str, ...]:
    """The members of a cell that lists several."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@cache
def numbers(*roles: str) -> dict[str, int]:
    """The number words of some roles ("unit", "teen", "ten", "ordinal"), folded, with what they are worth."""
    return {form: int(row["value"]) for row in table("numbers") if row["role"] in roles for form in forms(row["word"])}


@cache
def months() -> tuple[str, ...]:
    """The full names of the months, in order."""
    return tuple(row["form"] for row in table("months") if row["standing"] not in ABBREVIATED)


@cache
def weekdays() -> tuple[str, ...]:
    """The full names of the days of the week, Monday first."""
    return tuple(row["form"] for row in table("weekdays") if row["standing"] not in ABBREVIATED)
