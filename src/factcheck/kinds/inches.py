"""Tells the marks of feet and inches from quotation marks: 32" and 6'2" open and close no quotation."""

from __future__ import annotations

from factcheck.lean import regex as re
from factcheck.text import Span

# Marks that stand for inches or enclose a quotation.
MARK = re.compile(r"[\"\u201c\u201d\u2033]")
# Feet before their inches: 6'2, 5\u2032 10.
FEET = re.compile(r"\d['\u2019\u2032] ?\d{1,2}$")
LONGEST_HEIGHT = 8


def inch_marks(text: str, block: Span) -> frozenset[int]:
    """Where the marks of a paragraph that follow a figure stand for inches: after feet, or where nothing is open."""
    found: set[int] = set()
    opened = False
    for mark in MARK.finditer(text, *block):
        at, glyph = mark.start(), mark[0]
        figure = at > block.start and text[at - 1].isnumeric() and not text[at + 1 : at + 2].isalnum()
        feet = figure and FEET.search(text, max(block.start, at - LONGEST_HEIGHT), at)
        if figure and glyph != "\u201c" and (feet or glyph == "\u2033" or not opened):
            found.add(at)
        elif glyph != "\u2033":
            opened = glyph == "\u201c" or (glyph == '"' and not opened)
    return frozenset(found)
