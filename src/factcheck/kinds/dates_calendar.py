"""Calendar arithmetic: periods counted on and back, holidays, and the parts of a period, as EDTF."""

from __future__ import annotations

from factcheck.kinds.dates_words import HOLIDAYS
from factcheck.values.date import civil, day_number, days_in_month

# Units counted in days, and units counted in months, by their length.
IN_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
IN_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
# The months of a year that "early", "mid" and "late" name, and the years of a decade.
MONTHS_OF = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
YEARS_OF = {"early": (0, 3), "mid": (4, 6), "late": (6, 9)}


def index(unit: str, day: int) -> int:
    """The running number of the period that holds a day. Weeks begin on Monday (ISO 8601)."""
    if unit in IN_DAYS:
        # Day 1 of the proleptic calendar is a Monday.
        return (day - 1) // IN_DAYS[unit]
    year, month, _ = civil(day)
    return (year * 12 + month - 1) // IN_MONTHS[unit]


def period(unit: str, number: int) -> str:
    """The period with a running number, in EDTF."""
    if unit in IN_DAYS:
        first = number * IN_DAYS[unit] + 1
        if unit == "day":
            return iso_day(first)
        return f"{iso_day(first + 5 if unit == 'weekend' else first)}/{iso_day(first + IN_DAYS[unit] - 1)}"
    year, month = divmod(number * IN_MONTHS[unit], 12)
    figures = iso_year(year)
    texts = {"year": figures, "month": f"{figures}-{month + 1:02}", "quarter": f"{figures}-{month // 3 + 33}"}
    return texts.get(unit) or (figures[:-1] + "X" if unit == "decade" else figures[:-2] + "XX")


def iso_year(year: int) -> str:
    """A year of four figures, astronomical: 0 is 1 BC."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def iso_day(day: int) -> str:
    """A day number as an ISO 8601 date."""
    year, month, of_month = civil(day)
    return f"{iso_year(year)}-{month:02}-{of_month:02}"


def weekday(day: int) -> int:
    """The weekday of a day number, Monday being 1."""
    return (day - 1) % 7 + 1


def part_of(text: str, part: str) -> str:
    """The early, middle or late part of a year or decade; any shorter period has no parts of its own."""
    if len(text) == 4 and text.isdecimal() and part in MONTHS_OF:
        first, last = MONTHS_OF[part]
        return f"{text}-{first:02}/{text}-{last:02}"
    if len(text) == 4 and text[:3].isdecimal() and text.endswith("X") and part in YEARS_OF:
        first, last = YEARS_OF[part]
        return f"{text[:3]}{first}/{text[:3]}{last}"
    return text


def holiday(name: str, year: int) -> str:
    """The day of a holiday in a year."""
    rule = HOLIDAYS[name]
    if len(rule) == len("2001-09-11"):
        return rule
    if rule.startswith("easter"):
        return iso_day(easter(year) + int(rule.removeprefix("easter")))
    if "-" in rule[:3]:
        return f"{iso_year(year)}-{rule}"
    month, day_of_week, which, *on = map(int, rule.split())
    return iso_day(nth_weekday(year, month, day_of_week, which) + sum(on))


def nth_weekday(year: int, month: int, day_of_week: int, which: int) -> int:
    """The day number of the first, second … or last (-1) such weekday of a month."""
    if which < 0:
        last = day_number(year, month, days_in_month(year, month))
        return last - (weekday(last) - day_of_week) % 7
    first = day_number(year, month, 1)
    return first + (day_of_week - weekday(first)) % 7 + 7 * (which - 1)


def nth_of(text: str, unit: str, which: int, day_of_week: int = 0) -> str:
    """The n-th week, weekend or weekday of a month or year; without a number, the week that holds a day."""
    if not text[:4].isdecimal() or "/" in text or "X" in text:
        return "?"
    year, month, day = (int(part) for part in (text + "-01-01")[:10].split("-"))
    if unit == "week" and not which:
        return period("week", index("week", day_number(year, month, day)))
    if unit == "weekday":
        return iso_day(nth_weekday(year, month, day_of_week, which)) if len(text) == 7 else "?"
    if unit == "weekend" and len(text) == 7:
        return period("weekend", index("weekend", nth_weekday(year, month, 6, which)))
    last = day_number(year, 12, 31) if len(text) == 4 else day_number(year, month, days_in_month(year, month))
    first = last - 6 if which < 0 else day_number(year, month, 1) + 7 * (which - 1)
    return f"{iso_day(first)}/{iso_day(min(first + 6, last))}" if unit == "week" and first <= last else text


def easter(year: int) -> int:
    """The day number of Easter Sunday (Meeus/Jones/Butcher, the Gregorian computus)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    leap, of_leap = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quotient, remainder = divmod(of_century, 4)
    to_sunday = (32 + 2 * of_leap + 2 * quotient - epact - remainder) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return day_number(year, month, day + 1)
