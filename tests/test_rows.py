"""A table that is run as one test fails for any of its rows, and says which."""

from __future__ import annotations

import pytest
from tests.rows import each

PAIRS = [(1, 1), (2, 3), (4, 4), (5, "x")]


@each("number", [2, 4])
def test_every_row_and_what_fixtures_make_are_given(number: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert number % 2 == 0
    assert tmp_path_factory.getbasetemp()


def test_every_row_that_fails_is_named() -> None:
    @each(("one", "other"), PAIRS)
    def same(one: int, other: int) -> None:
        assert one == int(other)

    with pytest.raises(ExceptionGroup, match="2 of 4 rows fail") as failed:
        same()
    errors = failed.value.exceptions
    assert [(type(error), error.__notes__) for error in errors] == [
        (AssertionError, ["in the row (2, 3)"]),
        (ValueError, ["in the row (5, 'x')"]),
    ]


def test_a_row_may_have_a_name() -> None:
    @each("number", [pytest.param(2, id="even"), pytest.param(3, id="odd"), pytest.param(5)])
    def even(number: int) -> None:
        assert number % 2 == 0

    with pytest.raises(ExceptionGroup) as failed:
        even()
    assert [error.__notes__ for error in failed.value.exceptions] == [["in the row 'odd'"], ["in the row (5,)"]]


def test_tables_in_tables() -> None:
    seen = []

    @each("letter", "ab")
    @each("number", [1, 2])
    def note(number: int, letter: str) -> None:
        seen.append(f"{letter}{number}")

    note()
    assert seen == ["a1", "a2", "b1", "b2"]


def test_a_table_without_rows_fails() -> None:
    @each("row", [])
    def never(row: int) -> None: ...

    with pytest.raises(AssertionError, match="without rows"):
        never()
