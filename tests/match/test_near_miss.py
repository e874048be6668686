"""Which values are slips for one another."""

from __future__ import annotations

from tests.rows import each

from factcheck.match.near_miss import distance, is_telling, lapse, near_miss
from factcheck.values import Value, date, duration, number


def value(text: str) -> Value:
    if text.startswith("d:"):
        return date(text[2:])
    return duration(text) if text.startswith("P") else number(text)


@each(
    ("draft", "source", "least", "most"),
    [
        ("120", "347", 0, 0),
        ("d:2017", "d:1964", 0, 0),
        ("d:2017-11-07", "d:2019-02-07", 0, 0),
        ("P5Y", "P8Y", 0, 0),
        ("d:2017", "P5Y", 0, 0),
        ("11262", "11622", 1, 1),
        # a digit and a nought exchanged, even the last
        ("240", "204", 1, 1),
        ("P240D", "P204D", 1, 1),
        ("240", "214", 0, 0),
        ("2000000", "2000000000", 1, 1),
        # misheard: thirteen, thirty
        ("13", "30", 1, 1),
        ("90", "19", 1, 1),
        ("12", "20", 0, 0),
        ("20", "100", 0, 0),
        ("19", "190", 1, 1),
        ("10", "0", 0, 0),
        ("13", "40", 0, 0),
        ("PT14M", "PT40H", 0, 0),
        # a year and another month or day, a digit of two or of numbers of two lengths, two digits
        ("d:2017", "d:2018-11", 0, 0),
        ("d:2018-11", "d:2017", 0, 0),
        ("d:2017-11-07", "d:2018-11-08", 0, 0),
        ("12", "13", 0, 0),
        ("413", "4135", 0, 0),
        ("4125", "4175000", 0.7, 0.7),
        ("4125", "4286", 0, 0),
        ("413", "418", 0.7, 0.7),
        ("d:2017-11-07", "d:2017-07-11", 1, 1),
        ("d:2017-11-07", "d:2018-11-07", 1, 1),
        ("d:2017", "d:2071", 1, 1),
        ("d:2017", "d:2016", 1, 1),
        ("PT14M", "PT40M", 1, 1),
        ("P13Y", "P30Y", 1, 1),
        ("P18M", "P18Y", 1, 1),
        ("d:2017", "d:2018", 1, 1),
        ("d:2017-11-07", "d:2017-10-07", 1, 1),
        ("d:2017-04-05", "d:2017-05-04", 1, 1),
        ("d:2022-04", "d:2022-03", 0.8, 0.8),
        # of two years one digit, of two days the month, against a whole date and against a month
        ("d:2017", "d:2037", 0.4, 0.4),
        ("d:2017", "d:2045", 0, 0),
        ("d:2017-11-07", "d:2017-10", 0.6, 0.6),
        ("4125", "4175", 0.7, 0.7),
    ],
)
def test_near_miss(draft: str, source: str, least: float, most: float) -> None:
    assert least <= near_miss(value(draft), value(source)) <= most


@each(
    ("draft", "source", "apart"),
    [
        ("12", "12", 0.0),
        ("0", "0", 0.0),
        ("0", "12", 1.0),
        ("12", "0", 1.0),
        ("-3", "12", 1.0),
        ("12", "130", 1.0),
        ("12", "12000", 1.0),
        ("-3", "-3", 0.0),
        ("0.5", "0.25", 0.30103),
        ("20", "40", 0.30103),
        ("40", "20", 0.30103),
    ],
)
def test_how_far_two_figures_lie_apart(draft: str, source: str, apart: float) -> None:
    assert round(distance(number(draft), number(source)), 5) == apart


@each(
    ("draft", "source", "apart"),
    [
        ("2017-05-03", "2017-05", 0.0),
        ("2017-05-03", "2017-05-03", 0.0),
        ("2017-05-03", "2017-05-04", 0.0845),
        ("2017-05-04", "2017-05-03", 0.0845),
        ("2017-05", "2017-07", 0.42251),
        ("2017", "2027", 0.98727),
        ("2017", "2028", 1.0),
        ("2017", "2047", 1.0),
        ("2017-05-03", "XXXX-05-03", 0.5),
        ("XXXX-05-03", "2017-05-03", 0.5),
    ],
)
def test_how_far_two_dates_lie_apart(draft: str, source: str, apart: float) -> None:
    assert round(distance(date(draft), date(source)), 5) == apart


def test_nearer_values_are_less_distant() -> None:
    assert (
        distance(number("98"), number("96")) < distance(number("98"), number("60")) < distance(number(9), number(900))
    )
    assert distance(date("2017-05"), date("2017-06")) < distance(date("2017"), date("2029"))


@each(
    ("draft", "source", "near", "told"),
    [
        # most dates of a text share a year, or a month
        ("d:2022-04", "d:2022-03", 0.8, 0.0),
        ("d:2022-04", "d:2024-04", 0.8, 0.0),
        ("d:2022", "d:2023", 0.8, 0.0),
        ("d:2022-04-01", "d:2023-04", 0.8, 0.0),
        ("d:2022-04", "d:2023-04-01", 0.8, 0.0),
        ("d:2022-04", "d:2023", 0.8, 0.0),
        ("d:XXXX-04", "d:2022-04", 0.8, 0.0),
        ("d:2022-04", "d:XXXX-04", 0.8, 0.0),
        ("d:2022-04", "d:2023-04", 0.8, 1.0),
        ("d:2022-04", "d:2021-04", 0.8, 1.0),
        ("d:2017-11-07", "d:2017-11", 0.6, 0.0),
        ("d:2017-11-07", "d:2017-10-07", 1.0, 1.0),
        # one digit and noughts
        ("30", "3000", 1.0, 0.0),
        ("7", "70", 1.0, 0.0),
        ("7", "7000", 1.0, 0.0),
        ("7000000", "7000000000", 1.0, 1.0),
        ("16", "1600", 1.0, 1.0),
        ("13", "30", 1.0, 1.0),
        ("4125", "4175", 0.7, 0.7),
        # another unit of the very number
        ("P9M", "P9Y", 1.0, 1.0),
        ("P1D", "PT10H", 1.0, 0.0),
    ],
)
def test_what_a_near_miss_tells_of_a_likely_fact(draft: str, source: str, near: float, told: float) -> None:
    assert lapse(value(draft), value(source), near) == told


@each(
    ("draft", "source", "tells"),
    [
        ("412", "412", False),
        # two digits are often exchanged by chance, and so is one that is moved
        ("41", "14", False),
        ("4100", "1400", False),
        ("412", "241", False),
        ("412", "214", False),
        ("412", "413", False),
        ("412", "4120", False),
        # one digit, or no name of numbers
        ("4000000", "4000000000", False),
        ("12", "12000", False),
        ("d:2017-11-07", "d:2017-07-11", False),
        ("412", "421", True),
        ("14000", "41000", True),
        ("-412", "-421", True),
        ("12000000", "12000000000", True),
        ("12000000000", "12000000", True),
        ("12000", "12000000", True),
    ],
)
def test_slips_that_tell_wherever_they_stand(draft: str, source: str, tells: bool) -> None:
    assert is_telling(value(draft), value(source)) is tells
