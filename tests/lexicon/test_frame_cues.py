"""Every row of the cues of frames speaks in its `yes` example and stays silent in its `no` example."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract import read_text
from factcheck.lexicon import table
from factcheck.model import Qualifier

ROWS = table("frame_cues")


def known(text: str, field: str) -> str:
    """What the frame of the last figure of a text has in a field."""
    suffix = ".csv" if "\\n" in text else ".txt"
    value = getattr([*read_text(text.replace("\\n", "\n"), suffix=suffix).claims()][-1].frame, field)
    return value.value if isinstance(value, Qualifier) else value or "-"


@each("row", ROWS)
def test_a_row_is_silent_in_its_no_example(row: dict[str, str]) -> None:
    assert known(row["no"], row["field"]) != row["value"]


@each("row", ROWS)
def test_a_row_speaks_in_its_yes_example(row: dict[str, str]) -> None:
    assert known(row["yes"], row["field"]) == row["value"]
