"""What a figure's sentence is about beyond its own words: the sentences before it, its headings, its document's title.

A cell, a bullet or a short sentence holds one or two words; what it speaks of was said before. The weights are those of
a study of terse items: the nearer, the more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.match.passage_words import bag_of, concepts_of
from factcheck.store.protocol import StoredPassage

# The sentences of the paragraph before, the nearest first; the sentence after.
EARLIER = (0.7, 0.5, 0.35)
NEXT = 0.3
# The nearest heading, and what each one farther out keeps of that; the title.
HEADING, OUTER = 0.5, 0.8
TITLE = 0.4


def topic(
    passage: StoredPassage, before: Sequence[StoredPassage], after: Sequence[StoredPassage], title: str
) -> Mapping[str, float]:
    """Concept → weight, of what stands around a passage and not in it. `before` ends with the nearest."""
    found: dict[str, float] = {}
    for text, weight in _texts(passage, before, after, title):
        for concept in sorted(text):
            if weight > found.get(concept, 0.0):
                found[concept] = weight
    own = bag_of(passage.stems)
    return {concept: weight for concept, weight in found.items() if concept not in own}


def _texts(
    passage: StoredPassage, before: Sequence[StoredPassage], after: Sequence[StoredPassage], title: str
) -> list[tuple[frozenset[str], float]]:
    own = [other for other in reversed(before) if other.paragraph == passage.paragraph]
    texts = [(bag_of(other.stems), weight) for other, weight in zip(own, EARLIER, strict=False)]
    texts += [(bag_of(other.stems), NEXT) for other in after[:1] if other.paragraph == passage.paragraph]
    texts += [(concepts_of(text), HEADING * OUTER**out) for out, text in enumerate(reversed(passage.headings))]
    return [*texts, (concepts_of(title), TITLE)]
