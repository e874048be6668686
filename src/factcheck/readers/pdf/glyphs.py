"""Turns the characters of a page into segments of lines: the upright ones, in their order, cut at gaps and rules."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import PYFUNCTYPE, byref, c_double, c_int, c_uint, c_void_p, cast
from itertools import accumulate, pairwise
from math import atan2, degrees, hypot
from typing import Any

import pypdfium2.raw as pdfium

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.readers.pdf.pages import HYPHEN, Blank, Page, Rule, Segment, Stretch
from factcheck.readers.pdf.rules import objects

# Fonts of TeX without a map to Unicode: ff, fi, fl, ffi, ffl in T1 and in OT1 encoding.
LETTERS = ("ff", "fi", "fl", "ffi", "ffl")
LIGATURES = {first + number: pair for first in (0x1B, 0x0B) for number, pair in enumerate(LETTERS)}
HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})
# In em: a wider gap parts columns or cells, a higher jump lines, a step back so far begins another.
GAP, JUMP, STEP_BACK = 1.2, 0.8, 2.0
# Between two figures a gap so wide is no blank between thousands; and one that may part cells, if others bear it out;
# where a rule stands in it, so wide a gap parts them.
FIGURE_GAP, BLANK, RULED_GAP = 0.5, 0.4, 0.15
FIGURES_END, FIGURES_BEGIN = frozenset("0123456789%)*"), frozenset("0123456789(+-–−.<>$€£")
# Against the largest letters of a line: how small and how high a raised one is.
SMALL, HIGH = 0.85, 0.12
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


# Characters without a meaning: replaced, or of a private use.
STRANGE = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")


def _direct(function: Any, result: type[Any] = c_int) -> Any:
    """A function of the library that is asked of every character, without the checks of what it is given: they cost
    more than its work."""
    direct: Any = PYFUNCTYPE(result)(cast(function, c_void_p).value or 0)
    direct.argtypes = None
    return direct


UNICODE_OF = _direct(pdfium.FPDFText_GetUnicode, c_uint)
IS_GENERATED = _direct(pdfium.FPDFText_IsGenerated)
ORIGIN_OF = _direct(pdfium.FPDFText_GetCharOrigin)
BOX_OF = _direct(pdfium.FPDFText_GetLooseCharBox)
# As a number: only whether it is the same as before is of interest.
OBJECT_OF = _direct(pdfium.FPDFText_GetTextObject, c_void_p)


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
    angle = Counter([glyph.angle for glyph in glyphs if glyph.text.strip()]).most_common(1)
    upright = angle[0][0] if angle else 0
    rules, pictured = objects(page, TURNS.get(upright, TURNS[0]))
    lines = _lines([glyph for glyph in glyphs if not glyph.text or glyph.angle == upright], rules.down)
    shown = "".join([glyph.text for glyph in glyphs])
    strange = len(STRANGE.findall(shown))
    height = pdfium.FPDF_GetPageHeightF(page) if upright in (0, 180) else pdfium.FPDF_GetPageWidthF(page)
    segments = [_segment(line) for line in lines]
    return Page(number, label, height, segments, len(shown.replace(" ", "")), strange, pictured, rules)


def _glyphs(text: Any) -> Iterator[Glyph]:
    """The characters of a page, turned upright by their own angle. The library is asked as seldom as can be."""
    x, y = c_double(), c_double()
    rx, ry = byref(x), byref(y)
    known: dict[int, tuple[float, int]] = {}
    shown: dict[int, str] = {}
    box = pdfium.FS_RECTF()
    rbox = byref(box)
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = UNICODE_OF(text, index)
        if code in (10, 13, 32) and IS_GENERATED(text, index) == 1:
            yield Glyph(index, " " if code == 32 else "")
            continue
        if code not in shown:
            shown[code] = _shown(code)
        key = OBJECT_OF(text, index) or 0
        if key not in known:
            known[key] = _look(text, index)
        size, angle = known[key]
        ORIGIN_OF(text, index, rx, ry)
        BOX_OF(text, index, rbox)
        if angle == 0:
            yield Glyph(index, shown[code], box.left, box.right, y.value, size, 0)
        elif angle in TURNS:
            a, b, c, d = TURNS[angle]
            left, right = sorted((a * box.left + b * box.bottom, a * box.right + b * box.top))
            yield Glyph(index, shown[code], left, right, c * x.value + d * y.value, size, angle)
        else:
            yield Glyph(index, shown[code], angle=angle)


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
    if gap > FIGURE_GAP * em and before.text in FIGURES_END and after.text in FIGURES_BEGIN:
        return True
    return gap > RULED_GAP * em and any(
        rule.start <= after.base + em / 2 <= rule.end + em for rule in _between(rules, before.right - 1, after.left + 1)
    )


def _between(rules: Sequence[Rule], left: float, right: float) -> Iterator[Rule]:
    at = bisect_left(rules, left, key=_at)
    while at < len(rules) and rules[at].at <= right:
        yield rules[at]
        at += 1


def _at(rule: Rule) -> float:
    return rule.at


def _segment(line: Sequence[Glyph]) -> Segment:
    """A line with its raised parts told apart from those on its baseline."""
    shown = [glyph for glyph in line if glyph.size and glyph.text.strip()]
    solid = shown or [glyph for glyph in line if glyph.size]
    size = max([glyph.size for glyph in solid], default=0.0)
    base = next((glyph.base for glyph in solid if glyph.size == size), 0.0)
    left = min([glyph.left for glyph in solid], default=0.0)
    right = max([glyph.right for glyph in solid], default=0.0)
    stretches = list(_stretches(line, SMALL * size, base + HIGH * size))
    return Segment(round(left, 2), round(right, 2), round(base, 2), round(size, 2), stretches, _blanks(shown, line))


def _stretches(line: Sequence[Glyph], small: float, high: float) -> Iterator[Stretch]:
    """The parts of a line that are raised, and those that are not: smaller and higher than so."""
    parts: list[str] = []
    first = following = 0
    lifted = False
    for number, text, _, _, base, size, _ in line:
        raised = 0 < size < small and base > high
        if parts and following == number and len(text) == 1 and (raised == lifted or not size):
            parts.append(text)
            following += 1
            continue
        if parts:
            yield Stretch("".join(parts), first, lifted)
        parts, first, following, lifted = [text], number, number + len(text), raised
    if parts:
        yield Stretch("".join(parts), first, lifted)


def _blanks(shown: Sequence[Glyph], line: Sequence[Glyph]) -> list[Blank]:
    """The wider gaps of a line, between those of its characters that show anything."""
    wide = [(one, other) for one, other in pairwise(shown) if other.left - one.right > BLANK * other.size]
    if not wide:
        return []
    starts = accumulate([len(glyph.text) for glyph in line], initial=0)
    at = dict(zip([glyph.number for glyph in line], starts, strict=False))
    return [Blank(at[other.number], round(one.right, 2), round(other.left, 2)) for one, other in wide]
