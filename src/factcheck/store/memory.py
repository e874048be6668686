"""A library held in memory: for texts given on the command line, and the measure for every other store."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.disk.closing import Closing
from factcheck.lean import cached_property
from factcheck.model import Document, Kind
from factcheck.store.protocol import UNSTATED, Contents, Known, Notation, Reach, StoredClaim, StoredPassage
from factcheck.store.row_library import left_out
from factcheck.values import Sort

if TYPE_CHECKING:
    from factcheck.store.outline import Outline


class MemoryLibrary(Closing):
    """See `protocol.Library` for what it answers."""

    name = "memory"

    def __init__(
        self,
        contents: Contents,
        digests: Mapping[int, str] | None = None,
        files: Known | None = None,
        meta: Mapping[str, str] | None = None,
    ) -> None:
        """digests: of its files, by number; files: what is known of them; meta: what it says of itself. A text that is
        in no file has none of these."""
        self._digests, self._files, self._meta = digests, files or {}, meta or {}
        self._documents = dict(sorted(contents.documents.items()))
        self._passages = {passage.id: passage for passage in contents.passages}
        self._order = sorted(self._passages)
        self._told = contents.claims
        self._claims: dict[int, list[StoredClaim]] = defaultdict(list)
        self._roles: dict[str, list[StoredClaim]] = defaultdict(list)
        for claim in contents.claims:
            if claim.claim.kind is Kind.ROLE:
                self._roles[claim.claim.subject].append(claim)
                continue
            self._claims[claim.passage].append(claim)

    # Thousands of documents are held so. Few of them are asked where a word or value stands, and most only how often.
    @cached_property
    def _frequencies(self) -> Mapping[str, int]:
        return Counter(chain.from_iterable({*passage.stems} - {""} for passage in self._passages.values()))

    @cached_property
    def _postings(self) -> Mapping[str, Sequence[int]]:
        postings: dict[str, list[int]] = defaultdict(list)
        for number in self._order:
            for stem in set(self._passages[number].stems) - {""}:
                postings[stem].append(number)
        # What is added to no more takes half the room.
        return {stem: tuple(numbers) for stem, numbers in postings.items()}

    @cached_property
    def _value_frequencies(self) -> Mapping[Notation, int]:
        return Counter(value for value, _ in self._stated())

    @cached_property
    def _by_value(self) -> Mapping[Notation, Sequence[StoredClaim]]:
        found: dict[Notation, list[StoredClaim]] = defaultdict(list)
        for value, claim in self._stated():
            found[value].append(claim)
        return found

    @cached_property
    def _sorts(self) -> Mapping[Sort, int]:
        return Counter(sort for (sort, _), _ in self._stated())

    def _stated(self) -> Iterator[tuple[Notation, StoredClaim]]:
        """The figures and quotations whose value is known, each with its notation."""
        for stored in self._told:
            value = stored.claim.value
            if stored.claim.kind is not Kind.ROLE and (plain := value.plain) not in UNSTATED:
                yield (value.sort, plain), stored

    def close(self) -> None:
        pass

    @property
    def meta(self) -> Mapping[str, str]:
        figures = sum(map(len, self._claims.values()))
        roles = sum(map(len, self._roles.values()))
        counted = {
            "documents": len(self._documents),
            "passages": len(self._passages),
            "claims": figures,
            "roles": roles,
        }
        return {**self._meta, **{name: str(count) for name, count in counted.items()}}

    def files(self) -> Known:
        return self._files

    def problems(self) -> Sequence[str]:
        files = ((state.path, state.problem) for state in self._files.values())
        return [*left_out(files), *self._meta.get("problems", "").splitlines()]

    def vouch(self, paths: Iterable[str]) -> None:
        pass

    def examine(self) -> None:
        pass

    @property
    def shelf(self) -> None:
        return None

    def opening(self) -> None:
        return None

    def digests(self) -> Mapping[int, str]:
        return self._digests if self._digests is not None else {0: ""} if self._passages else {}

    def common(self, passages: int) -> set[str]:
        return {stem for stem, count in self._frequencies.items() if count > passages}

    def passage_count(self) -> int:
        return len(self._passages)

    def frequencies(self, stems: Iterable[str]) -> Mapping[str, int]:
        known = self._frequencies
        return {stem: known[stem] for stem in stems if stem in known}

    def postings(self, stems: Iterable[str], most: int | None = None) -> Mapping[str, Sequence[int]]:
        return {stem: self._postings[stem][:most] for stem in sorted(set(stems)) if stem in self._postings}

    def stems(self, passages: Iterable[int]) -> Mapping[int, Set[str]]:
        return {number: set(passage.stems) - {""} for number, passage in self.passages(passages).items()}

    def vocabulary(self) -> Sequence[str]:
        return sorted(self._frequencies)

    def passages(self, ids: Iterable[int]) -> Mapping[int, StoredPassage]:
        return {number: self._passages[number] for number in sorted(set(ids)) if number in self._passages}

    def claims(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        return {number: self._claims[number] for number in sorted(set(passages)) if number in self._claims}

    def outlines(self, passages: Iterable[int]) -> Mapping[int, Outline]:
        from factcheck.store.outline import outline

        return {number: outline(self._passages[number], own) for number, own in self.claims(passages).items()}

    def dates(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        dated = {
            number: [claim for claim in found if claim.claim.value.sort is Sort.DATE]
            for number, found in self.claims(passages).items()
        }
        return {number: found for number, found in dated.items() if found}

    def roles(self, bearers: Iterable[str]) -> Mapping[str, Sequence[StoredClaim]]:
        return {bearer: self._roles[bearer] for bearer in sorted(set(bearers)) if bearer in self._roles}

    def roles_in(self, passages: Iterable[int]) -> Sequence[StoredClaim]:
        asked = set(passages)
        return [role for role in self.all_claims(Kind.ROLE) if role.passage in asked]

    def documents(self, numbers: Iterable[int] | None = None) -> Mapping[int, Document]:
        if numbers is None:
            return self._documents
        return {number: self._documents[number] for number in sorted(set(numbers)) if number in self._documents}

    def published(self) -> Mapping[int, str]:
        return {number: document.published for number, document in self._documents.items() if document.published}

    def passages_of(self, documents: Iterable[int]) -> Mapping[int, Sequence[StoredPassage]]:
        found: dict[int, list[StoredPassage]] = {number: [] for number in self.documents(documents)}
        for number in self._order:
            if self._passages[number].document in found:
                found[self._passages[number].document].append(self._passages[number])
        return found

    def document_of(self, passage: int) -> int:
        return self._passages[passage].document

    def equal(self, values: Iterable[Notation], limit: int) -> Mapping[Notation, Sequence[StoredClaim]]:
        return {
            value: self._by_value[value] for value, times in self.value_frequencies(values).items() if times <= limit
        }

    def value_frequencies(self, values: Iterable[Notation]) -> Mapping[Notation, int]:
        known = self._value_frequencies
        return {value: known[value] for value in sorted(set(values)) if value in known}

    def value_count(self, sort: Sort) -> int:
        return self._sorts[sort]

    def all_claims(self, kind: Kind | None = None) -> Iterator[StoredClaim]:
        if kind is Kind.ROLE:
            found = (role for own in self._roles.values() for role in own)
            yield from sorted(found, key=lambda role: (role.passage, role.first_token))
        for number in sorted(self._claims):
            yield from (claim for claim in self._claims[number] if kind in (None, claim.claim.kind))

    def all_passages(self) -> Iterator[StoredPassage]:
        return (self._passages[number] for number in self._order)

    def find_claims(self, identifiers: Iterable[str]) -> Mapping[str, StoredClaim]:
        wanted, found = set(identifiers), dict[str, StoredClaim]()
        for claim in chain(self.all_claims(), self.all_claims(Kind.ROLE)):
            if claim.claim.id in wanted:
                found.setdefault(claim.claim.id, claim)
        return found

    def find_documents(self, identifiers: Iterable[str]) -> Mapping[str, int]:
        wanted, found = set(identifiers), dict[str, int]()
        for number, document in self._documents.items():
            if document.id in wanted:
                found.setdefault(document.id, number)
        return found

    def around(self, places: Iterable[Reach]) -> Mapping[Reach, Sequence[StoredPassage]]:
        return {place: self._near(*place) for place in sorted(set(places)) if place[0] in self._passages}

    def _near(self, passage: int, reach: int) -> Sequence[StoredPassage]:
        at, here = bisect_left(self._order, passage), self._passages[passage].document
        near = self._order[max(0, at - reach) : bisect_right(self._order, passage) + reach]
        return [self._passages[number] for number in near if self._passages[number].document == here]
