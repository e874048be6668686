"""Cuts a document into passages: sentences of prose, and headings, items and cells as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Block, Document, Passage, Role, Source
from factcheck.text import Span

# A stop with any closing marks behind it, then white space: where a sentence may end.
STOP = re.compile(r"(?P<stop>[.!?…]+)(?P<closers>[\"'”’»)\]]*)(?=(?P<gap>\s+))")
LAST_WORD = re.compile(r"(?:[^\W\d_]|\.(?=[^\W\d_]))+\Z")
OPENERS = "\"'“‘«([¿¡"
LONGEST_ABBREVIATION = 12

# Followed by a name or number: never the end of a sentence.
BEFORE_A_NAME = frozenset(
    "mr mrs ms mx dr prof rev hon gen col lt sgt capt maj cpl adm cmdr gov sen rep pres st ste mt ft vs cf viz ca approx "
    "messrs mme mlle fr sr e.g i.e al fig figs eq sec secs ch vol vols ed eds trans para paras pp p art arts no nos cl".split()
)
# May end a sentence: then a word that opens one follows.
ABBREVIATIONS = frozenset(
    "u.s u.k u.n e.u u.s.a d.c a.m p.m inc ltd co corp plc llc bros jr sr esq etc jan feb mar apr jun jul aug sep sept oct "
    "nov dec mon tue tues wed thu thur thurs fri sat sun ph.d m.a b.a m.d b.c a.d ave blvd rd dept est govt min max tel ext "
    "approx intl assn univ".split()
)
OPENING_WORDS = frozenset(
    "the a an this that these those it its he she they we i you his her their our my in on at by for from with after before "
    "since until when while if as although though because but and or so yet however meanwhile there here then now last next "
    "what who where why how no not some many most all both each every one two another other such more according under over "
    "during despite instead also even only once to of".split()
)


def passages(source: Source, document: Document) -> tuple[Passage, ...]:
    """The passages of a document in reading order; together they hold all that its blocks show."""
    found: list[Passage] = []
    headings: list[tuple[int, str]] = []
    blocks = [block for block in source.blocks if document.span.covers(block.span)]
    for paragraph, block in enumerate(blocks):
        if block.role is Role.HEADING:
            while headings and headings[-1][0] >= block.level:
                headings.pop()
        above = tuple(title for _, title in headings)
        found += (Passage(span, paragraph, block.role, above, block.lead) for span in _spans(source.view.text, block))
        if block.role is Role.HEADING:
            headings.append((block.level, " ".join(source.view.text[block.span.start : block.span.end].split())))
    return tuple(found)


def _spans(text: str, block: Block) -> Iterator[Span]:
    if block.role in (Role.HEADING, Role.CELL):
        yield block.span
    else:
        yield from sentences(text, block.span)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences between two offsets, without the white space between them."""
    start = span.start
    for stop in STOP.finditer(text, span.start, span.end):
        end, following = stop.end(), stop.end("gap")
        if following < span.end and _ends(text, start, stop, following):
            yield Span(start, end)
            start = following
    if start < span.end:
        yield Span(start, span.end)


def _ends(text: str, start: int, stop: re.Match[str], following: int) -> bool:
    """Whether a sentence ends at this stop, given what stands on either side."""
    while text[following : following + 1] in OPENERS and following < len(text):
        following += 1
    after = text[following : following + 1]
    if after.islower():
        return False
    if stop["stop"] != "." or stop["closers"][:1] in {")", "]"}:
        return True
    return not _is_abbreviation(text, start, stop.start(), following)


def _is_abbreviation(text: str, start: int, dot: int, following: int) -> bool:
    """Whether the full stop at `dot` belongs to its word, and the sentence goes on."""
    found = LAST_WORD.search(text, max(start, dot - LONGEST_ABBREVIATION), dot)
    if found is None:
        return text[start:dot].strip().isdigit()
    word = found[0].lower()
    if word in BEFORE_A_NAME:
        return True
    if word in ABBREVIATIONS or (len(word) == 1 and word != "i" and found[0].isupper()):
        return _next_word(text, following) not in OPENING_WORDS
    return False


def _next_word(text: str, at: int) -> str:
    end = at
    while end < len(text) and (text[end].isalpha() or text[end] in "'’"):
        end += 1
    return text[at:end].lower()
