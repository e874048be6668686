"""A file as it was read, and what it is cut into: documents and their passages."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum

from factcheck.lean.record import NamedTuple, dataclass
from factcheck.text import Span, View
from factcheck.text.places import NO_PLACE, Anchor, Place, Placed

NOWHERE = Span(0, 0)


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
    row:   of a cell: a number that the cells of its row share, and those of the rows beside it do not; else 0
    """

    span: Span
    role: Role = Role.PROSE
    level: int = 0
    lead: tuple[str, ...] = ()
    row: int = 0


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

    span: in the visible text of the file; paragraph: the ordinal of its block, or of its table row, in the document
    headings: the titles above it, outermost first; lead: its block's lead
    """

    span: Span
    paragraph: int
    role: Role = Role.PROSE
    headings: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
