"""A page as its characters lie on it: segments of lines, in the order in which the file has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.lean.record import NamedTuple

# Stands for a hyphen that a line end made.
HYPHEN = "\u00ad"


class Stretch(NamedTuple):
    """Characters of one size on one baseline; first: the number of the first of them on the page."""

    text: str
    first: int
    raised: bool


class Blank(NamedTuple):
    """A gap within a segment that may part cells: so many characters stand before it; from where to where it is."""

    at: int
    left: float
    right: float


class Segment(NamedTuple):
    """A line, or as much of it as stands together: from left to right, its baseline, the size of its letters."""

    left: float
    right: float
    base: float
    size: float
    stretches: Sequence[Stretch]
    blanks: Sequence[Blank] = ()

    @property
    def text(self) -> str:
        # Asked of every segment again and again, and nearly all are of one stretch.
        one = len(self.stretches) == 1
        return self.stretches[0].text if one else "".join([stretch.text for stretch in self.stretches])

    def cut(self, blank: Blank) -> tuple[Segment, Segment]:
        """What stands before a blank, and what behind it."""
        before, after, at = [], [], 0
        for stretch in self.stretches:
            part = max(0, min(len(stretch.text), blank.at - at))
            if part:
                before.append(stretch._replace(text=stretch.text[:part]))
            if part < len(stretch.text):
                after.append(stretch._replace(text=stretch.text[part:], first=stretch.first + part))
            at += len(stretch.text)
        right = [Blank(other.at - blank.at, *other[1:]) for other in self.blanks if other.at > blank.at]
        left = [other for other in self.blanks if other.at < blank.at]
        return (
            self._replace(right=blank.left, stretches=before, blanks=left),
            self._replace(left=blank.right, stretches=after, blanks=right),
        )


class Rule(NamedTuple):
    """A ruled line: how high or how far right it runs, and from where to where."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The ruled lines of a page: across it, from the lowest, and down it, from the left."""

    across: Sequence[Rule] = ()
    down: Sequence[Rule] = ()


class Page(NamedTuple):
    """A page; label: as printed, where the file states labels; strange: characters without a meaning."""

    number: int
    label: str
    height: float
    segments: Sequence[Segment]
    characters: int = 0
    strange: int = 0
    pictured: bool = False
    rules: Rules = Rules()

    def words(self) -> str:
        """All that is on it."""
        return " ".join(segment.text for segment in self.segments)


class Opened(NamedTuple):
    """A file as it was opened."""

    title: str
    pages: list[Page]


def packed(page: Page) -> list[Any]:
    """A page as JSON takes it."""
    return list(page)


def unpacked(cells: list[Any]) -> Page:
    """A page from JSON."""
    number, label, height, segments, characters, strange, pictured, (across, down) = cells
    rules = Rules([Rule(*rule) for rule in across], [Rule(*rule) for rule in down])
    return Page(number, label, height, [_segment(cell) for cell in segments], characters, strange, pictured, rules)


def _segment(cells: list[Any]) -> Segment:
    left, right, base, size, stretches, blanks = cells
    parts = [Stretch(*stretch) for stretch in stretches]
    return Segment(left, right, base, size, parts, [Blank(*blank) for blank in blanks])
