"""A numeral as it is written, in digits, words or both, with its exact value and its place in a line."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from factcheck.kinds.line import Line
from factcheck.kinds.number_words import ORDINALS, SCALES, Cardinal, cardinal, word

ONE = Decimal(1)


class Form(Enum):
    """How a numeral is written."""

    DIGITS = auto()
    WORDS = auto()
    ORDINAL = auto()
    FRACTION = auto()
    VAGUE = auto()


class Numeral(NamedTuple):
    """The tokens `first` up to `last` and their value.

    step: the place of the last digit or scale written; scale: what its scale words and suffixes multiply it by
    bound: ">=" for a bare plural ("dozens"), else ""
    """

    first: int
    last: int
    value: Decimal
    step: Decimal
    form: Form
    scale: Decimal = ONE
    bound: str = ""

    def times(self, factor: Decimal, last: int) -> Numeral:
        """The numeral with a scale after it."""
        return self._replace(last=last, value=self.value * factor, step=self.step * factor, scale=self.scale * factor)


ARTICLES = frozenset({"a", "an"})
PART_NAMES = frozenset({"half", "halves", "quarter", "quarters"})
VAGUE_QUANTIFIERS = frozenset({"several", "many", "few"})
DIGIT_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
AFTER_POINT = {name: str(figure) for figure, name in enumerate(DIGIT_WORDS)} | {"nought": "0", "oh": "0"}


def read_words(line: Line, i: int) -> Numeral | None:
    """The numeral in words at token i. An article before it ("a hundred") is taken in."""
    role = word(line.lower, i).role
    reader = READERS.get(role)
    return reader(line, i) if reader else None


def _cardinal(line: Line, i: int) -> Numeral | None:
    found = cardinal(line.lower, i)
    if found is None:
        return None
    after = found.end + 1 if line.hyphen(found.end) else found.end
    return _ordinal_after(line, i, found, after) or _fraction_after(line, i, found, after) or _whole(line, i, found)


def _whole(line: Line, i: int, found: Cardinal) -> Numeral:
    """A cardinal with whatever extends it: a decimal point, a dozen, "and a half", a vague quantifier before it."""
    scale = SCALES.get(line.lower[found.end - 1], ONE)
    numeral = Numeral(i, found.end, found.value, found.step, Form.WORDS, scale)
    if word(line.lower, i).role in ("hundred", "scale"):
        numeral = _counted_once(line, numeral)
    if line.lower[numeral.last] == "point":
        numeral = _decimals(line, numeral)
    return extend(line, numeral)


def _counted_once(line: Line, numeral: Numeral) -> Numeral:
    """ "a hundred", "several thousand", "few hundred": what stands before a bare hundred or scale."""
    before = line.lower[numeral.first - 1]
    if before in ARTICLES:
        return numeral._replace(first=numeral.first - 1)
    if before in VAGUE_QUANTIFIERS:
        first = numeral.first - (2 if line.lower[numeral.first - 2] == "a" else 1)
        return numeral._replace(first=first, value=numeral.value * 2, form=Form.VAGUE, bound=">=")
    return numeral


def _decimals(line: Line, numeral: Numeral) -> Numeral:
    """ "two point five", "two hundred point seventy-one"."""
    j, places = numeral.last + 1, ""
    while line.lower[j] in AFTER_POINT:
        places, j = places + AFTER_POINT[line.lower[j]], j + 1
    if not places and (tail := cardinal(line.lower, j)):
        places, j = str(tail.value), tail.end
    if not places or not numeral.value < 1000:
        return numeral
    value = numeral.value + Decimal(f"0.{places}")
    return numeral._replace(last=j, value=value, step=ONE.scaleb(-len(places)))


def _ordinal_after(line: Line, i: int, found: Cardinal, after: int) -> Numeral | None:
    """ "twenty-first", "one hundred and fifth", "two hundredth": a cardinal that ends in an ordinal."""
    if line.lower[after] == "and" and line.lower[after + 1] in ORDINALS:
        after += 1
    last = ORDINALS.get(line.lower[after])
    if last is None:
        return None
    if last >= 100 and found.value > 1 and found.value < last:
        return Numeral(i, after + 1, found.value * last, ONE, Form.ORDINAL)
    room = found.value % 100
    if (room >= 20 and room % 10 == 0 and last < 10) or (found.value >= 100 and room == 0 and last < 100):
        return Numeral(i, after + 1, found.value + last, ONE, Form.ORDINAL)
    return None


def _fraction_after(line: Line, i: int, found: Cardinal, after: int) -> Numeral | None:
    """ "two thirds", "one-fifth", "three quarters": a cardinal before the name of a part."""
    part = _part(line.lower[after], plural=found.value != 1)
    if part is None or found.value >= 1000:
        return None
    return extend_part(line, Numeral(i, after + 1, found.value / part, ONE, Form.FRACTION))


def _part(name: str, *, plural: bool) -> Decimal | None:
    """The denominator that a word names: "third" after one, "thirds" after more."""
    if name in PART_NAMES:
        return word((name,), 0).value
    singular = name[:-1] if plural and name.endswith("s") else "" if plural else name
    part = ORDINALS.get(singular)
    return part if part is not None and part > 2 else None


def _ordinal(line: Line, i: int) -> Numeral | None:
    """A bare ordinal, or "a third of", "a fifth" where nothing follows that it could number."""
    value = ORDINALS[line.lower[i]]
    if line.lower[i - 1] in ARTICLES and value > 2:
        follows = line.lower[i + 1]
        if follows == "of" or follows in SCALES or not follows[:1].isalpha():
            return extend_part(line, Numeral(i - 1, i + 1, 1 / value, ONE, Form.FRACTION))
    return Numeral(i, i + 1, value, ONE, Form.ORDINAL)


def _named_part(line: Line, i: int) -> Numeral | None:
    """ "half", "a quarter", "quarter of a million"."""
    name, before = line.lower[i], line.lower[i - 1]
    first = i - 1 if before in ARTICLES else i
    numeral = extend_part(line, Numeral(first, i + 1, 1 / word(line.lower, i).value, ONE, Form.FRACTION))
    if name == "half" or (name == "quarter" and (first < i or numeral.scale > 1)):
        return numeral
    return None


def _sign(line: Line, i: int) -> Numeral:
    return extend_part(line, Numeral(i, i + 1, word(line.lower, i).value, ONE, Form.FRACTION))


def _dozen(line: Line, i: int) -> Numeral | None:
    """ "a dozen", "several dozen"; a numbered dozen is read with its number."""
    before = line.lower[i - 1]
    value = word(line.lower, i).value
    if line.lower[i] == "score" and not (
        before == "a" and line.lower[i + 1] == "of" and line.lower[i + 2].endswith("s")
    ):
        return None
    if before in ARTICLES:
        return Numeral(i - 1, i + 1, value, ONE, Form.WORDS)
    if before in VAGUE_QUANTIFIERS:
        return Numeral(i - 1, i + 1, value * 2, value, Form.VAGUE, bound=">=")
    return None


def _vague(line: Line, i: int) -> Numeral | None:
    """ "dozens", "tens of thousands", "hundreds of millions": at least two of the last, of the first."""
    value, last = word(line.lower, i).value, i + 1
    if line.lower[last] == "of" and word(line.lower, last + 1).role == "vague":
        value, last = value * word(line.lower, last + 1).value / 2, last + 2
    elif word(line.lower, i).role == "tens":
        return None
    return Numeral(i, last, value, value / 2, Form.VAGUE, bound=">=")


def extend(line: Line, numeral: Numeral) -> Numeral:
    """The numeral with a dozen, "and a half" or a scale that follows it."""
    role = word(line.lower, numeral.last).role
    if role == "dozen" and numeral.value < 1000 and line.lower[numeral.last] != "score":
        return numeral.times(word(line.lower, numeral.last).value, numeral.last + 1)
    if line.lower[numeral.last] == "and":
        return _and_part(line, numeral)
    return numeral


def _and_part(line: Line, numeral: Numeral) -> Numeral:
    """ "one and a half million", "two million and a half", "three and one third"."""
    j = numeral.last + 1
    top = ONE
    if line.lower[j] in ARTICLES:
        j += 1
    elif (found := cardinal(line.lower, j)) is not None:
        top, j = found.value, found.end
    elif line.lower[j] != "half":
        return numeral
    j += line.hyphen(j)
    part = _part(line.lower[j], plural=top != 1)
    if part is None or (
        line.lower[j] in ORDINALS and line.lower[j + 1][:1].isalpha() and line.lower[j + 1] not in SCALES
    ):
        return numeral
    scale = SCALES.get(line.lower[numeral.last - 1], ONE)
    step = max(ONE, scale) / 100 if part > 2 else scale / 10
    whole = numeral._replace(last=j + 1, value=numeral.value + scale * top / part, step=step)
    return scale_after(line, whole)


def scale_after(line: Line, numeral: Numeral) -> Numeral:
    """The numeral times the scale words after it: "2.5 million", "three lakh crore", "$2-mln"."""
    j = numeral.last + 1 if line.hyphen(numeral.last) and line.lower[numeral.last + 1] in SCALES else numeral.last
    while line.lower[j] in SCALES:
        numeral = numeral.times(SCALES[line.lower[j]], j + 1)
        j += 1
    return numeral


def extend_part(line: Line, numeral: Numeral) -> Numeral:
    """ "half a million", "three quarters of a billion", "half a dozen": a part of a scale."""
    j = numeral.last
    if line.lower[j] == "of" and line.lower[j + 1] in ARTICLES and line.lower[j + 2] in SCALES:
        j += 2
    elif line.lower[j] in ARTICLES or line.hyphen(j):
        j += 1
    factor = SCALES.get(line.lower[j])
    if factor is None and line.lower[j] == "dozen":
        factor = word(line.lower, j).value
    if factor is None:
        return numeral
    return Numeral(numeral.first, j + 1, numeral.value * factor, factor / 4, Form.WORDS, factor)


READERS = {
    "unit": _cardinal,
    "teen": _cardinal,
    "ten": _cardinal,
    "hundred": _cardinal,
    "scale": _cardinal,
    "ordinal": _ordinal,
    "part": _named_part,
    "sign": _sign,
    "dozen": _dozen,
    "vague": _vague,
    "tens": _vague,
}
