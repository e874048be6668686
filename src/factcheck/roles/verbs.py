"""What verbs say of somebody: "is", "was appointed", "heads", "who served as"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.names import Names, Naming
from factcheck.roles import office_phrase, words
from factcheck.roles.behind import object_of
from factcheck.roles.office_phrase import Phrase
from factcheck.text.tokens import SENTENCE_ENDS, Tokens

# A phrase behind a name or verb ends within so many tokens, an aside in brackets within so many.
BEHIND, BRACKETED = 24, 60
ENTRANCES = frozenset({"who", "also", "now", "then", "currently", "himself", "herself"})
# A name behind one of these is not what the verb after it speaks of: "the son of Mara Lund is the mayor".
NO_SUBJECT = frozenset("of by with to from under against like than at in on about".split())
CLOSING = {",": frozenset(",)"), "(": frozenset(")"), "\u2013": frozenset("\u2013"), "\u2014": frozenset("\u2014")}


def is_subject(tokens: Tokens, naming: Naming) -> bool:
    """Whether a verb behind a name can be said of its bearer."""
    return not naming.title or tokens.lower[naming.title - 1] not in NO_SUBJECT


def behind_aside(tokens: Tokens, at: int) -> int | None:
    """The token behind the aside that a comma, bracket or dash opens; None where it is not closed in its sentence."""
    closing = CLOSING[tokens.words[at]]
    bracket = tokens.words[at] == "("
    for place in range(at + 1, min(len(tokens), at + (BRACKETED if bracket else BEHIND))):
        if tokens.words[place] in closing:
            return place + 2 if bracket and tokens.words[place + 1 : place + 2] == (",",) else place + 1
        if tokens.words[place] in SENTENCE_ENDS and not bracket:
            return None
    return None


def verb(tokens: Tokens, names: Names, at: int) -> Iterator[Phrase]:
    """The offices that the verb at a token says somebody has."""
    end = min(len(tokens), at + BEHIND)
    while at < end and tokens.lower[at] in ENTRANCES:
        at += 1
    run = tokens.lower[at : min(end, at + words.longest_verb())]
    for length in range(len(run), 0, -1):
        found = words.office_verbs().get(run[:length])
        if found is None:
            continue
        start = at + length
        if found.title:
            yield from _headed(tokens, names, at, start, end, found)
            return
        told, behind = office_phrase.read(tokens, names, start, end)
        if told and not names_another(tokens, names, behind):
            yield from (_held(one, found) for one in told)
            yield from and_who(tokens, names, behind)
            return


def and_who(tokens: Tokens, names: Names, at: int) -> Iterator[Phrase]:
    """What a clause with "who" behind an office adds: "a lawyer who served as mayor of Harle"."""
    at += tokens.words[at : at + 1] == (",",)
    if tokens.lower[at : at + 1] == ("who",):
        yield from verb(tokens, names, at)


def names_another(tokens: Tokens, names: Names, at: int) -> bool:
    """Whether a phrase is the title of the name behind it."""
    return at < len(tokens) and tokens.words[at][0].isupper() and names.at(at) is not None


def _held(one: Phrase, by: words.Verb) -> Phrase:
    return one._replace(statuses=one.statuses | frozenset({by.status} - {""}), bound=by.bound)


def _headed(tokens: Tokens, names: Names, at: int, start: int, end: int, by: words.Verb) -> list[Phrase]:
    """The office that a verb stands for, of the body or team behind it."""
    found = object_of(tokens, names, start, end)
    if found is None:
        return []
    office = words.office(by.title)
    return [_held(Phrase(at, found.end - 1, office, frozenset(), found.body, found.place, at, start - 1), by)]
