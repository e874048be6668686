"""Joins neighbouring mentions that are one figure: "30 g to 35 g", "two years and six months"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.kinds.currency import CENT
from factcheck.kinds.line import Line
from factcheck.kinds.ranges import is_change, spreads
from factcheck.kinds.sequel import sequel
from factcheck.lean.record import replace
from factcheck.model import Kind, Mention
from factcheck.text import Span
from factcheck.values import duration, number

RANGED = frozenset({Kind.PERCENTAGE, Kind.VOTE_SHARE, Kind.MONEY, Kind.MEASUREMENT, Kind.DURATION, Kind.SENTENCE})
SHARES = frozenset({Kind.PERCENTAGE, Kind.VOTE_SHARE})
# With so many dollars nobody tells the cents: "half a billion dollars, 29 cents a share".
LARGE = 1_000_000
TIMED = frozenset({Kind.DURATION, Kind.SENTENCE})
LONGEST_GAP = 8
LONGEST_LEAD = 24
# Designators from the longest to the shortest: a compound falls through them.
DAYS_AND_WEEKS = frozenset("DW")
ORDER = {"Y": 0, "M": 1, "W": 2, "D": 3, "TH": 4, "TM": 5, "TS": 6}


def joined(line: Line, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, each that continues the one before it taken into it."""
    done: list[Mention] = []
    for mention in mentions:
        mention = sequel(line.text, done[-1], mention) if done else mention
        whole = _join(line, done[-1], mention) if done else None
        if whole is not None:
            done[-1] = whole
        else:
            done.append(mention)
    return tuple(done)


def _join(line: Line, left: Mention, right: Mention) -> Mention | None:
    gap = line.text[left.span.end : right.span.start] if right.span.start - left.span.end <= LONGEST_GAP else None
    if gap == " " and (left.unit, right.kind) in BARE_MINOR and not right.unit and right.value.bound == "":
        return _imperial(left, replace(right, unit=BARE_MINOR[left.unit, right.kind]))
    if gap is None or not (left.kind is right.kind or {left.kind, right.kind} == TIMED):
        return None
    link = gap.strip().lower()
    before = line.text[max(0, left.span.start - LONGEST_LEAD) : left.span.start].lower().split()
    ranged = link in ("to", "-", "\u2013") or (link == "and" and before[-1:] == ["between"])
    if ranged and left.kind in RANGED and left.kind is right.kind and left.unit == right.unit:
        return None if _is_change(before, left) else _range(left, right)
    if right.value.bound or link not in ("and", ",", "", ", and"):
        return None
    if left.kind is Kind.MEASUREMENT and link in ("", "and"):
        return _imperial(left, right)
    return _compound(left, right) if left.kind in TIMED else _change(left, right)


def _is_change(before: Sequence[str], left: Mention) -> bool:
    """ "From $5 to $10", "by 2 million riel to 15 million riel", "up 20 cents to $3": two figures and no range."""
    if before[-1:] == ["from"]:
        return not spreads(before[-3:])
    if left.kind in SHARES:
        return False
    return is_change(before)


# "12 stone 5", "6 feet 2": the smaller unit is left out.
BARE_MINOR = {("st", Kind.COUNT): "lb", ("ft", Kind.COUNT): "in"}
# Smaller units that follow larger ones in one measurement, and how many make one.
IMPERIAL = {("ft", "in"): Decimal(12), ("lb", "oz"): Decimal(16), ("st", "lb"): Decimal(14)}


def _imperial(left: Mention, right: Mention) -> Mention | None:
    """ "5 feet 8 inches" as 68 inches."""
    worth = IMPERIAL.get((left.unit, right.unit))
    big = left.value.high if left.value.low is None else left.value.low
    small = right.value.low
    if worth is None or big is None or small is None or small >= worth or ".." in left.value.plain:
        return None
    value = number(big * worth + small, bound=left.value.bound, near=left.value.near)
    return Mention(Kind.MEASUREMENT, Span(left.span.start, right.span.end), value, right.unit)


def _change(left: Mention, right: Mention) -> Mention | None:
    """ "three dollars and 50 cents": a whole amount and less than one of its units."""
    whole, rest = left.value.low, right.value.low
    if left.kind is not Kind.MONEY or left.unit != right.unit or left.value.step < 1 or whole is None or rest is None:
        return None
    if rest >= 1 or whole >= LARGE or right.value.step > CENT or left.value.low != left.value.high:
        return None
    value = number(whole + rest, bound=left.value.bound, step=CENT, near=left.value.near)
    return Mention(Kind.MONEY, Span(left.span.start, right.span.end), value, left.unit)


def _range(left: Mention, right: Mention) -> Mention | None:
    """A range whose ends both carry the unit."""
    if left.value.bound not in ("", "~") or "/" in left.value.plain + right.value.plain:
        return None
    low, high = left.value.low, right.value.high
    if low is None or high is None or not low < high or ".." in left.value.plain + right.value.plain:
        return None
    if left.kind in TIMED:
        value = duration(f"{left.value.plain}/{right.value.plain}", bound=left.value.bound)
    else:
        value = number(low, high, bound=left.value.bound, step=right.value.step)
    return Mention(left.kind, Span(left.span.start, right.span.end), value, left.unit, right.head)


def _compound(left: Mention, right: Mention) -> Mention | None:
    """ "2 hours and 15 minutes": units that fall, each once."""
    parts = left.value.plain, right.value.plain
    if any("/" in part or "." in part for part in parts):
        return None
    (date, time), (more_date, more_time) = (part[1:].partition("T")[::2] for part in parts)
    falls = _last(date, time) < _first(more_date, more_time)
    if not falls or (time and more_date) or (not time and not more_date and date[-1] not in DAYS_AND_WEEKS):
        return None
    clock = time + more_time
    text = f"P{date}{more_date}" + (f"T{clock}" if clock else "")
    kind = Kind.SENTENCE if Kind.SENTENCE in (left.kind, right.kind) else Kind.DURATION
    value = duration(text, bound=left.value.bound, near=left.value.near)
    return Mention(kind, Span(left.span.start, right.span.end), value, left.unit or right.unit)


def _last(date: str, time: str) -> int:
    return ORDER["T" + time[-1] if time else date[-1]]


def _first(date: str, time: str) -> int:
    letters = [letter for letter in (date or time) if letter.isalpha()]
    return ORDER[letters[0] if date else "T" + letters[0]]
