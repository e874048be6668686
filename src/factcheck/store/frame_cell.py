"""A claim's frame as one cell of its row: a JSON object, which SQLite can look into, and back."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from factcheck.model import Frame, Origin, Qualifier

EMPTY = "{}"
NO_FRAME = Frame()
QUALIFIERS = frozenset({"owner", "measure", "time", "place", "direction"})
WORDS = ("time_role", "part", "per")
# By value: calling an enum takes longer than reading a row.
ORIGINS = {origin.value: origin for origin in Origin}


def packed(frame: Frame) -> str:
    """What is known of a figure: a qualifier as its value, words and origin, the rest as text."""
    if frame == NO_FRAME:
        return EMPTY
    import json

    cell: dict[str, Any] = {}
    for name in sorted(QUALIFIERS):
        qualifier: Qualifier | None = getattr(frame, name)
        if qualifier is not None:
            cell[name] = [qualifier.value, qualifier.words, qualifier.origin.value]
    cell |= {name: text for name in WORDS if (text := getattr(frame, name))}
    return json.dumps(cell, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1 << 14)
def unpacked(cell: str) -> Frame:
    """A frame from its cell."""
    if cell == EMPTY:
        return NO_FRAME
    import json

    found: dict[str, Any] = json.loads(cell)
    for name in found.keys() & QUALIFIERS:
        value, words, origin = found[name]
        found[name] = Qualifier(value, words, ORIGINS[origin])
    return Frame(**found)
