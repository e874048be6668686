"""Reads workbooks: what each visible cell shows, sheet by sheet, under the heads of its table."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from factcheck.errors import InputError
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Source
from factcheck.readers.decode import refuse_crowd
from factcheck.readers.heads import Slot, is_number, layout
from factcheck.readers.office.package import NUMBER, Package, attribute, child, children, local, numeral
from factcheck.readers.scroll import Cell, Run, Scroll
from factcheck.readers.sheets.number_format import code_of, general, show
from factcheck.text.places import Place

# A sign that XML does not hold, by its number.
ESCAPED = re.compile(r"_x(?P<code>[0-9A-Fa-f]{4})_")
REFERENCE = re.compile(r"\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d{1,7})\Z")
# Names that programs give to sheets nobody named.
NAMELESS = re.compile(r"(?:sheet|tabelle|feuil|hoja|blad|planilha|foglio)\s?\d*\Z", re.IGNORECASE)
# Named one by one in a warning; more are counted.
MOST_NAMED = 3
# The last column that a sheet can have, and the most cells that are looked at for words which reach down to a row.
LAST_COLUMN, MOST_ABOVE = 16_384, 30


class Merged(NamedTuple):
    """A range that one cell fills."""

    first_row: int
    last_row: int
    first: int
    last: int


class Sheet(NamedTuple):
    """A sheet as its file has it: what its cells show by row and column, and which cells span."""

    name: str
    cells: Mapping[int, Mapping[int, str]]
    merged: Mapping[tuple[int, int], Merged]


def read(data: bytes, path: str) -> Source:
    """A workbook as a source. Raises InputError where it is none."""
    package = Package(data, path)
    main = package.related("", "officeDocument")
    root = package.xml(main)
    if child(root, "sheets") is None:
        raise InputError(f"{path}: is no workbook of cells")
    book = _Book(package, main, root)
    for sheet in book.sheets():
        _draw(book.scroll, sheet)
    book.remarks()
    return book.scroll.source(path)


class _Book:
    """What the sheets of a workbook share: its words, formats and calendar."""

    def __init__(self, package: Package, main: str, root: Element | None) -> None:
        self.package, self.main = package, main
        self.scroll = Scroll()
        self.listed = child(root, "sheets")
        settings = child(root, "workbookPr")
        self.since_1904 = settings is not None and attribute(settings, "date1904") in ("1", "true")
        self.words = list(_shared(package.xml(package.related(main, "sharedStrings"))))
        self.formats = list(_formats(package.xml(package.related(main, "styles"))))
        self.size = 0
        self.hidden: list[str] = []
        self.unreckoned: list[str] = []

    def sheets(self) -> Iterator[Sheet]:
        """The visible sheets in their order."""
        relations = self.package.relations(self.main)
        for entry in self.listed if self.listed is not None else ():
            name = attribute(entry, "name")
            if attribute(entry, "state") in ("hidden", "veryHidden"):
                self.hidden.append(f"sheet {name}")
                continue
            relation = relations.get(next((v for k, v in entry.items() if k.endswith("}id")), ""))
            root = self.package.xml(relation.target) if relation else None
            if root is not None and local(root) == "worksheet":
                yield self._sheet(root, name)

    def remarks(self) -> None:
        """Say what of the workbook is not read."""
        if self.hidden:
            self.scroll.warnings.append(f"not read, since hidden: {_some(self.hidden)}")
        if self.unreckoned:
            cells = _some(self.unreckoned)
            verb = "has" if len(self.unreckoned) == 1 else "have"
            advice = "open and save the file in a spreadsheet program"
            self.scroll.warnings.append(f"{cells} {verb} no stored value; {advice}")

    def _sheet(self, root: Element, name: str) -> Sheet:
        unseen = _hidden_columns(child(root, "cols"))
        cells: dict[int, dict[int, str]] = {}
        row_number = hidden_rows = 0
        for row in (row for row in children(root, "sheetData") if local(row) == "row"):
            row_number = numeral(row, "r", row_number + 1)
            if attribute(row, "hidden") in ("1", "true"):
                hidden_rows += 1
                continue
            cells[row_number] = dict(self._row(row, name, unseen))
            self.size += len(cells[row_number])
            refuse_crowd(self.size)
        if hidden_rows:
            self.hidden.append(f"{hidden_rows} row{'s' if hidden_rows > 1 else ''} of {name}")
        if unseen:
            self.hidden.append(f"columns of {name}")
        return Sheet(name, cells, dict(_merged(child(root, "mergeCells"))))

    def _row(self, row: Element, sheet: str, unseen: frozenset[int]) -> Iterator[tuple[int, str]]:
        column = 0
        for cell in row:
            reference = REFERENCE.match(attribute(cell, "r"))
            column = _column(reference["column"]) if reference else column + 1
            if local(cell) == "c" and column not in unseen:
                text = self._text(cell)
                if not text and child(cell, "f") is not None and attribute(cell, "t") in ("", "n"):
                    self.unreckoned.append(f"{sheet}!{attribute(cell, 'r')}")
                if text:
                    yield column, text

    def _text(self, cell: Element) -> str:
        """What a cell shows; nothing for an error."""
        kind, stored = attribute(cell, "t"), child(cell, "v")
        value = (stored.text or "") if stored is not None else ""
        match kind:
            case "s":
                return _entry(self.words, value)
            case "inlineStr":
                return _plain(child(cell, "is"))
            case "str" | "d":
                return ESCAPED.sub(_sign, value)
            case "b":
                return {"1": "TRUE", "0": "FALSE"}.get(value, "")
            case "e":
                return ""
        return self._number(value, attribute(cell, "s")) if value else ""

    def _number(self, value: str, style: str) -> str:
        try:
            number = Decimal(value)
        except InvalidOperation:
            return value
        if not number.is_finite() or abs(number.adjusted()) > 40:
            return ""
        code = _entry(self.formats, style)
        return show(number, code, self.since_1904) if code else general(number)


def _draw(scroll: Scroll, sheet: Sheet) -> None:
    """Write a sheet: runs of rows without a gap are tables; one without heads of its own goes on under those above."""
    caption = "" if NAMELESS.match(sheet.name) else sheet.name
    heads: Sequence[Sequence[Cell]] = []
    title = ""
    for rows in _tables(sheet):
        slots = [[Slot(cell.text, cell.column, cell.columns) for cell in row] for row in rows]
        titles, body = layout(slots)
        if len(rows) == 1 and len(rows[0]) == 1 and not is_number(rows[0][0].text):
            scroll.table(rows)
            title = rows[0][0].text
            continue
        if body:
            heads = rows[titles:body]
        governing = heads if not body and heads and _within(rows, heads) else []
        scroll.table(rows, title or ("" if titles else caption), governing)
        title = "" if body else title


def _within(rows: Sequence[Sequence[Cell]], heads: Sequence[Sequence[Cell]]) -> bool:
    """Whether rows stand in no column that has no head."""
    columns = {column for row in heads for cell in row for column in range(cell.column, cell.column + cell.columns)}
    return all(cell.column in columns for row in rows for cell in row[1:])


def _tables(sheet: Sheet) -> Iterator[list[list[Cell]]]:
    """The rows of a sheet that hold anything, parted where rows lie empty between them."""
    rows: list[list[Cell]] = []
    last = 0
    for number, above in _reaching(sheet):
        row = list(_cells(sheet, number, above))
        if rows and (number > last + 1 or not row):
            yield rows
            rows = []
        if row:
            rows.append(row)
            last = number
    if rows:
        yield rows


def _reaching(sheet: Sheet) -> Iterator[tuple[int, Sequence[Merged]]]:
    """Each row, with the first of the ranges that reach down to it from above."""
    waiting = sorted((merged for merged in sheet.merged.values() if merged.last_row > merged.first_row), reverse=True)
    above: list[Merged] = []
    for row in sorted(sheet.cells):
        while waiting and waiting[-1].first_row < row:
            insort(above, waiting.pop(), key=lambda merged: merged.first)
            del above[MOST_ABOVE:]
        above = [merged for merged in above if row <= merged.last_row]
        yield row, above


def _cells(sheet: Sheet, row: int, above: Sequence[Merged]) -> Iterator[Cell]:
    """The cells of a row; one that reaches down from above heads its row with its words."""
    own = sheet.cells[row]
    covered = {merged.first: merged for merged in above if merged.first not in own}
    for column in sorted(own.keys() | covered.keys()):
        place = Place(sheet=sheet.name, cell=f"{_letters(column)}{row}")
        if column in covered:
            merged = covered[column]
            words = sheet.cells.get(merged.first_row, {}).get(column, "")
            if words and not is_number(words):
                yield Cell((), place, column, merged.last - merged.first + 1, label=words)
        else:
            spanned = sheet.merged.get((row, column))
            yield Cell((Run(own[column]),), place, column, spanned.last - spanned.first + 1 if spanned else 1)


def _merged(element: Element | None) -> Iterator[tuple[tuple[int, int], Merged]]:
    for merged in element if element is not None else ():
        first, _, last = attribute(merged, "ref").partition(":")
        start, end = REFERENCE.match(first), REFERENCE.match(last)
        if start and end:
            found = Merged(int(start["row"]), int(end["row"]), _column(start["column"]), _column(end["column"]))
            yield (found.first_row, found.first), found


def _hidden_columns(element: Element | None) -> frozenset[int]:
    """The columns that are hidden; no sheet has one twice, and a damaged one costs no time for it."""
    hidden = (e for e in (element if element is not None else ()) if attribute(e, "hidden") in ("1", "true"))
    found: set[int] = set()
    last = 0
    for first, end in sorted((numeral(entry, "min", 1), numeral(entry, "max", 1)) for entry in hidden):
        found.update(range(max(first, last + 1), min(end, LAST_COLUMN) + 1))
        last = max(last, min(end, LAST_COLUMN))
    return frozenset(found)


def _shared(root: Element | None) -> Iterator[str]:
    """The words that cells refer to by number."""
    return (_plain(entry) for entry in (root if root is not None else ()) if local(entry) == "si")


def _plain(element: Element | None) -> str:
    """The words of a text, of whatever looks, without how they are pronounced."""
    if element is None or local(element) == "rPh":
        return ""
    if local(element) == "t":
        return ESCAPED.sub(_sign, element.text or "")
    return "".join(map(_plain, element))


def _sign(escaped: re.Match[str]) -> str:
    """The sign of a number; a line feed stands behind a return already."""
    return chr(int(escaped["code"], 16)).replace("\r", "")


def _formats(root: Element | None) -> Iterator[str]:
    """The number format of each cell style."""
    written = {numeral(entry, "numFmtId", 0): attribute(entry, "formatCode") for entry in children(root, "numFmts")}
    return (code_of(numeral(entry, "numFmtId", 0), written) for entry in children(root, "cellXfs"))


def _entry(listed: Sequence[str], stated: str) -> str:
    """What stands at a stated place of a list, "" where nothing does."""
    return listed[int(stated)] if NUMBER.fullmatch(stated) and 0 <= int(stated) < len(listed) else ""


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _some(names: Sequence[str]) -> str:
    """The first few of many names."""
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more
