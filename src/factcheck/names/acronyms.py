"""Reads abbreviations that a text defines: "Asian Rope Council (ARC)".

The matching is that of A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text", Pacific Symposium on Biocomputing 8, 2003: the letters of the short form are sought from right to
left in the words before the bracket, and the first must open a word.
"""

from __future__ import annotations

from factcheck.text.tokens import Tokens, is_capital

SHORTEST, LONGEST = 2, 10


def defined(tokens: Tokens) -> dict[str, tuple[int, int]]:
    """Abbreviation → first and last token of its long form, as the text first defines it."""
    found: dict[str, tuple[int, int]] = {}
    words = tokens.words
    for at, word in enumerate(words):
        if word == "(" and 0 < at < len(words) - 2 and words[at + 2] in ")],;":
            short = words[at + 1]
            if short not in found and _is_short(short):
                first = _long_form(words, at, short)
                if first is not None:
                    found[short] = (first, at - 1)
    return found


def _is_short(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and is_capital(word) and sum(c.isupper() for c in word) >= 2


def _long_form(words: tuple[str, ...], bracket: int, short: str) -> int | None:
    """The token at which the long form before a bracket begins, or None where the letters do not fit."""
    letters = [c.lower() for c in short if c.isalnum()]
    lowest = max(0, bracket - min(len(letters) + 5, 2 * len(letters)) - 1)
    at, place = bracket - 1, len(words[bracket - 1])
    for index in range(len(letters) - 1, -1, -1):
        opening = index == 0
        while True:
            place = -1 if place <= 0 else words[at].lower().rfind(letters[index], 0, place)
            if place >= 0 and (not opening or (place == 0 and is_capital(words[at]))):
                break
            if place < 0:
                at -= 1
                if at < lowest or words[at] in ".!?;:()":
                    return None
                place = len(words[at])
    return at
