"""Says how well a claim answers a query, term by term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from math import exp
from typing import NamedTuple

from factcheck.lookup.query import Query
from factcheck.model import Claim, Document, Kind, Term
from factcheck.stem import stem
from factcheck.store.protocol import StoredClaim, StoredPassage
from factcheck.tokens import PHRASE_BORDERS, tokenise
from factcheck.values import UNKNOWN, Sort, Value

# What a word of the query counts where it stands: beside the figure, elsewhere in its sentence, in its frame, in a
# row's or list's head, in the title or a heading; and in the passages before, the nearest first.
BESIDE, SENTENCE, FRAME, LEAD, TITLE = 1.0, 0.55, 0.8, 0.75, 0.4
BEFORE = (0.3, 0.2, 0.12)
TOPIC = 0.1
# A word of the same stem that does not begin as the one typed does ("community" for "commune").
OTHER_FORM = 0.8
# Nearness falls by e in so many tokens, and by this much at each comma.
REACH = 8
BORDER = 0.8

# What each sign is worth beside the words, whose weights are their rarity (0 to about 9).
KIND, OTHER_KIND = 2.0, -1.5
# An equal value is worth its own rarity, so many times.
VALUE, OTHER_VALUE = 1.2, -1.0
# A date inside the one asked for.
INSIDE = 0.7
YEAR, OTHER_YEAR, ECHO = 1.5, -0.5, -2.5
UNSTATED_VALUE = -1.0
ALIKE = ({Kind.VOTE_SHARE, Kind.PERCENTAGE}, {Kind.SENTENCE, Kind.DURATION}, {Kind.RANK, Kind.ORDINAL})


class Setting(NamedTuple):
    """Where claims stand.

    before: the passages before theirs, nearest first; topics: stems of the document's passages that were found
    claims: all of the passage
    """

    passage: StoredPassage
    before: tuple[StoredPassage, ...]
    document: Document
    topics: Set[str]
    claims: tuple[StoredClaim, ...]


def score(query: Query, stored: StoredClaim, setting: Setting) -> tuple[Term, ...]:
    """The terms whose sum is a claim's score; none where it answers nothing."""
    words = tuple(_words(query, _grades(query.stems, stored, setting), setting.passage))
    if not words and query.terms and not query.values:
        return ()
    signs = (_kind(query, stored.claim), _value(query, stored.claim), _year(query, stored, setting))
    return (*words, *(sign for sign in signs if sign))


def _words(query: Query, grades: Mapping[str, float], passage: StoredPassage) -> Iterator[Term]:
    for term in query.terms:
        grade, way = max((worth * min(grades.get(s, 0.0) for s in way), sorted(way)) for way, worth in term.ways)
        if grade:
            grade *= OTHER_FORM if _is_other_form(term.word, way, passage) else 1.0
            yield Term("word", term.word, round(grade * term.weight, 3))


def _is_other_form(word: str, way: Sequence[str], passage: StoredPassage) -> bool:
    """Whether a passage holds a word by its stem alone."""
    return (
        way == [stem(word)] and way[0] in passage.stems and word.lower().removesuffix("s") not in passage.text.lower()
    )


def _kind(query: Query, claim: Claim) -> Term | None:
    if not query.kinds:
        return None
    if claim.kind in query.kinds:
        return Term("kind", claim.kind.value, KIND)
    alike = any(claim.kind in group and group & query.kinds for group in ALIKE)
    return Term("kind", claim.kind.value, KIND / 2 if alike else OTHER_KIND)


def _value(query: Query, claim: Claim) -> Term | None:
    rivals = {value.plain: rarity for value, rarity in query.values.items() if value.sort is claim.value.sort}
    if claim.value == UNKNOWN:
        return Term("value", "not stated", UNSTATED_VALUE)
    if not rivals:
        return None
    rarity = rivals.get(claim.value.plain)
    if rarity is None and claim.value.sort is Sort.DATE:
        rarity = next((INSIDE * found for plain, found in rivals.items() if _within(claim.value, plain)), None)
    return Term("value", claim.value.text, OTHER_VALUE if rarity is None else round(VALUE * rarity, 3))


def _year(query: Query, stored: StoredClaim, setting: Setting) -> Term | None:
    """Whether a claim is of the time that the query names; that time itself is no answer."""
    if not query.years:
        return None
    if stored.claim.kind is Kind.DATE and stored.claim.value.plain in query.years:
        return Term("year", "is the one asked about", ECHO)
    named = {c.claim.value for c in setting.claims if c.claim.value.sort is Sort.DATE and c is not stored}
    if any(_within(value, year) for value in named for year in query.years) or stored.claim.scope in query.years:
        return Term("year", "in its sentence", YEAR)
    if any(setting.document.published.startswith(year) for year in query.years):
        return Term("year", "of its document", YEAR / 2)
    return Term("year", "another", OTHER_YEAR) if named else None


def _within(value: Value, time: str) -> bool:
    return value.plain.startswith(time)


def _grades(wanted: frozenset[str], stored: StoredClaim, setting: Setting) -> dict[str, float]:
    """Stem → what it counts for a claim, by the best place where it stands."""
    claim = stored.claim
    grades = dict.fromkeys(wanted & setting.topics, TOPIC)
    for passage, grade in reversed(list(zip(setting.before, BEFORE, strict=False))):
        grades |= dict.fromkeys(wanted.intersection(passage.stems), grade)
    for text in (setting.document.title, *setting.passage.headings):
        grades |= dict.fromkeys(wanted & _stems(text), TITLE)
    for word, grade in _near(wanted, stored, setting.passage).items():
        grades[word] = max(grades.get(word, 0.0), grade)
    frame = ((text, FRAME) for text in (claim.subject, claim.measure, claim.unit, claim.speaker))
    for text, grade in (*frame, *((lead, LEAD) for lead in setting.passage.lead)):
        for word in wanted & _stems(text):
            grades[word] = max(grades.get(word, 0.0), grade)
    if claim.kind is Kind.QUOTE:
        grades |= dict.fromkeys(wanted & _stems(claim.text), BESIDE)
    return grades


def _near(wanted: frozenset[str], stored: StoredClaim, passage: StoredPassage) -> dict[str, float]:
    """The stems of the sentence by their nearness to the figure."""
    places = [at for at, word in enumerate(passage.stems) if word in wanted]
    borders = _borders(passage.text) if places else ()
    first, last = stored.first_token, stored.last_token
    near: dict[str, float] = {}
    for at in places:
        distance = max(first - at, at - last, 0)
        crossed = abs(borders[at] - borders[first if at < first else last])
        grade = SENTENCE + (BESIDE - SENTENCE) * exp(-max(distance - 1, 0) / REACH) * BORDER**crossed
        near[passage.stems[at]] = max(near.get(passage.stems[at], 0.0), grade)
    return near


@lru_cache(maxsize=1024)
def _borders(text: str) -> tuple[int, ...]:
    """For each token, how many clause marks stand before it."""
    count, found = 0, []
    for word in tokenise(text).words:
        count += word in PHRASE_BORDERS
        found.append(count)
    return tuple(found)


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, tokenise(text).words)) - {""}
