"""Currency marks and names beside a numeral, as ISO 4217 codes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.kinds.line import Line
from factcheck.kinds.phrasebook import Phrasebook
from factcheck.lean.record import NamedTuple
from factcheck.lexicon import forms, table
from factcheck.text.tokens import is_figure

# "43p" is money where it touches its number and is no count of lines on a screen.
GLUED_ONLY = frozenset({"p"})
VIDEO = frozenset({"240", "360", "480", "720", "1080"})
CENT = Decimal("0.01")
# Codes that people write in small letters; any other code is taken for a word unless it stands in capitals.
COMMON_CODES = frozenset({"usd", "eur", "gbp", "rmb", "btc"})


class Currency(NamedTuple):
    """A currency and how much of it one unit of the word is: 0.01 for a cent. `code` is in capitals only when true."""

    code: str
    worth: Decimal = Decimal(1)
    capitals: bool = False


def _entries(columns: dict[str, Decimal]) -> Iterator[tuple[str, Currency]]:
    for row in table("currencies"):
        for column, worth in columns.items():
            for form in forms(row[column]):
                shouted = form.isupper() and form.isalpha() and form.lower() not in COMMON_CODES
                yield form, Currency(row["code"], worth, shouted)


BEFORE = Phrasebook(_entries({"before": Decimal(1)}))
AFTER = Phrasebook(_entries({"after": Decimal(1), "minor": CENT}))
PREFIX_ENDS = frozenset(BEFORE.ending)


def mark_before(line: Line, i: int) -> tuple[str, int]:
    """The code of the currency mark that ends just before token i, and the token it begins at; ("", i) without one."""
    if line.lower[i - 1] not in PREFIX_ENDS:
        return "", i
    found = BEFORE.before(line.lower, i)
    if found is None:
        return "", i
    currency, start = found
    if currency.capitals and not line.words[start].isupper():
        return "", i
    loose = i - start > 1 and not line.glued(start + 1)
    if loose and len(line.words[start]) == 1:
        start = i - 1
        return BEFORE.ending[line.lower[start]][-1][1].code, start
    return currency.code, start


def name_after(line: Line, i: int) -> tuple[Currency, int] | None:
    """The currency named at token i, and the token after its name."""
    found = AFTER.at(line.lower, i) or _millions(line, i)
    if found is None or (found[0].capitals and not line.words[i].isupper()):
        return None
    if line.lower[i] in GLUED_ONLY and (not line.glued(i) or line.words[i - 1] in VIDEO):
        return None
    # A mark between two numbers belongs to the second, and so does a code that touches it: "20 $ 40", "20 USD40".
    belongs = line.glued(found[1]) or not line.words[found[1] - 1].isalnum()
    return None if belongs and is_figure(line.words[found[1]]) else found


def _millions(line: Line, i: int) -> tuple[Currency, int] | None:
    """ "30 MEUR": a code with M for millions before it."""
    word = line.words[i]
    if len(word) != 4 or word[0] != "M" or not word.isupper():
        return None
    found = AFTER.at((word[1:].lower(),), 0)
    return (found[0]._replace(worth=Decimal(1_000_000)), i + 1) if found else None
