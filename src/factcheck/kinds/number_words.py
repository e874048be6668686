"""Cardinals in words: "twenty-seven", "one hundred and three", "two million three hundred thousand"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.lean.record import NamedTuple
from factcheck.lexicon import forms, table


class Word(NamedTuple):
    """What a number word contributes: its role in the grammar and its value."""

    role: str
    value: Decimal


def _sign(cell: str) -> Decimal:
    numerator, _, denominator = cell.partition("/")
    return Decimal(numerator) / Decimal(denominator or 1)


NUMBERS = {form: Word(row["role"], _sign(row["value"])) for row in table("numbers") for form in forms(row["word"])}
NO_WORD = Word("", Decimal(0))
ORDINALS = {form: word.value for form, word in NUMBERS.items() if word.role == "ordinal"}
SCALES = {form: word.value for form, word in NUMBERS.items() if word.role in ("scale", "short")}
PARTS = {form: word.value for form, word in NUMBERS.items() if word.role == "part"}
STARTERS = frozenset({"unit", "teen", "ten", "hundred", "scale"})


class Cardinal(NamedTuple):
    """A number in words up to but not including token `end`; `step` is its smallest scale."""

    value: Decimal
    step: Decimal
    end: int


def word(lower: Sequence[str], i: int) -> Word:
    """The number word at token i, or one without a role."""
    return NUMBERS.get(lower[i], NO_WORD)


def cardinal(lower: Sequence[str], i: int) -> Cardinal | None:
    """The longest cardinal in words at token i. "and" is taken only before a smaller part: "one hundred and two
    hundred" is two numbers, and so is "five and ten"."""
    group = _group(lower, i)
    if group is None:
        return None
    total, limit, step, end = Decimal(0), None, Decimal(1), i
    while group is not None:
        scale, after = _scale(lower, group.end)
        if limit is not None and group.value * scale >= limit:
            break
        total, end, limit = total + group.value * scale, after, scale
        step = group.step * scale
        if scale == 1:
            break
        group = _next_group(lower, after)
    return Cardinal(total, step, end)


def _next_group(lower: Sequence[str], i: int) -> Cardinal | None:
    """The group after a scale, with a comma, "and" or "&" before it or nothing."""
    if lower[i] == "," and word(lower, i + 1).role in STARTERS:
        i += 1
    group = _group(lower, i + 1 if lower[i] in ("and", "&") else i)
    return None if group is None or _names_part(lower, group.end) else group


def _names_part(lower: Sequence[str], i: int) -> bool:
    """Whether what ends before token i is the numerator of a fraction: "four million and two fifths"."""
    name = lower[i + 1] if lower[i] == "-" else lower[i]
    return name in PARTS or (name.endswith("s") and name[:-1] in ORDINALS and name != "seconds")


def _scale(lower: Sequence[str], i: int) -> tuple[Decimal, int]:
    """The product of the scales at token i ("lakh crore"), 1 where there is none."""
    product = Decimal(1)
    while lower[i] in SCALES and product < SCALES["quintillion"]:
        product, i = product * SCALES[lower[i]], i + 1
    return product, i


def _group(lower: Sequence[str], i: int) -> Cardinal | None:
    """A number below ten thousand that ends in its hundreds, tens or units: "ninety-five hundred", "two hundred and
    six". A bare "hundred" or scale counts once: "a hundred", "a million"."""
    if word(lower, i).role == "scale":
        return Cardinal(Decimal(1), Decimal(1), i)
    start = below_hundred(lower, i) or _digit_before_hundred(lower, i)
    if start is None and word(lower, i).role == "hundred":
        start = Cardinal(Decimal(1), Decimal(1), i)
    if start is None or word(lower, start.end).role != "hundred":
        return start
    value, end = start.value * 100, start.end + 1
    tail = below_hundred(lower, end + (lower[end] in ("and", "&")))
    if tail is None or word(lower, tail.end).role == "hundred":
        return Cardinal(value, Decimal(100), end)
    return Cardinal(value + tail.value, Decimal(1), tail.end)


def _digit_before_hundred(lower: Sequence[str], i: int) -> Cardinal | None:
    """The figure of "3 hundred"."""
    few = lower[i].isdecimal() and len(lower[i]) < 4 and word(lower, i + 1).role == "hundred"
    return Cardinal(Decimal(lower[i]), Decimal(1), i + 1) if few else None


def below_hundred(lower: Sequence[str], i: int) -> Cardinal | None:
    """ "seven", "seventeen", "seventy", "seventy-seven", "seventy seven"."""
    first = word(lower, i)
    if first.role in ("unit", "teen"):
        return Cardinal(first.value, Decimal(1), i + 1)
    if first.role != "ten":
        return None
    j = i + 2 if lower[i + 1] in ("-", "\u2010", "\u2011") else i + 1
    second = word(lower, j)
    if second.role == "unit" and second.value:
        return Cardinal(first.value + second.value, Decimal(1), j + 1)
    return Cardinal(first.value, Decimal(1), i + 1)
