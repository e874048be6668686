"""Finds two figures for the same people, things or sums of one event, told by two documents in their own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.conflicts.documents import Documents, incompatible
from factcheck.conflicts.likeness import Alike, Likeness
from factcheck.conflicts.paragraphs import Paragraphs
from factcheck.match.concepts import concept
from factcheck.model import Kind
from factcheck.stem import stem
from factcheck.store.protocol import StoredClaim
from factcheck.tokens import tokenise

# An event is known by who is in it: two paragraphs that share so many rare names tell of one; fewer if they also name
# one day.
NAMES, NAMES_OF_A_DAY = 5, 3
# What the two sentences share besides: a part of the weight of their words, and words that are not the thing counted.
# Above the upper bound the sentences are copies, filled in anew for another occasion.
LEAST, MOST, WORDS = 0.2, 0.8, 2
# A count says what it counts. What a sum or share is of is known by words that stand close to it on both sides.
KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.VOTE_SHARE, Kind.MEASUREMENT})
CLOSE, CLOSE_WORDS = 4, 2
# A name in more figures of one thing than this is a subject of its own, and no event.
CROWD = 30


def events(
    figures: Iterable[StoredClaim], documents: Documents, paragraphs: Paragraphs, likeness: Likeness
) -> Iterator[Disagreement]:
    """The disagreements about how many or how much it was in one event."""
    for (kind, unit), group in _by_unit(figures).items():
        for a, b in _companions(group, paragraphs):
            apart = documents.retold(a, b) or documents.acknowledged(a, b) or not _one_time(a, b, documents, paragraphs)
            if incompatible(a, b) and not apart and _one_thing(a, b) and _one_event(likeness.alike(a, b), unit):
                yield Disagreement(
                    a, b, Fact(kind, _subject(a, b), _measure(a, b), _year(a, b, paragraphs)), Reason.VALUE
                )


def _by_unit(figures: Iterable[StoredClaim]) -> dict[tuple[Kind, str], list[StoredClaim]]:
    groups: dict[tuple[Kind, str], list[StoredClaim]] = defaultdict(list)
    for figure in figures:
        if figure.claim.kind in KINDS and figure.claim.unit:
            groups[figure.claim.kind, figure.claim.unit].append(figure)
    return groups


def _one_thing(a: StoredClaim, b: StoredClaim) -> bool:
    """Whether two figures of one unit are of one thing."""
    return a.claim.kind is Kind.COUNT or len(_close(a) & _close(b)) >= CLOSE_WORDS


def _close(figure: StoredClaim) -> set[str]:
    """The words next to a figure, on either side."""
    claim = figure.claim
    before = tokenise(claim.sentence[max(0, claim.mark.start - 60) : claim.mark.start]).words[-CLOSE:]
    after = tokenise(claim.sentence[claim.mark.end : claim.mark.end + 60]).words[:CLOSE]
    return {concept(found) for found in map(stem, (*before, *after)) if found and not found[0].isdigit()}


def _subject(a: StoredClaim, b: StoredClaim) -> str:
    return a.claim.subject if a.claim.subject == b.claim.subject else ""


def _measure(a: StoredClaim, b: StoredClaim) -> str:
    if a.claim.kind is Kind.COUNT:
        return a.claim.unit
    return a.claim.measure if a.claim.measure == b.claim.measure else ""


def _companions(group: list[StoredClaim], paragraphs: Paragraphs) -> Iterator[tuple[StoredClaim, StoredClaim]]:
    """The pairs of different documents whose paragraphs share enough rare names."""
    if len({claim.document for claim in group}) < 2:
        return
    by_name: dict[str, list[int]] = defaultdict(list)
    for at, claim in enumerate(group):
        for name in paragraphs.names(claim):
            by_name[name].append(at)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for members in by_name.values():
        if len(members) <= CROWD:
            for pair in combinations(members, 2):
                shared[pair] += 1
    for (a, b), names in sorted(shared.items()):
        one, other = group[a], group[b]
        known = names >= NAMES or (names >= NAMES_OF_A_DAY and paragraphs.one_day(one, other))
        if known and one.document != other.document:
            yield one, other


def _one_time(a: StoredClaim, b: StoredClaim, documents: Documents, paragraphs: Paragraphs) -> bool:
    """Whether nothing says that the two are of different years or days."""
    mine, other = paragraphs.years(a), paragraphs.years(b)
    return not documents.other_days(a, b) and (not mine or not other or bool(mine & other))


def _one_event(alike: Alike, unit: str) -> bool:
    """Whether two sentences share words that say what happened, and are no copies."""
    told = [word for word in alike.words if word.lstrip("~") not in unit]
    return LEAST <= alike.cosine < MOST and len(told) >= WORDS


def _year(a: StoredClaim, b: StoredClaim, paragraphs: Paragraphs) -> str:
    return str(max(paragraphs.years(a) & paragraphs.years(b), default=""))
