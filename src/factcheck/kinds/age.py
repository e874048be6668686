"""Ages: "a 35-year-old", "aged 18 to 25", "at the age of six", "Jane Roe, 35,", "the victim was then 14"."""

from __future__ import annotations

from functools import cache

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.duration import UNITS, length
from factcheck.kinds.line import Line
from factcheck.kinds.number_words import NUMBERS
from factcheck.kinds.numeral import ARTICLES, Form
from factcheck.kinds.phrase import Phrase
from factcheck.model import Kind, Mention
from factcheck.names.titles import plural_roles, roles
from factcheck.text.tokens import is_figure, is_word

OLD = frozenset({"old", "olds", "old's"})
AGED = frozenset({"aged", "age", "ages"})
OLDEST = 115
LONGEST_LIST = 4
AFTER_AGE, DYING = CUES["after an age"], CUES["dying"]
TURNING, ADVERBS = CUES["turning to an age"], CUES["before an age"]
BEING = frozenset({"was", "is", "were", "are"})
SHORT_BEING = frozenset({"he's", "she's", "i'm"})
TOLD_AGE = CUES["whose age is told"]
# "Two from Harle and one, 84, from Tarn."
OTHERS = frozenset({"one", "another"})
CURLY = "\u2019"
# "He is 5-0 up", "she was 3/1": a result or odds.
NO_YEARS = frozenset({"%", "-", "\u2013", "/", ":", "+"})
# What opens the subject of a clause; what joins it to the one before; its most tokens.
OPENERS = frozenset({"the", "a", "an", "his", "her", "their", "another", "one"})
LINKS = frozenset({"and", "but", "while", "that", "when", "because"})
LONGEST_SUBJECT = 10
# In words, no age of an aside is greater.
SPELT_OUT = 13
PLACING = CUES["placing"]


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
    if _aged(line, phrase) or _apposed(line, phrase) or _lived(line, phrase) or _turned(line, phrase):
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
    i = _before_list(line, phrase.first - 1)
    if line.lower[i] in ("of", "between", "from"):
        i -= 1
    if line.lower[i] not in AGED or phrase.low.value > OLDEST:
        return False
    follows = line.lower[phrase.unit_at]
    return line.lower[i] == "aged" or not is_word(follows) or follows in AFTER_AGE


def _before_list(line: Line, i: int) -> int:
    """The token before a list of bare numbers that goes on behind token i."""
    for _ in range(LONGEST_LIST):
        listed = line.words[i - 1].isdecimal() or line.lower[i - 1] in NUMBERS
        i -= 2 if line.lower[i] in ("and", "or", ",") and listed else 0
    return i


def _lived(line: Line, phrase: Phrase) -> bool:
    """ "died at 84", "was 17 at that time", "a man of 61", "she's 24", "the victim was then six"."""
    i = phrase.first
    if line.lower[i - 1] == "of" and _is_person(line.lower[i - 2]) and line.lower[i - 3] in ARTICLES:
        return _years(phrase) and (_ends(line, phrase) or line.lower[phrase.last] in AFTER_AGE)
    if line.lower[i - 1] == "at" and line.lower[i - 2] in DYING:
        return _bare(phrase)
    at = _past_adverbs(line, i - 1)
    ends = _ends(line, phrase)
    if _bare(phrase) and line.lower[at].replace(CURLY, "'") in SHORT_BEING:
        return ends
    if line.lower[at] not in BEING or not _years(phrase) or phrase.low.value == 1:
        return False
    several = line.lower[at] in ("were", "are") and line.lower[at - 1] in _several()
    somebody = line.lower[at - 1] in TOLD_AGE or line.lower[at - 1] in _people() or several
    somebody = somebody or (ends and _person(line, at))
    then = line.lower[phrase.last : phrase.last + 3] == ("at", "the", "time") or line.lower[phrase.last] == "when"
    goes_on = line.lower[phrase.last] in ("and", "but") and not is_figure(line.words[phrase.last + 1])
    return (somebody and (ends or goes_on)) or (then and (somebody or _bare(phrase)))


def _person(line: Line, at: int) -> bool:
    """Whether the subject of the verb at token `at` is one person: "the woman killed on her way home was 45"."""
    i = at - 1
    while at - i <= LONGEST_SUBJECT and (is_word(line.lower[i]) or line.hyphen(i)) and line.lower[i] not in LINKS:
        i -= 1
    return line.lower[i + 1] in OPENERS and line.lower[i + 2] in _people()


def _turned(line: Line, phrase: Phrase) -> bool:
    """ "who turned 60 in May", "turns 60"."""
    follows = line.lower[phrase.last]
    turning = _bare(phrase) and line.lower[phrase.first - 1] in TURNING
    return turning and (not is_word(follows) or follows in AFTER_AGE)


def _past_adverbs(line: Line, i: int) -> int:
    """The token before "now", "then" or "only" at token i."""
    return i - 1 if line.lower[i] in ADVERBS else i


def _apposed(line: Line, phrase: Phrase) -> bool:
    """ "Jane Roe, 35, said", "the boy, 12, sang", "the driver, then 29, fled", "two brothers, 19 and 22, were": bare
    numbers between commas after a name or people."""
    i = _past_adverbs(line, phrase.first - 1)
    if _listed(line, phrase, _before_list(line, i)):
        return True
    if line.lower[i] != "," or line.lower[phrase.last] not in (",", ".", ")", ";"):
        return False
    if line.lower[i - 1] in _people() or line.lower[i - 1] in OTHERS:
        return _bare(phrase) and line.lower[phrase.last] != ";"
    if not line.capital(i - 1) or line.words[i - 1].isupper():
        return False
    if not _bare(phrase) and not _small(line, phrase):
        return False
    # "Roe, 43, ten years": a term follows, and no more of a list.
    return not is_figure(line.words[phrase.last + 1]) or line.lower[phrase.last + 2] in UNITS


def _listed(line: Line, phrase: Phrase, before: int) -> bool:
    """ "Two brothers, 19 and 22, were": a number of a list behind people in the plural, which nothing counts."""
    if line.lower[before] != "," or line.lower[before - 1] not in _several() or not _bare(phrase):
        return False
    listed = before != phrase.first - 1 or line.words[phrase.last + 1].isdecimal()
    return listed and line.lower[phrase.last] in ("and", ",")


def _small(line: Line, phrase: Phrase) -> bool:
    """ "Her daughter Rina, nine, sang": a few years in words, closed by a comma; "in Brenk, two, …" counts others."""
    if phrase.form is not Form.WORDS or phrase.high or phrase.bound or not 0 < phrase.low.value < SPELT_OUT:
        return False
    i = phrase.first - 2
    while line.capital(i - 1):
        i -= 1
    return line.lower[phrase.last] == "," and line.lower[i - 1] not in PLACING


@cache
def _people() -> frozenset[str]:
    """Nouns of people whose age may be told by a bare number."""
    return CUES["a person of some age"] | (roles() - plural_roles())


def _is_person(word: str) -> bool:
    return word in _people() or word.endswith(("man", "woman"))


@cache
def _several() -> frozenset[str]:
    return CUES["people of some age"] | plural_roles()


def _ends(line: Line, phrase: Phrase) -> bool:
    """Whether no word follows that a figure might count, nor the rest of a result."""
    follows = line.lower[phrase.last]
    return not is_word(follows) and follows not in NO_YEARS


def _years(phrase: Phrase) -> bool:
    """Whether a phrase is a bare number of somebody's years, in figures or words."""
    return _bare(phrase) or (phrase.form is Form.WORDS and not phrase.high and not phrase.bound and _few(phrase))


def _bare(phrase: Phrase) -> bool:
    """Whether a phrase is nothing but digits that may be somebody's years."""
    whole = phrase.form is Form.DIGITS and phrase.low.step == 1 and not phrase.high and not phrase.bound
    return whole and _few(phrase)


def _few(phrase: Phrase) -> bool:
    return 0 < phrase.low.value <= OLDEST
