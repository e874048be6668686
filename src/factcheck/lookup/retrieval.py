"""Finds the passages that hold most of a query's words, figures and times."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from factcheck.lookup.query import Query
from factcheck.lookup.times import dated
from factcheck.store.protocol import Library
from factcheck.values import Value

# How many passages are looked into, how many claims of a value, and where the walk through postings ends.
PASSAGES = 300
EQUAL_VALUES = 300
POSTINGS = 60_000
# What the figures of a query are worth in finding passages.
DIGITS = 5.0
CALENDAR = 3.0


def passages_of(query: Query, library: Library, values: Iterable[Value]) -> list[int]:
    """The passages that hold most of the query, and those that hold some values where these are rare."""
    scores: dict[int, float] = defaultdict(float)
    asked = list(values)
    equal = library.equal({(value.sort, value.plain) for value in asked}, EQUAL_VALUES)
    for value in asked:
        for stored in equal.get((value.sort, value.plain), ()):
            scores[stored.passage] += DIGITS
    walked = 0
    for weight, stem, times in _stems(query, library):
        walked += times
        if walked > POSTINGS and scores:
            break
        for passage in library.postings([stem])[stem]:
            scores[passage] += weight
    _add_times(scores, query, library)
    return _best(scores)


def _best(scores: dict[int, float]) -> list[int]:
    """The passages of the highest scores; of equal ones, the first."""
    # Thousands have one of a few scores: no more are put in order than may be taken.
    counts = Counter(scores.values())
    reached, least = 0, 0.0
    for least in sorted(counts, reverse=True):
        reached += counts[least]
        if reached >= PASSAGES:
            break
    found = [(-score, passage) for passage, score in scores.items() if score >= least]
    return [passage for _, passage in sorted(found)[:PASSAGES]]


def _add_times(scores: dict[int, float], query: Query, library: Library) -> None:
    """Let the passages of documents of the query's time come first."""
    days = library.published() if query.times else {}
    # Thousands of documents are of one of a few days.
    meant = {day: sum(dated(time, day) for time in query.times) for day in set(days.values())}
    worth = {number: meant[day] for number, day in days.items() if meant[day]}
    for passage in scores if worth else ():
        scores[passage] += worth.get(library.document_of(passage), 0.0)


def _stems(query: Query, library: Library) -> list[tuple[float, str, int]]:
    """The stems to look for with what each is worth and how many passages hold it, those that the fewest hold first."""
    weights: dict[str, float] = defaultdict(float)
    for term in query.terms:
        for way, worth in term.ways:
            for stem in way:
                weights[stem] = max(weights[stem], worth * term.weight / len(way))
    for stem in query.digits:
        weights[stem] += DIGITS / len(query.digits)
    for stem in query.calendar:
        weights[stem] += CALENDAR / len(query.calendar)
    rarest_first = sorted((times, stem) for stem, times in library.frequencies(weights).items())
    return [(weights[stem], stem, times) for times, stem in rarest_first]
