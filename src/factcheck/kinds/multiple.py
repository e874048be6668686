"""How many times as much: "threefold", "2.5x", "by a factor of seven", "twice the old fee", "more than doubled"."""

from __future__ import annotations

from factcheck.kinds.line import Line
from factcheck.kinds.numeral import Form, as_much
from factcheck.kinds.phrase import Phrase
from factcheck.model import Kind, Mention
from factcheck.text.tokens import is_figure

UNIT = "times"
SIGNS = frozenset({"x", "×"})


def multiple(line: Line, phrase: Phrase) -> Mention | None:
    """A numeral that multiplies something; its unit is "times"."""
    if phrase.mark or phrase.form in (Form.ORDINAL, Form.FRACTION, Form.VAGUE, Form.CLOCK):
        return None
    after = phrase.last if phrase.form is Form.MULTIPLE or _factor(line, phrase) else _after(line, phrase)
    return Mention(Kind.OTHER, line.span(phrase.first, after), phrase.value(), UNIT) if after else None


def _factor(line: Line, phrase: Phrase) -> bool:
    return line.lower[phrase.first - 1] == "of" and line.lower[phrase.first - 2] == "factor"


def _after(line: Line, phrase: Phrase) -> int | None:
    """The token after "times as", "-fold" or "x", where one of them follows the phrase."""
    at = phrase.unit_at
    if phrase.borrowed:
        return None
    if line.lower[at] == "times" and as_much(line, at + 1) and not phrase.hyphen:
        return at + 1
    if line.lower[at] == "fold" and phrase.hyphen:
        return at + 1
    signed = line.lower[at] in SIGNS and line.glued(at) and not is_figure(line.words[at + 1])
    return at + 1 if signed and not line.hyphen(at + 1) else None
