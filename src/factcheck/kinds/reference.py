"""Numbered places of legal and other texts: "Article 119", "sections 4 and 5", "Chapter XII"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.kinds.numeral import ONE, Form, Numeral
from factcheck.kinds.phrase import LIST_LINKS, Phrase
from factcheck.kinds.silence import LABELS
from factcheck.lean import regex as re
from factcheck.model import Kind, Mention
from factcheck.text.tokens import is_figure

# A Roman numeral below forty in capitals: higher ones are rare and look like words.
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
ROMAN_WORTH = {"I": 1, "V": 5, "X": 10}
# An article that speaks is an organisation of that name: "Article 19 said", "Article 19's report".
SPEAKING = CUES["article that speaks"]
REFERENCES = frozenset(word for word, role in LABELS.items() if role == "reference")
BRACKETS = frozenset({"(", ")"})
LISTING = LIST_LINKS | BRACKETS
# A label that is a verb in small letters: "schedule 12 meetings".
VERBS = frozenset({"schedule"})
LONGEST_LIST = 8


def reference(line: Line, phrase: Phrase) -> Mention | None:
    """A number after the label of a numbered text; the unit is the label."""
    if phrase.form is not Form.DIGITS or phrase.mark or phrase.bound:
        return None
    label = _label(line, phrase.low.first)
    if (
        label is None
        or line.lower[phrase.last] in SPEAKING
        or (line.words[label].isupper() and len(line.words[label]) != 2)
    ):
        return None
    first = label if label == phrase.low.first - 1 else phrase.first
    unit = line.lower[label]
    return Mention(Kind.REFERENCE, line.span(first, phrase.last), phrase.value(), unit.removesuffix("s"))


def _label(line: Line, i: int) -> int | None:
    """The token of the label that a number at token i belongs to, across a list of numbers."""
    for j in range(i - 1, max(-1, i - 1 - 2 * LONGEST_LIST), -1):
        word = line.lower[j]
        if word in REFERENCES:
            return j if line.capital(j) or (j == i - 1 and word not in VERBS) else None
        if word not in BRACKETS and word not in LIST_LINKS and not is_figure(word):
            return None
        listed = is_figure(line.words[j - 1]) or line.lower[j - 1] in LISTING
        if word in LIST_LINKS and not listed:
            return None
    return None


def roman(line: Line, i: int) -> Numeral | None:
    """The Roman numeral at token i, which stands after a label."""
    text = line.words[i]
    if not text or not ROMAN.fullmatch(text):
        return None
    worths = [ROMAN_WORTH[letter] for letter in text]
    value = sum(-w if w < following else w for w, following in zip(worths, [*worths[1:], 0], strict=True))
    return Numeral(i, i + 1, Decimal(value), ONE, Form.DIGITS)
