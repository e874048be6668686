"""A piece of a text in a few rows, with a marker under the words that matter."""

from __future__ import annotations

import unicodedata

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.report.visible import visible
from factcheck.text import Span

# A word with the space before it: where rows may break.
WORD = re.compile(r"\s*\S+")
ELLIPSIS = "…"


class Row(NamedTuple):
    """One row in three parts, the middle one marked, and the marker for the row below; "" where nothing is marked."""

    before: str
    marked: str
    after: str
    marker: str


def excerpt(text: str, mark: Span, width: int, rows: int = 3) -> list[Row]:
    """The rows of `text` around `mark`, each at most `width` columns wide; `rows` of them, more only if the mark is
    longer."""
    start, end = _window(text, mark, width * rows)
    spans = _wrap(text, start, end, max(8, width - 2))
    first = next((i for i, span in enumerate(spans) if mark.start < span.end), 0)
    last = max((i for i, span in enumerate(spans) if span.start < mark.end), default=first)
    begin = max(0, min(first - rows // 3, len(spans) - rows))
    stop = max(last + 1, begin + rows)
    cut = (start > 0 or begin > 0, end < len(text) or stop < len(spans))
    kept = [_row(text, span, mark) for span in spans[begin:stop]]
    return _with_ellipses(kept, *cut)


def cells(text: str) -> int:
    """How many columns a terminal gives to a text (Unicode TR 11: wide and full-width characters take two)."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) or char in "\u200c\u200d\ufe0f" else
        2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )  # fmt: skip


def _window(text: str, mark: Span, reach: int) -> Span:
    """The text around the mark that rows are made of, cut between words: a line may be megabytes long."""
    start, end = max(0, mark.start - reach), min(len(text), mark.end + reach)
    if start:
        start = min(mark.start, text.find(" ", start, mark.start) + 1 or start)
    if end < len(text):
        end = max(mark.end, text.rfind(" ", mark.end, end))
    return Span(start, end)


def _wrap(text: str, start: int, end: int, width: int) -> list[Span]:
    """Rows of whole words; a word longer than a row is cut."""
    spans: list[Span] = []
    row_start, used = start, 0
    for word in WORD.finditer(text, start, end):
        size = cells(visible(word[0]))
        if used and used + size > width:
            spans.append(Span(row_start, word.start()))
            row_start, used = word.end() - len(word[0].lstrip()), 0
            size = cells(visible(word[0].lstrip()))
        while size > width:
            spans.append(Span(row_start, row_start + width))
            row_start += width
            size = cells(visible(text[row_start : word.end()]))
        used += size
    if used:
        spans.append(Span(row_start, end))
    return spans


def _row(text: str, row: Span, mark: Span) -> Row:
    left, right = (min(max(offset, row.start), row.end) for offset in mark)
    before, marked, after = (visible(text[a:b]) for a, b in ((row.start, left), (left, right), (right, row.end)))
    return Row(before, marked, after.rstrip(), " " * cells(before) + "^" * cells(marked) if marked else "")


def _with_ellipses(rows: list[Row], before: bool, after: bool) -> list[Row]:
    if before and rows:
        head = rows[0]
        rows[0] = head._replace(before=ELLIPSIS + head.before, marker=" " + head.marker if head.marker else "")
    if after and rows:
        rows[-1] = rows[-1]._replace(after=rows[-1].after + ELLIPSIS)
    return rows
