"""The process that opens PDF files: it is given bytes, and answers with a line of JSON for the file and each page."""

from __future__ import annotations

import ctypes
import json
import sys
from typing import Any, BinaryIO

import pypdfium2.raw as pdfium

from factcheck.readers.pdf.glyphs import read_page
from factcheck.readers.pdf.pages import packed

# What FPDF_GetLastError tells.
PROBLEMS = {
    pdfium.FPDF_ERR_PASSWORD: "is encrypted and opens with a password only; save it without one",
    pdfium.FPDF_ERR_SECURITY: "is encrypted in a way that cannot be read; save it without a password",
}
DAMAGED = "is damaged or cut off, or no PDF"
# No honest file needs so much.
MOST_MEMORY = 3 << 30
MOST_PAGES = 20_000


def main() -> None:
    """Serve until the other side closes."""
    bound_memory()
    pdfium.FPDF_InitLibrary()
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    while size := source.read(8):
        _read(source.read(int.from_bytes(size, "big")), answers)


def bound_memory() -> None:
    """No file makes this process take more than an honest one needs."""
    try:
        import resource
    except ImportError:  # not on this system
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _read(data: bytes, answers: BinaryIO) -> None:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        _say(answers, {"problem": PROBLEMS.get(pdfium.FPDF_GetLastError(), DAMAGED)})
        return
    try:
        count = min(pdfium.FPDF_GetPageCount(document), MOST_PAGES)
        if count:
            _say(answers, {"pages": count, "title": _meta(document, b"Title")})
        else:
            _say(answers, {"problem": DAMAGED})
        for index in range(count):
            _say(answers, packed(read_page(document, index, _label(document, index))))
    finally:
        pdfium.FPDF_CloseDocument(document)


def _say(answers: BinaryIO, record: Any) -> None:
    answers.write(json.dumps(record).encode() + b"\n")
    answers.flush()


def _meta(document: Any, name: bytes) -> str:
    return _text(lambda buffer, size: pdfium.FPDF_GetMetaText(document, name, buffer, size))


def _label(document: Any, index: int) -> str:
    return _text(lambda buffer, size: pdfium.FPDF_GetPageLabel(document, index, buffer, size))


def _text(ask: Any) -> str:
    """A text of unknown length, as the library hands out its UTF-16."""
    size = ask(None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


if __name__ == "__main__":
    main()
