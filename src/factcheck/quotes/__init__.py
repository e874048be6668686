"""Finds the quotations of a document and who speaks them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.lean import regex as re
from factcheck.lean.record import replace
from factcheck.model import Block, Quotation, Role
from factcheck.names.inventory import Names
from factcheck.quotes.attribute import announced, attribute, signature
from factcheck.quotes.credit import DASHES, NOBODY, Credit
from factcheck.quotes.marks import Quoted, quoted
from factcheck.quotes.sentences import Paragraph, Piece
from factcheck.text import Span
from factcheck.text.tokens import Tokens, is_capital

__all__ = ["find"]

# A paragraph without one of these holds no quotation: a double mark, or a single one that opens.
HINT = re.compile(r"[\u201c\u201d\u201e\"\u00ab\u00bb\u2039\u203a\u2018]|(?<![^\s(\[\u2014-])'")
# Phrases of so few words are scare quotes unless somebody is credited with them.
SCARE = 2
# What is done with a book, film or song; "" is the mere subject of a sentence.
WORKS = frozenset(("", "read", "write", "see", "show", "find", "call", "quote"))


def find(tokens: Tokens, blocks: Sequence[Block], names: Names) -> tuple[Quotation, ...]:
    """The quotations of a text in order, in its own offsets. `blocks`: its paragraphs; `names`: its `names.find`."""
    found: list[Quotation] = []
    last = NOBODY
    for place, block in enumerate(blocks):
        marked = bool(HINT.search(tokens.text, *block.span))
        if block.role is Role.BLOCKQUOTE and not _wholly(tokens.text, block, marked):
            last = _signed(tokens, names, blocks, place) or last
            if not _is_signature(tokens, block):
                found.append(Quotation(block.span, last.speaker, last.cue, speaker_words=last.words))
            continue
        pieces = quoted(tokens.text, block.span) if marked else []
        paragraph = _paragraph(tokens, names, block, pieces)
        credits = attribute(paragraph, last)
        _fill_back(found, block, pieces, credits)
        found += _kept(tokens, pieces, paragraph.pieces, credits)
        last = announced(paragraph) or _left(pieces, credits)
    return tuple(found)


def _left(pieces: Sequence[Quoted], credits: Sequence[Credit]) -> Credit:
    """Who goes on speaking after a paragraph: surely, with the cue, where its quotation is still open."""
    if not credits:
        return NOBODY
    return credits[-1]._replace(cue="") if pieces[-1].closed else credits[-1]


def _fill_back(found: list[Quotation], block: Block, pieces: Sequence[Quoted], credits: Sequence[Credit]) -> None:
    """Credit the paragraphs before that left their quotation open, where this one takes it up and names its speaker."""
    if not (pieces and pieces[0].opened and pieces[0].outer.start == block.span.start and credits[0].speaker):
        return
    for place in range(len(found) - 1, -1, -1):
        if found[place].complete or found[place].cue:
            return
        found[place] = replace(
            found[place], speaker=credits[0].speaker, cue=credits[0].cue, speaker_words=credits[0].words
        )


def _wholly(text: str, block: Block, marked: bool) -> bool:
    """Whether a block quotation has marks of its own around it."""
    return marked and text[block.span.start] in "\u201c\"\u201e\u00ab\u2018'"


def _signed(tokens: Tokens, names: Names, blocks: Sequence[Block], place: int) -> Credit | None:
    """The signature under a block quotation: its first neighbour that opens with a dash."""
    for block in blocks[place : place + 8]:
        if block.role is not Role.BLOCKQUOTE:
            return None
        if _is_signature(tokens, block):
            return signature(_paragraph(tokens, names, block, ()))
    return None


def _is_signature(tokens: Tokens, block: Block) -> bool:
    first = bisect_left(tokens.starts, block.span.start)
    return first < len(tokens) and tokens.words[first] in DASHES


def _paragraph(tokens: Tokens, names: Names, block: Block, pieces: Sequence[Quoted]) -> Paragraph:
    first, end = bisect_left(tokens.starts, block.span.start), bisect_left(tokens.starts, block.span.end)
    return Paragraph(tokens, names, first, end, [_piece(tokens, piece) for piece in pieces])


def _piece(tokens: Tokens, piece: Quoted) -> Piece:
    first = bisect_left(tokens.starts, piece.span.start)
    end = bisect_left(tokens.starts, piece.span.end)
    before = bisect_left(tokens.starts, piece.outer.start) - 1
    return Piece(first, end - 1, before, bisect_left(tokens.starts, piece.outer.end))


def _kept(
    tokens: Tokens, pieces: Sequence[Quoted], places: Sequence[Piece], credits: Sequence[Credit]
) -> list[Quotation]:
    """The quotations proper: what somebody is credited with, and what is too long for a scare quote; no titles."""
    return [
        Quotation(Span(*piece.span), credit.speaker, credit.cue, piece.opened and piece.closed, credit.words)
        for piece, place, credit in zip(pieces, places, credits, strict=True)
        if (credit.speaker or _words(tokens, place) > SCARE) and not (credit.cue in WORKS and _title(tokens, place))
    ]


def _words(tokens: Tokens, place: Piece) -> int:
    return sum(word[0].isalnum() for word in tokens.words[place.first : place.last + 1])


def _title(tokens: Tokens, place: Piece) -> bool:
    """Whether all longer words have capitals, as in the title of a book or film."""
    words = [word for word in tokens.words[place.first : place.last + 1] if word[0].isalnum()]
    return len(words) > SCARE and all(is_capital(word) or len(word) < 4 for word in words)
