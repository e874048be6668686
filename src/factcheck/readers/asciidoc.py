"""Reads AsciiDoc: its paragraphs, titles, lists and tables, without its attributes and listings."""

from __future__ import annotations

from factcheck.lean import regex as re
from factcheck.model import Role, Source
from factcheck.readers import metadata
from factcheck.readers.canvas import Edit
from factcheck.readers.inline import ENTITY, PLACEHOLDER
from factcheck.readers.pen import CELL_GAP, Lists, Page, Style
from factcheck.readers.table import Grid
from factcheck.text import Span

TITLE = re.compile(r"(?P<level>={1,6}|#{1,6})[ \t]+(?=\S)")
ATTRIBUTE = re.compile(r":(?P<name>!?[\w-]{1,80}!?):(?:[ \t]+(?P<value>.*))?\Z")
ITEM = re.compile(r"(?P<mark>\*{1,5}|-|\.{1,5}|\d{1,4}\.)[ \t]+(?:\[[ *xX]\][ \t]+)?(?=\S)")
# A rule of the signs that open and close a block; of listings, literals, comments and passthroughs nothing is read.
FENCE = re.compile(r"(?:-{4,}|\.{4,}|/{4,}|\+{4,}|`{3,}\w*|--|={4,}|_{4,}|\*{4,})\Z")
UNREAD = frozenset("-./+`")
TABLE = re.compile(r"[|,:!]={3,}\Z")
# Attributes of a block, anchors, macros, breaks.
SILENT = re.compile(
    r"(?://(?!/)|\[[^\[\]\n]*\]\Z|(?:image|include|video|audio|toc|ifdef|ifndef|endif|ifeval)::|'''\Z|<<<\Z|\+\Z)"
)
AUTHOR = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [\w.'’-]+){1,3})(?:[ ]<[^<>]*>)?\Z")
REVISION = re.compile(r"(?:v?[\d.]+, ?)?(?P<date>\d{4}-\d\d-\d\d)(?:: .*)?\Z")
INLINE = re.compile(
    r"(?P<code>(?<!`)`{1,3}[^`\n]+`{1,3})|(?P<pass>(?<!\+)\+{1,3}[^+\n]+\+{1,3})|(?P<note>footnote:(?:[\w-]{0,40})\[[^\[\]\n]*\])"
    r"|(?P<stem>(?:stem|latexmath|asciimath):\[[^\[\]\n]*\])|(?P<image>image:[^\s\[\]]{1,300}\[[^\[\]\n]*\])"
    r"|(?P<link>(?:link:|mailto:|xref:|https?://)[^\s\[\]]{1,300}\[(?P<text>[^\[\]\n]*)\])"
    r"|(?P<xref><<[^,<>\n]{1,200}(?:,[ ]?(?P<label>[^<>\n]{1,200}))?>>)"
    r"|(?P<anchor>\[\[[^\[\]\n]{1,200}\]\])|(?P<class>\[[.#][^\[\]\n]{0,80}\](?=[#*_]))"
    r"|(?P<double>\*\*|__|##)|(?P<single>(?<![\w*_#])[*_#](?=[^\s*_#])|(?<=[^\s*_#])[*_#](?![\w*_#]))"
    r"|(?P<power>\^[^\s^]{1,20}\^|~[^\s~]{1,20}~)|(?P<entity>&[#\w]{1,32};)|(?P<attribute>\{[\w-]{1,80}\})"
)
CELL = re.compile(r"(?:(?<=\s)|\A)(?:\d+(?:\.\d+)?[+*])?[<^>.aehlmsd]{0,3}\|")


def read(text: str, path: str) -> Source:
    """An AsciiDoc page as a source."""
    page = _Page(text)
    page.read()
    return page.canvas.source(path, metadata.collect(page.stated))


class _Page(Page):
    """What stands in the lines of AsciiDoc."""

    def __init__(self, text: str) -> None:
        super().__init__(text, inline)
        self.stated: list[tuple[str, str]] = []
        self.quoted = False
        self.head = False

    def line(self, line: Span) -> None:
        body = self.text[line.start : line.end]
        shown = body.strip(" \t\ufeff")
        start = line.start + body.index(shown) if shown else line.start
        self._shown(Span(start, start + len(shown)), shown)

    def _shown(self, line: Span, shown: str) -> None:
        if not shown:
            self.pen.flush()
            self.head = False
        elif TABLE.match(shown):
            self._table(shown)
        elif FENCE.match(shown):
            self._fence(shown)
        elif attribute := ATTRIBUTE.match(shown):
            self.stated.append((attribute["name"], attribute["value"] or ""))
        elif self.head and self._credits(shown):
            pass
        elif SILENT.match(shown):
            self.pen.flush() if shown[0] != "/" else None
        elif title := TITLE.match(shown):
            self._title(Span(line.start + title.end(), line.end), len(title["level"]))
        elif shown[0] == "." and len(shown) > 2 and shown[1] not in ". ":
            self.pen.block(Span(line.start + 1, line.end), Style())
        elif item := ITEM.match(shown):
            self.pen.flush()
            depth = len(item["mark"]) if item["mark"][0] in "*." else 1
            style = self.lists.enter(depth, depth + 1, self.canvas)
            self.pen.line(Span(line.start + item.end(), line.end), style)
        else:
            self._text(line)

    def _text(self, line: Span) -> None:
        if not self.pen.pending:
            self.lists = Lists()
        self.pen.line(line, Style(Role.BLOCKQUOTE if self.quoted else Role.PROSE))

    def _title(self, line: Span, level: int) -> None:
        self.lists = Lists()
        self.head = level == 1 and not self.canvas.blocks
        self.pen.block(line, Style(Role.HEADING, level))

    def _credits(self, shown: str) -> bool:
        """The lines right below the title name the author and the revision."""
        author, revision = AUTHOR.match(shown), REVISION.match(shown)
        if author:
            self.stated.append(("author", author["name"]))
        elif revision:
            self.stated.append(("date", revision["date"]))
        return bool(author or revision)

    def _fence(self, shown: str) -> None:
        self.pen.flush()
        self.lists = Lists()
        if shown[0] == "_":
            self.quoted = not self.quoted
        elif shown[0] in UNREAD and shown != "--":
            while self.index < len(self.lines):
                if self.text[slice(*self.next())].rstrip() == shown.rstrip("abcdefghijklmnopqrstuvwxyz"):
                    return

    def _table(self, rule: str) -> None:
        """A table: the first line is its header, and says how many cells a row has."""
        self.pen.flush()
        grid = Grid(self.canvas)
        blank = False
        while self.index < len(self.lines):
            line = self.next()
            body = self.text[line.start : line.end]
            if body.strip() == rule:
                break
            marks = list(CELL.finditer(body))
            if len(marks) > 1 or (blank and marks):
                grid.end_row()
            ends = [*(mark.start() for mark in marks[1:]), len(body)]
            for mark, end in zip(marks, ends, strict=False):
                if grid.columns and len(grid.row) >= len(grid.columns):
                    grid.end_row()
                self._cell(grid, Span(line.start + mark.end(), line.start + end))
            blank = not body.strip()
        grid.end_row()
        self.canvas.gap(self.lines[self.index - 1].end)

    def _cell(self, grid: Grid, span: Span) -> None:
        body = self.text[span.start : span.end]
        shown = body.strip()
        start = self.canvas.length
        if shown:
            left = span.start + body.index(shown)
            self.pen.draw([Span(left, left + len(shown))])
        grid.cell(start)
        self.canvas.gap(span.end, CELL_GAP)


def inline(body: str) -> list[Edit]:
    """The edits that take the inline markup out of a paragraph."""
    return [edit for sign in INLINE.finditer(body) for edit in _edits(sign)]


def _edits(sign: re.Match[str]) -> list[Edit]:
    for group in ("text", "label"):
        if sign[group]:
            start, end = sign.span(group)
            return [Edit(sign.start(), start), Edit(end, sign.end())]
    match sign.lastgroup:
        case "code" | "stem":
            return [Edit(*sign.span(), PLACEHOLDER)]
        case "entity":
            return _entity(sign)
        case "pass":
            left = len(sign[0]) - len(sign[0].lstrip("+"))
            right = len(sign[0].rstrip("+"))
            return [Edit(sign.start(), sign.start() + left), Edit(sign.start() + right, sign.end())]
    return [Edit(*sign.span())]


def _entity(sign: re.Match[str]) -> list[Edit]:
    from html import unescape

    return [Edit(*sign.span(), unescape(sign[0]))] if ENTITY.match(sign[0]) else []
