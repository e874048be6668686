"""Which documents the sentences around a figure speak of: a paragraph is mostly written from one source.

"It took 13 minutes, the needle 16" says of what only in the sentences before it. Where their other figures stand in one
document of the library, the figure is looked for there, and what stands there answers better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.match.candidates import Candidate, Search
from factcheck.match.context import Context

# What a figure one sentence away tells, beside one of the same sentence; and one of the paragraph before or after.
FADES, OTHER_PARAGRAPH = 0.85, 0.2
# How many sentences away still tells, and how likely a figure must be to be told of.
REACH, LIKELY = 8, 0.05


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
    paragraphs = abs(here.paragraph - other.paragraph)
    return FADES**away * OTHER_PARAGRAPH**paragraphs if paragraphs <= 1 else 0.0


def _held(found: Sequence[Candidate]) -> Mapping[int, float]:
    """Document → how likely it is that it states a figure with its value."""
    documents: dict[int, float] = defaultdict(float)
    for candidate in found:
        if candidate.compared.agrees:
            documents[candidate.context.claim.document] += candidate.probability
    return {document: p for document, p in documents.items() if p >= LIKELY}
