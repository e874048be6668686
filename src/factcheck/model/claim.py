"""What is found in a text, figures and quotations with what they say, and what is found out about them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.lean.record import dataclass
from factcheck.model.source import NOWHERE, Document
from factcheck.text import Span
from factcheck.text.places import NO_PLACE, Place, located
from factcheck.values import Value

if TYPE_CHECKING:
    from factcheck.values.date_expression import DateExpression


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
    ROLE = "role"

    @property
    def is_figure(self) -> bool:
        """Whether it has a value: all but quotations, names and what somebody is said to be."""
        return self not in (Kind.QUOTE, Kind.NAME, Kind.ROLE)


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
    part: which of two or more that belong together ("from", "to", "by", "compared", "for", "against", "whole", ...)
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
    """A figure, quotation or role of a document with what it says, and its place in the file.

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
    weak: of what is supported, whether the value stands in a source and little else there agrees
    """

    claim: Claim
    verdict: Verdict
    rule: str = ""
    message: str = ""
    suggestion: str = ""
    evidence: tuple[Evidence, ...] = ()
    why: tuple[Term, ...] = ()
    derived: bool = False
    weak: bool = False

    @property
    def grade(self) -> str:
        """How much a supported figure or quotation is, "strong" or "weak"; "" for the others."""
        if self.verdict is not Verdict.SUPPORTED:
            return ""
        return "weak" if self.weak else "strong"

    def bearing(self, evidence: Evidence) -> str:
        """What a passage is to the draft's figure, in a word; one that does not speak of the same fact is but near."""
        if self.verdict is Verdict.UNVERIFIED:
            return "nearest"
        return "agrees" if evidence.agrees else "differs"
