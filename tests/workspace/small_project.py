"""A few small files, and an index as plain rows."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from factcheck import workspace
from factcheck.config import Config
from factcheck.workspace.local import LocalSite

MakeProject = Callable[..., Config]

FILES = {
    "news/harbour.txt": "The harbour opened in 1907. It has 43 cranes.\n\nIt cost 2 million euros.\n",
    "news/railway.txt": "The railway opened on 5 May 1911. “We are late,” said Ann Brook.\n",
    "news/old/mill.txt": "The mill employs 420 people.\n",
}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def refresh(project: Config, order: workspace.Order) -> tuple[Path, workspace.Changes]:
    """The index of a project, refreshed, and what was done for it."""
    site, changes = workspace.refresh(project, order)
    assert isinstance(site, LocalSite)
    return site.index, changes


def rows(index: Path, *, times: bool = False) -> dict[str, list[Any]]:
    """All that an index says, without the times of its files, in an order that does not depend on its making."""
    columns = "*" if times else "number, path, size, hash, notes, problem, warnings"
    questions = {
        "files": f"SELECT {columns} FROM files",
        "meta": "SELECT * FROM meta WHERE key NOT IN ('scan', 'taken_ns')",
        "documents": "SELECT * FROM documents",
        "passages": "SELECT * FROM passages",
        "claims": "SELECT * FROM claims",
        "terms": "SELECT * FROM terms",
    }
    with closing(sqlite3.connect(index)) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        return {name: sorted(db.execute(question), key=repr) for name, question in questions.items()}
