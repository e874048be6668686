"""Splits a file into its documents, and reads off each what it says of itself: title, author, publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from factcheck.model import Block, Document, Role, Source
from factcheck.notes import Notes
from factcheck.readers.shape import byline, dateline, is_prose, is_title
from factcheck.text import Span

SHORTEST_TITLE_WORDS = 3
SPACES = re.compile(r"\s+")
# "This article first appeared in The Courier." and its like, at the end of an article.
FIRST_APPEARED = re.compile(
    r"\b(?:article|story|piece|report|op-ed|opinion|commentary|column|interview|post|version)\b[^.\n]{0,40}?"
    r"\b(?:appeared|published|ran|posted|printed)\s(?:first\s|originally\s)?(?:in|on|by|at)\s(?P<where>[^\n]{2,80}?)[.\s]*\Z"
)
# "Desk Watch Reporter, Europe": whom the writer named on the line before works for.
STAFF = re.compile(
    r"(?P<where>[^\W\d_][^\n]{1,60}?)\s(?:Staff\s)?(?:Reporter|Correspondent|Writer|Contributor|Editor|Columnist)\b"
)
ORGANISATION = frozenset(
    "agency alliance association bureau center centre chronicle committee council courier daily department foundation "
    "gazette group herald initiative institute journal magazine mail ministry monitor network news observatory observer "
    "office organisation organization post press project record register review service society standard star telegraph "
    "times today tribune union university voice watch weekly".split()
)
# "Wire – Headline – 8 April 2018": a source that an article lists at its end.
LISTED_SOURCE = re.compile(r"[^\n]+\s[–—-]\s[^\n]+\s[–—-]\s[^\n]*\b(?:19|20)\d\d\s*\Z")
# "-30-", "ENDS", "For more information, please see:" and the like close a report.
CLOSING = re.compile(
    r"(?:-\s?30\s?-|ends?|(?:for (?:more|further) information|media contact|contact|click here)\b.*)\Z", re.IGNORECASE | re.DOTALL
)


class Opening(NamedTuple):
    """How an article opens at a block: where its title and its body stand, and the signs it shows."""

    start: int
    title: int
    body: int
    repeated: bool
    author: str
    dateline: bool


class Page(NamedTuple):
    """The blocks of a file with their texts."""

    blocks: Sequence[Block]
    texts: Sequence[str]


def split(source: Source, notes: Notes | None = None) -> tuple[Document, ...]:
    """The documents of a file, in order; a file that shows no seams is one document.

    `published` stays empty unless the file's markup or the notes state it.
    """
    page = _page(source)
    openings = _openings(page)
    starts = [page.blocks[opening.start].span.start for opening in openings[1:]]
    bounds = [0, *starts, len(source.view.text)]
    return tuple(
        _document(source, page, openings[index] if openings else None, index, Span(start, end))
        for index, (start, end) in enumerate(zip(bounds, bounds[1:], strict=False))
    )


def _page(source: Source) -> Page:
    text = source.view.text
    blocks = [block for block in source.blocks if block.role in (Role.PROSE, Role.HEADING)]
    return Page(blocks, [text[block.span.start : block.span.end] for block in blocks])


def _openings(page: Page) -> list[Opening]:
    """Where articles open. The first shows how this file opens its articles; later ones must open in the same way."""
    if not page.blocks:
        return []
    first = _opening(page, 1 if _is_masthead(page) else 0)
    found = [first._replace(start=0)]
    index = first.body
    while index < len(page.blocks) - 1:
        opening = _opening(page, index)
        if _opens_alike(page, first, opening):
            found.append(opening)
            index = opening.body
        else:
            index += 1
    return found


def _opening(page: Page, index: int) -> Opening:
    texts = page.texts
    size = len(texts)
    title = index
    repeated = index + 1 < size and _is_headline(texts[index]) and _flat(texts[index]) == _flat(texts[index + 1])
    body = index + (2 if repeated else 1)
    author = byline(texts[body]) if body < size and is_title(texts[title]) else ""
    if author:
        body += 1
        while body < size and STAFF.match(texts[body]) and is_title(texts[body]):
            body += 1
    return Opening(index, title, body, repeated, author, body < size and bool(dateline(texts[body])))


def _opens_alike(page: Page, first: Opening, later: Opening) -> bool:
    """Whether a later place opens as the first article does, beyond what the sections of one report would show."""
    if not is_title(page.texts[later.title]) or not _has_body(page, later):
        return False
    if first.repeated:
        return later.repeated
    if first.author:
        return bool(later.author) and (later.dateline or _is_closed(page, later.start - 1))
    return first.dateline and later.dateline and _is_headline(page.texts[later.title])


def _has_body(page: Page, opening: Opening) -> bool:
    return any(map(is_prose, page.texts[opening.body : opening.body + 25]))


def _is_closed(page: Page, index: int) -> bool:
    """Whether a block is what stands at an article's end."""
    text = page.texts[index].strip()
    return any(pattern.search(text) for pattern in (FIRST_APPEARED, LISTED_SOURCE)) or CLOSING.match(text) is not None


def _is_headline(text: str) -> bool:
    return is_title(text) and len(text.split()) >= SHORTEST_TITLE_WORDS


def _is_masthead(page: Page) -> bool:
    """Whether the file opens with the name of who publishes it, and the title only then."""
    if len(page.texts) < 3:
        return False
    name, title = page.texts[0], page.texts[1]
    words = name.split()
    named = len(words) <= 7 and any(word.lower().strip("().,") in ORGANISATION for word in words)
    capitals = all(not word[0].islower() or len(word) <= 3 for word in words)
    return named and capitals and is_title(name) and _is_headline(title) and len(title) > len(name) and name != title


def _flat(text: str) -> str:
    return SPACES.sub(" ", text).strip()


def _document(source: Source, page: Page, opening: Opening | None, index: int, span: Span) -> Document:
    stated = dict(source.metadata)
    stem = PurePath(source.path).stem or source.path
    span = _trimmed(source.view.text, span)
    published = stated.get("date", "") if index == 0 else ""
    return Document(
        id=stem if index == 0 else f"{stem}#{index + 1}",
        path=source.path,
        span=span,
        title=stated.get("title") or _title(page, opening),
        publisher=stated.get("publisher") or _publisher(source.view.text, page, opening, span),
        author=stated.get("author") or (opening.author if opening else ""),
        published=published,
        published_basis="stated by the page itself" if published else "",
        url=stated.get("url", ""),
    )


def _trimmed(text: str, span: Span) -> Span:
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return Span(span.start, end)


def _title(page: Page, opening: Opening | None) -> str:
    if opening is None:
        return ""
    block, text = page.blocks[opening.title], page.texts[opening.title]
    return _flat(text) if block.role is Role.HEADING or is_title(text) else ""


def _publisher(text: str, page: Page, opening: Opening | None, span: Span) -> str:
    if opening is None:
        return ""
    if opening.title > opening.start:
        return _flat(page.texts[opening.start])
    if opening.author and (staff := STAFF.match(page.texts[opening.body - 1])):
        return _flat(staff["where"])
    last = text[max(span.start, span.end - 400) : span.end].rsplit("\n", 1)[-1]
    appeared = FIRST_APPEARED.search(last)
    return _flat(appeared["where"]) if appeared else ""
