"""Finds the passages that share a query's words or figures, and ranks the claims in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest

from factcheck.lean.record import NamedTuple, dataclass
from factcheck.lookup.query import Query, understand
from factcheck.lookup.ranking import BEFORE, Setting, hope, in_time, score
from factcheck.lookup.times import dated
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.model import Document, Kind, Term
from factcheck.store.protocol import Library, StoredClaim
from factcheck.text import Span
from factcheck.values import Value

# How many passages are looked into, how many claims of a value, and where the walk through postings ends.
PASSAGES = 300
EQUAL_VALUES = 300
POSTINGS = 60_000
# What the figures of a query are worth in finding passages.
DIGITS = 5.0
CALENDAR = 3.0
# The most hopeful claims whose own time is looked into.
TIMED = 250
# An answer that is so much poorer than the best is none.
WORTH = 0.3


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
    """A claim with where it stands, the terms of its words, and the most that its time can add to them."""

    stored: StoredClaim
    setting: Setting
    terms: tuple[Term, ...]
    hope: float


def search(text: str, library: Library, limit: int = 10, filters: Filters | None = None) -> list[Hit]:
    """The best answers to a query, best first; nothing where no word and no figure of it stands in the library.

    Without a query, all that the filters leave, in reading order.
    """
    filters = filters or Filters()
    if not text.strip():
        return _listed(library, filters)[:limit]
    query = understand(text, library)
    answers = (
        Answer(stored, setting, terms, sum(term.weight for term in terms) + hope(query, stored, setting))
        for setting in _settings(_passages(query, library, filters), library)
        for stored in filter(filters.allow, setting.claims)
        if (terms := score(query, stored, setting))
    )
    best = sorted((hit for hit in _hits(answers, query, Scene(library, Rarity(library))) if hit.score > 0), key=_order)
    return _distinct(hit for hit in best if hit.score >= WORTH * best[0].score)[:limit]


def _listed(library: Library, filters: Filters) -> list[Hit]:
    """What the filters leave; nothing where they leave everything."""
    claims = [claim for claim in library.all_claims(filters.kind) if filters.allow(claim)] if filters else []
    documents = library.documents({claim.document for claim in claims})
    return _distinct(Hit(claim, documents[claim.document], 0.0, ()) for claim in claims)


def _hits(answers: Iterable[Answer], query: Query, scene: Scene) -> Iterator[Hit]:
    """The answers with what the times of the query say of them: only the most hopeful are looked into for that."""
    if query.times:
        answers = nlargest(TIMED, answers, key=lambda answer: answer.hope)
        scene.foresee(answer.stored for answer in answers)
    for stored, setting, terms, _ in answers:
        told = in_time(query, scene.context(stored), setting) if query.times else ()
        total = sum(term.weight for term in (*terms, *told))
        yield Hit(stored, setting.document, round(total, 3), (*terms, *told))


def _order(hit: Hit) -> tuple[float, str, Span]:
    return -hit.score, hit.claim.claim.path, hit.claim.claim.span


def _passages(query: Query, library: Library, filters: Filters) -> list[int]:
    """The passages that hold most of the query, and those that hold its figures where these are rare."""
    scores: dict[int, float] = defaultdict(float)
    values = [*query.values, *([filters.value] if filters.value else [])]
    equal = library.equal({(value.sort, value.plain) for value in values}, EQUAL_VALUES)
    for value in values:
        for stored in equal.get((value.sort, value.plain), ()):
            scores[stored.passage] += DIGITS
    walked = 0
    for weight, stem in _stems(query, library):
        postings = library.postings([stem])[stem]
        walked += len(postings)
        if walked > POSTINGS and scores:
            break
        for passage in postings:
            scores[passage] += weight
    _add_times(scores, query, library)
    best = nlargest(PASSAGES, ((weight, -passage) for passage, weight in scores.items()))
    return [-passage for _, passage in best]


def _add_times(scores: dict[int, float], query: Query, library: Library) -> None:
    """Let the passages of documents of the query's time come first."""
    worth = {
        number: found
        for number, document in (library.documents().items() if query.times else ())
        if (found := sum(dated(time, document) for time in query.times))
    }
    for passage in scores if worth else ():
        scores[passage] += worth.get(library.document_of(passage), 0.0)


def _stems(query: Query, library: Library) -> list[tuple[float, str]]:
    """The stems to look for with what each is worth, those that the fewest passages hold first."""
    weights: dict[str, float] = defaultdict(float)
    for term in query.terms:
        for way, worth in term.ways:
            for stem in way:
                weights[stem] = max(weights[stem], worth * term.weight / len(way))
    for stem in query.digits:
        weights[stem] += DIGITS / len(query.digits)
    for stem in query.calendar:
        weights[stem] += CALENDAR / len(query.calendar)
    frequencies = library.frequencies(weights)
    return [(weights[stem], stem) for stem in sorted(frequencies, key=lambda stem: (frequencies[stem], stem))]


def _settings(chosen: Iterable[int], library: Library) -> Iterator[Setting]:
    """The passages with their claims, and what stands around them; also those that follow one that was found."""
    found = set(chosen)
    numbers = found | {number + on for number in found for on in range(1, len(BEFORE) + 1)}
    passages = library.passages(number - back for number in numbers for back in range(len(BEFORE) + 1))
    claims = library.claims(numbers)
    documents = library.documents({passages[number].document for number in claims})
    topics: dict[int, set[str]] = defaultdict(set)
    for number in found:
        topics[passages[number].document].update(passages[number].stems)
    for number, own in claims.items():
        passage = passages[number]
        before = (passages.get(number - back) for back in range(1, len(BEFORE) + 1))
        near = tuple(p for p in before if p and p.document == passage.document)
        yield Setting(passage, near, documents[passage.document], topics[passage.document], tuple(own))


def _distinct(hits: Iterable[Hit]) -> list[Hit]:
    """One hit for claims of the same words: a text that was printed twice answers once."""
    seen: dict[tuple[str, str, str, int], int] = {}
    kept: list[Hit] = []
    for hit in hits:
        claim = hit.claim.claim
        words = (claim.kind.value, claim.value.text or claim.text, claim.sentence, claim.mark.start)
        if words in seen:
            first = kept[seen[words]]
            kept[seen[words]] = Hit(first.claim, first.document, first.score, first.why, (*first.others, hit.claim))
        else:
            seen[words] = len(kept)
            kept.append(hit)
    return kept
