"""Says which date an expression means: by itself, by the document's day, by the date named last."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.dates.calendar import Days, value_of
from factcheck.dates.settle import Clock, reported, settle
from factcheck.dates.tense import ahead, tense
from factcheck.lean import regex as re
from factcheck.lean.record import replace
from factcheck.model import Kind, Mention
from factcheck.text.tokens import Tokens
from factcheck.values import Value
from factcheck.values.date import civil, day_number, days_in_month
from factcheck.values.date_expression import DateExpression

# A date in figures with the year last: its first two figures.
# What is only compared with is no place to count from: "in 2017, the lowest since 1994, and 3 more the year before".
SINCE = ("since ", "Since ")
FIGURES = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.]\d{2,4}")


@lru_cache(maxsize=4096)
def alone(expression: DateExpression) -> Value:
    """What a date is worth without its document: as much as it states by itself."""
    return value_of(settle(expression, Clock()))


def resolve(
    paragraphs: Sequence[tuple[Tokens, Sequence[Mention]]], published: str, headed: Sequence[int | None] = ()
) -> list[tuple[Mention, ...]]:
    """The mentions of one document in reading order, each date with its final value.

    published: the document's own date in EDTF, as precise as it is known; "" where it is not.
    headed: for each paragraph that is a cell the year that its headers and headings name, or 0; None for other ones
    """
    clock = Clock(
        days(published),
        order=_order(paragraphs),
        open=published.endswith(".."),
        years=years_named(paragraphs),
        given=_given(paragraphs),
    )
    out, passed = [], 0
    for (tokens, mentions), year in zip(paragraphs, headed or (None,) * len(paragraphs), strict=True):
        passed += year is None
        if not any(mention.expression for mention in mentions):
            out.append(tuple(mentions))
            continue
        done = []
        clock = replace(clock, story=clock.story.later(passed), headed=year or 0)
        passed = 0
        end, side = 0, 0
        for mention in mentions:
            if mention.kind is Kind.DATE and mention.expression:
                now = replace(clock, tense=tense(tokens, mention.span, end, side))
                mention = replace(mention, value=value_of(settle(mention.expression, now)))
                compared = clock.named and tokens.text[: mention.span.start].endswith(SINCE)
                clock = clock if compared else _remember(clock, mention, ahead(tokens, mention.span))
                end, side = mention.span.end, _side(clock.published, mention.value) if reported(clock) else 0
            done.append(mention)
        out.append(tuple(done))
    return out


def days(edtf: str) -> Days | None:
    """First and last day of a date; a period with an open end is taken to lie in the month it begins in."""
    value = value_of(edtf)
    if value.low is None:
        return None
    low = int(value.low)
    year, month, _ = civil(low)
    return low, int(value.high) if value.high is not None else day_number(year, month, days_in_month(year, month))


def _side(published: Days | None, value: Value) -> int:
    """Whether a date lies after publication, 1, or before it, -1."""
    if not published or value.low is None or value.high is None:
        return 0
    return (value.low > published[1]) - (value.high < published[0])


def _order(paragraphs: Sequence[tuple[Tokens, Sequence[Mention]]]) -> str:
    """What a document writes first in "13/04/2021", by its dates that can be read in one way only; "" if undecided."""
    seen = set()
    for tokens, mentions in paragraphs:
        for mention in mentions:
            match = FIGURES.fullmatch(tokens.text, *mention.span)
            if match and max(int(match[1]), int(match[2])) > 12:
                seen.add("day" if int(match[1]) > 12 else "month")
    return seen.pop() if len(seen) == 1 else ""


def years_named(paragraphs: Sequence[tuple[Tokens, Sequence[Mention]]]) -> frozenset[int]:
    """The years that a document names."""
    expressions = (mention.expression for _, mentions in paragraphs for mention in mentions)
    return frozenset(int(e.year) for e in expressions if e and e.year.isdecimal())


def _given(paragraphs: Sequence[tuple[Tokens, Sequence[Mention]]]) -> dict[tuple[int, int], int]:
    """The year of each day that is written out in full; 0 for a day of several years."""
    given: dict[tuple[int, int], int] = {}
    for _, mentions in paragraphs:
        for e in (mention.expression for mention in mentions):
            if e and e.day and e.month and e.year.isdecimal():
                day, year = (e.month, e.day), int(e.year)
                given[day] = year if given.get(day, year) == year else 0
    return given


def _remember(clock: Clock, mention: Mention, is_ahead: bool) -> Clock:
    """The clock after a date was named; what is only compared with ("a year earlier") is no place to go on from."""
    e, value = mention.expression, mention.value
    if e is None or value.low is None or value.high is None:
        return clock
    if e.shift and e.shift.base != "document" and e.shift.count < 0:
        return clock
    span = int(value.low), int(value.high)
    story = clock.story.tell(e, span, ahead=is_ahead, reported=reported(clock))
    given = clock.given if reported(clock) or not e.month or e.until else {**clock.given, **_told(e, span, clock)}
    return replace(clock, named=span, story=story, given=given)


def _told(e: DateExpression, span: Days, clock: Clock) -> dict[tuple[int, int], int]:
    """The year of a month or day that was told: a story that comes back to it means the same one."""
    year = civil(span[0])[0]
    day = {(e.month, e.day): clock.given.get((e.month, e.day), year)} if e.day else {}
    return {(e.month, 0): year, **day}
