"""How a place of a file that is no plain text is written."""

from __future__ import annotations

from tests.rows import each

from factcheck.text.places import NO_PLACE, Place, located

WORDS = [
    (NO_PLACE, ""),
    (Place(page=12), "p. 12"),
    (Place(page=4, label="iv"), "p. iv"),
    (Place(paragraph=7), "paragraph 7"),
    (Place(table=2, row=3, cell=1), "table 2, row 3"),
    (Place(row=2, column=3), "row 2, column 3"),
    (Place(note="footnote 3"), "footnote 3"),
    (Place(sheet="Cases", cell="B3"), "Cases!B3"),
    (Place(attachment="a.xlsx", sheet="Cases", cell="B3"), "a.xlsx, Cases!B3"),
    (Place(slide=2, notes=True), "slide 2 (notes)"),
    (Place(slide=2, table=1, row=3, cell=2), "slide 2, table 1, row 3"),
    (Place(time="00:01:02.000"), "00:01:02"),
    (Place(chapter="Second", note="footnote 1"), "chapter “Second”, footnote 1"),
    (Place(part="text/plain"), ""),
]


@each(("place", "words"), WORDS)
def test_words(place: Place, words: str) -> None:
    assert place.words() == words


def test_a_line_is_a_place_where_there_are_lines() -> None:
    assert located("a.txt", 4, 2, NO_PLACE) == "a.txt:4:2"
    assert located("a.txt", 4, 2, Place(line=4, time="00:01:02")) == "a.txt:4:2"
    assert located("a.pdf", 4, 2, Place(page=4, label="iv")) == "a.pdf, p. iv"
    assert located("a.eml", 4, 2, Place(part="text/plain")) == "a.eml"


def test_a_record_holds_what_is_known() -> None:
    assert NO_PLACE.record() == {}
    assert Place(slide=2, notes=True, cell="B3").record() == {"slide": 2, "notes": True, "cell": "B3"}
