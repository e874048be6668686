"""Builds the text of a file that is no text, with its blocks, its places, and the way back to its characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple, replace
from factcheck.model import Block, Role, Source
from factcheck.readers.canvas import BLOCK_GAP, Canvas
from factcheck.readers.decode import refuse_crowd
from factcheck.readers.heads import Slot, leads
from factcheck.readers.noise import SUSPECT
from factcheck.readers.pen import CELL_GAP, LONGEST_LEAD, SENTENCE_GAP, Style
from factcheck.readers.raised import lifted
from factcheck.text import Span, View
from factcheck.text.places import NO_PLACE, Anchor, Place, Placed

# What no text holds; every one stands for itself, so that offsets hold.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# A longer cell is laid out with the table, not tabulated: it reads as prose.
LONGEST_CELL = 300


class Run(NamedTuple):
    """Characters that stand together in the file: in which page or paragraph, which run of it, from which on.

    place: where they stand, if it is not where the whole paragraph does
    """

    text: str
    unit: int = 0
    run: int = 0
    first: int = 0
    raised: bool = False
    place: Place = NO_PLACE


class Cell(NamedTuple):
    """A cell of a table: what it shows, where it stands, the columns of the grid that it takes.

    label: the words of a cell above that reaches down to here; they count as its text, but stand above alone
    """

    runs: Sequence[Run]
    place: Place
    column: int = 1
    columns: int = 1
    head: bool = False
    label: str = ""

    @property
    def text(self) -> str:
        return self.label or " ".join("".join(run.text for run in self.runs).split())


class Scroll:
    """Text that grows from top to bottom."""

    def __init__(self) -> None:
        self.length = 0
        self.blocks: list[Block] = []
        self.places: list[Placed] = []
        self.anchors: list[Anchor] = []
        self.warnings: list[str] = []
        self._runs: list[str] = []

    def paragraph(self, runs: Iterable[Run], style: Style, place: Place = NO_PLACE) -> None:
        """Write a paragraph as a block of its own."""
        start = self._write(runs, place)
        self._block(start, style)
        self._gap(BLOCK_GAP)

    def prose(self, text: str, place: Place = NO_PLACE, role: Role = Role.PROSE) -> None:
        """Write a paragraph of plain prose."""
        self.paragraph((Run(text),), Style(role), place)

    def table(self, rows: Sequence[Sequence[Cell]], caption: str = "", heads: Sequence[Sequence[Cell]] = ()) -> None:
        """Write a table row by row; each cell knows the heads that govern it, which are no statements themselves.

        heads: rows above that head it, too
        """
        slots = [[Slot(cell.text, cell.column, cell.columns, cell.head) for cell in row] for row in [*heads, *rows]]
        for number, (row, governed) in enumerate(zip(rows, leads(slots, caption)[len(heads) :], strict=True), 1):
            for cell, lead in zip(row, governed, strict=True):
                start = self._write(cell.runs, cell.place)
                long = self.length - start > LONGEST_CELL
                if lead or long:
                    self._block(start, Style() if long else Style(Role.CELL, 0, lead if any(lead) else (), number))
                self._gap(CELL_GAP)
            self._gap("\n")
        self._gap("\n")

    def lead(self) -> tuple[str, ...]:
        """What a list that begins now hangs on: the sentence before it, if that ends in a colon."""
        last = self.last_words()
        return (SENTENCE_GAP.split(last)[-1],) if last.endswith(":") else ()

    def last_words(self) -> str:
        """The end of the last block."""
        if not self.blocks:
            return ""
        span = self.blocks[-1].span
        text = "".join(self._runs[-8:])
        base = self.length - len(text)
        return text[max(0, span.start - base, span.end - base - LONGEST_LEAD) : max(0, span.end - base)]

    def take(self, source: Source, place: Place = NO_PLACE) -> None:
        """Write what another reader has read, as its reader sees it; `place` goes before the places it has."""
        base, text = self.length, source.view.text
        self._place(base, place)
        for at, inner in source.places:
            self._place(base + source.view.seen(at), _joined(place, inner))
        self._show(text)
        self.blocks += [replace(block, span=block.span.shift(base)) for block in source.blocks]
        refuse_crowd(len(self.blocks))
        self.warnings += source.warnings
        self._gap(BLOCK_GAP)

    def source(self, path: str, metadata: Iterable[tuple[str, str]] = ()) -> Source:
        """The finished text."""
        text = "".join(self._runs)
        view, blocks = _seen(text, self.blocks)
        return Source(
            path, text, view, blocks, tuple(metadata), tuple(self.warnings), tuple(self.places), tuple(self.anchors)
        )

    def _write(self, runs: Iterable[Run], place: Place) -> int:
        """Write runs, raised ones as they are understood; the offset at which they begin."""
        start = self.length
        if place != NO_PLACE:
            self._place(start, place)
        for run in runs:
            text = run.text
            if run.place != NO_PLACE:
                self._place(self.length, run.place)
            if run.raised:
                before = "".join(self._runs[-2:])[-8:] if self.length > start else ""
                text = lifted(text.strip(), before, text)
            if text:
                if run.unit:
                    self.anchors.append(Anchor(self.length, len(text), run.unit, run.run, run.first))
                self._show(text)
        return start

    def _place(self, offset: int, place: Place) -> None:
        if self.places and self.places[-1].offset == offset:
            self.places.pop()
        if place != (self.places[-1].place if self.places else NO_PLACE):
            self.places.append(Placed(offset, place))

    def _block(self, start: int, style: Style) -> None:
        parts, length = [], self.length
        for run in reversed(self._runs):
            if length <= start:
                break
            parts.append(run)
            length -= len(run)
        body = "".join(reversed(parts))
        if any(map(str.isalnum, body)):
            left = len(body) - len(body.lstrip())
            self.blocks.append(Block(Span(start + left, start + len(body.rstrip())), *style))
            refuse_crowd(len(self.blocks))

    def _gap(self, text: str) -> None:
        if self.length:
            self._show(text)

    def _show(self, text: str) -> None:
        text = CONTROLS.sub("\ufffd", text)
        self._runs.append(text)
        self.length += len(text)


def _joined(outer: Place, inner: Place) -> Place:
    """A place within a part of the file."""
    return outer._replace(**inner.record())  # type: ignore[arg-type] # each value is of its own field


def _seen(text: str, blocks: Sequence[Block]) -> tuple[View, tuple[Block, ...]]:
    """The text without what no reader sees, and its blocks there."""
    if SUSPECT.search(text) is None:
        return View(text), tuple(blocks)
    canvas, at, moved = Canvas(text), 0, []
    for block in blocks:
        canvas.keep(at, block.span.start)
        start, at = canvas.length, block.span.end
        canvas.keep(block.span.start, at)
        if start < canvas.length:
            moved.append(replace(block, span=Span(start, canvas.length)))
    canvas.keep(at, len(text))
    return canvas.source("").view, tuple(moved)
