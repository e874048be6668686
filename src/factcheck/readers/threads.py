"""Finds the numbers that the posts of a thread carry: "1/", "2/8" before them, or "(3/8)" behind."""

from __future__ import annotations

from factcheck.lean import regex as re
from factcheck.text import Span

# At the start of a line, or at its end.
LEADING = re.compile(r"^[ \t>\ufeff]*(?P<mark>(?P<number>\d{1,2})/(?P<of>\d{0,2})[ \t]+)(?=\S)", re.MULTILINE)
TRAILING = re.compile(r"(?<=\S)(?P<mark>[ \t]+\(?(?P<number>\d{1,2})/(?P<of>\d{1,2})\)?)[ \t]*\r?$", re.MULTILINE)
# Fewer posts than this, and "1/3 of voters" may begin a line by chance.
SHORTEST = 3


def post_numbers(text: str) -> list[Span]:
    """The places of the numbers, with the blanks that part them from the post, if they count up as in a thread."""
    if "/" not in text:
        return []
    return sorted([*_counting(LEADING, text), *_counting(TRAILING, text)])


def _counting(pattern: re.Pattern[str], text: str) -> list[Span]:
    """The matches of a pattern that count up from 1 or 2 and speak of one length; others stand between by chance."""
    taken: list[re.Match[str]] = []
    for match in pattern.finditer(text):
        number = int(match["number"])
        if number == int(taken[-1]["number"]) + 1 if taken else number in (1, 2):
            taken.append(match)
    lengths = {match["of"] for match in taken if match["of"]}
    counts = len(taken) >= SHORTEST and len(lengths) < 2
    return [Span(*match.span("mark")) for match in taken] if counts else []
