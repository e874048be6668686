"""Reads Word files: the text as it stands with all changes accepted, by paragraph, table and note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from factcheck.errors import InputError
from factcheck.lean.record import NamedTuple
from factcheck.model import Role, Source
from factcheck.readers.office.docx_styles import Look, Styles
from factcheck.readers.office.package import Package, attribute, child, columns, local
from factcheck.readers.pen import Style
from factcheck.readers.scroll import Cell, Run, Scroll
from factcheck.text.places import Place

# What no reader of the final text sees, and what is read elsewhere.
SKIPPED = frozenset(
    "del moveFrom delText instrText rPr pPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr sectPr Fallback "
    "txbxContent annotationRef ruby footnoteRef endnoteRef separator continuationSeparator".split()
)
# Parts of a formula that stand above, below or around others.
BUILT = frozenset("f sSup sSub sSubSup sPre rad nary m eqArr limLow limUpp func d groupChr".split())
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
NAMELESS = frozenset({"", "word document", "untitled", "document", "title"})


def read(data: bytes, path: str) -> Source:
    """A Word file as a source. Raises InputError where it is none."""
    package = Package(data, path)
    main = package.related("", "officeDocument")
    root = package.xml(main)
    body = child(root, "body")
    if body is None:
        raise InputError(f"{path}: is no Word document")
    pages = _Pages(package, main)
    pages.flow(body)
    pages.notes()
    return pages.scroll.source(path, _stated(package, pages))


def _stated(package: Package, pages: _Pages) -> Iterator[tuple[str, str]]:
    """The title of the file's properties, where the text has none of its own: many are left over from a template."""
    title = child(package.xml("docProps/core.xml"), "title")
    words = " ".join((title.text or "").split()) if title is not None else ""
    headed = any(block.role is Role.HEADING for block in pages.scroll.blocks)
    if not headed and words.lower() not in NAMELESS:
        yield "title", words


class Seen(NamedTuple):
    """The elements of a file behind the text that was read: the way back to them.

    runs: by the number of the paragraph and of the run in it, as anchors name them; notes: the run that refers to a
    note, by what the note is called
    """

    runs: dict[tuple[int, int], Element]
    notes: dict[str, Element]


def elements(package: Package, main: str, body: Element) -> Seen:
    """The runs of a body, numbered as `read` numbers them, whatever has parsed it."""
    pages = _Pages(package, main)
    pages.flow(body)
    return pages.seen


class _Pages:
    """Goes through the body, counting paragraphs and tables as they come."""

    def __init__(self, package: Package, main: str) -> None:
        self.package, self.main = package, main
        self.styles = Styles(package.xml(package.related(main, "styles")))
        self.scroll = Scroll()
        self.paragraphs = 0
        self.tables = 0
        self.note = ""
        self.noted: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self.seen: Seen = Seen({}, {})

    def flow(self, parent: Element) -> None:
        """Write the paragraphs and tables of the body, a text box or a note."""
        for element in parent:
            match local(element):
                case "p":
                    self._paragraph(element)
                case "tbl":
                    self._table(element)
                case name if name not in SKIPPED:
                    self.flow(element)

    def notes(self) -> None:
        """Write the notes that the text refers to, in the order in which it does."""
        for kind, ids in self.noted.items():
            root = self.package.xml(self.package.related(self.main, f"{kind}s")) if ids else None
            bodies = {attribute(note, "id"): note for note in (root if root is not None else ())}
            for number, identifier in enumerate(ids, 1):
                if identifier in bodies:
                    self.note = f"{kind} {number}"
                    self.flow(bodies[identifier])

    def _paragraph(self, element: Element) -> None:
        runs = self._counted(element)
        look = self.styles.paragraph(child(element, "pPr"))
        place = Place(note=self.note) if self.note else Place(paragraph=self.paragraphs)
        style = self._style(look)
        self.scroll.paragraph(runs, style, place)
        for box in _boxes(element):
            self.flow(box)

    def _style(self, look: Look) -> Style:
        if look.level:
            return Style(Role.HEADING, min(look.level, 6))
        if look.listed:
            last = self.scroll.blocks[-1] if self.scroll.blocks else None
            lead = last.lead if last is not None and last.role is Role.ITEM else self.scroll.lead()
            return Style(Role.ITEM, look.listed, lead)
        return Style()

    def _counted(self, element: Element) -> list[Run]:
        """The runs of the next paragraph."""
        self.paragraphs += 1
        look = self.styles.paragraph(child(element, "pPr"))
        numbers = iter(range(1, 1 << 30))
        return [run for run in self._runs(element, look, numbers) if run.text]

    def _runs(self, parent: Element, look: Look, numbers: Iterator[int]) -> Iterator[Run]:
        for element in parent:
            name = local(element)
            if name == "r":
                number = next(numbers)
                self.seen.runs[self.paragraphs, number] = element
                yield from self._run(element, look, number)
            elif name == "t":
                yield Run(element.text or "")
            elif name == "AlternateContent":
                choice = child(element, "Choice")
                yield from self._runs(element if choice is None else choice, look, numbers)
            elif name not in SKIPPED and not (name == "oMath" and _is_built(element)):
                yield from self._runs(element, look, numbers)

    def _run(self, element: Element, paragraph: Look, number: int) -> Iterator[Run]:
        look = self.styles.run(child(element, "rPr"), paragraph)
        for inner in element:
            if local(inner) in NOTES and not self.note:
                kind = NOTES[local(inner)]
                self.noted[kind].append(attribute(inner, "id"))
                self.seen.notes[f"{kind} {len(self.noted[kind])}"] = element
        if not (look.hidden or look.struck):
            text = "".join(map(written, element))
            yield Run(text, self.paragraphs, number, 0, bool(look.raised))

    def _table(self, element: Element) -> None:
        """A table, and behind it the tables that stand in its cells."""
        self.tables += 1
        number, inner = self.tables, []
        last = self.scroll.last_words()
        rows, above = [], dict[int, Cell]()
        for place, row in enumerate(_rows(element), 1):
            cells, nested = self._row(row, number, place, above)
            rows.append(cells)
            inner += nested
        self.scroll.table(rows, last if last.endswith(":") or last.startswith("Table") else "")
        for table in inner:
            self._table(table)

    def _row(self, row: Element, table: int, place: int, above: dict[int, Cell]) -> tuple[list[Cell], list[Element]]:
        """The cells of a row; one that goes on from the row above heads its row with the words from there."""
        cells, nested, column = [], [], 1
        head = child(row, "trPr", "tblHeader") is not None
        for number, element in enumerate(_descend(row, "tc"), 1):
            properties = child(element, "tcPr")
            merged = child(properties, "vMerge")
            spanned = columns(child(properties, "gridSpan"), "val")
            runs = self._cell_runs(element)
            goes_on = merged is not None and attribute(merged, "val") != "restart" and column in above
            where = Place(note=self.note) if self.note else Place(table=table, row=place, cell=number)
            label = above[column].text if goes_on else ""
            cell = Cell(() if goes_on else runs, where, column, spanned, head, label)
            if merged is not None:
                above[column] = cell
            else:
                above.pop(column, None)
            cells.append(cell)
            nested += list(_descend(element, "tbl"))
            column += spanned
        return cells, nested

    def _cell_runs(self, cell: Element) -> list[Run]:
        """The runs of a cell's paragraphs, each on a line of its own."""
        runs: list[Run] = []
        for paragraph in _descend(cell, "p"):
            own = self._counted(paragraph)
            runs += [Run("\n"), *own] if runs and own else own
            runs += [run for box in _boxes(paragraph) for run in self._cell_runs(box)]
        return runs


def written(element: Element) -> str:
    """What an element of a run shows."""
    name = local(element)
    if name == "t":
        return element.text or ""
    if name == "sym":
        code = attribute(element, "char")
        return "•" if not _is_letter(code) else chr(int(code, 16))
    if name in SIGNS:
        return SIGNS[name]
    return "" if name in SKIPPED else "".join(map(written, element)) if name == "ruby" else ""


def _is_built(formula: Element) -> bool:
    """Whether a formula is more than a line of signs: as one, a fraction or power would be another figure."""
    return any(local(element) in BUILT for element in formula.iter())


def _is_letter(code: str) -> bool:
    try:
        return 32 <= int(code, 16) < 0xD800
    except ValueError:
        return False


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes that a paragraph anchors, outermost."""
    for inner in element:
        name = local(inner)
        if name == "txbxContent":
            yield inner
        elif name not in ("Fallback", "del", "moveFrom"):
            yield from _boxes(inner)


def _descend(parent: Element, name: str) -> Iterator[Element]:
    """The elements of a name below another, through what wraps them, but not through tables."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) not in SKIPPED and local(element) not in ("tbl", "p", "tc"):
            yield from _descend(element, name)


def _rows(table: Element) -> Iterable[Element]:
    return (row for row in _descend(table, "tr") if child(row, "trPr", "del") is None)
