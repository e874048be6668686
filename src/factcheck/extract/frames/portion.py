"""Which part a figure plays among those that belong together: "from 3 to 4", "by 5", "12 of 40", "7 for, 4 against"."""

from __future__ import annotations

from factcheck.extract.frame import Figure
from factcheck.extract.frames.setting import Setting
from factcheck.model import Kind

BEFORE = {"from": "from", "to": "to", "by": "by", "another": "other", "other": "other"}
BEHIND = {"for": "for", "against": "against"}


def part(setting: Setting, figure: Figure) -> str:
    """The part of a figure, "" where it stands alone."""
    if figure.mention.kind is Kind.DATE:
        return ""
    lower = setting.tokens.lower
    before = lower[figure.first - 1] if figure.first else ""
    after = lower[figure.last + 1] if figure.last + 1 < len(lower) else ""
    if before == "of" and figure.first > 1 and lower[figure.first - 2] == "out":
        return "whole"
    return BEFORE.get(before, "") or BEHIND.get(after, "")
