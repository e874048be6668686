"""Sets a file as it reads: headings, lists, quotations and tables of its visible text, whatever markup it had."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Block, Role, Source
from factcheck.text import Span

# What parts two blocks in the visible text, and two rows of a table in it.
GAP = re.compile(r"\n[^\S\n]*\n\s*")
ROW_END = re.compile(r"\t[^\S\n]*\n\s*")
CELL_END = re.compile(r"\t")
# What parts cells and rows in a page, whose visible text does not tell the one from the other.
TAG = re.compile(r"<(t[rdh])\b", re.IGNORECASE)
# A number that a list item has in a file of text, at the end of what stands before it in its line.
NUMBER = re.compile(r"(?:^|[\s>])(?P<number>\d{1,9})[.)][ \t]*\Z")
LOWEST_HEADING = 6

# A span of the visible text as markup.
Ink = Callable[[Span], str]


class Part(NamedTuple):
    """A paragraph, heading, item, quotation or cell.

    level: of a heading or item; number: of an item that has one; first: whether a cell begins its row
    """

    role: Role
    level: int
    span: Span
    number: str = ""
    first: bool = False


def typeset(source: Source, ink: Ink, heading: int = 3) -> Iterator[str]:
    """The blocks of a source as markup, its headings from the level `heading` down, without a gap between levels."""
    depth = heading - 1
    for role, group in groupby(parts(source), key=lambda part: part.role):
        alike = list(group)
        if role is Role.HEADING:
            for part in alike:
                depth = min(depth + 1, heading + max(part.level, 1) - 1, LOWEST_HEADING)
                yield f"<h{depth}>{ink(part.span)}</h{depth}>"
        elif role is Role.CELL:
            yield _table(alike, ink)
        elif role is Role.ITEM:
            yield from _list(alike, ink)
        elif role is Role.BLOCKQUOTE:
            yield f"<blockquote>{''.join(_paragraph(part, ink) for part in alike)}</blockquote>"
        else:
            yield from (_paragraph(part, ink) for part in alike)


def parts(source: Source) -> Iterator[Part]:
    """The visible text in parts, in order; what stands in no block is a paragraph."""
    text = source.view.text
    cells_end = 0
    for chunk, blocks in _chunks(text, source.blocks):
        if any(block.role is Role.CELL for block in blocks):
            yield from _cells(source, chunk, cells_end)
            cells_end = chunk.end
            continue
        at = chunk.start
        for block in blocks:
            yield from _loose(text, Span(at, block.span.start))
            yield Part(block.role, block.level, block.span, _number(source, block))
            at = block.span.end
        yield from _loose(text, Span(at, chunk.end))


def _chunks(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Span, list[Block]]]:
    """The text between blank lines, with the blocks that stand there; a block is never cut."""
    ordered = sorted(blocks, key=lambda block: block.span)
    at = taken = 0
    for start, end in (*(gap.span() for gap in GAP.finditer(text)), (len(text), len(text))):
        upto = taken
        while upto < len(ordered) and ordered[upto].span.start < end:
            upto += 1
        if upto > taken and ordered[upto - 1].span.end > start:
            continue
        if at < start:
            yield Span(at, start), ordered[taken:upto]
        at, taken = end, upto


def _loose(text: str, span: Span) -> Iterator[Part]:
    if text[span.start : span.end].strip():
        yield Part(Role.PROSE, 0, span)


def _number(source: Source, block: Block) -> str:
    if block.role is not Role.ITEM or source.anchors:
        return ""
    start = source.view.origin(block.span).start
    before = source.text[source.text.rfind("\n", 0, start) + 1 : start]
    found = NUMBER.search(before)
    return found["number"] if found else ""


def _paragraph(part: Part, ink: Ink) -> str:
    return f'<p class="aside">{ink(part.span)}</p>' if part.role is Role.ASIDE else f"<p>{ink(part.span)}</p>"


def _list(items: Sequence[Part], ink: Ink) -> Iterator[str]:
    """Items as lists in lists; one that stands two levels deeper than the last stands one deeper."""
    open_lists: list[str] = []
    for item in items:
        level = min(max(item.level, 1), len(open_lists) + 1)
        while len(open_lists) > level:
            yield f"</li></{open_lists.pop()}>"
        if len(open_lists) == level:
            yield "</li>"
        else:
            open_lists.append("ol" if item.number else "ul")
            yield f"<{open_lists[-1]}>"
        number = f' value="{item.number}"' if item.number and open_lists[-1] == "ol" else ""
        yield f"<li{number}>{ink(item.span)}"
    yield from (f"</li></{name}>" for name in reversed(open_lists))


def _cells(source: Source, chunk: Span, before: int) -> Iterator[Part]:
    """The cells of some rows, which end with a line; in a page, as its tags say, the cells before ended at `before`."""
    text = source.view.text
    tags = _tags(source, Span(before, chunk.start))
    first = "tr" in tags or not tags
    for _ in range(len(tags[tags.index("tr") + 1 :] if "tr" in tags else tags) - 1):
        yield Part(Role.CELL, 0, Span(chunk.start, chunk.start), first=first)
        first = False
    for row in _split(text, chunk, ROW_END):
        for cell in _split(text, row, CELL_END):
            yield Part(Role.CELL, 0, cell, first=first)
            first = False
        first = True


def _tags(source: Source, gap: Span) -> list[str]:
    if source.anchors or not gap.start:
        return []
    origin = source.view.origin
    start = origin(Span(gap.start - 1, gap.start)).end
    between = source.text[start : origin(Span(gap.end, gap.end)).start]
    tags = [tag.lower() for tag in TAG.findall(between)]
    return tags[-1 - tags[::-1].index("tr") :] if "tr" in tags else tags


def _table(cells: Sequence[Part], ink: Ink) -> str:
    rows: list[str] = []
    for cell in cells:
        if cell.first or not rows:
            rows.append("")
        rows[-1] += f"<td>{ink(cell.span)}</td>"
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    # What is wider than the page is scrolled, with the keyboard too.
    return f'<div class="wide" tabindex="0" role="group" aria-label="Table"><table>{body}</table></div>'


def _split(text: str, span: Span, gap: re.Pattern[str]) -> Iterator[Span]:
    at = span.start
    for found in gap.finditer(text, *span):
        yield Span(at, found.start())
        at = found.end()
    if text[at : span.end].strip():
        yield Span(at, span.end)
