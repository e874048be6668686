"""Reads plain text: paragraphs, hard-wrapped or one a line, list items and headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.lexicon import forms, table
from factcheck.model import Block, Role, Source
from factcheck.readers.canvas import Canvas, Edit
from factcheck.readers.credits import employer, opens_with_masthead
from factcheck.readers.noise import SUSPECT
from factcheck.readers.shape import ITEM, SENTENCE_END, byline, is_heading, is_prose, is_title
from factcheck.readers.threads import post_numbers
from factcheck.text import Span, View

# A line with something on it, without its end.
LINE = re.compile(r"[^\r\n]+")
LINE_END = re.compile(r"\r\n?|\n")
# Columns within which text that a program or a person wrapped is as wide as its longest line.
NARROWEST, WIDEST = 45, 120
FIRST_WORD = re.compile(r"[^\s-]+-?")
# "... on 3 / May 2019": a date that is broken off before its month.
DAY_AT_END = re.compile(r"[a-z]\s+[1-3]?\d\Z")
MONTH_AT_START = re.compile(rf"(?:{'|'.join(form for row in table('months') for form in forms(row['form']))})\b")
UNDERLINE = re.compile(r"([=\-~_^*#])\1{2,}\Z")
BLANK = "\ufeff \t\u00a0\f\v"


class Line(NamedTuple):
    """A line that shows something: its place without the blanks around it."""

    start: int
    end: int
    body: str
    indent: int


def read(text: str, path: str) -> Source:
    """A plain text as a source."""
    view = _view(text)
    return Source(path, text, view, tuple(_blocks(view.text)))


def _view(text: str) -> View:
    numbers = sorted((*post_numbers(text), *_line_numbers(text)))
    if not numbers and SUSPECT.search(text) is None:
        return View(text)
    canvas = Canvas(text)
    canvas.edited(0, len(text), (Edit(*number) for number in numbers))
    return canvas.source("").view


# The number of a page or line, alone on its line amid a sentence: "as soon as it / 31 / was read aloud".
LINE_NUMBER = re.compile(
    r"(?<=[^\W\d_])(?P<number>[ \t]*\r?\n[ \t]*(?:[–-] ?)?\d{1,4}(?: ?[–-])?[ \t]*)(?=\r?\n[ \t]*[a-z])"
)


# A line of nothing but a number: where there is none, looking for those amid a sentence is spared.
NUMBER_ALONE = re.compile(r"\n[ \t]*(?:[–-] ?)?\d{1,4}(?: ?[–-])?[ \t]*\r?\n")


def _line_numbers(text: str) -> list[Span]:
    """The numbers of pages and lines that stand between two lines of one sentence."""
    if NUMBER_ALONE.search(text) is None:
        return []
    return [Span(*found.span("number")) for found in LINE_NUMBER.finditer(text)]


def _blocks(text: str) -> Iterator[Block]:
    groups = list(_groups(text))
    lead: tuple[str, ...] = ()
    for index, lines in enumerate(groups):
        span, body = Span(lines[0].start, lines[-1].end), text[lines[0].start : lines[-1].end]
        if not any(map(str.isalnum, body)):
            continue
        if marker := ITEM.match(body):
            yield Block(Span(span.start + marker.end(), span.end), Role.ITEM, 1, lead)
            continue
        lead = _lead(body)
        level = _heading_level(text, groups, index)
        yield Block(span, Role.HEADING if level else Role.PROSE, level)


def _lead(body: str) -> tuple[str, ...]:
    """The sentence that a list hangs on."""
    return (re.split(r"(?<=[.!?])\s+", body[-300:])[-1],) if body.endswith(":") else ()


def _groups(text: str) -> Iterator[Sequence[Line]]:
    """The lines of each paragraph."""
    for section in _sections(text):
        width = max(line.end - line.start + line.indent for line in section)
        group = [section[0]]
        for line in section[1:]:
            if not _runs_on(group, line, width):
                yield group
                group = []
            group.append(line)
        yield group


def _sections(text: str) -> Iterator[Sequence[Line]]:
    """Runs of lines without a blank one between them."""
    section: list[Line] = []
    end = 0
    for found in LINE.finditer(text):
        body = found[0].strip(BLANK)
        if not body:
            continue
        gap = text[end : found.start()]
        if section and (gap.strip("\r\n") or len(LINE_END.findall(gap)) > 1 or "\f" in found[0][:1]):
            yield section
            section = []
        start = found.start() + found[0].index(body)
        section.append(Line(start, start + len(body), body, start - found.start()))
        end = found.end()
    if section:
        yield section


def _runs_on(group: Sequence[Line], line: Line, width: int) -> bool:
    """Whether a line goes on with the sentence of the line before, and was only broken off to fit the page."""
    last = group[-1]
    if UNDERLINE.match(line.body) or UNDERLINE.match(last.body) or line.body == last.body:
        return False
    if ITEM.match(line.body) and not line.body[0].isalpha():
        return False
    if line.body[0].islower():
        return True
    if line.indent > group[0].indent + 1 and SENTENCE_END.search(last.body) and not ITEM.match(group[0].body):
        return False
    if ITEM.match(group[0].body) and line.indent > group[0].indent:
        return True
    if DAY_AT_END.search(last.body) and MONTH_AT_START.match(line.body):
        return True
    if not NARROWEST <= width <= WIDEST:
        return False
    used = last.indent + last.end - last.start
    word = FIRST_WORD.match(line.body)
    forced = used + 1 + len(word[0] if word else "") > width
    return forced or (used >= 0.75 * width and SENTENCE_END.search(last.body) is None)


def _heading_level(text: str, groups: Sequence[Sequence[Line]], index: int) -> int:
    """1 for a title, 2 for the heading of a section, 0 for what is neither."""
    lines = groups[index]
    body = lines[0].body
    if len(lines) > 1 or not is_title(body) or employer(body):
        return 0
    following = groups[index + 1] if index + 1 < len(groups) else ()
    before = groups[index - 1] if index else ()
    if not following:
        return 0
    if index == 0 or body in (following[0].body, before[0].body):
        return 1 if len(following) == 1 or index == 0 else 0
    if byline(following[0].body) or (index == 1 and opens_with_masthead(before[0].body, body)):
        return 1
    if UNDERLINE.match(following[0].body):
        return 1 if following[0].body[0] == "=" else 2
    after = text[following[0].start : following[-1].end]
    alone = len(before) > 1 or not is_heading(before[0].body) or index == 1
    return 2 if alone and is_heading(body) and is_prose(after) else 0
