"""How the qualifiers of two figures stand to each other: whose they are, which way they point, per what."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.extract.frames.poles import is_of_change
from factcheck.lean.record import NamedTuple
from factcheck.match.context import Context
from factcheck.match.passage_words import concepts_of, names_of
from factcheck.match.roles import STANDING, STATED, side
from factcheck.model import Claim, Kind, Origin, Qualifier
from factcheck.text.tokens import one_letter

# "From 420 to 380" names two levels, which are none of the change; "by 40" is the change.
LEVELS, CHANGE = frozenset({"start", "end"}), "change"
# What one side gives and the other gets.
EITHER_SIDE = frozenset({"money", "trade"})
# What only a change is counted in.
OF_CHANGES = frozenset({"percentage point", "basis point"})
# The part of "seven others", which deny no "eight".
REST = "rest"
# What was read beside the figure itself; the rest was carried over from elsewhere.
CERTAIN = frozenset({Origin.CLAUSE, Origin.PAIRING, Origin.ROW, Origin.COLUMN})

# Two names that each have words of their own are one where they share more than this part of the draft's.
HALF = 0.5


class Ownership(NamedTuple):
    """same: the owners share a name; clash: they are two, and both sure; doubt: one was carried over."""

    same: float = 0.0
    clash: float = 0.0
    doubt: float = 0.0


def ownership(draft: Context, source: Context) -> Ownership:
    """Whether two figures are of one owner; unknown owners say nothing."""
    mine, other = _whose(draft, source), _whose(source, draft)
    if mine is None or other is None:
        return Ownership()
    one, two = concepts_of(_bare(mine)), concepts_of(_bare(other))
    if not one or not two:
        return Ownership()
    if one & two and numbers(mine.value) != numbers(other.value):
        return Ownership(clash=1.0) if _sure(mine) and _sure(other) else Ownership(doubt=1.0)
    if one <= two or two <= one:
        return Ownership(same=1.0)
    shared = sum(draft.idf.get(word, 1.0) for word in one & two)
    whole = sum(draft.idf.get(word, 1.0) for word in one)
    if shared > HALF * whole:
        return Ownership(same=shared / whole)
    # "Brenk Steel" and "Odby Steel" are two, whatever word they have in common.
    one, two, common = one - two, two - one, one & two
    if common and (_is_short_for(one, two) or _is_short_for(two, one) or _is_misspelt(one, two)):
        return Ownership(same=shared / whole)
    here, there = all(word in source.near for word in one), all(word in draft.near for word in two)
    if here and there and (_is_part(mine) or _is_part(other)):
        return Ownership(same=1.0)
    of_a_kind = bool(common & _kind(mine) & _kind(other))
    if not of_a_kind and (_is_thing(mine) or _is_thing(other)):
        return Ownership()
    # Where names share the figures of a sentence out, the draft's owner stands there for another figure.
    shared_out = other.origin is Origin.PAIRING and not _is_part(other) and _sure(mine) and here
    if not shared_out and not of_a_kind and (_around(one, source) or _around(two, draft)):
        return Ownership(doubt=0.5)
    return Ownership(clash=1.0) if _sure(mine) and _sure(other) else Ownership(doubt=1.0)


def row_words(figure: Context) -> frozenset[str]:
    """The concepts of the name that the label of a figure's row in a table is, without what stands in brackets."""
    owner = figure.claim.claim.frame.owner
    if owner is None or owner.origin is not Origin.ROW or not names_of(owner.value):
        return frozenset()
    return concepts_of(_bare(owner))


def _whose(figure: Context, other: Context) -> Qualifier | None:
    """Whose a figure is; where it is, if that is all its text says and the other one is shared out by labels: "1,600 in
    Brenk" beside "Brenk (1,600), Odby (700)"."""
    frame, labelled = figure.claim.claim.frame, other.claim.claim.frame.owner
    if frame.owner is None and labelled is not None and labelled.origin is Origin.PAIRING and not _is_placed(other):
        return frame.place
    return frame.owner


def _is_placed(figure: Context) -> bool:
    """Whether a place is told of a figure alone: then its label is none."""
    frame = figure.claim.claim.frame
    if frame.place is None or frame.owner is None or frame.place.value == frame.owner.value:
        return False
    return concepts_of(frame.place.value) <= figure.own


def _is_short_for(short: frozenset[str], long: frozenset[str]) -> bool:
    """Whether words of a name are the beginnings of the other's: "J. Lund" and "Tom Lund" are short for names."""
    return all(any(word.startswith(begun) for word in long) for begun in short)


def _is_misspelt(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether the words of a name are the other's but for a letter each: "Timmy" for "Tommy Lund"."""
    return len(one) == len(two) and all(any(one_letter(word, other) for other in two) for word in one)


def _bare(owner: Qualifier) -> str:
    """A name without what stands behind it in brackets: "Brenk (Norland)"."""
    return owner.value.partition(" (")[0]


def _kind(owner: Qualifier) -> frozenset[str]:
    """What the last word of a name says its bearer to be: "the Brenk Fire" and "the Odby blaze" are two of a kind."""
    return concepts_of(_bare(owner).rpartition(" ")[2])


def _is_thing(owner: Qualifier) -> bool:
    """Whether a name is one only with the noun behind it: what "the Brenk ruling" did, its court may be said to do."""
    return owner.value[:1].isupper() and owner.value.rpartition(" ")[2].islower()


def _is_part(owner: Qualifier) -> bool:
    """Whether a label that figures are shared out by is no name, but a part of what its sentence is about: "Mara sold
    20 boats on her opening day and 60 on her closing day"."""
    return owner.origin is Origin.PAIRING and not names_of(owner.words)


def _around(words: frozenset[str], figure: Context) -> bool:
    """Whether any of some words stands anywhere around a figure."""
    return any(word in figure.near or word in figure.wide for word in words)


@lru_cache(maxsize=4096)
def numbers(name: str) -> frozenset[str]:
    """The figures in a name: "Ward 4" and "Ward 5" are two."""
    return frozenset(re.findall(r"\d+", name))


def opposite(draft: Context, source: Context) -> bool:
    """Whether one figure is said to rise and the other to fall, or the like, each beside the figure itself."""
    mine, other = draft.claim.claim.frame.direction, source.claim.claim.frame.direction
    if mine is None or other is None or not (_sure(mine) and _sure(other)):
        return False
    if draft.kind is Kind.OTHER and draft.claim.claim.unit:  # an age or a time of day neither rises nor falls
        return False
    (pair, pole), (other_pair, other_pole) = mine.value.split(":"), other.value.split(":")
    if pair in EITHER_SIDE and _has_sides(draft, source) and not ownership(draft, source).same:
        return False  # what Brenk lent, Odby received
    return pair == other_pair and pole != other_pole and not (pair == CHANGE and _is_level(draft))


def _is_level(draft: Context) -> bool:
    return draft.part in LEVELS and draft.claim.claim.frame.part != "by"


def _has_sides(draft: Context, source: Context) -> bool:
    """Whether somebody is named of whom what was given or got may be told."""
    owned = draft.claim.claim.frame.owner or source.claim.claim.frame.owner
    return owned is not None or not draft.names.isdisjoint(source.near)


def other_denominator(draft: Context, source: Context) -> bool:
    """Whether two rates are counted per two different things: "per 1,000", "per 100,000"."""
    mine, other = draft.claim.claim.frame.per, source.claim.claim.frame.per
    return bool(mine and other) and mine != other


def other_part(draft: Context, source: Context, *, differs: bool) -> bool:
    """Whether two figures are no rivals by their parts: "since 7 October" denies no "by 9 November", "two days before"
    no "four days later", and what a figure changes by is neither where it came from nor where it went to.

    differs: whether their values do
    """
    if draft.kind is Kind.DATE:
        return differs and any((draft.part == part) != (source.part == part) for part in ("start", STANDING))
    parts = {draft.part, source.part}
    if differs and ((REST in parts and len(parts) > 1) or _leads_the_other_way(draft.claim.claim, source.claim.claim)):
        return True
    if differs and _is_of_others(draft, source):
        return True
    if CHANGE not in parts:
        return False
    return not LEVELS.isdisjoint(parts) or any(_is_stated(*two) for two in ((draft, source), (source, draft)))


def _is_stated(level: Context, change: Context) -> bool:
    """Whether one figure is said to be how much something is, and another by how much it changed: "its income was 53
    million", "its income rose by 53 million"."""
    claim = level.claim.claim
    if level.part or claim.mark is None or not _moves(change) or _moves(level):
        return False
    if claim.unit in OF_CHANGES:  # "The last step was 25 basis points"
        return False
    before = claim.sentence[: claim.mark.start].lower().split()
    return before[-1:] != [] and before[-1] in STATED and not any(is_of_change(word) for word in before)


def _moves(figure: Context) -> bool:
    way = figure.claim.claim.frame.direction
    return way is not None and way.value.startswith(CHANGE)


def _is_of_others(draft: Context, source: Context) -> bool:
    """Whether two figures are told of two sides that are not one thing that changes: how many were hurt denies no
    number of those who were killed."""
    mine = draft.claim.claim.frame.direction
    return mine is not None and not mine.value.startswith(CHANGE) and opposite(draft, source)


def _leads_the_other_way(draft: Claim, source: Claim) -> bool:
    """Whether of two lengths one leads back and the other on."""
    mine = side(draft)
    return mine != "" and side(source) not in ("", mine)


def _sure(qualifier: Qualifier) -> bool:
    return qualifier.origin in CERTAIN
