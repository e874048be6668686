"""Finds the passages that share a query's words or figures, and ranks the claims in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import nlargest

from factcheck.lean.record import NamedTuple, dataclass
from factcheck.lookup.outlook import Outlook
from factcheck.lookup.query import Query, understand
from factcheck.lookup.ranking import BEFORE, Setting, hope, in_time, score
from factcheck.lookup.retrieval import passages_of
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.model import Document, Kind, Term
from factcheck.store.protocol import Library, StoredClaim
from factcheck.text import Span
from factcheck.values import Value

# An answer that is so much poorer than the best is none.
WORTH = 0.3
# So many passages are read at a time, and so many claims looked into; then it is seen what another must reach.
LOT = 16
# Terms are rounded: what is added up of them may be more than its parts by so much.
ROUNDED = 0.01

Words = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search: the kind of claim, the id of its document, its value."""

    kind: Kind | None = None
    document: str = ""
    value: Value | None = None

    def __bool__(self) -> bool:
        return self != Filters()

    def allow(self, stored: StoredClaim) -> bool:
        claim = stored.claim
        return (
            self.kind in (None, claim.kind)
            and self.document in ("", claim.document)
            and (self.value is None or (self.value.sort, self.value.plain) == (claim.value.sort, claim.value.plain))
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim that may answer a query, how well, and why. `others`: claims of the same words elsewhere."""

    claim: StoredClaim
    document: Document
    score: float
    why: tuple[Term, ...]
    others: tuple[StoredClaim, ...] = ()


class Answer(NamedTuple):
    """A claim with where it stands, the terms of its words, and the most that it scores with what its time adds."""

    stored: StoredClaim
    setting: Setting
    terms: tuple[Term, ...]
    hope: float


class Standing:
    """The hits so far. floor: what another must score to be among the best, or be told with one of them."""

    def __init__(self, limit: int) -> None:
        self.floor = 0.0
        self.hits: list[Hit] = []
        self._limit = limit
        self._best: dict[Words, Hit] = {}

    def add(self, hits: Iterable[Hit]) -> None:
        for hit in hits:
            words = _words(hit.claim)
            known = self._best.get(words)
            if known is None or _order(hit) < _order(known):
                self._best[words] = hit
            self.hits.append(hit)
        scores = nlargest(self._limit, (hit.score for hit in self._best.values()))
        if scores:
            self.floor = max(WORTH * scores[0], scores[-1] if len(scores) == self._limit else 0.0) - ROUNDED

    def best(self) -> list[Hit]:
        return sorted(self._best.values(), key=_order)[: self._limit]


class Reading:
    """Reads passages that were found for a query, and scores their claims."""

    def __init__(self, query: Query, library: Library, filters: Filters, outlook: Outlook) -> None:
        self._query, self._library, self._filters = query, library, filters
        self._topics, self.promises = outlook.topics, outlook.promises()
        self._scene = Scene(library, Rarity(library))
        self.read: set[int] = set()

    def answers(self, passages: Collection[int]) -> list[Answer]:
        """The claims of some passages that answer, the most hopeful first."""
        self.read.update(passages)
        found = [
            Answer(stored, setting, terms, sum(term.weight for term in terms) + hope(self._query, stored, setting))
            for setting in self._settings(passages)
            for stored in filter(self._filters.allow, setting.claims)
            if (terms := score(self._query, stored, setting))
        ]
        return sorted(found, key=lambda answer: -answer.hope)

    def hits(self, answers: Sequence[Answer]) -> Iterator[Hit]:
        """The answers with what the times of the query say of them."""
        if self._query.times:
            self._scene.foresee(answer.stored for answer in answers)
        for stored, setting, terms, _ in answers:
            told = in_time(self._query, self._scene.context(stored), setting) if self._query.times else ()
            total = sum(term.weight for term in (*terms, *told))
            if total > 0:
                yield Hit(stored, setting.document, round(total, 3), (*terms, *told))

    def _settings(self, numbers: Collection[int]) -> Iterator[Setting]:
        """The passages with their claims, and what stands around them."""
        passages = self._library.passages(number - back for number in numbers for back in range(len(BEFORE) + 1))
        claims = self._library.claims(numbers)
        documents = self._library.documents({passages[number].document for number in claims})
        for number, own in claims.items():
            passage = passages[number]
            before = (passages.get(number - back) for back in range(1, len(BEFORE) + 1))
            near = tuple(p for p in before if p and p.document == passage.document)
            topics = self._topics.get(passage.document, frozenset())
            yield Setting(passage, near, documents[passage.document], topics, tuple(own))


def search(text: str, library: Library, limit: int = 10, filters: Filters | None = None) -> list[Hit]:
    """The best answers to a query, best first; nothing where no word and no figure of it stands in the library.

    Without a query, all that the filters leave, in reading order.
    """
    filters = filters or Filters()
    if not text.strip():
        return _listed(library, filters)[:limit]
    best = sorted(_best(understand(text, library), library, limit, filters), key=_order)
    return _distinct(hit for hit in best if hit.score >= WORTH * best[0].score)[:limit]


def _best(query: Query, library: Library, limit: int, filters: Filters) -> list[Hit]:
    """The answers that may be among the best: passages are read by what they promise, while one may come among them."""
    values = [*query.values, *([filters.value] if filters.value else [])]
    outlook = Outlook(query, library, passages_of(query, library, values), filters.kind)
    reading, standing = Reading(query, library, filters, outlook), Standing(limit)
    for start in range(0, len(reading.promises), LOT):
        lot = [one.passage for one in reading.promises[start : start + LOT] if one.most >= standing.floor]
        if not lot:
            break
        answers = reading.answers(lot)
        for at in range(0, len(answers), LOT):
            standing.add(reading.hits([one for one in answers[at : at + LOT] if one.hope >= standing.floor]))
    # What has the words of an answer is told with it, however little it promises.
    best = standing.best()
    others = outlook.like({hit.claim.passage for hit in best}) - reading.read
    words = {_words(hit.claim) for hit in best}
    return [*standing.hits, *reading.hits([one for one in reading.answers(others) if _words(one.stored) in words])]


def _listed(library: Library, filters: Filters) -> list[Hit]:
    """What the filters leave; nothing where they leave everything."""
    claims = [claim for claim in library.all_claims(filters.kind) if filters.allow(claim)] if filters else []
    documents = library.documents({claim.document for claim in claims})
    return _distinct(Hit(claim, documents[claim.document], 0.0, ()) for claim in claims)


def _order(hit: Hit) -> tuple[float, str, Span]:
    return -hit.score, hit.claim.claim.path, hit.claim.claim.span


def _words(stored: StoredClaim) -> Words:
    claim = stored.claim
    return claim.kind.value, claim.value.text or claim.text, claim.sentence, claim.mark.start


def _distinct(hits: Iterable[Hit]) -> list[Hit]:
    """One hit for claims of the same words: a text that was printed twice answers once."""
    seen: dict[Words, int] = {}
    kept: list[Hit] = []
    for hit in hits:
        words = _words(hit.claim)
        if words in seen:
            first = kept[seen[words]]
            kept[seen[words]] = Hit(first.claim, first.document, first.score, first.why, (*first.others, hit.claim))
        else:
            seen[words] = len(kept)
            kept.append(hit)
    return kept
