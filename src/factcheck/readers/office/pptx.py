"""Reads presentations: slide by slide, its shapes from top to bottom, tables, diagrams, and the speaker's notes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factcheck.errors import InputError
from factcheck.model import Role, Source
from factcheck.readers.office.package import Package, attribute, child, columns, local, numeral
from factcheck.readers.pen import Style
from factcheck.readers.scroll import Cell, Run, Scroll
from factcheck.text.places import Place

# What a layout puts on every slide.
FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})
TITLES = frozenset({"title", "ctrTitle"})


def read(data: bytes, path: str) -> Source:
    """A presentation as a source. Raises InputError where it is none."""
    package = Package(data, path)
    main = package.related("", "officeDocument")
    slides = child(package.xml(main), "sldIdLst")
    if slides is None:
        raise InputError(f"{path}: is no presentation with slides")
    scroll, hidden = Scroll(), 0
    relations = package.relations(main)
    for number, entry in enumerate(slides, 1):
        relation = relations.get(next((value for key, value in entry.items() if key.endswith("}id")), ""))
        root = package.xml(relation.target) if relation else None
        if root is not None and attribute(root, "show") in ("0", "false"):
            hidden += 1
        elif root is not None and relation is not None:
            _slide(scroll, _with_diagrams(root, package, relation.target), Place(slide=number))
            _notes(scroll, package.xml(package.related(relation.target, "notesSlide")), number)
    if hidden:
        scroll.warnings.append(f"not read, since hidden: {hidden} slide{'s' if hidden > 1 else ''}")
    return scroll.source(path)


def _slide(scroll: Scroll, root: Element, place: Place) -> None:
    tables = 0
    for number, shape in enumerate(sorted(_shapes(child(root, "cSld", "spTree")), key=_position), 1):
        table = next((element for element in shape.iter() if local(element) == "tbl"), None)
        if table is not None:
            tables += 1
            scroll.table(list(_rows(table, place._replace(table=tables))))
        else:
            style = Style(Role.HEADING, 1) if _holder(shape) in TITLES else Style()
            for paragraph in _paragraphs(shape):
                scroll.paragraph([Run(paragraph)], style, place._replace(shape=number))


def _with_diagrams(root: Element, package: Package, part: str) -> Element:
    """A slide with the words of its diagrams where those are drawn: they stand in parts of their own."""
    for graphic in list(root.iter()):
        for element in list(graphic) if local(graphic) == "graphicData" else ():
            relation = package.relations(part).get(attribute(element, "dm")) if local(element) == "relIds" else None
            words = package.xml(relation.target) if relation else None
            if words is not None:
                graphic.append(words)
    return root


def _notes(scroll: Scroll, root: Element | None, slide: int) -> None:
    for shape in _shapes(child(root, "cSld", "spTree")):
        for paragraph in _paragraphs(shape):
            scroll.prose(paragraph, Place(slide=slide, notes=True))


def _shapes(tree: Element | None) -> Iterator[Element]:
    """The shapes that hold text of their own, with groups opened."""
    for element in tree if tree is not None else ():
        if local(element) == "grpSp":
            yield from _shapes(element)
        elif local(element) in ("sp", "graphicFrame") and _holder(element) not in FURNITURE:
            yield element
        elif local(element) == "AlternateContent":
            yield from _shapes(child(element, "Choice"))


def _holder(shape: Element) -> str:
    """The kind of placeholder that a shape is, "" for none."""
    for element in shape.iter():
        if local(element) == "ph":
            return attribute(element, "type") or "body"
        if local(element) in ("txBody", "graphic"):
            break
    return ""


def _position(shape: Element) -> tuple[bool, int, int]:
    """Titles first, then from top to bottom and from left to right; what says nothing keeps its order at the top."""
    offset = next((element for element in shape.iter() if local(element) == "off"), None)
    x, y = (numeral(offset, name, 0) for name in "xy") if offset is not None else (0, 0)
    return _holder(shape) not in TITLES, y, x


def _paragraphs(shape: Element) -> Iterator[str]:
    for element in shape.iter():
        if local(element) == "p":
            text = "".join(_text(element))
            if text.strip():
                yield text


def _text(paragraph: Element) -> Iterator[str]:
    for element in paragraph.iter():
        if local(element) == "t":
            yield element.text or ""
        elif local(element) == "br":
            yield "\n"


def _rows(table: Element, place: Place) -> Iterator[list[Cell]]:
    """The rows of a table; cells that another covers are left out."""
    for number, row in enumerate((element for element in table if local(element) == "tr"), 1):
        cells = []
        for column, cell in enumerate((element for element in row if local(element) == "tc"), 1):
            if attribute(cell, "hMerge") in ("1", "true") or attribute(cell, "vMerge") in ("1", "true"):
                continue
            span = columns(cell, "gridSpan")
            text = "\n".join(_paragraphs(cell))
            cells.append(Cell([Run(text)], place._replace(row=number, cell=column), column, span))
        yield cells
