"""Finds two figures for the same people, things or sums of one event, told by two documents in their own words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache, partial
from itertools import product

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.conflicts.differ import differ
from factcheck.conflicts.form import form_of
from factcheck.conflicts.likeness import Alike, Likeness
from factcheck.conflicts.near import Near
from factcheck.lean import cached_property
from factcheck.lean import regex as re
from factcheck.lexicon.concepts import concept
from factcheck.match.alone import Alone, One
from factcheck.match.one_fact import Rivals
from factcheck.match.scope_years import years_of
from factcheck.model import Kind
from factcheck.store.protocol import Library, StoredClaim, StoredPassage
from factcheck.text.stem import stem
from factcheck.text.tokens import tokenise

# A word with a capital that does not begin its sentence.
NAME = re.compile(r"(?<=[^\W\d_] |[,(] )[^\W\d_a-z][\w'’-]*")
# An event is known by who is in it: two paragraphs that share so many rare names tell of one; fewer if they also name
# one day. A name is rare that its document has in no more paragraphs than this, and the library in no more passages.
NAMES, NAMES_OF_A_DAY, RARE = 5, 3, 4
COMMON_NAME = 30
# What runs on for more sentences than this is a whole text, and names whatever it names.
LONGEST = 12
# What the two sentences share besides: a part of the weight of their words, and words that are not the thing counted.
# Above the upper bound the sentences are copies, filled in anew for another occasion.
LEAST, MOST, WORDS = 0.2, 0.8, 2
# A count says what it counts. What a sum or share is of is known by words that stand close to it on both sides.
KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.VOTE_SHARE, Kind.MEASUREMENT})
CLOSE, CLOSE_WORDS = 4, 2
# The paragraphs of so many documents are kept in memory.
READ = 1000

Paragraph = tuple[int, int]


class Scenes:
    """What the paragraphs of one document name: rare names, years, days. Its figures are read where they are asked for.

    Most documents are asked for a few of their names alone.
    """

    def __init__(self, passages: Collection[StoredPassage], read: Callable[[], One], library: Library) -> None:
        self._read, self._library = read, library
        self._paragraph = {passage.id: passage.paragraph for passage in passages}
        self._passages: dict[int, list[int]] = defaultdict(list)
        names: dict[int, set[str]] = defaultdict(set)
        for passage in passages:
            self._passages[passage.paragraph].append(passage.id)
            names[passage.paragraph].update(NAME.findall(passage.text))
        count = Counter(name for found in names.values() for name in found)
        self._names = {
            at: frozenset(n for n in found if count[n] <= RARE and len(self._passages[at]) <= LONGEST)
            for at, found in names.items()
        }
        self._dates: dict[int, Sequence[StoredClaim]] = {}

    def _dates_of(self, passage: int) -> Sequence[StoredClaim]:
        """The dates of a passage's paragraph; the rest of its document is not read for that."""
        at = self._paragraph[passage]
        if at not in self._dates:
            found = self._library.dates(self._passages[at]).values()
            self._dates[at] = [claim for own in found for claim in own if claim.claim.kind is Kind.DATE]
        return self._dates[at]

    @cached_property
    def forms(self) -> frozenset[str]:
        """The sentences with claims, their numbers blanked."""
        return frozenset(form_of(claim.claim.sentence) for claim in self._read().claims)

    def names(self, passage: int) -> frozenset[str]:
        return self._names[self._paragraph[passage]]

    def years(self, passage: int) -> frozenset[int]:
        return frozenset(year for date in self._dates_of(passage) for year in years_of(date))

    def days(self, passage: int, *, sentence: bool = False) -> frozenset[str]:
        """The days that a passage's paragraph names, or it alone."""
        dates = self._dates_of(passage)
        plain = (date.claim.value.plain for date in dates if not sentence or date.passage == passage)
        return frozenset(day for day in plain if day.count("-") == 2 and "X" not in day)

    def passages(self, paragraph: int) -> list[int]:
        return self._passages[paragraph]


class Events:
    """Finds the events of one library."""

    def __init__(self, library: Library, alone: Alone, near: Near, rivals: Rivals) -> None:
        self._library, self._alone, self._near, self._rivals = library, alone, near, rivals
        self._scene = lru_cache(maxsize=READ)(self._read)

    def _read(self, document: int) -> Scenes:
        return Scenes(list(self._alone.passages_of(document)), partial(self._alone.one, document), self._library)

    def between(self, one: Sequence[StoredClaim], other: Sequence[StoredClaim]) -> Iterator[Disagreement]:
        """The disagreements of the figures of two passages that may tell of one event, given by all their claims."""
        for a, b in product(figures(one), figures(other)):
            same = (a.claim.kind, a.claim.unit) == (b.claim.kind, b.claim.unit)
            if same and self._disagree(a, b):
                yield Disagreement(a, b, self._fact(a, b), Reason.VALUE)

    def joins(self, one: int, other: int) -> bool:
        """Whether two passages of two documents may tell of one event."""
        return other in self.companions(one)

    def companions(self, passage: int, *, later: bool = False) -> list[int]:
        """The passages of other documents whose paragraphs share enough rare names, those behind it alone if `later`.

        Each is the other's companion.
        """
        here = self._library.document_of(passage)
        mine = self._scene(here)
        by_stem: dict[str, set[str]] = defaultdict(set)
        for name in mine.names(passage):
            by_stem[stem(name.lower())].add(name)
        if len(mine.names(passage)) < NAMES_OF_A_DAY:
            return []
        known = self._near.frequencies(by_stem)
        named: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        words = sorted(word for word in by_stem if 1 < known[word] <= COMMON_NAME)
        for word, places in zip(words, self._near.places(words), strict=True):
            for other in places:
                named[self._library.document_of(other)][other] |= by_stem[word]
        candidates = {
            document: found_in
            for document, found_in in named.items()
            if (document > here or (document < here and not later))
            and len(set().union(*found_in.values())) >= NAMES_OF_A_DAY
        }
        shared: dict[Paragraph, set[str]] = defaultdict(set)
        paragraphs = self._near.paragraphs([other for found_in in candidates.values() for other in found_in])
        for document, found_in in candidates.items():
            for other, names in found_in.items():
                shared[document, paragraphs[other]] |= names
        found: list[int] = []
        for (document, paragraph), names in sorted(shared.items()):
            # Few documents are read for this.
            if len(names) < NAMES_OF_A_DAY:
                continue
            its = self._scene(document)
            first, *_ = passages = its.passages(paragraph)
            both = len(names & its.names(first))
            if both >= NAMES or (both >= NAMES_OF_A_DAY and not mine.days(passage).isdisjoint(its.days(first))):
                found += passages
        return found

    def _disagree(self, a: StoredClaim, b: StoredClaim) -> bool:
        if (
            not differ(a.claim.value, b.claim.value)
            or self._alone.says(a.document, b)
            or self._alone.says(b.document, a)
        ):
            return False
        if self._is_retold(a, b) or not self._at_one_time(a, b) or self._rivals.of_series(a, b):
            return False
        return _one_thing(a, b) and _one_event(Likeness(self._alone).alike(a, b), a.claim.unit)

    def _is_retold(self, a: StoredClaim, b: StoredClaim) -> bool:
        """Whether either document has the other's sentence too, perhaps with other figures: that is its counterpart."""
        mine, its = self._scene(a.document).forms, self._scene(b.document).forms
        return form_of(b.claim.sentence) in mine or form_of(a.claim.sentence) in its

    def _at_one_time(self, a: StoredClaim, b: StoredClaim) -> bool:
        """Whether nothing says that the two are of different years or days."""
        mine, its = self._scene(a.document), self._scene(b.document)
        days = mine.days(a.passage, sentence=True), its.days(b.passage, sentence=True)
        years = mine.years(a.passage), its.years(b.passage)
        return not any(one and other and one.isdisjoint(other) for one, other in (days, years))

    def _fact(self, a: StoredClaim, b: StoredClaim) -> Fact:
        one, other = a.claim, b.claim
        years = self._scene(a.document).years(a.passage) & self._scene(b.document).years(b.passage)
        subject = one.subject if one.subject == other.subject else ""
        measure = one.measure if one.measure == other.measure else ""
        return Fact(one.kind, subject, one.unit if one.kind is Kind.COUNT else measure, str(max(years, default="")))


def figures(claims: Sequence[StoredClaim]) -> list[StoredClaim]:
    """Those of some claims that may be told of one event in other words."""
    return [c for c in claims if c.claim.kind in KINDS and c.claim.unit]


def _one_thing(a: StoredClaim, b: StoredClaim) -> bool:
    """Whether two figures of one unit are of one thing."""
    return a.claim.kind is Kind.COUNT or len(_close(a) & _close(b)) >= CLOSE_WORDS


def _close(figure: StoredClaim) -> set[str]:
    """The words next to a figure, on either side."""
    claim = figure.claim
    before = tokenise(claim.sentence[: claim.mark.start]).words[-CLOSE:]
    after = tokenise(claim.sentence[claim.mark.end :]).words[:CLOSE]
    return {concept(found) for found in map(stem, (*before, *after)) if found and not found[0].isdigit()}


def _one_event(alike: Alike, unit: str) -> bool:
    """Whether two sentences share words that say what happened, and are no copies."""
    told: Sequence[str] = [word for word in alike.words if word.lstrip("~") not in unit]
    return LEAST <= alike.cosine < MOST and len(told) >= WORDS
