"""Finds what a pronoun stands for, where the text leaves one answer."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.names.inventory import Names, Naming, Sort
from factcheck.names.people import PLACE_WORDS
from factcheck.names.titles import roles
from factcheck.quotes.function_words import PRONOUNS
from factcheck.quotes.opening import Phrase, opening
from factcheck.quotes.sentences import LONGEST_SENTENCE, ends_sentence, last_sentence
from factcheck.text.tokens import Tokens

SEX = {"he": "m", "she": "f"}
# Pronouns of bodies and of several people.
OTHERS = frozenset(("it", "they"))
QUOTES = frozenset('\u201c\u201d"')
# "He" is clear if only one man was named in so many tokens before it, or if the last one was first named within the
# shorter stretch, and no other man in his sentence: then it is he whom the text is about.
REACH = 800
FRESH = 100


def antecedent(tokens: Tokens, names: Names, at: int) -> Phrase | None:
    """The phrase that a pronoun stands for: the subject of its own sentence, the one fitting person, or the subject
    of the sentence before. None where several fit."""
    word = tokens.lower[at]
    if word not in SEX and word not in OTHERS:
        return None
    inner = _main_subject(tokens, names, at)
    if inner:
        return inner
    return _person(tokens, names, at, SEX[word]) if word in SEX else last_subject(tokens, names, at)


def last_subject(tokens: Tokens, names: Names, at: int) -> Phrase | None:
    """What "it", "they" and "this" at the head of a sentence stand for: the subject before, unless a person."""
    subject = _subject_before(tokens, names, at)
    if subject is None or _person_in(names, subject) or tokens.lower[subject.last] in PRONOUNS:
        return None
    return subject


def sentence_start(tokens: Tokens, at: int) -> int:
    """The first token of the sentence, outside quotations, that a token stands in."""
    lowest = max(0, at - LONGEST_SENTENCE)
    while at > lowest and not (ends_sentence(tokens, at - 1) or tokens.words[at - 1] in QUOTES):
        at -= 1
    return at


def _main_subject(tokens: Tokens, names: Names, at: int) -> Phrase | None:
    """The subject of the sentence that a pronoun stands inside: "Lund says she saw what she calls ..."."""
    start = sentence_start(tokens, at)
    subject = opening(tokens, names, start, at) if at - start > 1 else None
    if subject is None or tokens.lower[subject.last] in PRONOUNS:
        return None
    person, sex = _person_in(names, subject), SEX.get(tokens.lower[at])
    if person is None:
        return subject if sex is None or tokens.lower[subject.last] in roles() else None
    return _phrase(person) if sex and _fits(names, person, sex) else None


def _person(tokens: Tokens, names: Names, at: int, sex: str) -> Phrase | None:
    """The only person of the sex so far, one just introduced, or the subject of the sentence before."""
    near = [n for n in names.between(max(0, at - REACH), at) if n.sort is Sort.PERSON and _fits(names, n, sex)]
    if near and _newcomer(tokens, names, near[-1].last, at):
        return None
    if near and (len({n.name for n in near}) == 1 or _is_fresh(tokens, names, near, at)):
        return _phrase(near[-1])
    before = _subject_before(tokens, names, at)
    person = _person_in(names, before) if before else None
    if person is None and not near:
        person = _only_name(tokens, names, at)
    return _phrase(person) if person and _fits(names, person, sex) else None


def _is_fresh(tokens: Tokens, names: Names, near: Sequence[Naming], at: int) -> bool:
    """Whether the last of some people is new to the text, and no other of them is named in the same sentence: of two
    that met, "he" may be either."""
    last = near[-1]
    start = sentence_start(tokens, last.first)
    beside = {person.name for person in near if person.first >= start} - {last.name}
    return at - names.first[last.name] < FRESH and not beside


def _only_name(tokens: Tokens, names: Names, at: int) -> Naming | None:
    """The one name of two or three words in the sentence before, no place: "Mara Lund left. She said ..."."""
    end = sentence_start(tokens, at)
    previous = last_sentence(tokens, max(0, end - REACH), end) if at - end < 2 else []
    found = names.between(previous[0], previous[-1] + 1) if previous else ()
    whole = [naming for naming in found if naming.sort is Sort.OTHER and naming.name.count(" ") in (1, 2)]
    placed = whole and tokens.lower[whole[0].title - 1] in PLACE_WORDS and whole[0].title > previous[0]
    return whole[0] if len(whole) == 1 and not placed else None


def _subject_before(tokens: Tokens, names: Names, at: int) -> Phrase | None:
    """The subject of the sentence before the one that a token heads."""
    end = sentence_start(tokens, at)
    previous = last_sentence(tokens, max(0, end - REACH), end) if at - end < 2 else []
    return opening(tokens, names, previous[0], previous[-1] + 1) if previous else None


def _person_in(names: Names, phrase: Phrase) -> Naming | None:
    people = [n for n in names.between(phrase.first, phrase.last + 1) if n.sort is Sort.PERSON]
    return people[-1] if people else None


def _newcomer(tokens: Tokens, names: Names, last: int, at: int) -> bool:
    """Whether a sentence after the last known person begins with two capitalised words that may name another."""
    return any(
        naming.sort is Sort.OTHER and len(naming.name.split()) == 2 and not tokens.words[naming.first - 1].isalpha()
        for naming in names.between(last + 1, at)
    )


def _fits(names: Names, person: Naming, sex: str) -> bool:
    return names.sex.get(person.name, sex) == sex


def _phrase(naming: Naming) -> Phrase:
    return Phrase(naming.first, naming.last)
