"""Reads e-books: the chapters in the order of the spine, their notes behind them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from factcheck.errors import InputError
from factcheck.lean.record import replace
from factcheck.model import Block, Role, Source
from factcheck.readers import metadata
from factcheck.readers.canvas import Canvas
from factcheck.readers.decode import decode
from factcheck.readers.html import draw
from factcheck.readers.office.package import Package, attribute, child, local
from factcheck.readers.scroll import Scroll
from factcheck.readers.web.asides import Part
from factcheck.text import Span, View
from factcheck.text.places import Place

NOTES = frozenset("footnote endnote rearnote note doc-footnote doc-endnote".split())
# Parts of a book that say nothing, and are set before or behind its text.
FURNITURE = frozenset("titlepage halftitlepage cover toc landmarks loi lot index doc-toc doc-cover doc-index".split())
STATED = {"title": "title", "creator": "author", "publisher": "publisher"}


def read(data: bytes, path: str) -> Source:
    """An e-book as a source. Raises InputError where it is none."""
    package = Package(data, path)
    if "META-INF/encryption.xml" in package.names and "META-INF/rights.xml" in package.names:
        raise InputError(f"{path}: is protected against copying, and cannot be read")
    container = child(package.xml("META-INF/container.xml"), "rootfiles", "rootfile")
    main = attribute(container, "full-path") if container is not None else ""
    root = package.xml(main)
    if root is None:
        raise InputError(f"{path}: is no e-book")
    scroll = Scroll()
    for name in _spine(root, posixpath.dirname(main)):
        _chapter(scroll, decode(package.data(name), path).text)
    stated = child(root, "metadata")
    found = [(STATED[local(e)], e.text or "") for e in (stated if stated is not None else ()) if local(e) in STATED]
    return scroll.source(path, metadata.collect(found))


def _spine(root: Element, folder: str) -> Iterator[str]:
    """The names of the chapters, in reading order."""
    manifest, spine = child(root, "manifest"), child(root, "spine")
    items = {attribute(item, "id"): item for item in (manifest if manifest is not None else ())}
    for entry in spine if spine is not None else ():
        item = items.get(attribute(entry, "idref"))
        if item is not None and attribute(entry, "linear") != "no" and "nav" not in attribute(item, "properties"):
            yield posixpath.normpath(posixpath.join(folder, unquote(attribute(item, "href"))))


def _chapter(scroll: Scroll, text: str) -> None:
    canvas = Canvas(text)
    page = draw(canvas, 0, len(text))
    parts = page.elements.parts()
    furniture = [part.span for part in parts if part.role in FURNITURE]
    blocks = [block for block in canvas.blocks if not any(span.covers(block.span) for span in furniture)]
    if not blocks:
        return
    view = canvas.source("").view.text
    heading = next((block for block in blocks if block.role is Role.HEADING), None)
    chapter = " ".join(view[slice(*heading.span)].split()) if heading else ""
    notes = sorted((part for part in parts if part.role in NOTES), key=lambda part: part.span)
    for place, own in _placed(blocks, notes, Place(chapter=chapter)):
        start, end = own[0].span.start, own[-1].span.end
        moved = tuple(replace(block, span=block.span.shift(-start)) for block in own)
        piece = view[start:end]
        scroll.take(Source("", piece, View(piece), moved), place)


def _placed(blocks: Sequence[Block], notes: Sequence[Part], chapter: Place) -> Iterator[tuple[Place, list[Block]]]:
    """The blocks of a chapter in runs, those of each note apart."""
    last: tuple[Place, list[Block]] = chapter, []
    for block in blocks:
        number = next((n for n, note in enumerate(notes, 1) if _covers(note.span, block.span)), 0)
        place = chapter._replace(note=f"footnote {number}") if number else chapter
        if last[1] and place != last[0]:
            yield last
            last = place, []
        last = place, [*last[1], block]
    if last[1]:
        yield last


def _covers(note: Span, block: Span) -> bool:
    return note.start <= block.start < note.end
