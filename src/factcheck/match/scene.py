"""Builds the contexts of a library's figures, each once, reading passages and their neighbours in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from factcheck.match.almanac import Almanac
from factcheck.match.context import Context, context
from factcheck.match.glimpse import Glimpse, glimpse
from factcheck.match.passage_words import bag_of, concepts_of, words_of
from factcheck.match.rarity import Rarity
from factcheck.match.scope_years import years_of
from factcheck.match.surroundings import Setting, Surroundings, Times, setting, times
from factcheck.match.when import BEGINS
from factcheck.model import Document, Kind, Role
from factcheck.store.protocol import Library, StoredClaim, StoredPassage
from factcheck.values import Sort

# How far a figure's surroundings reach, in passages: its neighbours' words, and the last year that was named.
BEFORE, AFTER = 3, 1
YEARS_BEFORE = 5
DATES_BEFORE = 2
# What the figures of so many passages have in common is kept: a context has what it needs of it.
SETTINGS = 64
# How far the cells of its row reach on either side of a cell.
ROW = 12


class Scene:
    """The contexts of one library's figures; `rarity` may be that of another."""

    def __init__(self, library: Library, rarity: Rarity) -> None:
        self._library = library
        self.almanac = Almanac(library)
        self._rarity = rarity
        self._passages: dict[int, StoredPassage] = {}
        self._claims: dict[int, Sequence[StoredClaim]] = {}
        # Of the passages before others, the years that they name and, of the nearest, their dates.
        self._years: dict[int, tuple[int, ...]] = {}
        self._dated: dict[int, Sequence[StoredClaim]] = {}
        self._documents: dict[int, Document] = {}
        self._read: set[int] = set()
        self._held: set[int] = set()
        self._around: set[int] = set()
        self._before: set[int] = set()
        self._near: set[int] = set()
        self._settings: dict[int, Setting] = {}
        self._contexts: dict[tuple[int, int, int, Kind], Context] = {}

    def claims_of(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        """The claims of each of these passages, in reading order."""
        wanted = list(passages)
        self._fetch(set(wanted) - self._read)
        return {p: self._claims.get(p, ()) for p in wanted}

    def know(self, passages: Mapping[int, StoredPassage]) -> None:
        """Take passages as they were read before."""
        self._around |= passages.keys()
        self._passages.update(passages)

    def hold(self, claims: Mapping[int, Sequence[StoredClaim]]) -> None:
        """Take the claims of some passages as they were read before."""
        self._held |= claims.keys()
        self._claims.update(claims)

    def foresee(self, claims: Iterable[StoredClaim]) -> None:
        """Read what the contexts of some claims are made of, all together."""
        wanted = list(claims)
        passages = {claim.passage for claim in wanted}
        self._fetch(passages - self._read)
        texts = {text for claim in wanted for text in (claim.claim.subject, self.document(claim).title)}
        texts.update(text for n in passages for text in (*self._passages[n].headings, *self._passages[n].lead))
        beside = {n for passage in passages for n in range(passage - BEFORE, passage + AFTER + 1)}
        bags = (bag_of(self._passages[n].stems) for n in beside if n in self._passages)
        self._rarity.learn(frozenset[str]().union(*bags, *map(concepts_of, texts)))

    def make(self, claims: Iterable[StoredClaim]) -> None:
        """Make the contexts of some claims, those of a passage one after the other, in whatever order they are asked
        for: so what they have in common is made once."""
        for claim in sorted(claims, key=attrgetter("passage")):
            self.context(claim)

    def context(self, claim: StoredClaim) -> Context:
        """The context of one claim of this library."""
        known = self.known(claim)
        if known is None:
            key = claim.passage, claim.first_token, claim.last_token, claim.claim.kind
            known = self._contexts[key] = context(claim, self._setting(claim), self._rarity)
        return known

    def glimpses(self, claims: Iterable[StoredClaim]) -> Iterator[Glimpse]:
        """The glimpses of some claims of this library, which are read together; in the order of their passages."""
        wanted = sorted(claims, key=attrgetter("passage"))
        self.claims_of({claim.passage for claim in wanted})
        for _, group in groupby(wanted, attrgetter("passage")):
            own = list(group)
            there = self._times(own[0])
            yield from (glimpse(self.own(claim), there) for claim in own)

    def own(self, claim: StoredClaim) -> StoredClaim:
        """A claim that was read another time, as it was read here."""
        place = claim.first_token, claim.last_token, claim.claim.kind
        there = self.claims_of([claim.passage])[claim.passage]
        return next((c for c in there if (c.first_token, c.last_token, c.claim.kind) == place), claim)

    def known(self, claim: StoredClaim) -> Context | None:
        """The context of a claim that was asked for, perhaps as it was read another time."""
        return self._contexts.get((claim.passage, claim.first_token, claim.last_token, claim.claim.kind))

    def document(self, claim: StoredClaim) -> Document:
        if claim.document not in self._documents:
            self._documents.update(self._library.documents([claim.document]))
        return self._documents[claim.document]

    def _setting(self, claim: StoredClaim) -> Setting:
        known = self._settings.get(claim.passage)
        if known is None:
            known = setting(self._times(claim))
            if len(self._settings) >= SETTINGS:
                del self._settings[next(iter(self._settings))]
            self._settings[claim.passage] = known
        return known

    def _times(self, claim: StoredClaim) -> Times:
        others = self.claims_of([claim.passage])[claim.passage]
        return times(self._passages[claim.passage], others, self._surroundings(claim))

    def _fetch(self, wanted: set[int]) -> None:
        """Read the claims of passages, and of those around them the words and dates, all together."""
        if not wanted:
            return
        self._read |= wanted
        around = {n for p in wanted for n in range(p - YEARS_BEFORE, p + AFTER + 1)} - self._around
        self._around |= around
        self._passages.update(self._library.passages(around))
        self._hold(wanted | self._rows(wanted))
        self._date(wanted)
        documents = {self._passages[passage].document for passage in wanted if passage in self._claims}
        documents = {document for document in documents if document not in self._documents}
        self._documents.update(self._library.documents(documents) if documents else {})

    def _hold(self, passages: set[int]) -> None:
        """Read the claims of passages, each once."""
        new = passages - self._held
        self._held |= new
        self._claims.update(self._library.claims(new))

    def _date(self, wanted: set[int]) -> None:
        """Read what the passages before others say of the time. Most say no more than years, and no more is kept of
        them: thousands stand before the candidates of a draft."""
        before = {n for p in wanted for n in range(p - YEARS_BEFORE, p)}
        near = {n for p in wanted for n in range(p - DATES_BEFORE, p) if self._leads_to(n, p)}
        new = (before - self._before) | (near - self._near)
        self._before |= before
        self._near |= near
        held = {n: own for n in new & self._held if (own := self._claims.get(n))}
        for number, claims in (*held.items(), *self._library.dates(new - self._held).items()):
            dates = [claim for claim in claims if claim.claim.value.sort is Sort.DATE]
            if years := {year for date in dates for year in years_of(date)}:
                self._years[number] = tuple(years)
            if dates and number in near:
                self._dated[number] = dates

    def _leads_to(self, number: int, passage: int) -> bool:
        """Whether a passage is of the paragraph of one behind it."""
        known, other = self._passages.get(number), self._passages.get(passage)
        own, behind = ((p.document, p.paragraph) if p else None for p in (known, other))
        return own is not None and own == behind

    def _rows(self, wanted: set[int]) -> set[int]:
        """The cells that stand in one row with some passages, which are read with them."""
        cells = [n for n in wanted if n in self._passages and self._passages[n].role is Role.CELL]
        near = {n for cell in cells for n in range(cell - ROW, cell + ROW + 1) if n not in self._passages}
        self._passages.update(self._library.passages(near) if near else {})
        return {other for cell in cells for other in self._row(cell)}

    def _row(self, cell: int) -> list[int]:
        """The other cells of a cell's row, so far as they are near."""
        own = self._passages[cell]
        near = (n for n in range(cell - ROW, cell + ROW + 1) if n != cell and self._beside(n, own.document))
        return [n for n in near if self._passages[n].paragraph == own.paragraph]

    def _surroundings(self, claim: StoredClaim) -> Surroundings:
        here = claim.passage
        document, paragraph = self.document(claim), self._passages[here].paragraph
        before = [n for n in range(here - YEARS_BEFORE, here) if self._beside(n, claim.document)]
        after = [n for n in range(here + 1, here + AFTER + 1) if self._beside(n, claim.document)]
        row = self._row(here) if self._passages[here].role is Role.CELL else []
        named = (self._years.get(n, ()) for n in reversed(before))
        return Surroundings(
            before=tuple(self._passages[n] for n in before[-BEFORE:]),
            after=tuple(self._passages[n] for n in after),
            title=document.title,
            published=document.published,
            years_before=frozenset(next(filter(None, named), ())),
            dates_before=tuple(self._dates(n, paragraph) for n in reversed(before[-DATES_BEFORE:])),
            row=tuple(claim for n in row for claim in self._claims.get(n, ())),
            columns=any(self._claims.get(n) and self._passages[n].lead[:1] not in ((), ("",)) for n in row),
        )

    def _dates(self, passage: int, paragraph: int) -> tuple[StoredClaim, ...]:
        """The dates of an earlier sentence of the same paragraph that say when, not since when."""
        read = self._passages[passage]
        if read.paragraph != paragraph:
            return ()
        dates = [c for c in self._dated.get(passage, ()) if c.claim.kind is Kind.DATE]
        words = words_of(read.text, read.stems).lower if dates else ()
        return tuple(c for c in dates if words[max(0, c.first_token - 1)] not in BEGINS)

    def _beside(self, number: int, document: int) -> bool:
        passage = self._passages.get(number)
        return passage is not None and passage.document == document
