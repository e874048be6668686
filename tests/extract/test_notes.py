"""`sources.toml`: what it may state, what it does, and how it says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import readers
from factcheck.errors import ConfigError
from factcheck.extract import articles
from factcheck.model import Document
from factcheck.readers import notes

TEXT = "First statement on the pier\n\nThe pier holds, the board said.\n\nSecond statement on the pier\n\nIt broke.\n"


def split(folder: Path, toml: str, text: str = TEXT) -> tuple[Document, ...]:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "sources.toml").write_text(toml, encoding="utf-8")
    return articles.split(readers.read(folder / "a.txt"), notes.load(folder / "sources.toml"))


def test_no_note_for_a_file_changes_nothing(tmp_path: Path) -> None:
    (document,) = split(tmp_path, '[[document]]\nfile = "b.txt"\ntitle = "Other"\n')
    assert document.title == "First statement on the pier"


def test_a_note_states_what_the_text_does_not(tmp_path: Path) -> None:
    toml = """
[[document]]
file = "a.txt"
id = "i"
title = "T"
publisher = "P"
author = "A"
published = "2022-06"
url = "https://u.example"
"""
    (document,) = split(tmp_path, toml)
    assert (document.id, document.title, document.publisher, document.author) == ("i", "T", "P", "A")
    assert (document.published, document.published_basis, document.url) == (
        "2022-06",
        "stated in sources.toml, line 2",
        "https://u.example",
    )


def test_a_date_needs_no_quotation_marks(tmp_path: Path) -> None:
    (document,) = split(tmp_path, '[[document]]\nfile = "a.txt"\npublished = 2022-06-14\n')
    assert document.published == "2022-06-14"


def test_begins_cuts_the_file(tmp_path: Path) -> None:
    found = split(tmp_path, '[[document]]\nfile = "a.txt"\nbegins = "Second statement"\npublisher = "P"\n')
    assert [(document.id, document.title, document.publisher) for document in found] == [
        ("a", "First statement on the pier", ""),
        ("a#2", "Second statement on the pier", "P"),
    ]


def test_begins_at_the_top_keeps_a_file_whole(tmp_path: Path) -> None:
    title = "Council to rebuild the harbour"
    body = "The council agreed on Tuesday to rebuild the northern harbour and the piers.\n\n"
    text = f"{title}\n\n{title}\n\n{body}Storm breaks the light\n\nStorm breaks the light\n\n{body}"
    assert len(split(tmp_path, "", text)) == 2
    assert len(split(tmp_path, f'[[document]]\nfile = "a.txt"\nbegins = "{title}"\n', text)) == 1


def test_a_pattern_speaks_of_all_and_a_number_of_one(tmp_path: Path) -> None:
    toml = """
[[document]]
file = "a.txt"
begins = "Second statement"

[[document]]
file = "a.txt"
article = 2
publisher = "Own"

[[document]]
file = "*.txt"
publisher = "All"
"""
    assert [document.publisher for document in split(tmp_path, toml)] == ["All", "Own"]


# The file, the line and the words of the complaint
WRONG = [
    ('[[document]\nfile = "a.txt"\n', 1, ""),
    ('x = 1\n[[document]]\nfile = "a.txt"\n', 1, "unknown table [x]"),
    ('[[documents]]\nfile = "a.txt"\n', 1, "did you mean 'document'?"),
    ('[document]\nfile = "a.txt"\n', 1, "write [[document]]"),
    ('[[document]]\nfile = "a.txt"\n\n[[document]]\nfile = "b.txt"\npublsher = "P"\n', 6, "did you mean 'publisher'?"),
    ('[[document]]\ntitle = "T"\n', 1, "must name its file"),
    ("[[document]]\nfile = 5\n", 2, "must be a text"),
    ('[[document]]\nfile = "a.txt"\ntitle = ""\n', 3, "must be a text"),
    ('[[document]]\nfile = "a.txt"\narticle = 0\n', 3, "must be a number from 1"),
    ('[[document]]\nfile = "a.txt"\narticle = true\n', 3, "must be a number from 1"),
    ('[[document]]\nfile = "a.txt"\narticle = 3\n', 1, "holds 1 document;"),
    ('[[document]]\nfile = "a.txt"\npublished = "June 2022"\n', 3, "must be a date"),
    ('[[document]]\nfile = "a.txt"\npublished = "2022-06-31"\n', 3, "must be a date"),
    ('[[document]]\nfile = "a.txt"\nbegins = "Third"\n', 1, "no line of"),
    ('[[document]]\nfile = "a.txt"\nbegins = "First"\narticle = 1\n', 3, "keep one"),
]


@pytest.mark.parametrize(("toml", "line", "words"), WRONG)
def test_says_what_is_wrong_and_where(tmp_path: Path, toml: str, line: int, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        split(tmp_path, toml)
    assert caught.value.line == line
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_nearest_file_speaks(tmp_path: Path) -> None:
    inner = tmp_path / "press" / "2022"
    inner.mkdir(parents=True)
    (tmp_path / "sources.toml").touch()
    assert notes.find(inner / "a.txt", tmp_path) == tmp_path / "sources.toml"
    (inner / "sources.toml").touch()
    assert notes.find(inner / "a.txt", tmp_path) == inner / "sources.toml"


def test_what_lies_above_the_project_does_not_speak(tmp_path: Path) -> None:
    project, archive = tmp_path / "project", tmp_path / "archive"
    (project / "press").mkdir(parents=True)
    archive.mkdir()
    (tmp_path / "sources.toml").touch()
    assert notes.find(project / "press" / "a.txt", project) is None
    assert notes.find(project / ".." / "archive" / "a.txt", project) is None
    (archive / "sources.toml").touch()
    assert notes.find(project / ".." / "archive" / "a.txt", project) == archive / "sources.toml"
