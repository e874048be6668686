"""Tells the pound that weighs from the pound that pays."""

from __future__ import annotations

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.kinds.phrase import Phrase

WEIGHING = ("weigh", "heav", "lighter", "lift", "thrust", "bench", "payload", "pressure")
PAYING = CUES["paying"]
REACH = 12


def weighs(line: Line, phrase: Phrase) -> bool:
    """Whether the pounds after a phrase measure weight: "200 pounds of rice", "a 20-pound bag"; a scale word or a
    word of payment nearby makes them money."""
    near = line.lower[max(0, phrase.first - REACH) : phrase.unit_at + REACH]
    if any(word.startswith(WEIGHING) for word in near):
        return True
    if phrase.low.scale != 1 or not PAYING.isdisjoint(near):
        return False
    return phrase.hyphen or line.lower[phrase.unit_at + 1] == "of" or phrase.low.value < 1000
