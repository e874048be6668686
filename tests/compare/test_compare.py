"""What a draft may say of a source's value, and what it may not."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each

from factcheck.compare import AGREEING, Relation, compare, date_parts, relation
from factcheck.compare.interval import Interval
from factcheck.values import Sort, Value, date, duration, number
from factcheck.values.value import split_bound

R = Relation


def value(text: str) -> Value:
    """`d:2022-06` is a date, `P3Y` a duration, `>50` a number; `n` before a bound makes it a close one ("almost"),
    `e5` after a number says that its last written digit stands for 10 to the fifth ("2.5 million")."""
    if text.startswith("d:"):
        return date(text[2:])
    near, text = text.startswith("n"), text.removeprefix("n")
    bound, rest = split_bound(text)
    if rest.startswith("P"):
        return duration(rest, bound=bound, near=near)
    rest, _, step = rest.partition("e")
    low, _, high = rest.partition("..")
    return number(low, high or None, bound=bound, near=near, step=Decimal(10) ** int(step) if step else None)


NUMBERS = [
    # draft, source, relation
    ("~PT0.5M", "~PT30S", R.ROUNDED),  # half a minute, to the last digit
    ("PT8H", "PT480M", R.CONVERTED),
    (">30", "30", R.DIFFERENT),
    (">5740000e4", "5740000e4", R.DIFFERENT),
    (">10000000e5", "10000000e5", R.DIFFERENT),
    (">4200000e5", "4200000e5", R.ROUNDED),
    (">9900000e5", "9900000e5", R.ROUNDED),
    ("125", "125", R.EQUAL),
    ("120", "125", R.DIFFERENT),
    ("44", "43.8", R.ROUNDED),
    ("43", "43.8", R.DIFFERENT),
    ("44", "45", R.DIFFERENT),
    # no digits in another order, but for noughts
    (">1001", "1010", R.IMPLIED),
    ("<110", "101", R.IMPLIED),
    ("1001", "<1010", R.FINER),
    ("1", "1.4", R.ROUNDED),
    ("1", "1.6", R.DIFFERENT),
    ("43.8", "44", R.FINER),
    ("62", "61.5", R.ROUNDED),  # halves go up
    ("61", "61.5", R.DIFFERENT),
    ("700000", "702350", R.ROUNDED),
    ("700000", "710000", R.ROUNDED),
    ("700000", "720000", R.DIFFERENT),
    ("1200", "1210", R.DIFFERENT),  # three zeros make a round figure, two do not
    ("5000", "5080", R.ROUNDED),
    ("99000", "99450", R.ROUNDED),
    ("99000", "99550", R.DIFFERENT),
    ("700000", "740000", R.DIFFERENT),
    ("120", "118", R.DIFFERENT),
    ("4", "3", R.DIFFERENT),
    ("2000000e6", "1932134", R.ROUNDED),
    ("2000000e6", "2000000000e9", R.DIFFERENT),
    ("1932134", "2000000e6", R.FINER),
    # ranges: what lies between the ends of a wide one is not told by it, and one moved up or down is another
    ("8..12", "10", R.VAGUER),
    ("100..300", "200", R.VAGUER),
    ("-0.1..1", "0.5", R.VAGUER),
    ("100..301", "200", R.INCOMPARABLE),
    ("100..301", "100..301", R.EQUAL),
    ("8..16", "5..11", R.DIFFERENT),
    ("5..11", "8..16", R.DIFFERENT),
    ("5..11", "6..12", R.FINER),
    ("5..16", "8..11", R.VAGUER),
    # a bound of many figures is close to its figure, one of a single figure need not be
    (">68.5", "69.9", R.IMPLIED),
    (">68.5", "86.5", R.DIFFERENT),
    (">6.8", "8.6", R.DIFFERENT),
    (">6.8", "8.7", R.IMPLIED),
    (">12", "21", R.DIFFERENT),
    (">12", "22", R.FINER),
    (">25", "40", R.IMPLIED),
    (">25", "41", R.FINER),
    ("<400", "381", R.IMPLIED),
    ("<415", "381", R.DIFFERENT),
    # bounds are inequalities
    (">50000000e6", "116500000e5", R.IMPLIED),
    (">50", ">50", R.EQUAL),
    (">50", ">=50", R.EQUAL),
    (">10000", ">11000", R.IMPLIED),
    (">200", ">100", R.DIFFERENT),
    (">75", "75", R.DIFFERENT),
    (">=75", "75", R.IMPLIED),
    ("<76", "75", R.IMPLIED),
    ("<98", "99", R.DIFFERENT),
    ("<100", ">100", R.DIFFERENT),
    (">50", "~51", R.FINER),
    # a bound is worded anew up to a twentieth away
    (">106", ">100", R.DIFFERENT),
    (">104", ">100", R.FINER),
    (">105", ">100", R.FINER),
    (">240000", ">234000", R.FINER),
    (">243000", ">234000", R.DIFFERENT),
    ("<234000", "<243000", R.DIFFERENT),
    ("~90", "~88", R.ROUNDED),
    ("~88", "~90", R.FINER),
    ("~86", "~88", R.DIFFERENT),
    ("~4580", "~4850", R.DIFFERENT),
    ("86", "~88", R.FINER),
    ("~86", "88", R.ROUNDED),
    ("~86", "86..88", R.ROUNDED),
    ("~86", "~85..87", R.FINER),
    ("~85..87", "~86", R.ROUNDED),
    ("~88", "~86.5", R.FINER),
    ("<94", "<100", R.DIFFERENT),
    ("<96", "<100", R.FINER),
    # two bounds of one direction go by their figures
    (">=192", ">=198", R.FINER),
    ("<=52", "<=44", R.FINER),
    (">60", ">80", R.FINER),
    (">25", ">50", R.DIFFERENT),
    (">26", ">50", R.FINER),
    ("<12.5", "<12", R.IMPLIED),
    ("<=92", "<=44", R.DIFFERENT),
    ("<=500", "<=450", R.IMPLIED),
    (">50", ">54", R.IMPLIED),
    (">399", ">419", R.FINER),
    (">399", ">421", R.DIFFERENT),
    (">39", ">49", R.FINER),
    (">390", ">499", R.FINER),
    # the same digits in another order are a slip
    (">12", ">21", R.DIFFERENT),
    (">107000", ">170000", R.DIFFERENT),
    (">110", ">101", R.DIFFERENT),
    (">20", ">200", R.DIFFERENT),
    ("<=50", "<=500", R.DIFFERENT),
    # a source that only bounds
    ("130", ">100", R.FINER),
    ("100", ">100", R.ROUNDED),
    ("80", ">100", R.DIFFERENT),
    ("10000000", ">100000000", R.DIFFERENT),
    # a precise bound lies close to its figure; far beyond it is another fact
    ("21400", ">21300", R.FINER),
    ("22300", ">21300", R.FINER),
    ("22400", ">21300", R.DIFFERENT),
    ("23100", ">21300", R.DIFFERENT),
    ("42600", ">21300", R.FINER),
    ("23000", ">21000", R.FINER),
    ("280", "<=300", R.FINER),
    ("281", "<=312", R.DIFFERENT),
    ("156", "<=312", R.FINER),
    ("200", "<=300", R.FINER),
    (">100", "<80", R.DIFFERENT),
    (">100", "<300", R.FINER),
    ("<100", ">80", R.FINER),
    (">12", "5..10", R.DIFFERENT),
    (">7", "5..10", R.FINER),
    # about and almost
    ("~22", "22", R.ROUNDED),
    ("~440000", "440154", R.ROUNDED),
    ("~0", "0", R.ROUNDED),
    ("~440000", "510000", R.DIFFERENT),
    ("~997", "1030", R.DIFFERENT),
    ("~997", "1020", R.ROUNDED),
    ("~4000", "4450", R.DIFFERENT),
    # in four figures none is about right
    ("~823", "832", R.ROUNDED),
    ("832", "~823", R.FINER),
    ("~8236", "8263", R.DIFFERENT),
    ("8263", "~8236", R.DIFFERENT),
    ("8236", "~8236", R.ROUNDED),
    ("~4000", "4350", R.ROUNDED),
    ("22", "n<25", R.FINER),
    ("81", "n>68", R.FINER),
    ("86000", "n>68000", R.DIFFERENT),
    ("86000", ">68000", R.FINER),
    ("n<25", "22", R.IMPLIED),
    ("n<25", "12", R.DIFFERENT),
    ("n<25", "16", R.DIFFERENT),
    ("n<25", "21", R.IMPLIED),
    ("n<25", "26", R.DIFFERENT),
    # ranges
    ("5..10", "7", R.VAGUER),
    ("7", "5..10", R.FINER),
    ("5..10", "12", R.DIFFERENT),
    ("5..8", "5..8", R.EQUAL),
    ("5..12", "5..10", R.DIFFERENT),
    ("5..8", "5..10", R.DIFFERENT),
    ("4..12", "5..10", R.VAGUER),
]

DURATIONS = [
    ("P18M", "P1.5Y", R.CONVERTED),
    ("P12M", "P1Y", R.CONVERTED),
    (">PT48H", ">PT48H", R.EQUAL),
    (">PT48H", "PT48H", R.ROUNDED),
    (">PT48H", "<PT48H", R.DIFFERENT),
    ("<PT48H", ">=PT48H", R.DIFFERENT),
    ("P10Y", "P8Y", R.DIFFERENT),
    ("P18Y", "P18M", R.DIFFERENT),
    ("P1Y", "P17M", R.DIFFERENT),
    ("P8Y", "P7Y10M", R.ROUNDED),
    ("P1Y", "P415D", R.DIFFERENT),
    ("P1Y", "P400D", R.ROUNDED),
    (">P30Y", "P33Y", R.IMPLIED),
    (">P30Y", "P30Y", R.ROUNDED),
    (">P30Y", ">=P30Y", R.ROUNDED),
    ("<P30Y", "<=P30Y", R.ROUNDED),
    (">P30Y", "~P30Y", R.ROUNDED),
    ("<P30Y", "P30Y", R.ROUNDED),
    (">=P30Y", "P30Y", R.IMPLIED),
    ("P30Y", ">P30Y", R.ROUNDED),
    ("P5Y/P10Y", "P7Y", R.VAGUER),
    ("P5Y/P12Y", "P5Y/P10Y", R.DIFFERENT),
    ("P48D", "125", R.INCOMPARABLE),
]

DATES = [
    ("d:2017-10-06", "d:2017-10-06", R.EQUAL),
    ("d:2017", "d:2017-10-06", R.VAGUER),
    ("d:2017-10-06", "d:2017", R.FINER),
    ("d:2018", "d:2017-10-06", R.DIFFERENT),
    ("d:2017-09/2017-12", "d:2017-11", R.VAGUER),
    ("d:2017-11", "d:2017-09/2017-12", R.FINER),
    ("d:199X", "d:1994", R.VAGUER),
    ("d:1961", "d:1961-05-12/2019-08-02", R.ROUNDED),
    ("d:2019-08-02", "d:1961-05-12/2019-08-02", R.ROUNDED),
    ("d:1975", "d:1961-05-12/2019-08-02", R.FINER),
    ("d:2020", "d:1961-05-12/2019-08-02", R.DIFFERENT),
    ("d:1975/1979", "d:196X/1979", R.DIFFERENT),
    ("d:2011/2019", "d:2011/2018", R.DIFFERENT),
    ("d:2010/2020", "d:2011/2018", R.VAGUER),
    ("d:194X", "d:1950-09-11", R.DIFFERENT),
    ("d:XXXX-06-05", "d:2022-06-05", R.VAGUER),
    ("d:2022-06-05", "d:XXXX-06-05", R.IMPLIED),
    ("d:2022-06-05", "d:XXXX-06-06", R.DIFFERENT),
    ("d:XXXX-06-05", "d:2022-06", R.FINER),
    ("d:XXXX-06-05", "d:2022", R.INCOMPARABLE),
    ("d:2007", "d:2005/..", R.FINER),  # since 2005, until 2008
    ("d:2004", "d:2005/..", R.DIFFERENT),
    ("d:2007", "d:../2008", R.FINER),
    ("d:2009", "d:../2008", R.DIFFERENT),
    ("d:2005/..", "d:2007", R.VAGUER),
    ("d:../2008", "d:2010", R.DIFFERENT),
    ("d:>2005", "d:2007-09-25", R.IMPLIED),
    ("d:>2005", "d:2001-09-25", R.DIFFERENT),
    ("d:<2005", "d:2001-09-25", R.IMPLIED),
    ("d:<2005", "d:2005", R.DIFFERENT),
    ("d:>2005", "d:2005-12-31", R.DIFFERENT),
    ("d:>2005", "d:2006-01-01", R.IMPLIED),
    ("d:<2005", "d:2005-01-01", R.DIFFERENT),
    ("d:<2005", "d:2004-12-31", R.IMPLIED),
    ("d:~2005", "d:2008-06-01", R.DIFFERENT),
    # a round year of long ago reaches five years
    ("d:~1530", "d:1534", R.IMPLIED),
    ("d:~1530", "d:1535", R.FINER),
    ("d:~1530", "d:1536", R.DIFFERENT),
    ("d:~1531", "d:1533", R.DIFFERENT),
    ("d:~1895", "d:1900", R.FINER),
    ("d:~1900", "d:1902", R.DIFFERENT),
    ("d:~2005", "d:2006-06-01", R.IMPLIED),
    # two notations of the same days, and periods that share an end
    ("d:2017-11", "d:2017-11-01/2017-11-30", R.EQUAL),
    ("d:2011/2019", "d:2012/2019", R.DIFFERENT),
    ("d:1975-03/1979-06", "d:1975/1979", R.FINER),
    ("d:1975-03/1979-06", "d:1976/1979", R.DIFFERENT),
    # days without a year, taken to be of the same one
    ("d:<XXXX-06-05", "d:XXXX-06-09", R.DIFFERENT),
    ("d:<XXXX-06-05", "d:XXXX-06-05", R.DIFFERENT),
    ("d:<XXXX-06-05", "d:XXXX-06", R.DIFFERENT),
    ("d:<XXXX-06-05", "d:2022", R.INCOMPARABLE),
    ("d:<XXXX-06-05", "d:XXXX-06-01", R.IMPLIED),
    ("d:<XXXX-06-05", "d:2022-05-30", R.IMPLIED),
    ("d:>XXXX-06-05", "d:XXXX-06-01", R.DIFFERENT),
    ("d:>XXXX-06-05", "d:XXXX-06-05", R.DIFFERENT),
    ("d:>XXXX-06-05", "d:2022-05-30", R.DIFFERENT),
    ("d:>XXXX-06-05", "d:2022-06-09", R.IMPLIED),
    ("d:~XXXX-06-05", "d:XXXX-06-05", R.EQUAL),
    ("d:XXXX-06", "d:XXXX-06-05", R.VAGUER),
    ("d:XXXX-06-05", "d:XXXX-XX-05", R.FINER),
    ("d:XXXX-XX-05", "d:XXXX-06-05", R.VAGUER),
    ("d:?", "d:2005", R.INCOMPARABLE),
    ("d:?", "d:?", R.INCOMPARABLE),
    ("d:-0687", "d:-0681", R.DIFFERENT),
]


@each(("draft", "source", "expected"), [*NUMBERS, *DURATIONS, *DATES])
def test_relation(draft: str, source: str, expected: Relation) -> None:
    found = compare(value(draft), value(source))
    assert (found.relation, found.agrees) == (expected, expected in AGREEING)


@each(
    ("text", "parts"),
    [
        ("50", (None, None, None)),
        ("d:?", (None, None, None)),
        ("d:2017-09/2017-12", (None, None, None)),
        ("d:199X", (None, None, None)),
        ("d:XXXX-06-05", (None, 6, 5)),
        ("d:>2017-09", (2017, 9, None)),
        ("d:-0687", (-687, None, None)),
    ],
)
def test_date_parts(text: str, parts: tuple[int | None, ...]) -> None:
    assert date_parts(value(text)) == parts


# An inner and an outer interval, whether the one lies within the other, and whether they meet: "[1 3)" leaves out 3.
INTERVALS = [
    ("[1 3]", "[1 3)", False, True),
    ("[1 3]", "(1 3]", False, True),
    ("[0 3]", "[1 3]", False, True),
    ("[1 3]", "[3 4]", False, True),
    ("[1 3)", "[3 4]", False, False),
    ("[1 3]", "(3 4]", False, False),
    ("[1 2]", "[3 4]", False, False),
    ("[1 3]", "[1 3]", True, True),
    ("(1 3)", "(1 3)", True, True),
    ("(1 3)", "[1 3]", True, True),
    ("[2 2]", "(1 3)", True, True),
]


def interval(text: str) -> Interval:
    low, high = text[1:-1].split()
    return Interval(Decimal(low), Decimal(high), text[0] == "(", text[-1] == ")")


@each(("inner", "outer", "within", "meet"), INTERVALS)
def test_intervals(inner: str, outer: str, within: bool, meet: bool) -> None:
    assert interval(inner).within(interval(outer)) is within
    assert interval(inner).meets(interval(outer)) is interval(outer).meets(interval(inner)) is meet


def test_words_have_no_relation_but_that_they_are_the_same() -> None:
    one, other = Value("pier", Sort.TEXT, None, None), Value("quay", Sort.TEXT, None, None)
    assert relation(one, other) is R.INCOMPARABLE
    assert relation(one, one) is R.EQUAL


@examples()
@given(st.integers(0, 10**9), st.sampled_from(["", ">", ">=", "<", "<=", "~"]))
def test_every_value_agrees_with_itself(figure: int, bound: str) -> None:
    same = number(figure, bound=bound)
    assert compare(same, number(figure, bound=bound)).relation is Relation.EQUAL


@examples()
@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_more_and_less_than_a_figure_are_never_both_true(figure: int, source: int) -> None:
    more = relation(number(figure, bound=">"), number(source))
    less = relation(number(figure, bound="<"), number(source))
    assert not (more in AGREEING and less in AGREEING)
