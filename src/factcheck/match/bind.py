"""Chooses, for each figure of a draft, among the figures of a library that may be the same fact, or none of them.

A conditional logit: every candidate and "none" has a score, and a softmax makes probabilities of them. Thresholds on
single pairs cannot do this, because a figure has one fact and many figures look a little like it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from math import exp, log
from operator import mul
from typing import TYPE_CHECKING

from factcheck.compare import Comparison, Relation
from factcheck.lean.record import dataclass
from factcheck.match import candidates
from factcheck.match.apart import marks
from factcheck.match.candidates import Candidate, Search, search
from factcheck.match.common import Common, by_passage
from factcheck.match.comparable import comparable, compare_claims
from factcheck.match.context import Context
from factcheck.match.exchange import Place, exchanged, is_whole_of, of_others, place_of
from factcheck.match.features import Features, features
from factcheck.match.home import LIKELY_HOME, homes, telling
from factcheck.match.imprints import imprints
from factcheck.match.leaning import VERY_DATE
from factcheck.match.qualify import opposite, other_denominator, other_part
from factcheck.match.rarity import Rarity
from factcheck.match.roles import CITATION, DIFFERENCE, WHAT_WAS, is_former, of_what_was
from factcheck.match.scene import Scene
from factcheck.match.together import COPY, best_share, together
from factcheck.match.veto import Vetoed, vetoes
from factcheck.match.weights import Model, Null
from factcheck.model import Kind
from factcheck.store.protocol import Library, StoredClaim

if TYPE_CHECKING:
    from factcheck.match.kinship import Kin

OPPOSITE = Comparison(Relation.DIFFERENT, "the source tells it the other way round")
# So many documents that the sentences around a figure speak of are looked through for it.
HOMES = 2
# Within how many sentences of its paragraph another figure's fact is none of a figure's; how likely a slip is its.
NEAR, SLIPPED = 2, 0.8
# A library of which no passage holds this part of a sentence hardly speaks of it; fewer nats than these are few words.
COVERED, TERSE = 0.6, 15.0


@dataclass(frozen=True, slots=True)
class Binding:
    """A draft's figure with its candidates, best first, the probability of none, and what may not support it."""

    draft: Context
    candidates: tuple[Candidate, ...]
    none: float
    vetoed: tuple[Vetoed, ...] = ()


def score(measured: Features, weights: Features) -> float:
    """The worth of all features together, in nats."""
    nats: float = sum(map(mul, weights, measured))
    return nats


def candidates_of(searches: Sequence[Search], library: Library, scene: Scene, rarity: Rarity) -> list[list[Candidate]]:
    """For each figure of a draft the comparable figures that share words or value with it."""
    drafts = [one.draft for one in searches]
    scene.almanac.read({document for one in searches for document in one.dated})
    found = [
        [claim for claim in own if comparable(draft.claim.claim, claim.claim)]
        for draft, own in zip(drafts, candidates.equal(drafts, library, rarity.kin), strict=True)
    ]
    around = [
        list(dict.fromkeys([*one.around(scene.almanac), *(claim.passage for claim in own if is_former(claim.claim))]))
        for one, own in zip(searches, found, strict=True)
    ]
    equal = [
        [claim for claim in own if claim.passage not in numbers]
        for own, numbers in zip(found, map(frozenset, around), strict=True)
    ]
    measured = _measured(drafts, around, equal, scene, rarity)
    return [together(draft, own) for draft, own in zip(drafts, of_others(drafts, measured), strict=True)]


def _measured(
    drafts: Sequence[Context],
    passages: Sequence[Sequence[int]],
    others: Sequence[Sequence[StoredClaim]],
    scene: Scene,
    rarity: Rarity,
) -> list[list[Candidate]]:
    """For each figure the comparable figures of some passages, and other ones. All are read before one is measured: a
    question a figure takes longer."""
    every = {number for numbers in passages for number in numbers}
    every.update(claim.passage for own in others for claim in own)
    scene.claims_of(sorted(every))
    pairs = [_pairs(*own, scene) for own in zip(drafts, passages, others, strict=True)]
    scene.foresee(claim for own in pairs for claim, _ in own)
    scene.make(claim for own in pairs for claim, _ in own)
    rarity.learn_values(claim.claim.value for own in pairs for claim, compared in own if compared.agrees)
    return [_candidates(draft, own, scene, rarity) for draft, own in zip(drafts, pairs, strict=True)]


def _pairs(
    draft: Context, numbers: Sequence[int], others: Sequence[StoredClaim], scene: Scene
) -> list[tuple[StoredClaim, Comparison]]:
    """The figures of some passages, and other ones, that can be compared with a draft's, each with what that yields."""
    mine = draft.claim.claim
    found = [claim for claims in scene.claims_of(numbers).values() for claim in claims]
    found += [*others, *imprints(draft, numbers, scene)]
    pairs = ((one, compare_claims(mine, one.claim, draft.value)) for one in found if comparable(mine, one.claim))
    return [pair for pair in pairs if pair[1].relation is not Relation.INCOMPARABLE]


def _candidates(
    draft: Context, pairs: Sequence[tuple[StoredClaim, Comparison]], scene: Scene, rarity: Rarity
) -> list[Candidate]:
    both = by_passage(draft)
    if draft.past in WHAT_WAS and draft.part != "start":
        pairs = of_what_was(pairs)
    made = (_candidate(draft, scene.context(claim), compared, rarity, both) for claim, compared in pairs)
    return [candidate for candidate in made if candidate is not None]


def _candidate(
    draft: Context, source: Context, compared: Comparison, rarity: Rarity, both: Callable[[Context], Common]
) -> Candidate | None:
    if compared.agrees and opposite(draft, source):
        compared = OPPOSITE
    if other_denominator(draft, source):
        return None
    # "Prior to 2016" is true where it was prior to 2014, and yet is another date.
    if compared.agrees and draft.kind is Kind.DATE and draft.value.bound == source.value.bound != "":
        compared = compare_claims(draft.claim.claim, source.claim.claim, draft.claim.claim.value)
    met, differs = both(source), compared.relation is Relation.DIFFERENT
    cites = draft.dateline == source.dateline == CITATION
    if cites and met.mine < (COPY if differs else COVERED):
        return None
    stamped = source.dateline or (draft.dateline and draft.kind is not Kind.DATE)
    if differs and ((stamped and not cites) or (draft.part == DIFFERENCE) != (source.part == DIFFERENCE)):
        return None
    if other_part(draft, source, differs=differs and compared is not OPPOSITE):
        return None
    if source.part in ("end", "before") and draft.value.bound == "<" and draft.value.plain == source.value.plain:
        compared = VERY_DATE
    return Candidate(source, compared, features(draft, source, compared, rarity, met), met)


def weigh(draft: Context, found: Sequence[Candidate], model: Model, kin: Kin | None = None) -> Binding:
    """The candidates, which know how well they answer values aside, with their scores and probabilities.

    kin: the documents that are kin to the draft, if some of the library are not
    """
    barred = vetoes(found, model.margin, marks(draft), kin)
    standing = [c.rated(score(c.features, model.weights)) for c, veto in zip(found, barred, strict=True) if not veto]
    vetoed = sorted((veto for veto in barred if veto), key=lambda veto: -veto.candidate.blind)
    return _weighed(draft, standing, nothing(draft, found, model), tuple(vetoed))


def nothing(draft: Context, found: Sequence[Candidate], model: Model) -> float:
    """The score of "no source speaks of it"."""
    return sum(weight * told for weight, told in zip(model.none, null(draft, found), strict=True))


def null(draft: Context, found: Sequence[Candidate]) -> Null:
    """What speaks for a library that does not speak of a figure."""
    return Null(
        always=1.0,
        candidates=log(1 + len(found)),
        uncovered=max(0.0, COVERED - best_share(found)),
        terse=1.0 / (1.0 + draft.sum / TERSE),
    )


def _weighed(draft: Context, scored: Sequence[Candidate], nothing: float, vetoed: tuple[Vetoed, ...]) -> Binding:
    ordered = sorted(scored, key=lambda c: (-c.score, c.context.claim.passage, c.context.claim.first_token))
    top = max([nothing, *(c.score for c in scored)])
    masses = [exp(c.score - top) for c in ordered]
    none = exp(nothing - top)
    total = sum(masses) + none
    likely = tuple(c.rated(c.score, mass / total) for c, mass in zip(ordered, masses, strict=True))
    return Binding(draft, likely, none / total, vetoed)


def bind(drafts: Sequence[Context], library: Library, scene: Scene, rarity: Rarity, model: Model) -> list[Binding]:
    """Each figure of a draft with its candidates."""
    searches = search(drafts, library, rarity, scene.almanac)
    found = at_home(searches, candidates_of(searches, library, scene, rarity), scene, rarity, model)
    answers = answering(drafts, found, model)
    return [weigh(draft, own, model, rarity.kin) for draft, own in zip(drafts, answers, strict=True)]


def at_home(
    searches: Sequence[Search], found: Sequence[list[Candidate]], scene: Scene, rarity: Rarity, model: Model
) -> list[list[Candidate]]:
    """The candidates, with more from the documents that the sentences around speak of, and told which stand there."""
    drafts = [one.draft for one in searches]
    answers = answering(drafts, found, model)
    first = [weigh(draft, own, model, rarity.kin) for draft, own in zip(drafts, answers, strict=True)]
    there = homes(searches, [binding.candidates for binding in first])
    likely = [
        sorted((d for d in home if home[d] >= LIKELY_HOME), key=lambda d: (-home[d], d))[:HOMES] for home in there
    ]
    scene.almanac.read({document for documents in likely for document in documents})
    numbers = [_more(*own, scene) for own in zip(searches, likely, strict=True)]
    more = of_others(drafts, _measured(drafts, numbers, [()] * len(drafts), scene, rarity))
    told = []
    for draft, own, added, home in zip(drafts, found, more, there, strict=True):
        new = _unknown(added, own) if added else []
        whole = together(draft, [*own, *new]) if new else own
        told.append(telling(draft.claim.claim.value, whole, home))
    return told


def _unknown(added: Sequence[Candidate], own: Sequence[Candidate]) -> list[Candidate]:
    """Those of some candidates that are not among others. (By place, for to hash a whole claim takes long.)"""
    known: dict[tuple[int, int, int], list[StoredClaim]] = {}
    for candidate in own:
        known.setdefault(_spot(candidate), []).append(candidate.context.claim)
    return [one for one in added if one.context.claim not in known.get(_spot(one), ())]


def _spot(candidate: Candidate) -> tuple[int, int, int]:
    claim = candidate.context.claim
    return claim.passage, claim.first_token, claim.last_token


def _more(one: Search, likely: Sequence[int], scene: Scene) -> list[int]:
    """The passages to look through anew, some documents being those that the sentences around speak of. (Of a passage
    that was found by an equal value alone the other figures are not known yet.)"""
    if not likely:
        return []
    read = set(one.around(scene.almanac))
    return [number for number in one.there(scene.almanac, likely) if number not in read]


def answering(drafts: Sequence[Context], found: Sequence[list[Candidate]], model: Model) -> list[list[Candidate]]:
    """The candidates, each told how well it answers values aside, and which of them stand crosswise.

    A figure states one fact of a sentence: what another figure of the draft's sentence says is no rival here, if that
    one answers to it as well; if it does not, the two may be exchanged. Nor is what a sentence close by says.
    """
    told = exchanged(drafts, [[c.seen(c.features, score(c.features, model.blind)) for c in own] for own in found])
    stated = [_stated(own) for own in told]
    beside = [_claimed([stated[o] for o in _around(at, drafts, 0)]) for at in range(len(drafts))]
    near = [_claimed([stated[o] for o in _around(at, drafts, NEAR)]) for at in range(len(drafts))]
    exact = [frozenset(place_of(c) for c in own if c.compared.relation is Relation.EQUAL) for own in told]
    given = [frozenset[Place]().union(*(exact[o] for o in _around(at, drafts, 0))) for at in range(len(drafts))]
    return [
        [
            c
            for c in own
            if (c.compared.agrees and not _is_given(c, elsewhere))
            or c.features.swapped > 0
            or (not c.compared.agrees and _is_free(c, draft, by, close))
        ]
        for draft, own, by, close, elsewhere in zip(drafts, told, beside, near, given, strict=True)
    ]


def _is_given(candidate: Candidate, exactly: Collection[Place]) -> bool:
    """Whether another figure of the draft's sentence is the very one that this one is only about: "2,432 burnt, about
    2,500 stand"."""
    return candidate.compared.relation is not Relation.EQUAL and place_of(candidate) in exactly


def _around(at: int, drafts: Sequence[Context], reach: int) -> Iterator[int]:
    """The other figures of a figure's sentence, and of those so close to it in its paragraph."""
    here = drafts[at]
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(drafts) and (
            abs(drafts[other].claim.passage - here.claim.passage) <= reach or drafts[other].is_beside(here)
        ):
            if drafts[other].seat.paragraph == here.seat.paragraph:
                yield other
            other += step


def _is_free(rival: Candidate, draft: Context, beside: Mapping[Place, float], near: Mapping[Place, float]) -> bool:
    """Whether a source's figure that another figure of the draft states may be this one's all the same: it answers to
    this one better, and is no whole of which this one is a part."""
    place = place_of(rival)
    if rival.features.taken:
        return rival.blind > beside.get(place, math.inf) and not is_whole_of(rival.context, draft)
    return rival.blind > near.get(place, -math.inf)


def _stated(found: Sequence[Candidate]) -> list[tuple[Place, float]]:
    """The figures of the sources whose value a figure has, or is a plain slip for, with how well each answers to it."""
    return [(place_of(c), c.blind) for c in found if c.compared.agrees or c.features.lapse >= SLIPPED]


def _claimed(others: Sequence[Sequence[tuple[Place, float]]]) -> dict[Place, float]:
    """The figures of the sources whose value another figure of the draft has, with how well they answer."""
    best: dict[Place, float] = {}
    for place, blind in (pair for stated in others for pair in stated):
        best[place] = max(best.get(place, -math.inf), blind)
    return best
