"""What a page says of itself under any name, and what of that is no name of anybody."""

import pytest

from factcheck.readers.metadata import collect, named

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
    ("AP/Harle Wire", "AP/Harle Wire"),
    ("The Harle Post: Opinion", "The Harle Post: Opinion"),
]


@pytest.mark.parametrize("value", NO_NAMES)
def test_an_address_names_nobody(value: str) -> None:
    assert named(value) == ""
    assert collect([("author", value), ("byline", "Ona Reeve")]) == (("author", "Ona Reeve"),)


@pytest.mark.parametrize(("value", "name"), NAMES)
def test_a_name_is_told_without_its_preposition(value: str, name: str) -> None:
    assert named(value) == name
