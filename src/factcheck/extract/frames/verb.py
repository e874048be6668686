"""Finds the finite verbs of a passage, as far as endings, small words and the lexicon show them."""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from itertools import compress

from factcheck.extract.frame import is_event
from factcheck.extract.frames.frame_cues import CUES
from factcheck.extract.frames.poles import poles
from factcheck.lean import Memo
from factcheck.lexicon import forms, table
from factcheck.quotes.cues import verbs
from factcheck.quotes.function_words import BE, DETERMINERS, HAVE, MODALS
from factcheck.text.stem import FUNCTION_WORDS
from factcheck.text.tokens import Tokens

PREPOSITIONS = CUES["preposition"]
AUXILIARIES = BE | HAVE | MODALS
RELATIVE = frozenset({"who", "whose", "whom", "which"})
# Before these words a form in -ed is an adjective: "the jailed leader".
BEFORE_ADJECTIVES = DETERMINERS | CUES["adjective behind"]
# Right behind these a form in -s is a verb.
SUBJECTS = RELATIVE | CUES["verb behind"]
# Before these a form in -s behind a name is a verb ("Alder employs 900"), and not a noun ("Alder trucks stood still").
OBJECTS = (DETERMINERS - {"of"}) | CUES["object behind"]
AUXILIARY, PAST, LISTED, PRESENT = range(1, 5)


def verbs_of(tokens: Tokens, named: Set[int], numbers: Set[int]) -> list[int]:
    """The finite verbs of a passage, in order. `named`, `numbers`: the tokens of its names and figures."""
    found, lower = [], tokens.lower
    forms = list(map(_FORM.__getitem__, lower))
    for at in compress(range(len(lower)), forms):
        if at in named or at in numbers:
            continue
        if _stands(tokens, at, forms[at], lower[at - 1] if at else "", named):
            found.append(at)
    return found


def _stands(tokens: Tokens, at: int, form: int, before: str, named: Set[int]) -> bool:
    """Whether a form that may be a verb is one behind the word before it."""
    if form == AUXILIARY:
        return tokens.words[at] != "May"
    if before in BEFORE_ADJECTIVES or before[-2:] == "'s":
        return False
    if form == LISTED:
        return before not in PREPOSITIONS
    if form == PAST:
        return True
    after = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
    led = before in SUBJECTS or (at - 1 in named and (after in OBJECTS or after[:1].isdigit()))
    return led and tokens.words[at][0].islower()


def _form(word: str) -> int:
    """As what a word may be a verb; 0 for none."""
    if word in AUXILIARIES:
        return AUXILIARY if word != "'s" else 0
    if is_event(word):
        return PAST
    if word in _listed():
        return LISTED
    present = word[-1] == "s" and len(word) > 3 and word not in FUNCTION_WORDS and not word.endswith(("ss", "us", "'s"))
    return PRESENT if present else 0


# It is asked of every word of every sentence with a figure.
_FORM = Memo(_form, 1 << 15)


@cache
def _listed() -> frozenset[str]:
    """Forms that are verbs without looking like a past: "lent", "holds", "says", "rises"."""
    rows = (form for row in table("finite") for form in forms(row["forms"]))
    return frozenset((*rows, *(word for word in (*verbs(), *poles()) if word.endswith("s"))))
