"""Chooses, for each figure of a draft, among the figures of a library that may be the same fact, or none of them.

A conditional logit: every candidate and "none" has a score, and a softmax makes probabilities of them. Thresholds on
single pairs cannot do this, because a figure has one fact and many figures look a little like it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log

from factcheck.compare import Relation
from factcheck.match import candidates
from factcheck.match.candidates import Candidate
from factcheck.match.company import Company, company
from factcheck.match.comparable import comparable, compare_claims
from factcheck.match.context import DIFFERENCE, Context
from factcheck.match.crossed import crossed
from factcheck.match.features import Features, features
from factcheck.match.leaning import VERY_DATE
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.match.weights import Model
from factcheck.store.protocol import Library, StoredClaim


@dataclass(frozen=True, slots=True)
class Binding:
    """A draft's figure with its candidates, best first, and the probability of none."""

    draft: Context
    candidates: tuple[Candidate, ...]
    none: float


def score(measured: Features, model: Model) -> float:
    """The worth of all features together, in nats."""
    return sum(weight * feature for weight, feature in zip(model.weights, measured, strict=True))


def candidates_of(draft: Context, library: Library, scene: Scene, rarity: Rarity) -> list[Candidate]:
    """The comparable figures that share words or value with a draft's."""
    numbers = candidates.passages(draft, library, rarity)
    found = [claim for claims in scene.claims_of(numbers).values() for claim in claims]
    seen = frozenset(numbers)
    found += [claim for claim in candidates.equal(draft, library) if claim.passage not in seen]
    mine = draft.claim.claim
    made = (_candidate(draft, claim, scene, rarity) for claim in found if comparable(mine, claim.claim))
    return [candidate for candidate in made if candidate is not None]


def _candidate(draft: Context, claim: StoredClaim, scene: Scene, rarity: Rarity) -> Candidate | None:
    compared = compare_claims(draft.claim.claim, claim.claim, draft.value)
    if compared.relation is Relation.INCOMPARABLE:
        return None
    source = scene.context(claim)
    if compared.relation is Relation.DIFFERENT and (
        source.dateline or (draft.part == DIFFERENCE) != (source.part == DIFFERENCE)
    ):
        return None
    if source.part in ("end", "before") and draft.value.bound == "<" and draft.value.plain == claim.claim.value.plain:
        compared = VERY_DATE
    measured = features(draft, source, compared, rarity)
    shared = tuple(word for word in draft.near if word in source.near)
    return Candidate(source, compared, measured, shared)


def weigh(draft: Context, found: Iterable[Candidate], model: Model) -> Binding:
    """The candidates with their scores and probabilities."""
    return _weighed(draft, [c.rated(score(c.features, model)) for c in found], model)


def _weighed(draft: Context, scored: Sequence[Candidate], model: Model) -> Binding:
    ordered = sorted(scored, key=lambda c: (-c.score, c.context.claim.passage, c.context.claim.first_token))
    nothing = model.none + model.none_by_candidates * log(1 + len(ordered))
    top = max([nothing, *(c.score for c in ordered[:1])])
    masses = [exp(c.score - top) for c in ordered]
    none = exp(nothing - top)
    total = sum(masses) + none
    likely = tuple(c.rated(c.score, mass / total) for c, mass in zip(ordered, masses, strict=True))
    return Binding(draft, likely, none / total)


def bind(drafts: Sequence[Context], library: Library, scene: Scene, rarity: Rarity, model: Model) -> list[Binding]:
    """Each figure of a draft with its candidates."""
    found = [candidates_of(draft, library, scene, rarity) for draft in drafts]
    bindings = [weigh(draft, near, model) for draft, near in zip(drafts, crossed(drafts, found), strict=True)]
    kept = company(binding.candidates for binding in bindings)
    return [_in_company(binding, kept.without(binding.candidates), model) for binding in bindings]


def _in_company(binding: Binding, kept: Company, model: Model) -> Binding:
    """The binding weighed again by the documents that the draft's other figures come from."""
    worth = {document: kept.worth(document) for document in {c.context.claim.document for c in binding.candidates}}
    scored = [c.rated(c.score + worth[c.context.claim.document]) for c in binding.candidates]
    return _weighed(binding.draft, scored, model) if any(worth.values()) else binding
