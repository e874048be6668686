"""Words of messages that go by a number."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 source", "2,000 sources"; `many` where the plural is no mere s."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
