"""Splits a file into its documents, and reads off each what it says of itself: title, author, publisher."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePath
from typing import Any, NamedTuple

from factcheck.model import Block, Document, Role, Source
from factcheck.notes import Note, Notes
from factcheck.readers.credits import employer, first_appeared, is_closing, opens_with_masthead
from factcheck.readers.shape import byline, dateline, is_headline, is_prose, is_title
from factcheck.text import LINE_END, Span

# How many paragraphs may stand between a title and the first that reads as running text, as addressees do.
LONGEST_PREAMBLE = 25


class Opening(NamedTuple):
    """How an article opens: the places of its first block, its title and its body among the blocks, and its signs."""

    start: int
    title: int
    body: int
    repeated: bool
    author: str
    dateline: bool


class Page(NamedTuple):
    """The paragraphs and headings of a file with their texts."""

    text: str
    blocks: Sequence[Block]
    texts: Sequence[str]


def split(source: Source, notes: Notes | None = None) -> tuple[Document, ...]:
    """The documents of a file, in order; a file that shows no seams is one document.

    `published` stays empty unless the file's markup or the notes state it. Raises ConfigError where a note does not
    fit the file.
    """
    stated = notes.of(source.path) if notes else ()
    page = _page(source)
    openings = _noted(source, page, notes, stated) if notes else []
    openings = openings or _openings(page)
    bounds = [0, *(page.blocks[opening.start].span.start for opening in openings[1:]), len(source.view.text)]
    documents = [
        _document(source, page, openings[index] if openings else None, index, Span(start, end))
        for index, (start, end) in enumerate(pairwise(bounds))
    ]
    return tuple(_annotated(source, documents, notes, stated)) if notes else tuple(documents)


def _page(source: Source) -> Page:
    text = source.view.text
    blocks = [block for block in source.blocks if block.role in (Role.PROSE, Role.HEADING)]
    return Page(text, blocks, [text[block.span.start : block.span.end] for block in blocks])


def _openings(page: Page) -> list[Opening]:
    """Where articles open. The first shows how this file opens its articles; later ones must open in the same way."""
    if not page.blocks:
        return []
    first = _opening(page, 1 if len(page.texts) > 2 and opens_with_masthead(*page.texts[:2]) else 0)
    found = [first._replace(start=0)]
    index = first.body
    while index < len(page.blocks) - 1:
        opening = _opening(page, index)
        if _opens_alike(page, first, opening):
            found.append(opening)
        index = opening.body if found[-1] is opening else index + 1
    return found


def _opening(page: Page, index: int) -> Opening:
    """What an article that opened at this block would show."""
    texts = page.texts[index : index + 5]
    repeated = len(texts) > 1 and _flat(texts[0]) == _flat(texts[1]) and _is_repeatable(page, index)
    body = 2 if repeated else 1
    author = byline(texts[body]) if len(texts) > body and (repeated or is_title(texts[0])) else ""
    body += bool(author)
    body += bool(author and len(texts) > body and employer(texts[body]))
    dated = len(texts) > body and bool(dateline(texts[body]))
    return Opening(index, index, index + body, repeated, author, dated)


def _is_repeatable(page: Page, index: int) -> bool:
    """Whether a title could stand twice here, be it a sentence: captions are repeated on lines that touch."""
    if not is_headline(page.texts[index].rstrip(".")):
        return False
    before, after = page.blocks[index].span, page.blocks[index + 1].span
    return len(LINE_END.findall(page.text, before.end, after.start)) > 1


def _opens_alike(page: Page, first: Opening, later: Opening) -> bool:
    """Whether a later place opens as the first article does, beyond what the sections of one report would show."""
    if not _has_body(page, later):
        return False
    if first.repeated:
        return later.repeated
    if not is_title(page.texts[later.title]):
        return False
    if first.author:
        return bool(later.author) and (later.dateline or is_closing(page.texts[later.start - 1]))
    return first.dateline and later.dateline and is_headline(page.texts[later.title])


def _has_body(page: Page, opening: Opening) -> bool:
    return any(map(is_prose, page.texts[opening.body : opening.body + LONGEST_PREAMBLE]))


def _noted(source: Source, page: Page, notes: Notes, stated: Sequence[Note]) -> list[Opening]:
    """The openings that notes name by their first lines; where they name any, the text is not searched for others."""
    starts = [block.span.start for block in page.blocks]
    places = []
    for note in stated:
        if note.begins:
            index = bisect_left(starts, _place(source, notes, note))
            if index < len(starts):
                places.append(index)
    openings = [_opening(page, index) for index in sorted(set(places))]
    return openings if not openings or openings[0].start == 0 else [_opening(page, 0), *openings]


def _place(source: Source, notes: Notes, note: Note) -> int:
    """Where the document that a note names begins. Raises ConfigError if no line begins so, or more than one does."""
    text = source.view.text
    at = text.find(note.begins)
    while at > 0 and text[text.rfind("\n", 0, at) + 1 : at].strip(" \t\ufeff"):
        at = text.find(note.begins, at + 1)
    if at < 0:
        raise notes.error(note, f"no line of {source.path} begins with {note.begins!r}")
    return at


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


def _annotated(source: Source, documents: list[Document], notes: Notes, stated: Sequence[Note]) -> list[Document]:
    """The documents with what the notes state of them: first what is stated of all, then of each."""
    for note in sorted(stated, key=lambda note: bool(note.article or note.begins)):
        if note.article > len(documents):
            raise notes.error(
                note, f"{source.path} holds {len(documents)} documents; there is no number {note.article}"
            )
        chosen = _chosen(source, documents, notes, note)
        facts: dict[str, Any] = dict(note.facts)
        if "published" in facts:
            facts["published_basis"] = f"stated in {notes.path.name}, line {note.line}"
        for index in chosen:
            documents[index] = replace(documents[index], **facts)
    return documents


def _chosen(source: Source, documents: Sequence[Document], notes: Notes, note: Note) -> Sequence[int]:
    """The indexes of the documents that a note speaks of."""
    if note.article:
        return (note.article - 1,)
    if not note.begins:
        return range(len(documents))
    place = _place(source, notes, note)
    return [index for index, document in enumerate(documents) if document.span.start <= place < document.span.end]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _trimmed(text: str, span: Span) -> Span:
    """A span without the white space at its end."""
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return Span(span.start, end)


def _title(page: Page, opening: Opening) -> str:
    block, text = page.blocks[opening.title], page.texts[opening.title]
    return _flat(text) if block.role is Role.HEADING or is_title(text.rstrip(".")) else ""


def _publisher(text: str, page: Page, opening: Opening, span: Span) -> str:
    if opening.title > opening.start:
        return _flat(page.texts[opening.start])
    if opening.author and (name := employer(page.texts[opening.body - 1])):
        return _flat(name)
    return _flat(first_appeared(text[max(span.start, span.end - 400) : span.end].rsplit("\n", 1)[-1]))
