"""Turns the characters of a page into segments of lines: the upright ones, in their order, cut at gaps and rules."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double, c_float, c_void_p
from math import atan2, degrees, hypot
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from factcheck.readers.pdf.pages import HYPHEN, Page, Segment, Stretch

# Fonts of TeX without a map to Unicode: ff, fi, fl, ffi, ffl in T1 and in OT1 encoding.
LETTERS = ("ff", "fi", "fl", "ffi", "ffl")
LIGATURES = {first + number: pair for first in (0x1B, 0x0B) for number, pair in enumerate(LETTERS)}
HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})
# In em: a wider gap parts columns or cells, a higher jump lines, a step back so far begins another.
GAP, JUMP, STEP_BACK = 1.2, 0.8, 2.0
# Against the largest letters of a line: how small and how high a raised one is.
SMALL, HIGH = 0.85, 0.12
# A rule is so thin and so long; of a drawing with more parts than this, none is looked at.
THIN, LONG, MOST_OBJECTS = 2.5, 4.0, 4000
TURNS = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


class Glyph(NamedTuple):
    """A character with its place: text "" is a gap that the library has seen; angle as it is turned."""

    number: int
    text: str
    left: float = 0
    right: float = 0
    base: float = 0
    size: float = 0
    angle: int = 0


Rule = tuple[float, float, float]
# As a number: only whether it is the same as before is of interest, for every character of the file.
pdfium.FPDFText_GetTextObject.restype = c_void_p


def read_page(document: Any, index: int, label: str) -> Page:
    """A page; one that cannot be read is empty."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Page(index + 1, label, 0, ())
    try:
        # Before the text is loaded: turned pages come out with their words scrambled.
        pdfium.FPDFPage_SetRotation(page, 0)
        text = pdfium.FPDFText_LoadPage(page)
        glyphs = list(_glyphs(text)) if text else []
        if text:
            pdfium.FPDFText_ClosePage(text)
        return _page(page, index + 1, label, glyphs)
    finally:
        pdfium.FPDF_ClosePage(page)


def _page(page: Any, number: int, label: str, glyphs: Sequence[Glyph]) -> Page:
    angle = Counter(glyph.angle for glyph in glyphs if glyph.text.strip()).most_common(1)
    upright = angle[0][0] if angle else 0
    rules, pictured = _objects(page, upright)
    lines = _lines([glyph for glyph in glyphs if not glyph.text or glyph.angle == upright], rules)
    shown = "".join(glyph.text for glyph in glyphs)
    strange = sum(char == "\ufffd" or unicodedata.category(char) == "Co" for char in shown)
    height = pdfium.FPDF_GetPageHeightF(page) if upright in (0, 180) else pdfium.FPDF_GetPageWidthF(page)
    segments = [_segment(line) for line in lines]
    return Page(number, label, height, segments, len(shown.replace(" ", "")), strange, pictured)


def _glyphs(text: Any) -> Iterator[Glyph]:
    """The characters of a page, turned upright by their own angle. The library is asked as seldom as can be."""
    x, y = c_double(), c_double()
    rx, ry = byref(x), byref(y)
    known: dict[int, tuple[float, int]] = {}
    unicode_of, origin_of, box_of, object_of = (
        pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetTextObject,
    )  # fmt: skip
    box = pdfium.FS_RECTF()
    rbox = byref(box)
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = unicode_of(text, index)
        if code in (10, 13, 32) and pdfium.FPDFText_IsGenerated(text, index) == 1:
            yield Glyph(index, " " if code == 32 else "")
            continue
        key = object_of(text, index) or 0
        if key not in known:
            known[key] = _look(text, index)
        size, angle = known[key]
        origin_of(text, index, rx, ry)
        box_of(text, index, rbox)
        if angle == 0:
            yield Glyph(index, _shown(code), box.left, box.right, y.value, size, 0)
        elif angle in TURNS:
            a, b, c, d = TURNS[angle]
            left, right = sorted((a * box.left + b * box.bottom, a * box.right + b * box.top))
            yield Glyph(index, _shown(code), left, right, c * x.value + d * y.value, size, angle)
        else:
            yield Glyph(index, _shown(code), angle=angle)


def _look(text: Any, index: int) -> tuple[float, int]:
    """The size of a character as drawn, and the angle by which it is turned, to the nearest degree."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text, index, byref(matrix)):
        return 0.0, 0
    size = pdfium.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
    return size, round(degrees(atan2(matrix.b, matrix.a))) % 360


def _shown(code: int) -> str:
    """What a code of a font stands for."""
    if code in LIGATURES:
        return LIGATURES[code]
    if code in HYPHENS:
        return HYPHEN
    if 0xFB00 <= code <= 0xFB06:
        letters: str = unicodedata.normalize("NFKC", chr(code))
        return letters
    return chr(code) if 32 <= code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"


def _objects(page: Any, angle: int) -> tuple[list[Rule], bool]:
    """The upright rules of a page, turned as its text is, and whether it shows a picture."""
    rules: list[Rule] = []
    pictured = False
    a, b, c, d = TURNS.get(angle, TURNS[0])
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        entry = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(entry)
        pictured = pictured or kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
        if kind == pdfium.FPDF_PAGEOBJ_PATH and pdfium.FPDFPageObj_GetBounds(
            entry, byref(left), byref(bottom), byref(right), byref(top)
        ):
            xs = sorted((a * left.value + b * bottom.value, a * right.value + b * top.value))
            ys = sorted((c * left.value + d * bottom.value, c * right.value + d * top.value))
            if xs[1] - xs[0] < THIN and ys[1] - ys[0] > LONG:
                rules.append((sum(xs) / 2, ys[0], ys[1]))
            elif ys[1] - ys[0] > LONG:
                rules += [(x, ys[0], ys[1]) for x in xs]
    return rules, pictured


def _lines(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> Iterator[list[Glyph]]:
    """The characters that stand together."""
    line: list[Glyph] = []
    last: Glyph | None = None
    ended = False
    for glyph in glyphs:
        if not glyph.size:
            ended = ended or not glyph.text
            if glyph.text and line:
                line.append(glyph)
            continue
        if last is not None and line and (_parted(last, glyph, rules) or (ended and _moved(last, glyph))):
            yield line
            line = []
        ended = False
        line.append(glyph)
        if glyph.text.strip():
            last = glyph
    if line:
        yield line


def _moved(before: Glyph, after: Glyph) -> bool:
    """Whether what follows an end of line that the library has seen is more than a raised mark behind a word."""
    em = max(before.size, after.size)
    return abs(after.base - before.base) > em / 2 or not -em / 3 < after.left - before.right < em


def _parted(before: Glyph, after: Glyph, rules: Sequence[Rule]) -> bool:
    """Whether two characters that follow each other stand apart."""
    em = max(before.size, after.size)
    if abs(after.base - before.base) > JUMP * em or after.left < before.left - STEP_BACK * em:
        return True
    gap = after.left - before.right
    if gap > GAP * em:
        return True
    return gap > 0.15 * em and any(
        before.right - 1 <= x <= after.left + 1 and bottom <= after.base + em / 2 <= top + em
        for x, bottom, top in rules
    )


def _segment(line: Sequence[Glyph]) -> Segment:
    """A line with its raised parts told apart from those on its baseline."""
    solid = [glyph for glyph in line if glyph.size and glyph.text.strip()] or [g for g in line if g.size]
    size = max((glyph.size for glyph in solid), default=0.0)
    base = next((glyph.base for glyph in solid if glyph.size == size), 0.0)
    stretches: list[Stretch] = []
    for glyph in line:
        raised = bool(glyph.size) and glyph.size < SMALL * size and glyph.base > base + HIGH * size
        last = stretches[-1] if stretches else None
        goes_on = last is not None and last.first + len(last.text) == glyph.number and len(glyph.text) == 1
        if last is not None and goes_on and (last.raised == raised or not glyph.size):
            stretches[-1] = last._replace(text=last.text + glyph.text)
        else:
            stretches.append(Stretch(glyph.text, glyph.number, raised))
    left = min((glyph.left for glyph in solid), default=0.0)
    right = max((glyph.right for glyph in solid), default=0.0)
    return Segment(round(left, 2), round(right, 2), round(base, 2), round(size, 2), stretches)
