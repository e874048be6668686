"""Measures how well a source's figure answers to a draft's: words, noun, names, years, place, value.

Every feature lies between 0 and 1 or close to it; `weights.py` says what each is worth.
"""

from __future__ import annotations

from math import log, sqrt

from factcheck.compare import Comparison, Relation, date_parts
from factcheck.lean.record import NamedTuple
from factcheck.match.common import Common, stranger
from factcheck.match.context import TOPIC, Context
from factcheck.match.meeting import SILENT, match
from factcheck.match.near_miss import distance, near_miss
from factcheck.match.qualify import ownership
from factcheck.match.rarity import Rarity
from factcheck.match.roles import EXPECTED, FORMER_PART, is_ahead
from factcheck.match.stretch import Rank
from factcheck.model import Kind
from factcheck.values import UNKNOWN, Sort, Value

# A figure twice the bound, or half of it, is as far from it as any other: log 10 / log 2.
DECADES = 3.32
# A topic of a word or two says little, however much of it is shared.
CARRY_FLOOR = 6.0
# What it proves that a day is the same one of the week, as the rarity of a value is told: one in seven is.
OF_THE_WEEK = log(7) / 5
# Two figures of one fact may be so far apart by a slip, in tenfolds: what is farther is of another scale.
SLIP = 0.35
# So many features are of a pair alone; what is told of the other candidates comes after them.
OF_PAIR = 50
UNTOLD = (0.0,) * 10
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
    other_tense: float
    coverage: float = 0.0
    mates: float = 0.0
    verbatim: float = 0.0
    strangers: float = 0.0
    dominated: float = 0.0
    known: float = 0.0
    echo: float = 0.0
    swapped: float = 0.0
    home: float = 0.0
    lapse: float = 0.0

    def among(self, coverage: float, mates: float, verbatim: float, strangers: float, dominated: float) -> Features:
        """The same, told how the figure stands among the other candidates."""
        told = coverage, mates, verbatim, strangers, dominated
        return Features._make((*self[:OF_PAIR], *told, *self[OF_PAIR + len(told) :]))

    def at_home(self, home: float, lapse: float) -> Features:
        """The same, told how likely the source's document is spoken of, and that the figure is a slip."""
        return Features._make((*self[:-2], home, lapse))


def features(draft: Context, source: Context, compared: Comparison, rarity: Rarity, both: Common) -> Features:
    """All features of a pair of comparable figures; `both`: what the draft's has in common with the source's passage"""
    local, covers_source, carry, union = _words(draft, source, both)
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
            both.mine,
            covers_source,
            both.shared,
            both.around,
            _anchored(draft.left, source.left),
            _anchored(draft.right, source.right),
            0.5 * sum(a == b != "" for a, b in zip(draft.flanks, source.flanks, strict=True)),
            float(draft.part != "" and draft.part == source.part),
            float(draft.part != source.part and "" not in (draft.part, source.part)),
            both.rarest,
            both.alone,
            both.names,
            both.clash,
            both.stranger,
            stranger(source, draft),
            *ownership(draft, source),
            carry,
            union,
            *(match(draft.moment, source.moment) if draft.kind is not Kind.DATE else SILENT),
            float(differs and draft.kind is Kind.DATE),
            *_years(draft, source),
            both.headers,
            float(draft.seat[:2] == source.seat[:2] and draft.seat.places > 1),
            float(differs and told.value.plain in draft.siblings),
            float(_is_of_other_tense(draft, source)),
            *UNTOLD,
        )
    )


def _values(draft: Context, other: Value, relation: Relation, rarity: Rarity) -> tuple[float, ...]:
    """How the two values stand to each other."""
    mine = draft.claim.claim.value
    away = distance(mine, other)
    strict, loose, differs = relation in STRICT, relation in LOOSE, relation is Relation.DIFFERENT
    proof = rarity.of_value(other) / 5 if strict or loose else 0.0
    if mine.plain == UNKNOWN.plain:
        proof = min(proof, OF_THE_WEEK)
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


def _words(draft: Context, source: Context, both: Common) -> tuple[float, float, float, float]:
    """What the two sentences share, by nearness and rarity: their cosine, and the part that it is of the source's; how
    much of what the draft's topic says stands near the source's figure; cosine of sentence and topic together."""
    near, others = source.near, source.roots
    top = said = its = carried = 0.0
    for word, weight, rarity, added in both.near:
        if word:
            met = sqrt(weight * near[word]) * rarity
            said += met
            top += met
            its += others[word]
        else:
            top += added
    for word, weight, rarity, added in both.topic:
        if word:
            told = near[word]
            carried += sqrt(weight * min(1.0, 2 * told)) * rarity
            top += sqrt(weight * TOPIC * told) * rarity
        else:
            top += added
    carry = 3 * carried / (draft.about + CARRY_FLOOR) if draft.about else 0.0
    local = said / sqrt(draft.mass * source.mass) if said else 0.0
    return local, its / source.total, carry, top / sqrt(draft.union * source.union) if top else 0.0


def _nouns(draft: Context, source: Context) -> tuple[float, float, float]:
    """Whether both count the same thing, two different things, or one does not say what."""
    mine, other = draft.noun, source.noun
    if mine and mine == other:
        return 1.0, 0.0, 0.0
    if mine and other:
        near = other in draft.right or mine in source.right or other in draft.left or mine in source.left
        return (0.5, 0.0, 0.0) if near else (0.0, 1.0, 0.0)
    left_out = not (draft.claim.claim.unit or source.claim.claim.unit)
    return (0.0, 0.0, 0.0) if mine == other or left_out else (0.0, 0.0, 1.0)


def _is_of_other_tense(draft: Context, source: Context) -> bool:
    """Whether a source's figure is what was, or what is expected, and the draft's what is."""
    if source.claim.claim.frame.part == EXPECTED:
        return not is_ahead(draft.claim.claim.sentence)
    if source.past != FORMER_PART or draft.past:
        return False
    return not (draft.moment and draft.moment.rank <= Rank.SENTENCE and match(draft.moment, source.moment).same)


def _anchored(mine: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Whether the nearest words on one side are the same: 1 for the nearest, half for one of two."""
    if not mine or not other:
        return 0.0
    if mine[0] == other[0]:
        return 1.0
    return 0.5 if set(mine) & set(other) else 0.0


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
