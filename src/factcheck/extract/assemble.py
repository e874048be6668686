"""Makes claims of a document's figures and quotations: framed, credited to a speaker, placed in the file, named."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from factcheck.extract.frame import About, about, token_range
from factcheck.extract.frames import Story, frames
from factcheck.extract.reading import ReadClaim, ReadPassage
from factcheck.lean.record import NamedTuple
from factcheck.model import Claim, Document, Frame, Kind, Mention, Passage, Quotation, Role, Source
from factcheck.names import Names
from factcheck.quotes import speech
from factcheck.text import Lines, Span
from factcheck.text.tokens import Tokens
from factcheck.values import NO_VALUE, Value

# Quotations nest: this many may begin before a figure and hold it.
DEEPEST_NESTING = 4
SILENT = About("", "", "")


class Words(NamedTuple):
    """The words of a document, passage by passage: each one's tokens, and its first token in `text`, the whole."""

    passages: Sequence[ReadPassage]
    tokens: Sequence[Tokens]
    firsts: Sequence[int]
    text: Tokens


class Credit(NamedTuple):
    """Words of the visible text that somebody is credited with."""

    span: Span
    speaker: str


class Found(NamedTuple):
    """A figure or quotation on its way to a claim; `span` is in the visible text of the file."""

    span: Span
    kind: Kind
    value: Value
    unit: str
    about: About
    speaker: str
    passage: int
    frame: Frame = Frame()
    speaker_words: str = ""


def assemble(
    source: Source,
    document: Document,
    lines: Lines,
    words: Words,
    mentions: Sequence[Sequence[Mention]],
    quotations: Sequence[Quotation],
    names: Names,
) -> tuple[ReadClaim, ...]:
    """All claims of a document in reading order. `mentions` are given by passage, in offsets of the passage."""
    credits = sorted(Credit(quotation.span, quotation.speaker) for quotation in quotations)
    found = [*_figures(words, mentions, credits, names, document), *_quotations(words, quotations)]
    found.sort(key=lambda one: (one.span, one.kind))
    return tuple(placed(source, document, lines, words, found))


def _figures(
    words: Words,
    mentions: Sequence[Sequence[Mention]],
    credits: Sequence[Credit],
    names: Names,
    document: Document,
) -> Iterator[Found]:
    story = Story(*words, mentions, names)
    for number, own in enumerate(mentions):
        if not own:
            continue
        passage, tokens = words.passages[number], words.tokens[number]
        first = words.firsts[number]
        setting = story.setting(number)
        indirect = speech.credits(words.text, names, first, first + len(tokens))
        for figure, frame in zip(setting.figures, frames(story, number, document), strict=True):
            mention = figure.mention
            span = mention.span.shift(passage.passage.span.start)
            speaker = _speaker(span, credits) or _reported(first + figure.first, indirect)
            told = about(figure, setting.figures, setting.actors, tokens, passage.stems, passage.passage, frame)
            yield Found(span, mention.kind, mention.value, mention.unit, told, speaker, number, frame)


def _speaker(span: Span, credits: Sequence[Credit]) -> str:
    """Who says a figure: the speaker of the closest words that hold it."""
    at = bisect_right(credits, span.start, key=lambda credit: credit.span.start)
    around = [credit for credit in credits[max(0, at - DEEPEST_NESTING) : at] if span.end <= credit.span.end]
    return min(around, key=lambda credit: credit.span.end - credit.span.start).speaker if around else ""


def _reported(token: int, stretches: Sequence[speech.Stretch]) -> str:
    """Who says a figure in indirect speech: the speaker of the closest stretch that holds it."""
    around = [stretch for stretch in stretches if stretch.first <= token < stretch.end]
    return min(around, key=lambda stretch: stretch.end - stretch.first).speaker if around else ""


def _quotations(words: Words, quotations: Sequence[Quotation]) -> Iterator[Found]:
    starts = [passage.passage.span.start for passage in words.passages]
    for quotation in quotations:
        number = max(0, bisect_right(starts, quotation.span.start) - 1)
        yield Found(
            quotation.span, Kind.QUOTE, NO_VALUE, "", SILENT, quotation.speaker, number,
            speaker_words=quotation.speaker_words,
        )  # fmt: skip


def placed(
    source: Source, document: Document, lines: Lines, words: Words, found: Sequence[Found]
) -> Iterator[ReadClaim]:
    """The claims of what was found in a document, in its order: each with its place in the file, and a name."""
    seen: Counter[tuple[Kind, str]] = Counter()
    for one in found:
        passage = words.passages[one.passage]
        start = passage.passage.span.start
        mark = Span(max(0, one.span.start - start), min(len(passage.text), one.span.end - start))
        origin = source.view.origin(one.span)
        text = source.text[origin.start : origin.end]
        seen[one.kind, text] += 1
        line, column = lines.position(origin.start)
        claim = Claim(
            claim_id(document.id, one.kind, text, seen[one.kind, text]),
            one.kind, document.id, document.path, origin, line, column, text, one.value, one.unit,
            *one.about, one.speaker, passage.text, mark, one.frame, source.place(origin.start),
            *_heads(passage.passage), passage.passage.role is Role.ASIDE,
            one.speaker_words,
        )  # fmt: skip
        yield ReadClaim(claim, one.passage, *token_range(words.tokens[one.passage], mark))


def _heads(passage: Passage) -> tuple[str, str]:
    """The heads of the row and the column that a cell stands in."""
    return (passage.lead[0], passage.lead[1]) if passage.role is Role.CELL and len(passage.lead) > 1 else ("", "")


def claim_id(document: str, kind: Kind, text: str, ordinal: int) -> str:
    """A name that a claim keeps as long as its document keeps its id and the figure its wording.

    `ordinal` tells apart equal figures of one document, counted from 1 in reading order.
    """
    return blake2b(f"{document}\0{kind}\0{text}\0{ordinal}".encode(), digest_size=6).hexdigest()
