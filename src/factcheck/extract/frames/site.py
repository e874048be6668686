"""Where a figure holds: the one name of its clause that stands behind "in", "at" or "near"."""

from __future__ import annotations

from factcheck.extract.frame import Figure
from factcheck.extract.frames.setting import Setting
from factcheck.model import Origin, Qualifier

PLACED = frozenset({"in", "at", "near", "across", "outside", "throughout"})


def place(setting: Setting, figure: Figure) -> Qualifier | None:
    """The place of a figure; None where its clause names several."""
    clause = setting.clause(figure.first)
    names = setting.between(clause.first, clause.end)
    if not names:
        return None
    found = {}
    of_others = {name.first for first, name in setting.seated.items() if first != figure.first}
    for actor in names:
        if actor.first in of_others:
            continue
        before = actor.first - 1 - (setting.lower(actor.first - 1) == "the")
        if setting.lower(before) in PLACED:
            found[actor.name] = actor
    if len(found) != 1:
        return None
    (actor,) = found.values()
    return setting.named(actor, Origin.CLAUSE)
