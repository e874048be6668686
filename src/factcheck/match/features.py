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


def features(draft: Context, source: Context, compared: Comparison, rarity: Rarity) -> Features:
    """All features of a pair of comparable figures."""
    idf = draft.idf
    common = [word for word in draft.near if word in source.near]
    mine, other = draft.claim.claim, source.claim.claim
    differs = compared.relation is Relation.DIFFERENT
    total = sum(idf[word] for word in common)
    noun, clash, absent = _nouns(draft, source)
    names, names_clash = _names(draft, source)
    year, year_clash, year_doubt = _years(draft, source)
    return Features(
        **_values(draft, other.value, compared.relation, rarity),
        **_qualifiers(draft, source),
        grain=_grain(draft, source),
        kind=float(mine.kind is other.kind),
        noun=noun,
        noun_clash=clash,
        noun_absent=absent,
        local=_local(draft, source, common),
        covers_draft=_covered(draft, common),
        covers_source=_covered(source, common),
        shared=min(1.0, total / 25),
        wide=_wide(draft, source),
        left=_anchored(draft.left, source.left),
        right=_anchored(draft.right, source.right),
        flanks=0.5 * sum(a == b != "" for a, b in zip(draft.flanks, source.flanks, strict=True)),
        part=float(draft.part != "" and draft.part == source.part),
        part_clash=float(draft.part != source.part and "" not in (draft.part, source.part)),
        alone=float(total < ALONE),
        rarest=max((idf[word] for word in common), default=0.0) / 8,
        names=names,
        names_clash=names_clash,
        stranger=_stranger(draft, source),
        strange=_stranger(source, draft),
        carry=_carry(draft, source),
        union=_union(draft, source),
        date_differs=float(differs and mine.kind is Kind.DATE),
        year=year,
        year_clash=year_clash,
        year_doubt=year_doubt,
        headers=_headers(draft, source),
        place=float(draft.place == source.place and draft.places == source.places > 1),
        taken=float(differs and other.value.plain in draft.siblings),
    )


def _qualifiers(draft: Context, source: Context) -> dict[str, float]:
    """Whether they are of one owner and of one time."""
    owner = ownership(draft, source)
    when = match(draft.moment, source.moment) if draft.kind is not Kind.DATE else SILENT
    return {
        "owner_same": owner.same,
        "owner_clash": owner.clash,
        "owner_doubt": owner.doubt,
        "time_same": when.same,
        "time_told": when.told,
        "time_clash": when.clash,
        "time_doubt": when.doubt,
    }


def _values(draft: Context, other: Value, relation: Relation, rarity: Rarity) -> dict[str, float]:
    """How the two values stand to each other."""
    mine = draft.claim.claim.value
    away = distance(mine, other)
    strict, loose, differs = relation in STRICT, relation in LOOSE, relation is Relation.DIFFERENT
    proof = rarity.of_value(other) / 5 if strict or loose else 0.0
    return {
        "equal": float(strict),
        "rarity": proof if strict else 0.0,
        "loose": float(loose),
        "loose_rarity": proof if loose else 0.0,
        "implied": float(relation is Relation.IMPLIED),
        "finer": float(relation is Relation.FINER),
        "near_miss": near_miss(mine, other) if differs else 0.0,
        "distance": 0.0 if strict else away,
        "scale": max(0.0, away - SLIP) if mine.sort is not Sort.DATE else 0.0,
        "bound": float(differs and draft.value.bound not in ("", "~")),
        "bound_only": float(differs and mine.plain == other.plain),
        "bound_gap": _bound_gap(draft.value, other),
    }


def _bound_gap(said: Value, other: Value) -> float:
    """How far a figure lies from the bound that the draft names: writers put their bounds close to the figure."""
    if said.bound in ("", "~") or said.sort is Sort.DATE:
        return 0.0
    return min(1.0, distance(said, other) * DECADES)


def _local(draft: Context, source: Context, common: list[str]) -> float:
    """Cosine of the two sentences, each word by nearness and rarity."""
    top = sum(sqrt(draft.near[word] * source.near[word]) * draft.idf[word] for word in common)
    return top / sqrt(draft.mass * source.mass) if top else 0.0


def _covered(context: Context, common: list[str]) -> float:
    """How much of a sentence the other shares."""
    return sum(sqrt(context.near[word]) * context.idf[word] for word in common) / context.total if common else 0.0


def _wide(draft: Context, source: Context) -> float:
    """How much of what the draft's sentence says, beyond the shared words, stands around the source's."""
    found = sum(draft.idf[word] for word in draft.near if word not in source.near and word in source.wide)
    return found / draft.sum


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


def _carry(draft: Context, source: Context) -> float:
    """How much of what a draft's topic says stands near the source's figure."""
    total = sum(weight * draft.idf[word] for word, weight in draft.topic.items())
    if not total:
        return 0.0
    near = source.near
    shared = (
        sqrt(weight * min(1.0, 2 * near[word])) * draft.idf[word]
        for word, weight in draft.topic.items()
        if word in near
    )
    return 3 * sum(shared) / (total + CARRY_FLOOR)


def _union(draft: Context, source: Context) -> float:
    """Cosine of sentence and topic together, on both sides."""
    top = 0.0
    for one, other in ((draft.near, 1.0), (draft.topic, TOPIC)):
        for word, weight in one.items():
            told = source.near.get(word) or TOPIC * source.topic.get(word, 0.0)
            if told:
                top += sqrt(weight * other * told) * draft.idf[word]
    return top / sqrt(draft.union * source.union) if top else 0.0


def _names(draft: Context, source: Context) -> tuple[float, float]:
    """How many of the draft's names the source shares, and whether it shares none of them, not even nearby."""
    if not draft.names:
        return 0.0, 0.0
    everywhere = source.names | source.wide
    weight = {name: draft.idf.get(name, 1.0) for name in sorted(draft.names)}
    shared = sum(w for name, w in weight.items() if name in source.names or name in source.near)
    shared += 0.5 * sum(w for name, w in weight.items() if name not in source.names and name in source.wide)
    return shared / (sum(weight.values()) or 1.0), float(bool(source.names) and not draft.names & everywhere)


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
        named = [sum(part is not None for part in date_parts(value)) for value in (mine, other)]
        return float(named[0] == named[1])
    return float(mine.plain[-1:] == other.plain[-1:]) if mine.sort is Sort.DURATION else 0.0


def _headers(draft: Context, source: Context) -> float:
    """How much of a table cell's or item's headers the other side has."""
    headers = draft.headers or source.headers
    if not headers:
        return 0.0
    other = source if draft.headers else draft
    return len(headers & (other.near.keys() | other.wide)) / len(headers)
