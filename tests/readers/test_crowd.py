"""A file whose parts would fill the memory costs itself alone, and one line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.readers.zipped import docx, xlsx
from tests.rows import each

from factcheck import readers
from factcheck.errors import InputError
from factcheck.extract import read_source
from factcheck.readers.decode import LARGEST_TEXT, MOST_LINES, MOST_PARTS, MOST_WORDS
from factcheck.readers.office import package

# By its name: the package has a function of that name.
LIMITS = "factcheck.readers.decode"
PART, ADVICE = "sentences, cells or figures", "too many to be read at once; split it"
PARAGRAPH, ROW = "<w:p><w:r><w:t>It has 5</w:t></w:r></w:p>", '<row r="1"><c r="A1"><v>5</v></c></row>'
# What a file of a format holds, of which there may be five and no six.
REPEATED = [
    (".txt", "It has cranes. "),
    (".txt", "It has cranes.\n\n"),
    (".txt", "5 cranes, "),
    (".md", "- a crane\n"),
    (".md", "# A crane\n"),
    (".html", "<p>A crane"),
    (".rst", "* a crane\n"),
    (".adoc", "* a crane\n"),
    (".csv", "a,"),
    (".rtf", "a\\par "),
]


@pytest.fixture(autouse=True)
def _five(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[LIMITS], "MOST_PARTS", 5)


def told(data: bytes, suffix: str) -> str:
    """What is wrong with a file, "" if nothing."""
    try:
        read_source(readers.read_data(data, suffix, "x"))
    except InputError as error:
        return str(error)
    return ""


@each(("suffix", "part"), REPEATED)
def test_parts_of_texts(suffix: str, part: str) -> None:
    begin, end = ("{\\rtf1 ", "}") if suffix == ".rtf" else ("", "")
    assert told((begin + part * 5 + end).encode(), suffix) == ""
    assert told((begin + part * 6 + end).encode(), suffix) == f"x: holds more than 5 {PART}, {ADVICE}"


def test_cells_of_a_table_in_a_text() -> None:
    rows = "|a|b|\n|-|-|\n|c|d|\n"
    assert told(rows.encode(), ".md") == ""
    assert PART in told(f"{rows}|e|f|\n".encode(), ".md")


def test_paragraphs_and_cells_of_office_files() -> None:
    assert told(docx(PARAGRAPH * 5), ".docx") == ""
    assert PART in told(docx(PARAGRAPH * 6), ".docx")
    # The workbook has a second sheet of one cell.
    assert told(xlsx(ROW * 4), ".xlsx") == ""
    assert PART in told(xlsx(ROW * 5), ".xlsx")


def test_elements_of_office_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_MARKS", 40)
    assert told(docx(PARAGRAPH * 4), ".docx") == ""
    assert told(docx(PARAGRAPH * 40), ".docx") == f"x: holds more than 20 elements in one part, {ADVICE}"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_lines_and_signs(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MOST_LINES", 3)
    assert told(b"a\n" * 3, suffix) == ""
    assert "x: holds more than 3 lines," in told(b"a\n" * 4, suffix)
    monkeypatch.setattr(readers, "MOST_WORDS", 9)
    assert told(b"A long sentence of nine words and no more", suffix) == ""
    assert told(b"." * 9, suffix) == ""
    assert "x: holds more than 9 words and signs," in told(b"." * 10, suffix)


def test_bounds_leave_room_for_the_largest_text() -> None:
    """As many words, lines and sentences as 20 MB of prose have."""
    sentence = "The mill of Odby opened in the spring and employed most of the people of the valley that year.\n"
    number = LARGEST_TEXT // len(sentence)
    assert number < min(MOST_LINES, MOST_PARTS)
    assert number * len(sentence.split()) < MOST_WORDS


def test_a_draft_that_is_too_much_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("It has 5 cranes. " * 6)
    with pytest.raises(InputError, match=r"draft\.md: holds more than 5 "):
        read_source(readers.read(tmp_path / "draft.md", whole=True))
