"""Numerals written in digits, with the scales, suffixes, fractions and ordinal endings glued to them."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.currency import name_after
from factcheck.kinds.digits import digits
from factcheck.kinds.line import Line
from factcheck.kinds.noun import CLOSED, is_plural
from factcheck.kinds.number_words import word
from factcheck.kinds.numeral import HUNDREDTH, ONE, Form, Numeral, scaled
from factcheck.kinds.worded import extended, read_cardinal
from factcheck.text.tokens import is_figure

ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
# Suffixes that need a currency before them, since they are units or footnotes elsewhere.
MONEY_SUFFIXES = frozenset({"m", "b", "t", "mm"})
# Distances of races in metres.
TRACKS = frozenset(map(Decimal, (50, 60, 100, 110, 200, 400, 800, 1000, 1500, 3000, 5000, 10000)))
TIMES = frozenset({"x", "×", "*", "⋅", "·"})
MINUS = frozenset({"-", "−", "\u2013"})
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
SUPERSCRIPTS = str.maketrans(RAISED, "0123456789-")
DENOMINATORS = frozenset({"2", "3", "4", "5", "6", "7", "8", "9", "10", "12", "16", "20", "32", "40", "50", "100"})
MOST_GROUPS = 12
LARGEST_EXPONENT = 30
# What stands for millions and billions behind an amount and a space, too.
APART = frozenset({"m", "M", "B"})
# Also the one that typesetters put between the parts of a fraction.
SLASHES = frozenset({"/", "\u2044"})
LONGEST_DECIMALS = 20
NO_TIME = ("00", ":", "00", ":", "00")


def read_digits(line: Line, i: int, *, money: bool = False) -> Numeral | None:
    """The numeral in digits at token i; `money` tells that a currency stands before it."""
    found = digits(line.words[i])
    if line.lower[i - 1] == "." and line.glued(i) and not line.glued(i - 1):
        return _pointed(line, i)
    if found is None:
        return _hours(line, i)
    if line.lower[i + 1] == "hundred":
        return read_cardinal(line, i)
    numeral = Numeral(i, i + 1, *found, Form.DIGITS)
    after = line.lower[i + 1]
    if after in ORDINAL_ENDINGS and line.glued(i + 1) and not _in_stones(numeral.value, after):
        return numeral._replace(last=i + 2, form=Form.ORDINAL)
    if after in SLASHES and line.glued(i + 1) and is_figure(line.words[i + 2]):
        return _slashed(line, numeral)
    numeral = _thousands(line, _spaced(line, numeral))
    numeral = _powered(line, numeral)
    numeral = _with_part(line, numeral)
    numeral = _suffixed(line, numeral, money=money)
    return extended(line, scaled(line, numeral))


def _in_stones(figure: Decimal, ending: str) -> bool:
    """ "12st" is a weight; "21st" and "1st" are ordinals."""
    return ending == "st" and (figure % 10 != 1 or figure % 100 == 11)


def _hours(line: Line, i: int) -> Numeral | None:
    """ "09:30": a leading zero is no code before a colon. A day at "00:00:00" is one whose time was not noted."""
    text = line.words[i]
    if any(line.words[at : at + 5] == NO_TIME and at - 1 in line.closed for at in (i, i - 2)):
        return None
    if len(text) == 2 and text[0] == "0" and line.lower[i + 1] == ":" and line.glued(i + 1) and line.glued(i + 2):
        return Numeral(i, i + 1, Decimal(text), ONE, Form.DIGITS)
    return None


def _pointed(line: Line, i: int) -> Numeral | None:
    """ ".08": decimals without a whole number before the point."""
    places = line.words[i]
    if not places.isdecimal() or len(places) > LONGEST_DECIMALS:
        return None
    return Numeral(i - 1, i + 1, Decimal(f"0.{places}"), ONE.scaleb(-len(places)), Form.DIGITS)


def _slashed(line: Line, numeral: Numeral) -> Numeral | None:
    """ "3/4": a proper fraction with a usual denominator; anything else with a slash is no number."""
    below = line.words[numeral.last + 1]
    if below not in DENOMINATORS or not line.glued(numeral.last + 1) or line.lower[numeral.last + 2] in SLASHES:
        return None
    if numeral.value >= Decimal(below):
        return None
    return Numeral(numeral.first, numeral.last + 2, numeral.value / Decimal(below), HUNDREDTH, Form.FRACTION)


def _spaced(line: Line, numeral: Numeral) -> Numeral:
    """ "1 234 567", "40 000": groups of three set apart by plain spaces."""
    j = numeral.last
    if len(line.words[numeral.first]) > 3 or not is_figure(line.words[j]) or not line.words[j - 1].isdecimal():
        return numeral
    while j - numeral.last < MOST_GROUPS and _group(line, j):
        j += 1
    groups = line.words[numeral.last : j]
    if not groups or is_figure(line.words[j]):
        return numeral
    if len(groups) == 1 and groups[0][:3] != "000" and not line.words[j].islower():
        return numeral
    whole = digits("\u00a0".join(line.words[numeral.first : j]))
    return numeral._replace(last=j, value=whole.value, step=whole.step) if whole else numeral


def _thousands(line: Line, numeral: Numeral) -> Numeral:
    """ "25, 000": a space that slipped in behind the comma."""
    j = numeral.last
    if line.lower[j] != "," or line.words[j + 1] != "000" or not line.spaced(j + 1) or numeral.value >= 1000:
        return numeral
    return numeral._replace(last=j + 2, value=numeral.value * 1000)


def _group(line: Line, j: int) -> bool:
    """Whether token j is three digits, perhaps with decimals, one space after the token before."""
    return line.words[j][:3].isdecimal() and line.words[j][3:4] in ("", ".") and line.spaced(j)


def _powered(line: Line, numeral: Numeral) -> Numeral:
    """ "1.3e6", "6.23 x 10^-4", "2.48×10−5", "10⁶"."""
    j = numeral.last
    if line.lower[j] == "e" and line.glued(j):
        return _raised(line, numeral, j + 1)
    if line.words[numeral.first : j] == ("10",):
        power = _to_the_power(line, numeral._replace(value=ONE), j)
        return power if power.last > j else numeral
    if line.lower[j] in TIMES and line.lower[j + 1] == "10":
        power = _to_the_power(line, numeral, j + 2)
        return power if power.last > j else _raised(line, numeral, j + 2)
    return numeral


def _to_the_power(line: Line, numeral: Numeral, k: int) -> Numeral:
    """The numeral times ten to the power that raised digits or a caret at token k write."""
    exponent, after = _superscript(line, k)
    if exponent:
        return _scaled(numeral, exponent, after)
    return _raised(line, numeral, k + 1) if line.lower[k] == "^" and line.glued(k) else numeral


def _superscript(line: Line, k: int) -> tuple[str, int]:
    """The exponent in raised digits at token k, glued on, and the token after it."""
    text = ""
    while line.glued(k) and line.words[k] and not line.words[k].strip(RAISED):
        text, k = text + line.words[k], k + 1
    return text.translate(SUPERSCRIPTS), k


def _raised(line: Line, numeral: Numeral, k: int) -> Numeral:
    """The numeral times ten to the power at token k, where there is one, glued on."""
    sign = "-" if line.lower[k] in MINUS else ""
    k += line.lower[k] in MINUS or line.lower[k] == "+"
    if not line.words[k].isdecimal() or not line.glued(k):
        return numeral
    return _scaled(numeral, sign + line.words[k], k + 1)


def _scaled(numeral: Numeral, exponent: str, last: int) -> Numeral:
    digits_only = exponent.lstrip("-")
    if not digits_only.isdecimal() or int(digits_only[:4]) > LARGEST_EXPONENT:
        return numeral
    return numeral.times(ONE.scaleb(int(exponent)), last)


def _with_part(line: Line, numeral: Numeral) -> Numeral:
    """ "2½", "2 1/2", "2-1/2": a whole number and a part of one."""
    j = numeral.last
    j += line.hyphen(j) and line.words[j + 1].isdecimal() and line.lower[j + 2] in SLASHES
    if word(line.lower, j).role == "sign":
        return numeral._replace(last=j + 1, value=numeral.value + word(line.lower, j).value, step=Decimal("0.01"))
    if line.words[j].isdecimal() and line.lower[j + 1] in SLASHES and line.words[j + 2] in DENOMINATORS:
        part = _slashed(line, Numeral(j, j + 1, Decimal(line.words[j]), ONE, Form.DIGITS))
        if part is not None and numeral.value < 1000:
            return numeral._replace(last=part.last, value=numeral.value + part.value, step=Decimal("0.01"))
    return numeral


def _suffixed(line: Line, numeral: Numeral, *, money: bool) -> Numeral:
    """ "37k", "10M", "$3b": a letter glued to the digits that multiplies them; money may have a space: "5 m euros"."""
    j = numeral.last
    suffix = word(line.lower, j)
    apart = line.words[j] in APART and line.spaced(j)
    money = money or (apart and name_after(line, j + 1) is not None)
    joined = line.glued(j) or (money and apart)
    if suffix.role != "suffix" or not joined or (line.glued(j + 1) and line.lower[j + 1] == "'"):
        return numeral
    written = line.words[j] in ("M", "B") or (line.lower[j] == "b" and numeral.step < 1) or _million(line, numeral)
    if line.lower[j] in MONEY_SUFFIXES and not money and not written:
        return numeral
    return numeral.times(suffix.value, j + 1)


def _million(line: Line, numeral: Numeral) -> bool:
    """ "3.2m tonnes", "4m people": an m before what it counts is a million; "100m hurdles" are run."""
    follows = line.lower[numeral.last + 1]
    counted = is_plural(follows) and follows not in CLOSED and numeral.value not in TRACKS
    return line.words[numeral.last] == "m" and counted
