"""Finds where articles open in a file that may hold several."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lean.record import NamedTuple
from factcheck.model import Block, Role, Source
from factcheck.readers.credits import employer, is_closing, opens_with_masthead
from factcheck.readers.shape import byline, dateline, is_headline, is_prose, is_title
from factcheck.text import LINE_END

# How many paragraphs may stand between a title and the first that reads as running text, as addressees do.
LONGEST_PREAMBLE = 25


class Opening(NamedTuple):
    """How an article opens, by places among the blocks and by its signs.

    start, title, body: its first block, its title and the first block behind title and byline
    repeated: the line ends between two titles that are the same, 2 at most; 0 for a title that stands once
    """

    start: int
    title: int
    body: int
    repeated: int
    author: str
    dateline: bool


class Page(NamedTuple):
    """The paragraphs and headings of a file with their texts."""

    text: str
    blocks: Sequence[Block]
    texts: Sequence[str]


def page_of(source: Source) -> Page:
    """What of a file can open an article."""
    text = source.view.text
    blocks = [block for block in source.blocks if block.role in (Role.PROSE, Role.HEADING)]
    return Page(text, blocks, [text[block.span.start : block.span.end] for block in blocks])


def openings(page: Page) -> list[Opening]:
    """Where articles open. The first shows how this file opens its articles; later ones must open in the same way."""
    if not page.blocks:
        return []
    first = opening(page, 1 if len(page.texts) > 2 and opens_with_masthead(*page.texts[:2]) else 0)
    found = [first._replace(start=0)]
    index = first.body
    while index < len(page.blocks) - 1:
        later = opening(page, index)
        if _opens_alike(page, first, later):
            found.append(later)
        index = later.body if found[-1] is later else index + 1
    return found


def opening(page: Page, index: int) -> Opening:
    """What an article that opened at this block would show."""
    texts = page.texts[index : index + 5]
    repeated = _repeated(page, index)
    body = 2 if repeated else 1
    author = byline(texts[body]) if len(texts) > body and (repeated or is_title(texts[0])) else ""
    body += bool(author)
    body += bool(author and len(texts) > body and employer(texts[body]))
    dated = len(texts) > body and bool(dateline(texts[body]))
    return Opening(index, index, index + body, repeated, author, dated)


def _repeated(page: Page, index: int) -> int:
    """How a title stands twice here: 2 with a blank line between, 1 on lines that touch, as captions do, 0 not."""
    title, *rest = page.texts[index : index + 2]
    if not rest or flat(title) != flat(rest[0]) or not is_headline(title.rstrip(".")):
        return 0
    before, after = page.blocks[index].span, page.blocks[index + 1].span
    return min(2, len(LINE_END.findall(page.text, before.end, after.start)))


def _opens_alike(page: Page, first: Opening, later: Opening) -> bool:
    """Whether a later place opens as the first article does, beyond what the sections of one report would show."""
    if not _has_body(page, later):
        return False
    if first.repeated:
        return later.repeated == first.repeated
    if not is_title(page.texts[later.title]):
        return False
    if first.author:
        return bool(later.author) and (later.dateline or is_closing(page.texts[later.start - 1]))
    return first.dateline and later.dateline and is_headline(page.texts[later.title])


def _has_body(page: Page, opening: Opening) -> bool:
    return any(map(is_prose, page.texts[opening.body : opening.body + LONGEST_PREAMBLE]))


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
