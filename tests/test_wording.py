"""A number and its noun agree."""

import pytest

from factcheck.wording import counted


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 sources"), (1, "1 source"), (2, "2 sources"), (1200, "1,200 sources")]
)
def test_a_plain_plural(number: int, words: str) -> None:
    assert counted(number, "source") == words


def test_another_plural() -> None:
    assert counted(1, "entity", "entities") == "1 entity"
    assert counted(2, "entity", "entities") == "2 entities"
