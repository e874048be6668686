"""A page as its characters lie on it: segments of lines, in the order in which the file has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

# Stands for a hyphen that a line end made.
HYPHEN = "\u00ad"


class Stretch(NamedTuple):
    """Characters of one size on one baseline; first: the number of the first of them on the page."""

    text: str
    first: int
    raised: bool


class Segment(NamedTuple):
    """A line, or as much of it as stands together: from left to right, its baseline, the size of its letters."""

    left: float
    right: float
    base: float
    size: float
    stretches: Sequence[Stretch]

    @property
    def text(self) -> str:
        return "".join(stretch.text for stretch in self.stretches)


class Page(NamedTuple):
    """A page; label: as printed, where the file states labels; strange: characters without a meaning."""

    number: int
    label: str
    height: float
    segments: Sequence[Segment]
    characters: int = 0
    strange: int = 0
    pictured: bool = False

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
    number, label, height, segments, *counts = cells
    return Page(number, label, height, [_segment(segment) for segment in segments], *counts)


def _segment(cells: list[Any]) -> Segment:
    left, right, base, size, stretches = cells
    return Segment(left, right, base, size, [Stretch(*stretch) for stretch in stretches])
