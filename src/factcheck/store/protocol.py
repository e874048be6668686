"""What is asked of a library, and how one is built, whichever store keeps it: no other room names an engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from factcheck.errors import StoreError
from factcheck.lean.record import NamedTuple, dataclass
from factcheck.model import NOWHERE, Claim, Document, Kind, Role
from factcheck.text import Span
from factcheck.text.places import NO_PLACE, Place
from factcheck.values import UNKNOWN, Sort

if TYPE_CHECKING:
    from factcheck.store.outline import Outline
    from factcheck.store.parcel import Parcel

# A value as it is written, comparison prefix aside: what claims of equal value have in common.
Notation = tuple[Sort, str]
# A passage and how far around it one looks, in passages.
Reach = tuple[int, int]
# The notations of values that equal nothing: a date the text does not let us know, and a quotation, which has none.
UNSTATED = frozenset({UNKNOWN.plain, ""})


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage as matching reads it.

    id, document: numbers of the passage and its document; within a file both ascend in reading order, gaps included
    stems: one per token of `text` (`stem.stems(tokens.tokenise(text))`); "" for punctuation and function words
    span, line: its place in the text of the file; place: in a file that is no plain text
    """

    id: int
    document: int
    paragraph: int
    role: Role
    text: str
    stems: tuple[str, ...]
    headings: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    span: Span = NOWHERE
    line: int = 0
    place: Place = NO_PLACE


class StoredClaim(NamedTuple):
    """A claim with the numbers of the passage and document it stands in, and its first and last token there."""

    claim: Claim
    passage: int
    document: int
    first_token: int
    last_token: int


class Contents(NamedTuple):
    """What a store takes in: documents by number, passages and claims in reading order.

    aside: how many figures and quotations stand outside what the files say, and are not among them
    """

    documents: Mapping[int, Document]
    passages: Sequence[StoredPassage]
    claims: Sequence[StoredClaim]
    aside: int = 0


class FileState(NamedTuple):
    """A source file as it was when it was read.

    changed_ns: when its content, name or rights were last changed, by the system; checked_ns: when all this was taken
    hash, notes: of its content, and of what `sources.toml` says of it
    problem: why it is not in the library; "" if it is
    warnings: what the reader remarked, a line each
    aside: how many figures and quotations stand outside what it says, as on a saved page
    """

    path: str
    size: int
    modified_ns: int
    changed_ns: int
    inode: int
    checked_ns: int
    hash: str
    notes: str = ""
    problem: str = ""
    warnings: str = ""
    aside: int = 0


Known = Mapping[str, FileState]


class DamagedError(StoreError):
    """The index that was to be changed is damaged: only a new one can be built."""


class Open(Protocol):
    """What is open until it is closed, at the end of a `with` at the latest."""

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Builder(Open, Protocol):
    """Changes a library file by file; who reads it sees all of that once it is finished, and none of it before.

    Closed without that, nothing has changed for a reader; a store may keep what was added for the next builder.
    """

    def known(self) -> Known:
        """The files that the library would hold if it were finished now, by path."""
        ...

    def add(self, state: FileState, contents: Contents | Parcel) -> None:
        """Add a file, in the place of what was known of its path: all of it, or nothing where this raises.

        contents: of that file, numbered from 0; or its rows, as they were made where it was read
        Raises StoreError for contents that no library can hold.
        """
        ...

    def touch(self, state: FileState) -> None:
        """Note a new size, times and inode of a known file whose content is what it was."""
        ...

    def remove(self, path: str) -> None:
        """Remove a known file and all that stands in it."""
        ...

    def problems(self) -> Sequence[str]:
        """What the user should know of the known files, a line each: which were left out, and why."""
        ...

    def finish(self, meta: Mapping[str, str], problems: Iterable[str] = ()) -> None:
        """Show it to readers, and close. meta: what it is to say of itself; problems: what more the user should know"""
        ...


class Library(Open, Protocol):
    """A searchable set of documents, passages and claims.

    A question takes many keys, for a library may be a network away: a draft gathers what it wants and asks once.
    All answers are in ascending order of number, each once however often it was asked for; unknown keys are left out.
    The same files give the same numbers, whatever the order in which they came to be in the library.
    """

    @property
    def name(self) -> str:
        """Where it is kept, as messages say it."""
        ...

    @property
    def meta(self) -> Mapping[str, str]:
        """What it says of itself: what its builder was told, and how many `documents`, `passages`, `claims`, `roles`
        there are."""
        ...

    def files(self) -> Known:
        """Its files as they were when they were read, by path."""
        ...

    def problems(self) -> Sequence[str]:
        """What the user should know at every use, a line each: files that were left out, documents that cannot be told
        apart."""
        ...

    def vouch(self, paths: Iterable[str]) -> None:
        """Raise StoreError unless what it says of some files is what was read in them."""
        ...

    def examine(self) -> None:
        """Look at everything in it. Raises StoreError where something is damaged or was changed."""
        ...

    @property
    def shelf(self) -> Path | None:
        """Where what is found by holding the files of the library against each other may be kept; None for nowhere."""
        ...

    def opening(self) -> Callable[[], Library] | None:
        """What opens the same library in another process; None for one that only this process has."""
        ...

    def digests(self) -> Mapping[int, str]:
        """What is known of each file, in short, by its number: the numbers of all that stands in it begin with that."""
        ...

    def common(self, passages: int) -> set[str]:
        """The stems that stand in more passages than this."""
        ...

    def passage_count(self) -> int:
        """How many passages there are; it is known from the start."""
        ...

    def frequencies(self, stems: Iterable[str]) -> Mapping[str, int]:
        """In how many passages each stem stands; absent ones are left out."""
        ...

    def postings(self, stems: Iterable[str], most: int | None = None) -> Mapping[str, Sequence[int]]:
        """The passages that each stem stands in, in ascending order; of more than `most`, the first."""
        ...

    def stems(self, passages: Iterable[int]) -> Mapping[int, Set[str]]:
        """What the postings tell of some passages: the stems that stand in each."""
        ...

    def vocabulary(self) -> Sequence[str]:
        """Every stem, in the order of their letters."""
        ...

    def passages(self, ids: Iterable[int]) -> Mapping[int, StoredPassage]: ...

    def claims(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        """The figures and quotations that stand in the given passages, by passage, in reading order."""
        ...

    def outlines(self, passages: Iterable[int]) -> Mapping[int, Outline]:
        """Those of the given passages in which figures or quotations stand, in short."""
        ...

    def roles(self, bearers: Iterable[str]) -> Mapping[str, Sequence[StoredClaim]]:
        """What people are said to be, by their names, in reading order; unknown names are left out."""
        ...

    def roles_in(self, passages: Iterable[int]) -> Sequence[StoredClaim]:
        """What people are said to be in the given passages."""
        ...

    def dates(self, passages: Iterable[int]) -> Mapping[int, Sequence[StoredClaim]]:
        """Those of the claims that stand in the given passages whose value is a date."""
        ...

    def documents(self, numbers: Iterable[int] | None = None) -> Mapping[int, Document]:
        """The documents of these numbers, or all."""
        ...

    def published(self) -> Mapping[int, str]:
        """Of which day, month or year each document is, where that is known, as `Document.published` has it."""
        ...

    def passages_of(self, documents: Iterable[int]) -> Mapping[int, Sequence[StoredPassage]]:
        """The passages of each document, in reading order; none for one that is not there."""
        ...

    def document_of(self, passage: int) -> int:
        """The document of a passage. It is asked of thousands, and follows from their numbers: the library is asked for
        those of its documents once."""
        ...

    def equal(self, values: Iterable[Notation], limit: int) -> Mapping[Notation, Sequence[StoredClaim]]:
        """Claims whose value is written as each of these; none of those that more than `limit` have.

        A value that the text does not let us know (`?`) equals nothing.
        """
        ...

    def value_frequencies(self, values: Iterable[Notation]) -> Mapping[Notation, int]:
        """How many claims have each of these values; those that none has are left out."""
        ...

    def value_count(self, sort: Sort) -> int:
        """How many claims have a value of this sort; it is known from the start."""
        ...

    def all_claims(self, kind: Kind | None = None) -> Iterator[StoredClaim]:
        """Every figure and quotation, or every claim of one kind, in reading order."""
        ...

    def all_passages(self) -> Iterator[StoredPassage]:
        """Every passage, in reading order."""
        ...

    def find_claims(self, identifiers: Iterable[str]) -> Mapping[str, StoredClaim]:
        """The claims with these `Claim.id`s."""
        ...

    def find_documents(self, identifiers: Iterable[str]) -> Mapping[str, int]:
        """The numbers of the documents with these `Document.id`s."""
        ...

    def around(self, places: Iterable[Reach]) -> Mapping[Reach, Sequence[StoredPassage]]:
        """Passages, each with up to so many of its document's passages on either side."""
        ...
