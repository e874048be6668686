"""Times of day in words: "noon", "half past six", "a quarter to ten", "ten past six in the evening"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.kinds.number_words import below_hundred
from factcheck.kinds.numeral import ARTICLES, ONE, Form, Numeral

NOON = 720
NAMED = {"noon": NOON, "midday": NOON, "midnight": 0}
PARTS = {"half": 30, "quarter": 15}
BEFORE_NAMED = CUES["before noon"]
EVENINGS = frozenset({("in", "the", "afternoon"), ("in", "the", "evening"), ("at", "night"), ("that", "evening")})


def clock_words(line: Line, i: int) -> Numeral | None:
    """The time of day that the words at token i tell, in minutes since midnight."""
    name = line.words[i]
    if name in NAMED:
        stands = line.lower[i - 1] in BEFORE_NAMED
        return Numeral(i, i + 1, Decimal(NAMED[name]), ONE, Form.CLOCK) if stands else None
    part = PARTS.get(name)
    after = i + 1
    found = below_hundred(line.lower, i) if part is None else None
    if found is not None:
        part, after = int(found.value), found.end + (line.lower[found.end] in ("minutes", "mins"))
    if part is None or part >= 60 or line.lower[after] not in ("past", "to"):
        return None
    to = line.lower[after] == "to"
    return None if to and (part == 30 or found) else _told(line, i, -part if to else part, after + 1)


def _told(line: Line, i: int, minutes: int, at: int) -> Numeral | None:
    hour = below_hundred(line.lower, at)
    hours, last = (int(hour.value), hour.end) if hour else (_digits(line, at), at + 1)
    if not 1 <= hours <= 12 or line.lower[last] in ("percent", "per", "%", "million", "-"):
        return None
    evening = any(line.lower[last : last + len(words)] == words for words in EVENINGS) and hours != 12
    first = i - 1 if line.lower[i - 1] in ARTICLES else i
    return Numeral(first, last, Decimal(hours * 60 + minutes + NOON * evening), ONE, Form.CLOCK)


def _digits(line: Line, at: int) -> int:
    return int(line.words[at]) if line.words[at].isdecimal() and len(line.words[at]) < 3 else 0
