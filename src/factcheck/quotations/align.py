"""Lays the words of a quotation beside the words of a source and says where they part."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from factcheck.lean.record import NamedTuple
from factcheck.quotations.normal import Sort, Word

# The price of a step. Changing a word costs less than adding one, so that a change at the end is shown as such, and
# more than dropping one, so that "we never lost" is "we lost" with a word too few.
CHANGED, ADDED, DROPPED = 1.05, 1.1, 1.0
# Skipping is nearly free over an omission mark, and over the words between two quotations; never quite, so that the
# nearest place wins.
SKIPPED, BETWEEN = 0.001, 0.01


class Step(Enum):
    """same, changed: draft and source word; added: only in the draft; dropped: only in the source; skipped: rightly."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"
    SKIPPED = "skipped"


class Move(NamedTuple):
    """A step with the numbers of the draft and source words it takes; -1 where it takes none."""

    step: Step
    draft: int
    source: int


class SourceWord(NamedTuple):
    """A word of a source. loose: a quotation may leave it out (an editor's bracket, the cue between two quotations)."""

    form: str
    loose: bool


class Alignment(NamedTuple):
    """The cheapest way from a quotation to its source: from its first to its last matched word."""

    moves: tuple[Move, ...]
    cost: float


def align(draft: Sequence[Word], source: Sequence[SourceWord]) -> Alignment:
    """Place a whole quotation anywhere in a source (semi-global alignment after Needleman and Wunsch, 1970)."""
    forms = [word.form for word in source]
    exact = _verbatim([word.form for word in draft], forms)
    if exact is not None:
        return Alignment(tuple(Move(Step.SAME, at, exact + at) for at in range(len(draft))), 0.0)
    rows = [[0.0] * (len(source) + 1)]
    costs = [BETWEEN if word.loose else DROPPED for word in source]
    free = [SKIPPED] * len(source)
    for word in draft:
        written = word.sort is Sort.WORD
        rows.append(_row(rows[-1], word.form, ADDED if written else 0.0, forms, costs if written else free))
    best = min(range(len(source) + 1), key=lambda at: (rows[-1][at], -at))
    return Alignment(_trace(rows, draft, source, best), rows[-1][best])


def _verbatim(draft: Sequence[str], source: Sequence[str]) -> int | None:
    """Where a source has all words of a quotation in a row, or None: the usual case, and the quick one."""
    if not all(draft):
        return None
    there = f" {' '.join(source)} "
    place = there.find(f" {' '.join(draft)} ")
    return there.count(" ", 0, place) if place >= 0 else None


def _row(above: Sequence[float], taken: str, add: float, forms: Sequence[str], skips: Sequence[float]) -> list[float]:
    """Prices of reaching each source word with one more draft word taken. `add`, `skips`: of words left alone."""
    left = above[0] + add
    row = [left]
    for diagonal, straight, other, skip in zip(above, above[1:], forms, skips, strict=False):
        cost = diagonal if other == taken else diagonal + CHANGED
        if straight + add < cost:
            cost = straight + add
        if left + skip < cost:
            cost = left + skip
        row.append(cost)
        left = cost
    return row


def _skip(word: Word, other: SourceWord) -> float:
    """The price of a source word that the quotation does not have after `word`."""
    if word.sort is not Sort.WORD:
        return SKIPPED
    return BETWEEN if other.loose else DROPPED


def _trace(rows: list[list[float]], draft: Sequence[Word], source: Sequence[SourceWord], at: int) -> tuple[Move, ...]:
    """The steps of the cheapest way that ends at a source word, in order."""
    moves: list[Move] = []
    taken = len(draft)
    while taken:
        word, cost = draft[taken - 1], rows[taken][at]
        add = ADDED if word.sort is Sort.WORD else 0.0
        if at and _near(cost, rows[taken - 1][at - 1] + (0.0 if source[at - 1].form == word.form else CHANGED)):
            same = source[at - 1].form == word.form
            moves.append(Move(Step.SAME if same else Step.CHANGED, taken - 1, at - 1))
            taken, at = taken - 1, at - 1
        elif _near(cost, rows[taken - 1][at] + add):
            moves.append(Move(Step.ADDED if add else Step.SKIPPED, taken - 1, -1))
            taken -= 1
        else:
            free = _skip(word, source[at - 1]) < DROPPED
            moves.append(Move(Step.SKIPPED if free else Step.DROPPED, -1, at - 1))
            at -= 1
    return tuple(reversed(moves))


def _near(a: float, b: float) -> bool:
    return abs(a - b) < 1e-9
