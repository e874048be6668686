"""Which way a figure goes: rose or fell, profit or loss, convicted or acquitted; rows of the lexicon of converses."""

from __future__ import annotations

from functools import cache

from factcheck.extract.frame import Figure
from factcheck.extract.frames.setting import Setting
from factcheck.lexicon import forms, table
from factcheck.model import Kind, Origin, Qualifier

REACH = 12


def direction(setting: Setting, figure: Figure) -> Qualifier | None:
    """The nearest converse word of the figure's clause; None where both ways stand in it."""
    if figure.mention.kind is Kind.DATE:
        return None
    lower = setting.tokens.lower
    low, high = max(0, figure.first - REACH), min(len(lower), figure.last + 1 + REACH)
    found = [
        (abs(at - figure.first), at, poles()[lower[at]])
        for at in range(low, high)
        if lower[at] in poles() and setting.apart(at, figure.first) == 0
    ]
    if not found:
        return None
    _, at, pole = min(found)
    pair = pole.partition(":")[0]
    if any(other != pole and other.startswith(f"{pair}:") for _, _, other in found):
        return None
    return Qualifier(pole, setting.tokens.words[at], Origin.CLAUSE)


@cache
def poles() -> dict[str, str]:
    """Folded word → pair and pole."""
    return {form: f"{row['pair']}:{row['pole']}" for row in table("converses") for form in forms(row["words"])}
