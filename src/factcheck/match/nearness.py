"""How near the words of a passage stand to one of its figures: the weight of each, and the nearest on either side.

A word counts less the farther it stands from the figure, and less again for every clause border between them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from math import exp

from factcheck.match.passage_words import Words

REACH = 8
BORDER = 0.75
FLOOR = 0.05
# What the subject that a sentence leaves out, and a cell's headers, weigh beside the words of the sentence.
WEIGHT_OF_SUBJECT = 0.35
WEIGHT_OF_HEADER = 0.8
# How many tokens off an anchor may stand, and how many there are on a side.
ANCHORED, ANCHORS = 10, 2


def near(
    first: int, last: int, words: Words, taken: Collection[int], headers: frozenset[str], subject: frozenset[str]
) -> dict[str, float]:
    """The concepts around the tokens from `first` to `last`, of its headers and its subject, with their weights.

    taken: the tokens of figures, which say nothing of a figure's context
    """
    found: dict[str, float] = {}
    borders = words.borders
    opens, closes = borders[first], borders[last]
    for at, word in enumerate(words.concepts):
        if not word or at in taken:
            continue
        if at < first:
            weight = _weight(first - at, opens - borders[at])
        else:
            weight = _weight(at - last, borders[at] - closes)
        if weight > found.get(word, 0):
            found[word] = weight
    for word in sorted(subject):
        found.setdefault(word, WEIGHT_OF_SUBJECT)
    for word in sorted(headers):
        found[word] = max(found.get(word, 0), WEIGHT_OF_HEADER)
    return found


@cache
def _weight(distance: int, borders: int) -> float:
    weight: float = FLOOR + exp(-(distance - 1) / REACH) * BORDER**borders
    return weight


def mass(words: Mapping[str, float], idf: Mapping[str, float]) -> float:
    """The rarity of all words together, each by its weight."""
    return sum([weight * idf[word] for word, weight in words.items()])


def anchors(words: Words, places: range, taken: Collection[int]) -> tuple[str, ...]:
    """The concepts that stand nearest to a figure on one side; `places` are the tokens there, the nearest first."""
    found: list[str] = []
    for at in places[:ANCHORED]:
        if words.words[at] in ".;":
            break
        if words.concepts[at] and at not in taken:
            found.append(words.concepts[at])
            if len(found) == ANCHORS:
                break
    return tuple(found)


def nearest(names: frozenset[str], weights: Mapping[str, float]) -> str:
    """The name that stands nearest, "" where there is none."""
    return max((name for name in names if name in weights), key=lambda name: (weights[name], name), default="")
