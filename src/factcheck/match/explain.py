"""The terms of a score for people: the features that decided, grouped by what they compare."""

from __future__ import annotations

from factcheck.match.candidate import Candidate
from factcheck.match.features import Features
from factcheck.match.weights import Model
from factcheck.model import Term

GROUPS = {
    "value": (
        "equal",
        "rarity",
        "loose",
        "loose_rarity",
        "implied",
        "finer",
        "near_miss",
        "distance",
        "bound",
        "bound_only",
        "grain",
    ),
    "kind": ("kind", "noun", "noun_clash", "noun_absent"),
    "words": ("local", "covers_draft", "covers_source", "shared", "rarest", "alone", "wide"),
    "nearest words": ("left", "right", "crossed", "part", "part_clash", "place"),
    "names": ("names", "names_clash", "stranger", "strange"),
    "year": ("year", "year_clash", "year_doubt", "year_inferred", "odd_year"),
    "headers": ("headers",),
    "other figures": ("taken", "rival", "known", "echo", "swapped"),
}
SMALL = 0.05


def terms(candidate: Candidate, model: Model) -> tuple[Term, ...]:
    """What each group of features added to a candidate's score, the weightiest first."""
    found = (
        Term(name, _detail(name, candidate), _worth(members, candidate, model)) for name, members in GROUPS.items()
    )
    return tuple(sorted((t for t in found if abs(t.weight) > SMALL), key=lambda t: -abs(t.weight)))


def _worth(members: tuple[str, ...], candidate: Candidate, model: Model) -> float:
    worth = dict(
        zip(Features._fields, (w * f for w, f in zip(model.weights, candidate.features, strict=True)), strict=True)
    )
    return round(sum(worth[member] for member in members), 2)


def _detail(name: str, candidate: Candidate) -> str:
    claim = candidate.context.claim.claim
    if name == "value":
        return f"{candidate.compared.relation}: {candidate.compared.reason}"
    if name == "kind":
        return " ".join((str(claim.kind), claim.unit)).strip()
    if name == "words":
        return ", ".join(candidate.shared)
    if name == "year":
        return ", ".join(map(str, sorted(candidate.context.years)))
    return ""
