"""Says who a noun phrase stands for: a full name, or the last fitting one for "he" and "the minister"."""

from __future__ import annotations

from itertools import pairwise

from factcheck.names import written
from factcheck.names.model import Names, Naming, Sort
from factcheck.names.runs import possessive
from factcheck.names.words import plural_roles, references, roles
from factcheck.quotes.function_words import ARTICLES, LINKS, PRONOUNS, utterances
from factcheck.quotes.opening import Phrase, opening
from factcheck.quotes.sentences import ends_sentence, last_sentence
from factcheck.tokens import Tokens

SEX = {"he": "m", "she": "f"}
# A pronoun is clear if only one fitting person was named in so many tokens before it, or if the last one was first
# named within the shorter stretch: then it is that person the text is about.
REACH = 800
FRESH = 100
# The subject of a sentence stands within so many tokens of its start.
SENTENCE = 40
QUOTES = frozenset('\u201c\u201d"')
DROPPED_ARTICLES = frozenset(("the", "a", "an"))


def speaker(tokens: Tokens, names: Names, phrase: Phrase) -> str:
    """Whom a phrase stands for, in the fullest form the text gives; "" where it cannot be told."""
    first, last = phrase
    if tokens.lower[last] in PRONOUNS and first == last and not names.at(last):
        return _pronoun(tokens, names, last)
    namings = names.between(*_range(phrase))
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
    if tail.last + 1 == phrase.last and (head in utterances() or head in references()):
        return tail.name
    return _plain(tokens, phrase)


def _joint(tokens: Tokens, namings: tuple[Naming, ...]) -> bool:
    """Whether a phrase names two speakers: "X and the Y"."""
    return any("and" in tokens.lower[a.last + 1 : b.first] for a, b in pairwise(namings))


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
    for at in range(phrase.first - 1, max(0, phrase.first - REACH), -1):
        if tokens.lower[at] == noun and not {"a", "an", "its", "their", "his", "her"}.isdisjoint(
            tokens.lower[at - 4 : at]
        ):
            subject = opening(tokens, names, _sentence_start(tokens, at), min(len(tokens), at + SENTENCE))
            named = subject and names.between(*_range(subject))
            return speaker(tokens, names, subject) if subject and named else ""
    return ""


def _pronoun(tokens: Tokens, names: Names, at: int) -> str:
    """The person or body a pronoun stands for, or the pronoun itself where several fit."""
    word = tokens.lower[at]
    if word not in SEX and word not in ("it", "they"):
        return ""
    return _main_subject(tokens, names, at) or (
        _person(tokens, names, at, SEX[word]) if word in SEX else _last_subject(tokens, names, at)
    )


def _main_subject(tokens: Tokens, names: Names, at: int) -> str:
    """The subject of the sentence that a pronoun stands inside: "Lund says she saw what she calls ..."."""
    start = _sentence_start(tokens, at)
    subject = opening(tokens, names, start, at) if at - start > 1 else None
    if subject is None or tokens.lower[subject.last] in PRONOUNS:
        return ""
    sex = SEX.get(tokens.lower[at])
    people = [n for n in names.between(*_range(subject)) if n.sort is Sort.PERSON]
    if sex:
        if not people and tokens.lower[subject.last] in roles():
            return speaker(tokens, names, subject)
        return people[-1].name if people and names.sex.get(people[-1].name, sex) == sex else ""
    return "" if people else speaker(tokens, names, subject)


def _sentence_start(tokens: Tokens, at: int) -> int:
    while at > 0 and not (ends_sentence(tokens, at - 1) or tokens.words[at - 1] in QUOTES):
        at -= 1
    return at


def _person(tokens: Tokens, names: Names, at: int, sex: str) -> str:
    """The one person near enough and of the right sex; the subject of the same sentence; or one just introduced."""
    fitting = [n for n in names.before(at) if n.sort is Sort.PERSON and names.sex.get(n.name, sex) == sex]
    if not fitting:
        return tokens.lower[at]
    last = fitting[-1]
    near = {naming.name for naming in fitting if naming.first > min(at - REACH, last.first - 1)}
    first_named = next(naming.first for naming in names.namings if naming.name == last.name)
    return last.name if len(near) == 1 or at - first_named < FRESH else tokens.lower[at]


def _last_subject(tokens: Tokens, names: Names, at: int) -> str:
    """What "it" and "they" stand for at the head of a sentence: the subject of the sentence before, unless a person."""
    end = _sentence_start(tokens, at)
    previous = last_sentence(tokens, max(0, end - REACH), end) if at - end < 2 else []
    subject = opening(tokens, names, previous[0], previous[-1] + 1) if previous else None
    if subject is None or any(n.sort is Sort.PERSON for n in names.between(*_range(subject))):
        return tokens.lower[at]
    return tokens.lower[at] if tokens.lower[subject.last] in PRONOUNS else speaker(tokens, names, subject)


def _range(phrase: Phrase) -> tuple[int, int]:
    return phrase.first, phrase.last + 1
