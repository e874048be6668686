"""When a figure holds: a stretch of days with where it was read, from its own clause out to its document's date.

A time that clashes is a veto only if it is right. What a text does not write (a year, a day carried over from an
earlier sentence, the document's own date) is inherited, and speaks more softly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple

from factcheck.compare import date_parts
from factcheck.model import Kind, Origin, Qualifier
from factcheck.store.protocol import StoredClaim
from factcheck.values import Value, date
from factcheck.values.date import civil

# A clause border between a figure and a date counts as so many words.
BORDER = 6
# What begins with a date is not of that date: "since 7 October 4,000 have fled" is said on another day.
BEGINS = frozenset({"since", "from", "before", "after", "until", "till"})
# The role of a time counted from the one told before: "eight days later".
SHIFTED = "shifted"
# A report speaks of the day it is dated and of so many days before.
NEWS = 2
DAY, MONTH, YEAR = 1, 31, 366
# How many days the end of a month is.
LAST = 10


class Rank(IntEnum):
    """Where a time was read, the surest first."""

    CLAUSE = 0
    SENTENCE = 1
    HEADER = 2
    HEADING = 3
    EARLIER = 4
    DOCUMENT = 5


HEADERS = frozenset({Origin.ROW, Origin.COLUMN, Origin.CAPTION, Origin.LIST})


class Moment(NamedTuple):
    """Days from `low` to `high`, or a month and day of a year that is not known.

    inferred: the year was not written; by: the first token of the date that says so, where it stands in the sentence
    over: it is a length of time that ends on its last day and none of the calendar: "from 1 October to 17 February"
    """

    low: int | None
    high: int | None
    month: int | None
    day: int | None
    rank: Rank
    inferred: bool = False
    by: int = -1
    over: bool = False

    @property
    def certain(self) -> bool:
        return self.rank <= Rank.HEADER

    @property
    def width(self) -> int:
        if self.low is None or self.high is None:
            return DAY if self.day else MONTH
        return self.high - self.low + 1


class Match(NamedTuple):
    """How two moments stand to each other; at most one is above nought.

    same: they meet, the closer the finer both are, and both are written; told: so they do, but one was inherited
    clash: both are sure and do not meet; doubt: they do not meet, and one of them was inherited
    """

    same: float = 0.0
    told: float = 0.0
    clash: float = 0.0
    doubt: float = 0.0

    @property
    def meets(self) -> float:
        """How closely they meet, however either was read."""
        return self.same + self.told


SILENT = Match()


def moment(
    stored: StoredClaim,
    dates: Sequence[StoredClaim],
    figures: Sequence[int],
    borders: Sequence[int],
    words: Sequence[str],
    earlier: Iterable[Sequence[StoredClaim]],
    titled: frozenset[int],
    published: str,
) -> Moment | None:
    """When one figure holds.

    dates: the other dates of its sentence; figures: the first token of each figure that is none
    borders, words: the clause borders up to each token, and the tokens
    earlier: the dates of the sentences before, the nearest first; titled: the years of headers and headings
    """
    if stored.claim.kind is Kind.DATE:
        return of_value(stored.claim, Rank.CLAUSE)
    frame = stored.claim.frame
    if frame.time is not None and frame.time.origin in HEADERS and frame.time_role not in BEGINS:
        return _framed(frame.time, Rank.HEADER)
    if frame.time is not None and frame.time_role == SHIFTED:
        return _framed(frame.time, Rank.EARLIER)
    told = next((one for one in dates if _stands(one) and _tells_when(words, one, stored, dates)), None)
    if told:
        found = of_value(told.claim, Rank.CLAUSE)
        return found._replace(by=told.first_token) if found else None
    own = [one for one in dates if _stands(one) and not _is_another(words, one)]
    own = [one for one in own if not _leads_another(one, stored, figures, borders)]
    if own:
        nearest = min(own, key=lambda one: (_away(one, stored, borders), one.first_token))
        same_clause = borders[nearest.first_token] == borders[stored.first_token] or len(own) == 1
        found = of_value(nearest.claim, Rank.CLAUSE if same_clause else Rank.SENTENCE)
        return found._replace(by=nearest.first_token) if found else None
    if len(titled) == 1:
        (year,) = titled
        if frame.time is not None and frame.time.origin is Origin.HEADING:
            return _framed(frame.time, Rank.HEADING)
        return of_interval(date(f"{year:04}"), Rank.HEADING)
    for sentence in earlier:
        known = [one for one in sentence if _stands(one)]
        if known:
            return of_value(known[-1].claim, Rank.EARLIER) if len(known) == 1 else None
    if frame.time is not None and frame.time.origin is Origin.EARLIER and frame.time_role not in BEGINS:
        return _framed(frame.time, Rank.EARLIER)
    return of_published(published)


def _framed(time: Qualifier, rank: Rank) -> Moment | None:
    """The time that a table's or a list's headers give, or the story so far."""
    try:
        found = of_interval(date(time.value), rank)
    except ValueError:
        return None
    return found._replace(inferred=not _names_year(time.words)) if found else None


def of_published(published: str) -> Moment | None:
    """The date of a document, where it is known to a month: one that is known no better dates nothing in it."""
    if not published or ".." in published:
        return None
    try:
        found = of_interval(date(published), Rank.DOCUMENT)
    except ValueError:
        return None
    return found if found and found.width <= MONTH else None


def of_value(claim: object, rank: Rank) -> Moment | None:
    """The moment that a date names."""
    value: Value = claim.value  # type: ignore[attr-defined]
    text: str = claim.text  # type: ignore[attr-defined]
    found = of_interval(value, rank)
    return _part(found._replace(inferred=not _names_year(text)), text) if found else None


def _part(moment: Moment, text: str) -> Moment:
    """The last days of a moment that ends: "the end of March", "the end of the year"."""
    words = text.lower().split()
    if "end" not in words or moment.high is None or moment.low is None or moment.width <= LAST:
        return moment
    return moment._replace(low=moment.high - (LAST if moment.width <= MONTH else MONTH) + 1, over=False)


def _names_year(words: str) -> bool:
    """Whether a date names its year, or is written in figures alone."""
    numbers = "".join(c if c.isdigit() else " " for c in words).split()
    return any(len(digits) == 4 for digits in numbers) or not any(c.isalpha() for c in words)


def notation(moment: Moment) -> str:
    """A day or a month in EDTF, "" for what is wider or of no year."""
    if moment.low is None or moment.high is None or moment.width > MONTH:
        return ""
    year, month, day = civil(moment.low)
    if moment.width == DAY:
        return f"{year:04}-{month:02}-{day:02}"
    return f"{year:04}-{month:02}" if day == 1 and moment.width > MONTH - 4 else ""


def of_interval(value: Value, rank: Rank) -> Moment | None:
    _, month, day = date_parts(value)
    if month is None and "/" in value.plain and (value.low is None or value.high is None):
        _, month, day = date_parts(_last(value))
    if value.low is None or value.high is None:
        return Moment(None, None, month, day, rank, True) if month and not value.bound else None
    over = "/" in value.plain and value.high - value.low >= MONTH
    return Moment(int(value.low), int(value.high), month, day, rank, over=over)


def _last(value: Value) -> Value:
    """The end of a period whose year is not known."""
    end = value.plain.rpartition("/")[2]
    return date(end) if end not in ("", "..") else value


def _is_another(words: Sequence[str], one: StoredClaim) -> bool:
    """Whether a date is where something began, or when what it is compared with was: "lower than in March"."""
    before = words[max(0, one.first_token - 2) : one.first_token]
    return "than" in before or (bool(before) and before[-1] in BEGINS and "/" not in one.claim.value.plain)


def _tells_when(words: Sequence[str], one: StoredClaim, stored: StoredClaim, dates: Sequence[StoredClaim]) -> bool:
    """Whether a figure tells what a date is the date of: "from June 2004, when it was 12, to May 2006"."""
    opens = "when" in words[one.last_token + 1 : one.last_token + 3]
    between = any(one.last_token < other.first_token < stored.first_token for other in dates)
    return opens and one.last_token < stored.first_token and not between


def _leads_another(one: StoredClaim, stored: StoredClaim, figures: Sequence[int], borders: Sequence[int]) -> bool:
    """Whether a date behind a figure opens a clause with a figure of its own: "12 boats, and in May 14"."""
    if one.first_token < stored.last_token or borders[one.first_token] == borders[stored.last_token]:
        return False
    border = borders[one.last_token]
    return any(first > one.last_token and borders[first] == border for first in figures)


def _stands(one: StoredClaim) -> bool:
    value = one.claim.value
    return value.plain != "?" and not value.bound


def _away(one: StoredClaim, stored: StoredClaim, borders: Sequence[int]) -> int:
    return abs(one.first_token - stored.first_token) + BORDER * abs(
        borders[one.first_token] - borders[stored.first_token]
    )


def match(draft: Moment | None, source: Moment | None) -> Match:
    """How a draft's figure and a source's stand to each other in time."""
    if draft is None or source is None:
        return SILENT
    sure = draft.certain and source.certain
    draft, source = _ended(draft, source), _ended(source, draft)
    close = _closeness(draft, source) if _meets(draft, source) else 0.0
    if not close and _by_year_alone(draft, source):
        close = 0.5 * _closeness(draft, source)
    if close:
        return Match(same=close) if sure else Match(told=close)
    if _may_be_reported(draft, source) or _may_be_reported(source, draft):
        return SILENT
    return Match(clash=1.0) if sure else Match(doubt=1.0 if Rank.EARLIER not in (draft.rank, source.rank) else 0.5)


def _ended(one: Moment, other: Moment) -> Moment:
    """A length of time, against a day or month, as the day it ends on: what was counted till then is of that day."""
    return one._replace(low=one.high) if one.over and (other.over or other.width <= MONTH) else one


def precision(one: Moment) -> float:
    """How close a match with a moment as fine as this can be."""
    return _closeness(one, one)


def _closeness(draft: Moment, source: Moment) -> float:
    width = max(draft.width, source.width)
    return 1.0 if width <= DAY else 0.6 if width <= MONTH else 0.3 if width <= YEAR else 0.1


def _meets(one: Moment, other: Moment) -> bool:
    if one.low is not None and one.high is not None and other.low is not None and other.high is not None:
        return one.low <= other.high and other.low <= one.high
    if one.low is None and other.low is None:
        return one.month == other.month and (one.day == other.day or None in (one.day, other.day))
    unknown, known = (one, other) if one.low is None else (other, one)
    assert known.low is not None
    assert known.high is not None
    if known.width >= YEAR - 1:
        return True
    (_, first, first_day), (_, last, last_day) = civil(known.low), civil(known.high)
    month, day = unknown.month or 0, unknown.day
    if day is None:
        return first <= month <= last if first <= last else month >= first or month <= last
    start, end, here = (first, first_day), (last, last_day), (month, day)
    return start <= here <= end if start <= end else here >= start or here <= end


def _may_be_reported(event: Moment, report: Moment) -> bool:
    """Whether an event may be what a report of a day or two later, which says no other date, speaks of."""
    if report.rank is not Rank.DOCUMENT or report.low is None or event.low is None or event.high is None:
        return False
    return event.low - NEWS <= report.low and report.low - NEWS <= event.high <= (report.high or report.low)


def _by_year_alone(one: Moment, other: Moment) -> bool:
    """Whether two dates would meet if the year that one of them does not write were another."""
    if not (one.inferred or other.inferred) or None in (one.month, other.month):
        return False
    return one.month == other.month and (one.day == other.day or None in (one.day, other.day))
