"""Highlights in a copy of a PDF source: on the passage, in its colour, with all else as it was."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
from tests.cli.conftest import Run, project, run
from tests.readers.drawn import lines, pdf

__all__ = ["project", "run"]  # fixtures

PAGE = lines(
    40, 500, "Turnout in the harbour vote of 3 May 2020", "was 61 percent. Nothing else was counted", "that day."
)
DRAFT = "Turnout in the harbour vote of 3 May 2020 was 76 percent.\n"


def mark(project: Path, run: Run, data: bytes) -> bytes:
    (project / "factcheck.toml").write_text('[library]\nsources = ["sources/*.pdf"]\n', encoding="utf-8")
    (project / "sources" / "report.pdf").write_bytes(data)
    (project / "draft.md").write_text(DRAFT, encoding="utf-8")
    outcome = run("annotate", "draft.md", "--pdf", "sources/report.pdf", "-o", "marked.pdf")
    assert outcome.status == 0, outcome.stderr
    assert (project / "sources" / "report.pdf").read_bytes() == data
    return (project / "marked.pdf").read_bytes()


def notes(data: bytes) -> list[tuple[str, list[float], int]]:
    """Each annotation: its text, its box, and the number of its lines."""
    with pikepdf.open(BytesIO(data)) as opened:
        found = [note for page in opened.pages for note in page.obj.get("/Annots", [])]
        return [
            (str(n.get("/Contents", "")), [round(float(at), -1) for at in n.Rect], len(n.get("/QuadPoints", [])) // 8)
            for n in found
        ]


def test_the_passage_is_marked_with_what_the_draft_says(project: Path, run: Run) -> None:
    ((text, box, count),) = notes(mark(project, run, pdf(PAGE)))
    assert text.startswith("draft.md:1:47: 76 percent. FC101 figure-differs: ")
    assert (box, count) == ([40, 490, 230, 510], 2)


def test_places_count_from_where_the_page_begins(project: Path, run: Run) -> None:
    shifted = pdf(PAGE).replace(b"/MediaBox [0 0 400 600]", b"/MediaBox [9 9 400 600]")
    ((_, box, _),) = notes(mark(project, run, shifted))
    assert box == [40, 490, 230, 510]


def test_notes_of_others_stay(project: Path, run: Run) -> None:
    own = "/Annots [<< /Type /Annot /Subtype /Text /Rect [1 2 3 4] /Contents (Mine) >>]"
    assert [text[:5] for text, _, _ in notes(mark(project, run, pdf(PAGE, page=own)))] == ["Mine", "draft"]


def test_the_mark_is_seen(project: Path, run: Run) -> None:
    import pypdfium2

    page = pypdfium2.PdfDocument(mark(project, run, pdf(PAGE)))[0]
    bitmap = page.render(scale=1, may_draw_forms=False)
    colours = {tuple(bitmap.buffer[at : at + 3]) for at in range(0, len(bitmap.buffer), bitmap.n_channels)}
    assert any(blue < 200 < red for blue, _, red in colours), "a red mark"


def test_the_source_is_never_written_over(project: Path, run: Run) -> None:
    mark(project, run, pdf(PAGE))
    outcome = run("annotate", "draft.md", "--pdf", "sources/report.pdf", "-o", "sources/report.pdf")
    assert (outcome.status, "is what is read" in outcome.stderr) == (2, True)
