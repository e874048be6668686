"""Infers when a document was published from what stands in it, and says what that rests on.

In order of trust: a date the document gives as its own; the day behind the paper's name in its title; the day in the
name of its file; the sources it cites; the latest dated event it reports, bounded by what it says is still to come; the
documents beside it in the same file. Never more precise than these.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.dates import recognise
from factcheck.dates.calendar import iso_day
from factcheck.dates.resolve import days
from factcheck.extract.published.bounds import ONE_MONTH, Inference, after, beside, from_siblings, narrowed, outdated
from factcheck.extract.published.evidence import Paragraph, credited, dated, stated, title_year, year_phrase
from factcheck.extract.published.filed import filed
from factcheck.extract.published.ties import tied
from factcheck.text.tokens import tokenise

__all__ = ["Inference", "Paragraph", "infer", "infer_all", "normal"]


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


def infer_all(documents: Sequence[Sequence[Paragraph]], path: str = "") -> list[Inference]:
    """The dates of the documents of one file, each by its own words first, then by the documents beside it.

    path: the file's, whose name may give the day of its only document
    """
    named = filed(path) if len(documents) == 1 else ""
    alone = [infer(paragraphs, named=named) for paragraphs in documents]
    firm = [inference.edtf if inference.firm else "" for inference in alone]
    return [
        inference if inference.firm else infer(paragraphs, siblings=firm)
        for inference, paragraphs in zip(alone, documents, strict=True)
    ]


def infer(paragraphs: Sequence[Paragraph], siblings: Sequence[str] = (), named: str = "") -> Inference:
    """The date of one document.

    siblings: the firm dates of the other documents of the same file; named: the day in the file's name
    """
    own = stated(paragraphs)
    if own:
        return Inference(own[0], f"stated at the top: “{own[1]}”", firm=True)
    inference = _between(paragraphs, siblings)
    title = credited(paragraphs)
    if title and not _looks_past(inference.edtf, title):
        return Inference(title, "in the brackets of the title", firm=True)
    if named and not _looks_past(inference.edtf, named):
        return Inference(named, "in the name of the file", firm=True)
    span = days(inference.edtf)
    exact = tied(paragraphs, inference.edtf, span) if span else ""
    if not exact:
        return inference
    return Inference(
        exact, f"{inference.basis}; an event is named both by its date and as seen from {exact}", inference.firm
    )


def _looks_past(edtf: str, named: str) -> bool:
    """Whether a document reports on days well after the one in its file's name, which then is not its date."""
    told, day = days(edtf), days(named)
    return told is not None and day is not None and told[0] - day[1] > ONE_MONTH


def _between(paragraphs: Sequence[Paragraph], siblings: Sequence[str]) -> Inference:
    """The days between which a document that does not state its date was published."""
    found = dated(paragraphs)
    cited = [date for date in found if date.cited]
    past = cited or [date for date in found if date.tense <= 0 and date.high - date.low <= ONE_MONTH]
    latest = max(past, key=lambda date: (date.low, date.recent), default=None)
    neighbours = beside(siblings)
    if latest is None or (neighbours and not cited and outdated(latest, neighbours)):
        return narrowed(from_siblings(found, neighbours), paragraphs)
    title = title_year(paragraphs)
    if title and not latest.tense and not cited and int(iso_day(latest.low)[:4]) == title + 1:
        return narrowed(Inference(str(title), f"its title speaks of {title}"), paragraphs)
    inference = after(latest, found, bool(cited), year_phrase(paragraphs))
    return inference if inference.firm else narrowed(inference, paragraphs)
