"""The counted noun where it does not follow its number: "the number of seats rose to 42", "of these players, 15"."""

from __future__ import annotations

from factcheck.kinds.line import Line
from factcheck.kinds.noun import Noun, counted
from factcheck.kinds.phrase import Phrase
from factcheck.text.tokens import CLAUSE_ENDS

TOTALS = frozenset({"number", "numbers", "total", "toll"})
THOSE = frozenset({"those", "these"})
REACH = 25


def number_of(line: Line, phrase: Phrase) -> Noun | None:
    """The noun of "the number of boats rose to 58", "from 46 to 58, the number of boats"."""
    for j in _back(line, phrase):
        if line.lower[j] == "of" and line.lower[j - 1] in TOTALS:
            return counted(line, j + 1)
    if line.lower[phrase.unit_at : phrase.unit_at + 4] == (",", "the", "number", "of"):
        return counted(line, phrase.unit_at + 4)
    return None


def part_of(line: Line, phrase: Phrase) -> Noun | None:
    """The noun of "Of these players, 15 were new", "Of those convicted, 27 fled"."""
    for j in _back(line, phrase):
        linked = line.lower[j] == "of" and line.lower[j - 1] in ("and", ",", ";")
        if line.words[j] != "Of" and not linked:
            continue
        participle = line.lower[j + 2]
        if line.lower[j + 1] in THOSE and participle.endswith("ed"):
            return Noun(f"{participle} person", j + 2)
        return counted(line, j)
    return None


def _back(line: Line, phrase: Phrase) -> range:
    """The tokens before the phrase in its sentence, nearest first, as far as they are looked at."""
    stop = max(0, phrase.first - REACH)
    start = next((j for j in range(phrase.first - 1, stop, -1) if line.lower[j] in CLAUSE_ENDS), stop - 1)
    return range(phrase.first - 1, start, -1)
