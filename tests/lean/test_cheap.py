"""What is made once and what is remembered answer as if they were made each time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples

from factcheck.lean import Memo, cached_property


class Pier:
    def __init__(self) -> None:
        self.asked = 0

    @cached_property
    def length(self) -> int:
        """How long it is."""
        self.asked += 1
        return 12


def test_a_property_is_made_once_for_each_that_has_it() -> None:
    pier, other = Pier(), Pier()
    assert (pier.length, pier.length, pier.asked, other.asked) == (12, 12, 1, 0)
    assert Pier.length.__doc__ == "How long it is."


@examples()
@given(st.lists(st.text(max_size=2)), st.integers(1, 4))
def test_what_is_remembered_is_never_more_than_its_bound_and_never_another_answer(words: list[str], most: int) -> None:
    known: Memo[str, str] = Memo(str.upper, most)
    assert list(map(known.__getitem__, words)) == [word.upper() for word in words]
    assert len(known) <= most
