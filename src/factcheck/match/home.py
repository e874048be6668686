"""Which documents the sentences around a figure speak of: a paragraph is mostly written from one source.

"It took 13 minutes, the needle 16" says of what only in the sentences before it. Where their other figures stand in one
document of the library, the figure is looked for there, and what stands there answers better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.compare import Relation
from factcheck.match.candidates import Candidate, Search
from factcheck.match.context import Context
from factcheck.match.exchange import Place, place_of
from factcheck.match.near_miss import is_telling, lapse
from factcheck.match.roles import FORMER_PART
from factcheck.match.veto import RARE
from factcheck.values import Value

# What a figure one sentence away tells, beside one of the same sentence; and one of the paragraph before or after.
FADES, OTHER_PARAGRAPH = 0.85, 0.2
# How many sentences away still tells, and how likely a figure must be to be told of.
REACH, LIKELY = 8, 0.05
# How likely a document must be the one spoken of, to be looked through and for its figures to tell.
LIKELY_HOME = 0.3
SAME = frozenset({Relation.EQUAL, Relation.CONVERTED})


def homes(searches: Sequence[Search], found: Sequence[Sequence[Candidate]]) -> list[Mapping[int, float]]:
    """For each figure: document → how likely it is that any other figure around it is stated there, or that a name
    around it is spoken of there alone."""
    held = [_held(own) for own in found]
    return [_home(at, searches, held) for at in range(len(searches))]


def _home(at: int, searches: Sequence[Search], held: Sequence[Mapping[int, float]]) -> Mapping[int, float]:
    here = searches[at].draft
    without: dict[int, float] = defaultdict(lambda: 1.0)
    named = dict(searches[at].named)
    for other, documents in enumerate(held):
        tells = _tells(here, searches[other].draft) if other != at else 0.0
        for document, probability in documents.items() if tells else ():
            without[document] *= 1.0 - tells * probability
        for document, probability in searches[other].named.items() if tells else ():
            named[document] = max(named.get(document, 0.0), tells * probability)
    for document, probability in named.items():
        without[document] *= 1.0 - probability
    return {document: 1.0 - rest for document, rest in without.items()}


def _tells(here: Context, other: Context) -> float:
    away = abs(here.claim.passage - other.claim.passage)
    if away > REACH:
        return 0.0
    paragraphs = abs(here.seat.paragraph - other.seat.paragraph)
    return FADES**away * OTHER_PARAGRAPH**paragraphs if paragraphs <= 1 else 0.0


def _held(found: Sequence[Candidate]) -> Mapping[int, float]:
    """Document → how likely it is that it states a figure with its value."""
    documents: dict[int, float] = defaultdict(float)
    for candidate in found:
        if candidate.compared.agrees:
            documents[candidate.context.claim.document] += candidate.probability
    return {document: p for document, p in documents.items() if p >= LIKELY}


def telling(draft: Value, found: Sequence[Candidate], home: Mapping[int, float]) -> list[Candidate]:
    """The candidates of a figure, each told how likely its document is the one spoken of."""
    stated, latest = _is_stated(found, home), _succeeding(found)
    return [_told(draft, candidate, home, latest, stated=stated) for candidate in found]


def _is_stated(found: Sequence[Candidate], home: Mapping[int, float]) -> bool:
    """Whether a document that is spoken of has the draft's very value, and a rare one."""
    same = (c for c in found if c.compared.relation in SAME and not c.features.other_tense)
    return any(home.get(c.context.claim.document, 0.0) >= LIKELY_HOME for c in same if c.features.rarity >= RARE)


def _succeeding(found: Sequence[Candidate]) -> frozenset[Place]:
    """Where the figures stand that the sources put in the place of the draft's own value: 353 in "fell to 353 from
    498"."""
    same = [candidate for candidate in found if candidate.compared.agrees]
    plain = max((_in_time(candidate) for candidate in same if not candidate.features.other_tense), default=0.0)
    former = [candidate for candidate in same if candidate.context.past == FORMER_PART]
    before = [c for c in former if c.features.other_tense and max(0.0, _in_time(c)) >= plain]
    places = set()
    for one in before:
        here = one.context.claim
        others = [
            place_of(other)
            for other in found
            if other.context.claim.passage == here.passage
            and other.context.past != FORMER_PART
            and other.context.kind is one.context.kind
            and other.compared.relation is Relation.DIFFERENT
        ]
        ahead = [place for place in others if place[1] < here.first_token]
        if others:
            places.add(max(ahead) if ahead else min(others))
    return frozenset(places)


def _in_time(candidate: Candidate) -> float:
    """How surely a figure holds at the draft's time."""
    measured = candidate.features
    return measured.time_same + measured.time_told - measured.time_clash


def _told(
    draft: Value, candidate: Candidate, home: Mapping[int, float], latest: frozenset[Place], *, stated: bool
) -> Candidate:
    """The candidate, told how likely its document is spoken of; and so how likely a slip that stands there is one, if
    the very value does not. A slip that tells by itself is one wherever it stands."""
    strength, measured = home.get(candidate.context.claim.document, 0.0), candidate.features
    other = candidate.context.claim.claim.value
    telling = measured.near_miss > 0 and not stated and is_telling(draft, other)
    if not strength and not telling:
        return candidate
    near = 0.0 if stated else lapse(draft, other, measured.near_miss)
    near = 1.0 if place_of(candidate) in latest else near
    return candidate.seen(measured.at_home(strength, 1.0 if telling else strength * near), candidate.blind)
