"""What a figure says and when it holds: what parts most figures of two documents, before their words are weighed."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lean.record import NamedTuple
from factcheck.match.passage_words import Words
from factcheck.match.roles import bounded, is_former
from factcheck.match.scope_years import set_apart, years
from factcheck.match.stretch import Moment
from factcheck.match.surroundings import Times
from factcheck.match.when import moment
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim
from factcheck.values import Value

# So near behind a figure stands the date that is its own, with no other figure between.
BEHIND = 8


class Glimpse(NamedTuple):
    """A figure with the part of its context that asks for no other word; the fields are those of `Context`."""

    claim: StoredClaim
    value: Value
    years: frozenset[int]
    certain: bool
    moment: Moment | None

    @property
    def kind(self) -> Kind:
        return self.claim.claim.kind


def glimpse(stored: StoredClaim, times: Times) -> Glimpse:
    """What one figure of a passage says, and when it holds."""
    words, around = times.words, times.around
    dates = [o for o in times.dates if o is not stored and not set_apart(o, stored, words.words)]
    named, certain = years(stored, dates, times.titled, around.years_before, around.published)
    value = bounded(stored.claim.value, words, stored.first_token, stored.claim.kind)
    return Glimpse(stored, value, named, certain, _moment(stored, dates, times))


def _moment(stored: StoredClaim, dates: Sequence[StoredClaim], times: Times) -> Moment | None:
    """When a figure holds; a dateline says when the text was written, and dates no figure of it."""
    words, around = times.words, times.around
    telling = [date for date in dates if date not in times.datelines and not _is_of_former(date, stored, times)]
    found = moment(
        stored,
        telling,
        times.counts,
        words.borders,
        words.lower,
        around.dates_before,
        times.titled,
        around.published,
        [date for date in around.row if date.claim.kind is Kind.DATE],
    )
    # "Fell to 3 in May from 4": that was not in May.
    return None if found and is_former(stored.claim) and not _follows(found, stored, words) else found


def _is_of_former(date: StoredClaim, stored: StoredClaim, times: Times) -> bool:
    """Whether a date stands right behind another figure and tells when that was: "from 4 a year earlier"."""
    before = [
        f for f in times.figures if 0 < date.first_token - f.last_token <= BEHIND and f.claim.kind is not Kind.DATE
    ]
    nearest = max(before, key=lambda figure: figure.last_token, default=None)
    return nearest is not None and nearest is not stored and is_former(nearest.claim)


def _follows(moment: Moment, stored: StoredClaim, words: Words) -> bool:
    """Whether the date that tells when a figure holds stands behind it in its clause."""
    return moment.by > stored.last_token and words.borders[moment.by] == words.borders[stored.last_token]
