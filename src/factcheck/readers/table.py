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
    """A cell as drawn: where its words stand in the visible text, what they are, and whether its markup heads."""

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

    def cell(self, start: int, head: bool = False, columns: int = 1, rows: int = 1) -> None:
        """Take in what was drawn from `start` on as the next cell of the row, over what columns and rows it spans."""
        body = self.canvas.drawn(start)
        left = len(body) - len(body.lstrip())
        cell = Cell(start + left, start + len(body.rstrip()), " ".join(body.split()), head)
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
            worded = _worded(row, label)
            for column, cell in row:
                # A cell's row label, its column's header, the caption, and the other words of its row.
                own, rest = "" if cell is label else label.text, _rest(worded, cell)
                lead = (own, self.columns.get(column, ""), self.caption, *([rest] if rest else []))
                self._block(cell, lead)
        self.rows += 1

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
            self.canvas.note(Block(Span(cell.start, cell.end), Role.CELL, 0, lead if any(lead) else (), self.rows + 1))


def _label(row: list[tuple[int, Cell]]) -> Cell:
    """The cell that says what its row is about: the first, or the next one where the first only numbers the row."""
    first = row[0][1]
    second = next((cell for _, cell in row if cell is not first), None)
    if second is None or not SERIAL.match(first.text) or YEAR.match(first.text):
        return first
    return second if any(map(str.isalpha, second.text)) else first


def _worded(row: list[tuple[int, Cell]], label: Cell) -> dict[str, Cell | None]:
    """The words that stand in a row beside its label, each with its cell where they stand in one alone."""
    found: dict[str, Cell | None] = {}
    for _, cell in row:
        if cell is not label and any(map(str.isalpha, cell.text)):
            found[cell.text] = cell if found.get(cell.text, cell) is cell else None
    return found


def _rest(worded: dict[str, Cell | None], cell: Cell) -> str:
    """As many words of a row's other cells as one of them is given."""
    texts, length = [], 0
    for text, only in worded.items():
        if only is not cell:
            texts.append(text)
            length += len(text) + 2
            if length > LONGEST_REST:
                break
    return "; ".join(texts)[:LONGEST_REST]


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
            grid.cell(pen.draw([span]))
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
