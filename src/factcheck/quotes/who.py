"""Says who a noun phrase stands for: a full name, or the last fitting one for "he" and "the minister"."""

from __future__ import annotations

from itertools import pairwise

from factcheck.names import written
from factcheck.names.inventory import Names, Naming, Sort
from factcheck.names.runs import possessive
from factcheck.names.titles import plural_roles, references
from factcheck.quotes import pronouns
from factcheck.quotes.function_words import ARTICLES, LINKS, PRONOUNS, utterances
from factcheck.quotes.opening import Phrase, opening
from factcheck.text.tokens import Tokens

# The subject of a sentence stands within so many tokens of its start.
SENTENCE = 40
DEMONSTRATIVES = frozenset(("this", "that", "these", "those"))
INTRODUCING = frozenset(("a", "an", "its", "their", "his", "her"))
DROPPED_ARTICLES = frozenset(("the", "a", "an"))


def speaker(tokens: Tokens, names: Names, phrase: Phrase) -> str:
    """Whom a phrase stands for, in the fullest form the text gives; "" where it cannot be told."""
    first, last = phrase
    if tokens.lower[last] in PRONOUNS and first == last and not names.at(last):
        return _antecedent(tokens, names, last)
    apposed = _apposed(tokens, names, last)
    if apposed:
        return apposed
    namings = names.between(first, last + 1)
    if namings:
        return _named(tokens, phrase, namings)
    if tokens.lower[first] in DEMONSTRATIVES:
        before = pronouns.last_subject(tokens, names, first)
        return speaker(tokens, names, before) if before else _plain(tokens, phrase)
    if tokens.lower[first] in ("the", "his", "her", "their"):
        taken_up = _taken_up(tokens, names, phrase)
        if taken_up:
            return taken_up
    return _plain(tokens, phrase)


def _apposed(tokens: Tokens, names: Names, last: int) -> str:
    """The person behind a common noun and a comma: "the farmer's daughter, Mara Lund,"."""
    if names.at(last) or tokens.words[last + 1 : last + 2] != (",",):
        return ""
    naming = names.at(last + 2) if last + 2 < len(tokens) else None
    closed = naming and tokens.words[naming.last + 1 : naming.last + 2] in ((",",), (".",))
    return naming.name if naming and closed and naming.sort is Sort.PERSON else ""


def _antecedent(tokens: Tokens, names: Names, at: int) -> str:
    """Whom a pronoun stands for; the pronoun itself where several fit, and nobody for "I" and "who"."""
    phrase = pronouns.antecedent(tokens, names, at)
    if phrase:
        return speaker(tokens, names, phrase)
    return tokens.lower[at] if tokens.lower[at] in pronouns.SEX or tokens.lower[at] in pronouns.OTHERS else ""


def _named(tokens: Tokens, phrase: Phrase, namings: tuple[Naming, ...]) -> str:
    """The person that a phrase names, the body that it names and nothing else, or the phrase itself."""
    tail = namings[-1]
    if _joint(tokens, namings):
        return _plain(tokens, phrase, joint=True)
    if _affiliated(tokens, namings):
        return namings[0].name
    for place, naming in enumerate(namings):
        if place and tokens.lower[naming.title - 1] in LINKS:
            continue
        following = tokens.lower[naming.last + 1 : naming.last + 2]
        ends = naming.last == phrase.last or not {*LINKS, "(", ","}.isdisjoint(following)
        owner = possessive(tokens.words[naming.last]) and naming.last < phrase.last
        if naming.sort is Sort.PERSON and ends and not owner:
            return naming.name
    if tail.last == phrase.last:
        first = phrase.first + (tokens.lower[phrase.first] in ARTICLES)
        return tail.name if tail.title == tail.first in (phrase.first, first) else _plain(tokens, phrase)
    head = tokens.lower[phrase.last]
    if tail.last + 1 == phrase.last and (head in utterances() or head in references()):
        return tail.name
    return _plain(tokens, phrase)


def _affiliated(tokens: Tokens, namings: tuple[Naming, ...]) -> bool:
    """Whether a name of two or three words stands before whom its bearer speaks for: "Mara Lund of Norland Rowing"."""
    if len(namings) != 2 or namings[0].sort is Sort.BODY or namings[0].name.count(" ") not in (1, 2):
        return False
    one, other = namings
    return tokens.lower[one.last + 1 : other.title] in (("of",), ("of", "the"), ("from",), ("from", "the"))


def _joint(tokens: Tokens, namings: tuple[Naming, ...]) -> bool:
    """Whether a phrase names two speakers: "X and the Y"."""
    between = (set(tokens.lower[a.last + 1 : b.title]) for a, b in pairwise(namings))
    return any("and" in words and words <= {"and", "the"} for words in between)


def _plain(tokens: Tokens, phrase: Phrase, joint: bool = False) -> str:
    """The phrase as it stands, without its article (without any article where it is joint)."""
    first = phrase.first
    dropped = tokens.lower[first] in DROPPED_ARTICLES or tokens.words[first] in ("One", "Another")
    if dropped and first < phrase.last:
        first += 1
    text = written(tokens, first, phrase.last)
    return text.replace(" and the ", " and ") if joint else text


def _taken_up(tokens: Tokens, names: Names, phrase: Phrase) -> str:
    """The last person or body before "the minister", "the party", "the report" that goes by the phrase's noun."""
    noun = tokens.lower[phrase.last]
    if noun in plural_roles():
        return ""
    if noun in utterances():
        return _author(tokens, names, phrase)
    for naming in reversed(names.before(phrase.first)):
        office = tokens.lower[naming.title : naming.first]
        if naming.sort is not Sort.PERSON and naming.title < naming.first and noun in office:
            return written(tokens, naming.title, naming.last)
        if naming.sort is not Sort.OTHER and noun in names.roles.get(naming.name, ()):
            return naming.name
    return ""


def _author(tokens: Tokens, names: Names, phrase: Phrase) -> str:
    """Who made "the report": the subject of the sentence that first speaks of "a report"."""
    noun = tokens.lower[phrase.last]
    for at in range(phrase.first - 1, max(0, phrase.first - pronouns.REACH), -1):
        if tokens.lower[at] == noun and not INTRODUCING.isdisjoint(tokens.lower[at - 4 : at]):
            start = pronouns.sentence_start(tokens, at)
            subject = opening(tokens, names, start, min(len(tokens), at + SENTENCE))
            named = subject and names.between(subject.first, subject.last + 1)
            return speaker(tokens, names, subject) if subject and named else ""
    return ""
