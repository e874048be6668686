"""Tells a raised footnote marker from a raised power or ordinal ending, in `<sup>` as HTML and Markdown write it."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.readers.noise import POWER

OPENING = re.compile(r"<sup(?:\s[^<>]*)?>", re.IGNORECASE)
CLOSING = re.compile(r"</sup\s*>", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
# A run of digits or reference signs: 5, [1], 3,4, [note 2], †, a.
MARK = re.compile(r"[\[(]?(?:[\d,\s–-]{1,9}|(?:note|n)\s?\d{1,3}|[*†‡§¶]{1,3}|[a-z])[\])]?", re.IGNORECASE)
SUPERSCRIPTS = str.maketrans("0123456789-–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
# More markup than this around a marker is none: a link to the note, with brackets and classes of their own.
LONGEST = 600


class Raised(NamedTuple):
    """Where a raised element ends and what its reader takes in: nothing for a marker, a raised digit for a power."""

    end: int
    text: str


def raised(text: str, at: int) -> Raised | None:
    """The raised marker or power that opens at an offset; None for any other element."""
    opening = OPENING.match(text, at)
    closing = CLOSING.search(text, opening.end(), opening.end() + LONGEST) if opening else None
    if opening is None or closing is None:
        return None
    mark = _shown(text[opening.end() : closing.start()])
    if MARK.fullmatch(mark) is None:
        return None
    return Raised(closing.end(), lifted(mark, text[max(0, at - 8) : at]))


def lifted(mark: str, before: str, otherwise: str = "") -> str:
    """What a reader takes in of a raised text behind another: nothing of a marker, raised digits of a power."""
    if MARK.fullmatch(mark) is None:
        return otherwise
    return mark.translate(SUPERSCRIPTS) if mark.isdigit() and POWER.search(before) else ""


def _shown(inner: str) -> str:
    """What an element shows, without the markup inside it."""
    inner = TAG.sub("", inner)
    if "&" in inner:
        from html import unescape

        inner = unescape(inner)
    return inner.strip()
