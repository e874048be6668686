"""Physical quantities: "300 km", "2.5 degrees Celsius", "40 miles per hour", "magnitude 6.1"."""

from __future__ import annotations

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.duration import UNITS as TIMES
from factcheck.kinds.line import Line
from factcheck.kinds.numeral import ARTICLES, Form
from factcheck.kinds.phrase import Phrase, unit_token
from factcheck.kinds.phrasebook import Phrasebook
from factcheck.kinds.weight import in_stones, weighs
from factcheck.lexicon import forms, table
from factcheck.model import Kind, Mention
from factcheck.text.tokens import is_word

NAMES = Phrasebook((form, row["unit"]) for row in table("units") for form in forms(row["name"]))
SYMBOLS = Phrasebook(
    ((form, (form, row["unit"])) for row in table("units") for form in forms(row["symbol"])), cased=True
)

QUAKES = CUES["quake"]
# Symbols that are words unless they touch the digits: "6in".
GLUED = frozenset({"in", "ins", "st"})
WEIGHED = {"lb": weighs, "st": in_stones}
PER_TIME = {"H": "h", "M": "min", "S": "s", "D": "d", "Y": "yr", "W": "wk"}
PER = frozenset({"per", "/", "an", "a"})


def measurement(line: Line, phrase: Phrase) -> Mention | None:
    """A numeral with a physical unit; the unit is its symbol."""
    if phrase.form is Form.ORDINAL or phrase.mark:
        return None
    if line.lower[phrase.first - 1 - line.hyphen(phrase.first - 1)] == "magnitude" and phrase.form is Form.DIGITS:
        return Mention(Kind.MEASUREMENT, phrase.span(line, phrase.last), phrase.value(), "magnitude")
    if line.lower[phrase.unit_at] in QUAKES and phrase.low.step < 1 and not phrase.hyphen:
        return Mention(Kind.MEASUREMENT, phrase.span(line, phrase.last), phrase.value(), "magnitude")
    found = _foot_or_inch(line, phrase) or _unit(line, phrase, unit_token(line, phrase))
    if found is None:
        return None
    unit, after = found
    below, end = _per(line, after)
    return Mention(Kind.MEASUREMENT, phrase.span(line, end), phrase.value(), unit + below)


def _foot_or_inch(line: Line, phrase: Phrase) -> tuple[str, int] | None:
    """32" and the feet of 6'2"."""
    at = phrase.last
    if not line.glued(at) or phrase.form is Form.WORDS:
        return None
    if line.lower[at] in INCH_MARKS:
        return ("in", at + 1) if line.starts[at] in line.inches else None
    inches = line.lower[at] in FOOT_MARKS and line.words[at + 1].isdecimal() and line.starts[at + 2] in line.inches
    return ("ft", at + 1) if inches else None


INCH_MARKS = frozenset('"\u201d\u2033')
FOOT_MARKS = frozenset("'\u2019\u2032")


def _unit(line: Line, phrase: Phrase, at: int) -> tuple[str, int] | None:
    named = NAMES.at(line.lower, at)
    if named is not None:
        return named if named[0] not in WEIGHED or WEIGHED[named[0]](line, phrase) else None
    if phrase.form is Form.WORDS and phrase.low.scale == 1:
        return None
    symbol = SYMBOLS.at(line.words, at)
    if symbol is None:
        return _celsius(line, phrase, at)
    (form, unit), after = symbol
    written = line.text[line.starts[at] : line.ends[after - 1]]
    # One letter is a unit when it touches the number or stands by itself before a mark: "5 m." but not "5 m people".
    if written.replace("\u00a0", " ") != form or (len(form) == 1 and not _alone(line, at)):
        return None
    if form in GLUED and not line.glued(at):
        return None
    return unit, after


def _celsius(line: Line, phrase: Phrase, at: int) -> tuple[str, int] | None:
    """ "1.5C", "minus 12C": degrees whose sign is left out, where a minus or the weather shows them."""
    if line.words[at] not in SCALES or not line.glued(at) or line.hyphen(at + 1):
        return None
    near = line.lower[max(0, phrase.first - REACH) : at + REACH]
    shown = phrase.negative or not WEATHER.isdisjoint(near) or _converted(line, phrase.first, at)
    return (SCALES[line.words[at]], at + 1) if shown else None


def _converted(line: Line, first: int, at: int) -> bool:
    """ "23C (73F)": the other scale stands beside it in brackets, or outside them."""
    return (line.lower[at + 1] == "(" and line.words[at + 3 + (line.lower[at + 2] in MINUS)] in SCALES) or (
        line.lower[at + 1] == ")" and line.lower[first - 1] == "(" and line.words[first - 2] in SCALES
    )


MINUS = frozenset({"-", "−"})
SCALES = {"C": "°C", "F": "°F"}
WEATHER = CUES["weather"]
REACH = 12


def _alone(line: Line, at: int) -> bool:
    return (
        line.glued(at) or line.words[at] == "°" or not is_word(line.lower[at + 1]) or line.lower[at + 1] in ALONE_BEFORE
    )


ALONE_BEFORE = CUES["after a symbol"]


def _per(line: Line, after: int) -> tuple[str, int]:
    """The unit that divides: "/h" for "per hour", "an hour" or "/h"."""
    if line.lower[after] not in PER:
        return "", after
    below = TIMES.get(line.lower[after + 1])
    if below is not None and below.worth == 1:
        return "/" + PER_TIME[below.designator], after + 2
    if line.lower[after] in ARTICLES:
        return "", after
    named = NAMES.at(line.lower, after + 1) or _symbol(line, after + 1)
    return ("/" + named[0], named[1]) if named else ("", after)


def _symbol(line: Line, at: int) -> tuple[str, int] | None:
    found = SYMBOLS.at(line.words, at)
    return (
        (found[0][1], found[1])
        if found and line.text[line.starts[at] : line.ends[found[1] - 1]] == found[0][0]
        else None
    )
