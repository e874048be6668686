"""Draws values that disagree as marks on one line each, with their words: a picture that is text, too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from factcheck.lean.record import NamedTuple
from factcheck.report.formats.page import shown
from factcheck.text.wording import clipped
from factcheck.values import Sort, Value
from factcheck.values.date import iso
from factcheck.values.number import plain

# In units of the drawing, which a browser scales: the words stand left, the marks right of them.
WIDTH, LINE = 640, 24
LEFT, RIGHT = 350, 625
# As many characters as there is room for on the left, and lines that a reader takes in.
LONGEST_LABEL, MOST_LINES = 44, 12
# Half of a mark: what is known to the day or the unit is a point, and must be seen.
HALF = Decimal(5)


class Line(NamedTuple):
    """A value with its words and source; look: the class of its mark ("draft", "agrees", "differs")."""

    label: str
    value: Value
    look: str


def plot(lines: Sequence[Line]) -> str:
    """A drawing of at least two different values on one scale; "" where there are none. What is measured on another
    scale than most, as a length of time is among dates, is left out."""
    known = [line for line in lines if line.value.low is not None or line.value.high is not None]
    sort = Counter(line.value.sort for line in known).most_common(1)[0][0] if known else Sort.TEXT
    drawn = [line for line in known if line.value.sort is sort][:MOST_LINES]
    bounds = [bound for line in drawn for bound in (line.value.low, line.value.high) if bound is not None]
    if len(drawn) < 2 or min(bounds) == max(bounds):
        return ""
    low, high = min(bounds), max(bounds)
    rows = "".join(_row(line, number, low, high) for number, line in enumerate(drawn))
    height = LINE * (len(drawn) + 1)
    words = shown("; ".join(line.label for line in drawn))
    return (
        f'<svg class="plot" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="Values on a scale: {words}">'
        f"{rows}{_scale(low, high, sort, height)}</svg>"
    )


def _row(line: Line, number: int, low: Decimal, high: Decimal) -> str:
    top = LINE * number
    middle = top + LINE // 2
    start = Decimal(LEFT) if line.value.low is None else _x(line.value.low, low, high) - HALF
    end = Decimal(RIGHT) if line.value.high is None else _x(line.value.high, low, high) + HALF
    return (
        f'<text x="0" y="{middle + 5}">{shown(clipped(line.label, LONGEST_LABEL))}</text>'
        f'<line class="rail" x1="{LEFT}" y1="{middle}" x2="{RIGHT}" y2="{middle}"/>'
        f'<rect class="{line.look}" x="{start:.1f}" y="{middle - 5}" width="{end - start:.1f}" height="10" rx="5"/>'
    )


def _scale(low: Decimal, high: Decimal, sort: Sort, height: int) -> str:
    """The least and the greatest value below the marks."""
    if sort is Sort.DURATION:
        least, most = f"{plain(low)} days", f"{plain(high)} days"
    else:
        least, most = (iso(low) or "", iso(high) or "") if sort is Sort.DATE else (plain(low), plain(high))
    return (
        f'<text class="scale" x="{LEFT}" y="{height - 6}">{least}</text>'
        f'<text class="scale" x="{RIGHT}" y="{height - 6}" text-anchor="end">{most}</text>'
    )


def _x(value: Decimal, low: Decimal, high: Decimal) -> Decimal:
    return LEFT + HALF + (value - low) / (high - low) * (RIGHT - LEFT - 2 * HALF)
