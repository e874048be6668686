"""Splits a file into its documents, and reads off each what it says of itself: title, author, publisher."""

from __future__ import annotations

from itertools import pairwise
from pathlib import PurePath

from factcheck.extract.articles.annotate import annotated, noted
from factcheck.extract.articles.openings import Opening, Page, flat, openings, page_of
from factcheck.lean.record import replace
from factcheck.model import Document, Role, Source
from factcheck.readers.credits import employer, first_appeared
from factcheck.readers.notes import Notes
from factcheck.readers.shape import is_title
from factcheck.text import Span

__all__ = ["split"]

# How near its end an article says where it appeared first.
TAIL = 400


def split(source: Source, notes: Notes | None = None) -> tuple[Document, ...]:
    """The documents of a file, in order; a file that shows no seams is one document.

    `published` stays empty unless the file's markup or the notes state it. Raises ConfigError where a note does not
    fit the file.
    """
    stated = notes.of(source.path) if notes else ()
    page = page_of(source)
    found = (noted(source, page, notes, stated) if notes else []) or openings(page)
    bounds = [0, *(page.blocks[opening.start].span.start for opening in found[1:]), len(source.view.text)]
    documents = [
        _document(source, page, found[index] if found else None, index, Span(start, end))
        for index, (start, end) in enumerate(pairwise(bounds))
    ]
    return tuple(annotated(source, documents, notes, stated)) if notes else tuple(documents)


def _document(source: Source, page: Page, opening: Opening | None, index: int, span: Span) -> Document:
    stem = PurePath(source.path).stem or source.path
    span = _trimmed(source.view.text, span)
    document = Document(id=f"{stem}#{index + 1}" if index else stem, path=source.path, span=span)
    if opening is not None:
        document = replace(
            document,
            title=_title(page, opening),
            author=opening.author,
            publisher=_publisher(source.view.text, page, opening, span),
        )
    return document if index else _stated_by_itself(document, dict(source.metadata))


def _stated_by_itself(document: Document, metadata: dict[str, str]) -> Document:
    """A document with what the markup of its file states, which is surer than what its text shows."""
    published = metadata.get("date", "")
    return replace(
        document,
        title=metadata.get("title", document.title),
        author=metadata.get("author", document.author),
        publisher=metadata.get("publisher", document.publisher),
        published=published,
        published_basis="stated in the page's own metadata" if published else "",
        url=metadata.get("url", ""),
    )


def _trimmed(text: str, span: Span) -> Span:
    """A span without the white space at its end."""
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return Span(span.start, end)


def _title(page: Page, opening: Opening) -> str:
    block, text = page.blocks[opening.title], page.texts[opening.title]
    return flat(text) if block.role is Role.HEADING or is_title(text.rstrip(".")) else ""


def _publisher(text: str, page: Page, opening: Opening, span: Span) -> str:
    if opening.title > opening.start:
        return flat(page.texts[opening.start])
    if opening.author and (name := employer(page.texts[opening.body - 1])):
        return flat(name)
    return flat(first_appeared(text[max(span.start, span.end - TAIL) : span.end].rsplit("\n", 1)[-1]))
