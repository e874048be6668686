"""A place as one cell of the index: a JSON object of what is known of it, "" where nothing is."""

from __future__ import annotations

from functools import lru_cache

from factcheck.text.places import NO_PLACE, Place


def packed(place: Place) -> str:
    if place == NO_PLACE:
        return ""
    import json

    return json.dumps(place.record(), ensure_ascii=False)


@lru_cache(maxsize=1 << 12)
def unpacked(cell: str) -> Place:
    if not cell:
        return NO_PLACE
    import json

    return Place(**json.loads(cell))
