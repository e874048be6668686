"""Footnotes in Word files: behind the words, once, and readable by others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from tests.cli.conftest import Run, project, run
from tests.desk.test_annotate import B, P, r, word

from factcheck.readers import read_data

TOLD = "Turnout in the harbour vote of 3 May 2020 was 67 percent."
__all__ = ["project", "run"]  # fixtures

# A body, and the text that is read of the file afterwards: marks of notes show nothing, notes stand behind.
BODIES = [
    (P.format(r("Nothing was counted there.")), 0),
    (P.format(r(TOLD)), 1),
    (P.format(r("Turnout in the harbour vote of 3 May 2020 was 6") + r("7 per", B) + r("cent.")), 1),
    (P.format(r(TOLD)) + P.format(r("The storm sank twelve boats in November 2019.")), 2),
    (f"<w:tbl><w:tr><w:tc>{P.format(r(TOLD))}</w:tc></w:tr></w:tbl>", 1),
]


def cite(project: Path, run: Run, data: bytes) -> bytes:
    (project / "draft.docx").write_bytes(data)
    assert run("cite", "draft.docx", "--output", "cited.docx").status == 0
    return (project / "cited.docx").read_bytes()


def texts(data: bytes) -> tuple[list[str], list[str]]:
    """The paragraphs of a file, and its notes."""
    source = read_data(data, ".docx", "a.docx", whole=True)
    blocks = [(source.place(block.span.start).note, source.view.text[slice(*block.span)]) for block in source.blocks]
    return [text for note, text in blocks if not note], [text for note, text in blocks if note]


@pytest.mark.parametrize(("body", "count"), BODIES)
def test_notes_stand_behind_what_is_supported_and_stay_there(project: Path, run: Run, body: str, count: int) -> None:
    before = word(body)
    once = cite(project, run, before)
    paragraphs, notes = texts(once)
    assert paragraphs == texts(before)[0]
    assert notes == ["“The harbour report”, 2020-05-03 or later."] * count
    assert cite(project, run, once) == once, "a second run changes what it need not"


def test_a_draft_that_has_notes_keeps_them(project: Path, run: Run) -> None:
    once = cite(project, run, word(P.format(r(TOLD))))
    (project / "more.docx").write_bytes(once)
    document = docx.Document(str(project / "more.docx"))
    document.add_paragraph("The storm sank twelve boats in November 2019.")
    document.save(str(project / "more.docx"))
    assert len(texts(cite(project, run, (project / "more.docx").read_bytes()))[1]) == 2


def test_a_word_file_is_not_printed(project: Path, run: Run) -> None:
    (project / "draft.docx").write_bytes(word(P.format(r(TOLD))))
    assert run("cite", "draft.docx").status == 2
    assert run("cite", "--keys", "draft.txt").status == 2


@pytest.mark.slow
def test_libreoffice_reads_the_notes(project: Path, run: Run, office: Callable[..., Path]) -> None:
    cite(project, run, word(P.format(r(TOLD))))
    source = read_data(office(project / "cited.docx", "odt").read_bytes(), ".odt", "a.odt", whole=True)
    assert "“The harbour report”, 2020-05-03 or later." in source.text
