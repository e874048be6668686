"""Hears who speaks in a transcript written as text: labels and time codes before the turns are no text of theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple, replace
from factcheck.model import Block, Role, Source, Voice
from factcheck.text import Lines, Span
from factcheck.text.places import Place, Placed

NAME = r"[^\W\d_][\w.'’-]*(?:[ \t]+[^\W\d_][\w.'’-]*){0,4}(?:[ \t]+\d{1,2}(?!\d|:\d))?"
# No time of day: "8:00 p.m." stands above what a live page says of that hour.
TIME = r"[\[(]?(?P<time{0}>(?:\d{{1,2}}:)?\d{{1,2}}:\d\d(?:[.,]\d{{1,3}})?)(?![ \t]?[ap]\.?m\b)[\])]?"
# "[00:01:02] NAME:", "NAME 00:01:02" on a line, "NAME: 00:01:02", "[00:01:02]", "NAME:".
HEADS = (
    re.compile(rf"{TIME.format(1)}[ \t]*[-–]?[ \t]*(?P<name>{NAME})[ \t]*:[ \t]*"),
    re.compile(rf"(?P<name>{NAME})[ \t]*:?[ \t]*{TIME.format(1)}[ \t]*:?[ \t]*(?=[\r\n]|\Z)"),
    re.compile(rf"(?P<name>){TIME.format(1)}[ \t]*(?=[\r\n]|\Z|[^\W\d_])"),
    re.compile(rf"(?P<name>{NAME})[ \t]*:(?P<time1>)[ \t]+(?=\S)"),
)
# What a text must hold to be looked at.
HINT = re.compile(
    r"^[ \t*_\ufeff]*(?:[\[(]?\d{1,2}:\d\d|[^\W\d_][^\n:]{0,60}:[ \t*_]|[^\n]{2,60}[ \t](?:\d{1,2}:){1,2}\d\d[ \t]*$)",
    re.MULTILINE,
)
# Labels that are nobody's name.
NAMELESS = re.compile(
    r"(?:speaker|interview(?:er|ee)|reporter|moderator|question|answer|q|a|voice|unknown|host|man|woman)(?: ?\d+)?\Z",
    re.IGNORECASE,
)
LINE_START = re.compile(r"[\r\n]+[ \t]*")
# Words that begin a paragraph with a colon, and are no speakers.
NO_SPEAKERS = frozenset(
    "note notes update correction source sources title date place author published summary background warning "
    "example editor abstract keywords url tags category conclusion conclusions method methods results".split()
)
# Labels in the head of a transcript above what its recorder lists, which nobody says.
LISTED = re.compile(
    r"(?:(?:summary )?keywords|speakers|participants|attendees)[ \t]*:?[ \t]*(?:[\r\n]|\Z)", re.IGNORECASE
)
# "10:03AM • 32:45" behind a date: when it began, how long it is.
CLOCK = re.compile(r"[ \t,]*\d{1,2}:\d\d[ \t]?(?:[ap]m)?[ \t]*[•·|][ \t]*(?:\d{1,2}:)?\d{1,2}:\d\d\s*\Z", re.IGNORECASE)
FEWEST_TURNS = 2
# Of the paragraphs, so many must be turns, where no time code tells that it is a transcript.
SHARE = 0.4


class Head(NamedTuple):
    """A label before a turn: the block it opens, where the turn begins, whose it is, and when."""

    block: int
    end: int
    name: str
    time: str


def heard(source: Source) -> Source:
    """A text with the voices of a transcript, if it is one."""
    if HINT.search(source.view.text) is None:
        return source
    whole, source = source, replace(source, blocks=tuple(_split(source)))
    heads = list(_heads(source))
    if not _is_transcript(heads, source.blocks):
        return whole
    source = replace(source, blocks=tuple(_beheaded(source, heads)))
    blocks, voices, times = _turns(source, heads)
    return replace(source, blocks=tuple(blocks), voices=tuple(voices), places=_places(source, times))


def _split(source: Source) -> Iterator[Block]:
    """The blocks, with a turn on a line of its own as a block of its own."""
    text = source.view.text
    for block in source.blocks:
        start = block.span.start
        for line in LINE_START.finditer(text, *block.span):
            if _head(text, Span(line.end(), block.span.end)):
                yield replace(block, span=Span(start, line.start()))
                start = line.end()
        yield replace(block, span=Span(start, block.span.end))


def _heads(source: Source) -> Iterator[Head]:
    for number, block in enumerate(source.blocks):
        found = _head(source.view.text, block.span) if block.role is not Role.CELL else None
        if found:
            yield Head(number, found.end(), " ".join(found["name"].split()), found["time1"] or "")


def _head(text: str, span: Span) -> re.Match[str] | None:
    """The label that a turn begins with."""
    for pattern in HEADS:
        found = pattern.match(text, *span)
        if found and found["name"].split(" ")[0].lower() not in NO_SPEAKERS and is_name(found["name"]):
            return found
    return None


def is_name(name: str) -> bool:
    """Whether a label could be one's: every word but a small one in capitals."""
    words = name.split()
    return not name or all(word[0].isupper() or word[0].isdigit() or len(word) <= 3 for word in words)


def _is_transcript(heads: Sequence[Head], blocks: Sequence[Block]) -> bool:
    """Whether a text is one: times stand before its turns, or its paragraphs take turns under names that recur."""
    if sum(bool(head.time) for head in heads) >= FEWEST_TURNS:
        return True
    names = Counter(head.name for head in heads if head.name)
    spoken = sum(block.role is not Role.HEADING for block in blocks)
    recurring = max(names.values(), default=0) > 1 or sum(name.count(" ") > 0 for name in names) > 1
    return len(names) >= FEWEST_TURNS and recurring and sum(names.values()) >= SHARE * spoken


def _beheaded(source: Source, heads: Sequence[Head]) -> Iterator[Block]:
    """The blocks, where times stand before the turns with what a recorder lists above the first of them set aside."""
    first = heads[0].block if any(head.time for head in heads) else 0
    listed = False
    for block in source.blocks[:first]:
        shown = source.view.text[slice(*block.span)]
        label = LISTED.match(shown)
        if label or listed:
            block = replace(block, role=Role.ASIDE)
        elif clock := CLOCK.search(shown):
            block = replace(block, span=Span(block.span.start, block.span.start + clock.start()))
        listed = label is not None and label.end() == len(shown)
        yield block
    yield from source.blocks[first:]


def _turns(source: Source, heads: Sequence[Head]) -> tuple[list[Block], list[Voice], list[tuple[int, str]]]:
    """The blocks without their labels, whose words they are, and from which offset on which time holds."""
    opened = {head.block: head for head in heads}
    blocks: list[Block] = []
    voices: list[Voice] = []
    times: list[tuple[int, str]] = []
    name = ""
    for number, block in enumerate(source.blocks):
        head = opened.get(number)
        if head is not None:
            name = head.name or name
            if head.time:
                times.append((source.view.origin(block.span).start, head.time))
            block = _after(block, head.end, source.view.text)
        elif block.role is Role.HEADING and not times:
            name = ""
        if block.span.start < block.span.end:
            role = block.role if head is None or block.role is not Role.HEADING else Role.PROSE
            blocks.append(replace(block, role=role))
            if (name and not NAMELESS.match(name) and head is not None) or (name and times and head is None):
                voices.append(Voice(block.span, name))
    return blocks, [voice for voice in voices if not NAMELESS.match(voice.speaker)], times


def _after(block: Block, start: int, text: str) -> Block:
    while start < block.span.end and text[start].isspace():
        start += 1
    return replace(block, span=Span(min(start, block.span.end), block.span.end))


def _places(source: Source, times: Sequence[tuple[int, str]]) -> tuple[Placed, ...]:
    """Each block by its line, with the time of its turn."""
    if not times:
        return ()
    lines, placed, clock = Lines(source.text), [], ""
    waiting = list(times)
    for block in source.blocks:
        start = source.view.origin(block.span).start
        while waiting and waiting[0][0] <= start:
            clock = _clock(waiting.pop(0)[1])
        placed.append(Placed(start, Place(line=lines.position(start).line, time=clock)))
    return tuple(placed)


def _clock(time: str) -> str:
    """A time as "00:01:02"; minutes and seconds alone are those of the first hour."""
    parts = time.replace(",", ".").split(":")
    return ":".join(part.zfill(2) for part in (["0", *parts] if len(parts) == 2 else parts))
