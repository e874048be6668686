"""Draws the blocks of a page that is marked up line by line: Markdown, reStructuredText, AsciiDoc."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Role
from factcheck.readers.canvas import Canvas, Edit
from factcheck.readers.inline import outermost
from factcheck.text import Span

LINE = re.compile(r"([^\r\n]*)(\r\n?|\n|\Z)")
CELL_GAP = "\t"
LONGEST_LEAD = 300
DEEPEST_LEAD = 3
DEEPEST_LIST = 20
SENTENCE_GAP = re.compile(r"(?<=[.!?])\s+")


def lines(text: str, start: int = 0) -> Iterator[Span]:
    """The lines of a text from an offset on, without their ends."""
    at = start
    while at < len(text):
        line = LINE.match(text, at)
        assert line is not None, "every offset begins a line, be it an empty one"
        yield Span(*line.span(1))
        at = line.end()


class Style(NamedTuple):
    """What the lines of a paragraph are drawn as: a block without its place (see `model.Block`)."""

    role: Role = Role.PROSE
    level: int = 0
    lead: tuple[str, ...] = ()
    row: int = 0


class Pen:
    """Gathers the lines of a paragraph and draws it when it ends."""

    def __init__(self, canvas: Canvas, inline: Callable[[str], list[Edit]]) -> None:
        self.canvas = canvas
        self.inline = inline
        self.style = Style()
        self.pending: list[Span] = []

    def line(self, span: Span, style: Style) -> None:
        """Take in a line; it goes on with the open paragraph if there is one."""
        if not self.pending:
            self.style = style
        self.pending.append(span)

    def flush(self) -> str:
        """Draw the open paragraph; its visible text."""
        if not self.pending:
            return ""
        ranges, self.pending = self.pending, []
        start = self.draw(ranges)
        self.canvas.block(start, *self.style)
        drawn = self.canvas.drawn(start)
        self.canvas.gap(ranges[-1].end)
        return drawn

    def block(self, span: Span, style: Style) -> str:
        """Draw one line as a block of its own."""
        self.flush()
        self.line(span, style)
        return self.flush()

    def draw(self, ranges: list[Span]) -> int:
        """Draw lines as one running text; the offset of the visible text at which it begins."""
        text, start = self.canvas.file, self.canvas.length
        bodies = [text[line.start : line.end] for line in ranges]
        bases = list(accumulate((len(body) + 1 for body in bodies[:-1]), initial=0))

        def place(offset: int) -> int:
            index = bisect_right(bases, offset) - 1
            return min(ranges[index].start + offset - bases[index], ranges[index].end)

        edits = [Edit(place(edit.start), place(edit.end), edit.text) for edit in self.inline("\n".join(bodies))]
        breaks = [Edit(before.end, after.start, "\n") for before, after in pairwise(ranges)]
        self.canvas.edited(ranges[0].start, ranges[-1].end, outermost(edits + breaks) if breaks else edits)
        return start


def last_words(canvas: Canvas) -> str:
    """The end of the last block drawn."""
    if not canvas.blocks:
        return ""
    span = canvas.blocks[-1].span
    return canvas.drawn(max(span.start, span.end - LONGEST_LEAD)).strip()


def list_lead(canvas: Canvas, outer: tuple[str, ...] | None) -> tuple[str, ...]:
    """What a list that begins now hangs on: the sentence before it if that ends in a colon, or the item it stands in.

    outer: the lead of the list around it; None if it stands in none
    """
    last = last_words(canvas)
    if outer is not None:
        return (*outer, last)[-DEEPEST_LEAD:]
    return (SENTENCE_GAP.split(last)[-1],) if last.endswith(":") else ()


class _Level(NamedTuple):
    marker: int
    content: int
    lead: tuple[str, ...]


class Lists:
    """The open lists at a place, by the columns of their markers and contents."""

    def __init__(self) -> None:
        self.levels: list[_Level] = []

    def enter(self, marker: int, content: int, canvas: Canvas) -> Style:
        """The style of an item whose marker and content stand at these columns."""
        while self.levels and self.levels[-1].marker > marker:
            sibling = self.levels.pop()
            if not self.levels or self.levels[-1].content <= marker:
                self.levels.append(sibling._replace(marker=marker))
                break
        if self.levels and (marker < self.levels[-1].content or len(self.levels) == DEEPEST_LIST):
            self.levels[-1] = self.levels[-1]._replace(content=content)
        else:
            lead = list_lead(canvas, self.levels[-1].lead if self.levels else None)
            self.levels.append(_Level(marker, content, lead))
        return self.style()

    def leave(self, column: int) -> None:
        """Close the lists that a line at this column no longer belongs to."""
        while self.levels and column < self.levels[-1].content:
            self.levels.pop()

    def style(self) -> Style:
        """The style of text in the innermost open list; prose where none is open."""
        return Style(Role.ITEM, len(self.levels), self.levels[-1].lead) if self.levels else Style()


class Page:
    """One pass over the lines of a page; `index` is the next line. Each format says what it makes of one."""

    def __init__(self, text: str, inline: Callable[[str], list[Edit]], start: int = 0) -> None:
        self.text = text
        self.canvas = Canvas(text)
        self.pen = Pen(self.canvas, inline)
        self.lines = list(lines(text, start))
        self.lists = Lists()
        self.index = 0

    def read(self) -> None:
        while self.index < len(self.lines):
            self.line(self.next())
        self.pen.flush()

    def next(self) -> Span:
        """The next line, which counts as read then."""
        self.index += 1
        return self.lines[self.index - 1]

    def line(self, line: Span) -> None:
        """Make of a line what the format does."""
        raise NotImplementedError
