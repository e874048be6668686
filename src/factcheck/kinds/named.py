"""Tells a number that is said of the name before it from one that is part of it: "Norland 70,000", not "Windows 10"."""

from __future__ import annotations

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.kinds.phrase import Phrase
from factcheck.text.tokens import is_capital, is_figure

# What joins the members of a list of names with their numbers.
LINKS = frozenset({",", "and", ";", "but", "while", "("})
# Between a link and the name: "and in the North 12".
BEFORE_A_NAME = CUES["before a name of a list"]
REGIONS = CUES["part of a country"]
LONGEST_NAME, LONGEST_NOUN, LONGEST_LIST = 4, 3, 8
# What sets the thousands of a number apart.
GROUPS = frozenset(",.\u00a0\u202f\u2009")


def told_of_name(line: Line, phrase: Phrase) -> bool:
    """Whether a bare number behind a name counts something of it: it is written with its thousands set apart or a
    scale, or it stands in a list of names whose first number counts something."""
    if _is_grouped(line, phrase.low.first) or phrase.low.scale != 1 or line.lower[phrase.first - 1] in REGIONS:
        return True
    return _listed(line, phrase.first) or _leads(line, phrase.last)


def _is_grouped(line: Line, i: int) -> bool:
    return len(line.words[i]) > len("999") and not GROUPS.isdisjoint(line.words[i])


def _name_start(line: Line, i: int) -> int:
    """The first token of the run of capitals that ends before token i; i where there is none."""
    first = i
    while first > 0 and i - first < LONGEST_NAME and is_capital(line.words[first - 1]):
        first -= 1
    return first


def _listed(line: Line, i: int) -> bool:
    """Whether the name before token i follows another member of its list, back to one that counts something."""
    for _ in range(LONGEST_LIST):
        first = _name_start(line, i)
        while line.lower[first - 1] in BEFORE_A_NAME:
            first -= 1
        if first == i or line.lower[first - 1] not in LINKS:
            return line.lower[first - 1] == ":" and first < i
        at = first - 1 - (line.lower[first - 2] in LINKS)
        number = next((j for j in range(at - 1, at - 2 - LONGEST_NOUN, -1) if _digits(line, j)), None)
        if number is None:
            return False
        if number < at - 1 or _is_grouped(line, number):
            return True
        i = number
    return False


def _leads(line: Line, last: int) -> bool:
    """Whether the next member of the list counts something by its own writing: "Norland 539 and Brenk 70,000"."""
    j = last
    while line.lower[j] in LINKS:
        j += 1
    first = j
    while is_capital(line.words[j]) and j - first < LONGEST_NAME:
        j += 1
    return first > last and j > first and _is_grouped(line, j) and _digits(line, j)


def _digits(line: Line, i: int) -> bool:
    return is_figure(line.words[i])
