"""Reads reStructuredText: its paragraphs, titles, lists and tables, without its directives and roles."""

from __future__ import annotations

from factcheck.lean import regex as re
from factcheck.model import Role, Source
from factcheck.readers import metadata
from factcheck.readers.canvas import Edit
from factcheck.readers.inline import PLACEHOLDER
from factcheck.readers.pen import CELL_GAP, Lists, Page, Style
from factcheck.readers.table import Grid
from factcheck.text import Span

ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1+[ \t]*\Z")
ITEM = re.compile(r"(?:[-*+•‣]|(?:\d{1,4}|#|[a-zA-Z])[.)]|\((?:\d{1,4}|#|[a-zA-Z])\))[ \t]+(?=\S)")
FIELD = re.compile(r":(?P<name>[^:\n`]{1,80}):(?:[ \t]+(?P<value>.*))?\Z")
# .. note:: …, .. _target: …, .. [1] …, .. |name| …, and comments.
EXPLICIT = re.compile(r"\.\.(?:[ \t]+|\Z)(?P<note>\[[^\]\n]{1,80}\][ \t]+)?(?:(?P<name>[\w:.+-]{1,80})::)?")
# Directives whose content is prose of the page; the content of all others is skipped.
PROSE = frozenset(
    "note warning tip hint important caution attention danger error admonition topic sidebar epigraph highlights "
    "pull-quote versionadded versionchanged deprecated seealso container class table rubric".split()
)
TABLE_RULE = re.compile(r"(?:=+[ \t]+)+=+[ \t]*\Z|\+(?:[-=]+\+)+[ \t]*\Z")
# ``code``, :role:`text`, `link <url>`_, **strong**, *emphasis*, |name|, [1]_, word_ and backslash escapes.
INLINE = re.compile(
    r"(?P<code>``[^`\n]+``)|(?P<role>:(?P<kind>[a-zA-Z][\w:.+-]{0,40}):)?`(?P<text>[^`]+)`(?P<tail>__?)?"
    r"|(?P<strong>\*\*(?=\S)[^*]+(?<=\S)\*\*)|(?P<emphasis>(?<![\w*])\*(?=[^\s*])[^*\n]+(?<=\S)\*(?![\w*]))"
    r"|(?P<note>\[(?:\d{1,4}|#[\w-]*|\*|[A-Za-z][\w.-]{0,60})\]_)|(?P<name>\|[^|\s][^|\n]{0,80}\|)(?:__?)?"
    r"|(?P<link>(?<=[^\W_])__?(?![\w_]))|(?P<escape>\\[^\n])"
)
LINK_TARGET = re.compile(r"\s*<[^<>]*>\Z")


def read(text: str, path: str) -> Source:
    """A page of reStructuredText as a source."""
    page = _Page(text)
    page.read()
    return page.canvas.source(path, metadata.collect(page.fields))


class _Page(Page):
    """`skip` is the column at which a block that is not read ends."""

    def __init__(self, text: str) -> None:
        super().__init__(text, inline)
        self.fields: list[tuple[str, str]] = []
        self.levels: list[str] = []
        self.skip = -1
        self.literal = False
        self.grid: Grid | None = None

    def line(self, line: Span) -> None:
        body = self.text[line.start : line.end].expandtabs(1)
        shown = body.strip(" \ufeff")
        column = len(body) - len(body.lstrip(" \ufeff"))
        if not shown:
            self._blank()
        elif self.literal and column:
            self.skip, self.literal = 0, False
        elif self.skip >= 0 and column > self.skip:
            pass
        else:
            self.skip, self.literal = -1, False
            self._block(Span(line.start + column, line.start + column + len(shown)), shown, column)

    def _blank(self) -> None:
        self.grid = None
        if self.pen.pending:
            last = self.pen.pending[-1]
            self.literal = self.text.endswith("::", 0, last.end)
            self.pen.flush()

    def _block(self, line: Span, shown: str, column: int) -> None:
        if shown.startswith("..") and (explicit := EXPLICIT.match(shown)):
            self._explicit(line, explicit, column)
        elif TABLE_RULE.match(shown):
            self.pen.flush()
            self.grid = self.grid or Grid(self.canvas)
        elif ADORNMENT.match(shown) and len(shown) > 1:
            self._adornment(shown)
        elif shown[0] == ":" and not self.pen.pending and (field := FIELD.match(shown)):
            self.fields.append((field["name"], field["value"] or ""))
        elif self.grid:
            self._row(self.grid, line, shown)
        elif (item := ITEM.match(shown)) and (not self.pen.pending or self.pen.style.role is Role.ITEM):
            self.pen.flush()
            style = self.lists.enter(column, column + item.end(), self.canvas)
            self.pen.line(Span(line.start + item.end(), line.end), style)
        else:
            self._text(line, column)

    def _text(self, line: Span, column: int) -> None:
        if not self.pen.pending:
            self.lists.leave(column)
        style = self.lists.style()
        self.pen.line(line, Style(Role.BLOCKQUOTE) if column and style.role is Role.PROSE else style)

    def _explicit(self, line: Span, explicit: re.Match[str], column: int) -> None:
        """A footnote or a note to the reader is prose; other directives, targets and comments are not."""
        self.pen.flush()
        if explicit["note"]:
            self.pen.line(Span(line.start + explicit.end("note"), line.end), Style())
        elif (explicit["name"] or "").lower() in PROSE:
            rest = Span(line.start + explicit.end(), line.end)
            if self.text[rest.start : rest.end].strip():
                self.pen.line(Span(rest.start + (self.text[rest.start] == " "), rest.end), Style())
        else:
            self.skip = column

    def _adornment(self, shown: str) -> None:
        """A line of signs makes a title of the line it stands under; above a title, or alone, it is a rule."""
        pending = self.pen.pending
        if len(pending) == 1 and pending[0].end - pending[0].start <= len(shown) + 2:
            if shown[0] not in self.levels:
                self.levels.append(shown[0])
            self.lists = Lists()
            self.pen.style = Style(Role.HEADING, min(self.levels.index(shown[0]) + 1, 6))
        self.pen.flush()

    def _row(self, grid: Grid, line: Span, shown: str) -> None:
        """A row of a table: its cells stand between bars, or two blanks apart. The first row is the header."""
        self.pen.flush()
        pattern = r"[^|]+" if shown[0] == "|" else r"\S+(?: \S+)*"
        for cell in re.finditer(pattern, shown):
            blank = len(cell[0]) - len(cell[0].lstrip())
            span = Span(line.start + cell.start() + blank, line.start + cell.start() + len(cell[0].rstrip()))
            grid.cell(self.pen.draw([span]))
            self.canvas.gap(span.end, CELL_GAP)
        grid.end_row(head=grid.rows == 0)
        self.canvas.gap(line.end)


def inline(body: str) -> list[Edit]:
    """The edits that take the inline markup out of a paragraph; a final `::` shows as `:`."""
    edits = [edit for sign in INLINE.finditer(body) for edit in _edits(sign)]
    if body.endswith("::"):
        edits.append(Edit(len(body) - 1, len(body)))
    return edits


def _edits(sign: re.Match[str]) -> list[Edit]:
    match sign.lastgroup:
        case "code":
            return [Edit(*sign.span(), PLACEHOLDER)]
        case "strong":
            return [Edit(sign.start(), sign.start() + 2), Edit(sign.end() - 2, sign.end())]
        case "emphasis":
            return [Edit(sign.start(), sign.start() + 1), Edit(sign.end() - 1, sign.end())]
        case "escape":
            return [Edit(sign.start(), sign.start() + 1)]
        case "note" | "name" | "link":
            return [Edit(*sign.span())]
    if sign["kind"] in ("math", "code"):
        return [Edit(*sign.span(), PLACEHOLDER)]
    start, end = sign.span("text")
    target = LINK_TARGET.search(sign["text"])
    shown_end = start + target.start() if target and target.start() else end
    return [Edit(sign.start(), start), Edit(shown_end, sign.end())]
