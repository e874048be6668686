"""What a page says of itself under any name, and what of that is no name of anybody."""

from tests.rows import each

from factcheck.extract import read_text
from factcheck.readers.metadata import collect, named
from factcheck.readers.shape import byline

NO_NAMES = [
    "https://example.org/staff/roe",
    "mailto:desk@example.org",
    "desk@example.org",
    "www.example.org",
    "/staff/roe",
]
NAMES = [
    ("By Ona Reeve", "Ona Reeve"),
    ("by: Ona Reeve and Ivo Marsh", "Ona Reeve and Ivo Marsh"),
    ("Byron Marsh", "Byron Marsh"),
    ("The Dalby Gazette", "The Dalby Gazette"),
    ("Odby Herald", "Odby Herald"),
    ("By the Odby Herald", "the Odby Herald"),
    ("AP/Harle Wire", "AP/Harle Wire"),
    ("The Harle Post: Opinion", "The Harle Post: Opinion"),
]


@each("value", NO_NAMES)
def test_an_address_names_nobody(value: str) -> None:
    assert named(value) == ""
    assert collect([("author", value), ("byline", "Ona Reeve")]) == (("author", "Ona Reeve"),)


@each(("value", "name"), NAMES)
def test_a_name_is_told_without_its_preposition(value: str, name: str) -> None:
    assert named(value) == name
    assert collect([("author", value), ("publisher", value)]) == (("author", name), ("publisher", name))


@each("paper", ["The Dalby Gazette", "Odby Herald"])
def test_a_name_that_holds_the_preposition_is_left_whole(paper: str) -> None:
    article = f"{paper}\n\nThe harbour of Tarn is closed for the winter\n\nBy {paper}\n\nAll boats left on Monday."
    (read,) = read_text(article, "tarn.txt").documents
    assert (read.document.publisher, read.document.author) == (paper, paper)
    assert (byline(paper), byline(f"By {paper}")) == ("", paper)
