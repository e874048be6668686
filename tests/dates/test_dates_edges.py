"""Where a rule of dates begins and ends: a text on either side of each of its limits."""

from __future__ import annotations

from tests.rows import each

from factcheck.dates import recognise
from factcheck.dates.calendar import easter
from factcheck.dates.resolve import resolve
from factcheck.text.tokens import tokenise
from factcheck.values.date import civil

# Just outside: no date.
OUTSIDE = [
    "In nineteen nine it burned.",
    "It fell in FY211.",
    "In 2200 trams stood still.",
    "Since 1699 voters stayed away.",
    "The mark was 1499.",
    "The mark was 2100.",
    "They cleaned the 1899 murals.",
    "They cleaned the 2050 murals.",
    "They cleaned the 2014 days.",
    "They cleaned Norland 1899 murals.",
    "They cleaned 1699 elections.",
    "It fell in the ’1 race.",
    "He left half a year ago.",
    "He left one and a half years ago.",
    "They meet on a Friday.",
]
# Just inside: the text of the date, and its value.
INSIDE = [
    ("In nineteen ten it burned.", "nineteen ten", "1910"),
    ("In nineteen twenty it burned.", "nineteen twenty", "1920"),
    ("In nineteen twenty-one it burned.", "nineteen twenty-one", "1921"),
    ("It fell in FY21.", "FY21", "2021"),
    ("It fell in FY2021.", "FY2021", "2021"),
    ("Since 1700 voters stayed away.", "1700", "1700"),
    ("The mark was 1500.", "1500", "1500"),
    ("The mark was 2099.", "2099", "2099"),
    ("They cleaned the 1900 murals.", "1900", "1900"),
    ("They cleaned the 2049 murals.", "2049", "2049"),
    ("They cleaned Norland 1900 murals.", "1900", "1900"),
    ("They cleaned 1700 elections.", "1700", "1700"),
    ("It fell in the ’17 race.", "’17", "2017"),
    ("It fell in AD 79.", "AD 79", "0079"),
    ("It fell in 44 BC.", "44 BC", "-0043"),
    ("It fell in 1 BC.", "1 BC", "0000"),
    ("It lasted from 5 to 1 BC.", "5 to 1 BC", "-0004/0000"),
    ("It fell in early 2021.", "early 2021", "2021-01/2021-04"),
    ("It fell in mid 2021.", "mid 2021", "2021-05/2021-08"),
    ("It fell in late 2021.", "late 2021", "2021-09/2021-12"),
    ("It fell in the first two weeks of May 2021.", "the first two weeks of May 2021", "2021-05-01/2021-05-14"),
    ("It fell in the last two weeks of May 2021.", "the last two weeks of May 2021", "2021-05-18/2021-05-31"),
    ("It fell in the last two days of May 2021.", "the last two days of May 2021", "2021-05-30/2021-05-31"),
    ("It fell in the last week of May 2021.", "the last week of May 2021", "2021-05-25/2021-05-31"),
    ("It fell in the last two months of 2021.", "the last two months of 2021", "2021-11/2021-12"),
    ("It fell in the first two quarters of 2021.", "the first two quarters of 2021", "2021-33/2021-34"),
    ("It fell in the fifth week of May 2021.", "the fifth week of May 2021", "2021-05-29/2021-05-31"),
    ("It fell on the third day of May 2021.", "the third day of May 2021", "2021-05-03"),
    ("It fell in the third month of 2021.", "the third month of 2021", "2021-03"),
    ("It fell in the twelfth month of 2021.", "the twelfth month of 2021", "2021-12"),
    ("It fell in the thirteenth month of 2021.", "the thirteenth month of 2021", "?"),
    ("It fell in the fifth week of February 2021.", "the fifth week of February 2021", "?"),
]
# Sundays of Easter: the earliest, the latest, and those of years that have a correction of their own.
EASTERS = ["1818-03-22", "1886-04-25", "1900-04-15", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19"]
EASTERS += ["2000-04-23", "2008-03-23", "2023-04-09", "2024-03-31", "2038-04-25", "2049-04-18", "2076-04-19"]
# In a text of 14 June 2022: a verb that tells, and a word that only looks like one.
TOLD = [
    ("They closed it in September.", "2021-09"),
    ("They will close it in March.", "2023-03"),
    ("They need it in September.", "2022-09"),
    ("They'll need it in March.", "2023-03"),
]


@each("text", OUTSIDE)
def test_outside(text: str) -> None:
    assert recognise(tokenise(text)) == ()


@each(("text", "words", "value"), INSIDE)
def test_inside(text: str, words: str, value: str) -> None:
    assert [(text[slice(*m.span)], m.value.text) for m in recognise(tokenise(text))] == [(words, value)]


@each("day", EASTERS)
def test_easter(day: str) -> None:
    assert civil(easter(int(day[:4]))) == tuple(map(int, day.split("-")))


@each(("text", "value"), TOLD)
def test_told(text: str, value: str) -> None:
    tokens = tokenise(text)
    (found,) = resolve([(tokens, recognise(tokens))], "2022-06-14")
    assert [mention.value.text for mention in found] == [value]
