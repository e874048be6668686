"""Frames the cell of a table by its row, its column's header and the caption."""

from __future__ import annotations

from functools import lru_cache

from factcheck import dates
from factcheck.dates.resolve import alone
from factcheck.extract.frames.frame_cues import CUES
from factcheck.extract.frames.moment import Moment
from factcheck.extract.frames.poles import poles
from factcheck.kinds.noun import is_plural, singular
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Kind, Origin, Passage, Qualifier
from factcheck.names.titles import CALENDAR
from factcheck.text.stem import stems
from factcheck.text.tokens import tokenise
from factcheck.values import Value

YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d,.])")
WITHOUT_YEAR = re.compile(r"X{4}-(\d\d(?:-\d\d)?)")
# Rows that add up the others, and headers that say what a column measures, by a noun that may have a capital.
SUMS, GENERIC = CUES["row of a sum"], CUES["header of a measure"]
SIGNS = re.compile(r"[\d%$€£()\[\],/]")
PER = re.compile(r"\bper\s+(?P<of>[\d,]+|[^\W\d_]+)")


class Head(NamedTuple):
    """What governs a cell: the label of its row, the header of its column, the caption, the rest of its row."""

    row: str
    column: str
    caption: str
    rest: str


def head(passage: Passage) -> Head:
    """The parts of a cell's lead."""
    return Head(*(*passage.lead, "", "", "", "")[:4])


def owner(passage: Passage, kind: Kind) -> Qualifier | None:
    """Whose a cell is: its row's, or its column's where the rows are times, sums or nothing."""
    own = head(passage)
    row = _owner(own.row, Origin.ROW)
    heads_name = kind is not Kind.DATE and _is_name(own.column) and _no_label(own.row)
    return row or (_owner(own.column, Origin.COLUMN) if heads_name else None)


def _owner(label: str, origin: Origin) -> Qualifier | None:
    words = label.strip(" :*")
    return Qualifier(words, label, origin) if words and not _no_label(words) else None


def _no_label(label: str) -> bool:
    """Whether a label names nothing that could own a figure: a time, a sum, a number."""
    words = tokenise(label).lower
    return not any(map(str.isalpha, label)) or words[0] in SUMS or _time(label) is not None


def _is_name(header: str) -> bool:
    """Whether a column's header names an owner and no measure."""
    words = header.split()
    plain = bool(words) and SIGNS.search(header) is None and all(word[0].isupper() for word in words)
    return (
        plain
        and words[-1].lower() not in GENERIC
        and words[0].lower() not in GENERIC
        and not is_plural(words[-1].lower())
    )


def time(passage: Passage) -> Moment | None:
    """When a cell holds: by its row, its column, its caption; a month or day takes its year from the next of them."""
    own = head(passage)
    places = ((own.row, Origin.ROW), (own.rest, Origin.ROW), (own.column, Origin.COLUMN), (own.caption, Origin.CAPTION))
    for place, (words, origin) in enumerate(places):
        value = _time(words)
        if value is not None:
            later = (text for text, _ in places[place + 1 :])
            text = _with_year(value.text, (*later, *passage.headings[-1:]))
            return Moment(Qualifier(text, words, origin), "during")
    return None


@lru_cache(maxsize=4096)
def _time(words: str) -> Value | None:
    """The one date that some words of a table state."""
    if not words:
        return None
    found = dates.recognise(tokenise(words)) or dates.recognise(tokenise(f"In {words}."))
    if len(found) != 1:
        return None
    value, expression = found[0].value, found[0].expression
    known = value.low is not None or WITHOUT_YEAR.fullmatch(value.text)
    return alone(expression) if expression and known else None


def _with_year(edtf: str, others: tuple[str, ...]) -> str:
    """A date, a month or day with the one year that other words of the table name."""
    month = WITHOUT_YEAR.fullmatch(edtf)
    if not month:
        return edtf
    for words in others:
        years = set(YEAR.findall(words))
        if len(years) == 1:
            return f"{years.pop()}-{month[1]}"
    return edtf


def measure(passage: Passage, whose: Qualifier | None) -> Qualifier | None:
    """What a cell measures: the words of its column's header, or of the caption where the header is its owner."""
    own = head(passage)
    names_owner = whose is not None and whose.origin is Origin.COLUMN
    for words, origin in ((("" if names_owner else own.column), Origin.COLUMN), (own.caption, Origin.CAPTION)):
        tokens = tokenise(words)
        pairs = zip(tokens.lower, stems(tokens), strict=True)
        content = [stem for word, stem in pairs if len(stem) > 1 and stem.isalpha() and word not in CALENDAR]
        if content:
            return Qualifier(" ".join(content), words, origin)
    return None


def direction(passage: Passage) -> Qualifier | None:
    """The way that a column's header tells: "Killed", "Imports"."""
    words = [(word, poles()[word]) for word in tokenise(head(passage).column).lower if word in poles()]
    return Qualifier(words[0][1], words[0][0], Origin.COLUMN) if len(words) == 1 else None


def per(passage: Passage) -> str:
    """The denominator that a column's header or the caption tells."""
    own = head(passage)
    found = PER.search(own.column) or PER.search(own.caption)
    return _denominator(found["of"]) if found else ""


def _denominator(word: str) -> str:
    return word.replace(",", "") if word[0].isdigit() else "" if word == "cent" else singular(word)
