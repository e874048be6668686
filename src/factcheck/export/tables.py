"""Tables as CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

# A cell that begins so would be a formula to a spreadsheet (CWE-1236).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(stream: TextIO, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a head and rows, with LF line ends, cells that look like formulas disarmed."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row] for row in rows)
