"""Reads the words around the quotations of a paragraph: what stands outside the marks, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lean.record import NamedTuple
from factcheck.lexicon.full_stops import goes_on
from factcheck.names.inventory import Names
from factcheck.text.tokens import SENTENCE_ENDS, Tokens, is_capital

# What is longer is no sentence but a list or a table; nobody is credited across so many tokens.
LONGEST_SENTENCE = 200
# Nor does a sentence hold more quotations.
MOST_QUOTATIONS = 20
# A sentence with more quotations than this is no sentence of prose.
MOST_PIECES = 20


class Piece(NamedTuple):
    """A quotation in tokens: the first and last inside its marks; `before` and `after` bound it outside the marks."""

    first: int
    last: int
    before: int
    after: int


class Paragraph(NamedTuple):
    """The tokens of a paragraph from `first` to `end`, and its quotations in order."""

    tokens: Tokens
    names: Names
    first: int
    end: int
    pieces: Sequence[Piece]


def ends_sentence(tokens: Tokens, at: int) -> bool:
    """Whether a token ends a sentence: an end mark that belongs to no number or abbreviation, or a blank line."""
    word = tokens.words[at]
    if word not in SENTENCE_ENDS:
        return _paragraph_ends(tokens, at)
    if word != "." or at + 1 >= len(tokens):
        return True
    before, after = tokens.words[at - 1] if at else "", tokens.words[at + 1]
    glued = tokens.starts[at + 1] == tokens.ends[at] and (after.isalnum() or after in "),;:-")
    return not (glued or after[0].islower() or goes_on(before, after))


def _paragraph_ends(tokens: Tokens, at: int) -> bool:
    """Whether a blank line follows a token."""
    starts = tokens.starts
    if at + 1 >= len(starts) or starts[at + 1] - tokens.ends[at] < 2:
        return False
    return tokens.text.count("\n", tokens.ends[at], tokens.starts[at + 1]) > 1


def before(paragraph: Paragraph, place: int) -> list[int]:
    """The tokens outside quotations between the start of a quotation's sentence and the quotation, in order."""
    tokens, pieces = paragraph.tokens, paragraph.pieces
    at, inside = pieces[place].before, place - 1
    found: list[int] = []
    while at >= paragraph.first and len(found) < LONGEST_SENTENCE and place - inside < MOST_PIECES:
        if inside >= 0 and at < pieces[inside].after:
            if place - inside > MOST_QUOTATIONS:
                break
            if ends_sentence(tokens, pieces[inside].last) and _begins(tokens, pieces[inside].after):
                break
            at, inside = pieces[inside].before, inside - 1
            continue
        if ends_sentence(tokens, at):
            break
        found.append(at)
        at -= 1
    return found[::-1]


def after(paragraph: Paragraph, place: int) -> list[int]:
    """The tokens outside quotations between a quotation and the end of its sentence, in order."""
    tokens, pieces = paragraph.tokens, paragraph.pieces
    at, inside = pieces[place].after, place + 1
    found: list[int] = []
    while at < paragraph.end and len(found) < LONGEST_SENTENCE and inside - place < MOST_PIECES:
        if inside < len(pieces) and at > pieces[inside].before:
            if inside - place > MOST_QUOTATIONS:
                break
            at, inside = pieces[inside].after, inside + 1
            continue
        ended = ends_sentence(tokens, at)
        if not ended or tokens.words[at] not in SENTENCE_ENDS:
            found.append(at)
        if ended:
            break
        at += 1
    return found


def last_sentence(tokens: Tokens, first: int, end: int) -> list[int]:
    """The tokens of the last sentence in a stretch, without its end mark."""
    stop = end
    while stop > first and not tokens.words[stop - 1][0].isalnum():
        stop -= 1
    start = stop
    while start > first and stop - start < LONGEST_SENTENCE and not ends_sentence(tokens, start - 1):
        start -= 1
    while start < stop and not tokens.words[start][0].isalnum():
        start += 1
    return list(range(start, stop))


def _begins(tokens: Tokens, at: int) -> bool:
    """Whether a token can be the first of a sentence."""
    if at >= len(tokens):
        return True
    word = tokens.words[at]
    return is_capital(word) or not (word[0].isalnum() or word in ",;:\u2014\u2013-")
