"""What stands around a figure: the words near it, the noun it counts, its anchors, names, years and place on the page.

Computed once a figure, for a draft's and a source's alike, so that comparing two of them is set arithmetic.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import sqrt

from factcheck.lean.record import NamedTuple, dataclass
from factcheck.lexicon.concepts import concept
from factcheck.match.glimpse import glimpse
from factcheck.match.nearness import anchors, mass, near, nearest, own
from factcheck.match.passage_words import Words, concepts_of
from factcheck.match.rarity import Rarity
from factcheck.match.roles import dateline, part, past
from factcheck.match.stretch import Moment
from factcheck.match.surroundings import Setting, Times, told
from factcheck.model import Kind, Role
from factcheck.store.protocol import StoredClaim
from factcheck.text.stem import FUNCTION_WORDS, stem
from factcheck.values import Sort, Value

# How many tokens off a figure is no neighbour.
FLANK = 10
# Before these a figure is a part of the one before; a figure before "of" is one of what follows.
PARTS, OF = frozenset({"including", "among"}), "of"
# Kinds whose figures stand beside each other for two of one thing.
ALIKE = {Kind.VOTE_SHARE: Kind.PERCENTAGE, Kind.SENTENCE: Kind.DURATION}
# What a word of the topic weighs beside one of the sentence.
TOPIC = 0.6


class Seat(NamedTuple):
    """Where on the page a figure stands.

    place: which of its sentence's figures of its kind it is, of how many (places); paragraph: its paragraph or row
    cell: whether it stands in a table; column: the concepts of the header that tells its column there from others
    """

    place: int
    places: int
    paragraph: int
    cell: bool
    column: frozenset[str]


@dataclass(frozen=True, slots=True)
class Context:
    """A figure with everything about it that matching compares.

    value: the figure's, with the bound that "before" or "after" puts on a date
    near: concept of its sentence → weight by nearness; topic: of what was said before it
    wide: the concepts of headings, title, neighbouring passages
    idf: concept → rarity; sum, total, mass: of rarity, by the root of nearness, by nearness
    left, right: the two nearest concepts on either side; part: the role its preposition gives it
    past: "former" for what another figure rose or fell from, "earlier" for what is told of an earlier time
    noun: what it counts; names, nearest: concepts written with a capital, and the nearest of them
    named_before: names of the sentences of its paragraph before it, and of its headers
    beside: the words of the nearest date
    roots: concept of its sentence → rarity by the root of nearness; named: name → rarity
    about: rarity of the topic, by weight
    headers: those of a table cell or a list's lead
    moment: when it holds, as far as the text tells
    years: the years its scope names; certain: whether its own sentence or heading names them
    siblings: the values of the other figures of its passage or its row, without bounds
    flanks: those of the nearest before and after it
    own: the concepts that tell it from the others of its kind in its sentence; opening: the first of these
    seat: where on the page it stands
    dateline: of a date set off by a dash, when the text was written, whether that is this report or one that is cited
    """

    claim: StoredClaim
    value: Value
    near: Mapping[str, float]
    topic: Mapping[str, float]
    idf: Mapping[str, float]
    sum: float
    roots: Mapping[str, float]
    total: float
    mass: float
    about: float
    union: float
    wide: frozenset[str]
    left: tuple[str, ...]
    right: tuple[str, ...]
    part: str
    past: str
    noun: str
    names: frozenset[str]
    named: Mapping[str, float]
    nearest: str
    named_before: frozenset[str]
    beside: str
    years: frozenset[int]
    certain: bool
    moment: Moment | None
    headers: frozenset[str]
    siblings: frozenset[str]
    flanks: tuple[str, str]
    own: frozenset[str]
    opening: str
    seat: Seat
    dateline: str

    def is_beside(self, other: Context) -> bool:
        """Whether another figure of its library stands in its sentence, or in its row of a table."""
        if self.claim.passage == other.claim.passage:
            return True
        same_paragraph = self.seat.paragraph == other.seat.paragraph and self.claim.document == other.claim.document
        return same_paragraph and self.seat.cell and other.seat.cell

    @property
    def kind(self) -> Kind:
        return self.claim.claim.kind

    @property
    def values(self) -> frozenset[str]:
        """The values of its passage or row: its siblings' and its own."""
        return self.siblings | {self.claim.claim.value.plain}


def context(stored: StoredClaim, shared: Setting, rarity: Rarity) -> Context:
    """Everything about one figure of a passage."""
    times, taken = shared.times, shared.taken
    words, seen = times.words, glimpse(stored, times)
    first, last, kind = stored.first_token, stored.last_token, stored.claim.kind
    weights = near(first, last, words, taken, shared.headers, subject := concepts_of(stored.claim.subject))
    topic, idf, names, named = told(shared, weights, subject, rarity)
    roots = {word: sqrt(weight) * idf[word] for word, weight in weights.items()}
    near_mass, about = mass(weights, idf), mass(topic, idf)
    distinct, opening = own((first, last), _alike(stored, times), words, taken)
    return Context(
        claim=stored,
        value=seen.value,
        near=weights,
        topic=topic,
        idf=idf,
        sum=sum([idf[word] for word in weights]) or 1.0,
        roots=roots,
        total=sum(roots.values()) or 1.0,
        mass=near_mass or 1.0,
        about=about,
        union=near_mass + TOPIC * about or 1.0,
        wide=shared.wide,
        left=anchors(words, range(first - 1, -1, -1), taken),
        right=anchors(words, range(last + 1, len(words.concepts)), taken),
        part=part(words, first, last, kind, stored.claim.frame),
        past=past(stored, words, shared.headers, shared.times.counts),
        noun=_noun(stored) or _left_out(stored, times),
        names=names,
        named=named,
        nearest=nearest(names, weights),
        named_before=shared.named,
        beside=_beside(stored, times.dates, words),
        years=seen.years,
        certain=seen.certain,
        moment=seen.moment,
        headers=shared.headers,
        siblings=_siblings(stored, times),
        flanks=_flanks(stored, times.figures),
        own=distinct,
        opening=opening,
        seat=_seat(stored, shared),
        dateline=dateline(stored, words),
    )


def _siblings(stored: StoredClaim, times: Times) -> frozenset[str]:
    others = (*times.others, *times.around.row)
    return frozenset([other.claim.value.plain for other in others if other is not stored])


def _alike(stored: StoredClaim, times: Times) -> list[tuple[int, int]]:
    """The first and last tokens of the other figures of a figure's kind in its sentence."""
    kind = ALIKE.get(stored.claim.kind, stored.claim.kind)
    alike = (o for o in times.figures if o is not stored and ALIKE.get(o.claim.kind, o.claim.kind) is kind)
    return [(other.first_token, other.last_token) for other in alike]


def _seat(stored: StoredClaim, shared: Setting) -> Seat:
    same = [other for other in shared.times.others if other.claim.kind is stored.claim.kind]
    place = next((at for at, other in enumerate(same) if other is stored), None)
    if place is None:
        place = same.index(stored) if stored in same else 0
    passage = shared.times.passage
    return Seat(place, len(same), passage.paragraph, passage.role is Role.CELL, shared.column)


def _beside(stored: StoredClaim, dates: Sequence[StoredClaim], words: Words) -> str:
    """The words of the date that stands nearest to a figure that is none, borders between them counted."""
    if stored.claim.kind is Kind.DATE or not dates:
        return ""
    here = stored.first_token

    def away(other: StoredClaim) -> tuple[int, bool]:
        between = abs(words.borders[other.first_token] - words.borders[here])
        return abs(other.first_token - here) + 2 * between, other.first_token < here

    return min(dates, key=away).claim.text.lower()


def _flanks(stored: StoredClaim, figures: Sequence[StoredClaim]) -> tuple[str, str]:
    """The values of the figures that stand nearest before and after one, "" where none is near."""
    before = after = None
    for other in figures:
        if other.last_token < stored.first_token and (before is None or other.last_token > before.last_token):
            before = other
        elif other.first_token > stored.last_token and (after is None or other.first_token < after.first_token):
            after = other
    left = before.claim.value.plain if before and stored.first_token - before.last_token <= FLANK else ""
    right = after.claim.value.plain if after and after.first_token - stored.last_token <= FLANK else ""
    return left, right


def _left_out(stored: StoredClaim, times: Times) -> str:
    """The noun of a bare count that its sentence leaves out, having told it of a figure before: "from 20 boats to 16".
    That is the one behind the same small word, or else the nearest that is no part of another."""
    lower, after = times.words.lower, stored.last_token + 1
    bare = stored.claim.kind is Kind.COUNT and not stored.claim.unit and times.passage.role is not Role.CELL
    named = after < len(lower) and lower[after].isalpha() and (lower[after] not in FUNCTION_WORDS or lower[after] == OF)
    if not bare or named:
        return ""
    before = [f for f in times.figures if f.last_token < stored.first_token and f.claim.kind is not Kind.DATE]
    alike = [f for f in before if _link(f, lower) == _link(stored, lower)]
    told = alike or [f for f in before if _link(f, lower) not in PARTS]
    noun = _noun(told[-1]) if told else ""
    return "" if noun == _people() else noun


@cache
def _people() -> str:
    """The noun "people": whoever is counted after "12 people" may be told of by another word."""
    return concept(stem("people"))


def _link(stored: StoredClaim, lower: Sequence[str]) -> str:
    """The word before a figure."""
    return lower[stored.first_token - 1] if stored.first_token else ""


def _noun(stored: StoredClaim) -> str:
    claim = stored.claim
    if claim.value.sort is Sort.DATE or not claim.unit or claim.unit == "%":
        return ""
    return concept(stem(claim.unit.split()[-1]))
