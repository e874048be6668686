"""What a full stop behind a word means: the end of a sentence, or part of an abbreviation that goes on."""

from __future__ import annotations

from functools import cache

from factcheck.lexicon import forms, table


@cache
def _abbreviations() -> dict[str, str]:
    """Abbreviation, in the case it is written in → what must follow for the sentence to go on."""
    return {row["word"]: row["before"] for row in table("abbreviations")}


@cache
def _openers() -> frozenset[str]:
    """Folded words that open a sentence and hardly ever a name."""
    return frozenset(word for row in table("openers") for word in forms(row["words"]))


def goes_on(word: str, following: str) -> bool:
    """Whether a sentence goes on behind a word, its full stop and a space, with the word `following`.

    `word` without its last stop, with those inside it ("e.g", "Ph.D"); `following` as written, "" for none. What begins
    in lower case goes on whatever stands before it; that is for the caller to see.
    """
    match _before(word):
        case "name":
            return following[:1].isalpha()
        case "number":
            return following[:1].isdigit()
        case "any":
            return following.lower() not in _openers()
        case _:
            return False


def _before(word: str) -> str:
    """What a sentence goes on with behind this word and a full stop; "" if the stop ends it."""
    for form in (word, word.lower(), word.capitalize() if word.isupper() else word):
        if form in _abbreviations():
            return _abbreviations()[form]
    return "any" if _is_initial(word) else ""


def _is_initial(word: str) -> bool:
    """Whether a word is the initial of a name: a capital alone, but the pronoun."""
    return len(word) == 1 and word.isupper() and word != "I"
