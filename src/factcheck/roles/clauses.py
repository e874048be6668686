"""Reads how a sentence parts its clauses: what an aside stands between ("Mara Lund, a poet, was ...", "Mara Lund
(1950-2010) was ..."), and clauses that leave out their verb ("Mara Lund is Brenk's chairman, Tom Harle its
president")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.names import Names, Naming, Sort, written
from factcheck.names.runs import opens_sentence
from factcheck.roles import office_phrase, words
from factcheck.roles.attribution import Attribute, called
from factcheck.roles.body_names import capitals
from factcheck.roles.office_phrase import DETERMINERS, Phrase, names_another
from factcheck.roles.title import HYPHENS
from factcheck.text.stem import is_function_word
from factcheck.text.tokens import SENTENCE_ENDS, Tokens

# An aside has at most so many tokens; one in brackets may be longer.
LONGEST, BRACKETED = 24, 60
# So many words may tell what somebody is before the name that a sentence begins with.
MOST_TITLED = 6
CLOSING = {",": frozenset(",)"), "(": frozenset(")"), "\u2013": frozenset("\u2013"), "\u2014": frozenset("\u2014")}
# A name behind one of these is not what the verb after it speaks of: "the son of Mara Lund is the mayor".
NO_SUBJECT = words.CUES["before no subject"]
# So many tokens may tell what somebody is.
MOST_GAPPED = 24
# What parts two clauses of which the second has no verb of its own.
PARTS = frozenset({",", ";", "and"})
# Offices of bodies, which have them side by side.
POSTS = frozenset({"head", "deputy"})
# A name before one of these is not told of, but owns what follows.
OWNING = frozenset({"'", "\u2019"})


def is_subject(tokens: Tokens, naming: Naming) -> bool:
    """Whether a verb behind a name can be said of its bearer."""
    return not naming.title or tokens.lower[naming.title - 1] not in NO_SUBJECT


def behind_aside(tokens: Tokens, at: int) -> int | None:
    """The token behind the aside that a comma, bracket or dash opens; None where it is not closed in its sentence."""
    closing = CLOSING[tokens.words[at]]
    bracket = tokens.words[at] == "("
    for place in range(at + 1, min(len(tokens), at + (BRACKETED if bracket else LONGEST))):
        if tokens.words[place] in closing:
            return place + 2 if bracket and tokens.words[place + 1 : place + 2] == (",",) else place + 1
        if tokens.words[place] in SENTENCE_ENDS and not bracket:
            return None
    return None


def tagged(tokens: Tokens, naming: Naming) -> Phrase | None:
    """The party, and the seat, behind a member of parliament: "Mara Lund (Con, Odby)", "Mara Lund, D-Ohio"."""
    opens = naming.last + 1
    at, closing = opens + 1, CLOSING.get(tokens.words[opens], "") if opens < len(tokens) else ""
    length = next((n for n in (2, 1) if " ".join(tokens.words[at : at + n]) in words.tags()), 0)
    last = at + length - 1
    if not closing or not length or last + 1 >= len(tokens):
        return None
    seat = ""
    hyphen = tokens.words[last + 1] in HYPHENS and length == 1
    if tokens.words[last + 1] == "," and closing == CLOSING["("] and tokens.words[last + 2 : last + 3]:
        first, last = last + 2, capitals(tokens, last + 2, len(tokens))
        seat = written(tokens, first, last) if tokens.words[first][0].isupper() else ""
    if not hyphen and (tokens.words[last + 1 : last + 2] != (")",) or opens + 1 == last + 1):
        return None
    office = words.office("mp" if seat else words.PARTISAN)
    party = words.tags()[" ".join(tokens.words[at : at + length])]
    return Phrase(at, last, office, frozenset(), party, seat, at, at + length - 1)


def _heads(tokens: Tokens, at: int) -> bool:
    """Whether a name opens its sentence, but for what its bearer is: "Legendary coach Mara Lund"."""
    for place in range(at, max(-1, at - MOST_TITLED), -1):
        if opens_sentence(tokens, place):
            return True
        word = tokens.words[place - 1]
        if not word[0].isalpha() or (
            is_function_word(word) and tokens.lower[place - 1] not in ("the", "a", "an", "of")
        ):
            return False
    return False


def before_aside(tokens: Tokens, names: Names, at: int) -> str:
    """Who is named before the aside that the bracket or comma at a token closes: before a comma, the name that opens
    the sentence; "" for nobody."""
    bracket = tokens.words[at] == ")"
    for place in range(at - 1, max(0, at - BRACKETED), -1):
        naming = names.at(place - 1) if tokens.words[place] == ("(" if bracket else ",") else None
        if naming is not None and naming.last == place - 1:
            heads = is_subject(tokens, naming) if bracket else _heads(tokens, naming.title)
            if heads or bracket:
                return called(tokens, naming) if heads else ""
        if tokens.words[place] in SENTENCE_ENDS and not bracket:
            break
    return ""


def before_gap(tokens: Tokens, names: Names, first: int, end: int) -> int:
    """Where the clauses without a verb begin that follow a phrase from `first`; `end` for nowhere before that."""
    for at in range(first, end):
        if tokens.words[at] in SENTENCE_ENDS:
            return end
        named = _named(tokens, names, at) if tokens.words[at] in PARTS else None
        if named is not None and _told(tokens, names, named):
            return at
    return end


def gapped(tokens: Tokens, names: Names, some: Sequence[Attribute]) -> Iterator[Attribute]:
    """What clauses without a verb say of people, behind those of which a verb tells the office."""
    for one in some:
        phrase = one.phrase
        while _is_predicate(tokens, one.phrase) and (named := _named(tokens, names, phrase.last + 1)) is not None:
            found = [_of_same(told, phrase) for told in _told(tokens, names, named)]
            for phrase in found:
                yield Attribute(called(tokens, named), phrase, named.first)
            if not found:
                break


def _of_same(told: Phrase, earlier: Phrase) -> Phrase:
    """A bare office with the body of the one told before it: "Mara Lund is chairman of Brenk, Tom Harle president"."""
    bare = told.office.sort in POSTS and not (told.body or told.place) and not told.statuses
    return told._replace(body=earlier.body) if bare and earlier.office.sort in POSTS else told


def _is_predicate(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a verb of office stands before a phrase and its article."""
    at = phrase.first - 1
    while at > 0 and tokens.lower[at] in DETERMINERS:
        at -= 1
    return at > 0 and tokens.lower[at] in words.last_of_verbs()


def _named(tokens: Tokens, names: Names, at: int) -> Naming | None:
    """Who is named right behind what parts two clauses at a token; None for nobody."""
    start = at
    while start < len(tokens) and start < at + 2 and tokens.words[start] in PARTS:
        start += 1
    naming = names.at(start) if start > at else None
    if naming is None or naming.title != start or naming.sort is Sort.BODY or not called(tokens, naming):
        return None
    return naming if OWNING.isdisjoint(tokens.words[naming.last + 1 : naming.last + 2]) else None


def _told(tokens: Tokens, names: Names, naming: Naming) -> list[Phrase]:
    """The offices that stand right behind a name."""
    start = naming.last + 1
    end = min(len(tokens), start + MOST_GAPPED)
    end = before_gap(tokens, names, start, end) if start < end else end
    found, behind = office_phrase.read_one(tokens, names, start, end)
    return [] if names_another(tokens, names, behind) else found
