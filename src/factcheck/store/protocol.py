"""What matching asks of a library, whichever store keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from factcheck.model import Claim, Document, Role
from factcheck.values import Sort


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage as matching reads it.

    document: the ordinal of its document; ordinals of passages and documents ascend in reading order
    stems: one per token of `text` (`tokens.tokenise`), folded and stemmed; "" for punctuation and function words
    """

    id: int
    document: int
    paragraph: int
    role: Role
    text: str
    stems: tuple[str, ...]
    headings: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()


class StoredClaim(NamedTuple):
    """A claim with the numbers of the passage and document it stands in, and its first and last token there."""

    claim: Claim
    passage: int
    document: int
    first_token: int
    last_token: int


class Library(Protocol):
    """A searchable set of documents, passages and claims. All answers are in ascending order of id."""

    def passage_count(self) -> int: ...

    def frequencies(self, stems: Iterable[str]) -> Mapping[str, int]:
        """In how many passages each stem stands; absent ones are left out."""
        ...

    def postings(self, stem: str) -> Sequence[int]:
        """The passages a stem stands in."""
        ...

    def passages(self, ids: Iterable[int]) -> Mapping[int, StoredPassage]: ...

    def claims(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        """The claims that stand in the given passages, by passage, in reading order."""
        ...

    def documents(self, ordinals: Iterable[int]) -> Mapping[int, Document]: ...

    def document_of(self, passage: int) -> int: ...

    def equal(self, sort: Sort, plain: str, limit: int) -> Sequence[StoredClaim]:
        """Claims whose value is written the same, comparison prefix aside; none if there are more than `limit`."""
        ...

    def value_frequency(self, sort: Sort, plain: str) -> tuple[int, int]:
        """How many claims have this value, and how many claims of this sort there are: its rarity."""
        ...
