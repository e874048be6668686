"""Understands a query: its words with all that may stand for them, its figures, and the kinds it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from factcheck import kinds
from factcheck.lean.record import dataclass
from factcheck.lexicon.concepts import concept, stems_of
from factcheck.lookup.phrases import Phrase, phrases
from factcheck.lookup.query_cues import cues
from factcheck.lookup.times import Time, times
from factcheck.model import Kind
from factcheck.names.acronyms import defined
from factcheck.store.protocol import Library
from factcheck.text.stem import stem
from factcheck.text.tokens import Tokens, tokenise
from factcheck.values import Sort, Value, number

# What another word than the one typed counts.
SAME_CONCEPT = 0.85
ABBREVIATION = 0.95
MISSPELT = 0.8
# A word that only says which kind is wanted.
ASKING = 0.35
# How many passages are read for what an abbreviation stands for, and how like a misspelt word must be.
DEFINITIONS = 400
MOST = 6.0
MOST_INITIALS = 5
LONGEST_ABBREVIATION = 7
LIKE = 78
SHORTEST_MISSPELT = 4


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the query.

    weight: its rarity in the library; ways: sets of stems, each of which stands for it in full, with what that counts
    """

    word: str
    weight: float
    ways: tuple[tuple[frozenset[str], float], ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A query as understood.

    stems: all stems by which a passage may hold its words
    values: figures it names, which a claim should have, each with its rarity in nats; digits: their stems
    times: dates it names beside other words, the claim's occasion; calendar: their stems
    with their rarity
    asked: the kinds of the figure wanted; empty where the query does not say; hinted: kinds that are more likely
    phrases: the words in quotation marks, which must stand just so
    """

    text: str
    terms: tuple[Term, ...]
    stems: frozenset[str]
    values: Mapping[Value, float]
    digits: tuple[str, ...]
    times: tuple[Time, ...]
    calendar: Mapping[str, float]
    asked: frozenset[Kind]
    hinted: frozenset[Kind]
    phrases: tuple[Phrase, ...]


def understand(text: str, library: Library) -> Query:
    """A query read against the words and abbreviations of a library."""
    tokens = tokenise(text)
    mentions = kinds.recognise(tokens)
    said = cues(tokens.words)
    figures = {at for at in range(len(tokens)) if any(m.span.start <= tokens.starts[at] < m.span.end for m in mentions)}
    words = [at for at in range(len(tokens)) if at not in figures and stem(tokens.words[at])]
    # A date beside words narrows the search; a date alone is what is searched for.
    occasions = times(mentions, tokens) if words else ()
    named = [m for m in mentions if not (occasions and m.kind is Kind.DATE)]
    values = [mention.value for mention in named]
    terms = tuple(_terms(tokens, words, said.asking, library))
    stems = frozenset(found for term in terms for way, _ in term.ways for found in way)
    shown = tuple(found for at in sorted(figures) if (found := stem(tokens.words[at])))
    asked = said.asked or frozenset(m.kind for m in named if m.kind not in (Kind.COUNT, Kind.OTHER))
    return Query(
        text=text,
        terms=terms,
        stems=stems,
        values={value: _rarity(value, library) for value in _readings(values)},
        digits=shown if values else (),
        times=occasions,
        calendar=_rarities(shown, library) if occasions else {},
        asked=asked,
        hinted=frozenset() if asked else said.hinted - ({Kind.DATE} if occasions else set()),
        phrases=phrases(text),
    )


def _readings(values: Iterable[Value]) -> Iterator[Value]:
    """The values, and a year as the number that it also is."""
    for value in values:
        yield value
        if value.sort is Sort.DATE and value.plain.isdigit():
            yield number(value.plain)


def _rarity(value: Value, library: Library) -> float:
    notation = value.sort, value.plain
    seen, every = library.value_frequencies([notation]).get(notation, 0), library.value_count(value.sort)
    return min(MOST, log((every + 1) / (seen + 1)) + 1)


def _rarities(stems: Iterable[str], library: Library) -> dict[str, float]:
    passages, seen = library.passage_count() + 1, library.frequencies(stems)
    return {stem: log(passages / (frequency + 1)) for stem, frequency in seen.items()}


def _terms(tokens: Tokens, words: Sequence[int], asking: frozenset[int], library: Library) -> Iterator[Term]:
    short = _abbreviations(tokens, words, library)
    passages = library.passage_count() + 1
    for at in words:
        own = stem(tokens.words[at])
        ways = {frozenset({own}): 1.0}
        ways |= {frozenset({other}): SAME_CONCEPT for other in stems_of(concept(own)) if other != own}
        if at in short:
            ways[frozenset({short[at]})] = ABBREVIATION
        ways |= dict.fromkeys(_long_forms(tokens.words[at], library), ABBREVIATION)
        seen = sum(library.frequencies({stem for way in ways for stem in way}).values())
        if not seen:
            ways |= {frozenset({near}): MISSPELT for near in _like(own, library)}
        weight = log(passages / (min(seen, passages - 1) + 1)) + 0.5
        yield Term(tokens.words[at], weight * (ASKING if at in asking else 1.0), tuple(ways.items()))


def _abbreviations(tokens: Tokens, words: Sequence[int], library: Library) -> dict[int, str]:
    """Places of words that together are the long form of an abbreviation of the library's → its stem."""
    found: dict[int, str] = {}
    for length in range(MOST_INITIALS, 1, -1):
        for start in range(len(words) - length + 1):
            places = words[start : start + length]
            initials = "".join(tokens.words[at][0] for at in places)
            own = frozenset(stem(tokens.words[at]) for at in places)
            if not found.keys() & set(places) and any(own <= long for long in _long_forms(initials, library)):
                found |= dict.fromkeys(places, stem(initials.upper()))
    return found


def _long_forms(short: str, library: Library) -> set[frozenset[str]]:
    """What the library's own texts say an abbreviation stands for, as stems."""
    found: set[frozenset[str]] = set()
    if not 2 <= len(short) <= LONGEST_ABBREVIATION:
        return found
    short = short.upper()
    postings = library.postings([stem(short)], DEFINITIONS).get(stem(short), ())
    for passage in library.passages(postings).values():
        if f"({short})" in passage.text:
            first, last = defined(tokenise(passage.text)).get(short, (0, -1))
            found.add(frozenset(passage.stems[first : last + 1]) - {""})
    return found - {frozenset()}


def _like(word: str, library: Library) -> Sequence[str]:
    """The library's words most like one that it does not have."""
    if len(word) < SHORTEST_MISSPELT or not word.isalpha():
        return ()
    from rapidfuzz import fuzz, process

    return [
        found
        for found, _, _ in process.extract(word, library.vocabulary(), scorer=fuzz.ratio, score_cutoff=LIKE, limit=3)
    ]
