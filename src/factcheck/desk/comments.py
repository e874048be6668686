"""Puts findings into a copy of a Word file as comments on the exact words, and takes out what it put there before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from factcheck.desk.cut_runs import Cutter, Piece, pieces
from factcheck.desk.remark import remark
from factcheck.desk.word import Element, box, named, opened, outermost
from factcheck.lean.record import NamedTuple
from factcheck.model import Finding, Source
from factcheck.readers.office import docx as reader
from factcheck.readers.office.package import Package, local
from factcheck.report.visible import visible_line

AUTHOR, INITIALS = "factcheck", "fc"
# The marks that a comment has in the text.
MARKS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})


class Comment(NamedTuple):
    """A remark and the pieces of runs that it is about.

    words: those that it is about; note: the note that they stand in, "" for none
    """

    lines: list[str]
    words: str
    pieces: tuple[Piece, ...]
    note: str


class Place(NamedTuple):
    """The runs from which to which a comment reaches; around: what holds its words, where they have no comment."""

    first: Element
    last: Element
    around: str = ""


def annotated(data: bytes, source: Source, findings: Iterable[Finding], now: datetime) -> bytes:
    """A Word file with a comment for each finding; `source` is the same file as read.

    Formatting, tracked changes and the comments of others stay. Word has no comments in notes and text boxes: what is
    said of words there stands at the mark of the note, or where the box hangs, and names them.
    Raises InputError where the file cannot be written, or python-docx is missing.
    """
    document = opened(data, source.path)
    package = Package(data, source.path)
    body: Any = document.element.body
    _take_out(document, body)
    seen = reader.elements(package, package.related("", "officeDocument"), body)
    comments = list(_comments(source, findings))
    cutter = Cutter(seen.runs, (piece for comment in comments for piece in comment.pieces if not comment.note))
    for comment in comments:
        _put(document, comment, _place(comment, seen, cutter), now)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _comments(source: Source, findings: Iterable[Finding]) -> Iterator[Comment]:
    for finding in findings:
        claim = finding.claim
        if found := tuple(pieces(source, claim.span)):
            yield Comment(remark(finding), claim.words, found, source.place(claim.span.start).note)


def _place(comment: Comment, seen: reader.Seen, cutter: Cutter) -> Place:
    if comment.note:
        mark = seen.notes[comment.note]
        return Place(mark, mark, comment.note)
    first, last = cutter.first(comment.pieces[0]), cutter.last(comment.pieces[-1])
    hanging = box(first)
    return Place(first, last) if hanging is None else Place(hanging, hanging, "the text box")


def _put(document: Any, comment: Comment, place: Place, now: datetime) -> None:
    """A comment from one run to another, and behind them, outside of any link or change, the mark that shows it."""
    first, last, around = place
    told = f"“{visible_line(comment.words)}” in {around}: " if around else ""
    added = document.comments.add_comment(told + "\n".join(comment.lines), AUTHOR, INITIALS)
    added._comment_elm.set(named(first, "date"), f"{now:%Y-%m-%dT%H:%M:%SZ}")
    identifier = {named(first, "id"): str(added.comment_id)}
    first.addprevious(first.makeelement(named(first, "commentRangeStart"), identifier))
    end = last.makeelement(named(last, "commentRangeEnd"), identifier)
    last.addnext(end)
    reference = last.makeelement(last.tag)
    reference.append(last.makeelement(named(last, "commentReference"), identifier))
    outermost(end).addnext(reference)


def _take_out(document: Any, body: Element) -> None:
    """Remove the comments that we made before, with their marks: the draft may have been checked and sent already."""
    ours = {str(comment.comment_id): comment for comment in document.comments if comment.author == AUTHOR}
    if not ours:
        return
    for element in [e for e in body.iter() if local(e) in MARKS and e.get(named(e, "id")) in ours]:
        run = element.getparent()
        run.remove(element)
        if local(run) == "r" and all(local(child) == "rPr" for child in run):
            run.getparent().remove(run)
    for comment in ours.values():
        element = comment._comment_elm
        element.getparent().remove(element)
