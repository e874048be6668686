"""Puts footnotes into a Word file behind the words that a library supports; those that are there already stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from factcheck.desk.cut_runs import Cutter, Piece, pieces
from factcheck.desk.word import Element, box, named, opened
from factcheck.lean.record import NamedTuple
from factcheck.model import Finding, Kind, Source
from factcheck.readers.office import docx as reader
from factcheck.readers.office.package import Package, local
from factcheck.report.footnotes import supported
from factcheck.report.notations import CLOSING, PLAIN
from factcheck.text import Span

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# Without these two, Word takes a file for damaged.
SEPARATORS = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
# What a mark may follow that is part of the text, but holds none of its own.
WRAPPERS = frozenset({"hyperlink", "fldSimple", "smartTag"})


class Wanted(NamedTuple):
    """The words of a note, and the last piece of the words that it goes behind."""

    words: str
    piece: Piece


def noted(data: bytes, source: Source, findings: Iterable[Finding]) -> tuple[bytes, int]:
    """A Word file with a footnote behind each supported figure and quotation, and the number of sources cited.

    Where nothing is to be added the file is the very same. Words in notes and text boxes get none: Word has no notes
    there. Raises InputError where the file cannot be written, or python-docx is missing.
    """
    found = list(supported(findings))
    wanted = list(_wanted(source, found))
    documents = {one.document.id for _, one in found}
    document = opened(data, source.path)
    body: Any = document.element.body
    package = Package(data, source.path)
    seen = reader.elements(package, package.related("", "officeDocument"), body)
    wanted = [note for note in wanted if note.piece.run in seen.runs and box(seen.runs[note.piece.run]) is None]
    notes = _Notes(document)
    cutter = Cutter(seen.runs, (note.piece for note in wanted))
    added = [_put(cutter.last(note.piece), note.words, notes) for note in wanted]
    if not any(added):
        return data, len(documents)
    notes.save()
    written = BytesIO()
    document.save(written)
    return written.getvalue(), len(documents)


def _wanted(source: Source, found: Iterable[tuple[Finding, Any]]) -> Iterator[Wanted]:
    for finding, one in found:
        span = finding.claim.span
        if source.place(span.start).note:
            continue
        if finding.claim.kind is Kind.QUOTE and (closing := CLOSING.match(source.text, span.end)):
            span = Span(span.start, closing.end())
        if parts := list(pieces(source, span)):
            yield Wanted(PLAIN.source(one), parts[-1])


def _put(run: Element, words: str, notes: _Notes) -> bool:
    """A mark behind a run, unless it has a note already: what is cited stays as it is."""
    while local(run.getparent()) in WRAPPERS:
        run = run.getparent()
    following = run.getnext()
    while following is not None and local(following) in ("bookmarkEnd", "commentRangeEnd", "proofErr"):
        following = following.getnext()
    if following is not None and next(following.iter(named(run, "footnoteReference")), None) is not None:
        return False
    tag = named(run, "r")
    mark = run.makeelement(tag)
    properties = mark.makeelement(named(run, "rPr"))
    raised = properties.makeelement(named(run, "vertAlign"), {named(run, "val"): "superscript"})
    properties.append(raised)
    mark.append(properties)
    mark.append(mark.makeelement(named(run, "footnoteReference"), {named(run, "id"): notes.add(words)}))
    run.addnext(mark)
    return True


class _Notes:
    """The part of a file that holds its footnotes, made where there is none."""

    def __init__(self, document: Any) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import parse_xml

        main = document.part
        kinds = (relation for relation in main.rels.values() if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES)
        relation = next(kinds, None)
        if relation is None:
            blob = SEPARATORS.encode()
            self._part: Any = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE, blob, main.package)
            main.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        else:
            self._part = relation.target_part
        self._root: Any = parse_xml(self._part.blob)

    def add(self, words: str) -> str:
        """A note of some words; its id."""
        root = self._root
        identifier = str(max((int(key) for key in (note.get(named(note, "id")) for note in root)), default=0) + 1)

        def made(parent: Any, name: str, **attributes: str) -> Any:
            child = parent.makeelement(named(root, name), {named(root, key): v for key, v in attributes.items()})
            parent.append(child)
            return child

        note = made(root, "footnote", id=identifier)
        paragraph = made(note, "p")
        run = made(paragraph, "r")
        made(made(run, "rPr"), "vertAlign", val="superscript")
        made(run, "footnoteRef")
        text = made(made(paragraph, "r"), "t")
        text.text = f" {words}"
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return identifier

    def save(self) -> None:
        """Write the notes back into the file."""
        from lxml import etree

        self._part._blob = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
