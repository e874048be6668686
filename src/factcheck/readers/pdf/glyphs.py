"""Turns the characters of a page into segments of lines: the upright ones, in their order, cut at gaps and rules."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import POINTER, PYFUNCTYPE, byref, c_double, c_int, c_uint, c_ushort, c_void_p, cast, create_string_buffer
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
# A word whose letters are on average so broad may have a gap in it.
BROAD = 0.65
FIGURES_END, FIGURES_BEGIN = frozenset("0123456789%)*"), frozenset("0123456789(+-–−.<>$€£")
# Against the largest letters of a line: how small and how high a raised one is.
SMALL, HIGH = 0.85, 0.12
TURNS = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


class Word(NamedTuple):
    """Characters that are drawn side by side, with their place: text "" is a gap that the library has seen; angle as
    they are turned; number: of the first of them on the page."""

    number: int
    text: str
    left: float = 0
    right: float = 0
    base: float = 0
    size: float = 0
    angle: int = 0


# Blanks and what one code writes as several letters stand for themselves.
WORD = re.compile(r"[^\s\x0b-\x0f\x1b-\x1f\ufb00-\ufb06]+|[\s\S]")
NO_CODE = 0x10FFFF
# What the library writes where it has seen a gap.
ENDS = frozenset("\n\r ")
SURROGATES = re.compile("[\ud800-\udfff]")
# Characters without a meaning: replaced, or of a private use.
STRANGE = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")


def _direct(function: Any, result: type[Any] = c_int) -> Any:
    """A function of the library that is asked again and again, without the checks of what it is given: they cost more
    than its work."""
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
        words = list(_words(text)) if text else []
        if text:
            pdfium.FPDFText_ClosePage(text)
        return _page(page, index + 1, label, words)
    finally:
        pdfium.FPDF_ClosePage(page)


def _page(page: Any, number: int, label: str, words: Sequence[Word]) -> Page:
    angles = Counter[int]()
    for word in words:
        if shown := word.text.strip():
            angles[word.angle] += len(shown)
    upright = angles.most_common(1)[0][0] if angles else 0
    rules, pictured = objects(page, TURNS.get(upright, TURNS[0]))
    lines = _lines([word for word in words if not word.text or word.angle == upright], rules.down)
    text = "".join([word.text for word in words])
    strange = len(STRANGE.findall(text))
    height = pdfium.FPDF_GetPageHeightF(page) if upright in (0, 180) else pdfium.FPDF_GetPageWidthF(page)
    segments = [_segment(line) for line in lines]
    return Page(number, label, height, segments, len(text.replace(" ", "")), strange, pictured, rules)


def _words(text: Any) -> Iterator[Word]:
    """The words of a page, turned upright by their own angle. The library is asked as seldom as can be: what is drawn
    at once has one baseline and hardly ever a gap without a blank, so that the ends of a word tell where it stands."""
    word_of = _Ruler(text).word
    last, last_drawn = Word(0, ""), 0
    for found in WORD.finditer(_codes(text)):
        shown = found[0]
        start, end = found.span()
        if shown in ENDS and IS_GENERATED(text, start) == 1:
            yield Word(start, "" if shown != " " else shown)
            continue
        drawn = OBJECT_OF(text, start) or 0
        if shown == " " and drawn and drawn == last_drawn:
            yield Word(start, shown, last.right, last.right, last.base, last.size, last.angle)
            continue
        if drawn and end > start + 1 and drawn == OBJECT_OF(text, end - 1):
            word = word_of(drawn, start, shown)
            if word.right - word.left < BROAD * word.size * len(shown):
                last, last_drawn = word, drawn
                yield word
                continue
        for at, letter in enumerate(shown, start):
            last_drawn = OBJECT_OF(text, at) or 0
            last = word_of(last_drawn, at, letter)
            yield last


def _codes(text: Any) -> str:
    """The codes of a page, one for each of its characters; asked one by one where the library has not one of each."""
    count = pdfium.FPDFText_CountChars(text)
    units = create_string_buffer(2 * count + 2)
    written = pdfium.FPDFText_GetText(text, 0, count, cast(units, POINTER(c_ushort)))
    codes = units.raw[: 2 * count].decode("utf-16-le", "surrogatepass")
    if written == count + 1 and len(codes) == count and not SURROGATES.search(codes):
        return codes
    return "".join([chr(min(UNICODE_OF(text, index), NO_CODE)) for index in range(count)])


class _Ruler:
    """Measures the words of a page."""

    def __init__(self, text: Any) -> None:
        self.text = text
        self.known: dict[int, tuple[float, int]] = {}
        self.x, self.y = c_double(), c_double()
        self.begin, self.end = pdfium.FS_RECTF(), pdfium.FS_RECTF()
        self.origin = byref(self.x), byref(self.y)
        self.boxes = byref(self.begin), byref(self.end)

    def word(self, drawn: int, first: int, codes: str) -> Word:
        """Some characters as they stand: from the left of the first to the right of the last."""
        if drawn not in self.known:
            self.known[drawn] = _look(self.text, first)
        size, angle = self.known[drawn]
        shown = codes if codes.isascii() and codes.isprintable() else "".join([_shown(ord(code)) for code in codes])
        if angle not in TURNS:
            return Word(first, shown, angle=angle)
        ORIGIN_OF(self.text, first, *self.origin)
        BOX_OF(self.text, first, self.boxes[0])
        BOX_OF(self.text, first + len(codes) - 1, self.boxes[1])
        begin, end = self.begin, self.end
        if angle == 0:
            return Word(first, shown, begin.left, end.right, self.y.value, size)
        a, b, c, d = TURNS[angle]
        ends = [a * x + b * y for box in (begin, end) for x, y in ((box.left, box.bottom), (box.right, box.top))]
        return Word(first, shown, min(ends), max(ends), c * self.x.value + d * self.y.value, size, angle)


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


def _lines(words: Sequence[Word], rules: Sequence[Rule]) -> Iterator[list[Word]]:
    """The characters that stand together."""
    line: list[Word] = []
    last: Word | None = None
    ended = False
    for word in words:
        if not word.size:
            ended = ended or not word.text
            if word.text and line:
                line.append(word)
            continue
        if last is not None and line and (_parted(last, word, rules) or (ended and _moved(last, word))):
            yield line
            line = []
        ended = False
        line.append(word)
        if word.text.strip():
            last = word
    if line:
        yield line


def _moved(before: Word, after: Word) -> bool:
    """Whether what follows an end of line that the library has seen is more than a raised mark behind a word."""
    em = max(before.size, after.size)
    return abs(after.base - before.base) > em / 2 or not -em / 3 < after.left - before.right < em


def _parted(before: Word, after: Word, rules: Sequence[Rule]) -> bool:
    """Whether two characters that follow each other stand apart."""
    em = max(before.size, after.size)
    letter = (before.right - before.left) / len(before.text)
    if abs(after.base - before.base) > JUMP * em or after.left < before.right - letter - STEP_BACK * em:
        return True
    gap = after.left - before.right
    if gap > GAP * em:
        return True
    if gap > FIGURE_GAP * em and before.text[-1:] in FIGURES_END and after.text[:1] in FIGURES_BEGIN:
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


def _segment(line: Sequence[Word]) -> Segment:
    """A line with its raised parts told apart from those on its baseline."""
    shown = [word for word in line if word.size and word.text.strip()]
    solid = shown or [word for word in line if word.size]
    size = max([word.size for word in solid], default=0.0)
    base = next((word.base for word in solid if word.size == size), 0.0)
    left = min([word.left for word in solid], default=0.0)
    right = max([word.right for word in solid], default=0.0)
    stretches = list(_stretches(line, SMALL * size, base + HIGH * size))
    return Segment(round(left, 2), round(right, 2), round(base, 2), round(size, 2), stretches, _blanks(shown, line))


def _stretches(line: Sequence[Word], small: float, high: float) -> Iterator[Stretch]:
    """The parts of a line that are raised, and those that are not: smaller and higher than so."""
    parts: list[str] = []
    first = following = 0
    lifted = False
    for number, text, _, _, base, size, _ in line:
        raised = 0 < size < small and base > high
        if parts and following == number and text not in LETTERS and (raised == lifted or not size):
            parts.append(text)
            following += len(text)
            continue
        if parts:
            yield Stretch("".join(parts), first, lifted)
        parts, first, following, lifted = [text], number, number + len(text), raised
    if parts:
        yield Stretch("".join(parts), first, lifted)


def _blanks(shown: Sequence[Word], line: Sequence[Word]) -> list[Blank]:
    """The wider gaps of a line, between those of its characters that show anything."""
    wide = [(one, other) for one, other in pairwise(shown) if other.left - one.right > BLANK * other.size]
    if not wide:
        return []
    starts = accumulate([len(word.text) for word in line], initial=0)
    at = dict(zip([word.number for word in line], starts, strict=False))
    return [Blank(at[other.number], round(one.right, 2), round(other.left, 2)) for one, other in wide]
