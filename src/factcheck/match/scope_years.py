"""Which years a figure belongs to, and which dates of its passage can say when it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.compare import date_parts
from factcheck.lean import regex as re
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim
from factcheck.values import Sort

YEAR = re.compile(r"(?<![\d-])(?:1[5-9]|20)\d\d(?![\d,.]*\d)")
# A season that two years share: "2004-05", "2004/05".
TWO_YEARS = re.compile(r"(?<![\d-])((?:1[5-9]|20)\d\d)[-–/](\d\d)(?![-–/.,\d]*\d)")


def years_of(stored: StoredClaim) -> frozenset[int]:
    """The year or years that a date names."""
    value = stored.claim.value
    if value.sort is not Sort.DATE:
        return frozenset()
    year = date_parts(value)[0]
    if year is not None:
        return frozenset((year,))
    return frozenset(int(y) for y in YEAR.findall(value.plain))


def years_in(texts: Iterable[str]) -> frozenset[int]:
    """The years that some texts name, "2004-05" both."""
    known = list(texts)
    named = {int(year) for text in known for year in YEAR.findall(text)}
    shared = [(int(year), int(last)) for text in known for year, last in TWO_YEARS.findall(text)]
    return frozenset(named | {year + 1 for year, last in shared if (year + 1) % 100 == last})


def years(
    stored: StoredClaim,
    dates: Sequence[StoredClaim],
    titled: frozenset[int],
    before: frozenset[int],
    published: str,
) -> tuple[frozenset[int], bool]:
    """The years a figure belongs to, from its sentence, else its headings, else what was last named, else the date
    of its document; and whether the first two named them.

    dates: the other dates of its sentence; titled: the years of headers and headings; before: what was last named
    """
    own = frozenset(year for other in dates for year in years_of(other))
    if stored.claim.kind is Kind.DATE:
        own = own or years_of(stored)
    if own:
        return own, True
    if titled:
        return titled, True
    if before:
        return before, False
    return years_in((published[:4],)), False


def set_apart(date: StoredClaim, figure: StoredClaim, words: Sequence[str]) -> bool:
    """Whether a date opens brackets in which a figure does not stand: "£3 million (2023: £2 million)"."""
    opens = date.first_token - 1
    if opens < 0 or words[opens] != "(":
        return False
    closes = next((at for at in range(opens, len(words)) if words[at] == ")"), len(words))
    return figure.first_token not in range(opens, closes)
