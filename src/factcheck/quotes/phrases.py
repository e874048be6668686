"""Reads the noun phrase that a crediting verb takes for its speaker: before it, after it, or at the clause's start."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.names.model import Names, Sort
from factcheck.names.runs import possessive
from factcheck.names.words import references, roles
from factcheck.quotes.cues import ADVERBS, BE, DETERMINERS, HAVE, MODALS, skip_back, verbs
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
# Prepositions whose phrase tells where or how, and is no subject: "people walking through the streets chanted".
PLACED = frozenset("through across along over under into during against between among around behind near".split())
CONJUNCTIONS = frozenset("and but so yet then still meanwhile now later".split())
RELATIVES = frozenset(("who", "which", "that"))
# "Her tweet said", "the report found": the words are those of whoever made it.
UTTERANCES = frozenset(
    """
    statement statements tweet tweets post posts remark remarks comment comments claim claims speech letter email
    message report release resolution study survey article memo testimony interview document filing
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
        return _apposed(tokens, names, lowest, at) or opening(tokens, names, clause_start(tokens, lowest, at), at)
    if word in RELATIVES:
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


def opening(tokens: Tokens, names: Names, first: int, end: int) -> Phrase | None:
    """The phrase at the start of a clause, behind introductory words and phrases."""
    while first < end and tokens.lower[first] in OPENERS:
        if tokens.lower[first] in CONJUNCTIONS:
            first += 1
            continue
        comma = _main_clause(tokens, names, first, end)
        if comma is None:
            return None
        first = comma + 1
    last = first
    while last < end and last - first < LONGEST and not _ends(tokens, names, first, last):
        naming = names.at(last)
        last = naming.last + 1 if naming else last + 1
    return Phrase(first, min(last, end) - 1) if last > first else None


def _main_clause(tokens: Tokens, names: Names, first: int, end: int) -> int | None:
    """The comma that ends an introductory phrase: the first before a name, pronoun or article, else the first."""
    commas = [at for at in range(first, end - 1) if tokens.words[at] == ","]
    for at in commas:
        if names.at(at + 1) or tokens.lower[at + 1] in PRONOUNS or tokens.lower[at + 1] in ARTICLES:
            return at
    return commas[0] if commas else None


def _ends(tokens: Tokens, names: Names, first: int, at: int) -> bool:
    """Whether a phrase that began at `first` ends before this token."""
    word = tokens.lower[at]
    if names.at(at):
        return False
    if word in STOPS:
        made_by = word == "by" and at > first and tokens.lower[at - 1].endswith("ed")
        return not (made_by or (word == "and" and _joins(tokens, names, at)))
    if at == first:
        return False
    if (
        word in PRONOUNS
        or word in ADVERBS
        or word == "("
        or (word in verbs() and tokens.lower[at - 1] not in DETERMINERS)
    ):
        return True
    following = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
    if word.endswith("ed") and (names.at(at + 1) or following in ARTICLES) and tokens.lower[at - 1] not in ARTICLES:
        return True
    naming = names.at(at - 1)
    if naming is None or possessive(tokens.words[at - 1]):
        return False
    if word in LINKS:
        return naming.sort is Sort.PERSON or not _continues(tokens, names, at)
    return naming.sort is Sort.PERSON or not _goes_on(tokens, names, at)


def _joins(tokens: Tokens, names: Names, at: int) -> bool:
    """ "X and the Y said": two names. "Chair and former senator Mara Lund": two offices of one person."""
    right = at + 2 if tokens.lower[at + 1 : at + 2] == ("the",) else at + 1
    return bool(names.at(at - 1) and names.at(right)) or tokens.lower[at - 1] in roles()


def _goes_on(tokens: Tokens, names: Names, at: int) -> bool:
    """ "Norland Bank press secretary Mara Lund": a name of a body that opens a longer title."""
    for ahead in range(at, min(at + 4, len(tokens))):
        word = tokens.lower[ahead]
        if word in roles() or names.at(ahead) or word in UTTERANCES or word in references():
            return True
        if word in STOPS or word in LINKS or word.endswith(("ed", "ly")) or not word[0].isalnum():
            return False
    return False


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


def ending(tokens: Tokens, names: Names, lowest: int, last: int) -> Phrase | None:
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
