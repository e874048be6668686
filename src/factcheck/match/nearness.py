"""How near the words of a passage stand to one of its figures: the weight of each, and the nearest on either side.

A word counts less the farther it stands from the figure, and less again for every clause border between them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from math import exp

from factcheck.extract.frame import is_event
from factcheck.match.passage_words import Words

# A word so many tokens away weighs a third (1/e); what each clause border leaves of that; and what the farthest word
# keeps. The weights of features are fitted on what these give: to change one is to fit them anew.
REACH = 8
BORDER = 0.75
FLOOR = 0.05
# What the subject that a sentence leaves out, and a cell's headers, weigh beside the words of the sentence.
WEIGHT_OF_SUBJECT = 0.35
WEIGHT_OF_HEADER = 0.8
# What begins a new member: "with 412 people, and in Odby, Norland, with 88".
JOINTS = frozenset((",", word) for word in ("and", "but", "while"))
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
        if weight > found.get(word, 0.0):
            found[word] = weight
    for word in sorted(subject):
        found.setdefault(word, WEIGHT_OF_SUBJECT)
    for word in sorted(headers):
        found[word] = max(found.get(word, 0.0), WEIGHT_OF_HEADER)
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


def own(
    span: tuple[int, int], beside: Sequence[tuple[int, int]], words: Words, taken: Collection[int]
) -> tuple[frozenset[str], str]:
    """The concepts that tell a figure from others of its sentence: "294 boxes and 391 cars" has a part of
    each, and "the cheques came to 34, the cash to 60" too, whichever side of the figures it is on.

    span: its first and last token; beside: those of the others of its kind, in order
    Besides, the first of them where its part of the sentence begins, "" where that is far off or a verb.
    """
    first, last = span
    before = max((end for _, end in beside if end < first), default=None)
    after = min((start for start, _ in beside if start > last), default=None)
    opens = 0 if before is None else _cut(before, first, words)
    closes = len(words.concepts) if after is None else _cut(last, after, words)
    # Where all that stands between two figures is one's, the other's stands on its far side.
    if after is not None and before is None and closes > last + 1 and closes >= after - 1:
        opens = first
    if before is not None and after is None and opens <= before + 1 < first - 1:
        closes = last + 1
    ahead, behind = range(max(opens, first - ANCHORED), first), range(last + 1, min(closes, last + 1 + ANCHORED))
    found = [words.concepts[at] for at in (*ahead, *behind) if at not in taken and words.concepts[at]]
    opening = next((at for at in ahead if at not in taken and words.concepts[at]), None)
    subject = opening is not None and ahead.start == opens and not is_event(words.lower[opening])
    return frozenset(found), words.concepts[opening] if opening is not None and subject else ""


def _cut(end: int, start: int, words: Words) -> int:
    """The token between two figures from which on the words are the second's: where a new member of the sentence
    begins, else a border of clauses, else the middle."""
    between = range(end + 1, start)
    borders = [at for at in between if words.borders[at] > words.borders[at - 1]]
    if not borders:
        return (end + 1 + start) // 2
    joints = [at for at in borders if words.lower[at] == ";" or words.lower[at : at + 2] in JOINTS]
    if joints:
        return joints[0]
    return borders[0] if borders[0] == end + 1 else borders[-1]


def nearest(names: frozenset[str], weights: Mapping[str, float]) -> str:
    """The name that stands nearest, "" where there is none."""
    return max((name for name in names if name in weights), key=lambda name: (weights[name], name), default="")
