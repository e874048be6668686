"""A stretch of days with where it was read, from a figure's own clause out to its document's date.

What a text does not write (a year, a day carried over from an earlier sentence, the document's own date) is inherited,
and speaks more softly.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from factcheck.compare import date_parts
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Claim, Qualifier
from factcheck.values import UNKNOWN, Value, date
from factcheck.values.date import civil

# How many days a date of that precision can take up.
DAY, MONTH, YEAR = 1, 31, 366
# A report speaks of the day it is dated and of so many days before.
NEWS = 2
# What is counted in years from a date that is told is of another year than that, whichever that is.
YEARS_OFF = re.compile(r"\byears? (?:ago|earlier|later|before|after)\b", re.IGNORECASE)
# "The end of March" is its last third, as is said of the early, middle and late days of a month.
LAST = 10


class Rank(IntEnum):
    """Where a time was read, the surest first."""

    CLAUSE = 0
    SENTENCE = 1
    HEADER = 2
    HEADING = 3
    EARLIER = 4
    DOCUMENT = 5


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


def framed(time: Qualifier, rank: Rank) -> Moment | None:
    """The time that a table's or a list's headers give, or the story so far."""
    try:
        found = of_interval(date(time.value), rank)
    except ValueError:
        return None
    return found._replace(inferred=not _names_year(time.words)) if found else None


@lru_cache(maxsize=1024)
def of_published(published: str) -> Moment | None:
    """The date of a document, where it is known to a month: one that is known no better dates nothing in it."""
    if not published or ".." in published:
        return None
    try:
        found = of_interval(date(published), Rank.DOCUMENT)
    except ValueError:
        return None
    return found if found and found.width <= MONTH else None


def headed(time: Qualifier, published: Moment | None) -> Moment | None:
    """The time that a heading tells; a day, up to that of a report that comes out right after it, for what that says is
    the latest that is known on both."""
    told = framed(time, Rank.HEADING)
    if told is None or told.high is None or told.width > DAY or published is None or published.high is None:
        return told
    return told._replace(high=published.high) if 0 < published.high - told.high <= NEWS else told


def of_value(claim: Claim, rank: Rank) -> Moment | None:
    """The moment that a date names."""
    found = of_interval(claim.value, rank)
    inferred = not _names_year(claim.text) and YEARS_OFF.search(claim.text) is None
    return _part(found._replace(inferred=inferred), claim.text) if found else None


def _part(moment: Moment, text: str) -> Moment:
    """The last days of a moment that ends: "the end of March", "the end of the year"."""
    words = text.lower().split()
    if "end" not in words or moment.high is None or moment.low is None:
        return moment
    last = range(moment.low, moment.high + 1)[-(LAST if moment.width <= MONTH else MONTH) :]
    return moment._replace(low=last[0], over=False)


@lru_cache(maxsize=4096)
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
    """The moment of a date's value; None where it names neither days nor a month."""
    if value.low is None or value.high is None:
        _, month, day = date_parts(_last(value))
        return Moment(None, None, month, day, rank, True) if month and not value.bound else None
    _, month, day = date_parts(value)
    over = "/" in value.plain and value.high - value.low >= MONTH
    return Moment(int(value.low), int(value.high), month, day, rank, over=over)


def _last(value: Value) -> Value:
    """A date whose year is not known; the end of a period."""
    end = value.plain.rpartition("/")[2]
    return date(end) if end not in ("", "..", UNKNOWN.plain) else value
