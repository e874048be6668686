"""Recognises the lines by which an article says who wrote and published it, and that it ends."""

from __future__ import annotations

from functools import cache

from factcheck.lean import regex as re
from factcheck.lexicon import table
from factcheck.readers.shape import is_headline, is_title

LONGEST_NAME = 7
# "This article first appeared in The Courier." and its like, the last line of an article.
FIRST_APPEARED = re.compile(
    r"\b(?:article|story|piece|report|op-ed|opinion|commentary|column|interview|post|version)\b[^.\n]{0,20}?\s"
    r"(?:(?:first|originally)\s(?:appeared|published|ran|posted|printed)"
    r"|(?:appeared|published|ran|posted|printed)\s(?:first|originally))\s(?:in|on|by|at)\s"
    r"(?P<where>[^\n]{2,80}?)(?:\son\s(?:[A-Z]\w+,?\s)?\d[^\n]*)?[.\s]*\Z"
)
# "Harbour Watch Reporter, Europe": whom the writer named on the line before works for.
STAFF = re.compile(
    r"(?P<where>[^\W\d_][^\n]{1,60}?)\s(?:Staff\s|Senior\s|Chief\s)?"
    r"(?:Reporter|Correspondent|Writer|Contributor|Editor|Columnist)\b"
)
# "Wire – Headline – 8 April 2018": a source that an article lists at its end.
LISTED_SOURCE = re.compile(r"[^\n–—]+?\s[–—-]\s[^\n]+\s[–—-]\s[^\n–—]*\b(?:19|20)\d\d\s*\Z")
# "-30-", "ENDS", "For more information, please see:", "Media contact: …" close a report.
CLOSING = re.compile(
    r"(?:-\s?30\s?-|ends?|(?:for (?:more|further) information|media contact|contact|click here)\b.*)\Z",
    re.IGNORECASE | re.DOTALL,
)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("mastheads"))


def is_masthead(line: str) -> bool:
    """Whether a line could name a publisher: few words, in capitals, and one of them such as "Press" or "Council"."""
    words = line.split()
    if not is_title(line) or len(words) > LONGEST_NAME:
        return False
    named = any(word.lower().strip("().,&") in _nouns() for word in words)
    return named and all(not word[0].islower() or len(word) <= 3 for word in words)


def opens_with_masthead(first: str, second: str) -> bool:
    """Whether the first line of a text names who publishes it, and the second is its title."""
    return is_masthead(first) and is_headline(second) and len(second) > len(first) and not is_masthead(second)


def employer(line: str) -> str:
    """Whom the line under a byline says the writer works for."""
    found = STAFF.match(line)
    return found["where"] if found and is_title(line) else ""


def first_appeared(line: str) -> str:
    """Where the last line of an article says that it appeared first."""
    found = FIRST_APPEARED.search(line)
    return found["where"] if found else ""


def is_closing(text: str) -> bool:
    """Whether a paragraph is one that stands at the end of an article."""
    text = text.strip()
    return bool(first_appeared(text) or LISTED_SOURCE.match(text) or CLOSING.match(text))
