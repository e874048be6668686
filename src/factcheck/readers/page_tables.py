"""Follows the tables of an HTML page: tells those that tabulate from those that lay out the page."""

from __future__ import annotations

from factcheck.readers.canvas import Canvas
from factcheck.readers.pen import CELL_GAP, Style
from factcheck.readers.table import Grid
from factcheck.readers.tags import Attributes

# Tables nested deeper lay out the page, whatever they hold.
DEEPEST_TABLE = 8
# A longer cell is laid out with the table, not tabulated: its paragraphs are prose.
LONGEST_CELL = 300


class _OpenCell:
    """A cell being drawn, with its paragraphs as long as they may turn out to be no table's."""

    def __init__(self, start: int, head: bool, columns: int, rows: int) -> None:
        self.start, self.head, self.columns, self.rows = start, head, columns, rows
        self.paragraphs: list[tuple[int, int, Style]] = []
        self.is_layout = False


class Tables:
    """The open tables at a place of the page, the innermost last, each with its open cell."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.grids: list[Grid] = []
        self.cells: list[_OpenCell | None] = []

    def __bool__(self) -> bool:
        return bool(self.grids)

    def open(self) -> None:
        """A table begins; the cell that holds it lays out the page."""
        if self.cells and (cell := self.cells[-1]):
            self._lay_out(cell)
        self.grids.append(Grid(self.canvas))
        self.cells.append(None)

    def open_cell(self, head: bool, attributes: Attributes) -> None:
        columns, rows = _number(attributes.get("colspan")), _number(attributes.get("rowspan"))
        self.cells[-1] = _OpenCell(self.canvas.length, head, columns, rows)

    def paragraph(self, start: int, style: Style) -> None:
        """A block was drawn from `start` to now: keep it while it may be part of a cell."""
        cell = self.cells[-1] if self.cells else None
        if cell is None or cell.is_layout:
            self.canvas.block(start, *style)
        else:
            cell.paragraphs.append((start, self.canvas.length, style))

    def caption(self, text: str) -> None:
        self.grids[-1].caption = " ".join(text.split())

    def end_cell(self, at: int) -> bool:
        """The open cell ends, if there is one."""
        cell = self.cells[-1]
        if cell is None:
            return False
        self.cells[-1] = None
        if self.canvas.length - cell.start > LONGEST_CELL or len(self.grids) > DEEPEST_TABLE:
            self._lay_out(cell)
        start = self.canvas.length if cell.is_layout else cell.start
        self.grids[-1].cell(start, cell.head, cell.columns, cell.rows)
        self.canvas.gap(at, CELL_GAP)
        return True

    def end_row(self, head: bool) -> None:
        self.grids[-1].end_row(head)

    def close(self) -> None:
        self.grids.pop()
        self.cells.pop()

    def _lay_out(self, cell: _OpenCell) -> None:
        for start, end, style in cell.paragraphs:
            self.canvas.block(start, *style, end=end)
        cell.paragraphs, cell.is_layout = [], True


def _number(text: str | None) -> int:
    """The value of a colspan or rowspan; 1 for none, and for one that no table has."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 3 and int(text) else 1
