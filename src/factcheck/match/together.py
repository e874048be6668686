"""What the candidates of one figure tell about each other: which passage holds most of the sentence, which holds its
other figures, and which figure of a passage stands where the draft's does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.match.candidates import Candidate
from factcheck.match.context import Context

# How much better another figure of the passage must stand for the draft's, to be all that counts.
FULL = 2.0
# How much of each sentence the other must hold to be the same one.
COPY = 0.97


def together(draft: Context, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each told how it stands among the others."""
    best = best_share(found)
    fits = [fit(candidate) for candidate in found]
    tops: dict[int, float] = {}
    for candidate, value in zip(found, fits, strict=True):
        passage = candidate.context.claim.passage
        tops[passage] = max(value, tops.get(passage, value))
    told = []
    for candidate, value in zip(found, fits, strict=True):
        top = tops[candidate.context.claim.passage]
        held = _mates(draft.siblings, candidate.context.values) if draft.siblings else 0.0
        lacked = 1.0 - held if draft.siblings and candidate.context.siblings else 0.0
        copy, dominated = float(_is_copy(candidate)), min(1.0, (top - value) / FULL)
        measured = candidate.features.among(candidate.both.held / best if best else 0.0, held, copy, lacked, dominated)
        told.append(Candidate(candidate.context, candidate.compared, measured, candidate.both))
    return told


def _is_copy(candidate: Candidate) -> bool:
    """Whether both sentences have the same words."""
    return min(candidate.features.covers_draft, candidate.features.covers_source) >= COPY


def fit(candidate: Candidate) -> float:
    """How well a figure stands where the draft's does, whatever the values: its nearest words, noun, part and names."""
    f = candidate.features
    near = 3.0 * f.local + 0.7 * f.left + 0.7 * f.right + 0.8 * f.part - 0.8 * f.part_clash
    return near + f.noun - 1.5 * f.noun_clash - 0.5 * f.stranger - 0.3 * f.strange + f.kind


def best_share(found: Sequence[Candidate]) -> float:
    """The largest part of the sentence that the passage of any candidate holds."""
    return max([candidate.both.held for candidate in found], default=0.0)


@lru_cache(maxsize=4096)
def _mates(others: frozenset[str], there: frozenset[str]) -> float:
    """What part of the draft sentence's other figures the source's passage has. (Asked anew of all its figures.)"""
    tails = {plain[4:] for plain in there if plain[4:5] == "-"}
    held = sum(plain in there or (plain[:4] == "XXXX" and plain[4:] in tails) for plain in others)
    return held / len(others)
