"""Figures that no source states but that a draft calls the difference, the rest or the sum of what the sources state.

Two figures give a third by chance all too often. So a step is taken only where the draft's words name it ("24 lower
than", "the other five", "twelve in all") and one figure of the step stands beside them, supported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.lean import regex as re
from factcheck.match.comparable import comparable
from factcheck.match.context import Context
from factcheck.match.derive.working import Ground, Working
from factcheck.match.roles import DIFFERENCE
from factcheck.match.scene import Scene
from factcheck.model import Claim, Kind
from factcheck.store.protocol import StoredClaim
from factcheck.values import Sort

# "24 million lower", "two fewer": what the subject has is less.
LESS = re.compile(r"\s+(?:\w+\s+){0,2}(?:lower|fewer|less|worse|behind)\b")
# "the other five", "the remaining five".
REST = re.compile(r"\b(?:other|remaining)\s+$")
# "twelve people in all"; "a total of twelve", "altogether twelve".
SUM_AFTER = re.compile(r"(?:\s+\w+){0,2},?\s+(?:in all|in total|altogether|together|combined)\b")
SUM_BEFORE = re.compile(r"\b(?:a total of|in all|in total|altogether),?\s+$")
# Kinds whose numbers name a place in an order or a paragraph and do not add up.
NAMES = frozenset({Kind.RANK, Kind.ORDINAL, Kind.REFERENCE, Kind.SCORE, Kind.DATE})
HUNDRED = Decimal(100)
# The part of a figure that something rose or fell by, and the unit of such a figure between two shares.
CHANGE, POINT = "by", "percentage point"


def calculated(figure: Context, grounds: Sequence[Ground], scene: Scene) -> Working | None:
    """How a figure follows by the step that the words beside it name, or None."""
    claim = figure.claim.claim
    if not _is_amount(claim):
        return None
    here = figure.claim.passage
    near = [g for g in grounds if here - 1 <= g.draft.claim.passage <= here and _adds_up(claim, g.source.claim)]
    before = claim.sentence[: claim.mark.start]
    if figure.part == DIFFERENCE or claim.frame.part == CHANGE:
        beside = [g for g in near if g.draft.claim.passage == here]
        beside.sort(key=lambda g: abs(g.draft.claim.first_token - figure.claim.first_token))
        steps = _differences(claim, beside[:1], scene)  # "From 2, by 3 to 5" says nothing of other figures.
    elif REST.search(before):
        steps = _rests(claim, near, scene)
    elif SUM_BEFORE.search(before) or SUM_AFTER.match(claim.sentence, claim.mark.end):
        steps = _sums(figure, grounds)
    else:
        return None
    return next(steps, None)


def _differences(claim: Claim, near: Sequence[Ground], scene: Scene) -> Iterator[Working]:
    """ "431, 24 lower than in March" of a source that says "431, compared with 455"; "fell by 24 to 431"."""
    way = claim.frame.direction
    less = LESS.match(claim.sentence, claim.mark.end) is not None or (way is not None and way.value == "change:down")
    for ground in near:
        for other in _beside(claim, ground, scene):
            high, low = (other, ground.source) if less else (ground.source, other)
            if _amount(high) - _amount(low) == claim.value.low:
                yield _step(claim, high, "\N{MINUS SIGN}", low)


def _rests(claim: Claim, near: Sequence[Ground], scene: Scene) -> Iterator[Working]:
    """ "The other five" of a source that says "120 of the 125", "the other 16 percent" beside 84."""
    for ground in near:
        if claim.unit == "%" and HUNDRED - _amount(ground.source) == claim.value.low:
            part, rest = ground.source.claim.value.plain, claim.value.plain
            yield Working(f"100 \N{MINUS SIGN} {part} = {rest} percent", (ground.source,))
        for whole in _beside(claim, ground, scene):
            if scene.context(whole).part == "whole" and _amount(whole) - _amount(ground.source) == claim.value.low:
                yield _step(claim, whole, "\N{MINUS SIGN}", ground.source)


def _sums(figure: Context, grounds: Sequence[Ground]) -> Iterator[Working]:
    """ "Twelve in all" beside four and eight and no third, which one source gives in one breath."""
    claim, here = figure.claim.claim, figure.claim.passage
    parts = [g for g in grounds if g.draft.kind is figure.kind and _is_amount(g.source.claim)]
    for first, second in combinations(parts, 2):
        one, other, there = first.source, second.source, first.draft.claim.passage
        places = first.draft.seat.places
        alone = places == (3 if there == here else 2) and here - 1 <= there == second.draft.claim.passage
        together = one.document == other.document and abs(one.passage - other.passage) <= 1
        alike = figure.kind is Kind.COUNT or claim.unit == one.claim.unit == other.claim.unit
        distinct = _place(one) != _place(other)
        if alone and together and alike and distinct and _amount(one) + _amount(other) == claim.value.low:
            yield _step(claim, one, "+", other)


def _beside(claim: Claim, ground: Ground, scene: Scene) -> list[StoredClaim]:
    """The other amounts of the source's passage."""
    passage = ground.source.passage
    others = scene.claims_of([passage])[passage]
    return [one for one in others if _place(one) != _place(ground.source) and _adds_up(claim, one.claim)]


def _adds_up(claim: Claim, other: Claim) -> bool:
    """Whether two figures are amounts of the same thing, as far as their units tell."""
    points = (claim.unit, other.unit) == (POINT, "%")
    same = points or claim.unit == other.unit or not (claim.unit and other.unit) or claim.value.sort is Sort.DURATION
    return _is_amount(other) and claim.value.sort is other.value.sort and same and comparable(claim, other)


def _is_amount(claim: Claim) -> bool:
    value = claim.value
    return claim.kind not in NAMES and not value.bound and bool(value.low) and value.low == value.high


def _amount(stored: StoredClaim) -> Decimal:
    return stored.claim.value.low or Decimal()


def _place(stored: StoredClaim) -> tuple[int, int]:
    return stored.passage, stored.first_token


def _step(claim: Claim, one: StoredClaim, sign: str, other: StoredClaim) -> Working:
    return Working(f"{_said(one.claim)} {sign} {_said(other.claim)} = {_said(claim)}", (one, other))


def _said(claim: Claim) -> str:
    """A figure's words on one line, in digits where it is a bare number."""
    spelt = claim.value.sort is Sort.NUMBER and not any(c.isdigit() for c in claim.words)
    return claim.value.plain if spelt else claim.words
