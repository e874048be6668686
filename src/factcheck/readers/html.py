"""Reads HTML: what a browser would show, each character with its place in the file."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape
from html.parser import HTMLParser

from factcheck.lean import regex as re
from factcheck.lean.record import replace
from factcheck.model import Block, Role, Source
from factcheck.readers import metadata, tags
from factcheck.readers.canvas import Canvas
from factcheck.readers.jsonld import statements
from factcheck.readers.noise import is_invisible
from factcheck.readers.page_tables import Tables
from factcheck.readers.pen import Style, list_lead
from factcheck.readers.raised import raised
from factcheck.readers.web.elements import Elements, title_of
from factcheck.readers.web.labelled import article
from factcheck.readers.web.language import refuse_foreign

# White space that a browser shows as one space; no-break spaces are not among it.
BLANKS = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
LINE_FEED = re.compile("\n")
PLACEHOLDER = "\ufffc"
# Browsers nest no deeper either (512 in Blink); what is nested deeper is read, but not as blocks.
DEEPEST = 512


def read(text: str, path: str) -> Source:
    """A saved page as a source: what stands outside its article are asides."""
    canvas = Canvas(text)
    page = draw(canvas, 0, len(text))
    page.elements.set_aside()
    return refuse_foreign(canvas.source(path, page.metadata()), page.language)


def read_labelled(text: str, path: str) -> Source:
    """The same, and what trafilatura does not take for the article is an aside too, if it finds one; the title stays,
    which it leaves out of texts."""
    canvas = Canvas(text)
    page = draw(canvas, 0, len(text))
    page.elements.set_aside()
    if told := article(text):
        seen = canvas.drawn(0)
        title = title_of(canvas.blocks)
        canvas.blocks = [
            block if block is title or told.holds(seen[block.span.start : block.span.end]) else _aside(block)
            for block in canvas.blocks
        ]
    return refuse_foreign(canvas.source(path, page.metadata()), page.language)


def _aside(block: Block) -> Block:
    return replace(block, role=Role.ASIDE)


def read_whole(text: str, path: str) -> Source:
    """An HTML page as a draft: all of it is what it says."""
    canvas = Canvas(text)
    page = draw(canvas, 0, len(text))
    return canvas.source(path, page.metadata())


def draw(canvas: Canvas, start: int, end: int) -> Page:
    """Draw the HTML between two offsets of a file."""
    page = Page(canvas, start, end)
    page.feed(_sound(canvas.file[start:end]))
    page.close()
    page.flush(end)
    return page


def _sound(text: str) -> str:
    """The text without a comment that never ends, and without the signs of tags that never do; places hold.

    The parser would look for the end of every one of them up to the end of the page, in quadratic time.
    """
    comment = text.find("<!--", text.rfind("-->") + 1)
    text = text if comment < 0 else text[:comment]
    closed = text.rfind(">") + 1
    return text[:closed] + text[closed:].replace("<", "\0")


class Page(HTMLParser):
    """Follows the tags, and draws what stands between them."""

    def __init__(self, canvas: Canvas, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self.canvas = canvas
        self.line_starts = [start, *(found.end() for found in LINE_FEED.finditer(canvas.file, start, end))]
        self.stated: list[tuple[str, str]] = []
        self.page_title = ""
        self.open: list[str] = []
        self.styles = [Style()]
        self.unseen = ""
        self.unseen_depth = 0
        self.in_data = self.within = False
        self.struck: set[str] = set()
        self.leads: list[tuple[str, ...]] = []
        self.tables = Tables(canvas)
        self.block_start = canvas.length
        self.resume = 0
        self.broken = False
        self.elements = Elements(canvas)
        self.language = ""

    def metadata(self) -> tuple[tuple[str, str], ...]:
        """What the page says of itself; its <title>, which often names the site too, only if it has no heading."""
        headed = any(block.role is Role.HEADING for block in self.canvas.blocks)
        return metadata.collect(self.stated if headed else [*self.stated, ("title", self.page_title)])

    def place(self) -> int:
        """The offset in the file of what the parser is at."""
        line, column = self.getpos()
        return self.line_starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        at, attributes = self.place(), dict(attrs)
        if at < self.resume:
            return
        if tag == "html":
            self.language = attributes.get("lang") or attributes.get("xml:lang") or ""
        if tag in ("meta", "link", "time"):
            self.stated.append(tags.stated(tag, attributes))
        if self.unseen:
            self.unseen_depth += tag == self.unseen
        elif tags.is_unseen(tag, attributes) or not self.struck.isdisjoint((attributes.get("class") or "").split()):
            self.unseen, self.unseen_depth = tag, 1
            self.in_data = attributes.get("type") == "application/ld+json"
        elif tag in ("sup", "sub") and (mark := raised(self.canvas.file, at)):
            self.canvas.put(mark.text, at, mark.end)
            self.resume = mark.end
        elif tag == "br":
            self._break(at)
        elif tag == "a" and tags.COMMENT.fullmatch(attributes.get("id") or "") and self.open:
            # The block that it opens is not seen; a division holds all paragraphs of a comment.
            self.unseen, self.unseen_depth, self.within = "div" if "div" in self.open else self.open[-1], 1, True
        elif tag == "a":
            self.elements.begin_link(attributes)
        elif tag in tags.BLOCKS:
            self.flush(at)
            self._enter(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in tags.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        at = self.place()
        if self.unseen:
            self._reappear(tag, at)
            if self.unseen or not self.within:
                return
            self.within = False
        if tag == "a":
            self.elements.end_link()
        elif at >= self.resume and tag in tags.BLOCKS and tag in self.open:
            self.flush(at)
            while self._leave() != tag:
                pass

    def handle_data(self, data: str) -> None:
        at = self.place()
        if self.unseen:
            self._unseen_data(data)
            return
        if at < self.resume:
            data, at = data[self.resume - at :], self.resume
        if data.strip(" \t\r\n\f"):
            self.broken = False
        self._text(data, at)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """`<![` opens no section in HTML, but a comment down to the next `>`; the base class gives up on most."""
        return self.parse_bogus_comment(i, report)

    def _reference(self, written: str) -> None:
        at, shown = self.place(), unescape(f"{written};")
        end = at + len(written)
        end += self.canvas.file.startswith(";", end)
        if self.unseen:
            self._unseen_data(shown)
        elif at >= self.resume:
            if shown == f"{written};":
                shown = self.canvas.file[at:end]
            # Soft hyphens and their like are no more seen as entities than as characters.
            self.canvas.put("" if is_invisible(shown) else shown, at, end)
            self.broken = False

    def _text(self, data: str, at: int) -> None:
        """Draw text, each run of white space as one space."""
        if "pre" in self.open:
            self.canvas.keep(at, at + len(data))
            return
        done = 0
        for blank in BLANKS.finditer(data):
            self.canvas.keep(at + done, at + blank.start())
            self.canvas.put(" ", at + blank.start(), at + blank.end())
            done = blank.end()
        self.canvas.keep(at + done, at + len(data))

    def _reappear(self, tag: str, at: int) -> None:
        """Go on drawing when the element that is not seen ends."""
        self.unseen_depth -= tag == self.unseen
        if self.unseen_depth == 0:
            if tag in tags.OPAQUE:
                self.canvas.put(PLACEHOLDER, at, at)
            self.unseen, self.in_data = "", False

    def _unseen_data(self, data: str) -> None:
        if self.in_data:
            self.stated += statements(data)
        elif self.unseen == "title":
            self.page_title += data
        elif self.unseen == "style":
            self.struck.update(tags.STRUCK_CLASS.findall(data))

    def _break(self, at: int) -> None:
        """One <br> ends a line, two end a paragraph."""
        if self.broken:
            self.flush(at)
        else:
            self.canvas.gap(at, "\n")
        self.broken = not self.broken

    def _enter(self, tag: str, attributes: tags.Attributes) -> None:
        while self.open and self.open[-1] in tags.ENDED_BY[tag]:
            self._leave()
        if tag in tags.VOID or len(self.open) >= DEEPEST:
            return
        if tag in tags.LISTS:
            self.leads.append(list_lead(self.canvas, self.leads[-1] if self.leads else None))
        elif tag == "table":
            self.tables.open()
        elif self.tables and tag in tags.CELLS:
            self._end_cell()
            self.tables.open_cell(tag == "th", attributes)
        self.open.append(tag)
        self.styles.append(self._style(tag))
        self.elements.begin(tag, attributes)

    def _leave(self) -> str:
        """Close the innermost element; its tag."""
        tag = self.open.pop()
        self.styles.pop()
        self.elements.end()
        if tag in tags.LISTS:
            self.leads.pop()
        elif self.tables and (tag in tags.CELLS or tag in ("tr", "thead", "table")):
            self._end_cell()
            if tag not in tags.CELLS:
                self.tables.end_row(head=tag == "thead" or "thead" in self.open[-1:])
            if tag == "table":
                self.tables.close()
        return tag

    def _end_cell(self) -> None:
        if self.tables.end_cell(self.place()):
            self.block_start = self.canvas.length

    def flush(self, at: int) -> None:
        """End the block that is being drawn."""
        start = self.block_start
        if start == self.canvas.length:
            return
        self.tables.paragraph(start, self.styles[-1])
        if "caption" in self.open[-1:] and self.tables:
            self.tables.caption(self.canvas.drawn(start))
        self.canvas.gap(at)
        self.block_start = self.canvas.length
        self.broken = False

    def _style(self, tag: str) -> Style:
        """What the text of an element is drawn as, inside the element that is now open."""
        outer = self.styles[-1]
        if outer.role is Role.BLOCKQUOTE or tag == "blockquote":
            return Style(Role.BLOCKQUOTE)
        if tag in tags.ITEMS and self.leads:
            return Style(Role.ITEM, len(self.leads), self.leads[-1])
        return Style(Role.HEADING, tags.HEADINGS[tag]) if tag in tags.HEADINGS else outer
