"""What lies among the sources and is not read is said, with the way out; nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.config import load
from factcheck.workspace.leftover import leftovers
from factcheck.workspace.survey import scan

# The patterns, the files that lie there, what is said.
CASES = [
    (["sources/**/*"], ["a.txt", "b.pdf", "c/d.docx", "sources.toml", ".hidden.docx", "notes.log"], []),
    (["sources/*.txt"], ["a.txt", "sources.toml", "notes.log", "README"], []),
    (["sources/*.txt"], ["a.txt", "b.docx"], ["1 .docx file not read (sources/b.docx): no pattern of `sources` in factcheck.toml takes them"]),
    (["sources/*.txt"], ["a.txt", "deeper/b.docx"], []),
    (["sources/**/*"], ["a.txt", "b.DOC"], ["1 .doc file not read (sources/b.DOC): an old word processor's document, which is not read; save it as .docx"]),
    (["sources/**/*"], ["a.txt", *(f"{n}.png" for n in range(5))],
     ["5 .png files not read (sources/0.png, sources/1.png, sources/2.png and 2 more): a picture, which is not read; ocrmypdf makes a PDF of it"]),
]  # fmt: skip


@pytest.mark.parametrize(("patterns", "files", "said"), CASES)
def test_leftovers(patterns: list[str], files: list[str], said: list[str], tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text(f"[library]\nsources = {patterns}\n", encoding="utf-8")
    for name in files:
        path = tmp_path / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It has 43 cranes.\n", encoding="utf-8")
    project = load(tmp_path / "factcheck.toml")
    assert [leftover.words() for leftover in leftovers(project)] == said
    unread = {name for leftover in leftovers(project) for name in leftover.paths}
    assert not unread & {file.path for file in scan(project).files}


def test_what_is_stated_of_sources_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('[library]\nsources = ["*.t*"]\n', encoding="utf-8")
    for name in ("a.txt", "sources.toml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert "sources.toml" not in [file.path for file in scan(load(tmp_path / "factcheck.toml")).files]
