"""Numbers and durations: rounding, bounds that are inequalities, and figures that are only about right."""

from __future__ import annotations

from decimal import Decimal

from factcheck.compare.interval import INFINITY, Interval
from factcheck.compare.relation import Comparison, Relation
from factcheck.values import Sort, Value

# A draft that names a larger round number than the source's own "more than" overstates it; closer than this is wording.
SAME_BOUND = Decimal("0.05")
# Bounds that follow, and yet are this many times apart, are two bounds.
FAR_BOUND = 2
# In how many figures a bound is a precise one; how far beyond it, and beyond one of two figures, its figure may lie.
PRECISE_BOUND, NEAR_PRECISE, NEAR_ROUND = 3, Decimal("0.05"), Decimal("0.6")
# How far below its number "almost" reaches, and how far around it "about" may reach at the most and always does.
ALMOST = Decimal("0.2")
ABOUT_MOST = Decimal("0.1")
ABOUT_LEAST = Decimal("0.03")
# But in so many figures no number is about right: "some 8,236".
PRECISE_ABOUT = 4
# A plain figure that ends in three zeros or more is read as rounded, but only this far.
ROUND_FIGURE = Decimal("0.02")
ROUND_ZEROS = 3
# A number of millions is a rounded one if it is written in fewer figures than this has.
ROUNDED_FIGURES = 100
# A range that ends at more than so many times its beginning tells the ends and nothing between them.
SPREAD = 3
# Durations are rounded to their smallest unit, but "a year" does not reach to seventeen months.
DURATION_SLACK = Decimal("0.12")


def quantities(draft: Value, source: Value) -> Comparison:
    """The relation of two numbers or two durations."""
    if draft.sort is Sort.TEXT:
        return Comparison(Relation.INCOMPARABLE, "words")
    if draft.sort is Sort.DURATION and draft.plain == source.plain and draft.bound in (">", "<"):
        # "over five years" may be "in the course of five years"; "more than three decades" is said of thirty years.
        opposed = source.bound not in ("", "~") and source.bound[0] != draft.bound
        return DIFFERENT_SIDE if opposed else Comparison(Relation.ROUNDED, "the same length")
    if draft.bound in (">", ">=", "<", "<="):
        return _bounded_draft(draft, source)
    if _one_end_apart(draft, source):
        return Comparison(Relation.DIFFERENT, "the other end of the range")
    if _far_apart(draft, source) or _shifted(draft, source) or _other_about(draft, source):
        return OTHER_VALUE
    if _spread(draft) and source.low == source.high:
        return Comparison(Relation.INCOMPARABLE, "one of those between the draft's ends")
    told, said = _as_read(draft, source), _tolerant(draft)
    if _exact(draft) and _exact(source) and draft.low == source.low:
        return Comparison(Relation.CONVERTED, "the same length in other units")
    if told.within(said):
        return _follows(draft)
    if source.bound and draft.plain == source.plain:
        return Comparison(Relation.ROUNDED, f"the source says {BOUND_WORDS[source.bound]}")
    if said.meets(told):
        return _beyond(draft, source) or Comparison(Relation.FINER, "the source is less precise")
    return OTHER_VALUE


BOUND_WORDS = {
    ">": "more than that",
    ">=": "at least that",
    "<": "less than that",
    "<=": "up to that",
    "~": "about that",
}


def _follows(draft: Value) -> Comparison:
    if draft.bound == "~":
        return Comparison(Relation.ROUNDED, "about that")
    if draft.low != draft.high:
        return Comparison(Relation.VAGUER, "within the draft's range")
    return Comparison(Relation.ROUNDED, "rounded to the draft's precision")


def _bounded_draft(draft: Value, source: Value) -> Comparison:
    """ "More than 50" follows from 116 and from "more than 50"; "more than 200" does not from "more than 100"."""
    upward = draft.bound in (">", ">=")
    named = draft.low if upward else draft.high
    said = _asserted(draft)
    other = source.low if upward else source.high
    if source.bound and source.plain == draft.plain:
        opposed = (source.bound in (">", ">=")) != upward and source.bound != "~"
        return DIFFERENT_SIDE if opposed else Comparison(Relation.EQUAL, "the same bound in other words")
    if other is None:
        opposite = source.high if upward else source.low
        meets = opposite is not None and opposite in said
        return Comparison(Relation.FINER, "the source bounds the other side") if meets else DIFFERENT_SIDE
    assert named is not None
    same_side = source.bound in ((">", ">=") if upward else ("<", "<="))
    if _asserted(source).within(said):
        if draft.sort is Sort.NUMBER and not source.bound and (apart := _apart(named, other, draft.step)):
            return apart
        if same_side and (
            _turned(named, other) or (_as_precise(named, other) and abs(named - other) > NEAR_PRECISE * abs(other))
        ):
            return OTHER_BOUND
        if not same_side or abs(named - other) < max(place(named), place(other)):
            return Comparison(Relation.IMPLIED, "true of the source's figure")
        return OTHER_BOUND if max(abs(named), abs(other)) >= FAR_BOUND * min(abs(named), abs(other)) else NEAR_BOUND
    if same_side and (abs(named - other) > SAME_BOUND * abs(other) or _as_precise(named, other)):
        return Comparison(Relation.DIFFERENT, "the draft says more" if upward else "the draft says less")
    if same_side or (source.step > draft.step and _precise(source).meets(said)) or source.bound == "~":
        meets = _precise(source).meets(said)
        return Comparison(Relation.FINER, "the source is less precise") if meets else DIFFERENT_SIDE
    if source.low != source.high and _asserted(source).meets(said):
        return Comparison(Relation.FINER, "true of a part of the source's range")
    if source.plain == draft.plain and source.step > 1 and other < ROUNDED_FIGURES * source.step:
        # Whoever writes "4.2 million" has rounded: it may well be a little more.
        return Comparison(Relation.ROUNDED, "the same round number")
    return DIFFERENT_SIDE


def _beyond(draft: Value, source: Value) -> Comparison | None:
    """What a plain figure of the draft makes of a precise bound of the source: nobody writes "more than 21,300" for
    23,100."""
    bounds = source.bound in (">", ">=", "<", "<=") and not source.near
    named = source.low if source.low is not None else source.high
    if not bounds or named is None or draft.bound or draft.low is None or draft.low != draft.high:
        return None
    far = max(abs(named), abs(draft.low)) >= FAR_BOUND * min(abs(named), abs(draft.low))
    if far or _figures(named, source.step) < PRECISE_BOUND:
        return None
    return FAR_BEYOND if _apart(named, draft.low, source.step) is OTHER_BOUND else None


def _apart(named: Decimal, other: Decimal, step: Decimal) -> Comparison | None:
    """What a plain figure far beyond a bound makes of it: "more than 50" is true of 116, but nobody writes "more than
    68.5" for 86.5, and few "more than 25" for 60. step: to which the bound is precise"""
    figures = _figures(named, step)
    gap = abs(named - other)
    if _turned(named, other) or (figures >= PRECISE_BOUND and gap > NEAR_PRECISE * abs(named)):
        return OTHER_BOUND
    return NEAR_BOUND if figures > 1 and gap > NEAR_ROUND * abs(named) else None


def _figures(named: Decimal, step: Decimal = Decimal(0)) -> int:
    """In how many figures a number is told that is precise to a step: "a third of a billion" in one."""
    return len((named / max(step, place(named))).to_integral_value().normalize().as_tuple().digits)


def _turned(named: Decimal, other: Decimal) -> bool:
    """Whether two figures of several digits are written with the same ones in another order: 107,000 and 170,000."""
    last = min(place(named), place(other))
    mine, its = (sorted((abs(figure) / last).to_integral_value().as_tuple().digits) for figure in (named, other))
    return named != other and mine == its and len(set(mine) - {0}) > 1


OTHER_VALUE = Comparison(Relation.DIFFERENT, "another value")
DIFFERENT_SIDE = Comparison(Relation.DIFFERENT, "the source's figure lies on the other side")
# "More than 50" is "more than 54" in fewer figures; "at least 192" is not "at least 198", true as it may be, and nobody
# writes "up to 50" for "up to 500". Bounds in between are nobody's error.
NEAR_BOUND = Comparison(Relation.FINER, "the source's bound is another one")
OTHER_BOUND = Comparison(Relation.DIFFERENT, "the source names another bound")
# "More than 21,300" is said of a figure close by.
FAR_BEYOND = Comparison(Relation.DIFFERENT, "too far from the source's bound")


def _far_apart(draft: Value, source: Value) -> bool:
    """Whether two plain figures lie farther apart than rounding of either reaches: most do, which is soon seen."""
    if draft.bound or source.bound or draft.low is None or source.low is None:
        return False
    if draft.low != draft.high or source.low != source.high:
        return False
    return abs(draft.low - source.low) > draft.step + source.step + abs(draft.low) * ROUND_FIGURE


def _other_about(draft: Value, source: Value) -> bool:
    """Whether two figures are both "about", to one place, and not the same: "about 86" is none that is less precise
    than "about 88"."""
    if draft.bound != "~" or source.bound != "~" or draft.low is None or source.low is None:
        return False
    points = draft.low == draft.high and source.low == source.high
    return points and draft.low != source.low and place(draft.low) == place(source.low)


def _as_precise(named: Decimal, other: Decimal) -> bool:
    """Whether the bound that a draft names is no rounding of the source's, a precise one to which it is as precise."""
    return _figures(named) >= _figures(other) >= PRECISE_BOUND


def _exact(value: Value) -> bool:
    return not value.bound and value.low == value.high


def _one_end_apart(draft: Value, source: Value) -> bool:
    """Whether two plain ranges share one end only: a draft that keeps "five" of "five to ten" and changes the other is
    not less precise but wrong."""
    if draft.bound or source.bound or draft.low == draft.high or source.low == source.high:
        return False
    return (draft.low == source.low) != (draft.high == source.high)


def _spread(value: Value) -> bool:
    """Whether a plain range runs so far that it is no figure told roughly: "sums from $7,800 to $180,000"."""
    if value.bound or not value.low or value.high is None:
        return False
    return value.high > SPREAD * value.low > 0


def _shifted(draft: Value, source: Value) -> bool:
    """Whether two plain ranges overlap, yet both ends of one lie farther up: "5 to 11" is not "8 to 16" told less
    precisely."""
    if draft.bound or source.bound or draft.low == draft.high or source.low == source.high:
        return False
    if draft.low is None or draft.high is None or source.low is None or source.high is None:
        return False
    slack = (draft.step + source.step) / 2
    below, above = draft.low - source.low, draft.high - source.high
    return min(below, above) > slack or max(below, above) < -slack


def _asserted(value: Value) -> Interval:
    """The interval that the words state, without any rounding."""
    low = -INFINITY if value.low is None else value.low
    high = INFINITY if value.high is None else value.high
    if value.near and value.high is not None and value.low is None:
        low = high - abs(high) * ALMOST
    elif value.near and value.low is not None and value.high is None:
        high = low + abs(low) * ALMOST
    if value.bound == "~":
        return _about(value)
    return Interval(low, high, value.bound == ">", value.bound == "<")


def _precise(value: Value) -> Interval:
    """The interval a source's figure may stand for: half a unit of its last digit to either side."""
    asserted = _asserted(value)
    if value.bound:
        return asserted
    half = _half_step(value)
    return Interval(asserted.low - half, asserted.high + half, high_open=half > 0)


def _as_read(draft: Value, source: Value) -> Interval:
    """The interval of a source's figure for a draft's: one that is written more precisely is rounded as it stands."""
    exact = not source.bound and source.step < draft.step and source.sort is Sort.NUMBER
    return _asserted(source) if exact else _precise(source)


def _tolerant(value: Value) -> Interval:
    """The interval a draft's figure stands for: as written, or as a round figure is meant."""
    asserted = _asserted(value)
    if value.bound:
        return asserted
    slack = _half_step(value)
    last = place(asserted.low)
    if value.sort is Sort.NUMBER and last >= 10**ROUND_ZEROS:
        slack = max(slack, min(last / 2, abs(asserted.low) * ROUND_FIGURE))
    return Interval(asserted.low - slack, asserted.high + slack, high_open=slack > 0)


def _half_step(value: Value) -> Decimal:
    half = value.step / 2
    if value.sort is Sort.DURATION and value.low is not None:
        half = min(half, value.low * DURATION_SLACK)
    return half


def _about(value: Value) -> Interval:
    low, high = value.low or Decimal(0), value.high or Decimal(0)
    least = abs(low) * ABOUT_LEAST if _figures(low) < PRECISE_ABOUT else Decimal(0)
    slack = max(min(abs(low) * ABOUT_MOST, place(low) / 2), least, _half_step(value))
    return Interval(low - slack, high + slack)


def place(figure: Decimal) -> Decimal:
    """The place of the last digit that is not nought: 10000 for 440000."""
    return Decimal(1).scaleb(int(figure.normalize().as_tuple().exponent))
