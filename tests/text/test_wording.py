"""Words of messages: a number and its noun agree, and a mistyped word is told the one that was meant, or none."""

import pytest

from factcheck.text.wording import clipped, counted, nearest


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 sources"), (1, "1 source"), (2, "2 sources"), (1200, "1,200 sources")]
)
def test_a_plain_plural(number: int, words: str) -> None:
    assert counted(number, "source") == words


def test_another_plural() -> None:
    assert counted(1, "entity", "entities") == "1 entity"
    assert counted(2, "entity", "entities") == "2 entities"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("harbour", ""),
        ("verfy", "verify"),
        ("clams", "claims"),
        ("fc201", "fc202"),  # as near as fc102, and alike from the beginning
    ],
)
def test_the_nearest_word(word: str, meant: str) -> None:
    assert nearest(word, ["verify", "claims", "fc102", "fc202"]) == meant


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("seven or", "seven or"),
        ("seven\n  or", "seven or"),
        ("seven or more", "seven o…"),
        ("", ""),
    ],
)
def test_a_long_text_is_cut(text: str, shown: str) -> None:
    assert clipped(text, 8) == shown
