"""Finds two dates for what a subject does once: be founded, be born, come to power."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from factcheck.conflicts.figures import pairs
from factcheck.conflicts.model import Disagreement, Fact, Reason
from factcheck.lexicon import forms, table
from factcheck.model import Kind
from factcheck.stem import FUNCTION_WORDS
from factcheck.store.protocol import StoredClaim

# How far before its date the telling word may stand, and before that its subject's name, in characters.
NEAR, BEFORE = 45, 60
# More subjects of one name and fact with different dates than this are different subjects.
CROWD = 12
# A run of words with a capital.
NAME = re.compile(r"[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’.-]*)*")
POSSESSIVE = re.compile(r"['’]s?$")
CLAUSE = re.compile(r"[.;:()\u2013\u2014]|, (?:and|but)\b")


class _Told(NamedTuple):
    subject: str
    fact: str


def once(figures: Iterable[StoredClaim]) -> Iterator[Disagreement]:
    """The disagreements about facts that a subject has once."""
    groups: dict[_Told, list[StoredClaim]] = defaultdict(list)
    for figure in figures:
        told = _told(figure) if figure.claim.kind is Kind.DATE else None
        if told:
            groups[told].append(figure)
    for told, members in groups.items():
        if 1 < len(members) <= CROWD:
            fact = Fact(Kind.DATE, told.subject, told.fact)
            yield from (Disagreement(a, b, fact, Reason.VALUE) for a, b in pairs(members))


def _told(figure: StoredClaim) -> _Told | None:
    """What a date tells of whom, if the words before it are those of such a fact."""
    before = figure.claim.sentence[: figure.claim.mark.start]
    *_, match = (None, *_pattern().finditer(before, max(0, len(before) - BEFORE)))
    if match is None:
        return None
    subject = _subject(before[: match.start()], figure.claim.subject)
    return _Told(subject, _facts()[" ".join(match["words"].lower().split())]) if subject else None


def _subject(before: str, framed: str) -> str:
    """The name that ends nearest before the telling words, in full where the document knows it by that."""
    *_, name = (None, *NAME.finditer(before, max(0, len(before) - 2 * BEFORE)))
    if name is None or CLAUSE.search(before, name.end()) or len(before) - name.end() > BEFORE:
        return ""
    words = POSSESSIVE.sub("", name[0]).split()
    if words[0].lower() in FUNCTION_WORDS:
        words = words[1:]
    if framed and words and framed.split()[-1] == words[-1]:
        return framed
    return " ".join(words)


@cache
def _facts() -> dict[str, str]:
    return {words: row["fact"] for row in table("once") for words in forms(row["words"])}


@cache
def _pattern() -> re.Pattern[str]:
    """The telling words, if one of their links stands right before the date and no clause ends between."""
    return re.compile(rf"(?P<words>{'|'.join(map(_row_pattern, table('once')))})", re.IGNORECASE)


def _row_pattern(row: dict[str, str]) -> str:
    words = "|".join(map(re.escape, forms(row["words"])))
    return rf"\b(?:{words})\b(?=[^.;:()]{{0,{NEAR}}}\b(?:{'|'.join(forms(row['link']))}) $)"
