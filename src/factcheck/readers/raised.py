"""Tells a raised footnote marker from a raised power or ordinal ending, in `<sup>` as HTML and Markdown write it.

A lowered figure behind a number, in `<sub>`, is told from that number's own digits.
"""

from __future__ import annotations

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.readers.noise import POWER

OPENING = re.compile(r"<(?P<name>su[pb])(?:\s[^<>]*)?>", re.IGNORECASE)
CLOSING = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("sup", "sub")}
TAG = re.compile(r"<[^<>]*>")
# A run of digits or reference signs: 5, [1], 3,4, [note 2], †, a.
MARK = re.compile(r"[\[(]?(?:[\d,\s–-]{1,9}|(?:note|n)\s?\d{1,3}|[*†‡§¶]{1,3}|[a-z])[\])]?", re.IGNORECASE)
SUPERSCRIPTS = str.maketrans("0123456789-–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
# More markup than this around a marker is none: a link to the note, with brackets and classes of their own.
LONGEST = 600


class Raised(NamedTuple):
    """Where a raised or lowered element ends and what its reader takes in: nothing for a marker, small digits else."""

    end: int
    text: str


def raised(text: str, at: int) -> Raised | None:
    """The raised marker or power, or the lowered figure, that opens at an offset; None for any other element."""
    opening = OPENING.match(text, at)
    if opening is None:
        return None
    name = opening["name"].lower()
    closing = CLOSING[name].search(text, opening.end(), opening.end() + LONGEST)
    if closing is None:
        return None
    shown, before = _shown(text[opening.end() : closing.start()]), text[max(0, at - 8) : at]
    if name == "sub":
        glued = before[-1:].isdecimal() and shown[:1].isdecimal()
        return Raised(closing.end(), f" {shown.translate(SUBSCRIPTS)}") if glued else None
    if MARK.fullmatch(shown) is None:
        return None
    return Raised(closing.end(), lifted(shown, before))


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
