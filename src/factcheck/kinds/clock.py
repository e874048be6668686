"""Times of day and race times: "10:30", "5 p.m.", "2:05:33"."""

from __future__ import annotations

import re

from factcheck.kinds.line import Line
from factcheck.kinds.numeral import Form
from factcheck.kinds.phrase import Phrase
from factcheck.model import Kind, Mention
from factcheck.values import duration

HALVES = {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12}
# Minutes or seconds: two digits below sixty, perhaps with decimals of a second.
SIXTIETHS = re.compile(r"[0-5]\d(?:\.\d{1,3})?")
MOST_PARTS = 4
HOURS = re.compile(r"(?:[01]?\d|2[0-4])(?:\.[0-5]\d)?")


def clock(line: Line, phrase: Phrase) -> Mention | None:
    """A time of day, as the time since midnight, with unit "clock"; or a length of time written with colons."""
    if phrase.form is not Form.DIGITS and not (phrase.form is Form.WORDS and phrase.low.value <= 12):
        return None
    if phrase.mark or phrase.low.scale != 1:
        return None
    parts, after = _colons(line, phrase.low.first)
    if len(parts) == 3 or (len(parts) == 2 and "." in parts[1]):
        return _mention(line, phrase, after, parts, "")
    half = HALVES.get(line.lower[after])
    if half is not None and HOURS.fullmatch(line.words[phrase.low.first]):
        return _mention(line, phrase, after + 1, _shifted(parts, half), "clock")
    if line.lower[after] == "o'clock" and phrase.low.value <= 12:
        return _mention(line, phrase, after + 1, (str(phrase.low.value),), "clock")
    if len(parts) == 2 and int(parts[0]) <= 24:
        return _mention(line, phrase, after, parts, "clock")
    return None


def _colons(line: Line, i: int) -> tuple[tuple[str, ...], int]:
    """The parts of "10:30" or "2:05:33" at token i, and the token after them."""
    parts: tuple[str, ...] = (line.words[i],)
    j = i + 1
    while len(parts) < MOST_PARTS and _sixtieths(line, j):
        parts, j = (*parts, line.words[j + 1]), j + 2
    whole = line.words[i].isdecimal() and len(line.words[i]) <= 2
    return (parts, j) if whole else ((line.words[i],), i + 1)


def _sixtieths(line: Line, j: int) -> bool:
    """Whether a colon at token j joins minutes or seconds to what stands before."""
    joined = line.lower[j] == ":" and line.glued(j) and line.glued(j + 1)
    return joined and SIXTIETHS.fullmatch(line.words[j + 1]) is not None


def _shifted(parts: tuple[str, ...], half: int) -> tuple[str, ...]:
    """Hours of a twelve-hour clock, and minutes after a point ("2.17pm"), on the twenty-four-hour clock."""
    if len(parts) == 1 and "." in parts[0]:
        parts = tuple(parts[0].split("."))
    return (str(int(parts[0]) % 12 + half), *parts[1:])


def _mention(line: Line, phrase: Phrase, after: int, parts: tuple[str, ...], unit: str) -> Mention:
    """Three parts are hours, minutes, seconds; two are hours and minutes of a clock, else minutes and seconds."""
    letters = "HMS" if unit or len(parts) == 3 else "MS"
    text = "PT" + "".join(f"{_bare(part)}{letter}" for part, letter in zip(parts, letters, strict=False))
    kind = Kind.OTHER if unit else Kind.DURATION
    return Mention(kind, line.span(phrase.first, after), duration(text, bound=phrase.bound), unit)


def _bare(part: str) -> str:
    whole, point, decimals = part.partition(".")
    return f"{int(whole)}{point}{decimals}"
