"""Reads the value of a curated claim, in any notation that prose may use or in the canonical one."""

from __future__ import annotations

from functools import lru_cache

from factcheck import values
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Kind
from factcheck.values import UNKNOWN, Value

# A digit, a written word of two letters or a sign that makes a figure: cheap to rule out what is no canonical notation.
WORDS = re.compile(r"[^\W\d_]{2}")
# What a reader may take for another kind than its writer meant, since the words that would tell are not in the value.
ALIKE = (
    {Kind.DURATION, Kind.SENTENCE},
    {Kind.VOTE_SHARE, Kind.PERCENTAGE},
    {Kind.COUNT, Kind.SCORE, Kind.RANK, Kind.ORDINAL, Kind.MEASUREMENT, Kind.OTHER, Kind.REFERENCE, Kind.MONEY},
)

# Words in which a value of a kind stands out as such.
FRAMES = {
    Kind.DATE: ("in {}",),
    Kind.DURATION: ("it lasted for {}", "it took {} to end"),
    Kind.SENTENCE: ("sentenced to {} in prison", "sentenced to between {} in prison"),
}


class Read(NamedTuple):
    """A value with the unit that its notation names."""

    value: Value
    unit: str = ""


@lru_cache(maxsize=1 << 14)
def read_value(notation: str, kind: Kind) -> Read | None:
    """The value of a notation for a claim of a kind; None where it holds no such value, or more than one.

    Words of a quotation or a name have no value to compare and are read as they stand.
    """
    if not kind.is_figure:
        return Read(UNKNOWN)
    return _canonical(notation, kind) or _prose(notation, kind)


def _canonical(notation: str, kind: Kind) -> Read | None:
    if WORDS.search(notation):
        return None
    try:
        value = values.date(notation) if kind is Kind.DATE else values.parse(notation)
    except ValueError:
        return None
    lasting = kind in (Kind.DURATION, Kind.SENTENCE)
    wanted = values.Sort.DATE if kind is Kind.DATE else values.Sort.DURATION if lasting else values.Sort.NUMBER
    fits = value.sort is wanted or (kind is Kind.OTHER and value.sort is not values.Sort.DATE)
    return Read(value) if fits and value != UNKNOWN else None


def _prose(notation: str, kind: Kind) -> Read | None:
    """The value by itself, else in words that show what it is: "May" alone may be a name."""
    for frame in ("{}", *FRAMES.get(kind, ())):
        found = read_all(frame.format(notation), kind)
        if len(found) == 1 and found[0].value.plain != UNKNOWN.plain:
            return found[0]
    return None


@lru_cache(maxsize=4096)
def read_all(text: str, kind: Kind) -> tuple[Read, ...]:
    """The different values of a kind that stand in a text, in order."""
    from factcheck import kinds
    from factcheck.text import tokens

    mentions = kinds.recognise(tokens.tokenise(text))
    return tuple(dict.fromkeys(Read(m.value, m.unit) for m in mentions if alike(m.kind, kind)))


def alike(found: Kind, wanted: Kind) -> bool:
    """Whether a value read as one kind may be meant as another."""
    return found is wanted or any({found, wanted} <= group for group in ALIKE)
