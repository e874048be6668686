"""Finds the passages of a whole library that may hold a figure's fact, at a bounded cost whatever its size."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, islice, repeat
from operator import add
from typing import TYPE_CHECKING

from factcheck.compare import Comparison
from factcheck.lean.record import NamedTuple
from factcheck.lexicon.concepts import stems_of
from factcheck.match.almanac import Almanac
from factcheck.match.common import Common
from factcheck.match.context import Context
from factcheck.match.features import Features
from factcheck.match.passage_words import concepts_of
from factcheck.match.rarity import Rarity
from factcheck.match.stretch import notation
from factcheck.model import Kind
from factcheck.store.protocol import Library, StoredClaim

if TYPE_CHECKING:
    from factcheck.match.kinship import Kin

# How many words of a figure's sentence and of its topic are looked up, how many postings are walked, how many passages
# are kept.
WORDS, TOPIC_WORDS = 12, 6
POSTINGS = 20_000
PASSAGES = 40
# Among so many times more the least good of them is sought first.
FEW = 25
EQUAL_VALUES = 40
# What the nearest of the documents that are kin to the draft gains, as a part of what a passage with all the words has;
# among so many times more the kin are sought.
KINSHIP, WIDER = 0.35, 20
# What a word of the topic counts beside one of the sentence.
TOPIC = 0.35
# What a document of the day gains, as a part of what a passage with all the words has; how many of its passages are
# kept though others hold more of the words, and of how many documents; and how many of the documents that the sentences
# around speak of: a paragraph is mostly written from one, whatever words it shares with it.
DATED = 0.25
MORE, DOCUMENTS, AT_HOME = 24, 8, 72


# How likely a document is the one spoken of, by in how many documents a name of the sentence stands; a name of more
# passages than these is not looked into.
NAMED, FEW_NAMED, MANY_NAMED = (0.0, 0.8, 0.5, 0.3), 120, 1_000
# What a name of the sentences before it tells beside one of its own.
BEFORE = 0.85


# A word of a figure by one of its stems, with what a passage that has it gains.
Step = tuple[float, str, str]


class Candidate(NamedTuple):
    """A source's figure that may be the fact, with what was measured and how likely it is.

    blind: how well it answers whatever the two values are, in nats; score: with them
    """

    context: Context
    compared: Comparison
    features: Features
    both: Common
    blind: float = 0.0
    score: float = 0.0
    probability: float = 0.0

    def rated(self, score: float, probability: float = 0.0) -> Candidate:
        """The same figure with another score. (There are many, and `_replace` takes three times as long.)"""
        return Candidate(self.context, self.compared, self.features, self.both, self.blind, score, probability)

    def seen(self, features: Features, blind: float) -> Candidate:
        """The same figure, measured anew."""
        return Candidate(self.context, self.compared, features, self.both, blind)


class Gains(NamedTuple):
    """What passages gain for a figure: those that hold a word of it, those of the documents of its day if they hold
    any, those that name the day."""

    words: Sequence[tuple[float, Sequence[int]]] = ()
    day: float = 0.0
    dated: frozenset[int] = frozenset()
    naming: frozenset[int] = frozenset()

    def scores(self, almanac: Almanac, documents: Collection[int] | None = None) -> dict[int, float]:
        """The score of every passage that gains anything, or of those of some documents alone.

        The former are thousands a figure, and kept for none: a draft with hundreds would fill the memory.
        """
        scores: dict[int, float] = {}
        stretches = None if documents is None else list(_stretches(documents, almanac))
        for weight, found in self.words:
            _add(scores, found if stretches is None else _within(found, stretches), weight)
        if self.dated:
            _add(scores, list(almanac.within(scores, self.dated)), self.day)
        naming = self.naming if stretches is None else self.naming & almanac.passages(documents or ())
        _add(scores, naming, self.day)
        return scores


class Search(NamedTuple):
    """What was found in a library for one figure of a draft.

    passages: those that share most with its sentence and topic, best first; named: document → how likely a name that
    few documents have makes it the one that the sentence speaks of
    """

    draft: Context
    passages: Sequence[int]
    gains: Gains = Gains()
    named: Mapping[int, float] = {}

    @property
    def dated(self) -> frozenset[int]:
        """The documents of its day, if they are few."""
        return self.gains.dated if len(self.gains.dated) <= DOCUMENTS else frozenset()

    def around(self, almanac: Almanac) -> Sequence[int]:
        """The passages, and more of the documents of the day."""
        dated = _of_documents(self, self.dated, almanac, MORE) if self.dated else ()
        return list(dict.fromkeys((*self.passages, *dated)))

    def there(self, almanac: Almanac, home: Collection[int]) -> Sequence[int]:
        """More of the documents that its sentence speaks of, each once."""
        return _of_documents(self, home, almanac, AT_HOME)


def search(drafts: Sequence[Context], library: Library, rarity: Rarity, almanac: Almanac) -> list[Search]:
    """Look for figures in a library; all passages are found, where they are no more than are kept."""
    if library.passage_count() <= PASSAGES:
        every = sorted({claim.passage for claim in library.all_claims()})
        return [Search(draft, every) for draft in drafts]
    keys = [list(_keys(draft)) for draft in drafts]
    walks = [_walk(own, rarity) for own in keys]
    postings = library.postings({stem for walk in walks for _, _, stem in walk})
    almanac.foresee(filter(None, map(_day, drafts)))
    return [
        _search(draft, sum(weight for weight, _ in own), walk, postings, almanac, rarity.kin)
        for draft, own, walk in zip(drafts, keys, walks, strict=True)
    ]


def _walk(keys: Sequence[tuple[float, str]], rarity: Rarity) -> list[Step]:
    """The words to look for as far as the budget goes."""
    chosen: list[Step] = []
    known = False
    walked = 0
    # The rarest words are walked first: where the budget ends, only common ones are left.
    for weight, word in sorted(keys, key=lambda pair: (-rarity.of_word(pair[1]), pair[1])):
        for stem in stems_of(word):
            walked += rarity.passages_with(stem)
            if walked > POSTINGS and known:
                break
            chosen.append((weight, word, stem))
            known = known or rarity.passages_with(stem) > 0
    return chosen


def _search(
    draft: Context,
    most: float,
    walk: Sequence[Step],
    postings: Mapping[str, Sequence[int]],
    almanac: Almanac,
    kin: Kin | None,
) -> Search:
    """The passages that share most with a figure. most: what one with all its words gains"""
    named: dict[int, float] = {}
    owner = _owner(draft)
    bearing: list[set[int]] = []
    for _, word, stem in walk:
        found = postings.get(stem, ())
        if len(found) <= FEW_NAMED and (word in draft.named or word in draft.named_before):
            _name(named, set(map(almanac.home, found)), 1.0 if word in draft.named else BEFORE)
        if word in owner and len(found) <= MANY_NAMED:
            bearing.append(set(map(almanac.home, found)))
    if len(bearing) > 1:
        _name(named, set.intersection(*bearing), 1.0)
    naming = almanac.naming(day) if (day := _day(draft)) else frozenset[int]()
    words = [(weight, postings.get(stem, ())) for weight, _, stem in walk]
    gains = Gains(words, DATED * most, almanac.around(draft.moment), naming)
    scores = gains.scores(almanac)
    if kin:
        some = _best(scores, WIDER * PASSAGES)
        scores = {one: scores[one] + KINSHIP * most * kin.nearness(almanac.home(one)) for one in some}
    return Search(draft, _best(scores, PASSAGES), gains, named)


def _owner(draft: Context) -> frozenset[str]:
    """The words of a name whose figure it is: "James Roe" may stand in one document, "James" and "Roe" in many."""
    owner = draft.claim.claim.frame.owner
    return concepts_of(owner.value) if owner else frozenset()


def _name(named: dict[int, float], documents: Collection[int], told: float) -> None:
    """Note that a name of the sentence, or of one before it, stands in these documents and in no other."""
    strength = told * NAMED[len(documents)] if len(documents) < len(NAMED) else 0.0
    for document in documents if strength else ():
        named[document] = max(named.get(document, 0.0), strength)


def _best(scores: Mapping[int, float], count: int) -> list[int]:
    """The passages with the highest scores, of equal ones the first."""
    # The best of the first few are no better than the best of all: most others need not be sorted.
    some = sorted(islice(scores.values(), FEW * count))
    least = some[-count] if len(some) >= count else -math.inf
    return [passage for _, passage in sorted([(-s, passage) for passage, s in scores.items() if s >= least])[:count]]


def _add(scores: dict[int, float], passages: Collection[int], weight: float) -> None:
    """Add to the scores of some passages, each of which is there once: thousands a figure, hence without a loop."""
    scores.update(zip(passages, map(add, map(scores.get, passages, repeat(0.0)), repeat(weight)), strict=False))


def _stretches(documents: Collection[int], almanac: Almanac) -> Iterator[tuple[int, int]]:
    """From which to which number the passages of each document are numbered; no other document has one between."""
    for passages in (almanac.passages([document]) for document in sorted(documents)):
        if passages:
            yield min(passages), max(passages)


def _within(numbers: Sequence[int], stretches: Sequence[tuple[int, int]]) -> list[int]:
    """Those of some ascending numbers that lie in some stretches."""
    parts = (numbers[bisect_left(numbers, low) : bisect_right(numbers, high)] for low, high in stretches)
    return list(chain.from_iterable(parts))


def _day(draft: Context) -> str:
    """The day or month of a figure, which passages may name."""
    return notation(draft.moment) if draft.moment and draft.kind is not Kind.DATE else ""


def _of_documents(search: Search, documents: Collection[int], almanac: Almanac, most: int) -> Sequence[int]:
    """More passages of some documents, those that name the owner of the draft's figure first.

    Another writer's words for what happened on a day may share none with a source's: "they took off another quarter".
    """
    owner = search.draft.claim.claim.frame.owner
    there = almanac.passages(documents).difference(search.passages)
    named = there & almanac.mentioning(owner.value, documents) if owner else frozenset[int]()
    scores = search.gains.scores(almanac, documents)
    found = _first(named, scores, most)
    return [*found, *_first(there - named, scores, most - len(found))]


def _first(passages: frozenset[int], scores: Mapping[int, float], count: int) -> list[int]:
    """The passages that hold most of the words, then the others in their order."""
    scored = sorted(passages & scores.keys(), key=lambda passage: (-scores[passage], passage))[:count]
    if len(scored) == count:
        return scored
    return [*scored, *sorted(one for one in passages if one not in scores)[: count - len(scored)]]


def _keys(draft: Context) -> Iterator[tuple[float, str]]:
    """The words to look for, each with what a passage that has it gains."""
    idf = draft.idf
    near = sorted(((weight * idf[word], word) for word, weight in draft.near.items()), reverse=True)
    yield from near[:WORDS]
    about = sorted(((TOPIC * weight * idf[word], word) for word, weight in draft.topic.items()), reverse=True)
    yield from about[:TOPIC_WORDS]


def equal(drafts: Sequence[Context], library: Library, kin: Kin | None = None) -> list[Sequence[StoredClaim]]:
    """For each figure the claims whose value is written the same, if they are few enough to say something; else those
    of the kin."""
    values = [(draft.claim.claim.value.sort, draft.claim.claim.value.plain) for draft in drafts]
    found = library.equal(values, EQUAL_VALUES) if values else {}
    near = kin.values if kin else {}
    return [found.get(value) or near.get(value, ())[:EQUAL_VALUES] for value in values]
