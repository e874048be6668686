"""A date in a query says when: of reports that all say the same words, the one of that time answers."""

import pytest

from factcheck.extract import read_text
from factcheck.lookup import search
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import Library

REPORTS = {
    "01": "4 March 2019\n\nThe lock of Orrin let 31 barges through. By now 31 barges have passed in all.",
    "02": "5 March 2019\n\nThe lock of Orrin let 18 barges through. By now 49 barges have passed in all.",
    "03": "9 April 2019\n\nThe lock of Orrin let 26 barges through. On 6 March it had let 44 barges through.",
    "04": "2 May 2020\n\nThe lock of Orrin let 57 barges through. In 2017 it had let 9,100 barges through.",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return MemoryLibrary(contents(*(read_text(text, f"{name}.txt") for name, text in REPORTS.items())))


def values(library: Library, query: str) -> list[str]:
    return [hit.claim.claim.text for hit in search(query, library)]


@pytest.mark.parametrize("query", ["barges let through the lock of Orrin, 5 March", "barges let through 5 March 2019"])
def test_a_report_of_another_day_does_not_come_first(library: Library, query: str) -> None:
    assert values(library, query)[0] == "18"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("barges let through in May 2020", "57"),
        ("how many barges passed the lock on 6 March", "44"),
        ("barges that the lock let through in 2017", "9,100"),
        ("barges the lock let through, 2019, April", "26"),
        ("how many barges had passed by 4 March", "31"),
    ],
)
def test_what_holds_then_comes_first(library: Library, query: str, first: str) -> None:
    assert values(library, query)[0] == first


def test_the_date_that_is_asked_about_is_no_answer(library: Library) -> None:
    assert "6 March" not in values(library, "how many barges passed the lock on 6 March")[:3]
