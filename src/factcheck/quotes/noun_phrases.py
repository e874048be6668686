"""Reads the noun phrase that a crediting verb takes for its speaker: before it, right to left, or after it."""

from __future__ import annotations

from factcheck.names.inventory import Names, Sort
from factcheck.names.titles import roles
from factcheck.quotes.cues import skip_back, verbs
from factcheck.quotes.function_words import (
    ADVERBS,
    ARTICLES,
    DETERMINERS,
    HIDDEN,
    LINKS,
    PLACED,
    PRONOUNS,
    RELATIVES,
    STOPS,
)
from factcheck.quotes.opening import LONGEST, Phrase, opening
from factcheck.text.tokens import Tokens


def before(tokens: Tokens, names: Names, lowest: int, verb: int) -> Phrase | None:
    """The phrase whose verb stands at `verb`, looking back no further than `lowest`."""
    at = skip_back(tokens, lowest, verb - 1, HIDDEN)
    at = _over_bracket(tokens, lowest, at)
    if at < lowest:
        return None
    word = tokens.lower[at]
    if word in (",", "\u2014", "\u2013", "-"):
        return _apposed(tokens, names, lowest, at) or opening(tokens, names, clause_start(tokens, lowest, at), at)
    if word in RELATIVES and not names.at(at):
        left = at - 1 if at > lowest and tokens.words[at - 1] != "," else at - 2
        return antecedent(tokens, names, lowest, left) if left >= lowest else None
    phrase = ending(tokens, names, lowest, at)
    if phrase and phrase.first > lowest and tokens.lower[phrase.first - 1] in PLACED:
        return opening(tokens, names, clause_start(tokens, lowest, at), at + 1) or phrase
    return phrase


def _apposed(tokens: Tokens, names: Names, lowest: int, comma: int) -> Phrase | None:
    """The person between two commas before a verb: "The chair of the club, Mara Lund, said"."""
    naming = names.at(comma - 1)
    personal = naming and (naming.sort is Sort.PERSON or (naming.sort is Sort.OTHER and naming.last > naming.first))
    alone = naming and personal and naming.title > lowest and tokens.words[naming.title - 1] == ","
    return Phrase(naming.title, naming.last) if naming and alone else None


def antecedent(tokens: Tokens, names: Names, lowest: int, last: int) -> Phrase | None:
    """The noun that "who" and "which" refer to: the nearest name, with its number ("Article 12"), or phrase."""
    naming = names.at(last)
    if naming:
        return Phrase(naming.title, naming.last)
    if tokens.words[last].isdigit() and names.at(last - 1):
        return Phrase(last - 1, last)
    return ending(tokens, names, lowest, last)


def after(tokens: Tokens, names: Names, verb: int, end: int) -> Phrase | None:
    """The phrase that follows an inverted verb ("said a banker in Oslo, ..."), to the next comma or full stop."""
    first = verb + 1
    while first < end and (tokens.lower[first] in ADVERBS or tokens.lower[first].endswith("ly")):
        first += 1
    return opening(tokens, names, first, end) if first < end else None


def clause_start(tokens: Tokens, lowest: int, at: int) -> int:
    """The first token of the clause that a token stands in."""
    while at > lowest and tokens.words[at - 1] not in ";:\u2014\u201d\u201c":
        at -= 1
    return at


def _over_bracket(tokens: Tokens, lowest: int, at: int) -> int:
    """The token before a bracket that ends at `at`: "Mara Lund (Labour) said"."""
    if at < lowest or tokens.words[at] != ")":
        return at
    while at > lowest and tokens.words[at] != "(":
        at -= 1
    return at - 1


def ending(tokens: Tokens, names: Names, lowest: int, last: int) -> Phrase | None:
    """The phrase whose last word stands at `last`."""
    if last < lowest or (tokens.lower[last] in STOPS and not names.at(last)):
        return None
    if tokens.lower[last] in PRONOUNS and not names.at(last):
        return Phrase(last, last)
    first, end = last, last
    naming = names.at(last)
    first = max(lowest, naming.title) if naming else last
    while first > lowest and end - first < LONGEST:
        left = _extend_left(tokens, names, lowest, first)
        if left == first:
            break
        first = left
    return Phrase(first, end)


def _extend_left(tokens: Tokens, names: Names, lowest: int, first: int) -> int:
    """One step further left while the phrase goes on; `first` itself where it begins."""
    at = first - 1
    word = tokens.lower[at]
    naming = names.at(at)
    if naming:
        return max(lowest, naming.title)
    if word in ARTICLES:
        return at
    if word == ")":
        return max(first - 8, _over_bracket(tokens, lowest, at) + 1) if names.at(at - 1) else first
    if word == "and" and at > lowest and _pairs(tokens, names, at, first):
        return at
    made_by = word == "by" and tokens.lower[at - 1].endswith("ed")
    if tokens.lower[first] in ARTICLES and word not in LINKS and word != "and" and not made_by:
        return first
    if word in LINKS or made_by:
        return at if at > lowest and _noun(tokens, names, at - 1) else first
    return at if _noun(tokens, names, at) else first


def _pairs(tokens: Tokens, names: Names, conjunction: int, first: int) -> bool:
    """Whether "and" joins two names, or two offices of one person."""
    left, two = names.at(conjunction - 1), names.at(first) or names.at(first + 1)
    return bool(left and two) or tokens.lower[conjunction - 1] in roles()


def _noun(tokens: Tokens, names: Names, at: int) -> bool:
    word = tokens.lower[at]
    if names.at(at):
        return True
    return (
        (word[0].isalnum() or word == "-")
        and word not in STOPS
        and word not in PRONOUNS
        and (word not in verbs() or _determined(tokens, at))
    )


def _determined(tokens: Tokens, at: int) -> bool:
    return at > 0 and tokens.lower[at - 1] in DETERMINERS
