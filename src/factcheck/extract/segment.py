"""Cuts a document into passages: sentences of prose, and headings and cells as they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, takewhile

from factcheck.lean import regex as re
from factcheck.lexicon.full_stops import goes_on
from factcheck.model import Block, Document, Passage, Role, Source
from factcheck.text import Span

# A stop with any closing marks behind it, then white space: where a sentence may end. It starts at the first of
# several stops only, so that a long run of them is looked at once.
STOP = re.compile(r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<closers>[\"'”’»)\]]*+)(?P<gap>\s++)")
# The word before a stop, with its inner dots ("e.g", "Ph.D").
LAST_WORD = re.compile(r"(?:[^\W\d_]|\.(?=[^\W\d_]))+\Z")
# "“Will they come?” Ana Lima asked": who spoke, with the verb, behind a quotation that closes on its own stop.
SPEAKER = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*[ \n]){1,4}"
    r"(?:said|says|asked|asks|told|wrote|writes|added|adds|replied|continued|demanded)\b"
)
# A figure in brackets behind a short form of a name: "Brenk, Norl. (514 boats)".
BRACKETED, SHORT = re.compile(r"\(\d"), re.compile(r"(?<![^\W\d_])[A-Z][a-z]{1,4}\Z")
ELLIPSES = frozenset({"…", "...", "...."})
OPENERS = frozenset("\"'“‘«([¿¡")
LONGEST_PASSAGE = 3_000
LONGEST_ABBREVIATION = 12
# "1." and "Q." at the start of a sentence number or label it.
LONGEST_LIST_NUMBER = 4


def passages(source: Source, document: Document) -> tuple[Passage, ...]:
    """The passages of a document in reading order; together they hold all that its blocks show."""
    found: list[Passage] = []
    above: list[tuple[int, str]] = []
    text = source.view.text
    paragraph, row = -1, 0
    for block in _blocks(source, document):
        paragraph += not row or block.row != row
        row = block.row
        if block.role is Role.HEADING:
            above = [(level, title) for level, title in above if level < block.level]
        headings = tuple(title for _, title in above)
        found += (Passage(span, paragraph, block.role, headings, block.lead) for span in _spans(text, block))
        if block.role is Role.HEADING:
            above.append((block.level, " ".join(text[block.span.start : block.span.end].split())))
    return tuple(found)


def _blocks(source: Source, document: Document) -> Iterator[Block]:
    """The blocks of a document; those of its file stand in order."""
    first = bisect_left(source.blocks, document.span.start, key=lambda block: block.span.start)
    return takewhile(lambda block: block.span.end <= document.span.end, islice(source.blocks, first, None))


def _spans(text: str, block: Block) -> Iterator[Span]:
    whole = (block.span,) if block.role in (Role.HEADING, Role.CELL) else sentences(text, block.span)
    return (piece for span in whole for piece in _bounded(text, span))


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """A sentence in one piece; text without a full stop is cut between words, so that a passage stays readable and
    what is done for each figure of a passage stays cheap."""
    start = span.start
    while span.end - start > LONGEST_PASSAGE:
        gap = max(text.rfind(" ", start, start + LONGEST_PASSAGE), text.rfind("\n", start, start + LONGEST_PASSAGE))
        end = gap if gap > start else start + LONGEST_PASSAGE
        yield Span(start, end)
        start = end
        while start < span.end and text[start].isspace():
            start += 1
    if start < span.end:
        yield Span(start, span.end)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences between two offsets, without the white space between them."""
    start = span.start
    for stop in STOP.finditer(text, span.start, span.end):
        if stop.end() < span.end and _ends(text, start, stop):
            yield Span(start, stop.end("closers"))
            start = stop.end()
    if start < span.end:
        yield Span(start, span.end)


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a sentence that began at `start` ends at this stop, given what stands on either side."""
    following = stop.end()
    while text[following : following + 1] in OPENERS:
        following += 1
    if text[following : following + 1].islower():
        return False
    if stop["stop"] == ".":
        if BRACKETED.match(text, following - 1) and SHORT.search(text, start, stop.start()):
            return False
        return not _is_abbreviation(text, start, stop.start(), following)
    if stop["stop"] in ELLIPSES:
        return not text[stop.start() - 1 : stop.start()].isspace()
    return not (stop["closers"] and SPEAKER.match(text, following))


def _is_abbreviation(text: str, start: int, dot: int, following: int) -> bool:
    """Whether the full stop at `dot` belongs to its word, and the sentence goes on."""
    found = LAST_WORD.search(text, max(start, dot - LONGEST_ABBREVIATION), dot)
    if found is None or dot - start == 1:
        return dot - start <= LONGEST_LIST_NUMBER and text[start:dot].isalnum()
    return goes_on(found[0], _word_at(text, following))


def _word_at(text: str, at: int) -> str:
    """The letters that begin at an offset, or the one character there that is none."""
    end = at
    while end < len(text) and end - at < LONGEST_ABBREVIATION and text[end].isalpha():
        end += 1
    return text[at:end] or text[at : at + 1]
