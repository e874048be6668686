"""Collects the visible text of a file and its blocks, with the way back to the file; every reader draws on it."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.lean.record import NamedTuple
from factcheck.model import Block, Role, Source
from factcheck.readers.decode import refuse_crowd
from factcheck.readers.noise import noise
from factcheck.text import Piece, Span, View

BLOCK_GAP = "\n\n"


class Edit(NamedTuple):
    """A range of the file that the reader of the page does not see as it stands, and what he sees instead."""

    start: int
    end: int
    text: str = ""


class Canvas:
    """Visible text, drawn from left to right."""

    def __init__(self, text: str) -> None:
        self.file = text
        self.length = 0
        self.blocks: list[Block] = []
        self._runs: list[str] = []
        self._pieces: list[Piece] = []
        self._cursor = -1

    def keep(self, start: int, end: int) -> None:
        """Show a range of the file as it stands, but for what no reader sees."""
        for edit_start, edit_end, text in noise(self.file, start, end):
            self._copy(start, edit_start)
            self.put(text, edit_start, edit_end)
            start = edit_end
        self._copy(start, end)

    def edited(self, start: int, end: int, edits: Iterable[Edit]) -> None:
        """Show a range with some parts of it replaced or left out; `edits` are in order and apart."""
        for edit in edits:
            self.keep(start, edit.start)
            self.put(edit.text, edit.start, edit.end)
            start = edit.end
        self.keep(start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Show `text` for a range of the file; no text leaves the range out."""
        if text:
            self._pieces.append(Piece(self.length, start, end))
            self._show(text)
            self._cursor = -1

    def gap(self, at: int, text: str = BLOCK_GAP) -> None:
        """Part two blocks by white space that stands for nothing in the file."""
        self.put(text, at, at)

    def block(
        self, start: int, role: Role, level: int = 0, lead: tuple[str, ...] = (), row: int = 0, end: int | None = None
    ) -> None:
        """Note that what was drawn from `start` to `end` (or to now) is a block, if it shows any word or figure."""
        body = self.drawn(start)[: None if end is None else end - start]
        if any(map(str.isalnum, body)):
            left = len(body) - len(body.lstrip())
            self.note(Block(Span(start + left, start + len(body.rstrip())), role, level, lead, row))

    def note(self, block: Block) -> None:
        """Take in a block. Raises CrowdError where there are too many."""
        self.blocks.append(block)
        refuse_crowd(len(self.blocks))

    def drawn(self, start: int) -> str:
        """The visible text from an offset on."""
        runs, length = [], self.length
        for run in reversed(self._runs):
            if length <= start:
                break
            runs.append(run)
            length -= len(run)
        return "".join(reversed(runs))[max(0, start - length) :]

    def source(self, path: str, metadata: Iterable[tuple[str, str]] = (), warnings: Iterable[str] = ()) -> Source:
        """The finished page."""
        view = View("".join(self._runs), tuple(self._pieces) or (Piece(0, 0, 0),))
        return Source(path, self.file, view, tuple(self.blocks), tuple(metadata), tuple(warnings))

    def _copy(self, start: int, end: int) -> None:
        if start >= end:
            return
        if start == self._cursor:
            last = self._pieces[-1]
            self._pieces[-1] = last._replace(end=end)
        else:
            self._pieces.append(Piece(self.length, start, end))
        self._cursor = end
        self._show(self.file[start:end])

    def _show(self, text: str) -> None:
        self._runs.append(text)
        self.length += len(text)
