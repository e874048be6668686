"""The process that looks words up on the pages of a PDF file and draws the part of the page that holds them."""

from __future__ import annotations

import ctypes
import json
import struct
import sys
import zlib
from base64 import b64encode
from typing import Any

import pypdfium2.raw as pdfium

from factcheck.readers.pdf.worker import bound_memory

Box = tuple[float, float, float, float]
# Pixels for a point, points of page left around the words, and the largest picture in pixels.
SCALE, MARGIN, MOST_PIXELS = 2, 6, 3_000_000
# In heights of a line: what stands further below is another part of the page.
MOST_STEP = 1.5
# How much blue is left where the mark lies: yellow, through which black letters stay black.
MARKED = 110


def main() -> None:
    """Answer one request on standard input with a line of JSON: for each of what is wanted, its lines and picture."""
    bound_memory()
    source = sys.stdin.buffer
    wanted = json.loads(source.read(int.from_bytes(source.read(8), "big")))
    data = source.read()
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    sys.stdout.write(json.dumps([_look(document, *each) if document else ([], "") for each in wanted]))


def _look(document: Any, words: Any, mark: Any, picture: bool) -> tuple[list[Box], str]:
    page = pdfium.FPDF_LoadPage(document, words[0] - 1)
    if not page:
        return [], ""
    try:
        turned = pdfium.FPDFPage_GetRotation(page)
        pdfium.FPDFPage_SetRotation(page, 0)
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            return [], ""
        lines = _boxes(text, words[1])
        marked = _boxes(text, mark[1]) if mark[0] == words[0] else []
        pdfium.FPDFText_ClosePage(text)
        # A turned page would be shown lying on its side.
        drawn = _picture(page, lines, marked) if picture and lines and not turned else b""
        return lines, b64encode(drawn).decode()
    finally:
        pdfium.FPDF_ClosePage(page)


def _boxes(text: Any, runs: Any) -> list[Box]:
    """The boxes of runs of characters, one for each line."""
    boxes: list[Box] = []
    sides = [ctypes.c_double() for _ in range(4)]
    left, top, right, bottom = sides
    for first, count in runs:
        for number in range(pdfium.FPDFText_CountRects(text, first, count)):
            pdfium.FPDFText_GetRect(text, number, *map(ctypes.byref, (left, top, right, bottom)))
            box = (left.value, bottom.value, right.value, top.value)
            if boxes and _on_one_line(boxes[-1], box):
                boxes[-1] = _around([boxes[-1], box])
            else:
                boxes.append(box)
    return boxes


def _on_one_line(before: Box, after: Box) -> bool:
    overlap = min(before[3], after[3]) - max(before[1], after[1])
    return overlap > 0.5 * min(before[3] - before[1], after[3] - after[1]) and after[0] >= before[0]


def _around(boxes: list[Box]) -> Box:
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def _together(lines: list[Box], marked: list[Box]) -> list[Box]:
    """The lines that stand one below the other around the marked words: not those of the next column."""
    found = list(marked[:1]) or lines[:1]
    for line in (*lines, *reversed(lines)):
        low, high = _around(found)[1], _around(found)[3]
        step = MOST_STEP * (line[3] - line[1])
        beside = any(line[0] < other[2] and other[0] < line[2] for other in found)
        if beside and line[1] - high < step and low - line[3] < step and line not in found:
            found.append(line)
    return found


def _picture(page: Any, lines: list[Box], marked: list[Box]) -> bytes:
    """The part of a page around some lines as PNG, b"" where it would be too large."""
    left, bottom, right, top = _around(_together(lines, marked))
    left, bottom, right, top = left - MARGIN, bottom - MARGIN, right + MARGIN, top + MARGIN
    width, height = round((right - left) * SCALE), round((top - bottom) * SCALE)
    if not 0 < width * height <= MOST_PIXELS:
        return b""
    # Where the page begins, which need not be where its coordinates do.
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    whole = ((box.right - box.left) * SCALE, (box.top - box.bottom) * SCALE)
    bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    above, before = (box.top - top) * SCALE, (left - box.left) * SCALE
    pdfium.FPDF_RenderPageBitmap(bitmap, page, round(-before), round(-above), round(whole[0]), round(whole[1]), 0,
                                 pdfium.FPDF_ANNOT)  # fmt: skip
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    pixels = bytearray(ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height))
    pdfium.FPDFBitmap_Destroy(bitmap)
    for box in marked:
        columns = range(max(0, round((box[0] - left) * SCALE)), min(width, round((box[2] - left) * SCALE)))
        for row in range(max(0, round((top - box[3]) * SCALE)), min(height, round((top - box[1]) * SCALE))):
            for column in columns:
                at = row * stride + column * 4
                pixels[at] = min(pixels[at], MARKED)
    return _png(width, height, stride, pixels)


def _png(width: int, height: int, stride: int, pixels: bytearray) -> bytes:
    """Rows of blue, green, red and an empty byte as PNG (ISO/IEC 15948), without a filter."""
    rows = bytearray()
    for row in range(height):
        line = pixels[row * stride : row * stride + width * 4]
        shown = bytearray(width * 3)
        shown[0::3], shown[1::3], shown[2::3] = line[2::4], line[1::4], line[0::4]
        rows += b"\0" + shown
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )


if __name__ == "__main__":
    main()
