"""Small office files as bytes, made of the XML of their parts."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from factcheck.model import Source

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


OLD = '<row r="1"><c r="A1"><v>555</v></c></row>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of parts by name."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return file.getvalue()


def relations(**targets: str) -> str:
    """What a part refers to, by kind; the kind is the id, too."""
    entries = "".join(f'<Relationship Id="{k}" Type="{TYPES}/{k}" Target="{t}"/>' for k, t in targets.items())
    return f"<Relationships>{entries}</Relationships>"


def docx(body: str, **parts: str) -> bytes:
    """A Word file of a body; `styles`, `footnotes` and `endnotes` are the insides of those parts."""
    own = {f"word/{name}.xml": f'<w:{name} xmlns:w="{WORD}">{inside}</w:{name}>' for name, inside in parts.items()}
    return zipped(
        {
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/_rels/document.xml.rels": relations(**{name: f"{name}.xml" for name in parts}),
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
            **own,
        }
    )


def xlsx(rows: str, *, cells: str = "", formats: str = "", strings: str = "", state: str = "visible") -> bytes:
    """A workbook whose first sheet, "Cases", holds rows; `cells` stands beside them (mergeCells, cols)."""
    book = (
        f'<workbook xmlns="{SHEET}" xmlns:r="{TYPES}"><sheets><sheet name="Cases" sheetId="1" r:id="worksheet"/>'
        f'<sheet name="Old" sheetId="2" state="{state}" r:id="old"/></sheets></workbook>'
    )
    return zipped(
        {
            "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": relations(
                worksheet="sheet1.xml", old="sheet2.xml", styles="styles.xml", sharedStrings="strings.xml"
            ),
            "xl/sheet1.xml": f'<worksheet xmlns="{SHEET}">{cells}<sheetData>{rows}</sheetData></worksheet>',
            "xl/sheet2.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{OLD}</sheetData></worksheet>',
            "xl/styles.xml": f'<styleSheet xmlns="{SHEET}">{formats}</styleSheet>',
            "xl/strings.xml": f'<sst xmlns="{SHEET}">{strings}</sst>',
        }
    )


def told(source: Source) -> list[str]:
    """The blocks of a source, each with its place, its part on the page and the words that govern it."""
    lines = []
    for block in source.blocks:
        text = source.view.text[block.span.start : block.span.end]
        place = source.place(source.view.origin(block.span).start).words()
        lead = f" <{' | '.join(block.lead)}>" if block.lead else ""
        lines.append(f"{place}: {block.role}{block.level or ''} {text}{lead}")
    return lines
