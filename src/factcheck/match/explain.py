"""The terms of a score for people: the features that decided, grouped by what they compare."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lexicon.concepts import concept
from factcheck.match.candidates import Candidate
from factcheck.match.weights import Model
from factcheck.model import Term
from factcheck.text.stem import stem
from factcheck.text.tokens import tokenise

GROUPS = {
    "value": tuple(
        "equal rarity loose loose_rarity implied finer near_miss distance scale bound bound_only bound_gap "
        "grain".split()
    ),
    "kind": ("kind", "noun", "noun_clash", "noun_absent"),
    "words": tuple("local covers_draft covers_source shared rarest alone wide coverage carry union verbatim".split()),
    "nearest words": ("left", "right", "flanks", "part", "part_clash", "other_tense", "place", "dominated"),
    "names": ("names", "names_clash", "stranger", "strange"),
    "time": tuple("time_same time_told time_clash time_doubt date_differs year year_clash year_doubt".split()),
    "owner": ("owner_same", "owner_clash", "owner_doubt"),
    "headers": ("headers",),
    "other figures": ("taken", "mates", "strangers", "known", "echo", "swapped", "home", "lapse"),
}
# So few nats, a twentieth, turn no verdict and are not told.
SMALL = 0.05


def terms(candidate: Candidate, model: Model) -> tuple[Term, ...]:
    """What each group of features added to a candidate's score, the weightiest first."""
    found = (
        Term(name, _detail(name, candidate), _worth(members, candidate, model)) for name, members in GROUPS.items()
    )
    return tuple(sorted((t for t in found if abs(t.weight) > SMALL), key=lambda t: -abs(t.weight)))


def _worth(members: tuple[str, ...], candidate: Candidate, model: Model) -> float:
    worth: dict[str, float] = model.weights._asdict()
    measured: dict[str, float] = candidate.features._asdict()
    return round(sum(worth[member] * measured[member] for member in members), 2)


def _detail(name: str, candidate: Candidate) -> str:
    claim, context = candidate.context.claim.claim, candidate.context
    shared = candidate.both.words
    if name == "value":
        return f"{candidate.compared.relation}: {candidate.compared.reason}"
    if name == "kind":
        return " ".join((str(claim.kind), claim.unit)).strip()
    if name == "words":
        return ", ".join(_written(claim.sentence, shared))
    if name == "nearest words":
        return ", ".join(_written(claim.sentence, (*reversed(context.left), *context.right)))
    if name == "names":
        return ", ".join(_written(claim.sentence, sorted(context.names & set(shared))))
    if name == "time":
        return ", ".join(map(str, sorted(context.years)))
    return ""


def _written(sentence: str, concepts: Sequence[str]) -> list[str]:
    """The words of a source's sentence that stand for these concepts, as they are written there."""
    words = {concept(stem(word)): word for word in reversed(tokenise(sentence).words) if stem(word)}
    return [words.get(wanted, wanted.lstrip("~")) for wanted in concepts]
