"""Numbers of countable things, and whatever else is a plain number."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.antecedent import number_of, part_of
from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.kinds.nameless import NAMES
from factcheck.kinds.noun import Noun, counted, is_plural
from factcheck.kinds.number_words import NUMBERS, word
from factcheck.kinds.numeral import Form
from factcheck.kinds.phrase import Phrase
from factcheck.kinds.silence import COUNTED, LABELS, SENTENCE_STARTS
from factcheck.model import Kind, Mention
from factcheck.text.tokens import is_capital


def count(line: Line, phrase: Phrase) -> Mention | None:
    """A numeral that no other recogniser claims. Its unit is the counted noun, "" where the sentence implies it."""
    if phrase.form is Form.ORDINAL or _labelled(line, phrase) or _race(line, phrase):
        return None
    noun = None if phrase.borrowed and phrase.hyphen else _noun(line, phrase)
    if _titled(line, phrase) if noun else any(rule(line, phrase) for rule in NAMES):
        return None
    factor = THOUSAND if noun and _is_grouped(phrase, noun) else ONE
    value = phrase.low.value * factor
    exact = value == value.to_integral_value() and phrase.form is not Form.FRACTION
    kind = Kind.COUNT if (noun or exact) and not phrase.negative else Kind.OTHER
    span = phrase.span(line, phrase.last)
    return Mention(kind, span, phrase.value(factor), noun.lemma if noun else "", noun.head(line) if noun else None)


def _is_grouped(phrase: Phrase, noun: Noun) -> bool:
    """ "12.500 people": nobody counts a thousandth of one, and an average of people is small."""
    numerals = (phrase.low, phrase.high or phrase.low)
    return noun.lemma in WHOLE and all(
        numeral.form is Form.DIGITS and numeral.step == THOUSANDTH and numeral.value >= TEN for numeral in numerals
    )


def _noun(line: Line, phrase: Phrase) -> Noun | None:
    if phrase.hyphen:
        return _compound(line, phrase.unit_at)
    out_of = line.lower[phrase.unit_at : phrase.unit_at + 2] == ("out", "of")
    plural = counted(line, phrase.unit_at + out_of, loose=_loose(line, phrase))
    if plural is not None:
        return plural
    if line.lower[phrase.unit_at] in COUNTED:
        return Noun(line.lower[phrase.unit_at], phrase.unit_at)
    if phrase.low.value == 1 and phrase.high is None:
        return counted(line, phrase.unit_at, plural=False)
    return number_of(line, phrase) or part_of(line, phrase)


def _loose(line: Line, phrase: Phrase) -> bool:
    """Whether "of" may lead to what is counted: "dozens of boats", "two million of them", "a score of boats"."""
    return phrase.form is Form.VAGUE or phrase.low.scale != 1 or word(line.lower, phrase.last - 1).role == "dozen"


def _compound(line: Line, at: int) -> Noun | None:
    """ "125-seat", "18-member": the noun that a hyphen joins to the number."""
    name = line.lower[at]
    if name == "strong":
        return Noun("person", at)
    return Noun(name, at) if name.isalpha() and len(name) > 2 and name not in NUMBERS else None


def _labelled(line: Line, phrase: Phrase) -> bool:
    """ "room 12", "Flight 370", "No. 5": the number names one thing. A label that is a verb too ("train 200 officers")
    or that is singled out does so only where nothing is counted."""
    i = phrase.first - 1 - (line.lower[phrase.first - 1] == ".")
    role = LABELS.get(line.lower[i])
    if phrase.bound or role is None:
        return line.lower[i] == "#"
    if counted(line, phrase.unit_at) is None or (line.capital(i) and not (role == "either" and _acts(line, i))):
        return True
    return role == "name" and line.lower[i - 1] not in SINGLING


def _acts(line: Line, i: int) -> bool:
    """ "Officials Plan 217 Homes": in a headline, a label behind those who act, or behind "will", is a verb."""
    before = line.lower[i - 1]
    return line.titled and (before in AUXILIARIES or (is_plural(before) and line.capital(i - 1)))


AUXILIARIES = CUES["label as verb"]
ONE, TEN, THOUSAND, THOUSANDTH = Decimal(1), Decimal(10), Decimal(1000), Decimal("0.001")
WHOLE = CUES["counted whole"]
# "Every day 300 people", "in the camp 40 tents": a noun that these single out labels nothing after it.
SINGLING = CUES["singling"]


# A "5K" or "10K" is run before these.
RACES = CUES["race"]


def _race(line: Line, phrase: Phrase) -> bool:
    return line.lower[phrase.low.last - 1] == "k" and line.lower[phrase.unit_at] in RACES


def _titled(line: Line, phrase: Phrase) -> bool:
    """ "Rocket Story 2 offers", "the 60 Minutes": a small number in digits amid the capitals of a title."""
    if phrase.form is not Form.DIGITS or phrase.hyphen or phrase.high or phrase.low.value >= 10 or line.titled:
        return False
    before = line.words[phrase.first - 1]
    named = is_capital(before) and before.isalpha() and phrase.first - 1 not in line.closed
    return named and line.lower[phrase.first - 2] not in SENTENCE_STARTS
