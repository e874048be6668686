"""Times of day and race times: "10:30", "5 p.m.", "9–11 a.m.", "half past six", "noon", "2:05:33"."""

from __future__ import annotations

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.kinds.numeral import Form, Numeral
from factcheck.kinds.phrase import Phrase
from factcheck.lean import regex as re
from factcheck.model import Kind, Mention
from factcheck.values import duration

HALVES = {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12}
# Minutes or seconds: two digits below sixty, perhaps with decimals of a second.
SIXTIETHS = re.compile(r"[0-5]\d(?:\.\d{1,3})?")
MOST_PARTS = 4
NOON = 12
HOURS = re.compile(r"(?:[01]?\d|2[0-4])(?:\.[0-5]\d)?")
TO, BETWEEN = frozenset({"to", "-", "\u2013", "until", "till"}), "and"
Parts = tuple[str, ...]


def clock(line: Line, phrase: Phrase) -> Mention | None:
    """A time of day, as the time since midnight, with unit "clock"; or a length of time written with colons."""
    if phrase.form is Form.CLOCK:
        return _said(line, phrase)
    if phrase.form is not Form.DIGITS and not (phrase.form is Form.WORDS and phrase.low.value <= 12):
        return None
    if phrase.mark or phrase.low.scale != 1:
        return None
    return _span(line, phrase) or _point(line, phrase)


def _point(line: Line, phrase: Phrase) -> Mention | None:
    parts, after = _colons(line, phrase.low.first)
    if len(parts) == 3 and _of_day(line, phrase.low.first, after):
        return _mention(line, phrase, after, _iso(parts, "HMS"), "clock")
    if len(parts) == 3 or (len(parts) == 2 and "." in parts[1]):
        return _mention(line, phrase, after, _iso(parts, "HMS" if len(parts) == 3 else "MS"), "")
    half = HALVES.get(line.lower[after])
    if half is not None and HOURS.fullmatch(line.words[phrase.low.first]):
        return _mention(line, phrase, after + 1, _iso(_shifted(parts, half)), "clock")
    if line.lower[after] == "o'clock" and phrase.low.value <= 12:
        return _mention(line, phrase, after + 1, _iso((str(phrase.low.value),)), "clock")
    half = _half(line, after)
    timed = half is not None and phrase.low.value <= NOON and phrase.low.step == 1
    if timed and (len(parts) == 2 or line.lower[phrase.first - 1] in TIMING):
        hours = str(int(phrase.low.value))
        return _mention(line, phrase, after, _iso(_shifted((hours, *parts[1:]), half or 0)), "clock")
    if len(parts) == 2 and int(parts[0]) <= 24:
        return _mention(line, phrase, after, _iso(parts), "clock")
    return None


def _half(line: Line, at: int) -> int | None:
    """The hours that "in the evening" at a token adds to those of a twelve-hour clock."""
    if line.lower[at : at + 2] == ("at", "night"):
        return NOON
    if line.lower[at : at + 2] != ("in", "the") or _named(line, at + 2):
        return None
    return PARTS_OF_DAY.get(line.lower[at + 2])


def _named(line: Line, i: int) -> bool:
    """ "In the Morning Post": a part of the day with a capital, before another one amid small letters, is a name."""
    return line.capital(i) and line.capital(i + 1) and not line.titled


PARTS_OF_DAY = {"morning": 0, "afternoon": NOON, "evening": NOON}
TIMING = CUES["before noon"]


def _span(line: Line, phrase: Phrase) -> Mention | None:
    """ "9–11 a.m.", "between 3 and 5 p.m.": two times of which only the second tells the half of the day."""
    first, after = _colons(line, phrase.low.first)
    if not _joins(line, phrase.low, after):
        return None
    last, beyond = _colons(line, after + 1)
    half = HALVES.get(line.lower[beyond])
    written = HOURS.fullmatch(line.words[phrase.low.first]) and HOURS.fullmatch(line.words[after + 1])
    if half is None or not written:
        return None
    early, late = _shifted(first, half), _shifted(last, half)
    if _minutes(early) >= _minutes(late):
        # The other half of the day, which before "a.m." is that of the day before: "between 10 and 2 a.m.".
        early, late = (_shifted(first, 0), late) if half else (_shifted(first, NOON), _later(late, 2 * NOON))
    text = f"{_iso(early)}..{_iso(late)}"
    return Mention(Kind.OTHER, line.span(phrase.first, beyond + 1), duration(text, bound=phrase.bound), "clock")


def _joins(line: Line, low: Numeral, at: int) -> bool:
    return line.lower[at] in TO or (line.lower[at] == BETWEEN and line.lower[low.first - 1] == "between")


def _of_day(line: Line, first: int, after: int) -> bool:
    """Whether hours, minutes and seconds are a time of day and no length: "07:14:52 GMT", "at 19:40:25 local time",
    "2021-03-01 19:40:25"."""
    zone = line.lower[after] in ZONES or line.lower[after : after + 2] == ("local", "time")
    stamped = first - 1 in line.closed and line.hyphen(first - 2)
    return zone or stamped or (line.lower[first - 1] == "at" and len(line.words[first]) == 2)


ZONES = CUES["time zone"]


def _said(line: Line, phrase: Phrase) -> Mention:
    hours, minutes = divmod(int(phrase.low.value), 60)
    parts = (str(hours), str(minutes)) if minutes else (str(hours),)
    return _mention(line, phrase, phrase.low.last, _iso(parts), "clock")


def _colons(line: Line, i: int) -> tuple[Parts, int]:
    """The parts of "10:30" or "2:05:33" at token i, and the token after them."""
    parts: Parts = (line.words[i],)
    j = i + 1
    while len(parts) < MOST_PARTS and _sixtieths(line, j):
        parts, j = (*parts, line.words[j + 1]), j + 2
    whole = line.words[i].isdecimal() and len(line.words[i]) <= 2
    return (parts, j) if whole else ((line.words[i],), i + 1)


def _sixtieths(line: Line, j: int) -> bool:
    """Whether a colon at token j joins minutes or seconds to what stands before."""
    joined = line.lower[j] == ":" and line.glued(j) and line.glued(j + 1)
    return joined and SIXTIETHS.fullmatch(line.words[j + 1]) is not None


def _shifted(parts: Parts, half: int) -> Parts:
    """Hours of a twelve-hour clock, and minutes after a point ("2.17pm"), on the twenty-four-hour clock."""
    if len(parts) == 1 and "." in parts[0]:
        parts = tuple(parts[0].split("."))
    return (str(int(parts[0]) % 12 + half), *parts[1:])


def _later(parts: Parts, hours: int) -> Parts:
    return (str(int(parts[0]) + hours), *parts[1:])


def _minutes(parts: Parts) -> int:
    return int(parts[0]) * 60 + (int(parts[1]) if len(parts) > 1 else 0)


def _iso(parts: Parts, letters: str = "HM") -> str:
    return "PT" + "".join(f"{_bare(part)}{letter}" for part, letter in zip(parts, letters, strict=False))


def _mention(line: Line, phrase: Phrase, after: int, text: str, unit: str) -> Mention:
    kind = Kind.OTHER if unit else Kind.DURATION
    return Mention(kind, line.span(phrase.first, after), duration(text, bound=phrase.bound), unit)


def _bare(part: str) -> str:
    whole, point, decimals = part.partition(".")
    return f"{int(whole)}{point}{decimals}"
