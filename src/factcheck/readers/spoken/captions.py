"""Reads captions, SubRip and WebVTT: cues joined into running text, with the time and the voice of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import unescape

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple, replace
from factcheck.model import Role, Source, Voice
from factcheck.readers.canvas import Canvas, Edit
from factcheck.readers.spoken.turns import FEWEST_TURNS, NAME, NAMELESS, NO_SPEAKERS, SHARE, is_name
from factcheck.text import LINE_END, Span
from factcheck.text.places import Place, Placed

CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
TIMING = re.compile(rf"[ \t\ufeff]*(?P<start>{CLOCK})[ \t]*-->[ \t]*(?P<end>{CLOCK})")
VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+(?P<name>[^>]{1,120})>")
# A tag, a time code within a cue, an override of SubStation: what is no text.
TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,120}>|<(?:\d{1,3}:)?\d{1,2}:\d\d\.\d{3}>|\{\\[^{}\n]{0,120}\}")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# "- " or "MIRA: " before what another one says.
DASH = re.compile(r"[-–—][ \t]+(?=\S)")
# "Mara Lund: " before what is said, as programs that record meetings put it.
LABEL = re.compile(rf"[ \t]*(?P<name>{NAME}):[ \t]+(?=\S)")
# A silence of so many seconds ends a paragraph, but for what cannot end there: that waits for so many.
PAUSE, WAIT = 2.0, 10.0


class Cue(NamedTuple):
    """What is shown together: from when to when, in seconds, and its lines."""

    start: float
    end: float
    lines: Sequence[Span]


def read(text: str, path: str) -> Source:
    """Captions as a source."""
    cues = list(_cues(text))
    page = _Page(text, _are_labelled(text, cues))
    for cue in cues:
        page.cue(cue)
    page.end()
    return replace(page.canvas.source(path), places=tuple(page.places), voices=tuple(page.voices))


def _label(text: str, line: Span) -> re.Match[str] | None:
    """The label of who speaks that a line begins with."""
    found = LABEL.match(text, *line)
    return found if found and found["name"].split()[0].lower() not in NO_SPEAKERS and is_name(found["name"]) else None


def _are_labelled(text: str, cues: Sequence[Cue]) -> bool:
    """Whether captions say who speaks by labels: on as many cues as paragraphs of a transcript have one."""
    labels = sum(bool(cue.lines) and _label(text, cue.lines[0]) is not None for cue in cues)
    return labels >= FEWEST_TURNS and labels >= SHARE * len(cues)


def _cues(text: str) -> Iterator[Cue]:
    """The cues: what stands below a line of times, down to an empty line."""
    lines = [*_lines(text), Span(len(text), len(text))]
    index = 0
    while index < len(lines):
        timing = TIMING.match(text, *lines[index])
        if timing is None:
            index += 1
            continue
        first = index = index + 1
        while index < len(lines) and text[slice(*lines[index])].strip() and not TIMING.match(text, *lines[index]):
            index += 1
        yield Cue(_seconds(timing["start"]), _seconds(timing["end"]), lines[first:index])


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for end in LINE_END.finditer(text):
        yield Span(start, end.start())
        start = end.end()
    yield Span(start, len(text))


def _seconds(time: str) -> float:
    hours, minutes, seconds = ["0", *time.replace(",", ".").split(":")][-3:]
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def clock(seconds: float) -> str:
    """A time as places have it: "00:01:02.000"."""
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"


class _Page:
    """Draws cue after cue; a paragraph goes on until another speaks or nobody does."""

    def __init__(self, text: str, labelled: bool) -> None:
        self.text, self.labelled = text, labelled
        self.canvas = Canvas(text)
        self.places: list[Placed] = []
        self.voices: list[Voice] = []
        self.start = 0
        self.speaker = self.label = ""
        self.silent_since = 0.0
        self.last = ""

    def cue(self, cue: Cue) -> None:
        if cue.start - self.silent_since > (WAIT if self.last.endswith(",") else PAUSE):
            self._paragraph(self.speaker if self.labelled else "")
        self.silent_since = max(cue.end, cue.start)
        for index, line in enumerate(cue.lines):
            body = self.text[slice(*line)]
            # Captions that roll show the last line once more.
            if index == 0 and len(cue.lines) > 1 and body.strip() == self.last:
                continue
            label = _label(self.text, line) if self.labelled and index == 0 else None
            if label:
                name = " ".join(label["name"].split())
                if name != self.label:
                    self._paragraph("" if NAMELESS.match(name) else name)
                self.label = name
                line = Span(label.end(), line.end)
            self._line(line, self.text[slice(*line)], cue)
            self.last = body.strip()

    def end(self) -> None:
        self._paragraph("")

    def _line(self, line: Span, body: str, cue: Cue) -> None:
        """A line in the parts that its voices make of it."""
        marks = [*VOICE.finditer(body)]
        dash = DASH.match(body)
        if dash:
            self._paragraph("")
        ends = [mark.start() for mark in marks] + [len(body)]
        self._part(Span(line.start + (dash.end() if dash else 0), line.start + ends[0]), cue)
        for mark, end in zip(marks, ends[1:], strict=True):
            if mark["name"].strip() != self.speaker:
                self._paragraph(" ".join(unescape(mark["name"]).split()))
            self._part(Span(line.start + mark.end(), line.start + end), cue)

    def _part(self, span: Span, cue: Cue) -> None:
        if not self.text[slice(*span)].strip():
            return
        if self.canvas.length > self.start:
            self.canvas.gap(span.start, " ")
        self.places.append(Placed(span.start, Place(time=clock(cue.start))))
        edits = [Edit(*tag.span()) for tag in TAG.finditer(self.text, *span)]
        edits += [Edit(*entity.span(), unescape(entity[0])) for entity in ENTITY.finditer(self.text, *span)]
        self.canvas.edited(*span, sorted(edits))

    def _paragraph(self, speaker: str) -> None:
        """End the paragraph; the next one is somebody's."""
        if self.canvas.length > self.start:
            self.canvas.block(self.start, Role.PROSE)
            if self.speaker and self.canvas.blocks:
                self.voices.append(Voice(self.canvas.blocks[-1].span, self.speaker))
            at = self.places[-1].offset
            self.canvas.gap(at)
            self.start = self.canvas.length
        self.speaker = speaker
