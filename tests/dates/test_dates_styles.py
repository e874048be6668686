"""Every day of a year, in every style of writing, is read as that day; every EDTF text is kept as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each

from factcheck.dates import recognise
from factcheck.text.tokens import tokenise
from factcheck.values import date
from factcheck.values.date import civil, day_number, iso

FIRST, YEARS, DAYS = dt.date(1700, 1, 1), 400, 365
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def nth(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


STYLES: tuple[Callable[[dt.date], str], ...] = (
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {nth(d.day)} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} the {nth(d.day)}, {d.year}",
    lambda d: f"the {nth(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"the {ORDINALS[d.day - 1]} of {MONTHS[d.month - 1]}, {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()][:3]} {d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]}. {d.day}, {d.year}" if d.month != 5 else f"May {d.day}, {d.year}",
    lambda d: f"{d.day:02}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
)


def read(text: str) -> list[str]:
    return [m.value.text for m in recognise(tokenise(text))]


@each("style", range(len(STYLES)))
def test_every_day_in_turn(style: int) -> None:
    """Each style writes all the days of a year, each in another year of four centuries, and no two styles the same."""
    days = [FIRST.replace(year=FIRST.year + (day * 37 + style) % YEARS) + dt.timedelta(days=day) for day in range(DAYS)]
    text = ". ".join(f"He left on {STYLES[style](day)}" for day in days)
    assert read(text) == [day.isoformat() for day in days]


@examples()
@given(st.dates(FIRST, dt.date(2099, 12, 31)), st.sampled_from(STYLES))
def test_any_day_in_any_style(day: dt.date, style: Callable[[dt.date], str]) -> None:
    assert read(f"It was {style(day)}, he said.") == [day.isoformat()]


@examples()
@given(st.integers(-700_000, 1_400_000))
def test_day_numbers_go_both_ways(day: int) -> None:
    assert day_number(*civil(day)) == day


@examples()
@given(st.dates(dt.date(1000, 1, 1)), st.dates(dt.date(1000, 1, 1)))
def test_a_period_is_bounded_by_its_days(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    value = date(f"{first}/{last}")
    assert (iso(value.low), iso(value.high), value.text) == (str(first), str(last), f"{first}/{last}")


EDTF = [
    ("2017", "2017-01-01", "2017-12-31"),
    ("2017-11", "2017-11-01", "2017-11-30"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("18XX", "1800-01-01", "1899-12-31"),
    ("XXXX-06-05", None, None),
    ("2017-23", "2017-09-01", "2017-11-30"),
    ("2017-24", "2017-12-01", "2018-02-28"),
    ("2020-35", "2020-07-01", "2020-09-30"),
    ("2020-41", "2020-07-01", "2020-12-31"),
    ("196X/1979", "1960-01-01", "1979-12-31"),
    ("2017-11-27/..", "2017-11-27", None),
    ("../2017", None, "2017-12-31"),
    ("-0043", "-0043-01-01", "-0043-12-31"),
    ("[2021-03-04,2021-04-03]", "2021-03-04", "2021-04-03"),
    ("~2005", "2005-01-01", "2005-12-31"),
    ("<2002", None, "2002-12-31"),
    ("?", None, None),
]


@each(("text", "low", "high"), EDTF)
def test_edtf_is_kept_and_bounded(text: str, low: str | None, high: str | None) -> None:
    value = date(text)
    assert (value.text, iso(value.low), iso(value.high)) == (text, low, high)


@each("text", ["2017-13", "2017-02-30", "2019-02-29", "17", "2017/", "[2017", "2019/2018", "XXXX-02-31"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        date(text)
