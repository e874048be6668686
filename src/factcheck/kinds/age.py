"""Ages: "a 35-year-old", "aged 18 to 25", "at the age of six", "Jane Roe, 35,"."""

from __future__ import annotations

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.duration import UNITS, length
from factcheck.kinds.line import Line
from factcheck.kinds.number_words import NUMBERS
from factcheck.kinds.numeral import ARTICLES, Form
from factcheck.kinds.phrase import Phrase
from factcheck.model import Kind, Mention
from factcheck.text.tokens import is_figure, is_word

OLD = frozenset({"old", "olds", "old's"})
AGED = frozenset({"aged", "age", "ages"})
OLDEST = 115
LONGEST_LIST = 4


def age(line: Line, phrase: Phrase) -> Mention | None:
    """A numeral that says how old somebody or something is; its value is a duration."""
    if phrase.form not in (Form.DIGITS, Form.WORDS) or phrase.mark:
        return None
    # "Jane Roe, 35, to six years": the term lends its unit to a figure of its own list, not to an aside.
    aside = phrase.borrowed and _apposed(line, phrase)
    unit = None if aside else UNITS.get(line.lower[phrase.unit_at])
    if unit is not None:
        told = line.lower[phrase.first - 1] == "aged" and not phrase.borrowed
        after = _old(line, phrase.unit_at + 1) or (phrase.unit_at + 1 if told else None)
        return _mention(line, phrase, after, line.lower[phrase.unit_at]) if after else None
    if _aged(line, phrase) or _apposed(line, phrase) or _lived(line, phrase):
        return _mention(line, phrase, phrase.last, "year")
    return None


def _mention(line: Line, phrase: Phrase, after: int, unit: str) -> Mention:
    return Mention(Kind.OTHER, phrase.span(line, after), length(phrase, UNITS[unit]), "age")


def _old(line: Line, i: int) -> int | None:
    """The token after "old" or "of age" where token i leads to it."""
    if line.lower[i : i + 2] == ("of", "age"):
        return i + 2
    i += line.hyphen(i)
    return i + 1 if line.lower[i] in OLD else None


def _aged(line: Line, phrase: Phrase) -> bool:
    i = phrase.first - 1
    for _ in range(LONGEST_LIST):
        listed = line.words[i - 1].isdecimal() or line.lower[i - 1] in NUMBERS
        i -= 2 if line.lower[i] in ("and", "or", ",") and listed else 0
    if line.lower[i] in ("of", "between", "from"):
        i -= 1
    if line.lower[i] not in AGED or phrase.low.value > OLDEST:
        return False
    follows = line.lower[phrase.unit_at]
    return line.lower[i] == "aged" or not is_word(follows) or follows in AFTER_AGE


AFTER_AGE = CUES["after an age"]


def _lived(line: Line, phrase: Phrase) -> bool:
    """ "died at 84", "was 17 at that time", "turned 40", "a man of 61", "she's 24", "their average age was 41"."""
    i = phrase.first
    if line.lower[i - 1] == "of" and line.lower[i - 2] in PEOPLE and line.lower[i - 3] in ARTICLES:
        return _years(phrase) and (_ends(line, phrase) or line.lower[phrase.last] in AFTER_AGE)
    if not _bare(phrase):
        return False
    if line.lower[i - 1] == "at":
        return line.lower[i - 2] in DYING
    if line.lower[i - 1] == "turned":
        return not is_word(line.lower[phrase.last]) or line.lower[phrase.last] in AFTER_AGE
    follows = line.lower[phrase.last : phrase.last + 3]
    ends = _ends(line, phrase)
    if line.lower[i - 1].replace(CURLY, "'") in SHORT_BEING:
        return ends
    told = line.lower[i - 2] in TOLD_AGE | PEOPLE and ends
    return line.lower[i - 1] in BEING and (told or follows == ("at", "the", "time") or follows[0] == "when")


def _ends(line: Line, phrase: Phrase) -> bool:
    """Whether no word follows that a figure might count, nor the rest of a result."""
    follows = line.lower[phrase.last]
    return not is_word(follows) and follows not in NO_YEARS


def _years(phrase: Phrase) -> bool:
    """Whether a phrase is a bare number of somebody's years, in figures or words."""
    return _bare(phrase) or (phrase.form is Form.WORDS and not phrase.high and not phrase.bound and _few(phrase))


def _few(phrase: Phrase) -> bool:
    return 0 < phrase.low.value <= OLDEST


DYING, PEOPLE = CUES["dying"], CUES["a person of some age"]
TOLD_AGE = frozenset({"he", "she", "who", "i", "age"})
SHORT_BEING = frozenset({"he's", "she's", "i'm"})
CURLY = "\u2019"
# "He is 5-0 up", "she was 3/1": a result or odds.
NO_YEARS = frozenset({"%", "-", "\u2013", "/", ":", "+"})
BEING = frozenset({"was", "is", "were", "only", "just"})


def _apposed(line: Line, phrase: Phrase) -> bool:
    """ "Jane Roe, 35, said", "the boy, 12, sang": a bare number between commas after a name or a person."""
    i = phrase.first
    if line.lower[i - 1] != ",":
        return False
    if line.lower[i - 2] in PEOPLE:
        return _bare(phrase) and line.lower[phrase.last] in (",", ".", ")")
    if not line.capital(i - 2) or line.words[i - 2].isupper():
        return False
    if not _bare(phrase) and not _small(line, phrase):
        return False
    return line.lower[phrase.last] in (",", ".", ")", ";") and not (is_figure(line.words[phrase.last + 1]))


def _small(line: Line, phrase: Phrase) -> bool:
    """ "Her daughter Rina, nine, sang": a few years in words, closed by a comma; "in Brenk, two, …" counts others."""
    if phrase.form is not Form.WORDS or phrase.high or phrase.bound or not 0 < phrase.low.value < SPELT_OUT:
        return False
    i = phrase.first - 2
    while line.capital(i - 1):
        i -= 1
    return line.lower[phrase.last] == "," and line.lower[i - 1] not in PLACING


SPELT_OUT = 13
PLACING = CUES["placing"]


def _bare(phrase: Phrase) -> bool:
    """Whether a phrase is nothing but digits that may be somebody's years."""
    whole = phrase.form is Form.DIGITS and phrase.low.step == 1 and not phrase.high and not phrase.bound
    return whole and _few(phrase)
