"""Reads one token of digits: grouping and decimal marks in every usual style, as an exact decimal with its step."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple

ONE = Decimal(1)
# English "1,234,567.8" and Indian "12,34,567.8": the last group has three digits, the others two or three.
ENGLISH = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
# Continental "1.234.567,8", with two groups at least or a decimal comma: one group is an English decimal.
CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+")
# "1 234 567.8" with no-break, thin or figure spaces, Swiss "1'234.50"; the decimal mark either way.
SPACED = re.compile(r"\d{1,3}(?:[\u00a0\u202f\u2009\u2007'\u2019]\d{3})+(?:[.,]\d+)?")
# "43.8", and the decimal comma "43,8", which no grouping explains.
PLAIN = re.compile(r"\d+(?:\.\d+)?|\d+,\d{1,2}")
SPACES = re.compile(r"[\u00a0\u202f\u2009\u2007'\u2019]")
# The marks that go with full-width digits.
WIDE = str.maketrans("\uff0c\uff0e", ",.")
LONGEST = 40


class Digits(NamedTuple):
    """A number written in digits. `step` is the place of its last digit."""

    value: Decimal
    step: Decimal


@lru_cache(maxsize=4096)
def digits(token: str) -> Digits | None:
    """The number that a token of digits writes; None where it is a code, a version, an address or a list."""
    if token.isdecimal() and len(token) <= LONGEST:
        return Digits(Decimal(token), ONE) if token[0] != "0" or len(token) == 1 else None
    return _marked(token) if len(token) <= LONGEST else None


def _marked(written: str) -> Digits | None:
    token = written.translate(WIDE)
    if SPACED.fullmatch(token):
        plain = SPACES.sub("", token).replace(",", ".")
    elif ENGLISH.fullmatch(token):
        plain = token.replace(",", "")
    elif CONTINENTAL.fullmatch(token):
        plain = token.replace(".", "").replace(",", ".")
    elif PLAIN.fullmatch(token):
        plain = token.replace(",", ".")
    else:
        return None
    if plain[0] == "0" and plain[1] != ".":
        return None
    value = Decimal(plain)
    exponent = value.as_tuple().exponent
    return Digits(value, ONE.scaleb(exponent if isinstance(exponent, int) else 0))
