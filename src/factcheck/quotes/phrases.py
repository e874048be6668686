"""Reads the noun phrase that a crediting verb takes for its speaker: before it, after it, or at the clause's start."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.names.model import Names, Sort
from factcheck.quotes.cues import ADVERBS, BE, HAVE, MODALS, skip_back, verbs
from factcheck.tokens import Tokens

PRONOUNS = frozenset("he she it they i we who which".split())
ARTICLES = frozenset(
    "the a an one another his her its their our this that these those some many several two three".split()
)
# Prepositions that tie a phrase to the noun before it: "spokesman for the ministry", "director of the museum".
LINKS = frozenset("of for at in from with on to".split())
# No phrase reaches over these.
STOPS = frozenset(
    """
    , . ; : ! ? \u2014 \u2013 " \u201c \u201d \u2018 that and but or as when while if because than then after before
    since although though where so what how why by into about is are was were be been has have had do does did will
    would can could may might should must not
    """.split()
)
# Words that open a clause or phrase before the subject: "In 2005, a banker said ...".
OPENERS = frozenset(
    """
    in on at after during before while when since as for with according from by despite following because if although
    though until upon under over amid among through throughout without within to about against besides beyond unlike
    like meanwhile however instead still yet but and so also then later earlier now today yesterday once asked speaking
    referring citing responding writing noting last this next
    """.split()
)
HIDDEN = ADVERBS | BE | HAVE | MODALS
LONGEST = 22


class Phrase(NamedTuple):
    """Tokens `first` to `last`, both inside."""

    first: int
    last: int


def before(tokens: Tokens, names: Names, lowest: int, verb: int) -> Phrase | None:
    """The phrase whose verb stands at `verb`, looking back no further than `lowest`."""
    at = skip_back(tokens, lowest, verb - 1, HIDDEN)
    at = _over_bracket(tokens, lowest, at)
    if at < lowest:
        return None
    word = tokens.lower[at]
    if word in (",", "\u2014", "\u2013", "-"):
        return opening(tokens, names, clause_start(tokens, lowest, at), at)
    if word in ("who", "which", "that"):
        left = at - 1 if at > lowest and tokens.words[at - 1] != "," else at - 2
        return _ending_at(tokens, names, lowest, left) if left >= lowest else None
    return _ending_at(tokens, names, lowest, at)


def after(tokens: Tokens, names: Names, verb: int, end: int) -> Phrase | None:
    """The phrase that follows an inverted verb ("said a banker in Oslo, ..."), to the next comma or full stop."""
    first = verb + 1
    while first < end and (tokens.lower[first] in ADVERBS or tokens.lower[first].endswith("ly")):
        first += 1
    return opening(tokens, names, first, end) if first < end else None


def opening(tokens: Tokens, names: Names, first: int, end: int) -> Phrase | None:
    """The phrase at the start of a clause, behind introductory words and phrases."""
    while first < end and tokens.lower[first] in OPENERS:
        comma = next((at for at in range(first, end) if tokens.words[at] == ","), None)
        if comma is None or comma + 1 >= end:
            first += 1
            if tokens.lower[first - 1] not in ("and", "but", "so", "yet", "then", "still", "meanwhile", "now", "later"):
                return None
        else:
            first = comma + 1
    last = first
    while last < end and last - first < LONGEST and not _ends(tokens, names, first, last):
        naming = names.at(last)
        last = naming.last + 1 if naming else last + 1
    return Phrase(first, min(last, end) - 1) if last > first else None


def _ends(tokens: Tokens, names: Names, first: int, at: int) -> bool:
    """Whether a phrase that began at `first` ends before this token."""
    word = tokens.lower[at]
    if names.at(at):
        return False
    if word in STOPS and not (word in ("and", ".") and _joins(tokens, names, at)):
        return True
    if at > first and (word in verbs() or word in PRONOUNS or word == "("):
        return True
    return at > first and word in LINKS and names.at(at - 1) is not None and not _continues(tokens, names, at)


def _joins(tokens: Tokens, names: Names, at: int) -> bool:
    """ "X and Y said": two names, an article between them at most. A full stop may belong to an abbreviation."""
    if tokens.words[at] == ".":
        return False
    right = at + 2 if tokens.lower[at + 1 : at + 2] == ("the",) else at + 1
    return bool(names.at(at - 1) and names.at(right))


def _continues(tokens: Tokens, names: Names, link: int) -> bool:
    """ "United States Embassy in Phnom Penh": a body with its place."""
    naming = names.at(link - 1)
    return bool(naming and naming.sort is Sort.BODY and tokens.lower[link] == "in" and names.at(link + 1))


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


def _ending_at(tokens: Tokens, names: Names, lowest: int, last: int) -> Phrase | None:
    """The phrase whose last word stands at `last`."""
    if last < lowest or (tokens.lower[last] in STOPS and not names.at(last)):
        return None
    if tokens.lower[last] in PRONOUNS:
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
    if word == "and" and at - 1 >= lowest and names.at(at - 1) and (names.at(first) or names.at(first + 1)):
        return at
    if tokens.lower[first] in ARTICLES and word not in LINKS and word != "and":
        return first
    if word in LINKS:
        return at if at > lowest and _noun(tokens, names, at - 1) else first
    return at if _noun(tokens, names, at) else first


def _noun(tokens: Tokens, names: Names, at: int) -> bool:
    word = tokens.lower[at]
    if names.at(at):
        return True
    return (word[0].isalnum() or word == "-") and word not in STOPS and word not in PRONOUNS and word not in verbs()
