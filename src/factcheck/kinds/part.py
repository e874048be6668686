"""Parts of a whole in words: "two thirds", "a quarter", "half a million", "one and a half"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds import approximator
from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.kinds.number_words import ORDINALS, PARTS, SCALES, Cardinal, cardinal, word
from factcheck.kinds.numeral import ARTICLES, HUNDREDTH, ONE, Form, Numeral, scaled
from factcheck.text.tokens import is_word

# "The first three quarters" are periods of a year or a game, not three fourths.
PERIODS = CUES["stretch of a part"]


def denominator(name: str, *, plural: bool) -> Decimal | None:
    """The number of parts that a word names: "third" after one, "thirds" after more."""
    if name in PARTS:
        return PARTS[name]
    part = ORDINALS.get(name[:-1] if plural and name.endswith("s") else "" if plural else name)
    return part if part is not None and part > 2 else None


def counted_parts(line: Line, i: int, found: Cardinal) -> Numeral | None:
    """ "two thirds", "one-fifth", and "two hundred and three quarters", where "and" parts the whole from the rest."""
    at = found.end + line.hyphen(found.end)
    part = denominator(line.lower[at], plural=found.value != 1)
    if part is None or line.lower[i - 1] in ORDINALS or line.lower[i - 1] in PERIODS:
        return None
    rest = found.value % 100
    if "and" in line.lower[i : found.end] and 0 < rest < part:
        return Numeral(i, at + 1, found.value - rest + rest / part, ONE / 100, Form.WORDS)
    return of_scale(line, Numeral(i, at + 1, found.value / part, HUNDREDTH, Form.FRACTION))


def named_part(line: Line, i: int) -> Numeral | None:
    """ "half", "a quarter", "quarter of a million"; a bare "quarter" is a coin, a season or a district."""
    first = i - 1 if line.lower[i - 1] in ARTICLES else i
    numeral = of_scale(line, Numeral(first, i + 1, ONE / PARTS[line.lower[i]], HUNDREDTH, Form.FRACTION))
    stepped = line.lower[i + 1 + line.hyphen(i + 1)] in STEPS
    counts = line.lower[i] == "half" or (line.lower[i] == "quarter" and (first < i or numeral.scale > 1 or stepped))
    return numeral if counts else None


# "Quarter-point cut", "by quarter percentage point".
STEPS = frozenset({"point", "points", "percentage"})


def sign(line: Line, i: int) -> Numeral:
    """ "½"."""
    return of_scale(line, Numeral(i, i + 1, word(line.lower, i).value, HUNDREDTH, Form.FRACTION))


def ordinal_part(line: Line, i: int) -> Numeral | None:
    """ "a third of", "by a fifth", "a fifth" where nothing follows that the ordinal could number."""
    value, follows = ORDINALS[line.lower[i]], line.lower[i + 1]
    if line.lower[i - 1] not in ARTICLES or value <= 2:
        return None
    bound, start = approximator.before(line, i - 1)
    share = bool(bound.sign) or line.lower[start - 1] == "by"
    if follows != "of" and follows not in SCALES and is_word(follows) and not share:
        return None
    return of_scale(line, Numeral(i - 1, i + 1, ONE / value, HUNDREDTH, Form.FRACTION))


def of_scale(line: Line, numeral: Numeral) -> Numeral:
    """ "half a million", "three quarters of a billion", "half a dozen": a part of a scale."""
    j = numeral.last
    if line.lower[j] == "of" and line.lower[j + 1] in ARTICLES:
        j += 2
    elif line.lower[j] in ARTICLES or line.hyphen(j):
        j += 1
    role, factor = word(line.lower, j)
    if role in ("scale", "short") or line.lower[j] == "dozen":
        return Numeral(numeral.first, j + 1, numeral.value * factor, factor / 4, Form.WORDS, factor)
    return numeral


def with_part(line: Line, numeral: Numeral) -> Numeral:
    """ "one and a half million", "two million and a half", "four-and-a-half"."""
    j, top = numeral.last + 1 + line.hyphen(numeral.last), ONE
    j += line.hyphen(j)
    if line.lower[j] in ARTICLES:
        j += 1
    elif (found := cardinal(line.lower, j)) is not None:
        top, j = found.value, found.end
    j += line.hyphen(j)
    part = denominator(line.lower[j], plural=top != 1)
    follows = line.lower[j + 1]
    if part is None or (line.lower[j] in ORDINALS and is_word(follows) and follows not in SCALES):
        return numeral
    step = numeral.scale / (10 if part == 2 else 100)
    return scaled(line, numeral._replace(last=j + 1, value=numeral.value + numeral.scale * top / part, step=step))
