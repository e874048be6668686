"""Finds the tables of a page: rows of several short parts, many of them figures, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.readers.heads import is_number
from factcheck.readers.pdf.pages import Segment

# In em: how far parts of a row may lie apart in height, and a row from the next.
LEVEL, STEP = 0.35, 3.2
FEWEST_ROWS, LONGEST_PART = 3, 28
# Of a hundred cells, so many show figures.
FIGURES = 30

Row = list[Segment]


class Column(NamedTuple):
    """The breadth that the cells of a column take."""

    left: float
    right: float


def rows_of(segments: Sequence[Segment]) -> list[Row]:
    """Segments that follow each other on one line, from left to right."""
    rows: list[Row] = []
    for segment in segments:
        last = rows[-1][-1] if rows else None
        if last and abs(last.base - segment.base) < LEVEL * max(last.size, 1) and segment.left >= last.right - 1:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


def split(rows: Sequence[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """The rows of a page in runs, each told whether it is a table."""
    at = 0
    while at < len(rows):
        end = _reach(rows, at) if len(rows[at]) > 1 else at
        if end > at and _tabulates(rows[at:end]):
            yield True, list(rows[at:end])
            at = end
        else:
            yield False, [rows[at]]
            at += 1


def _reach(rows: Sequence[Row], at: int) -> int:
    """The row behind the last one of several parts that follows without a break; single ones may lie between."""
    end, index = at + 1, at + 1
    while index < len(rows) and _below(rows[index - 1], rows[index]):
        index += 1
        if len(rows[index - 1]) > 1:
            end = index
        elif index - end > 1:
            break
    return end


def _below(row: Row, other: Row) -> bool:
    step = row[0].base - other[0].base
    return 0 < step < STEP * max(row[0].size, other[0].size, 1)


def _tabulates(rows: Sequence[Row]) -> bool:
    several = [row for row in rows if len(row) > 1]
    cells = [segment.text for row in several for segment in row]
    figures = sum(is_number(cell.strip()) for cell in cells)
    return (
        len(several) >= FEWEST_ROWS
        and figures * 100 >= FIGURES * len(cells)
        and sum(map(len, cells)) < LONGEST_PART * len(cells)
    )


def columns(rows: Sequence[Row]) -> list[Column]:
    """The columns that the cells of the body stand in: breadths that overlap are one."""
    body = [row for row in rows if any(is_number(segment.text.strip()) for segment in row[1:])]
    cells = sorted(Column(segment.left, segment.right) for row in body for segment in row)
    found: list[Column] = []
    for cell in cells:
        if found and cell.left < found[-1].right:
            found[-1] = Column(found[-1].left, max(found[-1].right, cell.right))
        else:
            found.append(cell)
    return found


def place(segment: Segment, among: Sequence[Column]) -> tuple[int, int]:
    """The first column that a cell stands in, from 1, and how many it takes."""
    over = [n for n, column in enumerate(among, 1) if segment.left < column.right and column.left < segment.right]
    if over:
        return over[0], len(over)
    middle = (segment.left + segment.right) / 2
    near = [abs((column.left + column.right) / 2 - middle) for column in among]
    return (near.index(min(near)) + 1 if near else 1), 1
