"""Writes the lines of pages as running text: paragraphs over columns and pages, headings, tables, notes behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from statistics import median

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Role
from factcheck.readers.pdf.breaks import Breaks
from factcheck.readers.pdf.grids import Row as TableRow
from factcheck.readers.pdf.pages import Page, Segment, Stretch
from factcheck.readers.pdf.tabulation import Table, pieces
from factcheck.readers.pen import Style
from factcheck.readers.scroll import Cell, Run, Scroll
from factcheck.readers.shape import ITEM, SENTENCE_END
from factcheck.text.places import Place

# Letters of one size differ by less than so many points.
SAME_SIZE = 0.6
# Against the usual step from line to line: a wider one parts paragraphs. In em: an indent that begins one.
STEP, INDENT = 1.28, 0.7
# Against the usual size of letters: headings are so much larger, notes so much smaller.
LARGER, SMALLER = 1.12, 0.93
LONGEST_HEADING = 200
NOTE_MARK = re.compile(r"\s*\d{1,3}\s*\Z")


class Line(NamedTuple):
    """The parts of one line, with the page it stands on."""

    page: int
    parts: Sequence[Segment]

    @property
    def text(self) -> str:
        return " ".join(part.text.strip() for part in self.parts)

    @property
    def size(self) -> float:
        return max(part.size for part in self.parts)

    @property
    def base(self) -> float:
        return self.parts[0].base

    @property
    def left(self) -> float:
        return self.parts[0].left


Paragraph = list[Line]


class Flow:
    """The text of some pages on its way to one scroll.

    open: the paragraph that may go on; waiting: what stands in its way and is written behind it
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.scroll = Scroll()
        self.places = {page.number: Place(page=page.number, label=page.label) for page in pages}
        self.breaks = Breaks(pages)
        letters = Counter[float]()
        for page in pages:
            for segment in page.segments:
                letters[round(segment.size, 1)] += len(segment.text)
        self.size = letters.most_common(1)[0][0] if letters else 0.0
        self.sizes = sorted({size for size in letters if size > LARGER * self.size}, reverse=True)
        self.open: Paragraph = []
        self.waiting: list[partial[None]] = []
        self.notes = 0

    def write(self) -> None:
        """Write all pages; a paragraph that a page breaks goes on on the next."""
        for page in self.pages:
            in_note = False
            for piece in _pieces(page):
                if isinstance(piece, Table):
                    self._later(partial(self._table, page.number, piece.rows))
                    in_note = False
                    continue
                in_note = self._is_note(piece, in_note)
                if in_note:
                    self.waiting.append(partial(self._note, piece))
                else:
                    self._take(piece)
        self._close()

    def _take(self, paragraph: Paragraph) -> None:
        """Go on with the open paragraph, or close it and open this one."""
        if self.open and self._goes_on(self.open[-1], paragraph[0]):
            self.open += paragraph
        else:
            self._close()
            self.open = paragraph

    def _later(self, write: partial[None]) -> None:
        self.waiting.append(write)
        if not self.open or SENTENCE_END.search(self.open[-1].text):
            self._close()

    def _close(self) -> None:
        if self.open:
            self._paragraph(self.open)
        for write in self.waiting:
            write()
        self.open, self.waiting = [], []

    def _goes_on(self, last: Line, line: Line) -> bool:
        """Whether a line goes on with the sentence of the last one, over a column or a page."""
        broken = last.page != line.page or line.base > last.base
        alike = abs(last.size - line.size) < SAME_SIZE and not self._level(last.size)
        if not broken or not alike or ITEM.match(line.text):
            return False
        return SENTENCE_END.search(last.text) is None or line.text[:1].islower()

    def _level(self, size: float) -> int:
        """The level of a heading in letters of this size; 0 for text."""
        rounded = round(size, 1)
        return min(6, self.sizes.index(rounded) + 1) if rounded in self.sizes else 0

    def _is_note(self, paragraph: Paragraph, in_note: bool) -> bool:
        """Whether small print begins with a raised mark, or goes on with such."""
        first = paragraph[0].parts[0]
        if not paragraph[0].size < SMALLER * self.size:
            return False
        return in_note or (first.stretches[0].raised and NOTE_MARK.match(first.stretches[0].text) is not None)

    def _paragraph(self, lines: Paragraph) -> None:
        text = lines[0].text
        level = self._level(lines[0].size)
        if level and sum(len(line.text) for line in lines) < LONGEST_HEADING:
            style = Style(Role.HEADING, level)
        elif marker := ITEM.match(text):
            style = Style(Role.ITEM, 1, self._list_lead())
            lines = [_without(lines[0], marker.end()), *lines[1:]]
        else:
            style = Style()
        self.scroll.paragraph(self._runs(lines), style)

    def _list_lead(self) -> tuple[str, ...]:
        last = self.scroll.blocks[-1] if self.scroll.blocks else None
        return last.lead if last is not None and last.role is Role.ITEM else self.scroll.lead()

    def _note(self, lines: Paragraph) -> None:
        self.notes += lines[0].parts[0].stretches[0].raised
        self.scroll.paragraph(self._runs(lines, f"footnote {self.notes}"), Style())

    def _runs(self, lines: Paragraph, note: str = "") -> Iterator[Run]:
        """The characters of lines as one text, each with its place on its page."""
        for index, line in enumerate(lines):
            where = self.places[line.page]
            where = where._replace(note=note) if note else where
            joint = self.breaks.joint(line.text, lines[index + 1].text) if index + 1 < len(lines) else None
            if joint is None:
                yield from _characters(line, where)
                continue
            runs = list(_characters(line, where))
            yield from runs[:-1]
            if runs:
                kept = runs[-1].text.rstrip()
                yield runs[-1]._replace(text=kept[: len(kept) - joint.dropped])
            yield Run(joint.text)

    def _table(self, page: int, rows: Sequence[TableRow]) -> None:
        where = self.places[page]
        last = self.scroll.last_words()
        cells = [
            [
                Cell(
                    list(self._runs([Line(page, line) for line in part.lines])),
                    where, part.column, part.columns, part.head, part.label,
                )
                for part in row
            ]
            for row in rows
        ]  # fmt: skip
        self.scroll.table(cells, last if last.startswith("Table") or last.endswith(":") else "")


def _pieces(page: Page) -> Iterator[Table | Paragraph]:
    """The tables and paragraphs of a page, as far as they stand in one column."""
    lines: list[Line] = []
    for piece in pieces(page):
        if isinstance(piece, Table):
            yield from _paragraphs(lines)
            yield piece
            lines = []
        elif any(part.text.strip() for part in piece):
            lines.append(Line(page.number, piece))
    yield from _paragraphs(lines)


def _paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    steps = [a.base - b.base for a, b in pairwise(lines) if 0 < a.base - b.base < 4 * a.size]
    usual = median(steps) if steps else 0.0
    paragraph: Paragraph = []
    for line in lines:
        if paragraph and not _runs_on(paragraph, line, usual):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _runs_on(paragraph: Paragraph, line: Line, usual: float) -> bool:
    """Whether a line belongs to the paragraph of the line above."""
    last = paragraph[-1]
    step = last.base - line.base
    if abs(last.size - line.size) >= SAME_SIZE or not 0 < step <= STEP * max(usual, last.size):
        return False
    if ITEM.match(line.text) and not line.text[:1].isalpha():
        return SENTENCE_END.search(last.text) is None and last.text[-1:] != ":" and not ITEM.match(paragraph[0].text)
    indented = line.left - last.left > INDENT * line.size
    return not (indented and SENTENCE_END.search(last.text))


def _characters(line: Line, where: Place) -> Iterator[Run]:
    for number, part in enumerate(line.parts):
        if number:
            yield Run(" ")
        stretches = list(part.stretches)
        while stretches and not stretches[-1].text.strip():
            stretches.pop()
        for place_in_line, stretch in enumerate(stretches):
            text = stretch.text.rstrip() if place_in_line == len(stretches) - 1 else stretch.text
            yield Run(text, line.page, 0, stretch.first, stretch.raised, where)


def _without(line: Line, length: int) -> Line:
    """A line without its first characters."""
    part = line.parts[0]
    stretches: list[Stretch] = []
    for stretch in part.stretches:
        cut = min(length, len(stretch.text))
        length -= cut
        if stretch.text[cut:].strip() or stretches:
            stretches.append(stretch._replace(text=stretch.text[cut:], first=stretch.first + cut))
    return line._replace(parts=[part._replace(stretches=stretches or part.stretches), *line.parts[1:]])
