"""Draws tables: each cell becomes a block that knows the headers of its row and column."""

from __future__ import annotations

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Block, Role
from factcheck.readers.canvas import Canvas
from factcheck.readers.pen import CELL_GAP, Pen, last_words
from factcheck.text import Span

# The rule under the header of a pipe table: |---|:--:|
DELIMITER = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
# What stands between two pipes.
PIPED = re.compile(r"(?:[^|\\`]|\\.|`[^`\n]*`|\\|`)*")
# What numbers a row: "3", "3.", "(3)".
SERIAL = re.compile(r"[(#]?\d{1,4}[.)]?\Z")
# So much of a row's other cells a cell is given.
LONGEST_REST = 200
YEAR = re.compile(r"(?:19|20)\d\d\Z")


class Cell(NamedTuple):
    """A cell as drawn: where it starts in the visible text, what it shows, and whether its markup calls it a header."""

    start: int
    end: int
    text: str
    head: bool = False


class Grid:
    """The cells of a table, row by row, with the headers that govern them."""

    def __init__(self, canvas: Canvas, caption: str = "") -> None:
        self.canvas = canvas
        self.caption = caption
        self.columns: dict[int, str] = {}
        self.row: list[tuple[int, Cell]] = []
        self.rows = 0
        self._spanned: dict[int, tuple[int, Cell]] = {}

    def cell(self, cell: Cell, columns: int = 1, rows: int = 1) -> None:
        """Take in the next cell of the row, over as many columns and rows as it spans."""
        column = self._carry(self.row[-1][0] + 1 if self.row else 0)
        for offset in range(columns):
            self.row.append((column + offset, cell))
            if rows > 1:
                self._spanned[column + offset] = rows - 1, cell

    def end_row(self, head: bool = False) -> None:
        """Settle whether the row is a header, and note its cells as blocks."""
        self._carry(self.row[-1][0] + 1 if self.row else 0)
        row, self.row = self.row, []
        if not row:
            return
        if head or all(cell.head for _, cell in row) or (self.rows == 0 and _reads_as_head([cell for _, cell in row])):
            for column, cell in row:
                self.columns[column] = " ".join(filter(None, (self.columns.get(column, ""), cell.text)))
                self._block(cell, ())
        else:
            label = _label(row)
            for column, cell in row:
                self._block(cell, self._lead(row, column, cell, label))
        self.rows += 1

    def _lead(self, row: list[tuple[int, Cell]], column: int, cell: Cell, label: Cell) -> tuple[str, ...]:
        """What governs a cell: its row's label, its column's header, the caption, and the other words of its row."""
        others = (c.text for _, c in row if c not in (cell, label) and any(map(str.isalpha, c.text)))
        rest = "; ".join(dict.fromkeys(others))[:LONGEST_REST]
        own = "" if cell is label else label.text
        return (own, self.columns.get(column, ""), self.caption, *([rest] if rest else []))

    def _carry(self, column: int) -> int:
        """Take in cells that reach down from the rows above; the next free column."""
        while column in self._spanned:
            left, cell = self._spanned.pop(column)
            self.row.append((column, cell))
            if left > 1:
                self._spanned[column] = left - 1, cell
            column += 1
        return column

    def _block(self, cell: Cell, lead: tuple[str, ...]) -> None:
        known = self.canvas.blocks[-1].span.start if self.canvas.blocks else -1
        if known < cell.start < cell.end and any(map(str.isalnum, cell.text)):
            body = self.canvas.drawn(cell.start)[: cell.end - cell.start]
            left = len(body) - len(body.lstrip())
            self.canvas.blocks.append(
                Block(Span(cell.start + left, cell.start + len(body.rstrip())), Role.CELL, 0, lead if any(lead) else ())
            )


def _label(row: list[tuple[int, Cell]]) -> Cell:
    """The cell that says what its row is about: the first, or the next one where the first only numbers the row."""
    first = row[0][1]
    second = next((cell for _, cell in row if cell is not first), None)
    if second is None or not SERIAL.match(first.text) or YEAR.match(first.text):
        return first
    return second if any(map(str.isalpha, second.text)) else first


def _reads_as_head(cells: list[Cell]) -> bool:
    """Whether the first row of a table without marked headers names its columns: words and years, no other figures."""
    return (
        len(cells) > 1
        and all(YEAR.match(cell.text) or not any(map(str.isdigit, cell.text)) for cell in cells)
        and any(cell.text for cell in cells)
    )


def draw(pen: Pen, rows: list[Span]) -> None:
    """Draw a pipe table, its first row the header."""
    pen.flush()
    last = last_words(pen.canvas)
    grid = Grid(pen.canvas, last if last.endswith(":") or last.startswith("Table") else "")
    for number, row in enumerate(rows):
        for span in _cells(pen.canvas.file, row):
            start = pen.draw([span])
            end = pen.canvas.length
            grid.cell(Cell(start, end, " ".join(pen.canvas.drawn(start).split())))
            pen.canvas.gap(span.end, CELL_GAP)
        grid.end_row(head=number == 0)
        pen.canvas.gap(row.end)


def _cells(text: str, row: Span) -> list[Span]:
    """The cells of a row, without the blanks around them."""
    body = text[row.start : row.end]
    at = row.start + len(body) - len(body.lstrip(" \t>"))
    end = row.start + len(body.rstrip())
    if text[at : at + 1] == "|":
        at += 1
    cells = []
    while at < end:
        found = PIPED.match(text, at, end)
        assert found is not None, "the pattern matches nothing at least"
        blank = len(found[0]) - len(found[0].lstrip())
        cells.append(
            Span(found.start() + min(blank, len(found[0])), found.start() + max(blank, len(found[0].rstrip())))
        )
        at = found.end() + 1
    return cells
