"""Hostile TOML, whichever file of a project it is, ends in one line that names file and line."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.rows import each

from factcheck.disk.toml import TomlError, decimal, parse

DEEP = "# head\nx = " + "[" * 5000 + "]" * 5000 + "\n"
LONG = "a = 1\nb = " + "9" * 5000 + "\n"


@each(
    ("text", "value"),
    [
        ("a = 12", 12),
        ("a = 1.50", Decimal("1.50")),
        ("a = 1e9", Decimal("1E9")),
        (f"a = '{'9' * 5000}'", "9" * 5000),
        ("a = [[[[1]]]]", [[[[1]]]]),
    ],
)
def test_what_is_within_bounds_is_read(text: str, value: object) -> None:
    assert parse(text, decimal) == {"a": value}


@each(
    ("text", "line", "problem"),
    [
        ("a = 1\nb = \n", 2, "Invalid value"),
        ("a = 'x", 1, "Expected"),
        (DEEP, 2, "nested too deeply"),
        (LONG, 2, "too many digits"),
        ("a = 1\nb = 1e300000000", 2, "no such number"),
        ("b = 1e-300000000", 1, "no such number"),
        ("b = 1e99999999999999999999", 1, "no such number"),
        ("b = 0." + "1" * 500, 1, "no such number"),
    ],
)
def test_what_is_not_is_an_error_with_its_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(TomlError) as caught:
        parse(text, decimal)
    assert (caught.value.line, problem in caught.value.problem) == (line, True)
