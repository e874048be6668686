"""Makes rows and columns of the segments of a table, by the blanks and rules between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.readers.heads import is_number
from factcheck.readers.pdf.pages import Rule, Rules, Segment

# In em: how far parts of a line may lie apart in height; lines less than so far apart overlap, and are one row.
LEVEL, OVERLAP, CLOSE = 0.35, 0.75, 1.45
# Of the breadth of a table, so much makes a rule one between rows.
WHOLE = 0.6
# A dash or dots in place of a figure.
EMPTY = re.compile(r"[\W_]*\Z|n\.?\s?/?a\.?\Z", re.IGNORECASE)
# "(000)": what figures are counted in.
UNIT = re.compile(r"\W*0{3}s?\W*\Z")

Line = list[Segment]


class Column(NamedTuple):
    """The breadth that the cells of a column take."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def with_(self, cell: Segment) -> Column:
        """As broad as it and a cell are together."""
        return Column(min(self.left, cell.left), max(self.right, cell.right))


class Part(NamedTuple):
    """A cell: its lines, the first column that it stands in, from 1, and how many it takes.

    label: the words of a cell above that reaches down to here
    """

    lines: Sequence[Line]
    column: int
    columns: int = 1
    head: bool = False
    label: str = ""

    @property
    def text(self) -> str:
        return " ".join(segment.text.strip() for line in self.lines for segment in line)


Row = list[Part]


# Asked of each cell again and again.
@lru_cache(maxsize=4096)
def is_figure(text: str) -> bool:
    """Whether a cell shows a figure."""
    text = text.strip()
    return is_number(text) and UNIT.match(text) is None


def lines_of(segments: Sequence[Segment]) -> list[Line]:
    """Segments as they stand side by side, from the top, each line from the left."""
    lines: list[Line] = []
    for segment in sorted(segments, key=lambda segment: -segment.base):
        if lines and lines[-1][0].base - segment.base < LEVEL * max(segment.size, 1):
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return [sorted(line) for line in lines]


def columns(lines: Sequence[Line]) -> list[Column]:
    """The columns of a table: figures that overlap stand in one, and words where they lie over one only."""
    body = [line for line in lines if len(line) > 1 and any(is_figure(segment.text) for segment in line)]
    cells = [segment for line in body for segment in line]
    found: list[Column] = []
    for cell in sorted(cell for cell in cells if _is_short(cell)):
        if found and cell.left < found[-1].right:
            found[-1] = found[-1].with_(cell)
        else:
            found.append(Column(cell.left, cell.right))
    for cell in sorted((cell for cell in cells if not _is_short(cell)), key=lambda cell: cell.right - cell.left):
        over = [column for column in found if cell.left < column.right and column.left < cell.right]
        if len(over) < 2:
            wider = over[0].with_(cell) if over else Column(cell.left, cell.right)
            found = sorted([*(column for column in found if column not in over), wider])
    return found


def _is_short(cell: Segment) -> bool:
    """Whether a cell shows a figure, or what stands for one."""
    return is_figure(cell.text) or EMPTY.match(cell.text.strip()) is not None


def parted(line: Line, among: Sequence[Column]) -> Line:
    """A line whose segments that lie over several columns are cut at the blanks between these."""
    found: Line = []
    for segment in line:
        rest = segment
        for before, after in pairwise(among) if rest.blanks else ():
            over = rest.left < before.right and after.left < rest.right
            blanks = (blank for blank in rest.blanks if blank.left < after.left and before.right < blank.right)
            if over and (blank := next(blanks, None)):
                part, rest = rest.cut(blank)
                found.append(part)
        found.append(rest)
    return found


def place(segment: Segment, among: Sequence[Column]) -> tuple[int, int]:
    """The first column that a cell stands in, from 1, and how many it takes."""
    left, right = segment.left, segment.right
    over = [n for n, (begin, end) in enumerate(among, 1) if left < end and begin < right]
    return (over[0], len(over)) if over else (nearest(segment, among), 1)


def nearest(segment: Segment, among: Sequence[Column]) -> int:
    """The column that a segment stands nearest to, from 1."""
    middle = (segment.left + segment.right) / 2
    near = [max(column.left - middle, middle - column.right) for column in among]
    return near.index(min(near)) + 1 if near else 1


class Grid:
    """A table on its way from lines to rows."""

    def __init__(self, segments: Sequence[Segment], rules: Rules) -> None:
        lines = lines_of(segments)
        self.columns = columns(lines)
        self.lines = [parted(line, self.columns) for line in lines]
        self.left = min((segment.left for segment in segments), default=0.0)
        self.right = max((segment.right for segment in segments), default=0.0)
        top = max((segment.base + 2 * segment.size for segment in segments), default=0.0)
        bottom = min((segment.base - segment.size for segment in segments), default=0.0)
        near = Rules(
            [rule for rule in rules.across if bottom <= rule.at <= top and self._reach(rule) > 0],
            [rule for rule in rules.down if rule.start <= top and rule.end >= bottom],
        )
        self.rules = near
        label = self.columns[0].middle if self.columns else self.right
        self.whole = [
            rule.at
            for rule in near.across
            if self._reach(rule) > WHOLE * (self.right - self.left) and rule.start <= label
        ]
        self.rows = list(self._merged())
        self.first = next((number for number, row in enumerate(self.rows) if self._is_body(row)), len(self.rows))

    def _reach(self, rule: Rule) -> float:
        return min(rule.end, self.right) - max(rule.start, self.left)

    def heads(self) -> list[Line]:
        """The lines above the first figures."""
        return [line for row in self.rows[: self.first] for line in row]

    def body(self) -> list[Row]:
        """The rows from the first figures on."""
        rows = [self._row(lines) for lines in self.rows[self.first :]]
        firsts = [self._band(lines[0]) for lines in self.rows[self.first :]]
        bands = [list(band) for _, band in groupby(range(len(rows)), firsts.__getitem__)]
        if len(bands) > 2:
            for band in bands:
                self._reach_down([rows[number] for number in band])
        return rows

    def _band(self, line: Line) -> int:
        """Between which rules a line stands."""
        height = line[0].base + line[0].size / 3
        return sum(at > height for at in self.whole)

    def _merged(self) -> Iterator[list[Line]]:
        """The lines in rows: those between two rules if one can be, else those that overlap or go on."""
        for _, group in groupby(self.lines, self._band):
            band = list(group)
            if self._is_row(band):
                yield band
                continue
            row: list[Line] = []
            for line in band:
                if row and not self._goes_on(row, line):
                    yield row
                    row = []
                row.append(line)
            yield row

    def _is_row(self, band: Sequence[Line]) -> bool:
        """Whether lines can be one row: no column has two figures."""
        figures = [place(segment, self.columns)[0] for line in band for segment in line if is_figure(segment.text)]
        return len(band) == 1 or 0 < len(figures) == len(set(figures))

    def _goes_on(self, row: Sequence[Line], line: Line) -> bool:
        last = row[-1]
        step, size = last[0].base - line[0].base, max(last[0].size, line[0].size, 1)
        taken = {place(segment, self.columns)[0] for one in row for segment in one}
        if step < OVERLAP * size:
            return taken.isdisjoint(place(segment, self.columns)[0] for segment in line)
        alone = [other for other in (last, line) if len(other) == 1 and not is_figure(other[0].text)]
        begins = line[0].text.strip()[:1]
        lead = [other for other in (last, line) if place(other[0], self.columns)[0] == 1]
        return step < CLOSE * size and bool(alone) and len(lead) == 2 and begins.islower()

    def _is_body(self, row: Sequence[Line]) -> bool:
        cells = sorted(segment for line in row for segment in line if not EMPTY.match(segment.text.strip()))
        beside = [cell for cell in cells if place(cell, self.columns)[0] > 1] or cells[1:]
        figures = sum(is_figure(cell.text) for cell in beside)
        return len(cells) > 1 and figures * 2 >= len(beside) and figures > 0

    def _row(self, lines: Sequence[Line]) -> Row:
        held: dict[int, tuple[list[Line], int]] = {}
        for line in lines:
            own: dict[int, Line] = {}
            for segment in line:
                column, span = place(segment, self.columns)
                held.setdefault(column, ([], span))
                own.setdefault(column, []).append(segment)
            for column, segments in own.items():
                held[column][0].append(segments)
        return [Part(found, column, span) for column, (found, span) in sorted(held.items())]

    @staticmethod
    def _reach_down(band: Sequence[Row]) -> None:
        """Give rows between two rules the label that stands beside them all, if each has another one."""
        labels = [row[0].text for row in band if row and row[0].column == 1]
        others = [any(part.column == 2 and not is_figure(part.text) for part in row) for row in band]
        if len(band) < 2 or not labels or not all(others):
            return
        for row in band:
            if row[0].column == 1:
                row[0] = row[0]._replace(label=" ".join(labels))
            else:
                row.insert(0, Part((), 1, label=" ".join(labels)))
