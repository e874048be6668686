"""Amounts of money: "$3bn", "US$ 2.5 million", "500 riel", "50 cents"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.currency import CENT, Currency, name_after
from factcheck.kinds.line import Line
from factcheck.kinds.numeral import Form
from factcheck.kinds.phrase import Phrase, unit_token
from factcheck.kinds.weight import weighs
from factcheck.model import Kind, Mention
from factcheck.text.tokens import is_word
from factcheck.values import number

POUNDS = frozenset({"pound", "pounds"})
UNKNOWN_CURRENCY = "XXX"
ENDINGS = frozenset({"", ".", ",", ";", ")", "?", "!", "each", "per", "more"})


def money(line: Line, phrase: Phrase) -> Mention | None:
    """A numeral with a currency before or after it. The unit is "" where several countries share the name."""
    if phrase.form is Form.ORDINAL:
        return None
    if phrase.mark:
        named = name_after(line, phrase.unit_at)
        repeated = named is not None and named[0].code == phrase.mark
        return _mention(line, phrase, Currency(phrase.mark), named[1] if named and repeated else phrase.last)
    named = name_after(line, unit_token(line, phrase)) or _pounds(line, phrase) or _won(line, phrase)
    if named is None:
        return None
    currency, after = named
    return _with_minor(line, phrase, currency, after) or _mention(line, phrase, currency, after)


def _with_minor(line: Line, phrase: Phrase, currency: Currency, after: int) -> Mention | None:
    """ "Twelve euros and fifty centimes", whosever the hundredths are; "15 dollars 50", "15 dollars and 50": without a
    name of their own, at the end of what is said."""
    rest = phrase.next
    if rest is None or rest.first != after + (line.lower[after] == "and") or currency.worth != 1 or phrase.high:
        return None
    whole = phrase.low.value, rest.value
    if any(figure != figure.to_integral_value() for figure in whole):
        return None
    named = name_after(line, rest.last)
    end = named[1] if named and named[0].worth == CENT else rest.last
    bare = end == rest.last
    if not (10 if bare else 1) <= rest.value < 100 or (bare and line.lower[end] not in ENDINGS):
        return None
    amount = number(whole[0] + rest.value * CENT, bound=phrase.bound, step=CENT, near=phrase.near)
    return Mention(Kind.MONEY, line.span(phrase.first, end), amount, currency.code)


def _mention(line: Line, phrase: Phrase, currency: Currency, after: int) -> Mention:
    value = phrase.value(currency.worth)
    unit = "" if currency.code == UNKNOWN_CURRENCY else currency.code
    return Mention(Kind.MONEY, phrase.span(line, after), value, unit)


def _pounds(line: Line, phrase: Phrase) -> tuple[Currency, int] | None:
    """Pounds are money unless something is weighed with them."""
    if line.lower[phrase.unit_at] not in POUNDS or weighs(line, phrase):
        return None
    return Currency("GBP"), phrase.unit_at + 1


def _won(line: Line, phrase: Phrase) -> tuple[Currency, int] | None:
    """ "50 million won" is Korean money; "50 million won the prize" and "50 won" are people who win."""
    if line.lower[phrase.unit_at] != "won" or phrase.low.scale < Decimal(1000):
        return None
    after = line.lower[phrase.unit_at + 1]
    return (Currency("KRW"), phrase.unit_at + 1) if after in WON_FOLLOWERS or not is_word(after) else None


WON_FOLLOWERS = CUES["won, in money"]
