"""A saved page in another language is refused; what may be English is read."""

from __future__ import annotations

import pytest
from tests.rows import each

from factcheck.errors import InputError
from factcheck.readers import read_text

ENGLISH = "The board of the harbour has agreed to rebuild the pier that had been closed for two years. " * 6
GERMAN = "Der Vorstand hat beschlossen, den Anleger neu zu bauen, der zwei Jahre lang geschlossen war. " * 9
NAMES = "Quay 14 Mill 7 Lake 9 Orlow 3 Arle 12 Dalby 40 " * 20

READ = [
    ("en", ENGLISH),
    ("", ENGLISH),
    ("de", ENGLISH),
    ("en-GB", NAMES),
    ("de", "Anleger geschlossen."),
    ("", "Anna van Orlow, Arle; Jan de Dalby, Mill; Eva von Harle, Tarn 3; " * 20),
    ("en", "The word for it is Орлов, and that of its port Дальби, which have been written so for long. " * 9),
    ("", "Los Arles, quay 14, mill 7. Las Dalby, lake 9. Van Orlow 3. " * 20),
]
REFUSED = [
    ("de", GERMAN),
    ("", GERMAN),
    ("de-AT", NAMES),
    # A page made from one that says so.
    ("en", GERMAN),
    ("", "Rada portu nie ma na ten cel pieniędzy, mówi zarząd z Dalby, bo zima jest długa. " * 9),
    ("en", "Порт Орлов закрыт с прошлой недели, сообщил совет города. " * 9),
]


def page(language: str, text: str) -> str:
    return f"<html lang='{language}'><body><p>{text}</p></body></html>"


@each(("language", "text"), READ)
def test_read(language: str, text: str) -> None:
    assert read_text(page(language, text), ".html").blocks


@each(("language", "text"), REFUSED)
def test_refused(language: str, text: str) -> None:
    with pytest.raises(InputError, match=r"a\.html: is not in English"):
        read_text(page(language, text), ".html", "a.html")


@each("suffix", [".txt", ".md", ".rst", ".adoc"])
def test_a_text_of_any_format_is_refused(suffix: str) -> None:
    assert read_text(ENGLISH, suffix).blocks
    assert read_text("Anleger geschlossen.", suffix).blocks
    assert read_text(GERMAN, suffix, whole=True).blocks
    with pytest.raises(InputError, match="is not in English"):
        read_text(GERMAN, suffix)


def test_a_draft_is_read_as_it_is() -> None:
    assert read_text(page("de", GERMAN), ".html", whole=True).blocks
