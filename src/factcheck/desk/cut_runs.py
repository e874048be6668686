"""Cuts the runs of a Word file at the words of findings, so that a comment can be put round exactly those."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy

from factcheck.desk.word import Element
from factcheck.lean.record import NamedTuple
from factcheck.model import Source
from factcheck.readers.office.docx import written
from factcheck.readers.office.package import local
from factcheck.text import Span

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RunNumber = tuple[int, int]


class Piece(NamedTuple):
    """A part of a run of the file: from which of its characters on, up to which."""

    run: RunNumber
    start: int
    end: int


def pieces(source: Source, span: Span) -> Iterator[Piece]:
    """The parts of runs behind a span of a source's text, in order."""
    anchors = source.anchors
    index = max(0, bisect_right(anchors, span.start, key=lambda anchor: anchor.at) - 1)
    for anchor in anchors[index:]:
        if anchor.at >= span.end:
            return
        start, end = max(span.start, anchor.at), min(span.end, anchor.at + anchor.length)
        if start < end:
            yield Piece((anchor.unit, anchor.run), anchor.first + start - anchor.at, anchor.first + end - anchor.at)


class Cutter:
    """Cuts runs, each once, at every offset that is wanted of it; `first` and `last` then give the parts of a piece."""

    def __init__(self, runs: Mapping[RunNumber, Element], wanted: Iterable[Piece]) -> None:
        cuts: dict[RunNumber, set[int]] = {}
        for piece in wanted:
            cuts.setdefault(piece.run, set()).update((piece.start, piece.end))
        self._parts = {number: _cut(runs[number], sorted(offsets)) for number, offsets in cuts.items()}

    def first(self, piece: Piece) -> Element:
        """The run that begins where a piece does."""
        return self._at(piece.run, piece.start)

    def last(self, piece: Piece) -> Element:
        """The run that ends where a piece does."""
        return self._at(piece.run, piece.end - 1)

    def _at(self, run: RunNumber, offset: int) -> Element:
        parts = self._parts[run]
        return parts[max(0, bisect_right(parts, offset, key=lambda part: part[0]) - 1)][1]


def _cut(run: Element, offsets: Sequence[int]) -> list[tuple[int, Element]]:
    """A run as several that look the same, one from each offset on; each with where it begins."""
    properties = next((child for child in run if local(child) == "rPr"), None)
    parts, current, at = [(0, run)], run, 0
    left = [offset for offset in offsets if offset > 0]
    for child in [child for child in run if child is not properties]:
        if current is not run:
            current.append(child)
        length = len(written(child))
        while left and left[0] < at + length:
            cut = left.pop(0)
            if cut > at and local(child) != "t":
                continue  # what is one sign is not cut
            current = _beside(current, properties)
            parts.append((cut, current))
            child = _divided(child, cut - at, current)
            at, length = cut, len(written(child))
        at += length
    return parts


def _beside(run: Element, properties: Element | None) -> Element:
    """A run of the same look behind another."""
    fresh = run.makeelement(run.tag, dict(run.attrib))
    if properties is not None:
        fresh.append(deepcopy(properties))
    run.addnext(fresh)
    return fresh


def _divided(child: Element, length: int, run: Element) -> Element:
    """Move what a text has beyond some characters into a run; the moved part."""
    if length == 0:
        run.append(child)
        return child
    rest = child.makeelement(child.tag, dict(child.attrib))
    rest.text, child.text = child.text[length:], child.text[:length]
    for text in (child, rest):
        text.set(SPACE, "preserve")
    run.append(rest)
    return rest
