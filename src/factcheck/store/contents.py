"""Turns a file as it was understood into what a store takes in, numbered from 0."""

from __future__ import annotations

from itertools import count

from factcheck.extract.reading import ReadDocument, Reading
from factcheck.lean.record import replace
from factcheck.model import Document, Role
from factcheck.store.protocol import Contents, StoredClaim, StoredPassage
from factcheck.text import Lines, lines_of


def contents(*readings: Reading) -> Contents:
    """All documents, passages and claims of some files, but for asides. A document comes before its passages, and what
    people are said to be comes after all figures and quotations."""
    documents: dict[int, Document] = {}
    passages: list[StoredPassage] = []
    claims: list[StoredClaim] = []
    roles: list[StoredClaim] = []
    numbers = count()
    for reading in readings:
        lines = lines_of(reading.source.text)
        for read in reading.documents:
            number = next(numbers)
            kept = [place for place, one in enumerate(read.passages) if one.passage.role is not Role.ASIDE]
            documents[number] = replace(read.document, origin=reading.source.view.origin(read.document.span))
            own = {place: _passage(next(numbers), number, place, reading, read, lines) for place in kept}
            passages += own.values()
            for kept_as, found_here in ((claims, read.claims), (roles, read.roles)):
                kept_as += [
                    StoredClaim(c.claim, own[c.passage].id, number, c.first_token, c.last_token)
                    for c in found_here
                    if c.passage in own
                ]
    found = sum(len(read.claims) for reading in readings for read in reading.documents)
    return Contents(documents, passages, [*claims, *roles], found - len(claims))


def _passage(
    number: int, document: int, place: int, reading: Reading, read: ReadDocument, lines: Lines
) -> StoredPassage:
    cut = read.passages[place]
    passage = cut.passage
    span = reading.source.view.origin(passage.span)
    return StoredPassage(
        number, document, passage.paragraph, passage.role, cut.text, cut.stems, passage.headings, passage.lead,
        span, lines.position(span.start).line, reading.source.place(span.start),
    )  # fmt: skip
