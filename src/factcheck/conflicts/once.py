"""Finds two dates for what a subject does once, be founded, be born, come to power, or a time too long for the date."""

from __future__ import annotations

from functools import cache

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.conflicts.differ import differ
from factcheck.conflicts.subject import NAME, POSSESSIVE, subject_before
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.lexicon import forms, table
from factcheck.match.alone import Alone
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim
from factcheck.values import Sort, Value, date
from factcheck.values.date import iso

# How far before its date the telling word may stand, and how far back it is looked for, in characters.
NEAR, BEFORE = 45, 60


class Told(NamedTuple):
    """A fact that its subject has once."""

    subject: str
    fact: str


def disagree(a: StoredClaim, b: StoredClaim, alone: Alone) -> Disagreement | None:
    """The disagreement of two figures that tell one such fact."""
    start, other = (_start(figure, alone.published(figure)) for figure in (a, b))
    if start is None or other is None or a.document == b.document or not differ(start, other):
        return None
    told = told_by(a)
    return Disagreement(a, b, Fact(Kind.DATE, *told), Reason.VALUE) if told else None


def _start(figure: StoredClaim, published: str) -> Value | None:
    """The date of a figure, or the latest one on which what has lasted so long can have begun.

    published: the date of its document, when a length of time was measured
    """
    value = figure.claim.value
    if value.sort is Sort.DATE:
        return value
    measured = date(published).high if published else None
    if value.low is None or measured is None:
        return None
    return date(f"<={iso((measured - value.low).to_integral_value())}")


def told_by(figure: StoredClaim) -> Told | None:
    """What a date, or a time that lasts, tells of whom, if the words before it are those of such a fact."""
    pattern = _pattern("link" if figure.claim.kind is Kind.DATE else "lasting")
    if figure.claim.kind not in (Kind.DATE, Kind.DURATION):
        return None
    before = figure.claim.sentence[: figure.claim.mark.start]
    *_, match = (None, *pattern.finditer(before, max(0, len(before) - BEFORE)))
    if match is None:
        return None
    # A bracket may hold what is told of the name before it: "Mara Lund (born 3 May 1901)".
    subject = subject_before(before[: match.start()].rstrip(" ("), figure.claim.subject) or _follower(figure)
    return Told(subject, _facts()[" ".join(match["words"].lower().split())]) if subject else None


def _follower(figure: StoredClaim) -> str:
    """The subject that comes right after: "After ruling for ten years, Mara Lund …"."""
    claim = figure.claim
    after = claim.sentence[claim.mark.end : claim.mark.end + NEAR]
    if not after.startswith(", "):
        return ""
    words = claim.subject.split()
    if words and re.search(rf"\b{re.escape(words[-1])}(?!\w)", after):
        return claim.subject
    name = NAME.match(after, 2)
    return POSSESSIVE.sub("", name[0]) if name else ""


@cache
def _facts() -> dict[str, str]:
    return {words: row["fact"] for row in table("once") for words in forms(row["words"])}


def phrases(fact: str) -> list[str]:
    """The words that tell a fact."""
    return [words for words, told in _facts().items() if told == fact]


@cache
def _pattern(link: str) -> re.Pattern[str]:
    """The telling words, if one of their links, or they themselves ("="), stand right before the figure."""
    rows = [row for row in table("once") if row[link] != "-"]
    return re.compile(rf"(?P<words>{'|'.join(_row_pattern(row, link) for row in rows)})", re.IGNORECASE)


def _row_pattern(row: dict[str, str], link: str) -> str:
    words = "|".join(map(re.escape, forms(row["words"])))
    links = "|".join(rf"[^.;:()]{{0,{NEAR}}}\b{one} $" if one != "=" else " $" for one in forms(row[link]))
    return rf"\b(?:{words})\b(?={links})"
