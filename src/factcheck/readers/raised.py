"""Tells a raised footnote marker from a raised power or ordinal ending, in `<sup>` as HTML and Markdown write it."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.readers.noise import POWER

# <sup>5</sup>, <sup id="r1"><a href="#n1">[1]</a></sup>: a raised run of digits or reference signs.
RAISED = re.compile(
    r"<sup(?:\s[^<>]*)?>\s*(?:<a(?:\s[^<>]*)?>)?\s*(?P<mark>[\[(]?(?:[\d,–-]{1,9}|[*†‡§¶]{1,3}|[a-z])[\])]?)\s*(?:</a>)?\s*</sup>",
    re.IGNORECASE,
)
SUPERSCRIPTS = str.maketrans("0123456789-–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")


class Raised(NamedTuple):
    """Where a raised element ends and what its reader takes in: nothing for a marker, a raised digit for a power."""

    end: int
    text: str


def raised(text: str, at: int) -> Raised | None:
    """The raised marker or power that opens at an offset; None for any other element."""
    if text[at : at + 4].lower() != "<sup":
        return None
    found = RAISED.match(text, at)
    if found is None:
        return None
    power = found["mark"].isdigit() and POWER.search(text, max(0, at - 8), at)
    return Raised(found.end(), found["mark"].translate(SUPERSCRIPTS) if power else "")
