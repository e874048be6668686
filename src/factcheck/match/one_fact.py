"""Whether two figures of sources state one fact, whatever their values: the judgement of a pair.

The measures are those that bind a draft's figure, values aside, taken both ways; the smaller of the two counts. What
parts two facts (another time, owner, name, thing, direction, occasion) parts them here whatever the measures say:
a conflict that is none costs more than one that is missed.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import eq

from factcheck.compare import Relation, date_parts
from factcheck.extract.frame import is_event
from factcheck.lean.record import NamedTuple
from factcheck.lexicon.concepts import concept
from factcheck.match.alone import Alone
from factcheck.match.bind import score
from factcheck.match.candidates import Candidate
from factcheck.match.common import Common, by_passage
from factcheck.match.comparable import comparable, compare_claims
from factcheck.match.context import Context
from factcheck.match.features import features
from factcheck.match.glimpse import Glimpse
from factcheck.match.meeting import match
from factcheck.match.qualify import opposite, other_denominator, ownership
from factcheck.match.roles import DIFFERENCE
from factcheck.match.series import Series
from factcheck.match.stretch import Rank
from factcheck.match.together import together
from factcheck.match.weights import BLIND
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim
from factcheck.text.stem import stem

# Of what a figure's own words would score, values aside, the other's has to reach this part; a higher one where it is a
# date, and where only the dates of two documents, which are not the same, tell when the figures hold.
LIKE, SURE = 0.7, 0.9
# Days so close together are told of one event: they have to be less alike.
NEAR_DAYS, NEAR_LIKE = 62, 0.8
# What names an instance or a moment and not a quantity.
NAMING = frozenset({Kind.OTHER, Kind.ORDINAL, Kind.REFERENCE})
# A total that runs since a day is another on every day.
SINCE = "since"
# How closely the times of two issues' figures have to meet: within a month.
ONE_TIME = 0.6
# So few words of either sentence in one place, other ones in each, are one thing exchanged for another.
EXCHANGED = 3
# A date so near the start of its sentence, in characters, or behind one of these says when the rest of it holds.
OPENING, MONTH = 12, 31
SCOPES = ("as of", "as at", "as on", "until", "by", "before", "after")
# A length of time before these counts from something, and is not how long it took.
OFFSETS = frozenset("before after ago earlier later since".split())
# How many figures' answers are kept while pairs are judged.
KNOWN = 4096

Place = tuple[int, int, Kind]
# What is known of a figure: all of its context, or the part that parts it from most others.
Seen = Context | Glimpse


class Pair(NamedTuple):
    """How well each of two figures answers to the other, values aside: the smaller of the two parts of what it would
    answer to itself; or what parts them."""

    likeness: float
    parted: str = ""


class Rivals:
    """Judges pairs of figures of one library, each figure by its own document."""

    def __init__(self, alone: Alone) -> None:
        self._alone = alone
        self._series = Series(alone.passages_of)
        self._known: dict[tuple[int, int, Kind, int], dict[Place, float]] = {}
        self._by_documents = (("issue", self.other_issue), ("growth", self._has_grown), ("running", self._runs_on))

    def one_fact(self, a: Context, b: Context) -> bool:
        """Whether two figures are one fact."""
        return self.judge(a, b).likeness >= _least(a, b)

    def parts(self, a: Seen, b: Seen) -> bool:
        """Whether what two documents are parts two figures of theirs, whatever is said of them."""
        return any(parts(a, b) for _, parts in self._by_documents)

    def judge(self, a: Context, b: Context) -> Pair:
        """How much two figures are one fact."""
        parted = next((name for name, parts in PARTING if parts(a, b)), "")
        if not parted:
            parted = next((name for name, parts in self._by_documents if parts(a, b)), "")
        return Pair(0.0, parted) if parted else Pair(min(self._answers(a, b), self._answers(b, a)))

    def other_issue(self, a: Seen, b: Seen) -> bool:
        """Whether the two documents are issues of a series, and nothing says that the figures are of one time."""
        one_time = a.kind is not Kind.DATE and match(a.moment, b.moment).meets >= ONE_TIME
        return not one_time and self.of_series(a.claim, b.claim)

    def of_series(self, a: StoredClaim, b: StoredClaim) -> bool:
        """Whether the documents of two claims are issues of a series."""
        return self._series.joins(a.document, b.document)

    def _has_grown(self, a: Seen, b: Seen) -> bool:
        """Whether the later report has the larger count, and not both tell of one day: tolls and totals grow."""
        one, other = (self._alone.published(x.claim) for x in (a, b))
        few, many = a.value.low, b.value.low
        if a.kind is not Kind.COUNT or few is None or many is None or _of_one_day(a, b):
            return False
        return bool(one and other) and one != other and (few < many) == (one < other)

    def _runs_on(self, a: Seen, b: Seen) -> bool:
        """Whether either counts what has come about since some day, in reports of two days that name no other: so many
        "since the start of the year" are more tomorrow."""
        if a.kind is Kind.DATE or self._alone.published(a.claim) == self._alone.published(b.claim):
            return False
        running = any(SINCE in x.claim.claim.sentence.lower().split() for x in (a, b))
        return running and not all(x.moment and x.moment.certain and x.moment.width <= MONTH for x in (a, b))

    def _answers(self, mine: Context, other: Context) -> float:
        """How well a figure answers to another beside how well that answers to itself; nothing where another figure of
        its passage answers better."""
        here, there = (self._blind(mine, passage) for passage in (mine.claim.passage, other.claim.passage))
        itself, told = here.get(_at(mine.claim), 0.0), there.get(_at(other.claim), 0.0)
        return told / itself if itself > 0 and told >= max(there.values(), default=0.0) else 0.0

    def _blind(self, mine: Context, passage: int) -> dict[Place, float]:
        """How well each comparable figure of a passage answers to one, values aside; known once for all its pairs."""
        key = mine.claim.passage, mine.claim.first_token, mine.kind, passage
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= KNOWN:
                self._known.clear()
            known = self._known[key] = self._measure(mine, passage)
        return known

    def _measure(self, mine: Context, passage: int) -> dict[Place, float]:
        claims = [c for c in self._alone.claims_of(passage) if comparable(mine.claim.claim, c.claim)]
        both = by_passage(mine)
        told = together(mine, [self._measured(mine, self._alone.context(claim), both) for claim in claims])
        return {_at(candidate.context.claim): score(candidate.features, BLIND) for candidate in told}

    def _measured(self, mine: Context, other: Context, both: Callable[[Context], Common]) -> Candidate:
        compared, met = compare_claims(mine.claim.claim, other.claim.claim, mine.value), both(other)
        return Candidate(other, compared, features(mine, other, compared, self._alone.rarity(mine.claim), met), met)


def _at(claim: StoredClaim) -> Place:
    """What tells a figure from the others of its passage."""
    return claim.first_token, claim.last_token, claim.claim.kind


def part_in_time(a: Seen, b: Seen) -> bool:
    """Whether two figures are none of one fact, whatever else is said of them: they hold at two times."""
    return any(parts(a, b) for _, parts in IN_TIME)


def differ(a: Seen, b: Seen) -> bool:
    """Whether two figures are of one kind and their values cannot both be true, whichever is the vaguer."""
    if not comparable(a.claim.claim, b.claim.claim) or not NAMING.isdisjoint((a.kind, b.kind)):
        return False
    ways = ((a, b), (b, a))
    return all(compare_claims(x.claim.claim, y.claim.claim, x.value).relation is Relation.DIFFERENT for x, y in ways)


def _least(a: Context, b: Context) -> float:
    """How much two figures have to be alike to be one fact."""
    if a.kind is not Kind.DATE:
        return SURE if match(a.moment, b.moment).doubt else LIKE
    days = [x.value.low for x in (a, b) if x.value.low is not None and x.value.low == x.value.high]
    return NEAR_LIKE if len(days) == len((a, b)) and abs(days[0] - days[1]) <= NEAR_DAYS else SURE


def _of_one_day(a: Seen, b: Seen) -> bool:
    """Whether both sentences name the day."""
    return match(a.moment, b.moment).same == 1.0


def _other_time(a: Seen, b: Seen) -> bool:
    """Whether the two hold at times that do not meet, as far as the texts themselves tell; or both run since a day."""
    if a.kind is Kind.DATE or a.moment is None or b.moment is None:
        return False
    if SINCE in (a.claim.claim.frame.time_role, b.claim.claim.frame.time_role) and a.moment.high != b.moment.high:
        return True
    told = match(a.moment, b.moment)
    return told.clash > 0 or (told.doubt > 0 and Rank.DOCUMENT not in (a.moment.rank, b.moment.rank))


def _hanging(a: Seen, b: Seen) -> bool:
    """Whether a date does not write its year: it hangs on its document's, and another document's is another."""
    return a.kind is Kind.DATE and any(x.moment is None or x.moment.inferred for x in (a, b))


def _other_day(a: Seen, b: Seen) -> bool:
    """Whether two days have neither year nor month nor day in common: what is dated twice by mistake mostly has."""
    if a.kind is not Kind.DATE:
        return False
    one, other = date_parts(a.value), date_parts(b.value)
    return None not in (*one, *other) and not any(map(eq, one, other))


def _other_years(a: Seen, b: Seen) -> bool:
    return a.kind is not Kind.DATE and a.certain and b.certain and bool(a.years and b.years) and not a.years & b.years


def _other_owner(a: Context, b: Context) -> bool:
    return any(owner.clash or owner.doubt == 1.0 for owner in (ownership(a, b), ownership(b, a)))


def _other_thing(a: Context, b: Context) -> bool:
    if a.noun and b.noun and a.noun != b.noun:
        return not (b.noun in a.right or a.noun in b.right)
    parts = (a.part, b.part), (a.claim.claim.frame.part, b.claim.claim.frame.part)
    return any(one and other and one != other for one, other in parts) or (
        (a.part == DIFFERENCE) != (b.part == DIFFERENCE)
    )


def _other_name(a: Context, b: Context) -> bool:
    """Whether the name nearest to one figure is nowhere around the other."""
    return any(x.nearest and x.nearest not in y.near and x.nearest not in y.wide for x, y in ((a, b), (b, a)))


def _exchanged(a: Context, b: Context) -> bool:
    """Whether two sentences run alike but for a few words in one place, other ones in each."""
    gaps, others = _gaps(a, b), _gaps(b, a)
    if [word for word, _ in gaps] != [word for word, _ in others]:
        return False
    return any(0 < one <= EXCHANGED and 0 < two <= EXCHANGED for (_, one), (_, two) in zip(gaps, others, strict=True))


def _gaps(a: Context, b: Context) -> list[tuple[str, int]]:
    """The words that two sentences share, in the order of the first, each with how many of its own go before it."""
    gaps, alone = [], 0
    for word in a.near:
        if word in b.near:
            gaps.append((word, alone))
            alone = 0
        else:
            alone += 1
    return [*gaps, ("", alone)]


def _other_measure(a: Context, b: Context) -> bool:
    """Whether two things are told to have happened: so many were killed, so many hurt."""
    one, other = (x.claim.claim.measure.split()[-1:] for x in (a, b))
    if not (one and other and is_event(one[0].lower()) and is_event(other[0].lower())):
        return False
    mine, its = (concept(stem(word[0])) for word in (one, other))
    return mine not in b.near and its not in a.near


def _other_way(a: Context, b: Context) -> bool:
    offsets = {_offset(x) for x in (a, b)} if a.kind is Kind.DURATION else ()
    return opposite(a, b) or other_denominator(a, b) or len(offsets) > 1


def _offset(a: Context) -> str:
    """The word after a length of time that makes it one before or after something."""
    (after,) = a.claim.claim.sentence[a.claim.claim.mark.end :].split(maxsplit=1)[:1] or ("",)
    return after if after in OFFSETS else ""


def _other_occasion(a: Context, b: Context) -> bool:
    """Whether the other figures of the two sentences have nothing in common, or the date is that of other figures."""
    if a.kind is Kind.DATE:
        return bool(a.siblings or b.siblings) and (a.siblings != b.siblings or any(map(_is_scope, (a, b))))
    return bool(a.siblings and b.siblings) and not a.siblings & b.siblings


def _is_scope(a: Context) -> bool:
    """Whether a date says when the rest of its sentence holds, or is no day or month but a stretch of time."""
    if a.value.low is None or a.value.high is None or a.value.high - a.value.low >= MONTH:
        return True
    before = a.claim.claim.sentence[: a.claim.claim.mark.start]
    return len(before) <= OPENING or before.rstrip().lower().endswith(SCOPES)


IN_TIME: tuple[tuple[str, Callable[[Seen, Seen], bool]], ...] = (
    ("time", _other_time),
    ("years", _other_years),
    ("year inferred", _hanging),
    ("day", _other_day),
)
PARTING: tuple[tuple[str, Callable[[Context, Context], bool]], ...] = (
    *IN_TIME,
    ("owner", _other_owner),
    ("thing", _other_thing),
    ("name", _other_name),
    ("word", _exchanged),
    ("measure", _other_measure),
    ("way", _other_way),
    ("occasion", _other_occasion),
)
