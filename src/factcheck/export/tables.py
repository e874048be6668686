"""Tables as CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from factcheck.report.visible import unheard, visible

# A cell that begins so would be a formula to a spreadsheet (CWE-1236).
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


class _Line:
    """What `csv` writes to: it keeps the last line."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def csv_lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A head and rows as lines of CSV, with LF line ends, what looks like a formula or a command disarmed."""
    line = _Line()
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(head)
    yield line.text
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in map(_shown, row)])
        yield unheard(line.text)


def _shown(cell: str) -> str:
    """A cell without blanks at its edges, its hidden characters made visible."""
    return "\n".join(map(visible, cell.strip().splitlines()))
