"""Documents, passages and claims as rows of the index, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from sys import intern
from typing import Any

from factcheck.model import Claim, Document, Kind, Role
from factcheck.store.frame_cell import packed_frame, packed_place, unpacked_frame, unpacked_place
from factcheck.store.protocol import UNSTATED, FileState, StoredClaim, StoredPassage
from factcheck.text import Span
from factcheck.values import Sort, Value, split_bound

# What SQLite takes and gives: one cell a column, in the order of the names below.
Row = tuple[Any, ...]

# By value: calling an enum takes longer than reading a row.
KINDS = {kind.value: kind for kind in Kind}
ROLES = {role.value: role for role in Role}

FILE = ", ".join(FileState._fields)
DOCUMENT = (
    "number, file, id, title, publisher, author, published, published_basis, url, path, "
    'start, "end", view_start, view_end'
)
PASSAGE = 'number, document, paragraph, role, line, start, "end", headings, lead, text, stems, place'
CLAIM = (
    "number, id, document, passage, kind, text, value, unit, subject, measure, scope, speaker, "
    'line, "column", start, "end", sort, plain, low, high, step, near, mark_start, mark_end, '
    "first_token, last_token, frame, sentence, place, row_head, column_head, speaker_words"
)


def document_row(number: int, file: int, document: Document) -> Row:
    d = document
    about = (number, file, d.id, d.title, d.publisher, d.author, d.published, d.published_basis, d.url, d.path)
    return (*about, *d.origin, *d.span)


def document(row: Row) -> Document:
    _, _, identifier, title, publisher, author, published, basis, url, path, start, end, view_start, view_end = row
    view, origin = Span(view_start, view_end), Span(start, end)
    return Document(identifier, path, view, title, publisher, author, published, basis, url, origin)


def passage_row(passage: StoredPassage, base: int) -> Row:
    p = passage
    # Joined by single spaces, "" included, so that split(" ") restores one stem a token.
    stems = " ".join(p.stems) if p.stems else None
    numbers = (p.id + base, p.document + base, p.paragraph, p.role.value, p.line)
    return (*numbers, *p.span, _packed(p.headings), _packed(p.lead), p.text, stems, packed_place(p.place))


def passage(row: Row) -> StoredPassage:
    number, document, paragraph, role, line, start, end, headings, lead, text, stems, place = row
    # Thousands of passages share their stems, each of which then stands in memory once.
    shared = () if stems is None else tuple(map(intern, stems.split(" ")))
    return StoredPassage(
        number, document, paragraph, ROLES[role], intern(text), shared,
        unpacked(headings), unpacked(lead), Span(start, end), line, unpacked_place(place),
    )  # fmt: skip


def stems_in(cell: str | None) -> frozenset[str]:
    """The stems that a passage has, each once."""
    return frozenset((cell or "").split(" ")) - {""}


def claim_rows(claims: Iterable[StoredClaim], texts: dict[int, str], base: int) -> Iterable[Row]:
    """The rows of one file's claims, numbered from `base`; a sentence that is its passage's text is kept once."""
    for number, (c, passage, document, first, last) in enumerate(claims, base):
        value = c.value
        yield (
            number, c.id, document + base, passage + base, c.kind.value, c.text, value.text, c.unit, c.subject,
            c.measure, c.scope, c.speaker, c.line, c.column, *c.span, value.sort.value,
            None if value.plain in UNSTATED else value.plain, _written(value.low), _written(value.high),
            str(value.step), int(value.near), *c.mark, first, last, packed_frame(c.frame),
            None if c.sentence == texts[passage] else c.sentence, packed_place(c.place), c.row_head, c.column_head,
            c.speaker_words,
        )  # fmt: skip


def claim(row: Row) -> StoredClaim:
    """A claim from its row, followed by its document's id and path and its passage's text.

    Its texts are those of other claims, and its sentence is a passage's: each stands in memory once.
    """
    (
        _, identifier, document, passage, kind, text, value, unit, subject, measure, scope, speaker, line, column,
        start, end, sort, _, low, high, step, near, mark_start, mark_end, first, last, frame, sentence,
        place, row_head, column_head, speaker_words, document_id, path, passage_text,
    ) = row  # fmt: skip
    read = Claim(
        identifier, KINDS[kind], intern(document_id), intern(path), Span(start, end), line, column, intern(text),
        _value(value, sort, low, high, step, near),
        intern(unit), intern(subject), intern(measure), intern(scope), intern(speaker),
        intern(passage_text if sentence is None else sentence), Span(mark_start, mark_end), unpacked_frame(frame),
        unpacked_place(place), row_head, column_head, speaker_words=intern(speaker_words),
    )  # fmt: skip
    return StoredClaim(read, passage, document, first, last)


@lru_cache(maxsize=1 << 14)
def _value(text: str, sort: str, low: str | None, high: str | None, step: str, near: int) -> Value:
    least = _figure(low)
    most = least if high == low else _figure(high)
    return Value(text, Sort(sort), least, most, split_bound(text)[0], _step(step), bool(near))


@lru_cache(maxsize=64)
def _step(text: str) -> Decimal:
    return Decimal(text)


def _written(figure: Decimal | None) -> str | None:
    return None if figure is None else str(figure)


def _figure(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _packed(texts: Sequence[str]) -> str:
    """Several texts as one cell: a JSON array, which SQLite browsers know how to show and to filter by."""
    if not texts:
        return "[]"
    import json

    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1 << 12)
def unpacked(cell: str) -> tuple[str, ...]:
    if cell == "[]":
        return ()
    import json

    return tuple(json.loads(cell))
