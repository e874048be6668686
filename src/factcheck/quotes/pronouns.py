"""Finds what a pronoun stands for, where the text leaves one answer."""

from __future__ import annotations

from factcheck.names.inventory import Names, Naming, Sort
from factcheck.names.people import PLACE_WORDS
from factcheck.names.titles import roles
from factcheck.quotes.function_words import ARTICLES, PRONOUNS
from factcheck.quotes.opening import Phrase, opening
from factcheck.quotes.sentences import LONGEST_SENTENCE, ends_sentence, last_sentence
from factcheck.text.tokens import Tokens, is_capital

SEX = {"he": "m", "she": "f"}
# Pronouns of bodies and of several people.
OTHERS = frozenset(("it", "they"))
QUOTES = frozenset('\u201c\u201d"')
# Closing marks with the marks that open what they close; papers mix curly and straight ones.
OPENED = {"\u201d": '\u201c"', '"': '\u201c"', "\u2019": "\u2018'", "'": "\u2018'"}
SINGLE = frozenset("'\u2019")
# Behind these a single mark closes a quotation, and is no apostrophe.
CLOSABLE = frozenset(",.?!\u2026")
# How far before a pronoun, in tokens, the names stand that it may take up.
REACH = 800
# "He" is whom the last sentence that names anybody names, if that is one of so many before it.
SENTENCES = 5
# The subject of a sentence is among so many of its first tokens, and a name as near to its start is its head.
HEAD, BESIDE = 8, 3


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
    while at > lowest and not (
        ends_sentence(tokens, at - 1) or tokens.words[at - 1] in QUOTES or _closes(tokens, at - 1)
    ):
        at -= 1
    return at


def _closes(tokens: Tokens, at: int) -> bool:
    """Whether a single mark closes a quotation, and is no apostrophe."""
    return tokens.words[at] in SINGLE and at > 0 and tokens.words[at - 1] in CLOSABLE


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
    """The one person of the sex in the last sentence that names any; the only one so far, or the subject before."""
    people, sure = _last_named(tokens, names, at, sex)
    if len(people) > 1 or (people and sure):
        return _phrase(people[0]) if len(people) == 1 else None
    near = [n for n in names.between(max(0, at - REACH), at) if n.sort is Sort.PERSON and _fits(names, n, sex)]
    if near and _newcomer(tokens, names, near[-1].last, at):
        return None
    if near and len({n.name for n in near}) == 1:
        return _phrase(near[-1])
    before = _subject_before(tokens, names, at)
    person = _person_in(names, before) if before else None
    return _phrase(person) if person and _fits(names, person, sex) else None


def _last_named(tokens: Tokens, names: Names, at: int, sex: str) -> tuple[list[Naming], bool]:
    """Who of a sex are named in the last sentence outside quotations that names any, and whether one of them is surely
    meant: its subject, or whom it names where its subject is a thing."""
    end = sentence_start(tokens, at)
    for _ in range(SENTENCES if at - end < 2 else 0):
        sentence = _sentence_before(tokens, end)
        if not sentence:
            break
        end = sentence[0]
        subject = opening(tokens, names, end, sentence[-1] + 1) or Phrase(end, end)
        named = {naming.name: naming for token in sentence if (naming := names.at(token)) and naming.first == token}
        people = [one for one in named.values() if _is_person(tokens, names, one, sex)]
        others = [one for one in named.values() if _may_be_person(tokens, names, one, sex, at)]
        if people or others:
            leads = [one for one in (*people, *others) if _leads(tokens, subject, one)]
            heads = [token for token in sentence[:HEAD] if names.at(token) not in (*people, *others)]
            sure = bool(leads) or not any(_animate(tokens, token, token == end) for token in heads)
            return (people if people and not set(leads).intersection(others) else [*people, *others]), sure
        if _unnamed(tokens, end, end + len(sentence)):
            break
    return [], False


def _leads(tokens: Tokens, subject: Phrase, one: Naming) -> bool:
    """Whether a name heads the subject of its sentence, or stands beside what does: "The mayor, Mara Lund,"."""
    if not subject.first <= one.title <= subject.last:
        return False
    return one.title - subject.first < BESIDE or tokens.words[one.title - 1] == ","


def _animate(tokens: Tokens, at: int, at_start: bool) -> bool:
    """Whether a word of a subject may stand for a person: "he", "the minister", "the Russian"."""
    word = tokens.words[at]
    return tokens.lower[at] in SEX or tokens.lower[at] in roles() or (is_capital(word) and not at_start)


def _is_person(tokens: Tokens, names: Names, one: Naming, sex: str) -> bool:
    """Whether a name is a person's, and not of a place or body: "at Norland Parks"."""
    at_it = one.title > 0 and tokens.lower[one.title - 1] in ("at", "in")
    return one.sort is Sort.PERSON and _fits(names, one, sex) and not at_it


def _may_be_person(tokens: Tokens, names: Names, one: Naming, sex: str, at: int) -> bool:
    """Whether a name of two or three words that the text does not show to be a person's may be one."""
    if one.sort is not Sort.OTHER or one.name.count(" ") not in (1, 2) or not _fits(names, one, sex):
        return False
    return not any(_placed(tokens, other.title) for other in names.before(at) if other.name == one.name)


def _placed(tokens: Tokens, first: int) -> bool:
    """Whether a name stands behind an article, or a word of place."""
    before = tokens.lower[first - 1] if first and not ends_sentence(tokens, first - 1) else ""
    return before in PLACE_WORDS or before in ARTICLES


def _sentence_before(tokens: Tokens, end: int) -> list[int]:
    """The tokens outside quotations of the sentence before a token."""
    found: list[int] = []
    at, lowest = end - 1, max(0, end - REACH)
    while at >= lowest and len(found) < LONGEST_SENTENCE:
        opened = _opened(tokens, at, lowest)
        if opened < at:
            if found and ends_sentence(tokens, at - 1) and is_capital(tokens.words[found[-1]]):
                break
            at = opened - 1
            continue
        if found and ends_sentence(tokens, at):
            break
        if found or tokens.words[at][0].isalnum():
            found.append(at)
        at -= 1
    return found[::-1]


def _opened(tokens: Tokens, at: int, lowest: int) -> int:
    """Where the quotation begins that a token closes; the token itself where it closes none."""
    marks = OPENED.get(tokens.words[at], "")
    if not marks or (tokens.words[at] in SINGLE and not _closes(tokens, at)):
        return at
    return next((back for back in range(at - 1, lowest - 1, -1) if tokens.words[back] in marks), at)


def _subject_before(tokens: Tokens, names: Names, at: int) -> Phrase | None:
    """The subject of the sentence before the one that a token heads."""
    end = sentence_start(tokens, at)
    previous = last_sentence(tokens, max(0, end - REACH), end) if at - end < 2 else []
    return opening(tokens, names, previous[0], previous[-1] + 1) if previous else None


def _person_in(names: Names, phrase: Phrase) -> Naming | None:
    people = [n for n in names.between(phrase.first, phrase.last + 1) if n.sort is Sort.PERSON]
    return people[-1] if people else None


def _newcomer(tokens: Tokens, names: Names, last: int, at: int) -> bool:
    """Whether somebody is met after the last known person: a sentence begins with two capitalised words that may name
    them, or they are told of without a name ("a captain")."""
    return _unnamed(tokens, last + 1, at) or any(
        naming.sort is Sort.OTHER and len(naming.name.split()) == 2 and ends_sentence(tokens, naming.first - 1)
        for naming in names.between(last + 1, at)
    )


def _unnamed(tokens: Tokens, first: int, end: int) -> bool:
    """Whether somebody is told of by what they are alone: "a captain"."""
    return any(tokens.lower[at] in ("a", "an") and tokens.lower[at + 1] in roles() for at in range(first, end - 1))


def _fits(names: Names, person: Naming, sex: str) -> bool:
    return names.sex.get(person.name, sex) == sex


def _phrase(naming: Naming) -> Phrase:
    return Phrase(naming.first, naming.last)
