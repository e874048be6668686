"""Nobody is shown what somebody else has written into the index."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import Run

ALTER = """UPDATE passages SET claims = replace(claims, '"67"', '"76"')"""


@pytest.fixture
def draft(project: Path, run: Run) -> str:
    (project / "draft.md").write_text("Turnout in the harbour vote of 3 May 2020 was 67 percent.\n")
    (project / "sources" / "other.txt").write_text("Turnout in the harbour vote of 3 May 2020 was 71 percent.\n")
    assert run("index").status == 0
    return "draft.md"


def altered(project: Path) -> str:
    """The id of the claim that is not what it was."""
    with closing(sqlite3.connect(project / ".factcheck" / "index.sqlite")) as db:
        db.execute(ALTER)
        ((name,),) = db.execute("SELECT id FROM claims WHERE text LIKE '67%' AND low = '76'").fetchall()
        db.commit()
    return str(name)


@pytest.mark.parametrize(
    "line",
    [
        "verify {draft}",
        "cite {draft}",
        "lookup harbour turnout",
        "lookup --format json harbour turnout",
        "show {claim}",
        "show report",
        "conflicts",
        "export",
        "export --format csv",
        "claims add {claim}",
    ],
)
def test_it_is_refused(line: str, draft: str, project: Path, run: Run) -> None:
    words = line.format(draft=draft, claim=altered(project)).split()
    refused = run(*words)
    assert (refused.status, refused.stdout) == (2, "")
    assert "report.txt was changed from outside; `factcheck index` builds it anew" in refused.stderr
    assert run("index").status == 0
    assert run(*words).status in (0, 1)
