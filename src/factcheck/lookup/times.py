"""Says how far a claim is of the time that a query names: its own, that of its sentence, or that of its document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from factcheck.lean.record import NamedTuple
from factcheck.match import meeting, stretch
from factcheck.match.context import Context
from factcheck.match.stretch import Moment, Rank
from factcheck.match.when import BEGINS
from factcheck.model import Document, Kind, Mention, Term
from factcheck.store.protocol import StoredClaim
from factcheck.text.tokens import Tokens
from factcheck.values import Value, date
from factcheck.values.date import civil

# What a day is worth that is met to the day, beside words whose weights are their rarity; a month and a year are worth
# what `when` says of how close they are.
TIME = 8.0
# How much of that counts for a time that was carried over, for one that only stands in the sentence, for that of the
# document; and against a claim that is of another time, for certain or by what was carried over.
INHERITED, BESIDE, DATED = 0.85, 0.6, 0.5
CLASH, DOUBT = -0.4, -0.2
# The date that is asked about is no answer to what happened then.
ECHO = -2.5


class Time(NamedTuple):
    """A date of a query, with its words; `begins`: since when, which is not when."""

    words: str
    moment: Moment
    begins: bool


def times(mentions: Sequence[Mention], tokens: Tokens) -> tuple[Time, ...]:
    """The dates among the mentions of a query; one without a year is of the year that stands elsewhere in it."""
    dates = [mention for mention in mentions if mention.kind is Kind.DATE]
    years = [mention.value.plain for mention in dates if mention.value.plain.isdigit()]
    return tuple(_times(dates, years[0] if len(years) == 1 else "", tokens))


def _times(dates: Iterable[Mention], year: str, tokens: Tokens) -> Iterator[Time]:
    partial = [mention for mention in dates if mention.value.plain.startswith("XXXX-")]
    for mention in dates:
        if year and partial and mention.value.plain == year:
            continue
        moment = stretch.of_interval(_in_year(mention.value, year), Rank.CLAUSE)
        if moment:
            words = tokens.text[mention.span.start : mention.span.end]
            before = [tokens.lower[at] for at in range(len(tokens)) if tokens.ends[at] <= mention.span.start]
            yield Time(words, moment, bool(before) and before[-1] in BEGINS)


def _in_year(value: Value, year: str) -> Value:
    return date(value.plain.replace("XXXX", year)) if year and "XXXX" in value.plain else value


def dated(time: Time, published: str) -> float:
    """What a time is worth to the claims of a document for the document's date alone."""
    return 0.0 if time.begins else TIME * _of_document(time, published)


def could_be(time: Time, document: Document, dates: Iterable[StoredClaim]) -> float:
    """The most that a time can be worth to a claim of a sentence with these dates, before its context is read.

    A time that is carried over from another sentence is not foreseen.
    """
    return max(dated(time, document.published) / DATED, *(TIME * same for same in _of_dates(time, dates)), 0.0)


def most(time: Time, document: Document, dates: Iterable[str]) -> float:
    """The same where the notations of the dates are all that is known."""
    close = TIME * meeting.precision(time.moment) if any(_may_meet(time.moment, own) for own in dates) else 0.0
    return max(dated(time, document.published) / DATED, close)


@lru_cache(maxsize=4096)
def _may_meet(moment: Moment, written: str) -> bool:
    """Whether a date may meet a moment by its notation: it may leave out what both have, but name nothing else."""
    if "/" in written or "X" in written:
        return True
    low, high = (civil(day) if day is not None else None for day in (moment.low, moment.high))
    years = range(low[0], high[0] + 1) if low and high else ()
    return any(f"{year:04}" in written for year in years) or bool(moment.month and f"-{moment.month:02}" in written)


def judge(time: Time, context: Context, document: Document, dates: Iterable[StoredClaim]) -> Term:
    """What one time of a query says for or against one claim; `dates` are the others of its sentence."""
    own = context.moment
    held = meeting.match(time.moment, own).meets if own and not time.begins else 0.0
    if own and held and context.kind is Kind.DATE and own.width >= time.moment.width:
        return Term("time", f"{time.words}: is the one asked about", ECHO)
    grades = (
        (held * (1.0 if own and own.certain else INHERITED), "its own"),
        (max((BESIDE * same for same in _of_dates(time, dates)), default=0.0), "in its sentence"),
        (_of_document(time, document.published), "of its document"),
    )
    best, where = max(grades, key=lambda grade: grade[0])
    if best:
        return Term("time", f"{time.words}: {where}", round(TIME * best, 3))
    against = CLASH if own and own.certain else DOUBT
    return Term("time", f"{time.words}: another", round(TIME * meeting.precision(time.moment) * against, 3))


def _of_dates(time: Time, dates: Iterable[StoredClaim]) -> Iterator[float]:
    for other in dates:
        moment = stretch.of_value(other.claim, Rank.SENTENCE)
        if moment:
            yield meeting.match(time.moment, moment).meets


def _of_document(time: Time, published: str) -> float:
    moment = _published(published)
    return DATED * meeting.match(time.moment, moment).meets if moment else 0.0


@lru_cache(maxsize=4096)
def _published(date: str) -> Moment | None:
    return stretch.of_published(date)
