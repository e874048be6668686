"""Whether two figures of sources state one fact, whatever their values: the judgement of a pair.

The measures are those that bind a draft's figure, values aside, taken both ways; the smaller of the two counts. What
parts two facts (another time, owner, name, thing, direction, occasion) parts them here whatever the measures say:
a conflict that is none costs more than one that is missed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from factcheck.compare import Relation, date_parts
from factcheck.match.bind import score
from factcheck.match.candidates import Candidate
from factcheck.match.comparable import comparable, compare_claims
from factcheck.match.context import DIFFERENCE, Context
from factcheck.match.features import features
from factcheck.match.qualify import opposite, other_denominator, ownership
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.match.series import Series
from factcheck.match.together import together
from factcheck.match.weights import BLIND
from factcheck.match.when import Rank, match
from factcheck.model import Kind
from factcheck.store.protocol import Library, StoredClaim

# Of what a figure's own words would score, values aside, the other's has to reach this part; a higher one where it is a
# date, and where only the dates of two documents, which are not the same, tell when the figures hold.
LIKE, SURE = 0.7, 0.9
# What names an instance or a moment and not a quantity.
NAMING = frozenset({Kind.OTHER, Kind.ORDINAL, Kind.REFERENCE})
# A total that runs since a day is another on every day.
SINCE = "since"
# How closely the times of two issues' figures have to meet: within a month.
ONE_TIME = 0.6
# Sentences that differ in no more words than these on either side have one thing exchanged for another.
EXCHANGED = 2


class Pair(NamedTuple):
    """How well each of two figures answers to the other, values aside: the smaller of the two parts of what it would
    answer to itself; or what parts them."""

    likeness: float
    parted: str = ""


class Rivals:
    """Judges pairs of figures of one library."""

    def __init__(self, library: Library, scene: Scene, rarity: Rarity) -> None:
        self._scene = scene
        self._rarity = rarity
        self._series = Series(library)

    def one_fact(self, a: Context, b: Context) -> bool:
        """Whether two figures are one fact."""
        least = SURE if a.kind is Kind.DATE or _undated(a, b) else LIKE
        return self.judge(a, b).likeness >= least

    def judge(self, a: Context, b: Context) -> Pair:
        """How much two figures are one fact."""
        parted = next((name for name, parts in PARTING if parts(a, b)), "")
        if not parted:
            parted = "issue" if self.other_issue(a, b) else "growth" if self._has_grown(a, b) else ""
        return Pair(0.0, parted) if parted else Pair(min(self._answers(a, b), self._answers(b, a)))

    def other_issue(self, a: Context, b: Context) -> bool:
        """Whether the two documents are issues of a series, and nothing says that the figures are of one time."""
        one_time = a.kind is not Kind.DATE and match(a.moment, b.moment).meets >= ONE_TIME
        return not one_time and self.of_series(a.claim, b.claim)

    def of_series(self, a: StoredClaim, b: StoredClaim) -> bool:
        """Whether the documents of two claims are issues of a series."""
        return self._series.joins(a.document, b.document)

    def _has_grown(self, a: Context, b: Context) -> bool:
        """Whether the later report has the larger count, and not both tell of one day: tolls and totals grow."""
        one, other = (self._scene.document(x.claim).published for x in (a, b))
        few, many = a.value.low, b.value.low
        if a.kind is not Kind.COUNT or few is None or many is None or _of_one_day(a, b):
            return False
        return bool(one and other) and one != other and (few < many) == (one < other)

    def _answers(self, mine: Context, other: Context) -> float:
        """How well a figure answers to another beside how well that answers to itself; nothing where another figure of
        its passage answers better."""
        here, there = (self._blind(mine, passage) for passage in (mine.claim.passage, other.claim.passage))
        itself, told = here.get(mine.claim, 0.0), there.get(other.claim, 0.0)
        return told / itself if itself > 0 and told >= max(there.values(), default=0.0) else 0.0

    def _blind(self, mine: Context, passage: int) -> dict[StoredClaim, float]:
        """How well each comparable figure of a passage answers to one, values aside."""
        claims = [c for c in self._scene.claims_of([passage])[passage] if comparable(mine.claim.claim, c.claim)]
        told = together(mine, [self._measured(mine, self._scene.context(claim)) for claim in claims])
        return {candidate.context.claim: score(candidate.features, BLIND) for candidate in told}

    def _measured(self, mine: Context, other: Context) -> Candidate:
        compared = compare_claims(mine.claim.claim, other.claim.claim, mine.value)
        return Candidate(other, compared, features(mine, other, compared, self._rarity), ())


def differ(a: Context, b: Context) -> bool:
    """Whether two figures are of one kind and their values cannot both be true, whichever is the vaguer."""
    if not comparable(a.claim.claim, b.claim.claim) or not NAMING.isdisjoint((a.kind, b.kind)):
        return False
    ways = ((a, b), (b, a))
    return all(compare_claims(x.claim.claim, y.claim.claim, x.value).relation is Relation.DIFFERENT for x, y in ways)


def _undated(a: Context, b: Context) -> bool:
    """Whether the figures' times do not meet, and that of one is but its document's date."""
    return a.kind is not Kind.DATE and bool(match(a.moment, b.moment).doubt)


def _of_one_day(a: Context, b: Context) -> bool:
    """Whether both sentences name the day."""
    return match(a.moment, b.moment).same == 1.0


def _other_time(a: Context, b: Context) -> bool:
    """Whether the two hold at times that do not meet, as far as the texts themselves tell; or both run since a day."""
    if a.kind is Kind.DATE or a.moment is None or b.moment is None:
        return False
    if SINCE in (a.claim.claim.frame.time_role, b.claim.claim.frame.time_role) and a.moment.high != b.moment.high:
        return True
    told = match(a.moment, b.moment)
    return told.clash > 0 or (told.doubt > 0 and Rank.DOCUMENT not in (a.moment.rank, b.moment.rank))


def _hanging(a: Context, b: Context) -> bool:
    """Whether a date does not write its year: it hangs on its document's, and another document's is another."""
    return a.kind is Kind.DATE and any(x.moment is None or x.moment.inferred for x in (a, b))


def _other_day(a: Context, b: Context) -> bool:
    """Whether two days have neither year nor month nor day in common: what is dated twice by mistake mostly has."""
    if a.kind is not Kind.DATE:
        return False
    one, other = date_parts(a.value), date_parts(b.value)
    return None not in (*one, *other) and not any(x == y for x, y in zip(one, other, strict=True))


def _other_years(a: Context, b: Context) -> bool:
    return a.kind is not Kind.DATE and a.certain and b.certain and bool(a.years and b.years) and not a.years & b.years


def _other_owner(a: Context, b: Context) -> bool:
    return any(owner.clash or owner.doubt == 1.0 for owner in (ownership(a, b), ownership(b, a)))


def _other_thing(a: Context, b: Context) -> bool:
    if a.noun and b.noun and a.noun != b.noun:
        return not (b.noun in a.right or a.noun in b.right)
    parts = (a.part, b.part), (a.claim.claim.frame.part, b.claim.claim.frame.part)
    return any(one and other and one != other for one, other in parts) or (
        DIFFERENCE in (a.part, b.part) and a.part != b.part
    )


def _other_name(a: Context, b: Context) -> bool:
    """Whether the name nearest to one figure is nowhere around the other."""
    return any(x.nearest and x.nearest not in y.near and x.nearest not in y.wide for x, y in ((a, b), (b, a)))


def _exchanged(a: Context, b: Context) -> bool:
    """Whether two sentences are alike but for a word or two, other ones in each."""
    only = [[word for word in x.near if word not in y.near] for x, y in ((a, b), (b, a))]
    return all(0 < len(words) <= EXCHANGED for words in only) and len(a.near) > sum(map(len, only))


def _other_way(a: Context, b: Context) -> bool:
    return opposite(a, b) or other_denominator(a, b)


def _other_occasion(a: Context, b: Context) -> bool:
    """Whether the other figures of the two sentences have nothing in common, or the date is that of other figures."""
    if a.kind is Kind.DATE and (a.siblings or b.siblings):
        return True
    return bool(a.siblings and b.siblings) and not a.siblings & b.siblings


PARTING: tuple[tuple[str, Callable[[Context, Context], bool]], ...] = (
    ("time", _other_time),
    ("years", _other_years),
    ("year inferred", _hanging),
    ("day", _other_day),
    ("owner", _other_owner),
    ("thing", _other_thing),
    ("name", _other_name),
    ("word", _exchanged),
    ("way", _other_way),
    ("occasion", _other_occasion),
)
