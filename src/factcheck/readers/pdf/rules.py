"""Gathers the ruled lines of a page: from strokes, thin bars, and the edges of boxes, turned as its text is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import byref, c_float
from typing import Any

import pypdfium2.raw as pdfium

from factcheck.readers.pdf.pages import Rule, Rules

# A rule is so thin and so long; of a drawing with more parts than this, none is looked at.
THIN, LONG, MOST_OBJECTS = 2.5, 4.0, 4000
# Of a path, so many points are followed; of a page, so many rules are kept.
MOST_POINTS, MOST_RULES = 200, 1500
# Rules no further apart than this are one, and so are those one behind the other with no larger gap.
SAME, GAP = 1.5, 3.0
Matrix = tuple[float, float, float, float]
Point = tuple[float, float]


def objects(page: Any, turn: Matrix) -> tuple[Rules, bool]:
    """The rules of a page, upright as its text, and whether it shows a picture."""
    across: list[Rule] = []
    down: list[Rule] = []
    pictured = False
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        entry = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(entry)
        pictured = pictured or kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            for (x, y), (x2, y2) in _strokes(entry, turn):
                if abs(x - x2) < THIN and abs(y - y2) > LONG:
                    down.append(Rule((x + x2) / 2, min(y, y2), max(y, y2)))
                elif abs(y - y2) < THIN and abs(x - x2) > LONG:
                    across.append(Rule((y + y2) / 2, min(x, x2), max(x, x2)))
    return Rules(_merged(across), _merged(down)), pictured


def _strokes(entry: Any, turn: Matrix) -> Iterator[tuple[Point, Point]]:
    """What a path draws, from point to point; a thin one is one stroke."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not pdfium.FPDFPageObj_GetBounds(entry, byref(left), byref(bottom), byref(right), byref(top)):
        return
    low, high = _turned((left.value, bottom.value), turn), _turned((right.value, top.value), turn)
    if abs(low[0] - high[0]) < THIN or abs(low[1] - high[1]) < THIN:
        yield low, high
        return
    count = pdfium.FPDFPath_CountSegments(entry)
    if count > MOST_POINTS:
        return
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(entry, byref(matrix))
    yield from _straight(entry, count, matrix, turn)


def _straight(entry: Any, count: int, matrix: Any, turn: Matrix) -> Iterator[tuple[Point, Point]]:
    """The straight strokes of a path."""
    x, y = c_float(), c_float()
    began: Point | None = None
    last: Point | None = None
    for number in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(entry, number)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        here = _turned(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            ),
            turn,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            began = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield last, here
        last = here
        if began is not None and pdfium.FPDFPathSegment_GetClose(segment):
            yield here, began


def _turned(point: Point, turn: Matrix) -> Point:
    a, b, c, d = turn
    return a * point[0] + b * point[1], c * point[0] + d * point[1]


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Rules in one line as one, for tables are often drawn cell by cell."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules):
        if lines and rule.at - lines[-1][0].at < SAME:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    merged = [rule for line in lines for rule in _joined(line)]
    return merged if len(merged) <= MOST_RULES else []


def _joined(line: Sequence[Rule]) -> list[Rule]:
    at = round(line[0].at, 1)
    found: list[Rule] = []
    for rule in sorted(line, key=lambda rule: rule.start):
        if found and rule.start <= found[-1].end + GAP:
            found[-1] = Rule(at, found[-1].start, round(max(found[-1].end, rule.end), 1))
        else:
            found.append(Rule(at, round(rule.start, 1), round(rule.end, 1)))
    return found
