"""Infers when a document was published from what stands in it, and says what that rests on.

In order of trust: a date the document gives as its own; the sources it cites; the latest dated event it reports,
bounded by what it says is still to come; the documents beside it in the same file. Never more precise than these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.kinds.date_expression import DateExpression
from factcheck.kinds.dates import recognise
from factcheck.kinds.dates_calendar import iso_day, weekday
from factcheck.kinds.dates_tense import tense
from factcheck.kinds.resolve import alone, days
from factcheck.model import Kind, Mention
from factcheck.tokens import Tokens, tokenise
from factcheck.values import Value

Paragraph = tuple[Tokens, Sequence[Mention]]
# Lines at the top in which a document's own date stands, and words that announce it.
TOP = 8
ANNOUNCE = frozenset("published updated posted date dated issued released filed modified".split())
DASHES = frozenset("-–—")
LONGEST_CITATION = 300
# A title is one of the first lines, and no longer than this.
TITLE, LONGEST_TITLE = 2, 160
# "10:00 GMT" may follow a date that stands alone.
LONGEST_CLOCK = 14
# Words that place a document in the same year as what it reports.
YEAR_WORDS = frozenset((("this", "year"), ("next", "year"), ("last", "year"), ("this", "years")))
RECENT = frozenset(("recent", "recently", "latest"))
ONE_MONTH, ONE_YEAR = 31, 366


class Dated(NamedTuple):
    """A date with its year: first and last day, where its clause looks, and whether it dates a cited source."""

    low: int
    high: int
    tense: int
    cited: bool
    recent: bool
    text: str


def normal(text: str) -> str:
    """A date as a page states it ("3 June 2022", "2022-06-03T10:00:00Z") in EDTF; "" where it is none."""
    if days(text):
        return text
    for candidate in (text.strip()[:10], text):
        tokens = tokenise(candidate)
        found = [m for m in recognise(tokens) if m.value.low is not None]
        if found:
            return found[0].value.text
    return ""


class Inference(NamedTuple):
    """A document's date in EDTF and its basis in one sentence, both empty where nothing tells.

    firm: it rests on a date the document states, a source it cites, or a day it reports on
    """

    edtf: str = ""
    basis: str = ""
    firm: bool = False


def infer_all(documents: Sequence[Sequence[Paragraph]]) -> list[Inference]:
    """The dates of the documents of one file, each by its own words first, then by the documents beside it."""
    alone = [infer(paragraphs) for paragraphs in documents]
    firm = [inference.edtf if inference.firm else "" for inference in alone]
    return [
        inference if inference.firm else infer(paragraphs, siblings=firm)
        for inference, paragraphs in zip(alone, documents, strict=True)
    ]


def infer(paragraphs: Sequence[Paragraph], siblings: Sequence[str] = ()) -> Inference:
    """The date of one document. `siblings`: the firm dates of the other documents of the same file."""
    own = _own(paragraphs[:TOP])
    if own:
        return own
    found = _dated(paragraphs)
    cited = [d for d in found if d.cited]
    past = cited or [d for d in found if d.tense <= 0 and d.high - d.low <= ONE_MONTH]
    beside = _beside(siblings)
    if not past or (beside and not cited and _outdated(max(past, key=lambda d: d.low), beside)):
        return _narrowed(_from_siblings(found, beside), paragraphs)
    latest = max(past, key=lambda d: (d.low, d.recent))
    title = _title_year(paragraphs[:TITLE])
    if title and not latest.tense and not cited and int(iso_day(latest.low)[:4]) == title + 1:
        return _narrowed(Inference(str(title), f"its title speaks of {title}"), paragraphs)
    edtf, basis = _after(latest, found, bool(cited), _same_year(paragraphs))
    if latest.low == latest.high:
        return Inference(edtf, basis, firm=True)
    return _narrowed(Inference(edtf, basis), paragraphs)


def _own(top: Sequence[Paragraph]) -> Inference | None:
    """A date that stands on a line of its own, after "Published", or in a dateline."""
    for tokens, mentions in top:
        for mention in mentions:
            if _day_with_year(mention) and _announced(tokens, mention):
                return Inference(mention.value.text, f"stated at the top: “{_words(tokens, mention)}”", firm=True)
    return None


def _announced(tokens: Tokens, mention: Mention) -> bool:
    """Whether a date is that of the document: alone on its line, announced by a word, or before a dateline's dash."""
    text, span = tokens.text, mention.span
    before, after = text[text.rfind("\n", 0, span.start) + 1 : span.start], text[span.end :].lstrip(" ).")
    words = {word.strip(":,.|").lower() for word in before.split()}
    alone = not words and len(after.partition("\n")[0]) < LONGEST_CLOCK
    return alone or bool(words & ANNOUNCE and len(words) < 8) or (len(before) < 60 and after[:1] in DASHES)


def _day_with_year(mention: Mention) -> bool:
    e = mention.expression
    return bool(mention.kind is Kind.DATE and e and e.year and e.day and not e.until)


def _dated(paragraphs: Sequence[Paragraph]) -> list[Dated]:
    """The dates whose year stands in the text."""
    years = _years(paragraphs)
    found = []
    for ordinal, (tokens, mentions) in enumerate(paragraphs):
        for mention in mentions:
            value, e = mention.value, mention.expression
            if e and e.weekday and e.day and e.month and not e.year:
                value = _by_weekday(e, years) or value
            if mention.kind is Kind.DATE and e and not e.shift and value.low is not None and value.high is not None:
                cited = ordinal > 1 and _day_with_year(mention) and _cites(tokens, mention)
                place = tense(tokens, mention.span)
                recent = not RECENT.isdisjoint(tokens.lower)
                words = _words(tokens, mention)
                found.append(Dated(int(value.low), int(value.high), place, cited, recent, words))
    return found


def _years(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The years that stand in the text."""
    expressions = (mention.expression for _, mentions in paragraphs for mention in mentions)
    return frozenset(int(e.year) for e in expressions if e and e.year.isdecimal())


def _by_weekday(e: DateExpression, years: frozenset[int]) -> Value | None:
    """A day in the one year named in the text in which its weekday fits."""
    fits = [alone(replace(e, year=f"{year:04}")) for year in years]
    fits = [value for value in fits if value.low is not None and weekday(int(value.low)) == e.weekday]
    return fits[0] if len(fits) == 1 else None


def _narrowed(inference: Inference, paragraphs: Sequence[Paragraph]) -> Inference:
    """A date known to the year, between the dates without a year that the text looks back on and ahead to."""
    span = days(inference.edtf)
    if not span or iso_day(span[0])[:4] != iso_day(span[1])[:4] or span[1] - span[0] <= ONE_MONTH:
        return inference
    low, high = span
    for tokens, mentions in paragraphs:
        for mention in mentions:
            e = mention.expression
            if not e or e.year or e.shift or e.turn or e.until or not e.month:
                continue
            value, side = alone(replace(e, year=iso_day(low)[:4])), tense(tokens, mention.span)
            if value.low is not None and value.high is not None and side:
                low = max(low, int(value.low)) if side < 0 else low
                high = min(high, int(value.high)) if side > 0 and e.day else high
    if low > high or (low, high) == span:
        return inference
    basis = f"{inference.basis}; its dates without a year lie before or after"
    return Inference(f"{iso_day(low)}/{iso_day(high)}", basis)


def _cites(tokens: Tokens, mention: Mention) -> bool:
    """Whether a short line ends in the date, after a dash: "Agency – Headline – 8 April 2018"."""
    text = tokens.text
    begin = text.rfind("\n", 0, mention.span.start) + 1
    line = text[begin : mention.span.end]
    ends = text[mention.span.end :].lstrip(" .)\r")[:1] in ("", "\n")
    return ends and len(line) < LONGEST_CITATION and any(f" {dash}" in line or f"{dash} " in line for dash in DASHES)


def _same_year(paragraphs: Sequence[Paragraph]) -> str:
    """A phrase that ties the document to the year of what it reports, if there is one."""
    for tokens, _ in paragraphs:
        for pair in zip(tokens.lower, tokens.lower[1:], strict=False):
            if pair in YEAR_WORDS:
                return " ".join(pair)
    return ""


def _after(latest: Dated, found: Sequence[Dated], cited: bool, year_words: str) -> tuple[str, str]:
    """On or after the latest date reported, up to the first still to come."""
    what = "the latest source it cites is of" if cited else "the latest dated event it reports is of"
    first = latest.text if latest.high > latest.low else iso_day(latest.low)
    low = iso_day(latest.low)
    low = low if latest.high == latest.low else low[:7]
    ahead = min((d for d in found if d.low > latest.high and (cited or d.tense > 0)), default=None)
    if ahead and ahead.high == ahead.low and iso_day(ahead.low)[:4] == low[:4]:
        return f"{low}/{iso_day(ahead.low)}", f"{what} {first}, and {ahead.text} is still to come"
    if latest.recent and latest.high == latest.low and not cited:
        return low[:7], f"{what} {first}, in words that call it recent"
    if year_words:
        end = "12-31" if len(low) == len("2022-06-05") else "12"
        return f"{low}/{low[:4]}-{end}", f"{what} {first}, and “{year_words}” keeps it in that year"
    return f"{low}/..", f"{what} {first}; nothing in the text says how long after"


def _beside(siblings: Sequence[str]) -> tuple[int, int] | None:
    """The days between which the documents of the same file lie, where they are of one year."""
    spans = [span for span in map(days, siblings) if span]
    if not spans:
        return None
    low, high = min(s[0] for s in spans), max(s[1] for s in spans)
    return (low, high) if iso_day(low)[:4] == iso_day(high)[:4] else None


def _outdated(latest: Dated, beside: tuple[int, int]) -> bool:
    """Whether the latest event is of a month, and of a year before all the other documents."""
    return latest.high > latest.low and iso_day(latest.high)[:4] < iso_day(beside[0])[:4]


def _title_year(top: Sequence[Paragraph]) -> int | None:
    """The one year that a title names, in a line without a full stop."""
    lines = [(t, m) for t, m in top if len(t.text) < LONGEST_TITLE and not t.text.rstrip().endswith((".", ":"))]
    years = _years(lines)
    return next(iter(years)) if len(years) == 1 else None


def _from_siblings(found: Sequence[Dated], beside: tuple[int, int] | None) -> Inference:
    """The year of the other documents, unless this one reports on a later year."""
    if not beside:
        return Inference()
    year = iso_day(beside[0])[:4]
    if any(iso_day(d.low)[:4] > year and d.tense <= 0 for d in found if d.high - d.low <= ONE_YEAR):
        return Inference()
    return Inference(year, f"no date of its own; the other documents of the file are of {year}")


def _words(tokens: Tokens, mention: Mention) -> str:
    return tokens.text[mention.span.start : mention.span.end]
