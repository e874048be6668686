"""A claim's frame and its place as one cell each of its row, and back: a JSON object of what is known."""

from __future__ import annotations

from functools import lru_cache
from sys import intern
from typing import Any

from factcheck.model import Frame, Origin, Qualifier
from factcheck.text.places import NO_PLACE, Place

NOTHING_KNOWN = "{}"
NO_FRAME = Frame()
QUALIFIERS = frozenset({"owner", "measure", "time", "place", "direction"})
IN_ORDER = sorted(QUALIFIERS)
WORDS = ("time_role", "part", "per")
# By value: calling an enum takes longer than reading a row.
ORIGINS = {origin.value: origin for origin in Origin}


def packed_frame(frame: Frame) -> str:
    """What is known of a figure: a qualifier as its value, words and origin, the rest as text."""
    if frame == NO_FRAME:
        return NOTHING_KNOWN
    from json.encoder import encode_basestring as quoted

    cells = []
    for name in IN_ORDER:
        qualifier: Qualifier | None = getattr(frame, name)
        if qualifier is not None:
            value, words, origin = qualifier.value, qualifier.words, qualifier.origin.value
            cells.append(f'"{name}":[{quoted(value)},{quoted(words)},"{origin}"]')
    cells += [f'"{name}":{quoted(text)}' for name in WORDS if (text := getattr(frame, name))]
    return f"{{{','.join(cells)}}}"


@lru_cache(maxsize=1 << 14)
def unpacked_frame(cell: str) -> Frame:
    """A frame from its cell."""
    if cell == NOTHING_KNOWN:
        return NO_FRAME
    import json

    found: dict[str, Any] = json.loads(cell)
    for name in found.keys() & QUALIFIERS:
        value, words, origin = found[name]
        found[name] = Qualifier(intern(value), intern(words), ORIGINS[origin])
    return Frame(**found)


def packed_place(place: Place) -> str:
    """What is known of a place; "" where nothing is."""
    if place == NO_PLACE:
        return ""
    import json

    return json.dumps(place.record(), ensure_ascii=False)


@lru_cache(maxsize=1 << 12)
def unpacked_place(cell: str) -> Place:
    if not cell:
        return NO_PLACE
    import json

    return Place(**json.loads(cell))
