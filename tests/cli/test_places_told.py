"""Files that are no plain text: figures are told by their own places, and what is no statement is in no library."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.readers.drawn import lines, pdf
from tests.readers.zipped import docx, xlsx, zipped


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def lay_out(project: Path) -> None:
    (project / "sources" / "quay.docx").write_bytes(docx(p("The quay") + p("The old quay of Orlow has 43 cranes.")))
    (project / "factcheck.toml").write_text('[library]\nsources = ["sources/*.docx"]\n', encoding="utf-8")


def test_a_word_file_is_cited_by_paragraph(project: Path, run: Callable[..., Any]) -> None:
    lay_out(project)
    (project / "draft.md").write_text("The old quay of Orlow has 34 cranes.\n", encoding="utf-8")
    assert "  sources/quay.docx, paragraph 2\n" in run("verify", "draft.md").stdout
    finding = json.loads(run("verify", "--format", "json", "draft.md").stdout)["findings"][0]
    assert "place" not in finding
    assert (finding["evidence"][0]["place"], finding["evidence"][0]["place_text"]) == ({"paragraph": 2}, "paragraph 2")
    (project / "draft.md").write_text("The old quay of Orlow has 43 cranes.\n", encoding="utf-8")
    assert ", paragraph 2.\n" in run("cite", "draft.md").stdout


def test_a_word_file_is_a_draft(project: Path, run: Callable[..., Any]) -> None:
    lay_out(project)
    (project / "draft.docx").write_bytes(docx(p("") + p("The old quay of Orlow has 34 cranes.")))
    assert "draft.docx, paragraph 2: FC101 figure-differs" in run("verify", "draft.docx").stdout
    finding = json.loads(run("verify", "--format", "json", "draft.docx").stdout)["findings"][0]
    assert finding["place"] == {"paragraph": 2}


SAID = (
    "The old quay of Orlow has 34 cranes.",
    "It opened on 31 June 1911. “We built 44 boats for the old quay,” said Mara Lund.",
)
ODT = '<o:document-content xmlns:o="o" xmlns:t="t"><o:body><o:text>{}</o:text></o:body></o:document-content>'
# One text as a draft of every format that editors write.
DRAFTS = {
    "draft.md": "\n\n".join(SAID).encode(),
    "draft.html": "".join(f"<p>{said}</p>" for said in SAID).encode(),
    "draft.docx": docx("".join(map(p, SAID))),
    "draft.odt": zipped({"content.xml": ODT.format("".join(f"<t:p>{said}</t:p>" for said in SAID))}),
}


def test_a_draft_has_the_same_findings_in_every_format(project: Path, run: Callable[..., Any]) -> None:
    lay_out(project)
    source = p("The old quay of Orlow has 43 cranes.") + p("“We built 43 boats for the old quay,” said Mara Lund.")
    (project / "sources" / "quay.docx").write_bytes(docx(source))
    found = {}
    for name, data in DRAFTS.items():
        (project / name).write_bytes(data)
        findings = json.loads(run("verify", "--all", "--format", "json", name).stdout)["findings"]
        found[name] = [(one["rule"], one["verdict"], one["text"]) for one in findings]
    assert len(found["draft.md"]) > 3
    assert {verdict for _, verdict, _ in found["draft.md"]} >= {"contradicted"}
    assert all(told == found["draft.md"] for told in found.values()), found


def test_a_cell_comes_with_its_heads(project: Path, run: Callable[..., Any]) -> None:
    rows = '<row r="1"><c r="A1" t="str"><v>Place</v></c><c r="B1" t="str"><v>Cases</v></c></row>'
    rows += '<row r="2"><c r="A2" t="str"><v>Quay</v></c><c r="B2"><v>11</v></c></row>'
    (project / "a.xlsx").write_bytes(xlsx(rows, state="hidden"))
    claim = json.loads(run("extract", "--format", "jsonl", "a.xlsx").stdout)
    assert (claim["place_text"], claim["row"], claim["column"]) == ("Cases!B2", "Quay", "Cases")


CELLS = (
    '<row r="1"><c r="A1" t="str"><v>Quay</v></c><c r="B1" t="str"><v>Cranes</v></c></row>'
    '<row r="2"><c r="A2" t="str"><v>Orlow</v></c><c r="B2"><v>43</v></c></row>'
)
CAPTION = "1\n00:01:02,500 --> 00:01:05,000\nThe old quay of Orlow has 43 cranes.\n"
# A file, the key under which a curated claim states the place, and the place as every output has it.
STATED: list[tuple[str, bytes, str, str]] = [
    ("quay.txt", b"The old quay of Orlow has 43 cranes.\n", "", "sources/quay.txt:1:27"),
    ("quay.docx", docx(p("The quay") + p("The old quay of Orlow has 43 cranes.")), "", "paragraph 2"),
    ("quay.srt", CAPTION.encode(), "timecode", "00:01:02"),
    ("quay.xlsx", xlsx(CELLS, state="hidden"), "cell", "Cases!B2"),
    ("quay.csv", b"Quay,Cranes\nOrlow,43\n", "cell", "row 2, column 2"),
    (
        "quay.pdf",
        pdf(lines(50, 700, "It is old."), lines(50, 700, "The old quay of Orlow has 43 cranes.")),
        "page",
        "p. 2",
    ),
]


@pytest.mark.parametrize(("name", "data", "key", "place"), STATED, ids=[row[0] for row in STATED])
def test_a_place_goes_with_the_figure(
    project: Path, run: Callable[..., Any], name: str, data: bytes, key: str, place: str
) -> None:
    (project / "factcheck.toml").write_text('[library]\nsources = ["sources/quay.*"]\n', encoding="utf-8")
    (project / "sources" / name).write_bytes(data)
    row = next(csv.DictReader(io.StringIO(run("lookup", "--value", "43", "--format", "csv").stdout)))
    assert row["place"].endswith(place)
    [claim] = json.loads(run("lookup", "--value", "43", "--format", "json").stdout)["results"]
    assert claim.get("place_text", place) == place
    assert run("claims", "add", claim["id"]).status == 0
    [source] = json.loads(run("claims", "list", "--format", "json").stdout)["claims"][0]["sources"]
    assert {name: source[name] for name in ("page", "timecode", "cell") if source[name]} == (
        {key: place.removeprefix("p. ")} if key else {}
    )


@pytest.mark.parametrize(("name", "data", "key", "place"), STATED, ids=[row[0] for row in STATED])
def test_a_place_goes_into_footnotes_and_bibliographies(
    project: Path, run: Callable[..., Any], name: str, data: bytes, key: str, place: str
) -> None:
    """Text has no place but its lines, which no citation names; a bibliography has those that claims are checked by."""
    (project / "factcheck.toml").write_text('[library]\nsources = ["sources/quay.*"]\n', encoding="utf-8")
    (project / "sources" / name).write_bytes(data)
    (project / "draft.md").write_text("The old quay of Orlow has 43 cranes.\n", encoding="utf-8")
    shown = "" if name == "quay.txt" else place
    assert run("cite", "draft.md").stdout.endswith(f", {shown}.\n" if shown else ".\n")
    assert f"[@quay{shown and f', {shown}'}]" in run("cite", "--keys", "draft.md").stdout
    assert f"{place}" in run("lookup", "43").stdout
    [claim] = json.loads(run("lookup", "--value", "43", "--format", "json").stdout)["results"]
    assert run("claims", "add", claim["id"]).status == 0
    [item] = json.loads(run("export", "--format", "csl-json").stdout)
    assert item.get("note", "") == (place if key else "")
    entry = run("export", "--format", "bibtex").stdout
    assert (f"  note = {{{place}}},\n" in entry) == bool(key)


PAGE = (
    "<h1>The pier</h1><p>The pier of Orlow has 43 cranes.</p>"
    + "<p>It has stood there since the flood.</p>" * 9
    + '<div class="related"><p>Orlow: 88 boats</p></div>'
)


def test_the_library_knows_nothing_of_it(project: Path, run: Callable[..., Any]) -> None:
    (project / "factcheck.toml").write_text('[library]\nsources = ["sources/*.html"]\n', encoding="utf-8")
    (project / "sources" / "pier.html").write_text(PAGE, encoding="utf-8")
    assert "1 figure or quotation outside the articles of saved pages" in run("index").stdout
    assert "88 boats" not in run("lookup", "boats").stdout
    note = '[[document]]\nfile = "pier.html"\nwhole = true\n'
    (project / "sources" / "sources.toml").write_text(note, encoding="utf-8")
    assert "88 boats" in run("lookup", "boats").stdout
