"""Reads PDF files: pages into paragraphs, tables and notes, with pypdfium2, in a process of its own."""

from __future__ import annotations

from factcheck.errors import InputError
from factcheck.model import Source
from factcheck.readers.pdf.flow import Flow
from factcheck.readers.pdf.furniture import without_furniture
from factcheck.readers.pdf.pages import Page
from factcheck.readers.pdf.service import pages_of

# Fewer characters than this on a page with a picture: the page is a picture.
FEWEST = 20
# Characters without a meaning, in a hundred, from which on a text is not to be trusted.
STRANGE = 1


def read(data: bytes, path: str) -> Source:
    """A PDF file as a source. Raises InputError where it cannot be read, or needs what is not installed."""
    opened = pages_of(data, path)
    pages = [page for page in opened.pages if not _is_picture(page)]
    if not pages:
        raise InputError(f"{path}: has no text layer; run OCR: ocrmypdf {path} {path}")
    flow = Flow(without_furniture(pages))
    flow.write()
    flow.scroll.warnings += _remarks(opened.pages)
    return flow.scroll.source(path, [("title", opened.title)] if _is_title(opened.title, pages[0]) else ())


def _is_picture(page: Page) -> bool:
    return page.characters < FEWEST and page.pictured


def _remarks(pages: list[Page]) -> list[str]:
    remarks = []
    if blank := [str(page.number) for page in pages if _is_picture(page)]:
        many = "s" if len(blank) > 1 else ""
        remarks.append(f"no text on page{many} {', '.join(blank)} of {len(pages)}; run OCR (ocrmypdf)")
    if sum(page.strange for page in pages) * 100 > STRANGE * sum(page.characters for page in pages):
        remarks.append("unreliable text: many characters have no meaning; run OCR (ocrmypdf --force-ocr)")
    return remarks


def _is_title(title: str, first: Page) -> bool:
    """Whether the title among the file's properties is that of its text; many are left over from a template."""
    words = title.lower().split()
    shown = "".join(first.words().lower().split())
    return len(words) > 1 and "".join(words) in shown
