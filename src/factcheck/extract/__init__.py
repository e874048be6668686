"""From a file to its claims: the stages in their order, over frozen values.

read → split into documents → cut into passages → recognise → date the document → resolve → quote → assemble
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck import kinds, names, quotes, readers
from factcheck.dates.resolve import resolve
from factcheck.errors import InputError
from factcheck.extract import articles, cells, published, segment
from factcheck.extract.assemble import Words, assemble
from factcheck.extract.attributes import attributed
from factcheck.extract.reading import ReadClaim, ReadDocument, Reading, ReadPassage
from factcheck.extract.voices import voiced
from factcheck.lean.record import dataclass, replace
from factcheck.model import Block, Document, Mention, Passage, Quotation, Role, Source
from factcheck.readers.decode import CrowdError, refuse_crowd
from factcheck.readers.notes import Notes
from factcheck.text import Lines, Span, lines_of
from factcheck.text.stem import stems
from factcheck.text.tokens import Tokens, tokenise

__all__ = ["ReadClaim", "ReadDocument", "ReadPassage", "Reading", "read_file", "read_source", "read_text"]

# Line ends inside a passage read as spaces; one for one, so that offsets hold.
ONE_LINE = str.maketrans("\r\n\t\u2028\u2029", "     ")


def read_file(path: Path, date: str = "", notes: Notes | None = None, *, whole: bool = False) -> Reading:
    """Read a file and everything in it. `date` is the documents' own date where the caller knows it (EDTF); `whole`
    sets nothing aside, as of a draft.

    Raises InputError where the file cannot be read.
    """
    return read_source(readers.read(path, whole=whole), date, notes)


def read_text(text: str, path: str = "-", suffix: str = ".txt", date: str = "") -> Reading:
    """Read a text that is in no file; `suffix` says how it is marked up."""
    return read_source(readers.read_text(text, suffix, path), date)


def read_source(source: Source, date: str = "", notes: Notes | None = None) -> Reading:
    """Everything in a file that a reader has opened."""
    lines = lines_of(source.text)
    try:
        drafts = [_recognise(source, document) for document in articles.split(source, notes)]
    except CrowdError as error:
        raise InputError(f"{source.path}: {error}") from None
    return Reading(source, tuple(_finish(source, lines, draft) for draft in _dated(drafts, date)))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A document half read: its passages with their tokens and mentions, before it has a date.

    text: the document's visible text on one line, in offsets of its own; cuts: each passage's first and last token
    """

    document: Document
    text: Tokens
    passages: tuple[Passage, ...]
    cuts: tuple[tuple[int, int], ...]
    tokens: tuple[Tokens, ...]
    mentions: tuple[tuple[Mention, ...], ...]


def _recognise(source: Source, document: Document) -> _Draft:
    start, end = document.span
    tokens = tokenise(source.view.text[start:end])
    passages = segment.passages(source, document)
    refuse_crowd(len(passages))
    cuts = tuple(_cut(tokens, passage.span.shift(-start)) for passage in passages)
    pieces = tuple(_piece(tokens, passage.span.shift(-start), cut) for passage, cut in zip(passages, cuts, strict=True))
    mentions = _mentioned(pieces, passages)
    return _Draft(document, tokens, passages, cuts, pieces, mentions)


def _mentioned(pieces: Sequence[Tokens], passages: Sequence[Passage]) -> tuple[tuple[Mention, ...], ...]:
    """The figures of each passage."""
    found, number = [], 0
    for piece, passage in zip(pieces, passages, strict=True):
        found.append(_mentions(piece, passage))
        number += len(found[-1])
        refuse_crowd(number)
    return tuple(found)


def _mentions(piece: Tokens, passage: Passage) -> tuple[Mention, ...]:
    own = kinds.recognise(piece)
    return cells.mentions(piece, own, passage) if passage.role is Role.CELL else own


def _cut(tokens: Tokens, span: Span) -> tuple[int, int]:
    """The tokens of a span, as a half-open range."""
    return bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)


def _piece(tokens: Tokens, span: Span, cut: tuple[int, int]) -> Tokens:
    """A passage's own tokens, in offsets of the passage."""
    first, end = cut
    at = span.start
    return Tokens(
        tokens.text[span.start : span.end].translate(ONE_LINE),
        tokens.words[first:end],
        tokens.lower[first:end],
        tuple([start - at for start in tokens.starts[first:end]]),
        tuple([stop - at for stop in tokens.ends[first:end]]),
    )


def _dated(drafts: Sequence[_Draft], date: str) -> Iterator[_Draft]:
    """Each document with its own date: the caller's, the one stated, or the one its text lets us infer."""
    path = drafts[0].document.path if drafts else ""
    inferred = published.infer_all([tuple(_own(draft)) for draft in drafts], path)
    for draft, own in zip(drafts, inferred, strict=True):
        edtf, basis = _stated(draft.document, date) or (own.edtf, own.basis)
        yield replace(draft, document=replace(draft.document, published=edtf, published_basis=basis))


def _own(draft: _Draft) -> Iterator[tuple[Tokens, tuple[Mention, ...]]]:
    """The passages of a document by which it may be dated: what stands around an article has dates of its own."""
    for passage, tokens, mentions in zip(draft.passages, draft.tokens, draft.mentions, strict=True):
        if passage.role is not Role.ASIDE:
            yield tokens, mentions


def _stated(document: Document, date: str) -> tuple[str, str] | None:
    """The date that the caller or the document's file gives, in EDTF, and which of them does."""
    stated = published.normal(document.published) if document.published else ""
    if date:
        return date, "given by the caller"
    return (stated, document.published_basis) if stated else None


def _finish(source: Source, lines: Lines, draft: _Draft) -> ReadDocument:
    """The claims of a document whose date is known."""
    headed = [cells.headed(passage) for passage in draft.passages]
    mentions = resolve(tuple(zip(draft.tokens, draft.mentions, strict=True)), draft.document.published, headed)
    passages = tuple(
        ReadPassage(passage, tokens.text, stems(tokens))
        for passage, tokens in zip(draft.passages, draft.tokens, strict=True)
    )
    known = names.find(draft.text)
    said = quotes.find(draft.text, _blocks(source, draft.document.span), known)
    words = Words(passages, draft.tokens, tuple(first for first, _ in draft.cuts), draft.text)
    spoken = [*(_shifted(q, draft.document.span.start) for q in said), *voiced(source.voices, draft.passages)]
    claims = assemble(source, draft.document, lines, words, mentions, spoken, known)
    attributes = attributed(source, draft.document, lines, words, known, mentions)
    return ReadDocument(draft.document, passages, claims, attributes)


def _blocks(source: Source, span: Span) -> list[Block]:
    """The blocks of a document in its own offsets."""
    return [replace(b, span=b.span.shift(-span.start)) for b in source.blocks if span.covers(b.span)]


def _shifted(quotation: Quotation, by: int) -> Quotation:
    return replace(quotation, span=quotation.span.shift(by))
