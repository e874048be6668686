"""The frozen types that travel between the stages; nothing here computes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from factcheck.text import Span, View
from factcheck.text.places import NO_PLACE, Anchor, Place, Placed, located
from factcheck.values import Value

if TYPE_CHECKING:
    from factcheck.values.date_expression import DateExpression

NOWHERE = Span(0, 0)


class Kind(StrEnum):
    """What a figure is; the names are the public contract's."""

    DATE = "date"
    DURATION = "duration"
    SENTENCE = "sentence"
    VOTE_SHARE = "vote_share"
    PERCENTAGE = "percentage"
    MONEY = "money"
    COUNT = "count"
    RANK = "rank"
    SCORE = "score"
    REFERENCE = "reference"
    ORDINAL = "ordinal"
    MEASUREMENT = "measurement"
    OTHER = "other"
    QUOTE = "quote"
    NAME = "name"

    @property
    def is_figure(self) -> bool:
        """Whether it has a value: all but quotations and names."""
        return self not in (Kind.QUOTE, Kind.NAME)


class Role(StrEnum):
    """The part a block of text plays on the page; an aside stands on it, but is not what the text says."""

    PROSE = "prose"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    BLOCKQUOTE = "blockquote"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell or block quotation of the visible text.

    level: 1 to 6 for a heading, the depth of a list item, else 0
    lead:  the words that govern it: a cell's row and column headers, the line that introduces a list
    """

    span: Span
    role: Role = Role.PROSE
    level: int = 0
    lead: tuple[str, ...] = ()


class Voice(NamedTuple):
    """Words of the visible text that the file itself says who spoke, as captions and transcripts do."""

    span: Span
    speaker: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its text, the visible text, its blocks, and what its markup says of itself.

    text: as decoded; of a file that is no text, what its reader makes of it, the same each time
    metadata: lower-case keys as found in front matter or HTML: title, author, date, publisher, url
    warnings: what the user should know ("decoded as cp1252")
    places: where in the file parts of `text` stand, by ascending offset; none for text that is found by its lines
    anchors: the way from `text` back to the characters of a file that is no text
    voices: who speaks, in order, where the file says so
    """

    path: str
    text: str
    view: View
    blocks: tuple[Block, ...]
    metadata: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    places: tuple[Placed, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    voices: tuple[Voice, ...] = ()

    def place(self, offset: int) -> Place:
        """Where in the file an offset of its text stands."""
        found = bisect_right(self.places, offset, key=_offset)
        return self.places[found - 1].place if found else NO_PLACE


def _offset(placed: Placed) -> int:
    return placed.offset


@dataclass(frozen=True, slots=True)
class Document:
    """One article or report.

    span: its place in the visible text of its file; origin: in the file as decoded, set where a store keeps it
    """

    id: str
    path: str
    span: Span
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    published_basis: str = ""
    url: str = ""
    origin: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, heading, item or cell: the unit that evidence is cited by.

    span: in the visible text of the file; paragraph: the ordinal of its block in the document
    headings: the titles above it, outermost first; lead: its block's lead
    """

    span: Span
    paragraph: int
    role: Role = Role.PROSE
    headings: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure that a recogniser found, in offsets of the text it was given, not yet tied to a fact.

    unit: "%", an ISO 4217 code, the counted noun's singular lemma, the penalty, or a unit symbol
    head: where the counted or measured noun stands, if it stands in the text
    expression: a date that still waits for the document's own date; its value is then UNKNOWN or partial
    """

    kind: Kind
    span: Span
    value: Value
    unit: str = ""
    head: Span | None = None
    expression: DateExpression | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words quoted in a text, without their marks, and who says them.

    speaker: the person or organisation, in the fullest form the text gives; "" when it does not say
    speaker_words: the words that credit them ("she", "the mayor"), as written
    cue: the verb or phrase that attributes them ("said", "according to"); complete: both marks stand in the text
    """

    span: Span
    speaker: str = ""
    cue: str = ""
    complete: bool = True
    speaker_words: str = ""


class Origin(StrEnum):
    """Where a qualifier of a figure was read, the surest first."""

    CLAUSE = "clause"
    PAIRING = "pairing"
    ROW = "row"
    COLUMN = "column"
    CAPTION = "caption"
    LIST = "list"
    EARLIER = "earlier"
    HEADING = "heading"
    TITLE = "title"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Qualifier:
    """One thing that a text says of a figure besides its value.

    value: a name in its fullest form in the document; EDTF for a time; stems or a row of the lexicon for the others
    words: as written
    """

    value: str
    words: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Frame:
    """What a figure is about; None and "" are unknown, and say nothing.

    owner: whose it is; measure: what of theirs, by its head nouns and verb; place: where
    time, time_role: when, and whether the figure holds "as_of", "during", "since", "until", "by" then or is "planned"
    part: which of two or more that belong together ("from", "to", "by", "for", "against", "whole", "other", ...)
    direction: a pair of the lexicon of converses and its pole ("change:up")
    per: its denominator ("100000", "person", "year")
    """

    owner: Qualifier | None = None
    measure: Qualifier | None = None
    time: Qualifier | None = None
    time_role: str = ""
    place: Qualifier | None = None
    part: str = ""
    direction: Qualifier | None = None
    per: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure or quotation of a document with what it says, and its place in the file.

    span: into the file as decoded; mark: the figure's place within `sentence`
    subject (who), measure (what about them), scope (when, where), speaker (who says so): "" where the text is silent
    frame: the same for comparing, each qualifier with where it was read
    place: in a file that is no plain text; row_head, column_head: of a cell; aside: outside what the text itself says
    speaker_words: how the text names the speaker just there ("she")
    """

    id: str
    kind: Kind
    document: str
    path: str
    span: Span
    line: int
    column: int
    text: str
    value: Value
    unit: str = ""
    subject: str = ""
    measure: str = ""
    scope: str = ""
    speaker: str = ""
    sentence: str = ""
    mark: Span = NOWHERE
    frame: Frame = Frame()
    place: Place = NO_PLACE
    row_head: str = ""
    column_head: str = ""
    aside: bool = False
    speaker_words: str = ""

    @property
    def where(self) -> str:
        """Its file and its place there: a line and column, or what the format has instead."""
        return located(self.path, self.line, self.column, self.place)

    @property
    def words(self) -> str:
        """A figure as a reader sees it, on one line, without the markup that may stand in its text."""
        seen = self.sentence[self.mark.start : self.mark.end] if self.kind is not Kind.QUOTE else ""
        return " ".join((seen or self.text).split())


class Verdict(StrEnum):
    """What the sources say of a figure or quotation of a draft."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim of the library held beside a finding; `score` is between 0 and 1."""

    claim: Claim
    document: Document
    agrees: bool
    score: float


@dataclass(frozen=True, slots=True)
class Term:
    """One reason among those that decided, for people: what was compared, how it came out, its weight in nats."""

    name: str
    detail: str
    weight: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What `verify` says about one figure or quotation of a draft, with its evidence, best first.

    derived: whether the figure follows from its evidence by a step and is not itself a value of it
    """

    claim: Claim
    verdict: Verdict
    rule: str = ""
    message: str = ""
    suggestion: str = ""
    evidence: tuple[Evidence, ...] = ()
    why: tuple[Term, ...] = ()
    derived: bool = False

    def bearing(self, evidence: Evidence) -> str:
        """What a passage is to the draft's figure, in a word; one that does not speak of the same fact is but near."""
        if self.verdict is Verdict.UNVERIFIED:
            return "nearest"
        return "agrees" if evidence.agrees else "differs"
