"""Brings what `sources.toml` states of a file to its documents: where they begin, and their facts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from factcheck.extract.articles.openings import Opening, Page, opening
from factcheck.lean.record import replace
from factcheck.model import Document, Source
from factcheck.readers.notes import Note, Notes
from factcheck.text.wording import counted


def noted(source: Source, page: Page, notes: Notes, stated: Sequence[Note]) -> list[Opening]:
    """The openings that notes name by their first lines; where they name any, the text is not searched for others."""
    starts = [block.span.start for block in page.blocks]
    places = []
    for note in stated:
        if note.begins:
            index = bisect_left(starts, _place(source, notes, note))
            if index < len(starts):
                places.append(index)
    if not places:
        return []
    return [opening(page, index) for index in sorted({0, *places})]


def annotated(source: Source, documents: list[Document], notes: Notes, stated: Sequence[Note]) -> list[Document]:
    """The documents with what the notes state of them: first what is stated of all, then of each."""
    for note in sorted(stated, key=lambda note: bool(note.article or note.begins)):
        if note.article > len(documents):
            raise notes.error(
                note, f"{source.path} holds {counted(len(documents), 'document')}; there is no number {note.article}"
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


def _place(source: Source, notes: Notes, note: Note) -> int:
    """Where the document that a note names begins. Raises ConfigError if no line begins so, or more than one does."""
    text = source.view.text
    at = text.find(note.begins)
    while at > 0 and text[text.rfind("\n", 0, at) + 1 : at].strip(" \t\ufeff"):
        at = text.find(note.begins, at + 1)
    if at < 0:
        raise notes.error(note, f"no line of {source.path} begins with {note.begins!r}")
    return at
