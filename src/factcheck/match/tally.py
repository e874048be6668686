"""The two sides of a vote or a game that are told as two figures: "by a vote of 64 to 27", "96 votes to none".

Neither side is a fact by itself: who says 64 to 27 of what ended 64 to 28 has the result wrong.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.lean.record import NamedTuple
from factcheck.model import Claim, Kind

# The first side is no less than the second: "27 to 64" is a range.
SIDES = re.compile(
    r"(?<![\d.,$€£-])(\d{1,4})(?: [a-z]+)? (?:to|against) (\d{1,4}|none|nil|zero)(?![\d.,]*\d|[ -]*(?:%|per ?cent))"
)
NOTHING = frozenset({"none", "nil", "zero"})
# A result, and several of them in a row: those of the games of one match.
RESULT = re.compile(r"(?<![\d.,$€£-])\d{1,2}[-\u2013]\d{1,2}(?![\d-])")
_ONE = r"\d{1,2}[-\u2013]\d{1,2}(?: ?\(\d{1,2}(?:[-\u2013]\d{1,2})?\))?"
MATCH = re.compile(rf"(?<![\d.,$€£-]){_ONE}(?:,? (?:and )?{_ONE})+(?![\d-])")
# "Fell from 64 to 27" are two levels and no sides.
FROM = re.compile(r"\bfrom (?:[a-z]+ )?$")
COUNTED = frozenset({Kind.COUNT, Kind.OTHER})


def tally(claim: Claim) -> tuple[str, str] | None:
    """The two sides that a figure belongs to, the winner's first; None where it stands alone."""
    if claim.kind not in COUNTED:
        return None
    mark = claim.mark
    for one, other, start, end in _tallies(claim.sentence):
        if start <= mark.start < end and claim.value.plain in (one, other):
            return one, other
    return None


class Game(NamedTuple):
    """Which of the results of a match a result is: the how manyth, and whether it is the tie-break of that."""

    number: int
    tie_break: bool


def game(claim: Claim) -> Game | None:
    """Which result of a match that is told by several a figure is ("6-4, 7-6 (7-3)"); None where it stands alone."""
    places = _games(claim.sentence)
    return next((game for start, end, game in places if start <= claim.mark.start < end), None)


@lru_cache(maxsize=4096)
def _games(sentence: str) -> tuple[tuple[int, int, Game], ...]:
    found = []
    for match in MATCH.finditer(sentence):
        number = 0
        for one in RESULT.finditer(sentence, match.start(), match.end()):
            tie_break = sentence[one.start() - 1 : one.start()] == "("
            number += not tie_break
            found.append((one.start(), one.end(), Game(number, tie_break)))
    return tuple(found)


@lru_cache(maxsize=4096)
def _tallies(sentence: str) -> tuple[tuple[str, str, int, int], ...]:
    found = []
    for match in SIDES.finditer(sentence):
        one, other = match[1], "0" if match[2] in NOTHING else match[2]
        if int(one) >= int(other) and not FROM.search(sentence[: match.start()]):
            found.append((str(int(one)), str(int(other)), match.start(), match.end()))
    return tuple(found)
