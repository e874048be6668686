"""Tells the pound that weighs from the pound that pays."""

from __future__ import annotations

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.kinds.number_words import NUMBERS
from factcheck.kinds.phrase import Phrase
from factcheck.text.tokens import is_word

WEIGHING = tuple(CUES["beginning of weighing"])
PAYING = CUES["paying"]
REACH = 12


def in_stones(line: Line, phrase: Phrase) -> bool:
    """Whether the stones after a phrase are a weight: "12 stone", "12 stone 5"; not "12 stones", "12 stone walls"."""
    at = phrase.unit_at
    after = line.lower[at + 1]
    alone = not is_word(after) or after in NUMBERS or after in AFTER_STONES
    return line.lower[at] == "stone" and alone and phrase.low.value > 1 and not phrase.hyphen


AFTER_STONES = CUES["after stones"]


def weighs(line: Line, phrase: Phrase) -> bool:
    """Whether the pounds after a phrase measure weight: "200 pounds of rice", "a 20-pound bag"; a scale word or a
    word of payment nearby makes them money."""
    near = line.lower[max(0, phrase.first - REACH) : phrase.unit_at + REACH]
    if any(word.startswith(WEIGHING) for word in near):
        return True
    if phrase.low.scale != 1 or not PAYING.isdisjoint(near):
        return False
    return phrase.hyphen or line.lower[phrase.unit_at + 1] == "of" or phrase.low.value < 1000
