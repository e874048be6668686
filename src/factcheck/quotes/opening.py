"""Reads the noun phrase at the start of a clause, left to right: its subject."""

from __future__ import annotations

from factcheck.lean.record import NamedTuple
from factcheck.names.inventory import Names, Sort
from factcheck.names.runs import possessive
from factcheck.names.titles import references, roles
from factcheck.quotes.cues import cue_at, verbs
from factcheck.quotes.function_words import (
    ADVERBS,
    ARTICLES,
    CONJUNCTIONS,
    LINKS,
    OPENERS,
    PRONOUNS,
    STOPS,
    utterances,
)
from factcheck.text.tokens import Tokens, is_capital

# "This week, ..." opens a clause; "this right" is its subject.
TIMES = frozenset(("this", "last", "next"))
# "Last night Mara Lund said ...": a time with no comma before the subject.
SPELLS = (
    ("night",),
    ("week",),
    ("month",),
    ("year",),
    ("weekend",),
    ("summer",),
    ("autumn",),
    ("winter",),
    ("spring",),
)
# No speaker's phrase is longer.
LONGEST = 22
# The words before a form that tell whether it is a verb.
NEAR = 5


class Phrase(NamedTuple):
    """Tokens `first` to `last`, both inside."""

    first: int
    last: int


def opening(tokens: Tokens, names: Names, first: int, end: int) -> Phrase | None:
    """The phrase at the start of a clause, behind introductory words and phrases."""
    while first < end and tokens.lower[first] in OPENERS:
        if tokens.lower[first] in CONJUNCTIONS:
            first += 1
            continue
        if tokens.lower[first] in TIMES and tokens.lower[first + 1 : first + 2] in SPELLS and names.at(first + 2):
            first += 2
            break
        if tokens.lower[first] in TIMES and "," not in tokens.words[first : first + 5]:
            break
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
    if word in PRONOUNS or word in ADVERBS or word == "(" or _verb(tokens, names, at):
        return True
    return word not in LINKS if _numbered(tokens, at - 1) else _name_ends(tokens, names, at)


def _verb(tokens: Tokens, names: Names, at: int) -> bool:
    """Whether a token is a crediting verb, or a past form with its object behind it."""
    if tokens.lower[at] in verbs():
        return cue_at(tokens, max(0, at - NEAR), at) is not None
    past = tokens.lower[at].endswith("ed") and tokens.lower[at - 1] not in ARTICLES
    return past and at + 1 < len(tokens) and (names.at(at + 1) is not None or tokens.lower[at + 1] in ARTICLES)


def _numbered(tokens: Tokens, at: int) -> bool:
    """Whether a number belongs to the word before it: "Article 12"."""
    return tokens.words[at][0].isdigit() and at > 0 and is_capital(tokens.words[at - 1])


def _name_ends(tokens: Tokens, names: Names, at: int) -> bool:
    """Whether the phrase ends with the name before this token."""
    naming = names.at(at - 1)
    if naming is None or possessive(tokens.words[at - 1]):
        return False
    if naming.sort is Sort.PERSON and not _employs(tokens, names, at):
        return True
    return not (_continues(tokens, names, at) if tokens.lower[at] in LINKS else _goes_on(tokens, names, at))


def _employs(tokens: Tokens, names: Names, at: int) -> bool:
    """Whether an office and its holder follow, so that the name before is a body's: "Rovers coach Mara Lund"."""
    return tokens.lower[at] in roles() and names.at(at + 1) is not None


def _joins(tokens: Tokens, names: Names, at: int) -> bool:
    """Whether "and" joins two names ("X and the Y said"), or two offices ("Chair and former senator Mara Lund")."""
    right = at + 2 if tokens.lower[at + 1 : at + 2] == ("the",) else at + 1
    return bool(names.at(at - 1) and names.at(right)) or tokens.lower[at - 1] in roles()


def _goes_on(tokens: Tokens, names: Names, at: int) -> bool:
    """Whether a body's name opens a longer title: "Norland Bank press secretary Mara Lund"."""
    for ahead in range(at, min(at + 4, len(tokens))):
        word = tokens.lower[ahead]
        if word in roles() or names.at(ahead) or word in utterances() or word in references():
            return True
        if word in STOPS or word in LINKS or word.endswith(("ed", "ly")) or not word[0].isalnum():
            return False
    return False


def _continues(tokens: Tokens, names: Names, link: int) -> bool:
    """Whether a body's place follows it: "Norland Embassy in Oslo"."""
    naming = names.at(link - 1)
    return bool(naming and naming.sort is Sort.BODY and tokens.lower[link] == "in" and names.at(link + 1))
