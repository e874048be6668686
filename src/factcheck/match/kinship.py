"""Which documents of a large library speak of what a text speaks of: those that have its names.

How much a shared word or an equal value tells depends on how rare it is among texts about the same thing. "Velm" proves
little where every document is about Velm, however many more the library holds on other things; "2018" proves little in
a library about an election of that year. So rarity is counted among the kin, and among equals they come first. A figure
is looked for in the whole library all the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log

from factcheck.lean.record import NamedTuple
from factcheck.lexicon.concepts import stems_of
from factcheck.match.passage_words import words_of
from factcheck.store.protocol import Library, Notation, StoredClaim, StoredPassage
from factcheck.values import Sort

# A name that more passages have tells no document from another.
COMMON = 2_000
# A document is kin that has so much of the names of the nearest one, each name by its rarity; one that has less than
# the second speaks of something else.
KIN, FAR = 0.3, 0.1
# So many passages of the kin are read; and so many of the nearest documents, be they kin or not: a few passages know
# little about how rare a word is.
READ, LEAST = 2_000, 1_200


class Kin(NamedTuple):
    """The documents that are kin to a text, and what was read of them.

    documents: the nearest first, each with how near it is, 1 for the nearest; those that speak of something else are
    left out
    passages, stems: how many passages were read, and in how many of them each stem stands
    sorts, values: how many figures there are of each sort, and those with each value
    """

    documents: Mapping[int, float]
    passages: int
    stems: Mapping[str, int]
    sorts: Mapping[Sort, int]
    values: Mapping[Notation, Sequence[StoredClaim]]

    def nearness(self, document: int) -> float:
        """How near a document is to the text, from 0 to 1."""
        return self.documents.get(document, 0.0)


def kin(draft: Library, library: Library) -> Kin | None:
    """The documents that are kin to a draft; None where the library has none of its names."""
    count = int(library.meta["documents"])
    near = _near(draft, library, count)
    top = max(near.values(), default=0.0)
    likely = sum(nearness >= KIN * top for nearness in near.values())
    if not near:
        return None
    ordered = sorted(near, key=lambda document: (-near[document], document))
    passages = list(_read(ordered, likely, library, max(1, READ * count // library.passage_count())))
    values: dict[Notation, list[StoredClaim]] = defaultdict(list)
    for own in library.claims([passage.id for passage in passages]).values():
        for stored in own:
            values[stored.claim.value.sort, stored.claim.value.plain].append(stored)
    return Kin(
        {document: near[document] / top for document in ordered if near[document] >= FAR * top},
        len(passages),
        Counter(stem for passage in passages for stem in set(passage.stems)),
        Counter({sort: sum(len(own) for (its, _), own in values.items() if its is sort) for sort in Sort}),
        values,
    )


def _near(draft: Library, library: Library, count: int) -> Mapping[int, float]:
    """The documents that have names of a draft, each with the squared rarities (in nats) of those that it has."""
    names = frozenset[str]().union(*(words_of(p.text, tuple(p.stems)).names for p in draft.all_passages()))
    stems = {stem for name in names for stem in stems_of(name)}
    telling = [stem for stem, passages in library.frequencies(stems).items() if passages <= COMMON]
    near: dict[int, float] = defaultdict(float)
    # In one order, whichever a set has: sums of fractions depend on it.
    for _, found in sorted(library.postings(telling).items()):
        documents = set(map(library.document_of, found))
        # Squared: a few names that hardly any document has tell more than many that a good part of them have.
        tells = log((count + 1) / (len(documents) + 1)) ** 2
        for document in documents:
            near[document] += tells
    return near


def _read(ordered: Sequence[int], likely: int, library: Library, at_a_time: int) -> Iterator[StoredPassage]:
    """The passages of the nearest documents, the first `likely` of which are kin, so far as they are read."""
    read = 0
    for first in range(0, len(ordered), at_a_time):
        some = ordered[first : first + at_a_time]
        passages = library.passages_of(some)
        for at, document in enumerate(some, first):
            if read >= (READ if at < likely else LEAST):
                return
            read += len(passages[document])
            yield from passages[document]
