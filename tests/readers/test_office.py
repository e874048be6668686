"""What is read of OpenDocument texts, presentations, e-books and Rich Text Format."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from tests.readers.zipped import TYPES, docx, relations, told, xlsx, zipped
from tests.rows import each

from factcheck.errors import InputError
from factcheck.readers import FILES, read_data

OFFICE = 'xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:draw="d" xmlns:svg="v"'
LOOKS = (
    '<style:style style:name="Up"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="Hid"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="Cut"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="Kept"><style:text-properties style:text-line-through-style="none"/></style:style>'
    '<style:style style:name="T1" style:parent-style-name="Title"/><style:style style:name="P1"/>'
)


def odt(body: str) -> bytes:
    styles = f"<office:automatic-styles>{LOOKS}</office:automatic-styles>"
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    return zipped({"content.xml": f"<office:document-content {OFFICE}>{styles}{text}</office:document-content>"})


def cell(text: str, spanned: str = "") -> str:
    return f"<table:table-cell {spanned}><text:p>{text}</text:p></table:table-cell>"


def row(*texts: str) -> str:
    return f"<table:table-row>{''.join(map(cell, texts))}</table:table-row>"


COVERED, TWICE = "<table:covered-table-cell/>", '<table:table-cell table:number-columns-repeated="2"/>'
SPANNED = 'table:number-columns-spanned="2" table:number-rows-spanned="1"'
NOTE = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>of 2018</text:p></text:note-body></text:note>'  # one element
ODT = [
    ("paragraphs and headings", '<text:h text:outline-level="2">Boats</text:h><text:p/><text:p>43<text:s text:c="2"/>cranes</text:p>',
     ["paragraph 1: heading2 Boats", "paragraph 3: prose 43  cranes"]),
    ("deleted text and comments", "<text:tracked-changes><text:p>9</text:p></text:tracked-changes><text:p>43<office:annotation><text:p>9</text:p></office:annotation> cranes</text:p>",
     ["paragraph 1: prose 43 cranes"]),
    ("raised and hidden text", '<text:p>43<text:span text:style-name="Up">1</text:span> cranes<text:span text:style-name="Hid">9</text:span></text:p>',
     ["paragraph 1: prose 43 cranes"]),
    ("struck text", '<text:p><text:span text:style-name="Kept">43 cranes</text:span><text:span text:style-name="Cut">9</text:span></text:p>',
     ["paragraph 1: prose 43 cranes"]),
    ("a note behind the text", f"<text:p>43 cranes{NOTE}</text:p><text:p>and boats</text:p>",
     ["paragraph 1: prose 43 cranes", "paragraph 2: prose and boats", "footnote 1: prose of 2018"]),
    ("a list under its line", "<text:p>They are:</text:p><text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>",
     ["paragraph 1: prose They are:", "paragraph 2: item1 one <They are:>"]),
    ("a table", "<table:table><table:table-row><table:table-cell><text:p>Place</text:p></table:table-cell><table:table-cell><text:p>Cases</text:p></table:table-cell></table:table-row>"
     "<table:table-row><table:table-cell><text:p>Quay</text:p></table:table-cell><table:table-cell><text:p>14</text:p></table:table-cell></table:table-row></table:table>",
     ["table 1, row 2: cell Quay < | Place | >", "table 1, row 2: cell 14 <Quay | Cases | >"]),
    ("a label that reaches down, one of two columns, and blanks that are written once",
     "<table:table>" + row("Place", "Year", "Men", "Women", "Cases") + row("Quay", "2018", "", "", "14")
     + f"<table:table-row>{COVERED}{cell('2019')}{TWICE}{cell('15')}</table:table-row>"
     + f"<table:table-row>{cell('Brenk', SPANNED)}{COVERED}{TWICE}{cell('16')}</table:table-row></table:table>",
     ["table 1, row 2: cell Quay < | Place | >", "table 1, row 2: cell 2018 <Quay | Year | >",
      "table 1, row 2: cell 14 <Quay | Cases | >", "table 1, row 3: cell 2019 <Quay | Year | >",
      "table 1, row 3: cell 15 <Quay | Cases | >", "table 1, row 4: cell Brenk",
      "table 1, row 4: cell 16 <Brenk | Cases | >"]),
    ("what is drawn, behind its paragraph",
     "<text:p>43 <draw:g><draw:custom-shape><svg:title>9</svg:title><svg:desc>8</svg:desc><text:p>a quay"
     "<draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame></text:p></draw:custom-shape></draw:g>cranes</text:p>",
     ["paragraph 1: prose 43 cranes", "paragraph 2: prose a quay", "paragraph 3: prose in a box"]),
    ("a title that looks a little otherwise", "<text:p text:style-name='T1'>The quay</text:p><text:p text:style-name='P1'>43</text:p>",
     ["paragraph 1: heading1 The quay", "paragraph 2: prose 43"]),
]  # fmt: skip


@each(("body", "blocks"), [pytest.param(*case[1:], id=case[0]) for case in ODT])
def test_odt(body: str, blocks: list[str]) -> None:
    assert told(read_data(odt(body), ".odt", "a.odt")) == blocks


def shape(text: str, holder: str = "", y: int = 0) -> str:
    place = f"<spPr><off x='0' y='{y}'/></spPr>"
    kind = f"<nvSpPr><ph type='{holder}'/></nvSpPr>" if holder else ""
    return f"<sp>{kind}{place}<txBody><p><r><t>{text}</t></r></p></txBody></sp>"


def pptx(slide: str, notes: str = "", show: str = "1", diagram: str = "") -> bytes:
    tree = "<cSld><spTree>{}</spTree></cSld>"
    return zipped(
        {
            "ppt/data1.xml": f"<dataModel>{diagram}</dataModel>",
            "_rels/.rels": relations(officeDocument="ppt/presentation.xml"),
            "ppt/presentation.xml": f"<presentation xmlns:r='{TYPES}'><sldIdLst><sldId r:id='slide'/></sldIdLst></presentation>",
            "ppt/_rels/presentation.xml.rels": relations(slide="slides/slide1.xml"),
            "ppt/slides/slide1.xml": f"<sld show='{show}'>{tree.format(slide)}</sld>",
            "ppt/slides/_rels/slide1.xml.rels": relations(notesSlide="../notes1.xml", diagramData="../data1.xml"),
            "ppt/notes1.xml": f"<notes>{tree.format(notes)}</notes>",
        }
    )  # fmt: skip


def test_slides_are_read_from_top_to_bottom() -> None:
    group = f"<grpSp>{shape('9 boats', y=20)}</grpSp>"
    slide = shape("last", y=90) + group + shape("The quay", "title", y=50) + shape("7", "sldNum")
    source = read_data(pptx(slide, shape("say 43", "body") + shape("1", "sldNum")), ".pptx", "a.pptx")
    assert told(source) == [
        "slide 1: heading1 The quay", "slide 1: prose 9 boats", "slide 1: prose last", "slide 1 (notes): prose say 43",
    ]  # fmt: skip


def test_diagrams_are_read_where_they_are_drawn() -> None:
    drawn = "<graphicData><relIds xmlns:r='r' r:dm='{}'/></graphicData>"
    frame = f"<graphicFrame><xfrm><off x='0' y='{{}}'/></xfrm><graphic>{drawn}</graphic></graphicFrame>"
    points = "<ptLst><pt type='doc'><t><p/></t></pt><pt><t><p><r><t>43 cranes</t></r></p></t></pt><pt><t><p><r><t>9 boats</t></r></p></t></pt></ptLst>"
    slide = shape("last", y=90) + frame.format(50, "diagramData") + frame.format(70, "gone")
    source = read_data(pptx(slide, diagram=points), ".pptx", "a.pptx")
    assert told(source) == ["slide 1: prose 43 cranes", "slide 1: prose 9 boats", "slide 1: prose last"]


def test_hidden_slides_are_named() -> None:
    source = read_data(pptx(shape("9 boats"), show="0"), ".pptx", "a.pptx")
    assert (source.blocks, source.warnings) == ((), ("not read, since hidden: 1 slide",))


CONTAINER = "<container><rootfiles><rootfile full-path='book/a.opf'/></rootfiles></container>"
PACKAGE = (
    "<package><metadata xmlns:dc='d'><dc:title>The quay</dc:title><dc:creator>Ana Lima</dc:creator></metadata><manifest>"
    "<item id='n' href='nav.xhtml' properties='nav'/><item id='b' href='b.xhtml'/><item id='a' href='a.xhtml'/>"
    "</manifest><spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/></spine></package>"
)


def test_chapters_in_the_order_of_the_spine() -> None:
    first = "<!DOCTYPE html><body><section epub:type='titlepage'><p>9</p></section><h1>One</h1><p>43 cranes<a epub:type='noteref'>1</a></p><aside epub:type='footnote'>of 2018</aside></body>"  # one file
    parts = {"META-INF/container.xml": CONTAINER, "book/a.opf": PACKAGE, "book/a.xhtml": first,
             "book/b.xhtml": "<body><h2>Two</h2><p>9 boats</p></body>", "book/nav.xhtml": "<body><p>8</p></body>"}  # fmt: skip
    source = read_data(zipped(parts), ".epub", "a.epub")
    assert told(source) == [
        "chapter “One”: heading1 One", "chapter “One”: prose 43 cranes", "chapter “One”, footnote 1: prose of 2018",
        "chapter “Two”: heading2 Two", "chapter “Two”: prose 9 boats",
    ]  # fmt: skip
    assert source.metadata == (("title", "The quay"), ("author", "Ana Lima"))


RTF = [
    ("paragraphs count", r"\par two\par", ["paragraph 2: prose two"]),
    ("signs in the file's encoding", r"caf\'e9 \'93x\'94\par", ["paragraph 1: prose café “x”"]),
    ("signs by number, with what stands for them", r"\u8220\'93x\u8221? y\par", ["paragraph 1: prose “x” y"]),
    ("what is no text", r"{\fonttbl{\f0 Arial;}}{\*\generator x;}{\info{\author y}}It has 43 cranes.\par",
     ["paragraph 1: prose It has 43 cranes."]),
    ("a mark, a power, hidden text", r"sank{\super 5}, 6 m{\super 2}{\v 9}\par", ["paragraph 1: prose sank, 6 m²"]),
    ("struck text", r"{\strike 9}{\striked1 9}sank{\strike0 5}\strike 9\plain 6\par", ["paragraph 1: prose sank56"]),
    ("a note", r"43 cranes{\footnote of 2018}.\par", ["paragraph 1: prose 43 cranes.", "footnote 1: prose of 2018"]),
    ("a table", r"\intbl Place\cell Cases\cell\row\intbl Quay\cell 14\cell\row\pard end\par",
     ["table 1, row 2: cell Quay < | Place | >",
      "table 1, row 2: cell 14 <Quay | Cases | >", "paragraph 1: prose end"]),
    ("what a program says of itself", r"{\*\x{\mmathPr\mmathFont34\mbrkBin0}}{\mmathPr\msmallFrac0 9}43\tblrsWidth3 cranes\par",
     ["paragraph 1: prose 43cranes"]),
    ("what stands for a sign that is given by its number", r"\u8217's {\uc2\u228\'e4a}\u8211 ?y {\uc0\u8217}s\u945{}z\par",
     ["paragraph 1: prose ’s ä–y ’sαz"]),
    ("signs in the encoding of their font",
     r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset238 B;}{\f2\cpg1251 C;}}\f1 Dvo\'f8\'e1k \f0\'f8{\f2 \'dd}\plain\'e9\par",
     ["paragraph 1: prose Dvořák øЭé"]),
    ("headings", r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s7\outlinelevel2 Brenk;}}\pard\s1 One\par\pard\s7 Two\par"
     r"\pard\s0\outlinelevel1 Three\par\pard\outlinelevel9 43 cranes\par\pard 9 boats\par",
     ["paragraph 1: heading1 One", "paragraph 2: heading3 Two", "paragraph 3: heading2 Three",
      "paragraph 4: prose 43 cranes", "paragraph 5: prose 9 boats"]),
    ("lists, without the numbers of their items",
     r"It has:\par{\listtext 1.\tab}\pard\ls1\ilvl0 43 cranes\par{\listtext 2.\tab}9 boats\par"
     r"{\pntext\'b7\tab}\pard\ls0 out\par\pard{\pntext 3)}7 huts\par",
     ["paragraph 1: prose It has:", "paragraph 2: item1 43 cranes <It has:>", "paragraph 3: item1 9 boats <It has:>",
      "paragraph 4: prose out", "paragraph 5: item1 7 huts"]),
    ("a text box, behind its paragraph",
     r"43 {\shp{\*\shpinst{\sp{\sn x}{\sv 9}}{\shptxt in a box\par of two\par}}{\shprslt 8}}cranes\par"
     r"{\header{\shp{\*\shpinst{\shptxt 7}}}}end\par",
     ["paragraph 1: prose 43 cranes", "paragraph 1: prose in a box", "paragraph 1: prose of two",
      "paragraph 2: prose end"]),
    ("lines that end in a stroke", "43 cranes\\\nof 2018\\\n", ["paragraph 1: prose 43 cranes", "paragraph 2: prose of 2018"]),
    ("a star within a group", r"{\b\*\cs7 43 cranes}{\*\cs7 9}\par", ["paragraph 1: prose 43 cranes"]),
    ("a picture as it is", "{\\pict\\bin6 }}{{\\\\}{\\*\\x\\bin-1 }43 cranes\\par", ["paragraph 1: prose 43 cranes"]),
    ("what stands behind the end", r"43 cranes\par}{9 boats\par", ["paragraph 1: prose 43 cranes"]),
]  # fmt: skip


@each(("body", "blocks"), [pytest.param(*case[1:], id=case[0]) for case in RTF])
def test_rtf(body: str, blocks: list[str]) -> None:
    assert told(read_data(("{\\rtf1\\ansi\\ansicpg1252 " + body + "}").encode(), ".rtf", "a.rtf")) == blocks


def test_a_text_that_opens_with_a_password_says_so() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(InputError, match=r"a\.odt: is encrypted; save it"):
        read_data(zipped({"META-INF/manifest.xml": manifest, "content.xml": "\0"}), ".odt", "a.odt")


@each("suffix", sorted(FILES.keys() - {".pdf"}))
@each("data", [b"", b"PK\x03\x04", b"\x00" * 50, b"no such file", zipped({"a": "b"})])
def test_what_is_none_of_a_format_costs_one_line(suffix: str, data: bytes) -> None:
    with pytest.raises(InputError, match=rf"a\{suffix}: is "):
        read_data(data, suffix, f"a{suffix}")


SOUND = {
    ".docx": docx("<w:p><w:r><w:t>It has 43 cranes.</w:t></w:r></w:p>"),
    ".xlsx": xlsx('<row r="1"><c r="A1"><v>43</v></c></row>'),
    ".odt": odt("<text:p>It has 43 cranes.</text:p>"),
    ".pptx": pptx(shape("It has 43 cranes.")),
    ".rtf": b"{\\rtf1 It has {\\b 43} cranes.\\par}",
    ".eml": b"Subject: x\n\nIt has 43 cranes.\n",
}


CRANES = "<w:p><w:r><w:t>It has 43 cranes.</w:t></w:r></w:p>"
ROW = '<row r="1"><c r="A1" s="0"><v>43</v></c></row>'
# What no program writes where a number belongs.
ODD = ["", "true", "-1", "²", "1e9", "9" * 5000, "999999999", "\u202e"]
# Files that have it in one place each.
NUMBERED: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "the span of a cell": (
        ".docx", lambda odd: docx(f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{odd}"/></w:tcPr>{CRANES}</w:tc></w:tr></w:tbl>')
    ),
    "the level of a list": (
        ".docx", lambda odd: docx(f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{odd}"/></w:numPr></w:pPr><w:r><w:t>43</w:t></w:r></w:p>')
    ),
    "the level of a heading": (
        ".docx", lambda odd: docx(f'<w:p><w:pPr><w:outlineLvl w:val="{odd}"/></w:pPr><w:r><w:t>43</w:t></w:r></w:p>')
    ),
    "the height of a run": (
        ".docx", lambda odd: docx(
            f'{CRANES}<w:p><w:r><w:rPr><w:position w:val="{odd}"/></w:rPr><w:t>7</w:t></w:r></w:p>'
        )
    ),
    "a row": (".xlsx", lambda odd: xlsx(ROW.replace('r="1"', f'r="{odd}"', 1))),
    "a column": (".xlsx", lambda odd: xlsx(ROW.replace('"A1"', '"C1"'), cells=f'<cols><col min="{odd}" max="{odd}" hidden="1"/></cols>')),
    "a look": (".xlsx", lambda odd: xlsx(ROW.replace('s="0"', f's="{odd}"'))),
    "a word": (".xlsx", lambda odd: xlsx(f'{ROW}<row r="2"><c r="A2" t="s"><v>{odd}</v></c></row>')),
    "a format": (".xlsx", lambda odd: xlsx(ROW, formats=f'<cellXfs><xf numFmtId="{odd}"/></cellXfs>')),
    "blanks": (".odt", lambda odd: odt(f'<text:p>It has <text:s text:c="{odd}"/>43</text:p>')),
    "the level of a head": (".odt", lambda odd: odt(f'<text:h text:outline-level="{odd}">43</text:h>')),
    "the columns of a cell": (
        ".odt", lambda odd: odt(
            f'<table:table><table:table-row><table:table-cell table:number-columns-spanned="{odd}">'
            "<text:p>43</text:p></table:table-cell></table:table-row></table:table>"
        )
    ),
}  # fmt: skip


@each("odd", ODD)
@each("place", NUMBERED)
def test_what_is_no_number_costs_no_file(place: str, odd: str) -> None:
    suffix, made = NUMBERED[place]
    assert "43" in read_data(made(odd), suffix, "a").view.text


DEEP = 5000
NESTED = {
    ".docx": docx("<w:sdt><w:sdtContent>" * DEEP + CRANES + "</w:sdtContent></w:sdt>" * DEEP),
    ".odt": odt("<text:span>" * DEEP + "43" + "</text:span>" * DEEP),
    ".xlsx": xlsx("", strings="<si>" + "<r>" * DEEP + "<t>43</t>" + "</r>" * DEEP + "</si>"),
    ".eml": b"Subject: x\nContent-Type: message/rfc822\n\n" * DEEP + b"Subject: x\n\n43\n",
}


@each("suffix", NESTED)
def test_what_is_nested_without_end_costs_one_line(suffix: str) -> None:
    with suppress(InputError):
        read_data(NESTED[suffix], suffix, "a")


@each("suffix", SOUND)
def test_cut_off_or_changed_anywhere_a_file_is_read_or_refused(suffix: str) -> None:
    sound = SOUND[suffix]
    for at in range(0, len(sound), max(1, len(sound) // 60)):
        for data in (sound[:at], sound[:at] + b"\xff" + sound[at + 1 :], sound[:at] + sound[at + 7 :]):
            with suppress(InputError):
                read_data(data, suffix, "a")
