"""Finds indirect speech: the stretch of a sentence that somebody is credited with, without quotation marks."""

from __future__ import annotations

from factcheck.lean.record import NamedTuple
from factcheck.names.inventory import Names
from factcheck.quotes import credit
from factcheck.quotes.cues import Cue, Use, Voice, cues, verbs
from factcheck.quotes.function_words import LINKS, OPENERS
from factcheck.quotes.opening import opening
from factcheck.quotes.sentences import LONGEST_SENTENCE
from factcheck.text.tokens import Tokens

# Besides the crediting verbs, what can credit somebody.
TRIGGERS = frozenset(("according", "per"))
# What follows a verb that closes its sentence: "..., the union said on Monday".
CLOSING = frozenset(". , on in at during after before last this today yesterday earlier late".split())
# After a judging verb only these open a statement of fact: "found that 40 had left".
OPENS_CLAUSE = frozenset(("that", "how", "whether"))


class Stretch(NamedTuple):
    """Tokens `first` to `end` of a sentence, and who is credited with what they say."""

    first: int
    end: int
    speaker: str


def credits(tokens: Tokens, names: Names, first: int, end: int) -> list[Stretch]:
    """The credited stretches of the sentence from token `first` to `end`, the innermost last."""
    words = tokens.lower[first:end]
    if end - first > LONGEST_SENTENCE or (verbs().keys().isdisjoint(words) and TRIGGERS.isdisjoint(words)):
        return []
    found = [*_according(tokens, names, first, end)]
    for cue in cues(tokens, first, end):
        ways = (_ahead, _behind) if _closes(tokens, first, end, cue) else (_behind, _ahead)
        found += next(([stretch] for way in ways if (stretch := way(tokens, names, first, end, cue))), [])
    return found


def _closes(tokens: Tokens, first: int, end: int, cue: Cue) -> bool:
    """Whether a verb stands behind what is said: ", said X" or ", X said on Monday"."""
    if tokens.words[cue.at - 1] == "," and cue.at > first:
        return True
    following = tokens.lower[cue.at + 1 : min(end, cue.at + 8)]
    return not following or (following[0] in CLOSING and "that" not in following)


def _according(tokens: Tokens, names: Names, first: int, end: int) -> list[Stretch]:
    """What "According to X, ..." credits behind the comma, and "..., according to X" before it."""
    for at in range(first, end - 1):
        if tokens.lower[at : at + 2] != ("according", "to"):
            continue
        phrase = opening(tokens, names, at + 2, end)
        said = credit.named(tokens, names, phrase, "according to")
        if phrase and said:
            opens = at - first < 2
            return [Stretch(phrase.last + 1, end, said.speaker) if opens else Stretch(first, at, said.speaker)]
    return []


def _behind(tokens: Tokens, names: Names, first: int, end: int, cue: Cue) -> Stretch | None:
    """What "X said that ..." credits: the words behind the verb."""
    if cue.voice is Voice.PASSIVE or cue.at + 1 >= end:
        return None
    after = tokens.lower[cue.at + 1]
    if cue.use is Use.FRAME and OPENS_CLAUSE.isdisjoint(tokens.lower[cue.at + 1 : cue.at + 4]):
        return None
    if after in ",." or cue.at == first:
        return None
    if after in CLOSING or after in LINKS:
        after_all = tokens.lower[cue.at + 1 : min(end, cue.at + 12)]
        if "that" not in after_all:
            return None
    said = credit.by_verb(tokens, names, first, cue, end)
    return Stretch(cue.at + 1, end, said.speaker) if said else None


def _ahead(tokens: Tokens, names: Names, first: int, end: int, cue: Cue) -> Stretch | None:
    """What "..., X said" and "..., said X" credit: the words before the comma."""
    comma = next((at for at in range(cue.at - 1, first, -1) if tokens.words[at] == ","), None)
    if comma is None or cue.use is not Use.SAY or cue.voice is not Voice.ACTIVE:
        return None
    if tokens.lower[first] in OPENERS and "," not in tokens.words[first:comma]:
        return None
    said = credit.by_words_behind(tokens, names, range(comma, end))
    return Stretch(first, comma, said.speaker) if said else None
