"""Finds dates that cannot be: a weekday that does not fit, an event later than the report of it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.conflicts.likeness import Likeness
from factcheck.conflicts.subject import subject_before
from factcheck.dates.calendar import WORD, weekday, weekdays_in
from factcheck.extract.frame import is_event
from factcheck.lean import regex as re
from factcheck.lexicon import weekdays as days_of_week
from factcheck.match.alone import One
from factcheck.model import Claim, Kind
from factcheck.store.protocol import StoredClaim
from factcheck.values import Sort

YEAR = re.compile(r"\d{4}")
# The line of a list of sources: "Publisher – Headline – (date)", with any dash.
REFERENCE = re.compile(r"[^–—]{2,60} [–—-] .{10,} [–—-] ")
# A report that is older than its event by more than this is about another event.
DAYS = 10
# How alike the headline of a report and the sentence about its event are at the least.
ALIKE = 0.3


def weekdays(one: One) -> Iterator[Disagreement]:
    """The dates of a document that name a weekday and a year, and fall on another day."""
    for figure in one.claims:
        claim = figure.claim
        if claim.kind is Kind.DATE and _is_day(figure) and YEAR.search(claim.text):
            named = {place for _, place in weekdays_in(claim.text)}
            falls = weekday(int(claim.value.low or 1))
            if named and falls not in named:
                note = f"{claim.value.text} is a {days_of_week()[falls - 1]}"
                yield Disagreement(figure, figure, Fact(Kind.DATE, claim.subject, claim.measure), Reason.WEEKDAY, note)


def too_late(one: One, likeness: Likeness) -> Iterator[Disagreement]:
    """The events of a document dated after a report of them that it lists among its sources."""
    days = [c for c in one.claims if c.claim.kind is Kind.DATE and _is_day(c) and not c.claim.value.bound]
    reports = [figure for figure in days if _is_reference(figure)]
    for event in days if reports else ():
        if not _is_reference(event):
            yield from (_late(event, report) for report in reports if _reports(report, event, likeness))


def _late(event: StoredClaim, report: StoredClaim) -> Disagreement:
    note = f"reported on {report.claim.value.text}, dated {event.claim.value.text}"
    return Disagreement(event, report, Fact(Kind.DATE, *_what(event.claim)), Reason.TOO_LATE, note)


def _what(claim: Claim) -> tuple[str, str]:
    """Who did what, or to whom it was done, by the first verb after the date; else as the claim was framed."""
    verb = next((w for w in WORD.finditer(claim.sentence, claim.mark.end) if is_event(w[0].lower())), None)
    subject = subject_before(claim.sentence[: verb.start()], claim.subject) if verb else ""
    return (subject, verb[0]) if verb and subject else (claim.subject, claim.measure)


def _reports(report: StoredClaim, event: StoredClaim, likeness: Likeness) -> bool:
    """Whether a listed source is older than the event, and about it."""
    late = (event.claim.value.low or 0) - (report.claim.value.high or 0)
    return 0 < late <= DAYS and likeness.alike(report, event).cosine >= ALIKE


def _is_reference(figure: StoredClaim) -> bool:
    claim = figure.claim
    ends = not claim.sentence[claim.mark.end :].strip(" .")
    return ends and REFERENCE.fullmatch(claim.sentence[: claim.mark.start]) is not None


def _is_day(figure: StoredClaim) -> bool:
    value = figure.claim.value
    return value.sort is Sort.DATE and value.low is not None and value.low == value.high
