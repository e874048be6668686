"""Whether the clause around a date looks back or ahead."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from factcheck.lexicon import forms, table
from factcheck.text import Span
from factcheck.text.tokens import CLAUSE_ENDS, Tokens

TENSES = {form: 1 if row["tense"] == "future" else -1 for row in table("tenses") for form in forms(row["form"])}
SIDES = {row["use"]: forms(row["words"]) for row in table("date_sides")}
# After the first a participle tells nothing ("is held"), after the second it describes ("the planned merger").
PASSIVE, DESCRIBING = frozenset(SIDES["passive"]), frozenset(SIDES["describing"])
# "Has been extended until June", "was postponed until June": the verb is past, the date ahead.
DEFERRING = frozenset(SIDES["deferring"])
REACH, LIST_ITEM, SHORT = 25, 12, 5
# "Extended through December", "until May", "to 2010" look ahead of what is told; what may stand between.
AHEAD, BETWEEN = frozenset(SIDES["leading"]), frozenset(SIDES["between"])
# "The week to 12 May" is over by then.
LASTING = frozenset(SIDES["lasting"])


def ahead(tokens: Tokens, span: Span) -> bool:
    """Whether a date is one that something lasts to or is meant for, and not when it happened."""
    at = bisect_left(tokens.starts, span.start) - 1
    while at > 0 and tokens.lower[at] in BETWEEN:
        at -= 1
    return at >= 0 and tokens.lower[at] in AHEAD and not (at and tokens.lower[at - 1] in LASTING)


def tense(tokens: Tokens, span: Span, after: int = 0, side: int = 0) -> int:
    """1 where the nearest word that tells is of the future, -1 of the past, 0 where none is near; -2 after "since".

    after, side: where the date before it in the sentence ends and on which side it lies; a list of dates goes on there.
    """
    first, last = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
    if side and _lists(tokens, bisect_left(tokens.starts, after), first):
        return side
    before = tokens.lower[max(0, first - SHORT) : first]
    if before[-1:] == ("since",) or (before[-1:] == ("in",) and _since(tokens, first)):
        return -2
    if before[-1:] == ("until",) and not DEFERRING.isdisjoint(before):
        return 1
    left, right = _nearest(tokens, range(first - 1, first - REACH, -1)), _nearest(tokens, range(last, last + REACH))
    if left and right:
        return left[1] if left[0] <= right[0] + 3 else right[1]
    return (left or right or (0, 0))[1]


def _since(tokens: Tokens, first: int) -> bool:
    """Whether "since" leads to the date without a verb between: "since its peak in June"."""
    back = range(first - 1, max(-1, first - 1 - SHORT), -1)
    since = next((i for i in back if tokens.lower[i] == "since"), None)
    return since is not None and _nearest(tokens, range(first - 1, since, -1)) is None


def _lists(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what stands between two dates is short and has no verb or sentence end that tells otherwise."""
    between = range(first, last)
    ends = any(tokens.words[i] in CLAUSE_ENDS for i in between)
    return 0 < len(between) < LIST_ITEM and not ends and not _nearest(tokens, between)


def _nearest(tokens: Tokens, places: range) -> tuple[int, int] | None:
    """Distance and tense of the first telling word on one side, within the sentence."""
    words, size = tokens.words, len(tokens.words)
    for distance, i in enumerate(places):
        if not 0 <= i < size or words[i] in CLAUSE_ENDS:
            return None
        sign = _sign(tokens, i)
        if sign:
            return distance, sign
    return None


@lru_cache(maxsize=1 << 15)
def _sign_of(word: str, following: str = "") -> int:
    """What a word tells before another, whatever stands before it."""
    sign = TENSES.get(f"{word} {following}") or TENSES.get(word)
    return sign or (-1 if word.endswith("ed") and len(word) > 4 else 1 if word.endswith("'ll") else 0)


def _sign(tokens: Tokens, i: int) -> int:
    """What a word tells, alone or with the next."""
    sign = _sign_of(*tokens.lower[i : i + 2])
    earlier = tokens.lower[i - 1] if i else ""
    return 0 if sign < 0 and (earlier in PASSIVE or earlier in DESCRIBING) else sign
