"""Makes claims of what a document says its people are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from factcheck import roles
from factcheck.extract.assemble import Found, Words, placed
from factcheck.extract.frame import About, token_range
from factcheck.extract.reading import ReadClaim
from factcheck.model import Document, Frame, Kind, Mention, Origin, Qualifier, Role, Source
from factcheck.names import Names
from factcheck.roles.attribution import Attribute, Figure
from factcheck.roles.office_phrase import Phrase
from factcheck.roles.words import fields_in
from factcheck.text import Lines, Span
from factcheck.text.tokens import Tokens
from factcheck.values import Sort, Value

# Two of one line stand in this order.
STATUSES = ("past", "late", "future", "shadow", "acting", "joint", "deputy")


def attributed(
    source: Source, document: Document, lines: Lines, words: Words, names: Names, mentions: Sequence[Sequence[Mention]]
) -> tuple[ReadClaim, ...]:
    """What a document says its people are, as claims in reading order. `mentions`: its figures, by passage.

    subject: who; measure: the office; unit: its sort; scope: of what body, where born, how old; `frame.place`: of which
    nation or seat; `frame.part`: the statuses; `frame.time`: when, or else the document's own
    """
    found = _found(document, words, names, mentions)
    return tuple(placed(source, document, lines, words, sorted(found, key=lambda one: (one.span, one.about.subject))))


def _found(document: Document, words: Words, names: Names, mentions: Sequence[Sequence[Mention]]) -> Iterator[Found]:
    dates = _figures(words, mentions, lambda mention: mention.kind is Kind.DATE)
    years = _figures(words, mentions, lambda mention: mention.unit == "age")
    for attribute in roles.find(words.text, names, dates, years):
        phrase = attribute.phrase
        number = bisect_right(words.firsts, phrase.first) - 1
        passage = words.passages[number].passage
        span = Span(words.text.starts[phrase.first], words.text.ends[phrase.last]).shift(document.span.start)
        if passage.role is Role.ASIDE or not passage.span.covers(span):
            continue
        text = _words(words.text, phrase.first, phrase.last)
        value = Value(_value(phrase, text), Sort.TEXT, None, None)
        about = About(attribute.bearer, phrase.office.title, phrase.body)
        frame = _frame(attribute, text, document)
        yield Found(span, Kind.ROLE, value, phrase.office.sort, about, "", number, frame)


def _figures(
    words: Words, mentions: Sequence[Sequence[Mention]], wanted: Callable[[Mention], bool]
) -> tuple[Figure, ...]:
    """Some figures of a document by their tokens in it."""
    found: list[Figure] = []
    for number, own in enumerate(mentions):
        for mention in filter(wanted, own):
            first, last = token_range(words.tokens[number], mention.span)
            found.append(Figure(words.firsts[number] + first, words.firsts[number] + last, mention.value))
    return tuple(found)


def _frame(attribute: Attribute, text: str, document: Document) -> Frame:
    bearer, phrase, when = attribute.bearer, attribute.phrase, attribute.time
    own = Qualifier(document.published, "", Origin.DOCUMENT) if document.published else None
    return Frame(
        owner=Qualifier(bearer, bearer, Origin.CLAUSE),
        measure=Qualifier(phrase.office.title, text, Origin.CLAUSE),
        time=Qualifier(when.edtf, when.words, Origin.CLAUSE) if when else own,
        time_role=when.bound if when else "",
        place=Qualifier(phrase.place, phrase.place, Origin.CLAUSE) if phrase.place else None,
        part=" ".join(_statuses(phrase)),
    )


def _value(phrase: Phrase, words: str) -> str:
    """An office in a form that two of one meaning share: "past trade minister, Norland"."""
    of = fields_in(words, phrase.place) if phrase.office.sort == "minister" else ()
    title = " ".join([*_statuses(phrase), *sorted(of), phrase.office.title])
    return ", ".join(part for part in (title, phrase.body, phrase.place) if part)


def _statuses(phrase: Phrase) -> list[str]:
    return [status for status in STATUSES if status in phrase.statuses]


def _words(text: Tokens, first: int, last: int) -> str:
    return " ".join(text.text[text.starts[first] : text.ends[last]].split())
