"""Reads the numeral in words at a token, by the role of its first word."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.kinds.number_words import ORDINALS, SCALES, Cardinal, cardinal, word
from factcheck.kinds.numeral import ARTICLES, ONE, Form, Numeral, as_much
from factcheck.kinds.part import counted_parts, named_part, ordinal_part, sign, with_part
from factcheck.lexicon import numbers
from factcheck.text.tokens import is_figure

VAGUE_QUANTIFIERS = frozenset({"several", "many", "few"})
AFTER_POINT = {name: str(digit) for name, digit in numbers("unit").items()} | {"oh": "0"}


def read_words(line: Line, i: int) -> Numeral | None:
    """The numeral in words at token i. An article before it ("a hundred") is taken in."""
    reader = READERS.get(word(line.lower, i).role)
    return reader(line, i) if reader else None


def read_cardinal(line: Line, i: int) -> Numeral | None:
    """A cardinal in words, or in digits before "hundred", or the ordinal or fraction that it begins."""
    found = cardinal(line.lower, i)
    if found is None:
        return None
    return _ordinal_after(line, i, found) or counted_parts(line, i, found) or _whole(line, i, found)


def _whole(line: Line, i: int, found: Cardinal) -> Numeral:
    """A cardinal with whatever extends it: a decimal point, a dozen, "and a half", a vague quantifier before it."""
    numeral = Numeral(i, found.end, found.value, found.step, Form.WORDS, SCALES.get(line.lower[found.end - 1], ONE))
    if word(line.lower, i).role in ("hundred", "scale"):
        numeral = _counted_once(line, numeral)
    if line.lower[numeral.last] == "point":
        numeral = _decimals(line, numeral)
    return extended(line, numeral)


def extended(line: Line, numeral: Numeral) -> Numeral:
    """The numeral with a dozen or "and a half" that follows it."""
    after = line.lower[numeral.last]
    role, value = word(line.lower, numeral.last)
    if (role == "dozen" and after != "score") or (role == "vague" and after != "scores"):
        return numeral.times(value if role == "dozen" else value / 2, numeral.last + 1)
    hyphened = line.hyphen(numeral.last) and line.lower[numeral.last + 1] == "and"
    return with_part(line, numeral) if hyphened or after == "and" else numeral


def _counted_once(line: Line, numeral: Numeral) -> Numeral:
    """ "a hundred", "several thousand", "a few hundred": what stands before a bare hundred or scale."""
    before = line.lower[numeral.first - 1]
    if before in ARTICLES:
        return numeral._replace(first=numeral.first - 1)
    if before in VAGUE_QUANTIFIERS:
        first = numeral.first - (2 if line.lower[numeral.first - 2] == "a" else 1)
        return numeral._replace(first=first, value=numeral.value * 2, form=Form.VAGUE, bound=">=")
    return numeral


def _decimals(line: Line, numeral: Numeral) -> Numeral:
    """ "two point five", "three hundred point forty-two"."""
    j, places = numeral.last + 1, ""
    while line.lower[j] in AFTER_POINT:
        places, j = places + AFTER_POINT[line.lower[j]], j + 1
    if not places and (tail := cardinal(line.lower, j)):
        places, j = str(tail.value), tail.end
    if not places or numeral.scale != 1:
        return numeral
    value = numeral.value + Decimal(f"0.{places}")
    return numeral._replace(last=j, value=value, step=ONE.scaleb(-len(places)))


def _ordinal_after(line: Line, i: int, found: Cardinal) -> Numeral | None:
    """ "twenty-first", "one hundred and fifth", "two hundredth": a cardinal that ends in an ordinal."""
    at = found.end + line.hyphen(found.end)
    at += line.lower[at] == "and" and line.lower[at + 1] in ORDINALS
    last = ORDINALS.get(line.lower[at])
    if last is None:
        return None
    room = found.value % 100
    if last >= 100 and 1 < found.value < last:
        value = found.value * last
    elif (room >= 20 and room % 10 == 0 and last < 10) or (found.value >= 100 and room == 0 and last < 100):
        value = found.value + last
    else:
        return None
    first = i - 1 if word(line.lower, i).role in ("hundred", "scale") and line.lower[i - 1] in ARTICLES else i
    return Numeral(first, at + 1, value, ONE, Form.ORDINAL)


def _ordinal(line: Line, i: int) -> Numeral:
    return ordinal_part(line, i) or Numeral(i, i + 1, ORDINALS[line.lower[i]], ONE, Form.ORDINAL)


def _dozen(line: Line, i: int) -> Numeral | None:
    """ "a dozen", "several dozen", "a score of boats"; a numbered dozen is read with its number."""
    before, value = line.lower[i - 1], word(line.lower, i).value
    if line.lower[i] == "score" and not (line.lower[i + 1] == "of" and line.lower[i + 2].endswith("s")):
        return None
    if before in ARTICLES:
        return Numeral(i - 1, i + 1, value, ONE, Form.WORDS)
    if before in VAGUE_QUANTIFIERS:
        return Numeral(i - 1, i + 1, value * 2, value, Form.VAGUE, bound=">=")
    return None


def _vague(line: Line, i: int) -> Numeral | None:
    """ "dozens", "tens of thousands", "hundreds of millions": at least two of the last, of the first. "In the hundreds"
    and "the scores" name no number of anything."""
    follows = line.lower[i + 1]
    if line.lower[i - 1] in ("the", "their", "its", "his", "her") and follows != "of":
        return None
    if line.lower[i] == "scores" and (follows != "of" or is_figure(line.words[i + 2])):
        return None
    value, last = word(line.lower, i).value, i + 1
    if line.lower[last] == "of" and word(line.lower, last + 1).role == "vague":
        value, last = value * word(line.lower, last + 1).value / 2, last + 2
    elif word(line.lower, i).role == "tens":
        return None
    return Numeral(i, last, value, value / 2, Form.VAGUE, bound=">=")


def _multiple(line: Line, i: int) -> Numeral | None:
    """ "Tenfold", "doubled", "twice" before what it multiplies. "Doubled as" and "doubled over" multiply nothing."""
    follows = line.lower[i + 1]
    if line.lower[i].endswith(("ed", "ing")):
        stands = follows not in DOUBLED_IDLY
    else:
        stands = line.lower[i].endswith("fold") or as_much(line, i + 1)
    first = i - 1 if line.lower[i - 1] in ARTICLES else i
    return Numeral(first, i + 1, word(line.lower, i).value, ONE, Form.MULTIPLE) if stands else None


DOUBLED_IDLY = CUES["doubled idly"]
READERS = {
    "multiple": _multiple,
    "unit": read_cardinal,
    "teen": read_cardinal,
    "ten": read_cardinal,
    "hundred": read_cardinal,
    "scale": read_cardinal,
    "ordinal": _ordinal,
    "part": named_part,
    "sign": sign,
    "dozen": _dozen,
    "vague": _vague,
    "tens": _vague,
}
