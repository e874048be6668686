"""Finds names of a draft that misspell a name its library knows; in doubt they are names of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from factcheck.extract.reading import Reading, ReadPassage
from factcheck.lean.record import NamedTuple
from factcheck.model import Role
from factcheck.store.protocol import Library
from factcheck.text import Span
from factcheck.text.stem import is_function_word
from factcheck.variants.initials import wrong_initials
from factcheck.variants.speller import Speller
from factcheck.variants.spelling import Difference, Written
from factcheck.variants.written import read_names

# Longer names are headlines.
LONGEST = 6
# Words of so many letters have a capital in a heading that gives one to each word.
LONG = 4


class Misspelling(NamedTuple):
    """A name of a draft, its place in the visible text, and what the library calls it."""

    written: str
    span: Span
    right: str
    how: Difference


class _Mention(NamedTuple):
    name: Written
    span: Span
    opens: bool


def misspellings(reading: Reading, library: Library, allowed: Collection[str] = ()) -> list[Misspelling]:
    """The names of a draft that are misspelt, by place. `allowed`: names that are right, aliases included."""
    found = list(_initials(reading, library, frozenset(allowed)))
    mentions = list(_mentions(reading))
    right = Speller(library, frozenset(allowed))
    right.foresee(mention.name for mention in mentions)
    own = {word for mention in mentions if len(mention.name.words) > 1 for word in mention.name.words}
    times = Counter(mention.name for mention in mentions)
    for mention in mentions:
        name = mention.name
        if len(name.words) > 1:
            slip = right.whole(name, mention.opens, times[name])
        else:
            slip = right.single(name, own)
        if slip and not any(mention.span.overlaps(other.span) for other in found):
            found.append(Misspelling(mention.name.text, mention.span, *slip))
    return sorted(found, key=lambda misspelling: misspelling.span)


def _initials(reading: Reading, library: Library, allowed: Collection[str]) -> Iterator[Misspelling]:
    """The names of a draft with a wrong initial."""
    told = list(_told(reading))
    for at, wrong in wrong_initials([read.text for read in told], library):
        if wrong.written not in allowed:
            span = wrong.span.shift(told[at].passage.span.start)
            yield Misspelling(wrong.written, span, wrong.right, Difference.INITIAL)


def _mentions(reading: Reading) -> Iterator[_Mention]:
    """The names of a draft: those that end a run before others, short ones before long ones."""
    for read in _told(reading):
        seen = [s for s in read_names(read.text) if len(s.name.words) <= LONGEST]
        for name, span, opens, _ in sorted(seen, key=lambda s: (not s.closes, len(s.name.words))):
            yield _Mention(name, span.shift(read.passage.span.start), opens)


def _told(reading: Reading) -> Iterator[ReadPassage]:
    """The passages of a draft but those headings that have capitals of their own."""
    for document in reading.documents:
        yield from (read for read in document.passages if read.passage.role is not Role.HEADING or _small(read.text))


def _small(heading: str) -> bool:
    """Whether a heading is written as a sentence is, as those of pictures are, and not With a Capital for Each Word."""
    told = (word for word in heading.split() if len(word) >= LONG and word.isalpha() and word.islower())
    return sum(not is_function_word(word) for word in told) > 1
