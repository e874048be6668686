"""Recognises the figures of a paragraph: one recogniser a kind, tried in a fixed order at every numeral phrase."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from factcheck import dates
from factcheck.kinds.address import addresses
from factcheck.kinds.age import age
from factcheck.kinds.clock import clock
from factcheck.kinds.count import count
from factcheck.kinds.duration import duration_mention
from factcheck.kinds.line import Line
from factcheck.kinds.measurement import measurement
from factcheck.kinds.money import money
from factcheck.kinds.multiple import multiple
from factcheck.kinds.neighbours import joined
from factcheck.kinds.numeral_phrases import phrases
from factcheck.kinds.penalty import penalty
from factcheck.kinds.percentage import percentage
from factcheck.kinds.phrase import Phrase
from factcheck.kinds.rank import rank
from factcheck.kinds.ratio import ratio
from factcheck.kinds.reference import reference
from factcheck.kinds.scan import numerals, without
from factcheck.kinds.score import score
from factcheck.model import Mention
from factcheck.text import Span
from factcheck.text.tokens import Tokens

Recogniser = Callable[[Line, Phrase], Mention | None]

# The first that speaks decides: from the most particular surroundings to the plain count.
RECOGNISERS: tuple[Recogniser, ...] = (
    reference,
    clock,
    score,
    multiple,
    ratio,
    money,
    measurement,
    percentage,
    age,
    penalty,
    duration_mention,
    rank,
    count,
)


def recognise(tokens: Tokens) -> tuple[Mention, ...]:
    """Every figure of a paragraph, dates included, in reading order and without overlaps."""
    away = _within(tokens, addresses(tokens.text))
    if without(tokens.lower):
        # A date without a figure is found all the same, and nothing else.
        return tuple([m for m in dates.recognise(tokens) if bisect_left(tokens.starts, m.span.start) not in away])
    found = [m for m in dates.recognise(tokens) if bisect_left(tokens.starts, m.span.start) not in away]
    dated = _within(tokens, [mention.span for mention in found])
    # "20th last century": the century is a date's, and so no part of a rank.
    others = figures(Line(tokens, away | dated))
    if dated:
        others = tuple([m for m in others if dated.isdisjoint(_within(tokens, [m.span]))])
    return tuple(sorted((*found, *others), key=lambda mention: mention.span))


def figures(line: Line) -> tuple[Mention, ...]:
    """Every figure of a line but its dates, whose tokens are closed."""
    return joined(line, tuple(_figures(line)))


def _figures(line: Line) -> Iterator[Mention]:
    end = 0
    for phrase in phrases(line, tuple(numerals(line))):
        if line.starts[phrase.low.first] < end:
            continue
        mention = _read(line, phrase)
        if mention is not None and mention.span.start >= end:
            end = mention.span.end
            yield mention


def _read(line: Line, phrase: Phrase) -> Mention | None:
    """The figure that a numeral phrase is. It is asked of every phrase, hence in a plain loop."""
    for recogniser in RECOGNISERS:
        if mention := recogniser(line, phrase):
            return mention
    return None


def _within(tokens: Tokens, spans: Sequence[Span]) -> frozenset[int]:
    """The tokens inside any of some spans."""
    taken: set[int] = set()
    for span in spans:
        taken.update(range(bisect_right(tokens.ends, span.start), bisect_left(tokens.starts, span.end)))
    return frozenset(taken)
