"""Whether two figures are of one kind and unit, and how their values compare if they are."""

from __future__ import annotations

from decimal import Decimal

from factcheck.compare import INFINITY, Comparison, Relation, compare, place
from factcheck.lean import regex as re
from factcheck.match.leaning import compare_dates
from factcheck.match.tally import game, tally
from factcheck.match.units import expressed, negated
from factcheck.model import Claim, Kind
from factcheck.values import Sort, Value

# Kinds whose figures may be one and the same fact told in two ways.
FAMILIES = {
    Kind.DATE: "date",
    Kind.DURATION: "time",
    Kind.SENTENCE: "time",
    Kind.VOTE_SHARE: "share",
    Kind.PERCENTAGE: "share",
    Kind.MONEY: "money",
    Kind.COUNT: "count",
    Kind.OTHER: "count",
    Kind.SCORE: "count",
    Kind.MEASUREMENT: "count",
    Kind.RANK: "rank",
    Kind.ORDINAL: "rank",
    Kind.REFERENCE: "reference",
}


# Figures of these may be told without their unit, as in the cell of a table: the bare number may be any of them.
BARE = frozenset({Kind.COUNT, Kind.OTHER})
# What is measured and not counted, and so is never told by a bare word: "two" denies no "25 basis points".
MEASURED = frozenset({Kind.PERCENTAGE, Kind.VOTE_SHARE, Kind.MONEY, Kind.DURATION, Kind.SENTENCE, Kind.MEASUREMENT})
SHARES, SHARE = frozenset({Kind.PERCENTAGE, Kind.VOTE_SHARE}), re.compile(r"%|per ?cent|\b(?:points?|shares?|rates?)\b")
# What the head of a table may leave out of its numbers.
SCALES = (1000, 1_000_000, 1_000_000_000)
# "3" in a table of results may be "third"; a count that differs from a rank says nothing of it.
RANKS = frozenset({Kind.RANK, Kind.ORDINAL})
# "He turned 69" and "his 69th birthday".
AGE, BIRTHDAY = "age", "birthday"
CLOCK, HALF_DAY = "clock", Decimal("0.5")
# What says of which half of the day a time is.
HALF = re.compile(r"[ap]\.?m\b|noon|midnight|^0\d|^(?:1[3-9]|2\d):", re.IGNORECASE)
OF_EITHER_HALF = Comparison(Relation.ROUNDED, "the same time; one of the two names no half of the day")
SAME_NUMBER = Comparison(Relation.ROUNDED, "the same number; one of the two names no unit")
LEVEL_AND_CHANGE = Comparison(Relation.INCOMPARABLE, "a change and the level before or after it")
OTHER_KIND = Comparison(Relation.INCOMPARABLE, "figures of two kinds")
# "21 out of 100" is a score to one writer and a share to another.
OUT_OF = "/100"
# A result ("3-1") is written as a range of its two sides, yet is no interval: 3-1 is not within 3-0.
RESULT = "result"
SAME_RESULT = Comparison(Relation.EQUAL, "the same result")
OTHER_RESULT = Comparison(Relation.DIFFERENT, "another result")
# "Up to 25 years" is what a law allows, and the law does not say "five to 15".
ALLOWED = frozenset({Relation.IMPLIED, Relation.FINER})
OTHER_TERM = Comparison(Relation.DIFFERENT, "another highest term")
# A rate of so many percent and a fraction.
FRACTION = re.compile(r"\d/\d|[\u00bc-\u00be]")
# Writers say "tons" of either kind.
TONS = frozenset({"t", "ton"})
DOLLARS = frozenset({"AUD", "CAD", "HKD", "NZD", "SGD", "USD"})
DOLLAR = re.compile(r"(?:.*[^A-Za-z])?\$ ?\d")
CENTS = re.compile(r"[^$\u20ac\u00a3]*\d[\d.,]* ?cents?")
OTHER_RATE = Comparison(Relation.DIFFERENT, "another rate")
# The same vote in words: "by 52 votes to 48".
TO = re.compile(r"(\d+)(?: [a-z]+)? (?:to|against) (\d+)")
# "26 miles" is 42 kilometres to one writer and 41.8 to another.
CONVERTED_SLACK = Decimal("0.02")
# "Rose by 5 percent" and "by 5 percentage points" are two things.
POINTS = frozenset({"percentage point", "basis point"})
CHANGE, LEVELS = "by", frozenset({"from", "to"})
# What makes a figure less than nothing without a sign: "fell 0.3 percent", "lost $14m", "5 degrees below zero".
BELOW_NOTHING = frozenset({"change:down", "result:loss", "level:below"})


def comparable(draft: Claim, source: Claim) -> bool:
    """Whether two figures can be of one kind at all."""
    mine, other = FAMILIES.get(draft.kind), FAMILIES.get(source.kind)
    if mine is None or other is None:
        return False
    if mine == other or ({mine, other} == {"count", "share"} and OUT_OF in (draft.unit, source.unit)):
        return True
    if {draft.unit, source.unit} == {AGE, BIRTHDAY}:
        return True
    return (_bare(draft) or _bare(source)) and not {Kind.DATE, Kind.REFERENCE} & {draft.kind, source.kind}


def _bare(claim: Claim) -> bool:
    return claim.kind in BARE and not claim.unit


def compare_claims(draft: Claim, source: Claim, said: Value) -> Comparison:
    """The relation of two comparable claims' values, units included; `said` is the draft's with its context's bound."""
    told = source.value
    if said.sort is not told.sort:
        return SAME_NUMBER if _digits(said) == _digits(told) else OTHER_KIND
    if (draft.kind in RANKS) != (source.kind in RANKS):
        return SAME_NUMBER if said.text == told.text else OTHER_KIND
    if RESULT in (draft.unit, source.unit):
        return _results(draft, source)
    if draft.kind is Kind.DATE:
        return compare_dates(draft, source, said)
    if _below(said) and not _below(told) and _downward(source):
        said = negated(said)
    elif _below(told) and not _below(said) and _downward(draft):
        told = negated(told)
    found = compare(said, told)
    if found.relation is Relation.DIFFERENT and draft.unit == source.unit == CLOCK and _of_either_half(draft, source):
        return OF_EITHER_HALF
    mine, other = tally(draft), tally(source)
    if mine and other:
        return _tallies(draft, source, mine, other)
    if found.relation is Relation.ROUNDED and not said.bound and _in_fractions(draft, source):
        return OTHER_RATE
    if found.relation in ALLOWED and draft.kind is source.kind is Kind.SENTENCE and said.bound == "<=":
        return found if told.high in (None, said.high) else OTHER_TERM
    if found.relation is Relation.DIFFERENT and _is_change(draft, source):
        return LEVEL_AND_CHANGE
    if found.relation in (Relation.DIFFERENT, Relation.IMPLIED) and _bare(draft) != _bare(source):
        bare, whole = (said, told) if _bare(draft) else (told, said)
        short, full = (draft, source) if _bare(draft) else (source, draft)
        if _in_scale(bare, whole) and not _names_scale(short):
            return SAME_NUMBER
        if full.kind in MEASURED and (_is_word(short) or (full.kind in SHARES and not _tells_shares(short))):
            return OTHER_KIND
    return _with_units(draft, source, said, told, found)


def _of_either_half(draft: Claim, source: Claim) -> bool:
    """Whether two times of day are twelve hours apart and one does not say of which half of the day it is."""
    open_ended = not HALF.search(draft.text) or not HALF.search(source.text)
    one, other = draft.value.low, source.value.low
    if not open_ended or one is None or other is None or draft.value.high != one or source.value.high != other:
        return False
    early, late = sorted((one, other))
    return late - early == HALF_DAY and early < HALF_DAY


def _in_fractions(draft: Claim, source: Claim) -> bool:
    """Whether a rate is written in halves or quarters and the other is whole: "4-3/4 percent" is no rough 5 percent."""
    return source.kind is Kind.PERCENTAGE and bool(FRACTION.search(source.text)) and draft.value.plain.isdigit()


def _is_change(draft: Claim, source: Claim) -> bool:
    """Whether one figure is what the other rose or fell by: "by 50" denies neither "from 200" nor "to 250"."""
    parts = {draft.frame.part, source.frame.part}
    return CHANGE in parts and bool(parts & LEVELS)


def _tallies(draft: Claim, source: Claim, mine: tuple[str, str], other: tuple[str, str]) -> Comparison:
    """The relation of two sides of tallies: the winner's says nothing of the loser's; and 64 of "64 to 27" is not the
    64 of "64 to 28", though what is wrong there is the other side."""
    side, its = mine.index(draft.value.plain), other.index(source.value.plain)
    if side != its or (mine != other and draft.value.plain == source.value.plain):
        return OTHER_KIND
    return SAME_RESULT if mine == other else Comparison(Relation.DIFFERENT, f"of {other[0]} to {other[1]}")


def _results(draft: Claim, source: Claim) -> Comparison:
    """Results are the same in both sides or not at all; "52 votes to 48" is one, too."""
    mine, other = _sides(draft), _sides(source)
    one, its = game(draft), game(source)
    if not mine or not other or (one and its and one != its):
        return OTHER_KIND
    return SAME_RESULT if mine == other else OTHER_RESULT


def _sides(claim: Claim) -> list[str]:
    """The two sides of the result that a figure is, or that its sentence makes of it and another one."""
    # "Lost 48 to 51" is a result, and "a vote of 48 to 51" may have been read as any number from 48 to 51.
    if claim.unit == RESULT or (_bare(claim) and ".." in claim.value.plain):
        return sorted(claim.value.plain.split(".."))
    told = (sorted(match.groups()) for match in TO.finditer(claim.sentence))
    return next((sides for sides in told if claim.value.plain in sides), [])


def _below(value: Value) -> bool:
    return value.sort is Sort.NUMBER and value.high is not None and value.high < 0


def _downward(claim: Claim) -> bool:
    return claim.frame.direction is not None and claim.frame.direction.value in BELOW_NOTHING


def _with_units(draft: Claim, source: Claim, said: Value, told: Value, found: Comparison) -> Comparison:
    """What the units make of the relation of two values."""
    same_number = said.plain == told.plain
    if draft.unit == source.unit or not (draft.unit and source.unit) or _of_one_currency(draft, source):
        return _bounded_measure(draft, found) if same_number else found
    if same_number and {draft.unit, source.unit} == TONS:
        return found
    other = Comparison(Relation.DIFFERENT, f"{source.unit}, not {draft.unit}")
    if draft.kind is source.kind is Kind.OTHER:
        return Comparison(Relation.INCOMPARABLE, "an age and a time of day")
    if draft.kind is source.kind is Kind.SENTENCE:
        return Comparison(Relation.DIFFERENT, "another penalty") if found.agrees else found
    if draft.kind is source.kind is Kind.MONEY:
        return other if same_number else Comparison(Relation.INCOMPARABLE, "another currency")
    if POINTS & {draft.unit, source.unit} or (
        Kind.MEASUREMENT in (draft.kind, source.kind) and not _same_scale(_scale(draft), _scale(source))
    ):
        converted = _converted(draft, source, said, told)
        # "Over 70 miles an hour" is true where it is over 70 knots, and yet is the wrong unit.
        return other if same_number and (said.bound or told.bound or not converted.agrees) else converted
    return _bounded_measure(draft, found) if same_number else found


def _of_one_currency(draft: Claim, source: Claim) -> bool:
    """Whether two sums may be of one currency though they are read as of two: cents are of a euro or a dollar, and a
    source that writes "$" alone may mean the dollars that the draft names ("C$2 million")."""
    if CENTS.fullmatch(draft.text) or CENTS.fullmatch(source.text):
        return True
    return draft.unit in DOLLARS and DOLLAR.match(source.text) is not None


def _bounded_measure(draft: Claim, found: Comparison) -> Comparison:
    """ "Below 25 metres" may be a place and no bound."""
    if draft.kind is Kind.MEASUREMENT and found.relation is Relation.DIFFERENT:
        return Comparison(Relation.FINER, "the same measure, bounded otherwise")
    return found


def _converted(draft: Claim, source: Claim, said: Value, told: Value) -> Comparison:
    """Whether two measures agree once both are in the draft's unit, or lie farther apart than rounding can put them."""
    ways = [expressed(told, source.unit, draft.unit, shift=shift) for shift in (True, False)]
    values = [value for value in ways if value is not None]
    for value in values:
        found = compare(said, value)
        rounded = found.relation is Relation.FINER and not (said.bound or value.bound) and _gap(said, value) <= 0
        if found.agrees or rounded:
            return Comparison(Relation.CONVERTED, f"the same in {draft.unit}")
    if values and all(_gap(said, value) > _rounding(said, told, value) for value in values):
        return Comparison(Relation.DIFFERENT, f"the source's figure is another in {draft.unit}")
    return Comparison(Relation.INCOMPARABLE, "another unit")


def _rounding(said: Value, told: Value, value: Value) -> Decimal:
    """How far rounding before the conversion can put two figures apart; `value` is `told` in the unit of `said`."""
    if not said.low or not told.low or not value.low:
        return INFINITY
    return (place(said.low) + place(told.low) * abs(value.low / told.low)) / 2


def _gap(one: Value, other: Value) -> Decimal:
    """How much farther two plain figures lie apart than a writer's conversion may put them; no figure, no gap."""
    if one.bound or other.bound or one.low is None or other.low is None:
        return Decimal(0)
    return abs(one.low - other.low) - CONVERTED_SLACK * abs(other.low)


def _digits(value: Value) -> str:
    return "".join(c for c in value.plain if c.isdigit() or c == ".")


def _tells_shares(bare: Claim) -> bool:
    """Whether a bare number may be a share: its table or its sentence tells of shares."""
    return bool(bare.row_head or bare.column_head or not bare.sentence or SHARE.search(bare.sentence))


def _is_word(bare: Claim) -> bool:
    """Whether a number is spelt out: "two of them" is no cell of a table that leaves its unit to the head."""
    return bare.text.isalpha()


def _in_scale(bare: Value, whole: Value) -> bool:
    """Whether a bare number lacks the scale alone that another one has: "96" in a table of millions."""
    one, other = bare.low, whole.low
    return one is not None and other is not None and any(one * scale == other for scale in SCALES)


def _names_scale(bare: Claim) -> bool:
    """Whether a bare number says itself in which scale it is: "9.6 million" is not short for a 9.6 billion."""
    return any(character.isalpha() for character in bare.text)


def _scale(claim: Claim) -> str:
    """The unit without what it is counted per."""
    unit = claim.unit.split("/")[0]
    return "\u00b0" if unit.startswith("degree") else unit


def _same_scale(one: str, other: str) -> bool:
    """Whether two units are one: a degree may be of either thermometer."""
    return one == other or ("\u00b0" in (one, other) and one[:1] == other[:1])
