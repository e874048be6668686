"""Says who a noun phrase stands for: a full name, or the last fitting one for "he" and "the minister"."""

from __future__ import annotations

from itertools import pairwise

from factcheck.names import written
from factcheck.names.model import Names, Naming, Sort
from factcheck.names.runs import possessive
from factcheck.names.words import bodies, plural_roles
from factcheck.quotes.phrases import ARTICLES, LINKS, PRONOUNS, Phrase
from factcheck.tokens import Tokens

SEX = {"he": "m", "she": "f"}
# "Her tweet said": the words are the person's.
UTTERANCES = frozenset(
    """
    statement statements tweet tweets post posts remark remarks comment comments claim claims speech letter email
    message
    """.split()
)
# A pronoun looks back over about this many tokens.
REACH = 400
DROPPED_ARTICLES = frozenset(("the", "a", "an"))


def speaker(tokens: Tokens, names: Names, phrase: Phrase) -> str:
    """Whom a phrase stands for, in the fullest form the text gives; "" where it cannot be told."""
    first, last = phrase
    if tokens.lower[last] in PRONOUNS and first == last:
        return _pronoun(tokens, names, last)
    namings = names.between(first, last + 1)
    if namings:
        return _named(tokens, names, phrase, namings)
    if tokens.lower[first] in ("the", "his", "her", "their"):
        taken_up = _taken_up(tokens, names, phrase)
        if taken_up:
            return taken_up
    return _plain(tokens, phrase)


def _named(tokens: Tokens, names: Names, phrase: Phrase, namings: tuple[Naming, ...]) -> str:
    tail = namings[-1]
    if _joint(tokens, namings):
        return _plain(tokens, phrase, joint=True)
    for naming in namings:
        ends = naming.last == phrase.last or tokens.lower[naming.last + 1] in (*LINKS, "(", ",")
        if (
            naming.sort is Sort.PERSON
            and ends
            and not (possessive(tokens.words[naming.last]) and naming.last < phrase.last)
        ):
            return naming.name
    if tail.last == phrase.last:
        lead = min(tail.title, tail.first)
        alone = lead == phrase.first or (phrase.first + 1 == lead and tokens.lower[phrase.first] in ARTICLES)
        return tail.name if alone and lead == tail.first else _plain(tokens, phrase)
    head = tokens.lower[phrase.last]
    if tail.last + 1 == phrase.last and (head in UTTERANCES or head in _references()):
        return tail.name
    return _plain(tokens, phrase)


def _joint(tokens: Tokens, namings: tuple[Naming, ...]) -> bool:
    """Whether a phrase names two speakers: "X and the Y"."""
    return any("and" in tokens.lower[a.last + 1 : b.first] for a, b in pairwise(namings))


def _references() -> frozenset[str]:
    return frozenset(noun for nouns in bodies().values() for noun in nouns)


def _plain(tokens: Tokens, phrase: Phrase, joint: bool = False) -> str:
    """The phrase as it stands, without its article (without any article where it is joint)."""
    first = phrase.first
    if tokens.lower[first] in DROPPED_ARTICLES and first < phrase.last:
        first += 1
    text = written(tokens, first, phrase.last)
    return text.replace(" and the ", " and ") if joint else text


def _taken_up(tokens: Tokens, names: Names, phrase: Phrase) -> str:
    """The last person or body before "the minister", "the party" that goes by the phrase's noun."""
    noun = tokens.lower[phrase.last]
    if noun in plural_roles():
        return ""
    for naming in reversed(names.before(phrase.first)):
        if (
            naming.sort is not Sort.PERSON
            and naming.title < naming.first
            and noun in tokens.lower[naming.title : naming.first]
        ):
            return written(tokens, naming.title, naming.last)
        if naming.sort is not Sort.OTHER and noun in names.roles.get(naming.name, ()):
            return naming.name
    return ""


def _pronoun(tokens: Tokens, names: Names, at: int) -> str:
    """The last person (or, for "it", body) that fits a pronoun."""
    word = tokens.lower[at]
    if word in ("he", "she"):
        return _person(tokens, names, at, SEX[word])
    if word == "it":
        return _body(tokens, names, at)
    return ""


def _person(tokens: Tokens, names: Names, at: int, sex: str) -> str:
    people = [n for n in names.before(at) if n.sort is Sort.PERSON and n.first > at - REACH]
    fitting = [n for n in people if names.sex.get(n.name, sex) == sex]
    return fitting[-1].name if fitting else ""


def _body(tokens: Tokens, names: Names, at: int) -> str:
    near = [n for n in names.before(at) if n.sort is Sort.BODY and n.first > at - REACH]
    return near[-1].name if near else ""
