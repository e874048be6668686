"""Terms of punishment and bans: "nine years in prison", "between two and seven years", "a four-year ban"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.duration import and_part, length, time_unit
from factcheck.kinds.line import Line
from factcheck.kinds.phrase import Phrase
from factcheck.kinds.phrasebook import Phrasebook
from factcheck.lexicon import forms, table
from factcheck.model import Kind, Mention
from factcheck.text.tokens import is_word


def _book(side: str) -> Phrasebook[str]:
    rows = (row for row in table("penalties") if row["side"] == side)
    return Phrasebook((form, row["penalty"]) for row in rows for form in forms(row["cue"]))


AFTER = _book("after")
BEFORE = _book("before")
APART = {
    tuple(form.split()): row["penalty"]
    for row in table("penalties")
    if row["side"] == "apart"
    for form in forms(row["cue"])
}
# Words between the time and the penalty that it measures.
BETWEEN_AFTER = CUES["before a penalty"]
# Words between the cue and the time: "sentenced to a total of", "jailed for between five".
BETWEEN_BEFORE = CUES["after a verdict"]
FACING = CUES["facing"]
GIVING = CUES["given"]
GUILT = CUES["guilt"]
TERMS = frozenset({"prison", "jail", "imprisonment", "sentence", "custody", "detention"})
CLAUSE_ENDS = frozenset({".", ",", ";", ":", "!", "?"})
REACH_AFTER, REACH_BEFORE, REACH_FACING, REACH_APART, REACH_COURT = 4, 7, 12, 10, 24
REACH_SUSPENDED, REACH_TERM = 4, 7


def penalty(line: Line, phrase: Phrase) -> Mention | None:
    """A numeral with a unit of time, where the words around it make it a punishment; the unit is the penalty."""
    found = time_unit(line, phrase)
    if found is None:
        return None
    unit, after = found
    first = phrase.first
    extra, after = and_part(line, after) if not phrase.borrowed else (Decimal(0), after)
    kind = _named_after(line, after) or _named_before(line, first) or _apart(line, first) or _facing(line, first, after)
    kind = kind or _given(line, first, after) or _term_suspended(line, first, after)
    if kind is None:
        return None
    if _is_suspended(line, first, after, kind):
        kind = "suspended imprisonment"
    return Mention(Kind.SENTENCE, phrase.span(line, after), length(phrase, unit, extra), kind)


def _is_suspended(line: Line, first: int, after: int, kind: str) -> bool:
    """Whether a term is suspended, or is the time for which one is: "a year in prison, suspended for two years"."""
    if kind == "imprisonment":
        return "suspended" in line.lower[max(0, first - REACH_SUSPENDED) : after + REACH_SUSPENDED]
    if kind != "ban" or line.lower[max(0, first - 2) : first] != ("suspended", "for"):
        return False
    term = {*line.lower[max(0, first - REACH_TERM) : first]}
    return bool(term & TERMS) or ("term" in term and line.lower[first - 3] == ",")


def _term_suspended(line: Line, first: int, after: int) -> str | None:
    """ "A two-year term, suspended", "two years suspended", "a suspended two-year term": only a punishment is."""
    i = after + 1 if line.hyphen(after) else after
    term = line.lower[i] in ("term", "terms")
    i += term
    i += line.lower[i] == ","
    suspended = line.lower[i] == "suspended" or (term and line.lower[first - 1] == "suspended")
    return "imprisonment" if suspended else None


def _named_after(line: Line, after: int) -> str | None:
    i = after + 1 if line.hyphen(after) else after
    for j in range(i, i + REACH_AFTER):
        found = AFTER.at(line.lower, j)
        if found is not None:
            return found[0]
        if line.lower[j] not in BETWEEN_AFTER:
            return None
    return None


def _named_before(line: Line, first: int) -> str | None:
    for j in range(first, max(-1, first - REACH_BEFORE), -1):
        found = BEFORE.before(line.lower, j)
        if found is not None:
            return found[0]
        if line.lower[j - 1] not in BETWEEN_BEFORE:
            return None
    return None


def _apart(line: Line, first: int) -> str | None:
    """ "sentenced the two singers to 18 months": verb, the convicted, and the verb's preposition before the time."""
    link = line.lower[first - 1]
    last = _before_aside(line, first - 2)
    for j in range(last, max(-1, last - REACH_APART), -1):
        if line.lower[j] in CLAUSE_ENDS:
            return None
        if (line.lower[j], link) in APART:
            return APART[line.lower[j], link]
    return None


def _before_aside(line: Line, i: int) -> int:
    """The token before an aside that ends at token i: "the mayor, 46," and "Jane Roe, once mayor of Hill,"."""
    opening = next((j for j in range(i - 1, max(-1, i - REACH_APART), -1) if line.lower[j] in CLAUSE_ENDS), -1)
    return opening - 1 if line.lower[i] == "," and opening > 0 and line.lower[opening] == "," else i


def _facing(line: Line, first: int, after: int) -> str | None:
    """ "faces up to seven years if convicted": a time somebody faces, with guilt in the same breath."""
    if FACING.isdisjoint(line.lower[max(0, first - 5) : first]):
        return None
    if line.lower[first - 1] in FACING and not is_word(line.lower[after]):
        return "imprisonment"
    near = {*line.lower[max(0, first - REACH_FACING) : first], *line.lower[after : after + 6]}
    return "imprisonment" if near & GUILT else None


def _given(line: Line, first: int, after: int) -> str | None:
    """ "got eight years": a time that somebody is given, where the same sentence speaks of a court."""
    if line.lower[first - 1] not in GIVING or line.lower[after] in ("of", "to"):
        return None
    near = {*line.lower[max(0, first - REACH_COURT) : first], *line.lower[after : after + REACH_COURT]}
    return "imprisonment" if near & GUILT else None
