"""Approximators before and after a numeral: "more than", "nearly", "or so"."""

from __future__ import annotations

from factcheck.kinds.line import Line
from factcheck.kinds.phrasebook import Phrasebook
from factcheck.lean.record import NamedTuple
from factcheck.lexicon import forms, table


class Bound(NamedTuple):
    """A comparison prefix; `near` when the figure is also close to it."""

    sign: str
    near: bool


EXACT = Bound("", False)


def _book(side: str) -> Phrasebook[Bound]:
    return Phrasebook(
        (form, Bound(row["bound"], row["near"] == "near"))
        for row in table("approximators")
        if row["side"] == side
        for form in forms(row["phrase"])
    )


BEFORE = _book("before")
AFTER = _book("after")


def before(line: Line, i: int) -> tuple[Bound, int]:
    """The approximator that ends just before token i, and the token it begins at."""
    found = BEFORE.before(line.lower, i)
    if found is None:
        return EXACT, i
    bound, start = found
    if not bound.sign:  # "convicted over 50 boats" is a preposition
        return EXACT, i
    if line.lower[start - 1].startswith("add") and line.lower[start] == "up":
        return EXACT, i
    outer = BEFORE.before(line.lower, start)
    # "about as many as", "at least some": the outer one is an approximator of the approximation; its span belongs here.
    return (bound, outer[1]) if outer and bound.sign == outer[0].sign else (bound, start)


def after(line: Line, i: int) -> tuple[Bound, int]:
    """The approximator at token i ("or more", "-odd"), and the token after it."""
    j = i + 1 if line.hyphen(i) else i
    if line.lower[j] == "+" and line.glued(j):
        return Bound(">=", False), j + 1
    found = AFTER.at(line.lower, j)
    if found is None or (line.lower[j] in GLUED_ONLY) != line.hyphen(i):
        return EXACT, i
    return found


def trailing(line: Line, i: int) -> Bound:
    """The approximator behind the unit or noun at token i: "50 boats or more", "two square miles or so"."""
    for j in range(i + 1, i + 1 + LONGEST_UNIT):
        if line.lower[j] == "or":
            found = AFTER.at(line.lower, j)
            return found[0] if found else EXACT
        if not line.lower[j].isalpha():
            break
    return EXACT


LONGEST_UNIT = 3
# These are approximators only as the tail of a compound: "50-odd", "100-plus", "fifty-ish".
GLUED_ONLY = frozenset({"plus", "odd", "ish"})
