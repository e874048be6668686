"""The checker's sheet: what goes out, what comes back, and what a second person noted meanwhile."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run, project, run

from factcheck.desk.sheet import HEAD

DRAFT = """\
Turnout in the harbour vote of 3 May 2020 was 76 percent.

Ann Weaver, the mayor, spoke of 40 huts.

=huts, or 40 huts.
"""
SETTLED = "checks/draft.md.toml"
__all__ = ["project", "run"]  # fixtures


@pytest.fixture
def draft(project: Path) -> Path:
    path = project / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def workbook(path: Path) -> Any:
    """A workbook as others read it. The reader is loaded here: it takes a while, which only who asks should wait."""
    from openpyxl import load_workbook

    return load_workbook(path)


def fill(project: Path, run: Run, *marks: tuple[str, str, str, str]) -> Any:
    """Hand out a sheet, note something on the rows of some words, and take it back; what the command did."""
    rows = table(run("sheet", "draft.md").stdout)
    for words, *noted in marks:
        row = next(row for row in rows if row["words"] == words)
        row |= dict(zip(("status", "owner", "note"), noted, strict=True))
    return take(project, run, rows)


def take(project: Path, run: Run, rows: list[dict[str, str]]) -> Any:
    with (project / "sheet.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEAD)
        writer.writeheader()
        writer.writerows(rows)
    return run("sheet", "draft.md", "--import", "sheet.csv")


def noted(run: Run) -> list[tuple[str, str, str, str]]:
    rows = table(run("sheet", "draft.md").stdout)
    return [(row["words"], row["status"], row["owner"], row["note"].removeprefix("'")) for row in rows if row["owner"]]


def test_a_row_for_each_figure_and_name_in_the_order_of_the_text(draft: Path, run: Run) -> None:
    rows = table(run("sheet", "draft.md").stdout)
    assert [(row["words"], row["kind"], row["verdict"], row["status"]) for row in rows] == [
        ("3 May 2020", "date", "supported", "open"),
        ("76 percent", "percentage", "contradicted", "open"),
        ("Ann Weaver", "name", "supported", "open"),
        ("40", "count", "unverified", "open"),
        ("40", "count", "unverified", "open"),
    ]
    assert rows[1]["passage"] == "Turnout in the harbour vote of 3 May 2020 was 67 percent."
    assert rows[1]["place"] == "sources/report.txt, line 3"
    assert rows[1]["in draft"] == "line 1"
    assert len({row["key"] for row in rows}) == 5


def test_what_looks_like_a_formula_is_text(project: Path, draft: Path, run: Run) -> None:
    assert table(run("sheet", "draft.md").stdout)[4]["sentence"] == "'=huts, or 40 huts."
    assert run("sheet", "draft.md", "-o", "sheet.xlsx").status == 0
    cell = workbook(project / "sheet.xlsx").active.cell(6, 5)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=huts, or 40 huts.", "s", True)


def test_what_is_noted_comes_back_and_is_kept_for_git(project: Path, draft: Path, run: Run) -> None:
    outcome = fill(project, run, ("76 percent", "ok", "Ann Weaver", 'the "second" count\\'), ("40", "call", "Bo", ""))
    assert outcome.stderr == f"factcheck: wrote {SETTLED}: 5 rows: 3 open, 1 ok, 1 call\n"
    assert noted(run) == [("76 percent", "ok", "Ann Weaver", 'the "second" count\\'), ("40", "call", "Bo", "")]
    kept = (project / SETTLED).read_text(encoding="utf-8")
    assert 'words = "76 percent"' in kept
    assert take(project, run, table(run("sheet", "draft.md").stdout)).status == 0
    assert (project / SETTLED).read_text(encoding="utf-8") == kept


def test_verify_tells_who_settled_what_and_open_shows_the_rest(project: Path, draft: Path, run: Run) -> None:
    fill(project, run, ("76 percent", "ok", "Ann Weaver", "the second count"), ("40", "call", "Bo", "the council"))
    shown = run("verify", "draft.md")
    assert shown.status == 1
    assert "  The desk: ok, Ann Weaver: the second count\n" in shown.stdout
    assert "1 settled by the desk, 1 noted." in shown.stdout
    rest = run("verify", "--open", "draft.md")
    assert rest.status == 0
    assert "76 percent" not in rest.stdout
    assert "  The desk: call, Bo: the council\n" in rest.stdout
    assert '"check": {"status": "ok", "owner": "Ann Weaver"' in run("verify", "--format", "jsonl", "draft.md").stdout
    assert "The desk: <bdi>ok, Ann Weaver: the second count" in run("verify", "--format", "html", "draft.md").stdout


def test_an_edited_sentence_is_open_again_with_its_note(project: Path, draft: Path, run: Run) -> None:
    fill(project, run, ("76 percent", "ok", "Ann Weaver", "the second count"))
    draft.write_text(DRAFT.replace("was 76", "was nearly 76"), encoding="utf-8")
    assert noted(run) == [("nearly 76 percent", "open", "Ann Weaver", "the second count")]
    draft.write_text(DRAFT.replace("Turnout in the harbour vote of 3 May 2020", "Elsewhere it"), encoding="utf-8")
    assert noted(run) == []


def test_other_text_may_come_and_go_before_a_settled_row(project: Path, draft: Path, run: Run) -> None:
    fill(project, run, ("76 percent", "ok", "Ann Weaver", ""))
    draft.write_text(f"A new beginning with 12 boats.\n\n{DRAFT}", encoding="utf-8")
    assert noted(run) == [("76 percent", "ok", "Ann Weaver", "")]


def test_a_row_that_was_left_alone_takes_nothing_back(project: Path, draft: Path, run: Run) -> None:
    """Two checkers have a sheet each; neither undoes what the other has noted."""
    early = table(run("sheet", "draft.md").stdout)
    fill(project, run, ("76 percent", "ok", "Ann Weaver", ""))
    early[3] |= {"status": "Change ", "owner": "Bo"}
    take(project, run, list(reversed(early)))
    assert noted(run) == [("76 percent", "ok", "Ann Weaver", ""), ("40", "change", "Bo", "")]
    again = table(run("sheet", "draft.md").stdout)
    again[1] |= {"status": "", "owner": "", "note": ""}
    take(project, run, again)
    assert noted(run) == [("40", "change", "Bo", "")]


def test_rows_of_sentences_that_are_gone_are_counted(project: Path, draft: Path, run: Run) -> None:
    rows = table(run("sheet", "draft.md").stdout)
    rows[1]["owner"] = "Ann Weaver"
    draft.write_text("Nothing is left.\n", encoding="utf-8")
    assert "1 of sentences that are no longer there were left out" in take(project, run, rows).stderr


# What is wrong with a sheet, and what is said of it.
WRONG = [
    ("sheet.csv", b"a,b\n1,2\n", "sheet.csv: is no sheet of ours: it has no column key, was, status"),
    (
        "sheet.csv",
        b"key,was,status\nk,w,fine\n",
        "sheet.csv: row 2: the status 'fine' is none of open, ok, change, call",
    ),
    ("sheet.csv", b"\xff\xfe", "sheet.csv: is not UTF-8"),
    ("sheet.xlsx", b"PK", "sheet.xlsx: is damaged or cut off"),
    ("sheet.pdf", b"", "sheet.pdf: a sheet is a workbook (.xlsx) or .csv"),
]


@pytest.mark.parametrize(("name", "data", "said"), WRONG)
def test_a_sheet_that_cannot_be_used_changes_nothing(
    project: Path, draft: Path, run: Run, name: str, data: bytes, said: str
) -> None:
    (project / name).write_bytes(data)
    outcome = run("sheet", "draft.md", "--import", name)
    assert (outcome.status, said in outcome.stderr) == (2, True), outcome.stderr
    assert not (project / SETTLED).exists()


BROKEN = [
    ("[[chek]]\n", "unknown table [chek]; did you mean 'check'?"),
    ('[[check]]\nkey = "a"\nstate = "ok"\n', "unknown key 'state'; did you mean 'status'?"),
    ('[[check]]\nstatus = "ok"\n', "a check must have the key of its finding"),
    ('[[check]]\nkey = "a"\nstatus = "done"\n', "'status' must be one of open, ok, change, call, not 'done'"),
    ("[[check]]\nkey = 1\n", "write [[check]] with texts in quotation marks"),
]


@pytest.mark.parametrize(("text", "said"), BROKEN)
def test_a_broken_file_is_named_with_its_line(project: Path, draft: Path, run: Run, text: str, said: str) -> None:
    (project / "checks").mkdir()
    (project / SETTLED).write_text(text, encoding="utf-8")
    outcome = run("verify", "draft.md")
    assert outcome.status == 2
    assert f"{SETTLED}:1: {said}" in outcome.stderr


@pytest.mark.slow
def test_a_workbook_comes_back_from_libreoffice(
    project: Path, draft: Path, run: Run, office: Callable[..., Path]
) -> None:
    run("sheet", "draft.md", "-o", "sheet.xlsx")
    book = workbook(project / "sheet.xlsx")
    sheet = book.active
    marks = [("ok", "Ann", "=1+1 is no sum"), ("change", "Bo", "über “all”"), ("call", "C.", "-"), ("open", "D.", "?")]
    for number, mark in enumerate(marks, 2):
        for column, text in enumerate(mark, HEAD.index("status") + 1):
            sheet.cell(number, column).value = text
            sheet.cell(number, column).data_type = "s"
    sheet.move_range(f"A2:O{sheet.max_row}", rows=3)
    book.save(project / "sheet.xlsx")
    office(project / "sheet.xlsx", "ods", "xlsx")
    assert run("sheet", "draft.md", "--import", "sheet.xlsx").status == 0
    assert [row[1:] for row in noted(run)] == marks
