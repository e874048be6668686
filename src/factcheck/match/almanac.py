"""Which documents of a library are dated within a stretch of days: where to look for what happened then.

The figures of a draft ask again and again for the same days, so that what was read for one is kept for the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress

from factcheck.lean import cached_property
from factcheck.match.stretch import NEWS, Moment, of_published
from factcheck.store.protocol import Library
from factcheck.values import Sort
from factcheck.values.date import civil

# A document whose date is known no better than this is not dated.
WIDEST = 31
# A day or month that more figures than these name says nothing.
NAMING = 400


class Almanac:
    """The dated documents of one library, by day."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._texts: dict[int, Mapping[int, Sequence[str]]] = {}
        self._mentioning: dict[tuple[str, int], frozenset[int]] = {}
        self._naming: dict[str, frozenset[int]] = {}
        self._homes = _Homes(library)

    def around(self, moment: Moment | None) -> frozenset[int]:
        """The documents dated within a moment of a month or less, or a day or two after it, when it is told of."""
        if moment is None or moment.width > WIDEST:
            return frozenset()
        if moment.low is None or moment.high is None:
            return frozenset(self._of_any_year(moment, NEWS))
        days = range(moment.low, moment.high + NEWS + 1)
        return frozenset(document for day in days for document in self._by_day.get(day, ()))

    def on(self, moment: Moment) -> frozenset[int]:
        """The documents dated on the very day that a moment names, or within its month."""
        if moment.low is not None:
            last = moment.high if moment.high is not None and moment.width <= WIDEST else moment.low
            return frozenset().union(*(self._by_day.get(day, ()) for day in range(moment.low, last + 1)))
        return frozenset(self._of_any_year(moment, 0)) if moment.day else frozenset()

    def passages(self, documents: Iterable[int]) -> frozenset[int]:
        """The passages of some documents."""
        return frozenset[int]().union(*map(self._of, documents))

    def mentioning(self, name: str, documents: Iterable[int]) -> frozenset[int]:
        """The passages of some documents that have a name in their text or in those that lead to it."""
        return frozenset[int]().union(*(self._mentions(name, document) for document in documents))

    def home(self, passage: int) -> int:
        """The document of a passage."""
        return self._homes[passage]

    def within(self, passages: Collection[int], documents: Collection[int]) -> Iterable[int]:
        """Those of some passages that stand in some documents."""
        # Asked of thousands of passages a figure, hence without a loop of our own.
        return compress(passages, map(documents.__contains__, map(self._homes.__getitem__, passages)))

    def naming(self, day: str) -> frozenset[int]:
        """The passages that name a day or month, if they are few enough to say something."""
        self.foresee([day])
        return self._naming[day]

    def foresee(self, days: Iterable[str]) -> None:
        """Look up who names some days or months, in one question."""
        new = {day for day in days if day not in self._naming}
        dated = self._library.equal([(Sort.DATE, day) for day in new], NAMING) if new else {}
        self._naming |= {day: frozenset(claim.passage for claim in dated.get((Sort.DATE, day), ())) for day in new}

    def read(self, documents: Iterable[int]) -> None:
        """Read the passages of some documents, in one question."""
        new = {document for document in documents if document not in self._texts}
        for document, passages in self._library.passages_of(new).items() if new else ():
            self._texts[document] = {p.id: (p.text, *p.lead) for p in passages}

    def _of(self, document: int) -> Mapping[int, Sequence[str]]:
        """The passages of a document, each with its text and those that lead to it."""
        self.read([document])
        return self._texts[document]

    def _mentions(self, name: str, document: int) -> frozenset[int]:
        key = name, document
        known = self._mentioning.get(key)
        if known is None:
            texts = self._of(document).items()
            known = frozenset(passage for passage, own in texts if any(name in text for text in own))
            self._mentioning[key] = known
        return known

    def _of_any_year(self, moment: Moment, behind: int) -> Iterator[int]:
        for (month, day), documents in self._by_month_day.items():
            if month == moment.month and (moment.day is None or 0 <= day - moment.day <= behind):
                yield from documents

    @cached_property
    def _by_day(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for number, published in self._library.published().items():
            dated = of_published(published)
            if dated and dated.low is not None:
                for day in range(dated.low, dated.low + dated.width):
                    found[day].append(number)
        return found

    @cached_property
    def _by_month_day(self) -> dict[tuple[int, int], list[int]]:
        found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for day, documents in self._by_day.items():
            _, month, of_month = civil(day)
            found[month, of_month] += documents
        return found


class _Homes(dict[int, int]):
    """Passage → its document, for those that were asked for."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    def __missing__(self, passage: int) -> int:
        self[passage] = document = self._library.document_of(passage)
        return document
