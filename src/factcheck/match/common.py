"""What a draft's figure has in common with a passage of a source, whichever of its figures it is held against.

The figures of one passage with one subject have the same words around them and differ in how near these stand. So what
depends on the words alone is found out once a passage; each figure is then measured by the words that it shares.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt

from factcheck.lean.record import NamedTuple
from factcheck.match.context import TOPIC, Context

# Less rarity than this in common, in nats, is nothing in common.
ALONE = 2.0


# A word of the draft's sentence or topic that the source has, or "" where the source has it in its topic, which then
# adds the last; its weight and rarity in the draft. (A plain tuple: there are twenty a pair.)
Step = tuple[str, float, float, float]


class Common(NamedTuple):
    """What a draft's figure and all figures of a passage with one subject have in common.

    near, topic: the words of the draft's sentence and topic that the source's sentence or topic has
    held: the part of the draft's sentence that they are, what stands in the source's topic counted half
    mine: the part of the draft's sentence that the source's is; shared, around: how much in all, and how much stands
    around the source's sentence; rarest, alone: the rarest word of both, and whether they are nothing to speak of
    names, clash: how many of the draft's names the source shares, and whether it shares none, not even nearby
    stranger: whether the name nearest to the draft's figure is nowhere around the source's; headers: how many of either
    side's headers the other has
    """

    near: tuple[Step, ...]
    topic: tuple[Step, ...]
    held: float
    mine: float
    shared: float
    around: float
    rarest: float
    alone: float
    names: float
    clash: float
    stranger: float
    headers: float

    @property
    def words(self) -> list[str]:
        """The words of the draft's sentence that the source's has."""
        return [word for word, *_ in self.near if word]


class Said(NamedTuple):
    """The words of a draft's sentence and of its topic, as steps to a source that has them all."""

    near: Sequence[Step]
    topic: Sequence[Step]


def said(draft: Context) -> Said:
    """The words of a draft's figure, made once for all sources."""
    idf = draft.idf
    near, topic = (
        [(word, weight, idf[word], 0.0) for word, weight in words.items()] for words in (draft.near, draft.topic)
    )
    return Said(near, topic)


def common(draft: Context, source: Context) -> Common:
    """What a draft's figure and those of a source's passage have in common."""
    return _common(draft, source, said(draft))


def _common(draft: Context, source: Context, own: Said) -> Common:
    roots, near, beyond, wide = draft.roots, source.near, source.topic, source.wide
    steps, rarities = [], []
    held = mine = around = 0.0
    for step in own.near:
        word, weight, rarity, _ = step
        if word in near:
            steps.append(step)
            rarities.append(rarity)
            mine += roots[word]
            held += roots[word]
            continue
        if word in wide:
            around += rarity
        if word in beyond:
            steps.append(_afar(weight, rarity, beyond[word]))
            held += 0.5 * roots[word]
    total = sum(rarities)
    names, clash = _names(draft, source)
    return Common(
        tuple(steps),
        tuple(_of_topic(own.topic, source)),
        held / draft.total,
        mine / draft.total,
        min(1.0, total / 25),
        around / draft.sum,
        max(rarities, default=0.0) / 8,
        float(total < ALONE),
        names,
        clash,
        stranger(draft, source),
        _headers(draft, source),
    )


def by_passage(draft: Context) -> Callable[[Context], Common]:
    """`common` with sources of one library, found out once a passage and subject.

    To be kept no longer than the sources: figures of one passage and subject are known by sharing one topic.
    """
    known: dict[int, Common] = {}
    own = said(draft)

    def found(source: Context) -> Common:
        key = id(source.topic)
        if key not in known:
            known[key] = _common(draft, source, own)
        return known[key]

    return found


def _of_topic(own: Sequence[Step], source: Context) -> list[Step]:
    near, beyond = source.near, source.topic
    steps = []
    for step in own:
        word, weight, rarity, _ = step
        if word in near:
            steps.append(step)
        elif word in beyond:
            steps.append(_afar(weight, rarity, beyond[word], TOPIC))
    return steps


def _afar(weight: float, rarity: float, told: float, worth: float = 1.0) -> Step:
    """A step to a word of the source's topic; worth: what the draft's word is worth, which may be one of its topic."""
    return "", weight, rarity, sqrt(weight * worth * (TOPIC * told)) * rarity


def stranger(one: Context, other: Context) -> float:
    """Whether the name nearest to one figure is nowhere around the other."""
    return float(one.nearest != "" and one.nearest not in other.near and one.nearest not in other.wide)


def _names(draft: Context, source: Context) -> tuple[float, float]:
    if not draft.names:
        return 0.0, 0.0
    named, names, near, wide = draft.named, source.names, source.near, source.wide
    shared = sum([w for name, w in named.items() if name in names or name in near])
    shared += 0.5 * sum([w for name, w in named.items() if name not in names and name in wide])
    clash = bool(names) and draft.names.isdisjoint(names) and draft.names.isdisjoint(wide)
    return shared / sum(named.values()) if shared else 0.0, float(clash)


def _headers(draft: Context, source: Context) -> float:
    """How much of a table cell's or item's headers the other side has."""
    headers = draft.headers or source.headers
    if not headers:
        return 0.0
    other = source if draft.headers else draft
    return sum(word in other.near or word in other.wide for word in headers) / len(headers)
