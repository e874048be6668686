"""What other tools are given: sound in their format, whole, and without what is confidential."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.export.bibliography import bibtex, csl_json
from factcheck.export.tables import csv_lines
from factcheck.model import Document
from factcheck.text import Span

CLAIMS = """\
[[claim]]
id = "bridge-opened"
kind = "date"
subject = "East Bridge"
value = "31 May 1931"
status = "confirmed"
checked-by = "Ann"
checked-on = 2024-02-01

[[claim.source]]
document = "report"
exact = "on 31 May 1931"

[[claim]]
id = "secret"
kind = "count"
subject = "East Bridge"
value = "9"
confidential = true

[[claim]]
id = "embargoed"
kind = "count"
subject = "East Bridge"
value = "9"
embargo-until = "2999-01-01"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "claims").mkdir()
    (tmp_path / "factcheck.toml").write_text('[library]\nsources = ["sources/*.txt"]\n')
    (tmp_path / "sources" / "report.txt").write_text("Report\n\n=Mara Lund= opened it on 31 May 1931.\n")
    (tmp_path / "claims" / "bridge.toml").write_text(CLAIMS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _export(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["export", *arguments]) == 0
    return capsys.readouterr().out


def test_json_lines(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    curated, raw = map(json.loads, _export(capsys).splitlines())
    assert (curated["id"], curated["status"], curated["value"]) == ("bridge-opened", "confirmed", "1931-05-31")
    assert curated["sources"][0]["selector"] == {
        "type": "TextQuoteSelector",
        "exact": "on 31 May 1931",
        "prefix": "",
        "suffix": "",
    }
    assert (raw["status"], raw["text"], raw["document"]) == (None, "31 May 1931", "report")


def test_what_is_confidential_leaves_only_when_asked_for(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("jsonl", "csv", "web-annotation"):
        assert "secret" not in _export(capsys, "--format", form)
        assert "embargoed" not in _export(capsys, "--format", form)
    asked = _export(capsys, "--only", "curated", "--confidential")
    assert [json.loads(line)["id"] for line in asked.splitlines()] == ["bridge-opened", "secret", "embargoed"]


def test_csv(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(_export(capsys, "--format", "csv"))))
    assert [(row["id"] == "bridge-opened", row["value"], row["document"]) for row in rows] == [
        (True, "1931-05-31", "report"),
        (False, "1931-05-31", "report"),
    ]
    # A sentence that begins like a formula must not become one.
    assert rows[1]["sentence"].startswith("'=Mara")


def test_web_annotations(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = json.loads(_export(capsys, "--format", "web-annotation"))
    curated, raw = page["items"]
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (curated["motivation"], curated["creator"]["name"], curated["created"]) == (
        "assessing", "Ann", "2024-02-01T00:00:00Z",
    )  # fmt: skip
    assert raw["target"]["selector"][0]["exact"] == "31 May 1931"
    assert raw["target"]["selector"][0]["prefix"].endswith("opened it on ")


def test_output_to_a_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _export(capsys, "--output", "claims.jsonl", "--only", "raw") == ""
    assert json.loads(Path("claims.jsonl").read_text())["text"] == "31 May 1931"


DOCUMENT = Document(
    "report#2", "r.txt", Span(0, 9), "50% of {everything} & more", "The Post", "Ann Lund", "2022-03/2022-06-05",
    "the latest date it names", "https://example.org/a_b",
)  # fmt: skip


def test_csl_json() -> None:
    [item] = json.loads(csl_json([DOCUMENT], {}))
    assert item["author"] == [{"literal": "Ann Lund"}]
    assert item["issued"] == {"date-parts": [[2022, 3], [2022, 6, 5]], "circa": True}
    [told] = json.loads(csl_json([replace(DOCUMENT, published="2022-06-05", published_basis="stated at the top")], {}))
    assert told["issued"] == {"date-parts": [[2022, 6, 5]]}
    assert json.loads(csl_json([Document("d", "d.txt", Span(0, 0))], {"other": ("p. 4",)})) == [
        {"id": "d", "type": "article-newspaper", "title": "d.txt"}
    ]


def test_bibtex() -> None:
    first, second = bibtex([DOCUMENT, DOCUMENT], {}).split("\n\n")
    assert first.startswith("@misc{report-2,\n")
    assert second.startswith("@misc{report-2-2,\n")
    assert r"title = {{50\% of \{everything\} \& more}}," in first
    assert "year = {2022}," in first
    assert "url = {https://example.org/a_b}," in first


def _citing(name: str, place: str, more: str = "") -> str:
    """A curated claim that rests on the report, at a place."""
    source = f'[[claim.source]]\ndocument = "report"\nexact = "Report"\n{place}\n'
    return f'[[claim]]\nid = "{name}"\nkind = "count"\nsubject = "East Bridge"\nvalue = "9"\n{more}\n{source}'


NOTES = [
    ("no place is stated", "", None),
    ("a page", "page = 12", "p. 12"),
    ("a page as printed", 'page = "iv"', "p. iv"),
    ("a time", 'timecode = "00:01:02"', "00:01:02"),
    ("a cell", 'cell = "R&D!B3"', "R&D!B3"),
]


@pytest.mark.parametrize(("place", "note"), [row[1:] for row in NOTES], ids=[row[0] for row in NOTES])
def test_a_bibliography_tells_where_checked_claims_stand(
    project: Path, capsys: pytest.CaptureFixture[str], place: str, note: str | None
) -> None:
    claims = [_citing("a", place), _citing("b", place), _citing("c", "page = 99", "confidential = true")]
    (project / "claims" / "bridge.toml").write_text("\n".join(claims))
    [item] = json.loads(_export(capsys, "--format", "csl-json"))
    assert item.get("note") == note
    entry = _export(capsys, "--format", "bibtex")
    assert [line for line in entry.splitlines() if "note" in line] == (
        [f"  note = {{{note}}},".replace("&", r"\&")] if note else []
    )
    assert "note" not in _export(capsys, "--format", "bibtex", "--only", "raw")
    assert [row["place"] for row in csv.DictReader(io.StringIO(_export(capsys, "--format", "csv")))] == [
        note or "", note or "", "",
    ]  # fmt: skip


def test_cells_that_look_like_formulas_are_disarmed() -> None:
    lines = "".join(csv_lines(["a"], [["=1+1"], ["-3"], ["x,y\nz"]]))
    assert list(csv.reader(io.StringIO(lines))) == [["a"], ["'=1+1"], ["'-3"], ["x,y\nz"]]
