"""Which figures are compared at all, and what their units do to the comparison."""

from __future__ import annotations

from dataclasses import replace

from tests.rows import each

from factcheck.compare import Relation
from factcheck.extract import read_text
from factcheck.match.comparable import comparable, compare_claims
from factcheck.model import Claim, Frame, Kind, Origin, Qualifier
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.text import Span
from factcheck.values import UNKNOWN, Value, date, duration, number

R = Relation


def claim(kind: Kind, value: Value, unit: str = "", text: str = "7 May 2021") -> Claim:
    return Claim("id", kind, "document", "path", Span(0, 1), 1, 1, text, value, unit)


def rate(value: str, text: str) -> Claim:
    return claim(Kind.PERCENTAGE, number(value), "%", text)


def at(time: str, text: str) -> Claim:
    return claim(Kind.OTHER, duration(time), "clock", text)


def term(years: int, bound: str = "") -> Claim:
    return claim(Kind.SENTENCE, duration(f"P{years}Y", bound=bound), "imprisonment", f"{years} years")


@each(
    ("draft", "source", "expected"),
    [
        (claim(Kind.COUNT, number(5), "seat"), claim(Kind.MONEY, number(5), "USD"), False),
        (claim(Kind.DATE, date("2021")), claim(Kind.DURATION, duration("P5Y")), False),
        (claim(Kind.PERCENTAGE, number(5), "%"), claim(Kind.COUNT, number(5), "seat"), False),
        (claim(Kind.QUOTE, number(5)), claim(Kind.QUOTE, number(5)), False),
        (claim(Kind.QUOTE, number(5)), claim(Kind.COUNT, number(5)), False),
        (claim(Kind.COUNT, number(5)), claim(Kind.QUOTE, number(5)), False),
        (claim(Kind.COUNT, number(5)), claim(Kind.DATE, date("2021")), False),
        (claim(Kind.COUNT, number(5)), claim(Kind.REFERENCE, number(5)), False),
        (claim(Kind.REFERENCE, number(5)), claim(Kind.COUNT, number(5)), False),
        (claim(Kind.OTHER, duration("P69Y"), "birthday"), claim(Kind.ORDINAL, number(69), "birthday"), False),
        (claim(Kind.SENTENCE, duration("P5Y")), claim(Kind.DURATION, duration("P5Y")), True),
        (claim(Kind.RANK, number(5)), claim(Kind.ORDINAL, number(5)), True),
        (claim(Kind.OTHER, duration("P69Y"), "age"), claim(Kind.ORDINAL, number(69), "term"), False),
        (claim(Kind.OTHER, duration("P69Y"), "age"), claim(Kind.ORDINAL, number(69), "birthday"), True),
        (claim(Kind.COUNT, number(5)), claim(Kind.MONEY, number(5), "USD"), True),
        (claim(Kind.OTHER, number(34)), claim(Kind.DURATION, duration("P34Y")), True),
        (claim(Kind.SCORE, number(12), "/100"), claim(Kind.PERCENTAGE, number(21), "%"), True),
    ],
)
def test_comparable(draft: Claim, source: Claim, expected: bool) -> None:
    assert comparable(draft, source) is expected


@each(
    ("draft", "source", "expected"),
    [
        # a count is no share, whatever bound it keeps
        ("They sold up to 800.", "They sold 75 percent.", R.INCOMPARABLE),
        ("They sold more than 20 percent.", "They sold 75 percent.", R.IMPLIED),
        # a third of something is told in one figure
        ("It made more than a third of a billion dollars.", "It made $370 million.", R.IMPLIED),
        ("It made more than $333 million.", "It made $370 million.", R.DIFFERENT),
        # a day of the week is of no other, and of a week that nobody knows
        ("They met on Thursday.", "They met on 31 July 2024.", R.INCOMPARABLE),
        ("They met on Thursday.", "They met on Wednesday.", R.INCOMPARABLE),
        ("They met on Wednesday.", "They met in July 2024.", R.INCOMPARABLE),
        ("They met on Wednesday.", "They met from 31 July to 1 August 2024.", R.INCOMPARABLE),
        ("They met on Wednesday.", "They met on 31 July 2024.", R.VAGUER),
        ("They met on Wednesday morning.", "They met on Wednesday.", R.VAGUER),
        ("They met on 31 July 2024.", "They met on Wednesday.", R.INCOMPARABLE),
        # cents are of any currency that has them
        ("It paid 30 cents.", "It paid 0.30 euros.", R.EQUAL),
        ("It paid 31 cents.", "It paid 0.30 euros.", R.DIFFERENT),
        ("It paid $0.30.", "It paid 0.30 euros.", R.DIFFERENT),
        # a dollar without a country is whichever the draft names, and no other
        ("It paid $2 million.", "It paid C$2 million.", R.DIFFERENT),
        ("It paid A$2 million.", "It paid C$2 million.", R.DIFFERENT),
        ("It paid C$2 million.", "It paid $2 million.", R.EQUAL),
        ("It paid 2 million Canadian dollars.", "It paid some $2 million.", R.ROUNDED),
        ("It paid C$2 million.", "It paid US$2 million.", R.DIFFERENT),
        ("It paid C$2 million.", "It paid $3 million.", R.DIFFERENT),
    ],
)
def test_two_tellings(draft: str, source: str, expected: Relation) -> None:
    mine, other = (next(MemoryLibrary(contents(read_text(text))).all_claims()).claim for text in (draft, source))
    assert compare_claims(mine, other, mine.value).relation is expected


@each(
    ("draft", "source", "expected"),
    [
        # a birthday
        (claim(Kind.OTHER, duration("P69Y"), "age"), claim(Kind.ORDINAL, number(96), "birthday"), R.INCOMPARABLE),
        (claim(Kind.OTHER, duration("P69Y"), "age"), claim(Kind.ORDINAL, number(69), "birthday"), R.ROUNDED),
        (claim(Kind.ORDINAL, number(69), "birthday"), claim(Kind.OTHER, duration("P69Y"), "age"), R.ROUNDED),
        # a bare number
        (claim(Kind.OTHER, number(34)), claim(Kind.DURATION, duration("P34Y")), R.ROUNDED),
        (claim(Kind.OTHER, number(34)), claim(Kind.DURATION, duration("P43Y")), R.INCOMPARABLE),
        (claim(Kind.COUNT, number(96), text="96"), claim(Kind.MONEY, number(96_000_000), "GBP"), R.ROUNDED),
        (claim(Kind.COUNT, number(96_000), text="96 thousand"), claim(Kind.MONEY, number(96_000_000)), R.DIFFERENT),
        (claim(Kind.COUNT, number(10)), claim(Kind.COUNT, number(100), "seat"), R.DIFFERENT),
        (claim(Kind.COUNT, number(3)), claim(Kind.RANK, number(3)), R.ROUNDED),
        (claim(Kind.COUNT, number(3)), claim(Kind.RANK, number(2)), R.INCOMPARABLE),
        (claim(Kind.COUNT, number(96_000_000)), claim(Kind.MONEY, number(96), "GBP"), R.DIFFERENT),
        # a time of day without its half
        (at("PT4H55M", "4:55"), at("PT16H55M", "4:55 p.m."), R.ROUNDED),
        (at("PT16H55M", "4:55 pm"), at("PT4H55M", "4:55"), R.ROUNDED),
        (at("PT4H55M", "4:55 a.m."), at("PT16H55M", "4:55 p.m."), R.DIFFERENT),
        (at("PT4H55M", "04:55"), at("PT16H55M", "16:55"), R.DIFFERENT),
        (at("PT4H55M", "4:55"), at("PT16H56M", "4:56 p.m."), R.DIFFERENT),
        (at("PT12H", "noon"), at("PT0H", "midnight"), R.DIFFERENT),
        # units
        (claim(Kind.MONEY, number(5), "EUR"), claim(Kind.MONEY, number(5), "USD"), R.DIFFERENT),
        (claim(Kind.MONEY, number(5), "EUR"), claim(Kind.MONEY, number(7), "USD"), R.INCOMPARABLE),
        (claim(Kind.MEASUREMENT, number(5), "km"), claim(Kind.MEASUREMENT, number(7), "kg"), R.INCOMPARABLE),
        (claim(Kind.OTHER, duration("P80Y"), "age"), claim(Kind.OTHER, duration("PT17H"), "clock"), R.INCOMPARABLE),
        (claim(Kind.MEASUREMENT, number(5), "m/y"), claim(Kind.MEASUREMENT, number(5), "m"), R.EQUAL),
        (claim(Kind.SENTENCE, duration("P9Y"), "ban"), claim(Kind.SENTENCE, duration("P9Y"), "fine"), R.DIFFERENT),
        # dates that do not name their year, or no date at all
        (
            claim(Kind.DATE, date("1998-03"), text="March 1998"),
            claim(Kind.DATE, date("2013-03"), text="March"),
            R.INCOMPARABLE,
        ),
        (
            claim(Kind.DATE, date("2014-03"), text="March 2014"),
            claim(Kind.DATE, date("2013-03"), text="March"),
            R.ROUNDED,
        ),
        (
            claim(Kind.DATE, date("2013-03-18"), text="18 March"),
            claim(Kind.DATE, date("2014-03-18"), text="today"),
            R.INCOMPARABLE,
        ),
        (
            claim(Kind.DATE, date("2013-03-18"), text="18 March 2013"),
            claim(Kind.DATE, date("2015-03-18"), text="today"),
            R.INCOMPARABLE,
        ),
        (
            claim(Kind.DATE, date("2013-03-18"), text="18 March 2013"),
            claim(Kind.DATE, date("2014-03-19"), text="today"),
            R.INCOMPARABLE,
        ),
        (
            claim(Kind.DATE, date("2013-03-18"), text="18 March 2013"),
            claim(Kind.DATE, date("2014-03-18"), text="today"),
            R.DIFFERENT,
        ),
        (claim(Kind.DATE, date("2024-03"), text="March"), claim(Kind.DATE, date("2020-03")), R.ROUNDED),
        (claim(Kind.DATE, date("2024-03"), text="March"), claim(Kind.DATE, date("2024-04")), R.DIFFERENT),
        (
            claim(Kind.DATE, date(">2025-04-22"), text="22 April"),
            claim(Kind.DATE, date("2024-04-22"), text="April 22"),
            R.ROUNDED,
        ),
        (
            claim(Kind.DATE, date("<2023-04-22"), text="22 April"),
            claim(Kind.DATE, date("2024-04-23"), text="April 23"),
            R.DIFFERENT,
        ),
        (claim(Kind.DATE, date("2018"), text="that year"), claim(Kind.DATE, date("2017")), R.INCOMPARABLE),
        (claim(Kind.DATE, date("2018"), text="that year"), claim(Kind.DATE, date("2018")), R.EQUAL),
        # A rate in quarters is not rounded to a whole one; a decimal is.
        (rate("5", "5 percent"), rate("4.75", "4-3/4 percent"), R.DIFFERENT),
        (rate("5", "5 percent"), rate("4.75", "4.75 percent"), R.ROUNDED),
        (rate("4.8", "4.8 percent"), rate("4.75", "4-3/4 percent"), R.ROUNDED),
        # The highest term that a law allows is one figure and no bound.
        (term(25, "<="), term(15, "<="), R.DIFFERENT),
        (term(25, "<="), term(15), R.DIFFERENT),
        (term(15, "<="), term(15), R.IMPLIED),
        # A number in words is no cell without its unit.
        (claim(Kind.COUNT, number(2), text="two"), rate("0.75", "75 basis points"), R.INCOMPARABLE),
        (claim(Kind.COUNT, number(2), text="2"), rate("0.75", "75 basis points"), R.DIFFERENT),
        (
            claim(Kind.DATE, date("?"), text="20 years ago"),
            claim(Kind.DATE, date("?"), text="35 years ago"),
            R.DIFFERENT,
        ),
        (claim(Kind.DATE, date("?"), text="20 years ago"), claim(Kind.DATE, date("?"), text="20 years ago"), R.EQUAL),
        (claim(Kind.DATE, date("?"), text="the year before"), claim(Kind.DATE, date("?"), text="a year ago"), R.EQUAL),
        (
            claim(Kind.DATE, date("?"), text="two years ago"),
            claim(Kind.DATE, date("?"), text="2 years ago"),
            R.INCOMPARABLE,
        ),
    ],
)
def test_relation_of_claims(draft: Claim, source: Claim, expected: Relation) -> None:
    assert compare_claims(draft, source, draft.value).relation is expected


def told(direction: str, value: Value, unit: str = "%", kind: Kind = Kind.PERCENTAGE) -> Claim:
    qualifier = Qualifier(direction, direction, Origin.CLAUSE) if direction else None
    return replace(claim(kind, value, unit), frame=Frame(direction=qualifier))


@each(
    ("draft", "source", "expected"),
    [
        (told("", number("-0.3")), told("change:down", number("0.3")), R.EQUAL),
        (told("change:down", number("0.3")), told("", number("-0.3")), R.EQUAL),
        (told("", number(-14), "USD", Kind.MONEY), told("result:loss", number(14), "USD", Kind.MONEY), R.EQUAL),
        (told("", number(-5), "°C", Kind.MEASUREMENT), told("level:below", number(5), "°C", Kind.MEASUREMENT), R.EQUAL),
        (told("", number(-9, -7)), told("change:down", number(7, 9)), R.EQUAL),
        (told("", number(-7, bound="<")), told("change:down", number(9)), R.IMPLIED),
        (told("", number("-0.3")), told("change:up", number("0.3")), R.DIFFERENT),
        (told("", number("-0.3")), told("", number("0.3")), R.DIFFERENT),
        (told("", number("-0.3")), told("change:down", number("0.4")), R.DIFFERENT),
        (told("change:down", number("0.3")), told("change:down", number("0.3")), R.EQUAL),
    ],
)
def test_sign_or_word(draft: Claim, source: Claim, expected: Relation) -> None:
    assert compare_claims(draft, source, draft.value).relation is expected


@each(
    ("mine", "my_unit", "other", "its_unit", "expected"),
    [
        ("5", "percentage point", "5", "%", "%, not percentage point"),
        ("5", "%", "5", "percentage point", "percentage point, not %"),
        ("23", "°F", "23", "°C", "°C, not °F"),
        ("120", "mph", "120", "km/h", "km/h, not mph"),
        ("80", "kg", "80", "km", "km, not kg"),
        ("7", "USD", "7", "EUR", "EUR, not USD"),
    ],
)
def test_same_figure_in_another_unit(mine: str, my_unit: str, other: str, its_unit: str, expected: str) -> None:
    kinds = {"%": Kind.PERCENTAGE, "percentage point": Kind.PERCENTAGE, "USD": Kind.MONEY, "EUR": Kind.MONEY}
    draft = claim(kinds.get(my_unit, Kind.MEASUREMENT), number(mine), my_unit)
    source = claim(kinds.get(its_unit, Kind.MEASUREMENT), number(other), its_unit)
    found = compare_claims(draft, source, draft.value)
    assert (found.relation, found.reason) == (R.DIFFERENT, expected)


@each(
    ("draft", "source", "expected"),
    [
        # 399 feet is no 400 metres at the most; over 70 kilometres an hour is true of over 70 miles, and wrong
        ((number(25, bound="<"), "m"), (number(25), "m"), R.FINER),
        ((number(25, bound="<"), "m"), (number(24), "m"), R.IMPLIED),
        ((number(25), "m"), (number(24), "m"), R.DIFFERENT),
        ((number("399"), "ft"), (number(400, bound="<="), "m"), R.INCOMPARABLE),
        ((number(70, bound=">"), "km/h"), (number(70, bound=">"), "mph"), R.DIFFERENT),
    ],
)
def test_bounds_in_two_units(draft: tuple[Value, str], source: tuple[Value, str], expected: Relation) -> None:
    mine, other = (claim(Kind.MEASUREMENT, *one) for one in (draft, source))
    assert compare_claims(mine, other, mine.value).relation is expected


@each(
    ("draft", "source", "expected"),
    [
        ("percentage point 10", "% 16", R.INCOMPARABLE),
        ("percentage point 0.75", "basis point 75", R.CONVERTED),
        ("basis point 75", "percentage point 0.25", R.DIFFERENT),
        ("° 20", "°C 20", R.EQUAL),
        ("°F 68", "°C 20", R.CONVERTED),
        ("°F 9", "°C 5", R.CONVERTED),  # the difference of two temperatures
        ("°F 88", "°C 20", R.DIFFERENT),
        ("in 74", "m 1.78", R.DIFFERENT),
        ("mi 100", "km 150", R.INCOMPARABLE),  # both are round
        # by a fiftieth more than rounding explains
        ("km 42.77", "mi 26.2", R.INCOMPARABLE),
        ("km 43.6", "mi 26.2", R.DIFFERENT),
        ("in 74", "kg 80", R.INCOMPARABLE),
    ],
)
def test_conversion(draft: str, source: str, expected: Relation) -> None:
    mine, other = (
        claim(Kind.PERCENTAGE if "point" in unit or unit == "%" else Kind.MEASUREMENT, number(figure), unit)
        for unit, _, figure in (text.rpartition(" ") for text in (draft, source))
    )
    assert compare_claims(mine, other, mine.value).relation is expected


def counted(text: str, unit: str, sentence: str) -> Claim:
    low, _, high = text.partition("..")
    return replace(claim(Kind.COUNT, number(low, high or None), unit), sentence=sentence)


@each(
    ("draft", "source", "expected"),
    [
        (("3..7", "result", ""), ("4..7", "result", ""), R.DIFFERENT),
        (("3..7", "result", ""), ("3..7", "result", ""), R.EQUAL),
        (("48..52", "result", ""), ("48", "vote", "It was passed with 52 votes to 48."), R.EQUAL),
        (("47..52", "result", ""), ("48", "vote", "It was passed with 52 votes to 48."), R.DIFFERENT),
        (("48", "vote", "It was passed with 52 votes to 48."), ("48..52", "result", ""), R.EQUAL),
        (("48..52", "result", ""), ("50", "boat", "Brenk has 50 boats."), R.INCOMPARABLE),
        (("48..52", "result", ""), ("50", "", "Brenk has 50."), R.INCOMPARABLE),
        (("48..52", "result", ""), ("48..52", "boat", "Brenk has 48 to 52 boats."), R.INCOMPARABLE),
        (("42..58", "result", ""), ("42..57", "", "It fell by a vote of 42 to 57."), R.DIFFERENT),
        (("48..51", "result", ""), ("48..51", "", "It fell by a vote of 48 to 51."), R.EQUAL),
    ],
)
def test_results(draft: tuple[str, str, str], source: tuple[str, str, str], expected: Relation) -> None:
    mine, other = counted(*draft), counted(*source)
    assert compare_claims(mine, other, mine.value).relation is expected


@each(
    ("draft", "source", "expected"),
    [
        (("by", 50), ("to", 250), R.INCOMPARABLE),
        (("from", 200), ("by", 50), R.INCOMPARABLE),
        (("by", 250), ("to", 250), R.EQUAL),
        (("by", 50), ("by", 60), R.DIFFERENT),
        (("to", 200), ("from", 250), R.DIFFERENT),
        (("by", 50), ("", 250), R.DIFFERENT),
    ],
)
def test_change_and_level(draft: tuple[str, int], source: tuple[str, int], expected: Relation) -> None:
    mine, other = (
        replace(claim(Kind.COUNT, number(figure), "boat"), frame=Frame(part=part)) for part, figure in (draft, source)
    )
    assert compare_claims(mine, other, mine.value).relation is expected


@each(
    ("sentence", "expected"),
    [
        ("Of those, 47 are held.", R.INCOMPARABLE),
        ("The rate rose to 47.", R.DIFFERENT),
        ("It rose from 12 percent to 47.", R.DIFFERENT),
        ("", R.DIFFERENT),
    ],
)
def test_a_bare_number_denies_a_share_where_shares_are_told(sentence: str, expected: Relation) -> None:
    share, bare = claim(Kind.PERCENTAGE, number(10), "%"), replace(claim(Kind.COUNT, number(47)), sentence=sentence)
    assert compare_claims(share, bare, share.value).relation is expected


@each(
    ("draft", "text", "source", "expected"),
    [
        ("2011/2014", "2011 to 2014", "2012", R.INCOMPARABLE),
        ("2011-07/2014-12", "between July 2011 and December 2014", "2012-05-01", R.INCOMPARABLE),
        ("2011/2014", "2011–2014", "2012-05", R.INCOMPARABLE),
        ("2011/2014", "2011 to 2014", "2014", R.VAGUER),
        ("2011/2014", "2011 to 2014", "2011-05-01", R.VAGUER),
        ("2011/2014", "2011 to 2014", "2011-05/2014-06", R.VAGUER),
        ("2011-01/2011-04", "early 2011", "2011-03-05", R.VAGUER),
        ("2011-05/2011-08", "mid-2011", "2011-06", R.VAGUER),
        ("2019/2020", "2019-20", "2019-11-08", R.VAGUER),
        ("2011-05-03/2011-05-09", "3 to 9 May 2011", "2011-05-05", R.VAGUER),
    ],
)
def test_a_period_is_not_borne_out_by_a_date_in_its_course(
    draft: str, text: str, source: str, expected: Relation
) -> None:
    mine, other = claim(Kind.DATE, date(draft), text=text), claim(Kind.DATE, date(source), text=source)
    assert compare_claims(mine, other, mine.value).relation is expected


DAY = ("2019-05-03", "3 May 2019")


@each(
    ("draft", "source", "expected"),
    [
        # both write their year
        (DAY, ("2020-05-03", "3 May 2020"), R.DIFFERENT),
        (DAY, ("2019-05-03", "3 May 2019"), R.EQUAL),
        # one does not: the day and the month count, within so many years
        (("2019-05-03", "3 May"), ("2020-05-03", "3 May 2020"), R.ROUNDED),
        (("2015-05-03", "3 May"), ("2020-05-03", "3 May 2020"), R.ROUNDED),
        (("2014-05-03", "3 May"), ("2020-05-03", "3 May 2020"), R.INCOMPARABLE),
        (("2026-05-03", "3 May"), ("2020-05-03", "3 May 2020"), R.INCOMPARABLE),
        (("2019-05-04", "4 May"), ("2020-05-03", "3 May 2020"), R.DIFFERENT),
        (("2019-05", "May"), ("2020-05-03", "3 May 2020"), R.ROUNDED),
        (("2019", "the 9th year"), ("2020-05-03", "3 May 2020"), R.DIFFERENT),
        (("<2019-05-03", "3 May"), ("2020-05-03", "3 May 2020"), R.ROUNDED),
        (("<2019-05-04", "4 May"), ("2020-05-03", "3 May 2020"), R.IMPLIED),
        (("<2019-05-02", "2 May"), ("2020-05-03", "3 May 2020"), R.DIFFERENT),
        (("<2019-05", "May"), ("2020-05", "May 2020"), R.DIFFERENT),
        # one does not write its date: a slip of a year is one all the same
        (DAY, ("2020-05-03", "that day"), R.DIFFERENT),
        (DAY, ("2018-05-03", "that day"), R.DIFFERENT),
        (DAY, ("2021-05-03", "that day"), R.INCOMPARABLE),
        (DAY, ("2020-05-04", "that day"), R.INCOMPARABLE),
        (("2019-05", "May 2019"), ("2020-05", "that month"), R.INCOMPARABLE),
        (("2019-05-03", "that day"), ("2020-05-03", "3 May 2020"), R.INCOMPARABLE),
        (("2019", "that year"), ("2020", "2020"), R.INCOMPARABLE),
        # nobody knows from when
        (("?", "20 years ago"), ("?", "20 years earlier"), R.EQUAL),
        (("?", "a year ago"), ("?", "one year ago"), R.EQUAL),
        (("?", "20 years ago"), ("?", "35 years ago"), R.DIFFERENT),
        (("?", "two years ago"), ("?", "three years ago"), R.DIFFERENT),
        (("?", "two years ago"), ("?", "2 years ago"), R.INCOMPARABLE),
        (("?", "20 years ago"), ("?", "20 days ago"), R.INCOMPARABLE),
        (("?", "20 years ago"), DAY, R.INCOMPARABLE),
        (DAY, ("?", "20 years ago"), R.INCOMPARABLE),
    ],
)
def test_dates_that_lean_on_others(draft: tuple[str, str], source: tuple[str, str], expected: Relation) -> None:
    one, other = (
        claim(Kind.DATE, UNKNOWN if value == "?" else date(value), text=text) for value, text in (draft, source)
    )
    assert compare_claims(one, other, one.value).relation is expected


def test_what_begins_after_the_very_date_that_a_source_names() -> None:
    one, after = claim(Kind.DATE, date("2019-05-03")), claim(Kind.DATE, date(">2019-05-03"))
    assert compare_claims(one, one, date(">2019-05-03")).relation is R.ROUNDED
    assert compare_claims(one, one, date("<2019-05-03")).relation is R.DIFFERENT
    assert compare_claims(after, one, after.value).relation is R.DIFFERENT
    assert compare_claims(one, claim(Kind.DATE, date("2019-05-04")), date(">2019-05-03")).relation is R.IMPLIED


@each(
    ("bare", "text", "whole", "expected"),
    [
        # the head of a table may leave out a scale, and no other
        ("96", "96", "9600", R.DIFFERENT),
        ("96", "96", "97000", R.DIFFERENT),
        ("96", "96", "96000", R.ROUNDED),
        ("96", "96", "96000000", R.ROUNDED),
        ("96", "96", "96000000000", R.ROUNDED),
        # which it says itself, or leaves out with a word
        ("96000", "96 thousand", "96000000", R.DIFFERENT),
    ],
)
def test_a_number_without_its_scale(bare: str, text: str, whole: str, expected: Relation) -> None:
    short, full = claim(Kind.COUNT, number(bare), text=text), claim(Kind.MONEY, number(whole), "USD", f"${whole}")
    found = {compare_claims(one, other, one.value).relation for one, other in ((short, full), (full, short))}
    assert found == {expected}


def weight(number_of: str, unit: str) -> Claim:
    return claim(Kind.MEASUREMENT, number(number_of), unit, f"{number_of} {unit}")


@each(
    ("draft", "source", "expected"),
    [
        (weight("110", "kg"), weight("110", "t"), R.DIFFERENT),
        (weight("110", "t"), weight("160", "ton"), R.DIFFERENT),
        # "tons" is said of metric ones as well
        (weight("110", "t"), weight("110", "ton"), R.EQUAL),
        (weight("110", "ton"), weight("110", "t"), R.EQUAL),
        (weight("110", "ton"), weight("99.8", "t"), R.CONVERTED),
    ],
)
def test_tons_of_either_kind(draft: Claim, source: Claim, expected: Relation) -> None:
    assert compare_claims(draft, source, draft.value).relation is expected
