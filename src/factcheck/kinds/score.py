"""Scores on a scale and results of games and votes: "21 out of 100", "3–1", "by six votes to three"."""

from __future__ import annotations

from decimal import Decimal

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
    decided = low.value >= high.value and near & DECIDED
    if not (falling or sets or decided or near & PLAYED) or most > HIGHEST_NAMED or line.hyphen(high.last):
        return None
    first, last = sorted((low.value, high.value))
    return Mention(Kind.SCORE, line.span(phrase.first, high.last), number(first, last), RESULT)


def _told(line: Line, phrase: Phrase) -> Mention | None:
    """ "voted 7 to 4", "by 31 votes to 22", "a vote of 48 to 51", "beat Brenk 3 to 1", "93 votes to none"."""
    low, (other, last) = phrase.low, _other_side(line, phrase)
    if other is None or phrase.bound or low.step != 1 or max(low.value, other) > HIGHEST_NAMED:
        return None
    if (counted(line, last) and line.lower[last] not in VOTES) or SHARES.at(line.lower, last):
        return None
    if not (line.lower[low.last] in VOTES or _decided(line, phrase, last, falls=low.value > other)):
        return None
    first, second = sorted((low.value, other))
    return Mention(Kind.SCORE, line.span(phrase.first, last), number(first, second), RESULT)


def _other_side(line: Line, phrase: Phrase) -> tuple[Decimal | None, int]:
    """What a result says after its "to", and the token after that."""
    high = phrase.high or phrase.next
    if high is not None and line.lower[phrase.low.last : high.first] in TO and high.step == 1:
        return (high.value, high.last) if high.form in (Form.DIGITS, Form.WORDS) else (None, high.last)
    after = phrase.low.last + (line.lower[phrase.low.last] in VOTES)
    few = FEW.get(line.lower[after + 1]) if line.lower[after] == "to" else None
    return few, after + 2


def _decided(line: Line, phrase: Phrase, last: int, *, falls: bool) -> bool:
    """Whether the words around "7 to 4" decide something by it; `falls`: whether the first side is the larger."""
    near = line.lower[max(0, phrase.first - REACH) : phrase.first]
    if not near or line.lower[last] in VOTES:
        return bool(near) and near[-1] != "from"
    if near[-1] in DECIDED or near[-2:] in VOTED:
        return True
    by = near[-1] in ("by", "of")
    if by and line.lower[last] == "," and not DECIDED.isdisjoint(line.lower[last + 1 : last + REACH]):
        return True
    if near[-1] == "from" or not (falls or by or not FAILING.isdisjoint(near)):
        return False
    return not DECIDED.isdisjoint(near) or (falls and not BEATEN.isdisjoint(near))


DECIDED = CUES["decided"]
BEATEN = CUES["beaten"]
FAILING = CUES["failing"]
VOTES = frozenset({"vote", "votes"})
VOTED = frozenset({("vote", "of"), ("vote", "was"), ("votes", "of"), ("tally", "was"), ("tally", "of")})
TO = (("to",), ("votes", "to"), ("-", "to", "-"))
FEW = {"none": Decimal(0), "nil": Decimal(0), "zero": Decimal(0), "one": Decimal(1)}


def _dashed(line: Line, last: int, first: int) -> bool:
    return first == last + 1 and line.lower[last] in HYPHENS and line.glued(last) and line.glued(first)
