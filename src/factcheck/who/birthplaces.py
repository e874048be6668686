"""Tells whether two places where somebody is said to be born may be one: in doubt they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.roles import words
from factcheck.text.tokens import Tokens, fold, tokenise
from factcheck.who import bodies

if TYPE_CHECKING:
    from factcheck.store.protocol import StoredClaim
    from factcheck.who.directory import Directory
    from factcheck.who.said import Said

# What stands between the names of two places of which one lies in the other, or was once called so.
BETWEEN = frozenset("in at near of the a an , ( from".split())


def names(place: str) -> list[frozenset[str]]:
    """The names that make up a place, each as its folded words."""
    return [frozenset(fold(part).split()) for part in place.split(", ")]


def shared(a: str, b: str) -> bool:
    """Whether the narrowest name of a place is among those of the other, or holds one: "Odby", "Odby, Norland"; two
    towns of one nation have that in common and are two."""
    mine, its = names(a), names(b)
    return any(x <= y or y <= x for x, others in ((mine[0], its), (its[0], mine)) for y in others)


def other(a: str, b: str, of: str, its: str) -> bool:
    """Whether two places exclude each other by their names alone; `of`, `its`: the nations that they are said to be in.

    A nation and a town may be one in the other, if nothing says in which nation the town is.
    """
    if shared(a, b):
        return False
    if of and its and not bodies.one_state(of, its):
        return True
    return not (_is_nation(a) or _is_nation(b))


def _is_nation(place: str) -> bool:
    return ", " not in place and bodies.is_nation(place)


def adjoin(tokens: Tokens, a: str, b: str) -> bool:
    """Whether a text has the names of two places with nothing but small words and kinds of places between them."""
    found = {place: places_of(tokens, place) for place in (a, b)}
    for (_, last), (first, _) in ((x, y) for one, two in ((a, b), (b, a)) for x in found[one] for y in found[two]):
        between = tokens.lower[last + 1 : first]
        if first > last and all(word in BETWEEN or word in words.kinds_of_place() for word in between):
            return True
    return False


def places_of(tokens: Tokens, place: str) -> list[tuple[int, int]]:
    """The first and last token of each name of a place in a text."""
    found = []
    for name in place.split(", "):
        run = tokenise(name).lower
        size = len(run)
        found += [(at, at + size - 1) for at in range(len(tokens) - size + 1) if tokens.lower[at : at + size] == run]
    return found


def may_be_there(mine: Said, born: Sequence[tuple[StoredClaim, Said]], directory: Directory) -> bool:
    """Whether the draft's birthplace may be that of the sources: they name it beside theirs, have one as lying in the
    other, or do not know the place, and none gives its own down to the nation."""
    whole = any(", " in its.body and its.place for _, its in born)
    if not (whole or directory.knows(mine.body.split(", ")[0])):
        return True
    return any(directory.says(claim, mine.body) for claim, _ in born) or any(
        directory.one_in_the_other(mine.body, its.body) for _, its in born
    )
