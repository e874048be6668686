"""Says how well a claim answers a query, term by term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from math import exp

from factcheck.lean.record import NamedTuple
from factcheck.lookup.phrases import stands
from factcheck.lookup.query import Query
from factcheck.lookup.times import could_be, judge
from factcheck.match.context import Context
from factcheck.model import Claim, Document, Kind, Term
from factcheck.store.protocol import StoredClaim, StoredPassage
from factcheck.text.stem import stem
from factcheck.text.tokens import PHRASE_BORDERS, tokenise
from factcheck.values import UNKNOWN, Sort, Value

# What a word of the query counts where it stands: beside the figure, elsewhere in its sentence, in its frame, in a
# row's or list's head, in the title or a heading; and in the passages before, the nearest first.
BESIDE, SENTENCE, FRAME, LEAD, TITLE = 1.0, 0.45, 0.8, 0.75, 0.4
BEFORE = (0.3, 0.2, 0.12)
TOPIC = 0.1
# A word of the same stem that does not begin as the one typed does ("community" for "commune").
OTHER_FORM = 0.8
# Nearness falls by e in so many tokens, and by this much at each comma.
REACH = 8
BORDER = 0.8

# Above so many words a quotation's words count less, by the length normalisation of BM25 with this `b`.
LONG, LONGER = 30, 0.75

# What each sign is worth beside the words, whose weights are their rarity (0 to about 9).
KIND, HINTED, OTHER_KIND = 2.0, 1.0, -1.5
# An equal value is worth its own rarity, so many times.
VALUE, OTHER_VALUE = 1.2, -1.0
# A date inside the one asked for.
INSIDE = 0.7
UNSTATED_VALUE = -1.0
# What the rarity of a date's own words counts where they stand in the sentence; what a time is worth says `times`.
SAME_WORDS = 0.4
# A date where no date is asked for: every sentence has one.
DATE = -1.0
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
    """The terms whose sum, with those for time, is a claim's score; none where it answers nothing."""
    if not all(stands(phrase, stored, setting.passage) for phrase in query.phrases):
        return ()
    words = tuple(_words(query, _grades(query.stems, stored, setting), setting.passage))
    if not words and query.terms and not query.values:
        return ()
    signs = (_kind(query, stored.claim), _value(query, stored.claim), _calendar(query, setting.passage))
    return (*words, *(sign for sign in signs if sign))


def _calendar(query: Query, passage: StoredPassage) -> Term | None:
    """Whether the dates of the query stand in the sentence in the same words."""
    found = sum(rarity for word, rarity in query.calendar.items() if word in passage.stems)
    return Term("date", "in the same words", round(SAME_WORDS * found, 3)) if found else None


def hope(query: Query, stored: StoredClaim, setting: Setting) -> float:
    """The most that the times of a query can add to a claim's score."""
    dates = _dates_beside(stored, setting) if query.times else []
    return sum(could_be(time, setting.document, dates) for time in query.times)


def in_time(query: Query, context: Context, setting: Setting) -> tuple[Term, ...]:
    """The terms of a claim for the times of a query."""
    dates = _dates_beside(context.claim, setting)
    return tuple(judge(time, context, setting.document, dates) for time in query.times)


def _dates_beside(stored: StoredClaim, setting: Setting) -> list[StoredClaim]:
    return [other for other in setting.claims if other.claim.kind is Kind.DATE and other is not stored]


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
    worth = of_kind(query, claim.kind)
    return Term("kind", "a date" if worth == DATE else claim.kind.value, worth) if worth else None


def of_kind(query: Query, kind: Kind) -> float:
    """What a claim is worth for its kind."""
    if kind in query.asked:
        return KIND
    if kind in query.hinted:
        return HINTED
    if not query.asked:
        return DATE if kind is Kind.DATE and not query.hinted else 0.0
    return KIND / 2 if any(kind in group and group & query.asked for group in ALIKE) else OTHER_KIND


def of_words(query: Query, grades: Mapping[str, float]) -> float:
    """What the words of the query are worth where they stand, whatever their forms."""
    return sum(
        term.weight * max(worth * min(grades.get(s, 0.0) for s in way) for way, worth in term.ways)
        for term in query.terms
    )


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


def _within(value: Value, time: str) -> bool:
    return value.plain.startswith(time)


def _grades(wanted: frozenset[str], stored: StoredClaim, setting: Setting) -> dict[str, float]:
    """Stem → what it counts for a claim, by the best place where it stands."""
    claim = stored.claim
    grades = dict.fromkeys(wanted & setting.topics, TOPIC)
    for passage, grade in reversed(list(zip(setting.before, BEFORE, strict=False))):
        grades |= dict.fromkeys(wanted.intersection(passage.stems), grade)
    for text in (setting.document.title, *setting.passage.headings):
        grades |= dict.fromkeys(wanted & stems_in(text), TITLE)
    for word, grade in _near(wanted, stored, setting.passage).items():
        grades[word] = max(grades.get(word, 0.0), grade)
    frame = ((text, FRAME) for text in (claim.subject, claim.measure, claim.unit, claim.speaker))
    for text, grade in (*frame, *((lead, LEAD) for lead in setting.passage.lead)):
        for word in wanted & stems_in(text):
            grades[word] = max(grades.get(word, 0.0), grade)
    if claim.kind is Kind.QUOTE:
        worth = _of_length(claim.text)
        grades = {word: grade * worth for word, grade in grades.items()}
        for word in wanted & stems_in(claim.text):
            grades[word] = max(grades.get(word, 0.0), BESIDE * worth)
    return grades


def _of_length(quotation: str) -> float:
    """What a word of a quotation counts: the longer it is, the more words it holds by chance."""
    return min(1.0, 1 / (1 - LONGER + LONGER * len(quotation.split()) / LONG))


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
def stems_in(text: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(map(stem, tokenise(text).words)) - {""}
