"""Reads OpenDocument texts: paragraphs, lists, tables and notes, with all changes accepted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from xml.etree.ElementTree import Element

from factcheck.errors import InputError
from factcheck.model import Role, Source
from factcheck.readers.office.package import Package, attribute, child, children, columns, local, numeral
from factcheck.readers.pen import Style
from factcheck.readers.scroll import Cell, Run, Scroll
from factcheck.text.places import Place

SKIPPED = frozenset(
    "tracked-changes annotation annotation-end note forms sequence-decls variable-decls ruby-text "
    "bookmark-start bookmark-end table-of-content alphabetical-index illustration-index bibliography title desc".split()
)
# What is drawn: the text in it is none of the paragraph that it hangs on.
DRAWN = frozenset(
    "frame custom-shape rect ellipse circle line polyline polygon regular-polygon path connector caption measure "
    "g".split()
)
MOST_SPACES = 1000


def read(data: bytes, path: str) -> Source:
    """An OpenDocument text as a source. Raises InputError where it is none."""
    package = Package(data, path)
    manifest = package.xml("META-INF/manifest.xml")
    if manifest is not None and any(local(element) == "encryption-data" for element in manifest.iter()):
        raise InputError(f"{path}: is encrypted; save it without a password as a new file")
    content = package.xml("content.xml")
    text = child(content, "body", "text")
    if content is None or text is None:
        raise InputError(f"{path}: is no OpenDocument text")
    pages = _Pages(_looks(content) | _looks(package.xml("styles.xml")), _titles(content))
    pages.flow(text, None)
    pages.notes()
    return pages.scroll.source(path)


def _looks(root: Element | None) -> dict[str, tuple[bool, bool]]:
    """The styles of text that is hidden, be it struck out, or raised, by name."""
    found = {}
    for style in root.iter() if root is not None else ():
        properties = child(style, "text-properties") if local(style) == "style" else None
        if properties is not None:
            struck = (
                attribute(properties, f"text-line-through-{name}") not in ("", "none") for name in ("style", "type")
            )
            hidden = attribute(properties, "display") == "none" or any(struck)
            found[attribute(style, "name")] = hidden, attribute(properties, "text-position").startswith("super")
    return found


def _titles(content: Element) -> frozenset[str]:
    """The styles of titles: the one of that name, and what paragraphs of it are called that look a little otherwise."""
    styles = (style for style in content.iter() if local(style) == "style")
    return frozenset({"Title"} | {attribute(s, "name") for s in styles if attribute(s, "parent-style-name") == "Title"})


def _drawn(parent: Element) -> Iterator[Element]:
    """What is drawn in a paragraph; what is drawn in that is found when its own paragraphs are read."""
    for element in parent:
        if local(element) in DRAWN:
            yield element
        elif local(element) not in SKIPPED:
            yield from _drawn(element)


class _Pages:
    """Goes through the text, counting paragraphs, tables and notes as they come."""

    def __init__(self, looks: dict[str, tuple[bool, bool]], titles: frozenset[str]) -> None:
        self.looks, self.titles = looks, titles
        self.scroll = Scroll()
        self.paragraphs = self.tables = 0
        self.waiting: list[tuple[str, Element]] = []
        self.counts = {"footnote": count(1), "endnote": count(1)}

    def flow(self, parent: Element, listed: Style | None) -> None:
        for element in parent:
            match local(element):
                case "p" | "h":
                    self._paragraph(element, listed)
                case "list":
                    last = self.scroll.lead()
                    self.flow(element, Style(Role.ITEM, 1 + (listed.level if listed else 0), last or _lead(listed)))
                case "table":
                    self._table(element)
                case name if name not in SKIPPED:
                    self.flow(element, listed)

    def notes(self) -> None:
        """Write the notes, in the order in which the text refers to them."""
        for name, note in self.waiting:
            for paragraph in children(note, "note-body"):
                self.scroll.paragraph(self._runs(paragraph, 0, (False, False)), Style(), Place(note=name))

    def _paragraph(self, element: Element, listed: Style | None) -> None:
        self.paragraphs += 1
        level = numeral(element, "outline-level", 0) if local(element) == "h" else 0
        title = attribute(element, "style-name") in self.titles
        style = Style(Role.HEADING, level) if 0 < level < 7 else listed or Style()
        style = Style(Role.HEADING, 1) if title else style
        runs = list(self._runs(element, self.paragraphs, (False, False)))
        self.scroll.paragraph(runs, style, Place(paragraph=self.paragraphs))
        for drawn in _drawn(element):
            self.flow(drawn, None)

    def _runs(self, parent: Element, paragraph: int, look: tuple[bool, bool]) -> Iterator[Run]:
        """The characters of a paragraph; anchors count the pieces of text in their order."""
        numbers = count(1)
        for text, (hidden, raised) in self._pieces(parent, look):
            number = next(numbers)
            if text and not hidden:
                yield Run(text, paragraph, number, 0, raised)

    def _pieces(self, parent: Element, look: tuple[bool, bool]) -> Iterator[tuple[str, tuple[bool, bool]]]:
        yield parent.text or "", look
        for element in parent:
            match local(element):
                case "s":
                    yield " " * min(MOST_SPACES, numeral(element, "c", 1)), look
                case "tab":
                    yield "\t", look
                case "line-break":
                    yield "\n", look
                case "note":
                    kind = attribute(element, "note-class") or "footnote"
                    self.waiting.append((f"{kind} {next(self.counts.get(kind, count(1)))}", element))
                case "span":
                    own = self.looks.get(attribute(element, "style-name"), (False, False))
                    yield from self._pieces(element, (look[0] or own[0], look[1] or own[1]))
                case name if name not in SKIPPED | DRAWN:
                    yield from self._pieces(element, look)
            yield element.tail or "", look

    def _table(self, element: Element) -> None:
        self.tables += 1
        table, inner = self.tables, list[Element]()
        rows = []
        above: dict[int, Cell] = {}
        for number, row in enumerate(_find(element, "table-row"), 1):
            cells = list(self._row(row, Place(table=table, row=number), above, inner))
            rows.append(cells)
            above = {cell.column: cell for cell in cells}
        last = self.scroll.last_words()
        self.scroll.table(rows, last if last.endswith(":") or last.startswith("Table") else "")
        for nested in inner:
            self._table(nested)

    def _row(self, row: Element, place: Place, above: dict[int, Cell], inner: list[Element]) -> Iterator[Cell]:
        """The cells of a row; one that reaches down from the row above heads this one, too."""
        column, end, number = 1, 1, 0
        for cell in _find(row, "table-cell", "covered-table-cell"):
            if local(cell) == "table-cell":
                column, number = max(column, end), number + 1
                inner += _find(cell, "table")
                found = Cell(
                    self._cell(cell), place._replace(cell=number), column, columns(cell, "number-columns-spanned")
                )
                end = column + found.columns
                yield found
            elif column >= end and column in above:
                yield Cell((), place, column, above[column].columns, label=above[column].text)
                end = column + above[column].columns
            column += columns(cell, "number-columns-repeated")

    def _cell(self, cell: Element) -> list[Run]:
        runs: list[Run] = []
        for paragraph in _find(cell, "p", "h"):
            self.paragraphs += 1
            own = list(self._runs(paragraph, self.paragraphs, (False, False)))
            runs += [Run("\n"), *own] if runs and own else own
        return runs


def _lead(listed: Style | None) -> tuple[str, ...]:
    return listed.lead if listed else ()


def _find(parent: Element, *names: str) -> Iterator[Element]:
    """The elements of some names below another, through what wraps them, but not through tables."""
    for element in parent:
        if local(element) in names:
            yield element
        elif local(element) not in SKIPPED and local(element) != "table":
            yield from _find(element, *names)
