"""Calendar dates and periods in EDTF (ISO 8601-2:2019), bounded by their first and last day.

Read and written: years with any unspecified digits (`199X`), months, days, seasons 21–24, quarters 33–36, an
unspecified year (`XXXX-06-05`), years BC (`-0043`), halves 40 and 41, intervals `a/b` with open ends, one of a set
(`[2021-03-04,2021-04-03]`), and the contract's prefix `~`.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from factcheck.lean import regex as re
from factcheck.values.value import Sort, Value, bounded, split_bound

POINT = re.compile(r"(?P<year>-?[\dX]{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?")
# Northern meteorological seasons (EDTF 21–24, winter from December of the year named), quarters (33–36) and
# half-years (40, 41): first month, number of months.
SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)} | {
    40: (1, 6),
    41: (7, 6),
}


@lru_cache(maxsize=1 << 12)
def date(text: str) -> Value:
    """The value of an EDTF text, with a comparison prefix where there is one. Raises ValueError.

    A date whose year is unspecified has no bounds; `?` is a date that the text does not let us know.
    """
    bound, rest = split_bound(text)
    first, slash, last = rest.partition("/")
    if rest == "?":
        return Value(text, Sort.DATE, None, None, bound)
    if rest.startswith("["):
        return _one_of(text, rest)
    low = None if first == ".." else _days(first)[0]
    high = _days(last if slash else first)[1] if last != ".." else None
    if low is not None and high is not None and low > high:
        raise ValueError(f"a period that ends before it begins: {text!r}")
    width = (high - low + 1) if low is not None and high is not None else Decimal(1)
    return Value(text, Sort.DATE, *bounded(low, high, bound), bound, width)


def _one_of(text: str, members: str) -> Value:
    """One of several days (EDTF level 2): bounded by the first and the last of them."""
    if not members.endswith("]"):
        raise ValueError(f"not an EDTF set: {text!r}")
    bounds = [bound for member in members[1:-1].split(",") for bound in _days(member)]
    known = [bound for bound in bounds if bound is not None]
    return Value(text, Sort.DATE, *((min(known), max(known)) if len(known) == len(bounds) else (None, None)))


def date_interval(first: str, last: str) -> Value:
    """The period from one EDTF point to another, as one point where both are the same."""
    return date(first if first == last else f"{first}/{last}")


def day_number(year: int, month: int, day: int) -> int:
    """Days since 0001-01-01 of the proleptic Gregorian calendar, for any year (Hinnant, "chrono-compatible
    low-level date algorithms", days_from_civil; shifted to agree with `datetime.date.toordinal`)."""
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 305


def days_in_month(year: int, month: int) -> int:
    """The length of a month of the proleptic Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number; the inverse of `day_number`."""
    era, day_of_era = divmod(day + 305, 146097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


def iso(day: Decimal | None) -> str | None:
    """A day number as an ISO 8601 date, for the contract's `low` and `high`."""
    if day is None:
        return None
    year, month, of_month = civil(int(day))
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{of_month:02}"


def _days(text: str) -> tuple[Decimal | None, Decimal | None]:
    """First and last day of one EDTF point; None for both where the year is unspecified."""
    match = POINT.fullmatch(text)
    if not match:
        raise ValueError(f"not an EDTF date: {text!r}")
    year, month, day = match["year"], match["month"], match["day"]
    if month and month != "XX" and not (1 <= int(month) <= 12 or (int(month) in SEASONS and not day)):
        raise ValueError(f"no such month: {text!r}")
    if "X" in year[-4:-2] or (month == "XX" and day):
        if day and day != "XX" and month != "XX" and not 1 <= int(day) <= days_in_month(2000, int(month or 1)):
            raise ValueError(f"no such day: {text!r}")
        return None, None
    sign = -1 if year.startswith("-") else 1
    years = sorted(sign * int(year.lstrip("-").replace("X", digit)) for digit in "09")
    if month is None or month == "XX":
        return Decimal(day_number(years[0], 1, 1)), Decimal(day_number(years[1], 12, 31))
    start, length = SEASONS.get(int(month), (int(month), 1))
    if day and day != "XX":
        if not 1 <= int(day) <= days_in_month(years[0], start):
            raise ValueError(f"no such day: {text!r}")
        return Decimal(day_number(years[0], start, int(day))), Decimal(day_number(years[1], start, int(day)))
    carry, end = divmod(start + length - 2, 12)
    end_year = years[1] + carry
    return Decimal(day_number(years[0], start, 1)), Decimal(
        day_number(end_year, end + 1, days_in_month(end_year, end + 1))
    )
