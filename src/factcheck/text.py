"""Spans of a text, the visible text of a marked-up file, and the way back to the file's own offsets."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

LINE_END = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """A half-open range of code points: `text[start:end]`."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        """Whether an offset or another span lies wholly inside."""
        if isinstance(other, tuple):
            return bool(self.start <= other[0] and other[1] <= self.end)
        return isinstance(other, int) and self.start <= other < self.end

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


@dataclass(frozen=True, slots=True)
class View:
    """The text that a reader of the file sees, each character with its place in the file.

    `text` is what the stages work on. `starts[i]` and `ends[i]` are the file offsets that visible character i came
    from; both are None where the visible text is the file's own text, character for character.
    """

    text: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def origin(self, span: Span) -> Span:
        """The span of the file that a span of the visible text came from."""
        if self.starts is None or self.ends is None or span.start >= span.end:
            return span
        return Span(self.starts[span.start], self.ends[span.end - 1])
