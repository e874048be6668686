"""Finds the verbs that credit words to somebody, and tells them from the nouns and adjectives that look alike."""

from __future__ import annotations

from enum import Enum
from functools import cache

from factcheck.lean.record import NamedTuple
from factcheck.lexicon import forms, table
from factcheck.quotes.function_words import (
    ADVERBS,
    BE,
    CLITICS,
    COMPLEMENTS,
    DETERMINERS,
    MODALS,
    OPENING,
    PREPOSITIONS,
    SUBJECTS,
)
from factcheck.text.tokens import Tokens, is_capital

CLOSING = frozenset('"\u201d\u2019')


class Use(Enum):
    """say: the words are what was said. frame: how the speaker puts or judges a thing."""

    SAY = "say"
    FRAME = "frame"


class Voice(Enum):
    """How the speaker is tied to the verb."""

    ACTIVE = "active"
    PASSIVE = "passive"
    PARTICIPLE = "participle"


class Verb(NamedTuple):
    """A row of the table as one of its forms sees it. noun: the form is a noun as well ("call", "calls")."""

    lemma: str
    use: Use
    noun: bool


class Cue(NamedTuple):
    """A crediting verb at a token, its dictionary form, and how its speaker is tied to it."""

    at: int
    lemma: str
    use: Use
    voice: Voice


@cache
def verbs() -> dict[str, Verb]:
    """Folded form → verb."""
    found: dict[str, Verb] = {}
    for row in table("reporting"):
        base, *others = forms(row["forms"])
        for form in (base, *others):
            noun = bool(row["noun"]) and (form == base or form.endswith("s"))
            found[form] = Verb(row["lemma"], Use(row["use"]), noun)
    return found


def cues(tokens: Tokens, first: int, end: int) -> list[Cue]:
    """The crediting verbs among tokens `first` to `end`, in order."""
    known = verbs()
    return [cue for at in range(first, end) if tokens.lower[at] in known and (cue := cue_at(tokens, first, at))]


def cue_at(tokens: Tokens, first: int, at: int) -> Cue | None:
    """The cue at a token, read with the words from `first`, or None where the form is no verb there."""
    form, verb = tokens.lower[at], verbs()[tokens.lower[at]]
    before = skip_back(tokens, first, at - 1, ADVERBS)
    word = tokens.lower[before] if before >= first else ""
    clitic = word.endswith(CLITICS)
    if word == "-" and tokens.ends[before] == tokens.starts[at]:
        return None
    if word in DETERMINERS or (word.endswith("'s") and word not in BE and not form.endswith("ing")):
        return None
    if is_capital(tokens.words[at]) and before >= first and word not in OPENING:
        return None
    if verb.noun and not _verbal(tokens, first, before, at):
        return None
    if word in BE and not form.endswith("ing") and verb.lemma != "read":
        return Cue(at, verb.lemma, verb.use, Voice.PASSIVE)
    if word == "to" or (form.endswith("ing") and word not in BE and not clitic):
        return Cue(at, verb.lemma, verb.use, Voice.PARTICIPLE)
    return Cue(at, verb.lemma, verb.use, Voice.ACTIVE)


def _verbal(tokens: Tokens, first: int, before: int, at: int) -> bool:
    """Whether a form that may be a noun has the place of a verb: behind its subject, before what is said."""
    word = tokens.lower[before] if before >= first else ""
    if word in PREPOSITIONS:
        return False
    if not word or word in SUBJECTS or word in MODALS or not word[0].isalpha():
        return True
    if not tokens.lower[at].endswith("s"):
        return word.endswith("s") and not word.endswith(("ss", "'s"))
    after = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
    if is_capital(tokens.words[before]):
        return after in COMPLEMENTS or (after == "." and _heads_rest(tokens, before))
    near = tokens.lower[max(first, before - 4) : before]
    return after in COMPLEMENTS and not word.endswith("s") and not DETERMINERS.isdisjoint(near)


def _heads_rest(tokens: Tokens, last: int) -> bool:
    """Whether a name that ends at a token stands right behind a quotation: "..., Lund recalls."."""
    first = last
    while first and is_capital(tokens.words[first - 1]):
        first -= 1
    return first > 0 and tokens.words[first - 1] in CLOSING


def skip_back(tokens: Tokens, first: int, at: int, words: frozenset[str]) -> int:
    """The last token at or before `at` that is none of these words and no adverb in -ly."""
    while at >= first and (
        tokens.lower[at] in words or (tokens.lower[at].endswith("ly") and len(tokens.lower[at]) > 4)
    ):
        at -= 1
    return at
