"""Finds the tables of a page: what stands in a ruled grid, or rows of several short parts, many of them figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.lean.record import NamedTuple
from factcheck.readers.pdf import headings
from factcheck.readers.pdf.frames import Frame, frames
from factcheck.readers.pdf.grids import Grid, Line, Row, is_figure
from factcheck.readers.pdf.pages import Page, Segment

# In em: how far parts of a row may lie apart in height, and a row from the next.
LEVEL, STEP = 0.35, 3.2
FEWEST_ROWS, LONGEST_PART = 3, 28
# Of a hundred cells, so many show figures; within a grid, so many.
FIGURES, FRAMED_FIGURES = 30, 15
# Lines above a table that may head it, and in em how high above its figures.
MOST_HEADS, HIGHEST = 24, 12


class Table(NamedTuple):
    """A table by its rows, heads first, and how many these are."""

    rows: Sequence[Row]


def pieces(page: Page) -> Iterator[Table | Line]:
    """What is on a page, in its order: tables, and the lines between them."""
    held = frames(page.rules)
    within = [next((frame for frame in held if frame.holds(segment)), None) for segment in page.segments]
    framed = {frame: grid for frame in held if (grid := _framed(page, within, frame))}
    loose: list[Segment] = []
    written: set[Frame] = set()
    for segment, frame in zip(page.segments, within, strict=True):
        if frame is None or frame not in framed:
            loose.append(segment)
        elif frame not in written:
            yield from _loose(loose, page)
            loose = []
            yield from _written(framed[frame])
            written.add(frame)
    yield from _loose(loose, page)


def _framed(page: Page, within: Sequence[Frame | None], frame: Frame) -> Grid | None:
    """The grid of what stands in a frame, if it holds figures."""
    inside = [segment for segment, own in zip(page.segments, within, strict=True) if own == frame]
    grid = Grid([segment for segment in inside if segment.text.strip()], page.rules)
    figures = sum(is_figure(segment.text) for line in grid.lines for segment in line)
    cells = sum(map(len, grid.lines))
    return grid if grid.first < len(grid.rows) and figures * 100 >= FRAMED_FIGURES * cells else None


def _written(grid: Grid) -> Iterator[Table | Line]:
    above, heads = headings.picked(grid)
    yield from above
    yield Table([*headings.rows(heads, grid), *grid.body()])


def _loose(segments: Sequence[Segment], page: Page) -> Iterator[Table | Line]:
    """Tables without a frame: several rows of several parts, one below the other."""
    rows = rows_of(segments)
    at = done = 0
    while at < len(rows):
        end = _reach(rows, at) if len(rows[at]) > 1 else at
        if end > at and _tabulates(rows[at:end]):
            start = _with_heads(rows, done, at, end)
            grid = Grid([segment for row in rows[start:end] for segment in row if segment.text.strip()], page.rules)
            if grid.first < len(grid.rows):
                yield from rows[done:start]
                yield from _written(grid)
                at = done = end
                continue
        at += 1
    yield from rows[done:]


def rows_of(segments: Sequence[Segment]) -> list[Line]:
    """Segments that follow each other on one line, from left to right."""
    rows: list[Line] = []
    for segment in segments:
        last = rows[-1][-1] if rows else None
        if last and abs(last.base - segment.base) < LEVEL * max(last.size, 1) and segment.left >= last.right - 1:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


def _reach(rows: Sequence[Line], at: int) -> int:
    """The row behind the last one of several parts that follows without a break; single ones may lie between."""
    end, index = at + 1, at + 1
    while index < len(rows) and _below(rows[index - 1], rows[index]):
        index += 1
        if len(rows[index - 1]) > 1:
            end = index
        elif index - end > 1:
            break
    return end


def _below(row: Line, other: Line) -> bool:
    step = row[0].base - other[0].base
    return 0 < step < STEP * max(row[0].size, other[0].size, 1)


def _tabulates(rows: Sequence[Line]) -> bool:
    several = [row for row in rows if len(row) > 1]
    cells = [segment.text for row in several for segment in row]
    figures = sum(is_figure(cell) for cell in cells)
    return (
        len(several) >= FEWEST_ROWS
        and figures * 100 >= FIGURES * len(cells)
        and sum(map(len, cells)) < LONGEST_PART * len(cells)
    )


def _with_heads(rows: Sequence[Line], done: int, at: int, end: int) -> int:
    """From which row on lines may belong to the table: those before it that stand over it."""
    inside = [segment for row in rows[at:end] for segment in row]
    left, right = min(s.left for s in inside), max(s.right for s in inside)
    top, size = max(s.base for s in inside), max(s.size for s in inside)
    start = at
    while start > done and at - start < MOST_HEADS:
        over = (left - 2 * size <= s.left and s.right <= right + 2 * size for s in rows[start - 1])
        near = (top < s.base < top + HIGHEST * size for s in rows[start - 1])
        if not (all(over) and all(near)):
            break
        start -= 1
    return start
