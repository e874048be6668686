"""Finds what a file holds and no reader sees: invisible characters, footnote markers, loose accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from factcheck.lean import regex as re

# Soft hyphen, zero-width and joining marks, byte-order mark, bidi controls.
INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
SUPERSCRIPT = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
ACCENT = "\u0300-\u036f"
# The first character of anything this module may take out or compose.
SUSPECT = re.compile(f"[{INVISIBLE}{SUPERSCRIPT}{ACCENT}\\[]")
INVISIBLE_RUN = re.compile(f"[{INVISIBLE}]+")
SUPERSCRIPT_RUN = re.compile(f"[{SUPERSCRIPT}]+")
# Bounded, since a run that does not make one letter is looked at again from its second accent on.
ACCENT_RUN = re.compile(f"[{ACCENT}]{{1,8}}")
# [1], [12, 13], [note 3], [a] or [citation needed], glued to the word before or set behind a stop or closing mark.
MARKER = re.compile(r"\[(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,9}|note\s\d{1,3}|citation needed)\](?![(\[:-])")
# What follows a bracketed number that is part of the sentence.
GOES_ON = re.compile(r"\s+[a-z]")
# A measure or variable that is squared or cubed, or a power of ten: part of what is said, no marker.
POWER = re.compile(r"(?:\b(?:[kcmd]?m|ft|in|yd|mi|mile|inch|foot|feet|metres?|meters?|[a-z])|(?<![\d.,])10)\Z")

Change = tuple[int, int, str]


def noise(text: str, start: int, end: int) -> Iterator[Change]:
    """The ranges that are not seen as they stand, in order, each with what is seen instead."""
    while hit := SUSPECT.search(text, start, end):
        change = _change(text, hit.start(), start, end)
        if change:
            yield change
            start = change[1]
        else:
            start = hit.end()


def is_invisible(text: str) -> bool:
    """Whether nothing of a text is seen."""
    return INVISIBLE_RUN.fullmatch(text) is not None


def _change(text: str, at: int, floor: int, limit: int) -> Change | None:
    if text[at] == "[":
        marker = MARKER.match(text, at, limit)
        if marker and (follows_a_word(text, at) or _follows_a_sentence(text, at, marker.end())):
            return at, marker.end(), ""
        return None
    if run := INVISIBLE_RUN.match(text, at, limit):
        return at, run.end(), ""
    if run := SUPERSCRIPT_RUN.match(text, at, limit):
        raised = POWER.search(text, max(0, at - 8), at)
        return None if raised or not follows_a_word(text, at) else (at, run.end(), "")
    return _composed(text, at, floor, limit)


def follows_a_word(text: str, at: int) -> bool:
    """Whether a marker at this place is glued to a word, or to the stop or mark behind one."""
    return at > 0 and not text[at - 1].isspace() and text[at - 1] not in "([{<“‘«"


def _follows_a_sentence(text: str, at: int, end: int) -> bool:
    """Whether a marker stands between two sentences; "[17] parties" at the start of one is its editor's."""
    return at > 1 and text[at - 1].isspace() and text[at - 2] in ".!?”’\"'" and GOES_ON.match(text, end) is None


def _composed(text: str, at: int, floor: int, limit: int) -> Change | None:
    """A letter with loose accents as the one character it is read as."""
    run = ACCENT_RUN.match(text, at, limit)
    if run is None or at <= floor:
        return None
    letter = unicodedata.normalize("NFC", text[at - 1 : run.end()])
    return (at - 1, run.end(), letter) if len(letter) == 1 else None
