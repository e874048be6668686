"""Tells a share of the votes from turnout, seats, polls and every other percentage, by the clause it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.text.tokens import CLAUSE_ENDS, is_word

VOTERS = CUES["voters"]
CHOOSING = CUES["choosing"]
# A share that somebody wins or polls is of votes unless the sentence says otherwise.
POLLING = CUES["polling"]
VOTES = frozenset({"vote", "votes", "ballot", "ballots"})
WINNING = CUES["winning"]
OTHER_SHARES = CUES["other shares"]
REACH = 14


def is_vote_share(line: Line, first: int, after: int) -> bool:
    """Whether the share in tokens `first` up to `after` is of votes cast for somebody or something."""
    if line.lower[after] == "of":
        return _of_votes(line, after + 1)
    left = _clause(line.lower[max(0, first - REACH) : first][::-1])
    right = _clause(line.lower[after : after + REACH])
    if not OTHER_SHARES.isdisjoint(left) or not OTHER_SHARES.isdisjoint(right[:6]):
        return False
    near = left[:6]
    if left[:1] and left[0] in POLLING:
        return True
    if not VOTES.isdisjoint(near) and ("share" in near or "of" in near):
        return True
    return not VOTES.isdisjoint(left + right) and not WINNING.isdisjoint(left[:8])


def _of_votes(line: Line, i: int) -> bool:
    """ "of the popular vote", "of valid votes cast", "of all ballots"; not "of registered votes counted"."""
    for j in range(i, i + 5):
        word = line.lower[j]
        if word in VOTERS:
            return line.lower[j + 1] in CHOOSING
        if word in VOTES:
            return line.lower[j + 1] != "counted" and not line.lower[j + 1].startswith("count")
        if not is_word(word):
            return False
    return False


def _clause(words: Sequence[str]) -> tuple[str, ...]:
    """The words of the clause on one side, nearest first."""
    return tuple(takewhile(lambda word: word not in CLAUSE_ENDS, words))
