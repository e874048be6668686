"""Cuts a capitalised run into the title before a name and the name itself, and says what bears it."""

from __future__ import annotations

from functools import lru_cache

from factcheck.lean.record import NamedTuple
from factcheck.names.inventory import Sort
from factcheck.names.runs import Run, is_address, possessive
from factcheck.names.titles import JOINERS, SURNAMES, bodies, roles, short_names
from factcheck.text.tokens import Tokens, is_capital

# A person's name is at most this many words, particles included.
LONGEST_PERSON = 5
# Longer words in capitals are shouted, or the place of a dateline.
LONGEST_ACRONYM = 5


class Part(NamedTuple):
    """A name within a run. `first > last` where the run is a title alone."""

    title: int
    first: int
    last: int
    sort: Sort


def part(tokens: Tokens, run: Run, surnames: frozenset[str]) -> Part:
    """What a run names. `surnames`: words that the document also uses alone."""
    role = _last_role(tokens, run)
    body = _last_body(tokens, run)
    head = max(role, body) + 1
    office = 0 <= role < run.last and tokens.words[role + 1] in JOINERS
    if office and body > role:
        return _office(tokens, run, role + 1)
    if head > run.last:
        return Part(run.first, head if role > body else run.first, run.last, Sort.BODY)
    person = _person_at_end(tokens, head, run.last, surnames)
    if person:
        return Part(run.first, person, run.last, Sort.PERSON)
    if office:
        return _office(tokens, run, role + 1)
    if role > body:
        sort = _person_or_body(tokens, head, run.last)
        return Part(run.first, head, run.last, Sort.PERSON if sort is Sort.OTHER else sort)
    if body >= 0:
        return Part(run.first, run.first, run.last, Sort.BODY)
    return Part(run.first, run.first, run.last, _person_or_body(tokens, run.first, run.last))


def _office(tokens: Tokens, run: Run, joiner: int) -> Part:
    """The body in "Board Member of the Norland Club": the office before it counts as a title."""
    first = joiner + (2 if tokens.words[joiner + 1] == "the" else 1)
    sort = (
        Sort.BODY
        if first == run.last and len(tokens.words[first]) > 1 and tokens.words[first].isupper()
        else Sort.OTHER
    )
    return Part(run.first, first, run.last, Sort.BODY if _last_body(tokens, run) >= first else sort)


def _last_role(tokens: Tokens, run: Run) -> int:
    """The last word of the title in a run, or -1."""
    found = -1
    for at in range(run.first, run.last + 1):
        titled = bare(tokens.lower[at]) in roles() and bare(tokens.words[at]) not in bodies()
        if titled and not _surname(tokens, run, at):
            found = at
        elif at < run.last and is_address(tokens, run.first, at):
            found = at + 1 if tokens.words[at + 1] == "." else at
    return found


def _surname(tokens: Tokens, run: Run, at: int) -> bool:
    """Whether a title word ends a run as a surname: behind a form of address, or a first name alone."""
    if at != run.last or at == run.first or bare(tokens.lower[at]) not in SURNAMES:
        return False
    return at == run.first + 1 or is_address(tokens, run.first, run.first)


def _last_body(tokens: Tokens, run: Run) -> int:
    known = bodies()
    for at in range(run.last, run.first - 1, -1):
        if bare(tokens.words[at]) in known:
            return at
    return -1


def _person_or_body(tokens: Tokens, first: int, last: int) -> Sort:
    if first == last:
        word = bare(tokens.words[first])
        acronym = 1 < len(word) <= LONGEST_ACRONYM and word.isupper()
        return Sort.BODY if acronym or word in short_names() else Sort.OTHER
    plain = all(
        tokens.words[at].isalpha() or tokens.words[at] in ".-" or possessive(tokens.words[at])
        for at in range(first, last + 1)
    )
    return Sort.PERSON if plain and last - first < LONGEST_PERSON else Sort.OTHER


def _person_at_end(tokens: Tokens, head: int, last: int, surnames: frozenset[str]) -> int:
    """Where a person's two or three words begin at the end of a run that opens with a title or body, or 0.

    Their last word is used alone elsewhere in the document. After an office ("Minister of Defence") two are taken.
    """
    if head <= 0 or bare(tokens.words[last]) not in surnames:
        return 0
    first = max(head, last - 1 if tokens.words[head] in JOINERS else last - 2)
    return first if first < last and is_capital(tokens.words[first]) else 0


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
    """A word without its possessive ending."""
    return word[:-2] if possessive(word) else word
