"""Finds the quoted stretches of a paragraph by their marks, also where one of the two marks is lost."""

from __future__ import annotations

from factcheck.kinds.inches import inch_marks
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.text import Span

# Every character that can open or close a quotation.
MARK = re.compile(r"[\u201c\u201d\u201e\u201f\"\u2018\u2019\u201a'\u00ab\u00bb\u2039\u203a]")
# The same without apostrophes: a paragraph without any of these and of single opening marks holds no quotation.
CURLY_OPEN, CURLY_CLOSE = "\u201c\u201e\u201f\u00ab\u2039", "\u201d\u00bb\u203a"
SINGLES = "\u2018\u2019\u201a'"
# A single mark that closes: what stands before it, and what follows.
SINGLE_END = re.compile(r"(?<=[^\s(\[\u2018\u201c\"])['\u2019](?![^\W_])")
SINGLE_START = re.compile(r"(?<![^\s(\[\u2014-])['\u2018](?=[^\W_])")
# A sentence's end inside a paragraph, where a quotation whose opening mark is lost can begin.
SENTENCE_END = re.compile(r"[.!?]['\u2019\u201d\"]?\s+(?=[^\W\d_a-z]|[\u201c\u2018\"\[])")
# A phrase in single marks is at most this long without a comma or full stop before its closing mark.
LONGEST_PHRASE = 80


class Quoted(NamedTuple):
    """The words between two marks. `outer` takes in the marks; opened, closed: whether they stand in the text."""

    span: Span
    outer: Span
    opened: bool
    closed: bool


def quoted(text: str, block: Span) -> list[Quoted]:
    """The outermost quotations of a paragraph, in order."""
    found: list[Quoted] = []
    stack: list[tuple[str, int]] = []
    inches = inch_marks(text, block)
    for mark in MARK.finditer(text, *block):
        at, glyph = mark.start(), mark[0]
        if at in inches or (found and at < found[-1].outer.end):
            continue
        if glyph in SINGLES:
            end = None if stack else _single_end(text, block, at)
            if end is not None:
                found.append(_between(text, at, end))
        elif _opens(text, block, at, glyph, stack):
            if stack and stack[-1][0] == _family(glyph):
                found.append(_unclosed(text, Span(stack[0][1], at)))
                stack.clear()
            stack.append((_family(glyph), at))
        elif stack:
            start = _close(stack, _family(glyph))
            if not stack:
                found.append(_between(text, start, at))
        else:
            _add_unopened(text, block, found, at)
    if stack:
        found.append(_unclosed(text, Span(stack[0][1], block.end)))
    return [q for q in found if q.span.start < q.span.end]


def _close(stack: list[tuple[str, int]], family: str) -> int:
    """Take the quotation that a mark closes off the stack, with all inside it, and say where it began.

    A mark of another kind than any that is open closes the outermost: "... lost,” he said.
    """
    depth = next((at for at in range(len(stack) - 1, -1, -1) if stack[at][0] == family), 0)
    start = stack[depth][1]
    del stack[depth:]
    return start


def _add_unopened(text: str, block: Span, found: list[Quoted], closing: int) -> None:
    """Add a quotation that lacks its opening mark; phrases in single marks inside it are its own."""
    last = len(found)
    while last and text[found[last - 1].outer.start] in SINGLES:
        last -= 1
    new = _unopened(text, block, found[last - 1] if last else None, closing)
    while len(found) > last and found[-1].outer.end > new.span.start:
        found.pop()
    found.append(new)


def _family(glyph: str) -> str:
    """Marks that open and close one another."""
    return "straight" if glyph == '"' else "angle" if glyph in "\u00ab\u00bb\u2039\u203a" else "curly"


def _opens(text: str, block: Span, at: int, glyph: str, stack: list[tuple[str, int]]) -> bool:
    """Whether a double mark opens: by its glyph, unless its place says otherwise."""
    left = text[at - 1] if at > block.start else " "
    right = text[at + 1] if at + 1 < block.end else " "
    free_left = left.isspace() or left in "([{\u2014\u2013-\u2018/>*_"
    free_right = right.isspace() or right in ")]},.;:!?"
    inside = any(family == _family(glyph) for family, _ in stack)
    if glyph in CURLY_OPEN:
        return not (inside and free_right and not free_left)
    if glyph in CURLY_CLOSE:
        return not inside and free_left and not free_right
    if free_left != free_right:
        return free_left
    return not inside


def _single_end(text: str, block: Span, at: int) -> int | None:
    """Where the quotation that a single mark opens ends, or None where the mark is an apostrophe."""
    left = text[at - 1] if at > block.start else " "
    right = text[at + 1] if at + 1 < block.end else " "
    if not (left.isspace() or left in "([\u2014\u2013-") or not (right.isalnum() or right in "[\u2026\u201c"):
        return None
    reopened = SINGLE_START.search(text, at + 1, block.end)
    ends = [end.start() for end in SINGLE_END.finditer(text, at + 1, reopened.start() if reopened else block.end)]
    stopped = next((end for end in ends if text[end - 1] in ".,!?\u2026"), None)
    if stopped is not None:
        return stopped
    return next((end for end in ends if end - at < LONGEST_PHRASE), None)


def _between(text: str, opening: int, closing: int) -> Quoted:
    return Quoted(_trim(text, Span(opening + 1, closing)), Span(opening, closing + 1), True, True)


def _unclosed(text: str, stretch: Span) -> Quoted:
    """A quotation without a closing mark: to the end of the stretch, or to the cue that follows a comma in it."""
    inner = _trim(text, Span(stretch.start + 1, stretch.end))
    return Quoted(inner, Span(stretch.start, inner.end), True, False)


def _unopened(text: str, block: Span, before: Quoted | None, closing: int) -> Quoted:
    """A quotation without an opening mark begins its paragraph, or the sentence after the cue of the one before,
    or follows a colon."""
    start = block.start
    if before:
        sentence = SENTENCE_END.search(text, before.outer.end, closing)
        start = sentence.end() if sentence else before.outer.end
    colon = text.find(": ", start, min(closing, start + 160))
    if colon >= 0 and not SENTENCE_END.search(text, start, colon):
        start = colon + 2
    inner = _trim(text, Span(start, closing))
    return Quoted(inner, Span(inner.start, closing + 1), False, True)


def _trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
