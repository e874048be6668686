"""The part of a library that may be about what a draft is about: the documents that share rare names with it.

In a large library of mixed subjects every figure finds an accidental partner somewhere, and the more words are known,
the rarer each subject's own words look. Two texts on different subjects hardly ever share several rare names. Binding
therefore works on the documents akin to the draft alone, as if there were no others: a verdict does not change when
unrelated documents are added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log

from factcheck.match.concepts import stems_of
from factcheck.match.passage_words import words_of
from factcheck.store.excerpt import excerpt
from factcheck.store.protocol import Library, StoredPassage

# So many passages, or fewer, are all looked into, whatever they are about.
SMALL = 1200
# A name is worth what it has above this part of the nats that the rarest can have. Two texts on one subject share names
# worth more than this for every e-fold by which a library exceeds the small one: measured on 20 MB of unrelated prose,
# where documents on a draft's subject share 4 to 40 nats with it and others hardly ever more than 5.
RARE = 0.5
WORTH_PER_FOLD = 1.3
# Names are compared section by section, so that a long draft is not akin to everything.
SECTION = 60


def akin(draft: Library, library: Library) -> Library:
    """The documents of a library that are akin to a draft, held in memory."""
    size = library.passage_count()
    if size <= SMALL:
        return excerpt(library, sorted(library.documents()))
    least = WORTH_PER_FOLD * log(size / SMALL)
    worth: dict[int, float] = defaultdict(float)
    passages = list(draft.all_passages())
    for start in range(0, len(passages), SECTION):
        names = _names(passages[start : start + SECTION], draft)
        for document, shared in _shared(names, library, size).items():
            worth[document] = max(worth[document], shared)
    best = sorted((number for number, shared in worth.items() if shared >= least), key=lambda n: (-worth[n], n))
    return excerpt(library, best)


def _names(passages: Sequence[StoredPassage], draft: Library) -> set[str]:
    """The words written with a capital that are no part of a figure: months and weekdays name no subject."""
    claims = draft.claims(passage.id for passage in passages)
    names: set[str] = set()
    for passage in passages:
        words = words_of(passage.text, passage.stems)
        figures = (c for c in claims.get(passage.id, ()) if c.claim.kind.is_figure)
        dated = {words.concepts[at] for c in figures for at in range(c.first_token, c.last_token + 1)}
        names |= words.names - dated
    return names


def _shared(names: Iterable[str], library: Library, size: int) -> dict[int, float]:
    """The worth of the rare names that each document shares."""
    known = {name: stems_of(name) for name in names}
    frequencies = library.frequencies({stem for stems in known.values() for stem in stems})
    worth: dict[int, float] = defaultdict(float)
    for _, stems in sorted(known.items()):
        frequency = sum(frequencies.get(stem, 0) for stem in stems)
        surplus = log(size / (frequency + 1)) - RARE * log(size)
        if frequency and surplus > 0:
            for document in {library.document_of(p) for stem in stems for p in library.postings(stem)}:
                worth[document] += surplus
    return worth
