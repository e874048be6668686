"""Writes a sheet as a workbook or as CSV, and reads either as it comes back from another program."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from factcheck.desk.sheet import HEAD, HIDDEN, OURS
from factcheck.errors import InputError
from factcheck.export.tables import FORMULA, csv_lines
from factcheck.report.settled import STATUSES
from factcheck.report.visible import visible

WAY_OUT = (
    "workbooks are written with openpyxl, which is not installed: pip install 'factcheck-cli[xlsx]', or name a .csv"
)
WIDTHS = {"words": 22, "sentence": 60, "finding": 40, "source": 40, "passage": 60, "note": 40, "link": 24, "owner": 18}
USUAL_WIDTH, LONGEST_CELL = 14, 32_000
DELIMITERS = ",;\t"


def written(path: Path, rows: Iterable[Sequence[str]]) -> bytes:
    """A sheet in the format that its name ends in. Raises InputError for another, or where openpyxl is missing."""
    if path.suffix.lower() == ".csv":
        # With a mark by which spreadsheets know the encoding.
        return ("\ufeff" + as_csv(rows)).encode("utf-8")
    _require_workbook(path)
    return _workbook(rows)


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    return "".join(csv_lines(HEAD, rows))


def read(path: Path, data: bytes) -> list[list[str]]:
    """The cells of a sheet that came back, row by row. Raises InputError."""
    if path.suffix.lower() == ".csv":
        return list(_read_csv(path, data))
    _require_workbook(path)
    return list(_read_workbook(path, data))


def _require_workbook(path: Path) -> None:
    if path.suffix.lower() != ".xlsx":
        raise InputError(f"{path}: a sheet is a workbook (.xlsx) or .csv")
    if find_spec("openpyxl") is None:
        raise InputError(f"{path}: {WAY_OUT}")


def _read_csv(path: Path, data: bytes) -> Iterator[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path}: is not UTF-8; save it as CSV in UTF-8") from None
    head = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    try:
        for row in csv.reader(StringIO(text), delimiter=delimiter):
            yield [_undone(cell) for cell in row]
    except csv.Error as error:
        raise InputError(f"{path}: is no CSV: {error}") from None


def _undone(cell: str) -> str:
    """A cell without the sign before what would have been a formula."""
    return cell[1:] if cell.startswith(tuple(f"'{sign}" for sign in FORMULA)) else cell


def _read_workbook(path: Path, data: bytes) -> Iterator[list[str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    from factcheck.readers.office.package import Package

    # Refuses what is made to fill the memory.
    package = Package(data, str(path))
    for name in package.names:
        package.data(name)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield ["" if cell is None else str(cell) for cell in row]
    except (BadZipFile, KeyError, ValueError, IndexError, TypeError) as error:
        raise InputError(f"{path}: is no workbook that can be read ({error})") from None


def _workbook(rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook in which only the checker's columns can be written to, and a status is chosen from a list."""
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Checks"
    for number, row in enumerate([HEAD, *rows], 1):
        for column, text in enumerate(row, 1):
            _fill(sheet.cell(number, column), HEAD[column - 1], text, head=number == 1)
    for column, name in zip(sheet.iter_cols(1, len(HEAD), 1, 1), HEAD, strict=True):
        dimension = sheet.column_dimensions[column[0].column_letter]
        dimension.width, dimension.hidden = WIDTHS.get(name, USUAL_WIDTH), name in HIDDEN
    choice = DataValidation("list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True, showErrorMessage=True)
    sheet.add_data_validation(choice)
    status = sheet.cell(1, HEAD.index("status") + 1).column_letter
    choice.add(f"{status}2:{status}{max(2, sheet.max_row)}")
    sheet.freeze_panes = sheet.cell(2, HEAD.index("kind") + 1)
    sheet.auto_filter.ref = sheet.dimensions
    # Against slips, not against anybody: there is no password.
    sheet.protection.sheet = True
    for may in ("autoFilter", "sort", "formatColumns", "formatRows"):
        setattr(sheet.protection, may, False)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(cell: Any, name: str, text: str, *, head: bool) -> None:
    from openpyxl.styles import Alignment, Font, Protection

    cell.value = "\n".join(map(visible, text.splitlines()))[:LONGEST_CELL]
    # Text, whatever it begins with, now and after it was edited.
    cell.data_type, cell.quotePrefix = "s", True
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if head:
        cell.font = Font(bold=True)
    elif name in OURS:
        cell.protection = Protection(locked=False)
    if name == "link" and text and not head:
        cell.hyperlink = text
