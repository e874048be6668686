"""A draft under edit has the findings that it has as a whole, and what was not touched is not judged again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import PROJECT, SOURCE

import factcheck
from factcheck import Finding, Library
from factcheck.extract.reading import Reading
from factcheck.model import Source
from factcheck.services.library import source_of
from factcheck.services.revised import Revised

NAMES = "\n\nThe mayor Ann Weaver and the engineer Tomas Birgersson met. Mr Birgersson spoke for Ann Weaver.\n"
DRAFT = """\
# The harbour

Turnout in the harbour vote was 61 percent, and Tomas Birgerson saw twelve boats sink in 2019.

The festival drew 812 visitors. The parade drew 90 visitors.

“We will rebuild the pier before the winter,” said Ann Weaver.
"""
EDITS = [
    # what is written instead of what, how many figures and quotations are judged again
    ("", "", 0),
    ("# The harbour\n", "# The harbour\n\nA new paragraph without a figure.\n", 0),
    ("812", "813", 1),
    ("drew 812", "had drawn 812", 1),
    ("61 percent", "67 percent", 3),
    ("before the winter", "before the spring", 2),
    ("The parade drew 90 visitors.", "", 0),
    ("The parade drew 90 visitors.", "The parade drew 90 visitors. The fair drew 7 clowns.", 1),
    ("Tomas Birgerson saw", "Tomas Birgersson saw", 3),
    ("Ann Weaver.", "Ann Weaver. Tomas Birgerson nodded.", 0),
]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "factcheck.toml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "report.txt").write_text(SOURCE + NAMES, encoding="utf-8")
    with factcheck.open(tmp_path) as opened:
        yield opened


def seen(findings: list[Finding]) -> list[tuple[object, ...]]:
    return sorted((*f.claim.span, f.claim.line, f.rule, f.verdict.value, f.message) for f in findings)


@pytest.mark.parametrize(("old", "new", "judged"), EDITS)
def test_an_edit(old: str, new: str, judged: int, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    revised = Revised()
    revised.whole(library, source_of(DRAFT, "a.md"))
    asked: list[int] = []
    judge = Library.judge

    def noted(self: Library, reading: Reading, named: Reading | None = None) -> list[Finding]:
        asked.append(sum(1 for _ in reading.claims()))
        return judge(self, reading, named)

    monkeypatch.setattr(Library, "judge", noted)
    draft = source_of(DRAFT.replace(old, new, 1), "a.md")
    found = revised.changed(library, draft)
    assert asked == [judged]
    assert seen(found) == seen(judge(library, revised_reading := _read(draft))), revised_reading
    assert seen(revised.changed(library, draft)) == seen(found)
    assert asked[-1] == 0


def _read(draft: Source) -> Reading:
    from factcheck.extract import read_source

    return read_source(draft)


def test_what_nobody_waits_for_is_not_judged(library: Library) -> None:
    revised = Revised()
    assert revised.changed(library, source_of(DRAFT, "a.md"), lambda: False) == []
    assert len(revised.changed(library, source_of(DRAFT, "a.md"))) > 5
