"""Finds the dates of a text: one pass over its tokens, a small grammar where a word could begin a date."""

from __future__ import annotations

from itertools import compress, count

from factcheck.dates.join import EXPECTING, IS_EXPECTED, READERS, cluster
from factcheck.dates.numeric import numeric, weekday_numeric
from factcheck.dates.periods import extend
from factcheck.dates.pieces import CUES, Dated, before
from factcheck.dates.relative import ago
from factcheck.dates.resolve import alone
from factcheck.dates.stand import LISTS, stands
from factcheck.dates.tense import SIDES
from factcheck.dates.years import MONEY
from factcheck.lean import Memo
from factcheck.lean.record import replace
from factcheck.model import Kind, Mention
from factcheck.text import Span
from factcheck.text.tokens import Tokens, is_figure
from factcheck.values.date_expression import DateExpression

# How many members of a list are read to find the year they share.
LONGEST_LIST = 6
# "They talked about 2019" is of that year, and not of one near it.
SPEAKING = SIDES["speaking"]
TRIGGERS = frozenset(READERS) | {"ago", "back"}


def recognise(tokens: Tokens) -> tuple[Mention, ...]:
    """All dates of a text, in order. A date that waits for its document carries its `expression`."""
    found: list[Mention] = []
    edge, lower, last = 0, tokens.lower, len(tokens) - 1
    for i in compress(count(), map(_MAY_BEGIN.__getitem__, lower)):
        if i >= edge and (lower[i] not in EXPECTING or (i < last and IS_EXPECTED[lower[i + 1]])):
            hit = _at(tokens, i, edge)
            if hit:
                start, edge, expression = hit
                span = Span(tokens.starts[start], _end(tokens, edge - 1, expression))
                found.append(Mention(Kind.DATE, span, alone(expression), expression=expression))
    return tuple(found)


def _may_begin(word: str) -> bool:
    """Whether a folded word may begin a date."""
    return word in TRIGGERS or word[0].isdecimal() or (word[-2:] == "'s" and word[:-2] in TRIGGERS)


# It is asked of every word of every text.
_MAY_BEGIN = Memo(_may_begin, 1 << 15)


def _end(tokens: Tokens, i: int, expression: DateExpression) -> int:
    """Where a date ends whose last token this is: before the mark of the possessive, unless a holiday's name has it."""
    possessive = tokens.lower[i].endswith("'s") and not expression.holiday
    return tokens.ends[i] - 2 * possessive


def _at(tokens: Tokens, i: int, edge: int) -> Dated | None:
    """The date that begins at a token, or ends there where the word is "ago", as tokens and what it states."""
    if tokens.lower[i] in ("ago", "back"):
        past = ago(tokens, i)
        return (past.start, past.end, past.expression) if past and past.start >= edge else None
    single = _single(tokens, i)
    if not single:
        return None
    period = extend(tokens, single, _single)
    return _about(tokens, period if period is not single else _with_shared_year(tokens, single), edge)


def _about(tokens: Tokens, dated: Dated, edge: int) -> Dated:
    """A year with the word before it that makes it a rough one: "c. 1530", "around 1530"."""
    start, end, expression = dated
    at = start - 1 - (before(tokens, start) == "." and tokens.lower[start - 2 : start - 1] != ())
    if set(expression.stated()) != {"year"} or at < edge or tokens.lower[at] not in CUES["rough"]:
        return dated
    if before(tokens, at).startswith(SPEAKING):
        return dated
    return at, end, replace(expression, bound="~")


def _with_shared_year(tokens: Tokens, dated: Dated) -> Dated:
    """A day or month with the year that a list of them states once, at its end: "in May, June and July 2021"."""
    start, end, first = dated
    last = dated
    for _ in range(LONGEST_LIST):
        expression = last[2]
        if not expression.month or expression.shift or expression.turn:
            break
        if expression.year:
            later = not first.year and (expression.month, expression.day) > (first.month, first.day)
            return (start, end, replace(first, year=expression.year)) if later else dated
        member = _member_after(tokens, last[1])
        if not member:
            break
        last = member
    return dated


def _member_after(tokens: Tokens, i: int) -> Dated | None:
    """The next member of a list of dates, after a comma or conjunction."""
    if i + 1 >= len(tokens) or tokens.lower[i] not in LISTS:
        return None
    at = i + 1 + (tokens.lower[i] == "," and tokens.lower[i + 1] in LISTS)
    return _single(tokens, at) if at < len(tokens) else None


def _single(tokens: Tokens, i: int) -> Dated | None:
    """One date that begins at a token, without the end of a range."""
    if is_figure(tokens.words[i]):
        if digits := numeric(tokens, i):
            return digits
        if i and tokens.words[i - 1] in MONEY:
            return None
    elif named := weekday_numeric(tokens, i):
        return named
    pieces = cluster(tokens, i)
    while pieces and not stands(tokens, pieces):
        pieces = pieces[:-1]
    if not pieces:
        return None
    whole = pieces[0].expression
    for piece in pieces[1:]:
        whole = whole.joined(piece.expression) or whole
    return pieces[0].start, pieces[-1].end, whole
