"""Reads a phrase that names offices: "former Thai finance minister", "chairman and chief executive of Brenk"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.lean.record import NamedTuple
from factcheck.names import Names
from factcheck.roles import words
from factcheck.roles.before import NOTHING, Before, read_before
from factcheck.roles.behind import Behind, read_behind
from factcheck.roles.body_names import in_house
from factcheck.roles.title import HYPHENS, Title, coordinated, titles
from factcheck.roles.words import Office
from factcheck.text.tokens import Tokens

DETERMINERS = frozenset("the a an its his her their this our my also currently now still".split())


class Phrase(NamedTuple):
    """An office as a text names it.

    first, last: its tokens; at, head: the first and last token of the office itself
    office: what it is; statuses: "past", "deputy", ...; body: of what; place: of which nation, or for which seat
    bound: whether a date behind it is that "since" or "until" which it holds, as the verb says ("was elected in 2014")
    """

    first: int
    last: int
    office: Office
    statuses: frozenset[str]
    body: str
    place: str
    at: int
    head: int
    bound: str = ""


def read(tokens: Tokens, names: Names, first: int, end: int) -> tuple[list[Phrase], int]:
    """The offices that a phrase from `first` names, which may go on to before `end`; and the token behind it."""
    found, behind = read_one(tokens, names, first, end)
    while found and (following := _following(tokens, behind, end)) is not None:
        more, after = read_one(tokens, names, following, end)
        # What stands before another name is said of that.
        if not more or (after < end and tokens.words[after][0].isupper()):
            break
        found, behind = [*found, *more], after
    return found, behind


def _following(tokens: Tokens, at: int, end: int) -> int | None:
    """Where another office with a body of its own begins: "mayor of Harle (HRL), and a director of Brenk"."""
    if tokens.words[at : at + 1] == ("(",) and tokens.words[at + 2 : at + 3] == (")",):
        at += 3
    if tokens.words[at : at + 2] == (",", "and"):
        at += 1
    return coordinated(tokens, at, end) if tokens.words[at : at + 1] == ("and",) else None


def read_one(tokens: Tokens, names: Names, first: int, end: int) -> tuple[list[Phrase], int]:
    """The same up to the body that they have in common: "chairman and chief executive of Brenk"."""
    while first < end and tokens.lower[first] in DETERMINERS:
        first += 1
    found = titles(tokens, first, end)
    if not found:
        return [], first
    at, trailing = found[-1].last + 1, frozenset[str]()
    if at + 1 < end and tokens.words[at] in HYPHENS and words.statuses().get(tokens.lower[at + 1]) == "future":
        at, trailing = at + 2, frozenset({"future"})
    behind = read_behind(tokens, names, at, end, found[-1].office)
    before = [_of_party(tokens, title, _of_chair(tokens, title, read_before(tokens, names, title))) for title in found]
    return list(_shared(found, before, behind, trailing)), behind.end


def _of_party(tokens: Tokens, title: Title, before: Before) -> Before:
    """The party that one word names together with the office: "a Conservative"."""
    party = words.partisans().get(tokens.lower[title.at : title.last + 1], "")
    return before._replace(body=party) if party else before


def _of_chair(tokens: Tokens, title: Title, before: Before) -> Before:
    """A professor without the name that their chair bears: "the Brenk Professor of Physics at Harle University"."""
    bears = title.office.title in words.TAUGHT and tokens.words[title.at][0].isupper()
    return before._replace(body="") if bears and tokens.lower[title.last + 1 : title.last + 2] == ("of",) else before


def _of_house(before: Before, body: str, office: Office) -> tuple[Before, str]:
    """An office with the bodies on either side of it. A party before it is its holder's own, unless it is held in a
    house of parliament: then that says where, and not of what."""
    if in_house(body) and before.body in words.parties():
        return before, ""
    if in_house(before.body) or (before.body in words.parties() and office.sort != "member"):
        return before._replace(body=""), body
    return before, body


def _shared(
    found: Sequence[Title], befores: Sequence[Before], behind: Behind, trailing: frozenset[str]
) -> Iterator[Phrase]:
    """The offices of a phrase. What stands before the first is said of others that have nothing before them, and what
    stands behind the last of those before it, unless both ends have their own ("Brenk director and Odby chairman")."""
    opening, closing = befores[0], befores[-1]
    named = bool(behind.body or behind.place)
    apart = len(found) > 1 and named and bool(opening.body or opening.nation)
    for title, own in zip(found, befores, strict=True):
        before = opening if own == NOTHING and not apart else own
        ends = title is found[-1]
        shares = ends or not (apart or before.body or before.nation or closing != NOTHING)
        body, place = (behind.body, behind.place) if shares else ("", "")
        if body and before.body:
            before, body = _of_house(before, body, title.office)
        yield Phrase(
            title.first,
            behind.end - 1 if ends or (shares and named) else title.last,
            title.office,
            (before.statuses | (trailing if ends else frozenset())) - {"present"},
            before.body or body,
            before.nation or place,
            title.at,
            title.last,
        )


def names_another(tokens: Tokens, names: Names, at: int) -> bool:
    """Whether a phrase is the title of the name behind it."""
    return at < len(tokens) and tokens.words[at][0].isupper() and names.at(at) is not None
