"""Lengths of time in ISO 8601 notation, compared in mean Gregorian days."""

from __future__ import annotations

from decimal import Decimal

from factcheck.lean import regex as re
from factcheck.values.value import Sort, Value, bounded

# Mean lengths of the Gregorian calendar: 146,097 days in 400 years. A year is exactly twelve such months, so that
# "18 months" and "a year and a half" are equal to the last digit.
DAYS = {
    "Y": Decimal("365.2425"),
    "M": Decimal("30.436875"),
    "W": Decimal(7),
    "D": Decimal(1),
}
# Hours, minutes and seconds are added up before they are divided into days: half a minute is thirty seconds to the
# last digit.
SECONDS = {"TH": Decimal(3600), "TM": Decimal(60), "TS": Decimal(1)}
DAY = Decimal(86400)
NUMBER = r"\d+(?:\.\d+)?"
ISO = re.compile(
    rf"P(?:(?P<Y>{NUMBER})Y)?(?:(?P<M>{NUMBER})M)?(?:(?P<W>{NUMBER})W)?(?:(?P<D>{NUMBER})D)?"
    rf"(?:T(?:(?P<TH>{NUMBER})H)?(?:(?P<TM>{NUMBER})M)?(?:(?P<TS>{NUMBER})S)?)?"
)


def duration(text: str, *, bound: str = "", near: bool = False) -> Value:
    """An ISO 8601 duration or a range of two (`P5Y/P10Y`; of times of day, `PT9H..PT11H`), with a comparison prefix.

    Raises ValueError.
    """
    first, _, last = text.partition(".." if ".." in text else "/")
    low, step = _days(first)
    high = _days(last)[0] if last else low
    return Value(bound + text, Sort.DURATION, *bounded(low, high, bound), bound, step, near)


def _days(text: str) -> tuple[Decimal, Decimal]:
    """Length and smallest unit written, both in days."""
    match = ISO.fullmatch(text)
    parts = {unit: figure for unit, figure in match.groupdict().items() if figure} if match else {}
    if not parts:
        raise ValueError(f"not an ISO 8601 duration: {text!r}")
    days = sum((Decimal(figure) * DAYS[unit] for unit, figure in parts.items() if unit in DAYS), Decimal(0))
    seconds = sum((Decimal(figure) * SECONDS[unit] for unit, figure in parts.items() if unit in SECONDS), Decimal(0))
    return days + seconds / DAY, min(DAYS[unit] if unit in DAYS else SECONDS[unit] / DAY for unit in parts)
