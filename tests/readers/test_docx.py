"""What of a Word file is read: the text with all changes accepted, by paragraph, cell and note."""

from __future__ import annotations

import pytest
from tests.readers.zipped import WORD, docx, told, zipped
from tests.rows import each

from factcheck.errors import InputError
from factcheck.readers import read_data


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inside: str, properties: str = "") -> str:
    """A paragraph of runs, or of plain texts."""
    runs = "".join(part if part.startswith("<") else r(part) for part in inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def tc(*inside: str, properties: str = "") -> str:
    shown = "".join(part if part.startswith("<") else p(part) for part in inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{shown}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def styled(name: str) -> str:
    return f"<w:rStyle w:val='{name}'/>"


RAISED = "<w:vertAlign w:val='superscript'/>"
STYLES = (
    "<w:style w:styleId='H'><w:name w:val='heading 2'/></w:style>"
    "<w:style w:styleId='Base'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:styleId='Secret'><w:basedOn w:val='Base'/></w:style>"
    f"<w:style w:styleId='Mark'><w:rPr>{RAISED}</w:rPr></w:style>"
)
TWICE = (
    "<x:AlternateContent xmlns:x='x'><x:Choice/><x:Fallback><w:r><w:t>7</w:t></w:r></x:Fallback></x:AlternateContent>"
)
FORMULA = f"<m:oMath xmlns:m='{WORD}'>{{}}</m:oMath>"
BREAKS = (
    "<w:r><w:t>five</w:t><w:noBreakHyphen/><w:t>day mil</w:t><w:softHyphen/><w:t>lion</w:t><w:br/><w:t>x</w:t></w:r>"
)
CONTROL = "<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"

# What is in the file, and must not be read.
UNSEEN = [
    ("deleted text", p("kept ", "<w:del>" + r("7") + "</w:del>")),
    ("moved-away text", p("kept ", "<w:moveFrom>" + r("7") + "</w:moveFrom>")),
    ("a deleted row", table(row("kept"), row("7", properties="<w:del/>"))),
    ("hidden by the run", p("kept ", r("7", "<w:vanish/>"))),
    ("hidden by what a style is based on", p("kept ", r("7", styled("Secret")))),
    ("struck out", p("kept ", r("7", "<w:strike/>"), r("8", "<w:dstrike w:val='1'/>"))),
    ("a field's code", p("kept ", "<w:r><w:instrText>7</w:instrText></w:r>")),
    ("what older programs show instead", p("kept", TWICE)),
    ("a note mark", p("kept", r("7", RAISED))),
    (
        "a formula with a fraction",
        p("kept", FORMULA.format("<m:f><m:num><m:r><m:t>5</m:t></m:r></m:num></m:f><m:r><m:t>7</m:t></m:r>")),
    ),
]

READ = [
    ("inserted text counts", p("up to ", "<w:ins>" + r("1,482") + "</w:ins>"), ["paragraph 1: prose up to 1,482"]),
    (
        "not struck after all",
        p(r("all 9", "<w:strike w:val='0'/><w:dstrike w:val='0'/>")),
        ["paragraph 1: prose all 9"],
    ),
    ("not hidden after all", p(r("all 9", "<w:vanish w:val='0'/>")), ["paragraph 1: prose all 9"]),
    (
        "a formula on the line",
        p("for ", FORMULA.format("<m:r><m:t>m=1</m:t></m:r>")),
        ["paragraph 1: prose for m=1"],
    ),
    ("empty paragraphs count", p("") + p("two"), ["paragraph 2: prose two"]),
    ("a heading by its style", p("Boats", properties="<w:pStyle w:val='H'/>"), ["paragraph 1: heading2 Boats"]),
    (
        "a power and an ordinal",
        p("640 m", r("2", RAISED), " on the 3", r("rd", RAISED)),
        ["paragraph 1: prose 640 m² on the 3rd"],
    ),
    ("raised by a style", p("sank", r("7", styled("Mark")), "."), ["paragraph 1: prose sank."]),
    ("hyphens and breaks", p(BREAKS), ["paragraph 1: prose five-day million\nx"]),
    (
        "a list under its line",
        p("They are:")
        + p("one", properties="<w:numPr><w:ilvl w:val='0'/></w:numPr>")
        + p("two", properties="<w:numPr/>"),
        ["paragraph 1: prose They are:", "paragraph 2: item1 one <They are:>", "paragraph 3: item1 two <They are:>"],
    ),
    (
        "a text box after its paragraph",
        p("first", BOX.format(p("boxed"))) + p("last"),
        ["paragraph 1: prose first", "paragraph 2: prose boxed", "paragraph 3: prose last"],
    ),
    ("a content control", CONTROL.format(p("9 boats")), ["paragraph 1: prose 9 boats"]),
    (
        "a table under a spanning head",
        table(row("Place", tc("Cases", properties="<w:gridSpan w:val='2'/>")), row("Quay", "14", "7")),
        [
            "table 1, row 2: cell Quay < | Place | >",
            "table 1, row 2: cell 14 <Quay | Cases | >",
            "table 1, row 2: cell 7 <Quay | Cases | >",
        ],
    ),
    (
        "a label that reaches down",
        table(
            row("Place", "Boats", "Cases"),
            row(tc("Quay", properties="<w:vMerge w:val='restart'/>"), "3", "14"),
            row(tc("", properties="<w:vMerge/>"), "5", "7"),
        ),
        [
            "table 1, row 2: cell Quay < | Place | >",
            "table 1, row 2: cell 3 <Quay | Boats | >",
            "table 1, row 2: cell 14 <Quay | Cases | >",
            "table 1, row 3: cell 5 <Quay | Boats | >",
            "table 1, row 3: cell 7 <Quay | Cases | >",
        ],
    ),
    (
        "a table in a cell comes after",
        table(row("a", tc("5", table(row("in", "3"))))),
        [
            "table 1, row 1: cell a",
            "table 1, row 1: cell 5 <a |  | >",
            "table 2, row 1: cell in",
            "table 2, row 1: cell 3 <in |  | >",
        ],
    ),
    (
        "a note where it belongs",
        p("9 boats", "<w:r><w:footnoteReference w:id='4'/></w:r>"),
        ["paragraph 1: prose 9 boats", "footnote 1: prose counted in 2020"],
    ),
]


@each("body", [pytest.param(body, id=title) for title, body in UNSEEN])
def test_unseen(body: str) -> None:
    source = read_data(docx(body, styles=STYLES), ".docx", "a.docx")
    assert source.view.text.split() == ["kept"]


@each(("body", "blocks"), [pytest.param(body, blocks, id=title) for title, body, blocks in READ])
def test_read(body: str, blocks: list[str]) -> None:
    file = docx(body, styles=STYLES, footnotes=f"<w:footnote w:id='4'>{p('counted in 2020')}</w:footnote>")
    assert told(read_data(file, ".docx", "a.docx")) == blocks


def test_every_character_knows_its_run() -> None:
    """The way back: paragraph, run, first character of the run."""
    body = p("none") + p("up to ", "<w:ins>" + r("1,482") + "</w:ins>", "boats")
    source = read_data(docx(body), ".docx", "a.docx")
    at = source.text.index("1,482")
    anchor = next(anchor for anchor in source.anchors if anchor.at == at)
    assert (anchor.length, anchor.unit, anchor.run, anchor.first) == (5, 2, 2, 0)


@each(
    ("data", "problem"),
    [
        (b"PK\x03\x04 and no more", "a.docx: is damaged or cut off"),
        (docx(p("text"))[:-40], "a.docx: is damaged or cut off"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx: is encrypted or of an old format"),
        (zipped({"mimetype": "x"}), "a.docx: is no Word document"),
        (docx("<w:p>"), "a.docx: is damaged or cut off"),
        (docx("<w:smartTag>" * 5000 + "</w:smartTag>" * 5000), "a.docx: is nested too deeply"),
    ],
)
def test_broken_files_cost_one_line(data: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read_data(data, ".docx", "a.docx")


def test_a_part_too_large_is_not_unpacked() -> None:
    with pytest.raises(InputError, match=r"a\.docx: unpacks to 60 MB in one part"):
        read_data(docx(" " * 60_000_000), ".docx", "a.docx")


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    file = zipped({"_rels/.rels": bomb})
    with pytest.raises(InputError, match="declares a DOCTYPE"):
        read_data(file, ".docx", "a.docx")
