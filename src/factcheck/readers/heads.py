"""Tells which cells of a table head its rows and columns, from what stands in them; a doubtful head is none."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple

YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:\s?[–/-]\s?(?:\d\d|(?:1[5-9]|20)\d\d))?[*†]?\Z")
# A number with its sign and unit, as cells show it: "1,204", "(3.5)", "€ 12 m", "5 %", "< 10".
# Possessive: what a part has taken is not tried again, for a cell may be long.
NUMBER = re.compile(
    r"[^\w]*(?:[A-Z]{1,3}\$\s?|[A-Z]{3}\s?|[A-Z]{2}\s)?[^\w]{0,3}\d[\d.,\s\u00a0’']*+(?:\W|[a-zA-Z])*+\Z"
)
ORDINAL = re.compile(r"\W*\d+(?:st|nd|rd|th)\b")
# A unit has no more letters, or it is a name with a number: "3 million", "2 reclassifications".
MOST_LETTERS = 12
MOST_HEAD_ROWS = 4
# What stands above the numbers of rows, if anything does; and of so many rows at least that they are only counted.
NUMBERING = re.compile(r"(?:(?:s\.?\s?/?|sl\.?\s?|row\s)?(?:no|nr|n)\b\.?|#|№|index)?\Z", re.IGNORECASE)
COUNTER, FEWEST_NUMBERED = re.compile(r"(\d{1,6})[.)]?\Z"), 3


class Slot(NamedTuple):
    """A cell by what it shows, its first column in the grid, how many it takes, and whether its markup heads."""

    text: str
    column: int
    columns: int = 1
    head: bool = False


Row = Sequence[Slot]


def leads(rows: Sequence[Row], caption: str = "") -> list[list[tuple[str, ...]]]:
    """For each cell of each row its row label, its column head and the table's caption; nothing at all for a head, nor
    for a number that only counts the rows."""
    titles, first = layout(rows)
    caption = " ".join(filter(None, (caption, *(slot.text for row in rows[:titles] for slot in row))))
    columns = _columns(rows[titles:first])
    above: list[list[tuple[str, ...]]] = [
        [() if number >= titles else ("", "", "") for _ in row] for number, row in enumerate(rows[:first])
    ]
    numbering = _numbering(rows[first:], columns)
    return above + [_led(row, columns, caption, numbering) for row in rows[first:]]


def layout(rows: Sequence[Row]) -> tuple[int, int]:
    """How many rows are titles above the heads, and where the body begins."""
    left = min((row[0].column for row in rows if row), default=1)
    titles = 0
    while titles < len(rows) - 1 and _is_title(rows[titles], left):
        titles += 1
    if not any(sum(bool(slot.text) for slot in row) > 1 for row in rows[titles:]):
        titles = 0
    heads = titles
    while heads < len(rows) and heads - titles < MOST_HEAD_ROWS and _is_head(rows, titles, heads):
        heads += 1
    stands = any(is_number(slot.text) for row in rows[heads:] for slot in row)
    return (titles, heads) if heads > titles and (stands or heads == titles + 1 < len(rows)) else (0, 0)


def _is_title(row: Row, left: int) -> bool:
    """Whether a row of one cell stands above the heads, and is none that spans some of them."""
    shown = [slot for slot in row if slot.text]
    return len(shown) <= 1 and not any(
        is_number(s.text) or ((s.columns > 1 or s.head) and s.column > left) for s in shown
    )


def _is_head(rows: Sequence[Row], titles: int, index: int) -> bool:
    """Whether a row names columns: words and years only. A second one must show that it is one: by its empty corner,
    or by heads above it that span several columns."""
    row = rows[index]
    if sum(slot.columns for slot in row if slot.text) < 2 and not any(slot.head for slot in row):
        return False
    if all(slot.head for slot in row):
        return True
    if any(slot.text and any(map(str.isdigit, slot.text)) and not _is_worded(slot.text) for slot in row):
        return False
    if index == titles:
        return True
    spans = any(slot.columns > 1 for slot in rows[index - 1])
    return spans or row[0].column > rows[titles][0].column or not row[0].text


def _is_worded(text: str) -> bool:
    """Whether a text with digits may head a column: a year, or words that hold a number."""
    return YEAR.match(text) is not None or not is_number(text)


def is_number(text: str) -> bool:
    """Whether a cell shows a figure and nothing else; a year is none."""
    return (
        NUMBER.match(text) is not None
        and sum(map(str.isalpha, text)) <= MOST_LETTERS
        and YEAR.match(text) is None
        and ORDINAL.match(text) is None
    )


def _columns(heads: Sequence[Row]) -> dict[int, str]:
    """The words above each column, outermost first, each once."""
    found: dict[int, list[str]] = {}
    for row in heads:
        for slot in row:
            for column in range(slot.column, slot.column + slot.columns):
                words = found.setdefault(column, [])
                if slot.text and slot.text not in words:
                    words.append(slot.text)
    return {column: " ".join(words) for column, words in found.items()}


def _numbering(rows: Sequence[Row], columns: dict[int, str]) -> int:
    """The first column of a table if it only counts its rows, one by one; 0 otherwise."""
    column = min((row[0].column for row in rows if row), default=0)
    if not NUMBERING.match(columns.get(column, "")):
        return 0
    firsts = [row[0].text for row in rows if row and row[0].column == column and row[0].text]
    found = [COUNTER.match(text) for text in firsts if not YEAR.match(text)]
    numbers = [int(counter[1]) for counter in found if counter]
    counted = numbers == list(range(numbers[0], numbers[0] + len(firsts))) if numbers else False
    return column if counted and len(numbers) >= FEWEST_NUMBERED else 0


def _label(row: Row) -> Slot | None:
    """The cell that says what a row is about: the first that is no figure; a year is one unless it opens the row."""
    worded = (slot for slot in row if any(map(str.isalnum, slot.text)) and not is_number(slot.text))
    return next((slot for slot in worded if slot is row[0] or not YEAR.match(slot.text)), None)


def _led(row: Row, columns: dict[int, str], caption: str, numbering: int) -> list[tuple[str, ...]]:
    label = _label(row)
    words = "" if label is None else label.text
    return [
        ("" if slot is label else words, columns.get(slot.column, "") if slot.columns == 1 else "", caption)
        if slot.column != numbering
        else ()
        for slot in row
    ]
