"""What a Zotero library states of sources, taken over into sources.toml once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run, project, run
from tests.rows import each

from factcheck.desk.zotero import items

__all__ = ["project", "run"]  # fixtures

# Entries as exported, and the facts that they state.
ENTRIES: list[tuple[dict[str, Any], dict[str, str]]] = [
    ({}, {}),
    ({"id": "http://zotero.org/users/1/items/X", "title": 7}, {}),
    ({"id": "brenk2020", "title": " The  quay ", "container-title": "Odby Post", "publisher": "Odby Press",
      "author": [{"family": "Brenk", "given": "Ada"}, {"literal": "The Board"}],
      "issued": {"date-parts": [[2020, 5, 3]]}, "URL": "https://example.org/a"},
     {"id": "brenk2020", "title": "The quay", "author": "Ada Brenk and The Board", "publisher": "Odby Post",
      "published": "2020-05-03", "url": "https://example.org/a"}),
    ({"issued": {"date-parts": [[2020, 5], [2020, 7]]}}, {"published": "2020-05/2020-07"}),
    ({"issued": {"date-parts": [["2020", "13"]]}}, {}),
    ({"citationKey": "b", "date": "3 May 2020", "url": "javascript:alert(1)", "publicationTitle": "Odby Post",
      "creators": [{"creatorType": "editor", "lastName": "No"}, {"firstName": "A.", "lastName": "B."},
                   {"creatorType": "author", "name": "C"}, {"creatorType": "author", "lastName": "D"}]},
     {"id": "b", "author": "A. B., C and D", "publisher": "Odby Post", "published": "2020"}),
]  # fmt: skip


@each(("entry", "facts"), ENTRIES)
def test_facts(entry: dict[str, Any], facts: dict[str, str]) -> None:
    (item,) = items(json.dumps([entry]).encode(), "z.json")
    assert dict(item.facts) == facts


def take(project: Path, run: Run, *entries: dict[str, Any]) -> str:
    (project / "z.json").write_text(json.dumps({"items": list(entries)}), encoding="utf-8")
    outcome = run("sources", "--import", "z.json")
    assert outcome.status == 0, outcome.stderr
    return str(outcome.stderr)


REPORT = {"title": "Another title", "publisher": "Port Press", "attachments": [{"path": "C:\\zotero\\REPORT.txt"}]}


def test_an_entry_is_known_by_its_file_and_taken_once(project: Path, run: Run) -> None:
    said = take(project, run, REPORT, {"title": "Something else that nobody has"})
    assert said == "factcheck: wrote sources/sources.toml\nfactcheck: 1 source of 2 entries known\n"
    written = (project / "sources" / "sources.toml").read_text(encoding="utf-8")
    assert written == '[[document]]\nfile = "report.txt"\ntitle = "Another title"\npublisher = "Port Press"\n'
    assert "nothing new" in take(project, run, REPORT)
    assert (project / "sources" / "sources.toml").read_text(encoding="utf-8") == written
    assert "Port Press" in run("sources").stdout


def test_an_entry_is_known_by_its_title(project: Path, run: Run) -> None:
    assert "1 source of 1 entry" in take(project, run, {"title": "The Harbour REPORT.", "publisher": "Port Press"})
    assert "0 sources of 1 entry" in take(project, run, {"title": "Report", "publisher": "Port Press"})


def test_what_is_known_of_an_address_is_stated_by_the_project(project: Path, run: Run) -> None:
    (project / "factcheck.toml").write_text(
        f'[library]\nsources = ["file://{project.as_posix()}/sources/**/*.txt"]\n', encoding="utf-8"
    )
    assert take(project, run, REPORT).startswith("factcheck: wrote sources.toml\n")
    written = (project / "sources.toml").read_text(encoding="utf-8")
    assert f'file = "file://{project.as_posix()}/sources/report.txt"\n' in written
    assert "nothing new" in take(project, run, REPORT)
    assert "Port Press" in run("sources").stdout


def test_what_an_editor_has_stated_stays(project: Path, run: Run) -> None:
    notes = project / "sources" / "sources.toml"
    notes.write_text('# ours\n[[document]]\nfile = "*.txt"\npublisher = "The Board"\n', encoding="utf-8")
    take(project, run, REPORT)
    assert notes.read_text(encoding="utf-8") == (
        '# ours\n[[document]]\nfile = "*.txt"\npublisher = "The Board"\n\n'
        '[[document]]\nfile = "report.txt"\ntitle = "Another title"\n'
    )


@pytest.mark.parametrize("data", [b"", b"{}", b'{"items": 3}', b"\xff", b"[" * 100_000])
def test_what_is_no_library_is_refused(project: Path, run: Run, data: bytes) -> None:
    (project / "z.json").write_bytes(data)
    outcome = run("sources", "--import", "z.json")
    assert (outcome.status, outcome.stderr.startswith("factcheck: z.json: ")) == (2, True)
