"""Finds the verbs that credit words to somebody, and tells them from the nouns and adjectives that look alike."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import NamedTuple

from factcheck.lexicon import forms, table
from factcheck.tokens import Tokens

# Before these a form is a noun or adjective: "the claim", "its stated aim", "no comment".
DETERMINERS = frozenset(
    "the a an his her its their our my your this these those any no each every some such another of".split()
)
BE = frozenset("is are was were be been being 's 're isn't wasn't aren't weren't gets got".split())
HAVE = frozenset("has have had having hasn't haven't hadn't 've 'd".split())
MODALS = frozenset(
    "will would can could may might should must shall do does did doesn't didn't don't won't wouldn't".split()
)
ADVERBS = frozenset(
    """
    also then later now again once never not even just still already often soon first further always ever thus
    today yesterday tonight there afterwards afterward earlier therefore instead too famously once-again
    """.split()
)
# Not verbs although they look it: "for example", "according to" has its own rule.
INGS = "ing"


class Use(Enum):
    """say: the words are what was said. frame: how the speaker puts or judges a thing."""

    SAY = "say"
    FRAME = "frame"


class Voice(Enum):
    """How the speaker is tied to the verb."""

    ACTIVE = "active"
    PASSIVE = "passive"
    PARTICIPLE = "participle"


class Cue(NamedTuple):
    """A crediting verb at a token, its dictionary form, and how its speaker is tied to it."""

    at: int
    lemma: str
    use: Use
    voice: Voice


@cache
def verbs() -> dict[str, tuple[str, Use]]:
    """Folded form → dictionary form and use."""
    return {form: (row["lemma"], Use(row["use"])) for row in table("reporting") for form in forms(row["forms"])}


def cues(tokens: Tokens, first: int, end: int) -> list[Cue]:
    """The crediting verbs among tokens `first` to `end`, in order."""
    known = verbs()
    return [cue for at in range(first, end) if tokens.lower[at] in known and (cue := cue_at(tokens, first, at))]


def cue_at(tokens: Tokens, first: int, at: int) -> Cue | None:
    """The cue at a token, read with the words from `first`, or None where the form is no verb there."""
    lemma, use = verbs()[tokens.lower[at]]
    before = skip_back(tokens, first, at - 1, ADVERBS)
    word = tokens.lower[before] if before >= first else ""
    possessor = word.endswith("'s") and word not in BE and not _progressive(tokens, at)
    if word in DETERMINERS or possessor:
        return None
    if tokens.words[at][0].isupper() and before >= first and word not in '.!?:;\u201d"\u2019,':
        return None
    form = tokens.lower[at]
    if word in BE and not form.endswith(INGS) and lemma != "read":
        return Cue(at, lemma, use, Voice.PASSIVE)
    if form.endswith(INGS) and word not in BE and not word.endswith(("'s", "'re", "'m")):
        return Cue(at, lemma, use, Voice.PARTICIPLE)
    if word == "to" or word in MODALS:
        return Cue(at, lemma, use, Voice.PARTICIPLE if word == "to" else Voice.ACTIVE)
    return Cue(at, lemma, use, Voice.ACTIVE)


def _progressive(tokens: Tokens, at: int) -> bool:
    """ "He's claiming": the ending is a verb, not a possessive."""
    return tokens.lower[at].endswith(INGS)


def skip_back(tokens: Tokens, first: int, at: int, words: frozenset[str]) -> int:
    """The last token at or before `at` that is none of these words and no adverb in -ly."""
    while at >= first and (
        tokens.lower[at] in words or (tokens.lower[at].endswith("ly") and len(tokens.lower[at]) > 4)
    ):
        at -= 1
    return at
