"""A text: spans of it, what is visible of a marked-up file, and the way back to the file's own offsets."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple, dataclass

LINE_END = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """A half-open range of code points: `text[start:end]`."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether another span lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Position(NamedTuple):
    """Line and column as editors count them: both from 1, the column in code points."""

    line: int
    column: int


class Lines:
    """Finds the line and column of an offset. Lines end at LF, CR LF or CR."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(end.end() for end in LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)


@lru_cache(maxsize=8)
def lines_of(text: str) -> Lines:
    """The lines of a text, which are looked for once however many stages ask."""
    return Lines(text)


class Piece(NamedTuple):
    """A run of visible text and the range of the file it stands for.

    A run as long as its range maps character by character; any other stands for its range as a whole, as "é" does for
    `&eacute;`.
    """

    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class View:
    """The text that a reader of the file sees, with the place in the file of each of its characters.

    `text` is what the stages work on. `pieces` tile it in order; empty where the visible text is the file's own text,
    character for character.
    """

    text: str
    pieces: tuple[Piece, ...] = ()

    def origin(self, span: Span) -> Span:
        """The span of the file that a span of the visible text came from; an empty one stays where it points."""
        if not self.pieces:
            return span
        start, end = self._place(span.start)
        return Span(start, self._place(span.end - 1)[1] if span.start < span.end else min(start, end))

    def seen(self, offset: int) -> int:
        """The visible character that an offset of the file shows, or the next one."""
        if not self.pieces:
            return offset
        index = max(0, bisect_right(self.pieces, offset, key=_start) - 1)
        at, start, end = self.pieces[index]
        limit = self._limit(index)
        if offset >= end:
            return limit
        return at + max(0, offset - start) if limit - at == end - start else at

    def _place(self, offset: int) -> Span:
        """The range of the file behind one visible character."""
        index = bisect_right(self.pieces, offset, key=_at) - 1
        at, start, end = self.pieces[index]
        limit = self._limit(index)
        if offset >= limit:
            return Span(end, end)
        return Span(start + offset - at, start + offset - at + 1) if limit - at == end - start else Span(start, end)

    def _limit(self, index: int) -> int:
        """Where the visible text of a piece ends."""
        return self.pieces[index + 1].at if index + 1 < len(self.pieces) else len(self.text)


def _start(piece: Piece) -> int:
    return piece.start


def _at(piece: Piece) -> int:
    return piece.at
