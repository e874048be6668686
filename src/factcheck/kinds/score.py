"""Scores on a scale and results of games and votes: "21 out of 100", "3–1", "by six votes to three"."""

from __future__ import annotations

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.digits import digits
from factcheck.kinds.line import HYPHENS, Line
from factcheck.kinds.noun import CLOSED, counted
from factcheck.kinds.numeral import Form
from factcheck.kinds.percentage import UNITS as SHARES
from factcheck.kinds.phrase import Phrase
from factcheck.kinds.silence import LABELS
from factcheck.model import Kind, Mention
from factcheck.text.tokens import is_figure, is_word
from factcheck.values import number

RESULT = "result"
SCALES = frozenset({5, 10, 20, 50, 100, 1000})
SCORING = CUES["scoring"]
PLAYED = CUES["played"]
LINKS = (("out", "of"), ("/",), ("points", "out", "of"), ("marks", "out", "of"))
REACH = 7
# What a result may be without a word that names it as one, and with it.
HIGHEST, HIGHEST_NAMED = 150, 1000


def score(line: Line, phrase: Phrase) -> Mention | None:
    """A score on a scale (unit "/100"), or a result as the range of its two sides, the lower first."""
    if line.lower[phrase.first - 1].removesuffix("s") in LABELS:
        return None
    if phrase.form is Form.FRACTION:
        return _rating(line, phrase)
    if phrase.form not in (Form.DIGITS, Form.WORDS) or phrase.mark:
        return None
    return _on_scale(line, phrase) or _result(line, phrase) or _told(line, phrase)


def _on_scale(line: Line, phrase: Phrase) -> Mention | None:
    other = phrase.next
    if other is None or phrase.high is not None or other.value not in SCALES:
        return None
    link = line.lower[phrase.last : other.first]
    if link not in LINKS or phrase.low.value > other.value:
        return None
    before = line.lower[max(0, phrase.first - REACH) : phrase.first]
    follows = line.lower[other.last]
    counts = other.value < 100 or (is_word(follows) and follows not in CLOSED)
    if SCORING.isdisjoint(before) and (link == ("/",) or counts) and len(link) < 3:
        return None
    unit = f"/{other.value}"
    return Mention(Kind.SCORE, line.span(phrase.first, other.last), phrase.value(), unit)


def _rating(line: Line, phrase: Phrase) -> Mention | None:
    """ "a mean rating of 7/10": what looks like a fraction is points on a scale."""
    low = phrase.low
    below = digits(line.words[low.last - 1])
    if line.lower[low.last - 2] != "/" or below is None or int(below.value) not in SCALES:
        return None
    decimal = "." in line.words[low.first]
    if not decimal and SCORING.isdisjoint(line.lower[max(0, phrase.first - REACH) : phrase.first]):
        return None
    points = number(low.value * below.value, bound=phrase.bound, near=phrase.near)
    return Mention(Kind.SCORE, line.span(phrase.first, low.last), points, f"/{below.value}")


def _result(line: Line, phrase: Phrase) -> Mention | None:
    sides = (phrase.low, phrase.high or phrase.next)
    low, high = sides
    if high is None or low.form is not Form.DIGITS or high.form is not Form.DIGITS or low.step != 1 or high.step != 1:
        return None
    if not _dashed(line, low.last, high.first) or phrase.bound:
        return None
    if line.hyphen(high.last) and is_figure(line.words[high.last + 1]):
        return None
    most = max(low.value, high.value)
    falling = low.value >= high.value and most <= HIGHEST
    near = {*line.lower[max(0, phrase.first - REACH) : phrase.first], *line.lower[high.last : high.last + 4]}
    sets = is_figure(line.words[high.last]) and line.hyphen(high.last + 1)
    if not (falling or sets or near & PLAYED) or most > HIGHEST_NAMED or line.hyphen(high.last):
        return None
    first, last = sorted((low.value, high.value))
    return Mention(Kind.SCORE, line.span(phrase.first, high.last), number(first, last), RESULT)


def _told(line: Line, phrase: Phrase) -> Mention | None:
    """ "voted 7 to 4", "by 31 votes to 22", "beat Brenk 3 to 1"."""
    low, high = phrase.low, phrase.high or phrase.next
    if high is None or {low.form, high.form} - {Form.DIGITS, Form.WORDS} or low.step != 1 or high.step != 1:
        return None
    link = line.lower[low.last : high.first]
    if (
        link not in (("to",), ("votes", "to"))
        or phrase.bound
        or counted(line, high.last)
        or SHARES.at(line.lower, high.last)
    ):
        return None
    near = line.lower[max(0, phrase.first - REACH) : phrase.first]
    decided = near[-1:] and (near[-1] in DECIDED or (near[-1] == "by" and not DECIDED.isdisjoint(near)))
    beaten = low.value > high.value and not BEATEN.isdisjoint(near) and near[-1] != "from"
    if not (decided or beaten or len(link) > 1) or max(low.value, high.value) > HIGHEST_NAMED:
        return None
    first, last = sorted((low.value, high.value))
    return Mention(Kind.SCORE, line.span(phrase.first, high.last), number(first, last), RESULT)


DECIDED = CUES["decided"]
BEATEN = CUES["beaten"]


def _dashed(line: Line, last: int, first: int) -> bool:
    return first == last + 1 and line.lower[last] in HYPHENS and line.glued(last) and line.glued(first)
