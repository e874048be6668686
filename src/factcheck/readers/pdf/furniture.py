"""Takes running heads, footers and page numbers from pages: rows at their edges that recur from page to page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.lean import regex as re
from factcheck.readers.pdf.pages import Page, Segment

# So many rows from either edge, within so much of the page's height.
ROWS, EDGE, NUMBER_EDGE = 3, 0.15, 0.3
# On so many pages a row must recur; in a short file on two.
PAGES, SHORT_FILE = 3, 8
NUMBER = re.compile(r"\d+")
# A page number by itself: "12", "– 12 –", "iv", "Page 3 of 9".
PAGE_NUMBER = re.compile(
    r"[\s–—|-]*(?:p(?:age|\.)?\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?[\s–—|-]*\Z", re.IGNORECASE
)

Row = list[Segment]
Key = tuple[str, int]


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages with what only frames them left out."""
    edges = [(_rows(page, top=True), _rows(page, top=False)) for page in pages]
    least = 2 if len(pages) < SHORT_FILE else PAGES
    found = Counter(
        key
        for page, sides in zip(pages, edges, strict=True)
        for key in {key for side in sides for row in side for key in _keys(row, page.number)}
    )
    recurring = {key for key, times in found.items() if times >= least}
    return [page._replace(segments=_kept(page, sides, recurring)) for page, sides in zip(pages, edges, strict=True)]


def _kept(page: Page, sides: Sequence[list[Row]], recurring: set[Key]) -> list[Segment]:
    gone: set[int] = set()
    for side in sides:
        for row in side:
            if not _frames(row, page.number, recurring):
                break
            gone |= {id(segment) for segment in row}
    return [segment for segment in page.segments if id(segment) not in gone]


def _frames(row: Row, number: int, recurring: set[Key]) -> bool:
    """Whether a row at the edge recurs, or is a page number; one of many parts may be the head of a table."""
    if PAGE_NUMBER.match(_text(row)):
        return True
    counting = {key for key in _keys(row, number) if key[0] != _text(row)}
    return bool((counting if len(row) > 2 else _keys(row, number)) & recurring)


def _rows(page: Page, *, top: bool) -> list[Row]:
    """The outermost rows of a page, from the edge inwards."""
    number = _lone_number(page)
    ordered = sorted(page.segments, key=lambda segment: -segment.base if top else segment.base)
    rows: list[Row] = []
    for segment in ordered:
        depth = page.height - segment.base if top else segment.base
        if rows and abs(rows[-1][0].base - segment.base) < 0.35 * max(segment.size, 1):
            rows[-1].append(segment)
        elif len(rows) == ROWS or depth > (NUMBER_EDGE if segment is number else EDGE) * page.height:
            break
        else:
            rows.append([segment])
    return rows


def _lone_number(page: Page) -> Segment | None:
    """The lowest line of a page, if it is a page number by itself, which may stand high above the edge."""
    last = min(page.segments, key=lambda segment: segment.base, default=None)
    return last if last is not None and PAGE_NUMBER.match(last.text) else None


def _text(row: Row) -> str:
    return " ".join(" ".join(segment.text.split()) for segment in sorted(row))


def _keys(row: Row, number: int) -> set[Key]:
    """A row word for word, and with one number of it written as its distance to the page's."""
    return {(_text(row), 0), *_counting(_text(row), number)}


def _counting(text: str, number: int) -> Iterator[Key]:
    for found in NUMBER.finditer(text):
        if len(found[0]) < 5:
            yield f"{text[: found.start()]}\0{text[found.end() :]}", int(found[0]) - number
