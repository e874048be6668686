"""Which way a figure goes: rose or fell, profit or loss, convicted or acquitted; rows of the lexicon of converses."""

from __future__ import annotations

from factcheck.extract.frame import Figure
from factcheck.extract.frames.frame_cues import CUES
from factcheck.extract.frames.poles import poles
from factcheck.extract.frames.setting import Setting
from factcheck.model import Kind, Origin, Qualifier

REACH = 12
CHANGE = "change:"
# What is said of a term of punishment; whoever "received" it gained nothing.
OF_COURTS = ("verdict:", "term:")
# Between a word of change and its figure, and right before the figure when an object stands between: "cut rates to 5".
LINKS, ENDS = CUES["link of a change"], CUES["end of a change"]
NOT = CUES["denial"]
NO_WAY = frozenset({Kind.DATE, Kind.REFERENCE, Kind.RANK, Kind.ORDINAL})


def direction(setting: Setting, figure: Figure) -> Qualifier | None:
    """The nearest converse word of the figure's clause; None where both ways stand in it, no other figure of its kind
    between them ("1,200 were hurt and 87 died"), or where it is denied."""
    if figure.mention.kind in NO_WAY or figure.mention.unit == "clock":
        return None
    found = sorted((_apart(figure, at), at) for at in _places(setting, figure))
    if not found:
        return None
    known = poles()
    at = found[0][1]
    pole = known[setting.lower(at)]
    pair = pole.partition(":")[0]
    ways = {known[setting.lower(other)] for _, other in found if not _across(setting, figure, other)}
    if _denied(setting, at) or any(way != pole and way.partition(":")[0] == pair for way in ways):
        return None
    return Qualifier(pole, setting.tokens.words[at], Origin.CLAUSE)


def _places(setting: Setting, figure: Figure) -> list[int]:
    """The converse words that speak of a figure."""
    clause, known = setting.clause(figure.first), poles()
    near = range(max(clause.first, figure.first - REACH), min(clause.end, figure.last + 1 + REACH))
    if known.keys().isdisjoint(setting.tokens.lower[near.start : near.stop]):
        return []
    words = [at for at in near if setting.tokens.lower[at] in known and not figure.first <= at <= figure.last]
    return [
        at
        for at in words
        if at not in setting.name_tokens
        and (figure.mention.kind is not Kind.SENTENCE or known[setting.lower(at)].startswith(OF_COURTS))
        and (not known[setting.lower(at)].startswith(CHANGE) or _changes(setting, figure, at))
    ]


def _across(setting: Setting, figure: Figure, at: int) -> bool:
    """Whether another figure of its kind stands between a figure and a word."""
    between = range(min(at, figure.last) + 1, max(at, figure.first))
    return any(o.first in between and o.mention.kind is figure.mention.kind for o in setting.values)


def _apart(figure: Figure, at: int) -> int:
    return figure.first - at if at < figure.first else at - figure.last


def _changes(setting: Setting, figure: Figure, at: int) -> bool:
    """Whether a word of change is the figure's: right beside it, or across an object by "to", "by" or "from"."""
    if at > figure.last:
        return at - figure.last <= 2 and setting.lower(at - 1) not in ("and", "or", ",")
    gap = setting.tokens.lower[at + 1 : figure.first]
    inside = all(word in LINKS or word in poles() or word.endswith("ly") or not word.isalpha() for word in gap)
    return inside or setting.lower(figure.first - 1) in ENDS


def _denied(setting: Setting, at: int) -> bool:
    before = setting.tokens.lower[max(0, at - 3) : at]
    return any(word in NOT or word.endswith("n't") for word in before)
