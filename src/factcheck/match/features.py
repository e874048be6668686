"""Measures how well a source's figure answers to a draft's: words, noun, names, years, place, value.

Every feature lies between 0 and 1 or close to it; `weights.py` says what each is worth.
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from factcheck.compare import Comparison, Relation, date_parts
from factcheck.match.context import TOPIC, Context
from factcheck.match.near_miss import distance, near_miss
from factcheck.match.qualify import ownership
from factcheck.match.rarity import Rarity
from factcheck.match.when import SILENT, match
from factcheck.model import Kind
from factcheck.values import Sort, Value

# Less rarity than this in common, in nats, is nothing in common.
ALONE = 2.0
# A figure twice the bound, or half of it, is as far from it as any other: log 10 / log 2.
DECADES = 3.32
# A topic of a word or two says little, however much of it is shared.
CARRY_FLOOR = 6.0
# Two figures of one fact may be so far apart by a slip, in tenfolds: what is farther is of another scale.
SLIP = 0.35
# So many features are of a pair alone; what is told of the other candidates comes after them.
OF_PAIR = 49
UNTOLD = (0.0,) * 8
STRICT = frozenset({Relation.EQUAL, Relation.CONVERTED})
LOOSE = frozenset({Relation.ROUNDED, Relation.VAGUER})


class Features(NamedTuple):
    """What is measured of a pair; the field's name is the feature's."""

    equal: float
    rarity: float
    loose: float
    loose_rarity: float
    implied: float
    finer: float
    near_miss: float
    distance: float
    scale: float
    bound: float
    bound_only: float
    bound_gap: float
    grain: float
    kind: float
    noun: float
    noun_clash: float
    noun_absent: float
    local: float
    covers_draft: float
    covers_source: float
    shared: float
    wide: float
    left: float
    right: float
    flanks: float
    part: float
    part_clash: float
    rarest: float
    alone: float
    names: float
    names_clash: float
    stranger: float
    strange: float
    owner_same: float
    owner_clash: float
    owner_doubt: float
    carry: float
    union: float
    time_same: float
    time_told: float
    time_clash: float
    time_doubt: float
    date_differs: float
    year: float
    year_clash: float
    year_doubt: float
    headers: float
    place: float
    taken: float
    coverage: float = 0.0
    mates: float = 0.0
    verbatim: float = 0.0
    strangers: float = 0.0
    dominated: float = 0.0
    known: float = 0.0
    echo: float = 0.0
    swapped: float = 0.0

    def among(self, coverage: float, mates: float, verbatim: float, strangers: float, dominated: float) -> Features:
        """The same, told how the figure stands among the other candidates."""
        told = coverage, mates, verbatim, strangers, dominated
        return Features._make((*self[:OF_PAIR], *told, *self[OF_PAIR + len(told) :]))


def features(draft: Context, source: Context, compared: Comparison, rarity: Rarity) -> Features:
    """All features of a pair of comparable figures."""
    local, covers_draft, covers_source, shared, wide, rarest, alone = _words(draft, source)
    # By position, in the order of the fields: by name it takes four times as long, and there are many pairs.
    told = source.claim.claim
    differs = compared.relation is Relation.DIFFERENT
    return Features._make(
        (
            *_values(draft, told.value, compared.relation, rarity),
            _grain(draft, source),
            float(draft.kind is told.kind),
            *_nouns(draft, source),
            local,
            covers_draft,
            covers_source,
            shared,
            wide,
            _anchored(draft.left, source.left),
            _anchored(draft.right, source.right),
            0.5 * sum(a == b != "" for a, b in zip(draft.flanks, source.flanks, strict=True)),
            float(draft.part != "" and draft.part == source.part),
            float(draft.part != source.part and "" not in (draft.part, source.part)),
            rarest,
            alone,
            *_names(draft, source),
            _stranger(draft, source),
            _stranger(source, draft),
            *ownership(draft, source),
            *_about(draft, source),
            *(match(draft.moment, source.moment) if draft.kind is not Kind.DATE else SILENT),
            float(differs and draft.kind is Kind.DATE),
            *_years(draft, source),
            _headers(draft, source),
            float(draft.place == source.place and draft.places == source.places > 1),
            float(differs and told.value.plain in draft.siblings),
            *UNTOLD,
        )
    )


def _values(draft: Context, other: Value, relation: Relation, rarity: Rarity) -> tuple[float, ...]:
    """How the two values stand to each other."""
    mine = draft.claim.claim.value
    away = distance(mine, other)
    strict, loose, differs = relation in STRICT, relation in LOOSE, relation is Relation.DIFFERENT
    proof = rarity.of_value(other) / 5 if strict or loose else 0.0
    return (
        float(strict),
        proof if strict else 0.0,
        float(loose),
        proof if loose else 0.0,
        float(relation is Relation.IMPLIED),
        float(relation is Relation.FINER),
        near_miss(mine, other) if differs else 0.0,
        0.0 if strict else away,
        max(0.0, away - SLIP) if mine.sort is not Sort.DATE else 0.0,
        float(differs and draft.value.bound not in ("", "~")),
        float(differs and mine.plain == other.plain),
        _bound_gap(draft.value, other),
    )


def _bound_gap(said: Value, other: Value) -> float:
    """How far a figure lies from the bound that the draft names: writers put their bounds close to the figure."""
    if said.bound in ("", "~") or said.sort is Sort.DATE:
        return 0.0
    return min(1.0, distance(said, other) * DECADES)


def _words(draft: Context, source: Context) -> tuple[float, float, float, float, float, float, float]:
    """What the two sentences share: cosine by nearness and rarity, the part of each, how much in all; how much more of
    the draft's stands around the source's; the rarest word, and whether that is nothing to speak of."""
    idf, roots, near, others, wide = draft.idf, draft.roots, source.near, source.roots, source.wide
    rare: list[float] = []
    top = mine = its = around = 0.0
    for word, weight in draft.near.items():
        other = near.get(word)
        if other is not None:
            rarity = idf[word]
            rare.append(rarity)
            top += sqrt(weight * other) * rarity
            mine += roots[word]
            its += others[word]
        elif word in wide:
            around += idf[word]
    local = top / sqrt(draft.mass * source.mass) if top else 0.0
    total = sum(rare)
    told = min(1.0, total / 25), around / draft.sum
    return local, mine / draft.total, its / source.total, *told, max(rare, default=0.0) / 8, float(total < ALONE)


def _nouns(draft: Context, source: Context) -> tuple[float, float, float]:
    """Whether both count the same thing, two different things, or one does not say what."""
    mine, other = draft.noun, source.noun
    if mine and mine == other:
        return 1.0, 0.0, 0.0
    if mine and other:
        near = other in draft.right or mine in source.right or other in draft.left or mine in source.left
        return (0.5, 0.0, 0.0) if near else (0.0, 1.0, 0.0)
    return (0.0, 0.0, 0.0) if mine == other else (0.0, 0.0, 1.0)


def _anchored(mine: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Whether the nearest words on one side are the same: 1 for the nearest, half for one of two."""
    if not mine or not other:
        return 0.0
    if mine[0] == other[0]:
        return 1.0
    return 0.5 if set(mine) & set(other) else 0.0


def _about(draft: Context, source: Context) -> tuple[float, float]:
    """How much of what a draft's topic says stands near the source's figure; cosine of sentence and topic together, on
    both sides."""
    idf, near, beyond = draft.idf, source.near, source.topic
    top = carried = 0.0
    for word, weight in draft.near.items():
        told = near.get(word) or TOPIC * beyond.get(word, 0.0)
        if told:
            top += sqrt(weight * told) * idf[word]
    for word, weight in draft.topic.items():
        told = near.get(word, 0.0)
        if told:
            carried += sqrt(weight * min(1.0, 2 * told)) * idf[word]
        else:
            told = TOPIC * beyond.get(word, 0.0)
        if told:
            top += sqrt(weight * TOPIC * told) * idf[word]
    carry = 3 * carried / (draft.about + CARRY_FLOOR) if draft.about else 0.0
    return carry, top / sqrt(draft.union * source.union) if top else 0.0


def _names(draft: Context, source: Context) -> tuple[float, float]:
    """How many of the draft's names the source shares, and whether it shares none of them, not even nearby."""
    if not draft.names:
        return 0.0, 0.0
    named, names, near, wide = draft.named, source.names, source.near, source.wide
    shared = sum(w for name, w in named.items() if name in names or name in near)
    shared += 0.5 * sum(w for name, w in named.items() if name not in names and name in wide)
    clash = bool(names) and draft.names.isdisjoint(names) and draft.names.isdisjoint(wide)
    return shared / (sum(named.values()) or 1.0), float(clash)


def _stranger(one: Context, other: Context) -> float:
    """Whether the name nearest to one figure is nowhere around the other."""
    return float(one.nearest != "" and one.nearest not in other.near and one.nearest not in other.wide)


def _years(draft: Context, source: Context) -> tuple[float, float, float]:
    """Whether the two scopes name a common year, surely two different ones, or perhaps."""
    if not draft.years or not source.years or draft.kind is Kind.DATE or (draft.moment and source.moment):
        return 0.0, 0.0, 0.0
    if draft.years & source.years:
        return 1.0, 0.0, 0.0
    return (0.0, 1.0, 0.0) if draft.certain and source.certain else (0.0, 0.0, 1.0)


def _grain(draft: Context, source: Context) -> float:
    """Whether both dates name a day, a month or a year; whether both durations count in one unit."""
    mine, other = draft.claim.claim.value, source.claim.claim.value
    if mine.sort is Sort.DATE:
        return float(date_parts(mine).count(None) == date_parts(other).count(None))
    return float(mine.plain[-1:] == other.plain[-1:]) if mine.sort is Sort.DURATION else 0.0


def _headers(draft: Context, source: Context) -> float:
    """How much of a table cell's or item's headers the other side has."""
    headers = draft.headers or source.headers
    if not headers:
        return 0.0
    other = source if draft.headers else draft
    return sum(word in other.near or word in other.wide for word in headers) / len(headers)
