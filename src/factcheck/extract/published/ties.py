"""Dates a document by an event that it names twice: "next month's election" and "the July election"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.dates.calendar import Days, days_of, index, period
from factcheck.dates.resolve import resolve
from factcheck.extract.published.evidence import Paragraph
from factcheck.model import Mention
from factcheck.text.tokens import Tokens

UNITS = ("day", "month")
# How many words after the possessive may name the event, and how long such a word is at least.
REACH, SHORTEST = 3, 5


def tied(paragraphs: Sequence[Paragraph], edtf: str, within: Days) -> str:
    """The one day or month, inside the days it may lie in, that both names of an event agree on; "" if none is."""
    events = [event for tokens, mentions in paragraphs for event in _relative(tokens, mentions)]
    if not events:
        return ""
    final = resolve(paragraphs, edtf)
    answers = {
        period(unit, index(unit, dated[0]) - count)
        for unit, count, words in events
        for (tokens, _), mentions in zip(paragraphs, final, strict=True)
        for mention in mentions
        if (dated := _dated(tokens, mention, unit, words))
    }
    inside = [
        answer for answer in answers if (span := days_of(answer)) and within[0] <= span[1] and span[0] <= within[1]
    ]
    return inside[0] if len(answers) == len(inside) == 1 else ""


def _relative(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[tuple[str, int, frozenset[str]]]:
    """Unit, count and event of each "yesterday's …" and "next month's …"."""
    for mention in mentions:
        shift = mention.expression.shift if mention.expression else None
        possessive = tokens.text[mention.span.end : mention.span.end + 2] in ("'s", "’s")
        if shift and shift.base == "document" and shift.unit in UNITS and possessive:
            words = _words(tokens, bisect_left(tokens.starts, mention.span.end))
            if words:
                yield shift.unit, shift.count, words


def _dated(tokens: Tokens, mention: Mention, unit: str, words: frozenset[str]) -> Days | None:
    """The days of a mention as precise as the unit that dates the event: beside it, or for a day in its sentence."""
    e, value = mention.expression, mention.value
    if not e or e.shift or e.until or not e.month or bool(e.day) != (unit == "day") or value.low is None:
        return None
    near = _words(tokens, bisect_left(tokens.starts, mention.span.end)) if unit == "month" else set(tokens.lower)
    return days_of(value.text) if words & near else None


def _words(tokens: Tokens, first: int) -> frozenset[str]:
    """The words that may name an event, from a token on."""
    return frozenset(word for word in tokens.lower[first : first + REACH] if word.isalpha() and len(word) >= SHORTEST)
