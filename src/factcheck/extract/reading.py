"""A file as it was understood: its documents, their passages with their words, and the claims found in them."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.lean.record import NamedTuple, dataclass
from factcheck.model import Claim, Document, Passage, Source


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage with its words: `stems` has one entry per token of `text`, "" for those without content."""

    passage: Passage
    text: str
    stems: tuple[str, ...]


class ReadClaim(NamedTuple):
    """A claim with the ordinal of its passage in the document, and its first and last token there."""

    claim: Claim
    passage: int
    first_token: int
    last_token: int


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with everything that was found in it, in reading order.

    claims: its figures and quotations; roles: what it says its people are
    """

    document: Document
    passages: tuple[ReadPassage, ...]
    claims: tuple[ReadClaim, ...]
    roles: tuple[ReadClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was understood."""

    source: Source
    documents: tuple[ReadDocument, ...]

    def claims(self) -> Iterator[Claim]:
        """All figures and quotations of the file, by place."""
        return (read.claim for document in self.documents for read in document.claims)

    def roles(self) -> Iterator[Claim]:
        """All that the file says its people are, by place."""
        return (read.claim for document in self.documents for read in document.roles)
