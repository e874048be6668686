"""Between which days a document was published, by what it looks back on, what is to come, and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.dates.calendar import Days, iso_day
from factcheck.dates.resolve import days, resolve
from factcheck.dates.tense import tense
from factcheck.extract.published.evidence import Dated, Paragraph
from factcheck.lean.record import NamedTuple

ONE_MONTH, ONE_YEAR = 31, 366


class Inference(NamedTuple):
    """A document's date in EDTF and its basis in one sentence, both empty where nothing tells.

    firm: it rests on a date the document states, a source it cites, or a day it reports on
    """

    edtf: str = ""
    basis: str = ""
    firm: bool = False


def after(latest: Dated, found: Sequence[Dated], cited: bool, year_words: str) -> Inference:
    """On or after the latest date reported, up to the first still to come."""
    what = "the latest source it cites is of" if cited else "the latest dated event it reports is of"
    firm = latest.high == latest.low
    first = latest.text if latest.high > latest.low else iso_day(latest.low)
    low = iso_day(latest.low)
    low = low if firm else low[:7]
    ahead = min((d for d in found if d.low > latest.high and (cited or d.tense > 0)), default=None)
    if ahead and ahead.high == ahead.low and iso_day(ahead.low)[:4] == low[:4]:
        return Inference(f"{low}/{iso_day(ahead.low)}", f"{what} {first}, and {ahead.text} is still to come", firm)
    if latest.recent and firm and not cited:
        return Inference(low[:7], f"{what} {first}, in words that call it recent", firm)
    if year_words:
        end = "12-31" if len(low) == len("2022-06-05") else "12"
        return Inference(f"{low}/{low[:4]}-{end}", f"{what} {first}, and “{year_words}” keeps it in that year", firm)
    return Inference(f"{low}/..", f"{what} {first}; nothing in the text says how long after", firm)


def narrowed(inference: Inference, paragraphs: Sequence[Paragraph]) -> Inference:
    """A date known to the year, between the dates without a year that the text looks back on and ahead to."""
    span = days(inference.edtf)
    if not span or _year(span[0]) != _year(span[1]) or span[1] - span[0] <= ONE_MONTH:
        return inference
    low, high = span
    final = resolve(paragraphs, inference.edtf)
    for (tokens, _), mentions in zip(paragraphs, final, strict=True):
        for mention in mentions:
            e = mention.expression
            if not e or e.year or e.shift or e.turn or e.until or not e.month:
                continue
            value, side = mention.value, tense(tokens, mention.span)
            if value.low is not None and value.high is not None and side:
                low = max(low, int(value.low)) if side < 0 else low
                high = min(high, int(value.high)) if side > 0 and e.day else high
    if low > high or (low, high) == span:
        return inference
    basis = f"{inference.basis}; its dates without a year lie before or after"
    return Inference(f"{iso_day(low)}/{iso_day(high)}", basis)


def beside(siblings: Sequence[str]) -> Days | None:
    """The days between which the documents of the same file lie, where they are of one year."""
    spans = [span for span in map(days, siblings) if span]
    if not spans:
        return None
    low, high = min(s[0] for s in spans), max(s[1] for s in spans)
    return (low, high) if _year(low) == _year(high) else None


def outdated(latest: Dated, neighbours: Days) -> bool:
    """Whether the latest event is of a month, and of a year before all the other documents."""
    return latest.high > latest.low and _year(latest.high) < _year(neighbours[0])


def from_siblings(found: Sequence[Dated], neighbours: Days | None) -> Inference:
    """The year of the other documents, unless this one reports on a later year."""
    if not neighbours:
        return Inference()
    year = _year(neighbours[0])
    if any(_year(d.low) > year and d.tense <= 0 for d in found if d.high - d.low <= ONE_YEAR):
        return Inference()
    return Inference(year, f"no date of its own; the other documents of the file are of {year}")


def _year(day: int) -> str:
    return iso_day(day)[:4]
