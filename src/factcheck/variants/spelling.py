"""Names as they are written, where they stand, and how two spellings differ."""

from __future__ import annotations

from enum import StrEnum

from factcheck.lean.record import NamedTuple
from factcheck.text import Span


class Written(NamedTuple):
    """A name as words: those that name, folded, and the little words between them ("of", "and the").

    words: without possessive endings; joiners: one a gap; possessive: places of words that had such an ending
    """

    text: str
    words: tuple[str, ...]
    joiners: tuple[str, ...]
    possessive: frozenset[int] = frozenset()


class Place(NamedTuple):
    """Where a name stands: document and passage by number, and its place within the passage's text."""

    document: int
    passage: int
    span: Span


class Difference(StrEnum):
    """How two spellings of one name differ."""

    LETTER = "a letter"
    LETTERS = "two letters"
    ACCENT = "accents"
    INFLECTION = "the ending of a word"
    WORD = "a word for another"
    JOINER = "a small word"
    SPACING = "spaces or capitals"
    ORDER = "the order of words"
    POSSESSIVE = "the place of the apostrophe"
    INITIAL = "an initial"


class Form(NamedTuple):
    """One spelling with its places, in reading order."""

    text: str
    places: tuple[Place, ...]


class Variants(NamedTuple):
    """The spellings of one name: the usual one, and the others with how they differ from it or from each other."""

    usual: Form
    others: tuple[tuple[Form, Difference], ...]
