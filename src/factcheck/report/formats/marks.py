"""Marks the words of findings in a text, each a link to its finding; a quotation is marked round its figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.lean.record import NamedTuple
from factcheck.model import Finding, Kind, Source
from factcheck.report.formats.page import foreign, shown
from factcheck.text import Span


class Mark(NamedTuple):
    """Words of the visible text and the finding they lead to, by its number; look: its verdict."""

    span: Span
    number: int
    look: str
    quoted: bool
    label: str


class Marked(NamedTuple):
    """The marks of a text by place, the outer ones first, and the mark that stands for each finding's number."""

    marks: tuple[Mark, ...]
    stands_for: Mapping[int, int]


def marked(source: Source, findings: Iterable[tuple[int, Finding]]) -> Marked:
    """The marks of numbered findings. Words that are marked already, or begin in a mark and end outside, get none:
    that mark stands for them."""
    kept: list[Mark] = []
    open_marks: list[Mark] = []
    stands_for: dict[int, int] = {}
    found = (_mark(source, number, finding) for number, finding in findings)
    for mark in sorted(found, key=lambda mark: (mark.span.start, -mark.span.end, not mark.quoted, mark.number)):
        while open_marks and open_marks[-1].span.end <= mark.span.start:
            open_marks.pop()
        around = open_marks[-1] if open_marks else None
        if around and not (around.quoted and around.span.covers(mark.span) and around.span != mark.span):
            stands_for[mark.number] = around.number
        elif mark.span.start < mark.span.end:
            stands_for[mark.number] = mark.number
            kept.append(mark)
            open_marks.append(mark)
    return Marked(tuple(kept), stands_for)


def _mark(source: Source, number: int, finding: Finding) -> Mark:
    span, view = finding.claim.span, source.view
    start = view.seen(span.start)
    seen = Span(start, max(start, view.seen(span.end - 1) + 1 if view.pieces else span.end))
    quoted = finding.claim.kind is Kind.QUOTE
    label = f"{finding.rule} {finding.verdict.value}" if finding.rule else finding.verdict.value
    return Mark(seen, number, finding.verdict.value, quoted, label)


class Inked:
    """The markup of any part of a text with its marks; a mark that goes on into another part has its anchor once."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self.text, self.marks = text, marks
        self._starts = [mark.span.start for mark in marks]
        self._longest = max((mark.span.end - mark.span.start for mark in marks), default=0)
        self._anchored: set[int] = set()

    def __call__(self, part: Span) -> str:
        first = bisect_left(self._starts, part.start - self._longest)
        last = bisect_left(self._starts, part.end)
        marks = [mark for mark in self.marks[first:last] if mark.span.overlaps(part)]
        return "".join(self._walk(part, marks))

    def _walk(self, part: Span, marks: Sequence[Mark]) -> Iterator[str]:
        at = part.start
        for mark in marks:
            span = Span(max(mark.span.start, part.start), min(mark.span.end, part.end))
            if span.start < at:
                continue  # it stands in the mark before, which has written it
            yield self._plain(Span(at, span.start))
            if mark.quoted:
                inner = [other for other in marks if other is not mark and other.span.overlaps(span)]
                yield f'<q class="{mark.look}">{self._link(mark, "❝")}'
                yield from self._walk(span, inner)
                yield "</q>"
            else:
                yield self._link(mark, foreign(self.text[span.start : span.end]))
            at = span.end
        yield self._plain(Span(at, part.end))

    def _plain(self, span: Span) -> str:
        return shown(self.text[span.start : span.end])

    def _link(self, mark: Mark, words: str) -> str:
        anchor = "" if mark.number in self._anchored else f' id="m{mark.number}"'
        self._anchored.add(mark.number)
        label = f' aria-label="quotation: {mark.label}"' if mark.quoted else f' title="{mark.label}"'
        return f'<a class="{mark.look}"{anchor} href="#f{mark.number}"{label}>{words}</a>'
