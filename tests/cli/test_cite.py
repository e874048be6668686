"""Footnotes are written over a draft only where it is still what was read, and was read without a guess."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.report import footnotes

Run = Callable[..., Any]
DRAFT = "Turnout in the harbour vote was 67 percent.\n"


def test_a_draft_is_cited_in_place(project: Path, run: Run) -> None:
    draft = project / "draft.md"
    draft.write_bytes(DRAFT.replace("\n", "\r\n").encode())
    assert run("cite", "draft.md", "--output", "draft.md").status == 0
    now = draft.read_bytes()
    assert b"67 percent[^1]" in now
    assert now.count(b"\n") == now.count(b"\r\n") > 1


@pytest.mark.parametrize("output", ["draft.md", "link.md"])
def test_a_draft_that_was_saved_meanwhile_is_left_alone(
    output: str, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, cited = project / "draft.md", footnotes.cited
    draft.write_text(DRAFT)
    (project / "link.md").symlink_to(draft)

    def slow(*given: Any) -> tuple[str, int]:
        draft.write_text("A new beginning.\n\n" + DRAFT)
        return cited(*given)

    monkeypatch.setattr(footnotes, "cited", slow)
    outcome = run("cite", "draft.md", "--output", output)
    assert (outcome.status, "was changed meanwhile" in outcome.stderr) == (2, True)
    assert draft.read_text().startswith("A new beginning.")


def test_a_draft_that_could_only_be_guessed_at_is_left_alone(project: Path, run: Run) -> None:
    data = f"Caf\xe9 \x81. {DRAFT}".encode("latin-1")
    (project / "draft.md").write_bytes(data)
    outcome = run("cite", "draft.md", "--output", "draft.md")
    assert (outcome.status, "is not UTF-8" in outcome.stderr) == (2, True)
    assert (project / "draft.md").read_bytes() == data
    assert run("cite", "draft.md").status == 0
