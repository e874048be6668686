"""Reads tables of records: CSV and TSV, by record and field, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Role, Source
from factcheck.readers.canvas import Canvas, Edit
from factcheck.readers.decode import refuse_crowd
from factcheck.readers.heads import Slot, is_number, leads
from factcheck.readers.pen import CELL_GAP
from factcheck.text import Span
from factcheck.text.places import Place, Placed

DELIMITERS = ",;\t|"
# So many records tell how the others are parted.
SAMPLE = 20
LINE_END = re.compile(r"\r\n?|\n")
QUOTED = re.compile(r'[ \t]*"(?P<body>(?:[^"]|"")*+)(?:"|\Z)')
DOUBLED = re.compile(r'""')
# A figure whose comma can only be a decimal sign: "43,8", "1.204,50"; and what stands for what in such a file.
DECIMAL_COMMA = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})*|\d+),\d{1,2}(?![\d.,])")
SIGNS = re.compile(r"(?<=\d)[.,](?=\d)")
ENGLISH = {",": ".", ".": ","}
LONGEST_CELL = 300


class Field(NamedTuple):
    """Where the words of a field stand, without its quotation marks; whether it had any."""

    span: Span
    quoted: bool


Record = list[Field]


def read(text: str, path: str) -> Source:
    """A table of records as a source."""
    delimiter = _delimiter(text)
    refuse_crowd(text.count(delimiter))
    records = [record for record in parse(text, delimiter) if any(span.start < span.end for span, _ in record)]
    comma = delimiter in ";\t" and DECIMAL_COMMA.search(text) is not None
    canvas = Canvas(text)
    places = list(_draw(canvas, records, comma))
    return _with_places(canvas.source(path), places)


def _with_places(source: Source, places: list[Placed]) -> Source:
    from dataclasses import replace

    return replace(source, places=tuple(places))


def _draw(canvas: Canvas, records: Sequence[Record], comma: bool) -> Iterator[Placed]:
    """Draw the records, field by field; where each stands."""
    shown = [[_edited(canvas.file, field, comma) for field in record] for record in records]
    words = [
        [_words(canvas.file, field.span, edits) for field, edits in zip(record, row, strict=True)]
        for record, row in zip(records, shown, strict=True)
    ]
    slots = [[Slot(text, column) for column, text in enumerate(row, 1)] for row in words]
    for number, (record, edits, governed) in enumerate(zip(records, shown, leads(slots), strict=True), 1):
        for column, (field, own, lead) in enumerate(zip(record, edits, governed, strict=True), 1):
            yield Placed(field.span.start, Place(row=number, column=column))
            start = canvas.length
            canvas.edited(*field.span, own)
            long = canvas.length - start > LONGEST_CELL
            if lead or long:
                if long:
                    canvas.block(start, Role.PROSE)
                else:
                    canvas.block(start, Role.CELL, 0, lead if any(lead) else (), row=number)
            canvas.gap(field.span.end, CELL_GAP)
        canvas.gap(record[-1].span.end, "\n")


def _edited(text: str, field: Field, comma: bool) -> list[Edit]:
    """What of a field is not seen as it stands: doubled quotation marks, the signs of a file with decimal commas."""
    start, end = field.span
    if field.quoted:
        return [Edit(*found.span(), '"') for found in DOUBLED.finditer(text, start, end)]
    if comma and is_number(text[start:end]):
        return [Edit(*found.span(), ENGLISH[found[0]]) for found in SIGNS.finditer(text, start, end)]
    return []


def _words(text: str, span: Span, edits: Sequence[Edit]) -> str:
    parts, at = [], span.start
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return " ".join("".join([*parts, text[at : span.end]]).split())


def _delimiter(text: str) -> str:
    """The sign that parts the first records most evenly, and into most fields."""

    def evenness(delimiter: str) -> tuple[float, int]:
        counts = [len(record) for _, record in zip(range(SAMPLE), parse(text, delimiter), strict=False)]
        most = max(counts, key=counts.count, default=1)
        return (counts.count(most) / len(counts) if most > 1 else 0.0), most

    return max(DELIMITERS, key=evenness)


def parse(text: str, delimiter: str) -> Iterator[Record]:
    """The records of a text (RFC 4180); line feeds may stand within quotation marks."""
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*+")
    at, record = int(text.startswith("\ufeff")), Record()
    while at < len(text):
        quoted = QUOTED.match(text, at)
        body = quoted or plain.match(text, at)
        assert body is not None, "a plain field may be empty"
        record.append(Field(Span(*body.span("body")) if quoted else _bare(text, Span(*body.span())), bool(quoted)))
        rest = plain.match(text, body.end())
        at = rest.end() if rest else body.end()
        if text.startswith(delimiter, at):
            at += 1
            continue
        yield record
        line_end, record = LINE_END.match(text, at), Record()
        at = line_end.end() if line_end else len(text)
    if record:
        yield record


def _bare(text: str, span: Span) -> Span:
    """A field without the blanks around it."""
    body = text[span.start : span.end]
    if not body.strip():
        return Span(span.start, span.start)
    return Span(span.start + len(body) - len(body.lstrip()), span.end - len(body) + len(body.rstrip()))
