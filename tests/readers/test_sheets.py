"""What a cell shows, and which heads govern it: records of a CSV file, cells of a workbook."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.readers.zipped import told, xlsx
from tests.rows import each

from factcheck.errors import InputError
from factcheck.readers import read_data, read_text
from factcheck.readers.heads import is_number
from factcheck.readers.sheets.number_format import show

RECORDS = [
    ("a line feed and a comma within quotes", 'Place,Note,Count\n"Quay, north","a ""b""\nc","1,204"\n',
     [
      "row 2, column 1: cell Quay, north < | Place | >", 'row 2, column 2: cell a "b"\nc <Quay, north | Note | >',
      "row 2, column 3: cell 1,204 <Quay, north | Count | >"]),
    ("decimal commas", "Place;Share;Cases\nQuay;43,8 %;1.204\n",
     [
      "row 2, column 1: cell Quay < | Place | >", "row 2, column 2: cell 43.8 % <Quay | Share | >",
      "row 2, column 3: cell 1,204 <Quay | Cases | >"]),
    ("a point is a point where no comma says otherwise", "Place;Share\nQuay;1.204\n",
     ["row 2, column 1: cell Quay < | Place | >",
      "row 2, column 2: cell 1.204 <Quay | Share | >"]),
    ("tabs", "Place\tBoats\nQuay\t7\n",
     ["row 2, column 1: cell Quay < | Place | >",
      "row 2, column 2: cell 7 <Quay | Boats | >"]),
    ("numbers of rows are none of theirs", "No.,Place,Boats\n1,Quay,7\n2,Mill,4\n3,Lake,9\n",
     ["row 2, column 2: cell Quay < | Place | >", "row 2, column 3: cell 7 <Quay | Boats | >",
      "row 3, column 2: cell Mill < | Place | >", "row 3, column 3: cell 4 <Mill | Boats | >",
      "row 4, column 2: cell Lake < | Place | >", "row 4, column 3: cell 9 <Lake | Boats | >"]),
    ("an index without a head", ",Place,Boats\n0,Quay,7\n1,Mill,4\n2,Lake,9\n",
     ["row 2, column 2: cell Quay < | Place | >", "row 2, column 3: cell 7 <Quay | Boats | >",
      "row 3, column 2: cell Mill < | Place | >", "row 3, column 3: cell 4 <Mill | Boats | >",
      "row 4, column 2: cell Lake < | Place | >", "row 4, column 3: cell 9 <Lake | Boats | >"]),
    ("ranks are theirs", "Rank,Place\n1,Quay\n2,Mill\n3,Lake\n",
     ["row 2, column 1: cell 1 <Quay | Rank | >", "row 2, column 2: cell Quay < | Place | >",
      "row 3, column 1: cell 2 <Mill | Rank | >", "row 3, column 2: cell Mill < | Place | >",
      "row 4, column 1: cell 3 <Lake | Rank | >", "row 4, column 2: cell Lake < | Place | >"]),
    ("numbers that do not count the rows", "No,Place\n1,Quay\n2,Mill\n4,Lake\n",
     ["row 2, column 1: cell 1 <Quay | No | >", "row 2, column 2: cell Quay < | Place | >",
      "row 3, column 1: cell 2 <Mill | No | >", "row 3, column 2: cell Mill < | Place | >",
      "row 4, column 1: cell 4 <Lake | No | >", "row 4, column 2: cell Lake < | Place | >"]),
    ("no heads where figures begin", "Quay,7\nMill,9\n",
     ["row 1, column 1: cell Quay", "row 1, column 2: cell 7 <Quay |  | >", "row 2, column 1: cell Mill",
      "row 2, column 2: cell 9 <Mill |  | >"]),
]  # fmt: skip


@each(("text", "cells"), [pytest.param(text, cells, id=title) for title, text, cells in RECORDS])
def test_records(text: str, cells: list[str]) -> None:
    assert told(read_text(text, ".csv")) == cells


# The stored number, its format, what the sheet shows.
SHOWN = [
    ("0.30000000000000004", "General", "0.3"),
    ("1204", "", "1204"),
    ("1204", "#,##0", "1,204"),
    ("0.4382", "0.0%", "43.8%"),
    ("0.05", "0%", "5%"),
    ("1234567", "#,##0,", "1,235"),
    ("2500000", '0.0,,"m"', "2.5m"),
    ("2500", '#,##0.00 "€"', "2,500.00 €"),
    ("2500", "[$€-407] #,##0", "€ 2,500"),
    ("-1204", "#,##0_);(#,##0)", "-1,204"),
    ("-1204", "#,##0;-#,##0", "-1,204"),
    ("-1204", r'"$"#,##0_);[Red]\("$"#,##0\)', "-$1,204"),
    ("1204", '#,##0 "(net)"', "1,204 (net)"),
    ("-1204", "#,##0", "-1,204"),
    ("-0.001", "0.0", "0.0"),
    ("0", '0;-0;"none"', "none"),
    ("2.5", "0.0#", "2.5"),
    ("7", '"about" 0', "about 7"),
    ("44140", "yyyy-mm-dd", "2020-11-05"),
    ("44140", "d/m/yyyy", "2020-11-05"),
    ("44256", "mmm yyyy", "March 2021"),
    ("44256", "[$-409]mmmm yy;@", "March 2021"),
    ("44256", "yyyy", "2021"),
    ("44256.75", "yyyy-mm-dd hh:mm", "2021-03-01 18:00"),
    ("44256", "yyyy-mm-dd hh:mm:ss", "2021-03-01"),
    ("0", "hh:mm", "00:00"),
    ("0.5", "h:mm", "12:00"),
    ("59", "yyyy-mm-dd", "1900-02-28"),
    ("61", "yyyy-mm-dd", "1900-03-01"),
    ("99999999", "yyyy-mm-dd", "99999999"),
]


@each(("stored", "code", "shown"), SHOWN)
def test_the_displayed_value_counts(stored: str, code: str, shown: str) -> None:
    assert show(Decimal(stored), code) == shown


def test_the_other_calendar() -> None:
    assert show(Decimal(42678), "yyyy-mm-dd", since_1904=True) == "2020-11-05"


def cell(place: str, text: str) -> str:
    if text.lstrip("-").replace(".", "").isdigit():
        return f'<c r="{place}"><v>{text}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>' if text else ""


def rows(*lines: str) -> str:
    """Rows of a sheet, their cells apart by bars."""
    written = []
    for number, line in enumerate(lines, 1):
        cells = (cell(f"{chr(65 + place)}{number}", text) for place, text in enumerate(line.split("|")))
        written.append(f"<row r='{number}'>{''.join(cells)}</row>")
    return "".join(written)


def merge(*ranges: str) -> str:
    cells = "".join(f"<mergeCell ref='{one}'/>" for one in ranges)
    return f"<mergeCells>{cells}</mergeCells>"


HEADS = [
    ("a title above, merged heads, two rows of them",
     rows("In thousands", "|2021|", "|men|women", "Quay|11|12"), merge("A1:C1", "B2:C2"),
     "Cases!B4: cell 11 <Quay | 2021 men | In thousands>"),
    ("a table goes on below an empty row", rows("Place|Cases", "Quay|11", "", "Mill|12"), "",
     "Cases!B4: cell 12 <Mill | Cases | Cases>"),
    ("another table has heads of its own", rows("Place|Cases", "Quay|11", "", "Year|Boats", "2021|12"), "",
     "Cases!B5: cell 12 <2021 | Boats | Cases>"),
    ("rows under no heads", rows("Quay|11", "Mill|12"), "", "Cases!B2: cell 12 <Mill |  | Cases>"),
    ("a row of words in the body is no head", rows("Place|State", "Quay|closed", "Mill|12"), "",
     "Cases!B3: cell 12 <Mill | State | Cases>"),
    ("a label that reaches down", rows("Place|Year|Cases", "Quay|2021|11", "|2022|12"), merge("A2:A3"),
     "Cases!C3: cell 12 <Quay | Cases | Cases>"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "beside", "line"), [pytest.param(*case[1:], id=case[0]) for case in HEADS])
def test_heads(cells: str, beside: str, line: str) -> None:
    assert line in told(read_data(xlsx(cells, cells=beside), ".xlsx", "a.xlsx"))


def test_what_is_hidden_or_not_reckoned_is_said() -> None:
    unseen = '<row r="3" hidden="1"><c r="A3"><v>21</v></c></row>'
    formula = '<row r="4"><c r="A4"><f>SUM(A1:A2)</f></c><c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    source = read_data(xlsx(rows("Cases", "7") + unseen + formula, state="hidden"), ".xlsx", "a.xlsx")
    assert [line.partition(" <")[0] for line in told(source)] == ["Cases!A1: cell Cases", "Cases!A2: cell 7"]
    assert source.warnings == (
        "not read, since hidden: 1 row of Cases, sheet Old",
        "Cases!A4 has no stored value; open and save the file in a spreadsheet program",
    )


def test_signs_that_are_written_by_their_numbers() -> None:
    strings = "<si><t>The quay_x000D_\nof _x0042_renk_x005F_x0</t></si>"
    source = read_data(xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=strings), ".xlsx", "a.xlsx")
    assert source.view.text.startswith("The quay\nof Brenk_x0\t")


def test_shared_words_without_how_they_are_said() -> None:
    strings = "<si><t>Quay</t><rPh><t>kee</t></rPh></si>"
    source = read_data(xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=strings), ".xlsx", "a.xlsx")
    assert told(source)[0] == "Cases!A1: cell Quay"


def test_a_sheet_of_one_far_cell_costs_one_cell() -> None:
    source = read_data(xlsx('<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'), ".xlsx", "a.xlsx")
    assert told(source)[0] == "Cases!XFD1048576: cell 7 < |  | Cases>"


def test_no_workbook() -> None:
    with pytest.raises(InputError, match=r"a\.xlsx: is damaged or cut off"):
        read_data(b"PK", ".xlsx", "a.xlsx")


@each("text", ["1st year", "EU15 total", "2 reclassifications", "1996", "2001-05", "15-24", "Quay 4", ""])
def test_names_years_and_ranks_are_no_figures(text: str) -> None:
    assert not is_number(text)


@each("text", ["14", "1 204", "(3.5)", "US$12", "EUR 12.5", "€ 3 million", "< 10", "7.5%", "200 (as oil)"])
def test_figures_with_sign_and_unit(text: str) -> None:
    assert is_number(text)
