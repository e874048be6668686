"""Reads Markdown: CommonMark's blocks, with tables, footnotes and front matter."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from factcheck.lean import regex as re
from factcheck.model import Role, Source
from factcheck.readers import frontmatter, metadata, table
from factcheck.readers.inline import fold_label, inline
from factcheck.readers.pen import DEEPEST_LIST, Lists, Page, Style
from factcheck.readers.threads import post_numbers
from factcheck.text import Span

QUOTE = re.compile(r"(?:[ \t]*> ?)+")
# A dash right before bold text is a marker whose space was forgotten, and no minus.
ITEM = re.compile(r"(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+|\Z|(?<=-)(?=\*\*|__))(?P<task>\[[ xX]\][ \t]+)?")
HEADING = re.compile(r"(?P<level>#{1,6})(?:[ \t]+|\Z)")
HEADING_END = re.compile(r"(?:[ \t]+#+)?(?:[ \t]*\{[^{}]*\})?(?:[ \t]+#+)?[ \t]*\Z")
UNDERLINE = re.compile(r"(?P<rule>=+|-+)[ \t]*\Z")
RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[^`]*\Z")
DEFINITION = re.compile(r"\[(?P<label>[^\[\]\n]{1,200})\]:[ \t]*(?P<rest>\S?)", re.MULTILINE)
FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,80}\]:[ \t]*")
# Lines for the site generator: {% include %}, {{< figure >}}, ::: note.
DIRECTIVE = re.compile(r"(?:\{[%{].*[%}]\}|:{3,}.*)[ \t]*\Z")
HTML = re.compile(
    r"<(?:!--|[?!]|/?(?P<name>address|article|aside|base|blockquote|body|caption|center|col|colgroup|dd|details|dialog|"
    r"dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|"
    r"menu|nav|ol|optgroup|option|p|pre|script|search|section|style|summary|svg|table|tbody|td|textarea|tfoot|th|thead|"
    r"title|tr|track|ul|video)(?=[\s/>]|\Z))",
    re.IGNORECASE,
)
# Elements that a blank line does not end.
WHOLE = frozenset({"table", "script", "style", "pre", "textarea", "svg"})


def read(text: str, path: str) -> Source:
    """A Markdown page as a source."""
    front = frontmatter.front_matter(text)
    page = _Page(text, front.end)
    for key, span in front.shown:
        page.pen.block(span, Style(Role.HEADING, 1) if key == "title" else Style())
    page.read()
    return page.canvas.source(path, metadata.collect(front.found))


class _Page(Page):
    """What stands in the lines of Markdown."""

    def __init__(self, text: str, start: int) -> None:
        labels = {fold_label(found["label"]) for found in DEFINITION.finditer(text) if found["label"][0] != "^"}
        super().__init__(text, partial(inline, labels=labels), start)
        self.quoted = 0
        self.blank = True
        self.endings: dict[str, list[int]] = {}
        numbers = post_numbers(text)
        self.number_ends = {number.start: number.end for number in numbers}
        self.number_starts = {number.end: number.start for number in numbers}

    def line(self, line: Span) -> None:
        self._unmarked(self._unquoted(line))

    def _unquoted(self, line: Span) -> Span:
        """A line without the marks of the block quotations it stands in."""
        marks = QUOTE.match(self.text, line.start, line.end)
        depth = marks[0].count(">") if marks else 0
        if depth != self.quoted and (depth or self.blank or not self._goes_on(line)):
            self.pen.flush()
            self.lists = Lists()
            self.quoted = depth
        return Span(marks.end(), line.end) if marks else line

    def _goes_on(self, line: Span) -> bool:
        """Whether a line could go on with a paragraph that is open."""
        body = self.text[line.start : line.end].lstrip()
        return (
            bool(self.pen.pending)
            and bool(body)
            and not any(pattern.match(body) for pattern in (ITEM, HEADING, RULE, FENCE, HTML))
        )

    def _unmarked(self, line: Span) -> None:
        body = self.text[line.start : line.end]
        shown = body.lstrip(" \t")
        if not shown.strip("\ufeff\f"):
            self.pen.flush()
            self.blank = True
            return
        column = len(body[: len(body) - len(shown)].expandtabs(4))
        rest = self._unnumbered(Span(line.end - len(shown), line.end))
        shown = self.text[rest.start : rest.end]
        if not self._starts_block(rest, shown, column):
            self._text(rest, shown, column)
        self.blank = False

    def _unnumbered(self, line: Span) -> Span:
        """A line without the number that it has as a post of a thread."""
        if line.start in self.number_ends:
            self.pen.flush()
        end = line.start + len(self.text[line.start : line.end].rstrip())
        return Span(self.number_ends.get(line.start, line.start), self.number_starts.get(end, line.end))

    def _starts_block(self, line: Span, shown: str, column: int) -> bool:
        """Deal with a line that begins a block of another kind than a paragraph; False if it does not."""
        inner = self.lists.levels[-1].content if self.lists.levels else 0
        if column >= inner + 4 and not self.pen.pending:
            return True  # indented code
        first = shown[0]
        if first == "#" and (heading := HEADING.match(shown)):
            self._heading(Span(line.start + heading.end(), line.end), len(heading["level"]))
        elif first in "=-" and self._underlined(shown):
            pass
        elif first in "*-_" and RULE.match(shown):
            self.pen.flush()
        elif first in "`~" and (fence := FENCE.match(shown)):
            self._skip_code(fence["fence"])
        elif first == "<" and (block := HTML.match(shown)) and not (self.pen.pending and block["name"] is None):
            self._html(line, (block["name"] or "").lower())
        elif first in "{:" and DIRECTIVE.match(shown):
            self.pen.flush()
        elif (first == "[" and self._defines(line, shown)) or ("|" in shown and self._table(line)):
            pass
        else:
            return self._item(line, shown, column)
        return True

    def _text(self, line: Span, shown: str, column: int) -> None:
        if not self.pen.pending:
            self.lists.leave(column)
        elif self.pen.style.role is Role.HEADING:
            self.pen.flush()
        end = line.end - len(shown) + len(shown.rstrip())
        self.pen.line(Span(line.start, end), self._style())

    def _style(self) -> Style:
        style = self.lists.style()
        return style._replace(role=Role.BLOCKQUOTE, level=0) if self.quoted else style

    def _heading(self, line: Span, level: int) -> None:
        self.pen.flush()
        self.lists = Lists()
        tail = HEADING_END.search(self.text, line.start, line.end)
        self.pen.block(Span(line.start, tail.start() if tail else line.end), Style(Role.HEADING, level))

    def _underlined(self, shown: str) -> bool:
        rule = UNDERLINE.match(shown)
        if rule is None or not self.pen.pending or self.pen.style.role is not Role.PROSE:
            return False
        self.pen.style = Style(Role.HEADING, 1 if rule["rule"][0] == "=" else 2)
        self.pen.flush()
        return True

    def _skip_code(self, fence: str) -> None:
        self.pen.flush()
        close = re.compile(rf"[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*\Z")
        while self.index < len(self.lines):
            if close.match(self.text[slice(*self.next())]):
                return

    def _html(self, line: Span, name: str) -> None:
        """Hand a block of HTML, down to the next blank line or its end tag, to the reader of HTML."""
        from factcheck.readers import html

        self.pen.flush()
        ending = f"</{name}>" if name in WHOLE else "-->" if self.text.startswith("<!--", line.start) else ""
        close = self._find(ending, line.start) if ending else -1
        end = line.end
        while self.index < len(self.lines) and (end < close or (close < 0 and self._shows(self.index))):
            end = self.lines[self.index].end
            self.index += 1
        html.draw(self.canvas, line.start, end)

    def _shows(self, index: int) -> bool:
        return bool(self.text[slice(*self.lines[index])].strip())

    def _find(self, ending: str, start: int) -> int:
        """Where an element ends, -1 if it never does. The text is searched once, however many elements are open."""
        if ending not in self.endings:
            found = re.finditer(re.escape(ending), self.text, re.IGNORECASE)
            self.endings[ending] = [match.start() for match in found]
        places = self.endings[ending]
        index = bisect_left(places, start)
        return places[index] if index < len(places) else -1

    def _defines(self, line: Span, shown: str) -> bool:
        """A footnote's text is prose; where a link leads is not."""
        if note := FOOTNOTE.match(shown):
            self.pen.flush()
            self.lists = Lists()
            self.pen.line(Span(line.start + note.end(), line.end), Style())
            return True
        return not self.pen.pending and DEFINITION.match(shown) is not None

    def _table(self, line: Span) -> bool:
        if self.index >= len(self.lines) or self.pen.pending:
            return False
        rule = self.lines[self.index]
        if not table.DELIMITER.match(self.text, rule.start, rule.end):
            return False
        rows = [line]
        self.index += 1
        while self.index < len(self.lines) and "|" in self.text[slice(*self.lines[self.index])]:
            rows.append(self.lines[self.index])
            self.index += 1
        table.draw(self.pen, rows)
        return True

    def _item(self, line: Span, shown: str, column: int) -> bool:
        marker = ITEM.match(shown)
        if marker is None or self._is_broken_sentence(marker) or len(self.lists.levels) == DEEPEST_LIST:
            return False
        self.pen.flush()
        content = column + min(marker.end("gap"), marker.end("marker") + 4)
        style = self.lists.enter(column, content, self.canvas)
        rest = Span(line.start + marker.end(), line.end)
        body = self.text[rest.start : rest.end]
        if not self._starts_block(rest, body, content) if body else False:
            self.pen.line(Span(rest.start, rest.end - len(body) + len(body.rstrip())), self._item_style(style))
        return True

    def _item_style(self, style: Style) -> Style:
        return style._replace(role=Role.BLOCKQUOTE) if self.quoted else style

    def _is_broken_sentence(self, marker: re.Match[str]) -> bool:
        """Whether a number at the start of a line belongs to the sentence above ("… in\\n2017. The")."""
        interrupts = self.pen.pending and self.pen.style.role is not Role.ITEM
        return bool(interrupts) and (
            (marker["marker"][0].isdigit() and marker["marker"][:-1] != "1") or not marker["gap"]
        )
