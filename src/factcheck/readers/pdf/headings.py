"""Tells what stands above the columns of a table: which lines head them, and over how many each of their parts lies."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.lean import regex as re
from factcheck.readers.pdf.grids import Column, Grid, Line, Part, Row, nearest
from factcheck.readers.pdf.pages import Segment

# What names a table and heads no column.
CAPTION = re.compile(r"\s*(?:Table|Tab\.|Figure|Fig\.|Chart|Box|Exhibit|Source|Notes?)\b", re.IGNORECASE)
# In em: so far lines of a head may stand apart, and single ones; so far below words their rule is.
STEP, SINGLE_STEP, BELOW = 2.6, 1.5, 1.3
# Of a table's breadth: what is no longer lies over some columns only.
PARTIAL = 0.85


def picked(grid: Grid) -> tuple[list[Line], list[Line]]:
    """The lines above a table's figures that stand over it, and those that head it."""
    lines = grid.heads()
    at = len(lines)
    below = grid.rows[grid.first][0] if grid.first < len(grid.rows) else None
    while at and below is not None and _heads(grid, lines[at - 1], below, inner=at == len(lines)):
        at -= 1
        below = lines[at]
    return lines[:at], lines[at:]


def _heads(grid: Grid, line: Line, below: Line, *, inner: bool) -> bool:
    """Whether a line goes on with a head upwards; once past a rule over the whole table, single words do not."""
    size = max(line[0].size, below[0].size, 1)
    step = line[0].base - below[0].base
    ruled = any(below[0].base < at < line[0].base for at in grid.whole)
    if step > STEP * size or CAPTION.match(line[0].text):
        return False
    if len(line) > 1 and not (ruled and not inner and _is_prose(line)):
        return True
    if ruled and not inner:
        return False
    over = governed(line[0], grid)
    short = over[1] == 1 and line[0].right - line[0].left < (grid.right - grid.left) / 2
    near = step < SINGLE_STEP * size or ruled or bool(_over_rule(line[0], grid))
    return near and (short or over[0] > 1)


def _is_prose(line: Line) -> bool:
    return sum(len(segment.text) for segment in line) > 40 * len(line)


def governed(segment: Segment, grid: Grid) -> tuple[int, int]:
    """The first column that words above columns lie over, from 1, and how many, as far as rules reach."""
    over = _between(segment, grid) or _over_rule(segment, grid)
    return (over[0], len(over)) if over else _overlapping(segment, grid)


def _overlapping(segment: Segment, grid: Grid) -> tuple[int, int]:
    """The columns whose middle is below some words; else the two that they stand halfway between, or the nearest."""
    over = [n for n, column in enumerate(grid.columns, 1) if segment.left <= column.middle <= segment.right]
    if over:
        return over[0], len(over)
    middle = (segment.left + segment.right) / 2
    near = nearest(segment, grid.columns)
    column = grid.columns[near - 1]
    if segment.left < column.right and column.left < segment.right:
        return near, 1
    other = near + (1 if middle > column.middle else -1)
    if not 1 < other <= len(grid.columns) or near == 1:
        return near, 1
    return (min(near, other), 2) if _halfway(middle, column, grid.columns[other - 1]) else (near, 1)


def _halfway(middle: float, one: Column, other: Column) -> bool:
    """Whether words stand as far from one column as from the other."""
    return abs(abs(middle - one.middle) - abs(other.middle - middle)) < abs(one.middle - other.middle) / 4


def _between(segment: Segment, grid: Grid) -> list[int]:
    """The columns between the rules beside it."""
    height = segment.base + segment.size / 3
    beside = [rule.at for rule in grid.rules.down if rule.start - 1 <= height <= rule.end + 1]
    middle = (segment.left + segment.right) / 2
    left = max((at for at in beside if at <= middle), default=None)
    right = min((at for at in beside if at > middle), default=None)
    if len(beside) < 2:
        return []
    low, high = grid.left - 1 if left is None else left, grid.right + 1 if right is None else right
    return [n for n, column in enumerate(grid.columns, 1) if low <= column.middle <= high]


def _over_rule(segment: Segment, grid: Grid) -> list[int]:
    """The columns over the rule below some words, if that lies over a part of the table only."""
    middle = (segment.left + segment.right) / 2
    for rule in reversed(grid.rules.across):
        under = segment.base - BELOW * segment.size < rule.at < segment.base and rule.start <= middle <= rule.end
        if under and rule.end - rule.start < PARTIAL * (grid.right - grid.left):
            return [n for n, column in enumerate(grid.columns, 1) if rule.start - 2 <= column.middle <= rule.end + 2]
    return []


def _shared(line: Line, grid: Grid) -> list[tuple[int, int]]:
    """What each part of a line lies over: where rules leave two of them over one column, blanks and middles decide."""
    for judge in (governed, _overlapping):
        spans = [judge(segment, grid) for segment in line]
        if all(before[0] + before[1] <= after[0] for before, after in pairwise(spans)):
            return spans
    return [(nearest(segment, grid.columns), 1) for segment in line]


def rows(lines: Sequence[Line], grid: Grid) -> list[Row]:
    """The heads in rows, those that lie over several columns above what stands below them."""
    parts: list[tuple[int, Part]] = []
    for line in lines:
        for segment, (column, columns) in zip(line, _shared(line, grid), strict=True):
            over = [n for n, (_, part) in enumerate(parts) if _meet(part, column, columns)]
            last = over[-1] if over else None
            if last is not None and (parts[last][1].column, parts[last][1].columns) == (column, columns):
                level, part = parts[last]
                parts[last] = level, part._replace(lines=[*part.lines, [segment]])
            else:
                level = 1 + max((parts[number][0] for number in over), default=0)
                parts.append((level, Part([[segment]], column, columns, head=True)))
    levels = sorted({level for level, _ in parts})
    return [sorted((p for at, p in parts if at == level), key=lambda p: p.column) for level in levels]


def _meet(part: Part, column: int, columns: int) -> bool:
    return part.column < column + columns and column < part.column + part.columns
