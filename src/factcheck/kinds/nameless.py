"""Tells where a number that counts nothing is part of a name, a code or an address."""

from __future__ import annotations

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import HYPHENS, Line
from factcheck.kinds.named import told_of_name
from factcheck.kinds.noun import is_plural
from factcheck.kinds.number_words import PARTS
from factcheck.kinds.numeral import Form
from factcheck.kinds.phrase import Phrase
from factcheck.kinds.silence import SENTENCE_STARTS
from factcheck.text.tokens import is_capital, is_figure, is_word

# What joins two clauses of one kind.
LINKS = frozenset({"and", "while", "whereas", "but"})
LONGEST_STREET = 5
STREETS = CUES["street"]


def _telephone(line: Line, phrase: Phrase) -> bool:
    """ "123-4567": three digits and four with nothing that they count."""
    if phrase.high is None:
        return False
    low, high = line.words[phrase.low.first], line.words[phrase.high.first]
    return (len(low), len(high)) == (3, 4) and low.isdecimal() and high.isdecimal()


def _glued_letters(line: Line, phrase: Phrase) -> bool:
    """ "3D", "4G", "737-800": letters or digits stuck to the number that nothing explains."""
    first, last = phrase.first, phrase.last
    if line.glued(first) and line.lower[first - 1] in HYPHENS and is_figure(line.words[first - 2]):
        return True
    return line.glued(last) and (is_word(line.lower[last]) or line.lower[last] == "_" or line.hyphen(last))


def _product(line: Line, phrase: Phrase) -> bool:
    """ "Boeing 787", "Windows 10": a bare number that a name carries."""
    before = line.words[phrase.first - 1]
    bare = phrase.form is Form.DIGITS and not phrase.bound and not phrase.high
    if not bare or not is_capital(before) or phrase.first - 1 in line.closed or told_of_name(line, phrase):
        return False
    if before.endswith(("'s", "\u2019s")) or _gapped(line, phrase):
        return False
    plural = before.lower().endswith("s") and not before.lower().endswith("'s")
    if plural and phrase.low.value < 10:
        return line.capital(phrase.first - 2)
    return line.lower[phrase.first - 2] not in SENTENCE_STARTS and not plural


def _gapped(line: Line, phrase: Phrase) -> bool:
    """ "Brenk has 514 boats and Odby 73": the second of two clauses leaves out what it counts."""
    if line.lower[phrase.first - 2] not in LINKS:
        return False
    return any(
        is_figure(word) and is_plural(line.lower[j + 1]) and not line.capital(j - 1)
        for j, word in enumerate(line.words[: phrase.first - 2])
    )


def _loose_part(line: Line, phrase: Phrase) -> bool:
    """ "a quarter", "in half": a part in words of nothing that the sentence names."""
    return (
        phrase.form is Form.FRACTION
        and line.lower[phrase.low.last - 1] in PARTS
        and line.size > phrase.last - phrase.first + 1
    )


def _emergency(line: Line, phrase: Phrase) -> bool:
    """A telephone number that stands alone like a word."""
    return line.words[phrase.low.first] in ("911", "999")


def _street(line: Line, phrase: Phrase) -> bool:
    """ "131 West Street", "10 Downing Street"."""
    for j in range(phrase.last, phrase.last + LONGEST_STREET):
        if not line.capital(j) and not is_figure(line.words[j]) and not line.glued(j):
            return False
        if line.lower[j] in STREETS:
            return j > phrase.last
    return False


NAMES = (_telephone, _glued_letters, _product, _loose_part, _emergency, _street)
