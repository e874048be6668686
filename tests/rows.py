"""One test for a whole table of pure cases: a thousand rows need no thousand fixtures, reports and messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import Signature, signature
from typing import Any

import pytest

Test = Callable[..., None]
NAMED = type(pytest.param())


def each(names: str | tuple[str, ...], rows: Iterable[Any]) -> Callable[[Test], Test]:
    """As `pytest.mark.parametrize`, in one test: every row is tried, and every one that fails is shown with its error.

    For tests that leave nothing behind: what fixtures make is made once for the table.
    """
    wanted = (names,) if isinstance(names, str) else names
    table = [_named(row, one=isinstance(names, str)) for row in rows]

    def decorate(test: Test) -> Test:
        @wraps(test)
        def whole(**given: Any) -> None:
            assert table, "a table without rows proves nothing"
            failed = []
            for name, cells in table:
                try:
                    test(**dict(zip(wanted, cells, strict=True)), **given)
                except Exception as error:
                    error.add_note(f"in the row {name or cells!r}")
                    failed.append(error)
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(table)} rows fail", failed)

        others = [one for one in signature(test).parameters.values() if one.name not in wanted]
        whole.__signature__ = Signature(others)  # type: ignore[attr-defined] # what pytest asks for fixtures
        return whole

    return decorate


def _named(row: Any, *, one: bool) -> tuple[object, tuple[Any, ...]]:
    """The cells of a row, behind its name where it was given one, as pytest has it."""
    if isinstance(row, NAMED):
        return row.id, tuple(row.values)
    return None, (row,) if one else tuple(row)
