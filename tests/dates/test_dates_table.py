"""Dates as they are written: the span taken and what it is worth by itself."""

from __future__ import annotations

from tests.rows import each

from factcheck.dates import recognise
from factcheck.text.tokens import tokenise

# The date between brackets, and its value.
DATES = [
    ("Orders of [4Q24] fell.", "2024-36"),
    ("Orders of [2H23] fell.", "2023-41"),
    ("He left on [June 14,2022].", "2022-06-14"),
    ("He left on [Sept. 3,2017], early.", "2017-09-03"),
    ("It lasted from [218 to 201 BC].", "-0217/-0200"),
    ("It lay there between [218 and 201 BC].", "-0217/-0200"),
    ("It was dug in [218–201 BC].", "-0217/-0200"),
    ("It was built [c. 1430].", "~1430"),
    ("It was built [around 1730], and burnt.", "~1730"),
    ("It was built [circa AD 230].", "~0230"),
    ("The log says [2016-02-07T09:41:07Z].", "2016-02-07"),
    ("The log says [2016-02-07] 09:41.", "2016-02-07"),
    ("It was more than [2019-20].", "2019/2020"),
    ("They lost three games in [winter 2019-20].", "2019-24"),
    ("They lost three games in the [summer of 2019/20].", "2019/2020"),
    ("They lost three games in [winter 2019].", "2019-24"),
    ("In [1066] and later he ruled.", "1066"),
    ("At 14:10 [March 9] they left.", "XXXX-03-09"),
    ("They talked about [2019].", "2019"),
    ("He left on [14 June 2022].", "2022-06-14"),
    ("He left on [June 14, 2022], early.", "2022-06-14"),
    ("He left on [Sunday, 3 September 2017].", "2017-09-03"),
    ("He left on [Tuesday, September 1, 2015].", "2015-09-01"),
    ("He left on [the 5th of June 2021].", "2021-06-05"),
    ("He left on [June the 5th, 2021].", "2021-06-05"),
    ("He left on [the fifth of June, 2021].", "2021-06-05"),
    ("He left on [Dec. 31, 1994].", "1994-12-31"),
    ("He left on [05-Aug-2016].", "2016-08-05"),
    ("[Sun, 9 June 2019]", "2019-06-09"),
    ("He left on [7 February, 2017].", "2017-02-07"),
    ("At 5pm on [3 June] he left.", "XXXX-06-03"),
    ("He left on [5 June].", "XXXX-06-05"),
    ("[June]'s vote was close.", "XXXX-06"),
    ("In [May] he left.", "XXXX-05"),
    ("Since [March] he is gone.", "XXXX-03"),
    ("He left in [November 2017].", "2017-11"),
    ("He left in [November of 2017].", "2017-11"),
    ("He left in [2017].", "2017"),
    ("The [2018] election was close.", "2018"),
    ("The [2014] protests went on.", "2014"),
    ("In [2017] voters stayed home.", "2017"),
    ("In [1066], he landed.", "1066"),
    ("The class of [’68] met.", "1968"),
    ("It fell in [44 BC].", "-0043"),
    ("It rose in [AD 79].", "0079"),
    ("In [nineteen eighty-six] he left.", "1986"),
    ("In [June two thousand and five] he left.", "2005-06"),
    ("[The last week of June 2021] was hot.", "2021-06-24/2021-06-30"),
    ("He was held [last week] in the capital.", "?"),
    ("Its [first-quarter] profit fell.", "XXXX-33"),
    ("A [Monday] poll found it.", "?"),
    ("An [April] report found it.", "XXXX-04"),
    ("The [June] report found it.", "XXXX-06"),
    ("Its [August] outbreak was worse.", "XXXX-08"),
    ("Ahead of [2014] elections he left.", "2014"),
    ("[Around 2010], he left.", "~2010"),
    # figures
    ("He left on [2021-04-13].", "2021-04-13"),
    ("He left on [13/04/2021].", "2021-04-13"),
    ("He left on [04/13/2021].", "2021-04-13"),
    ("He left on [13.04.2021].", "2021-04-13"),
    ("He left on [03/04/2021].", "[2021-03-04,2021-04-03]"),
    ("He left on [04/04/2021].", "2021-04-04"),
    ("He left on [23/08/39].", "1939-08-23"),
    ("He left in [2021-04].", "2021-04"),
    # parts and periods
    ("He left in [late 2017].", "2017-09/2017-12"),
    ("He left in [early fall].", "XXXX-23"),
    ("He left in [early October].", "XXXX-10"),
    ("He left in [mid-November 2020].", "2020-11"),
    ("He left in the [mid-1990s].", "199X"),
    ("He left in the [early 1990s].", "199X"),
    ("He left at [the end of 2019].", "2019-09/2019-12"),
    ("He left in the [1990s].", "199X"),
    ("He left in the [1930’s].", "193X"),
    ("He left in the [nineties].", "199X"),
    ("He left in the [’90s].", "199X"),
    ("It began in the [1800s].", "18XX"),
    ("It began in the [19th century].", "18XX"),
    ("It began in the [twenty-first century].", "20XX"),
    ("Sales fell in [Q3 2020].", "2020-35"),
    ("Trade slowed in [the third quarter of 2020].", "2020-35"),
    ("Trade slowed in [the first half of 2021].", "2021-40"),
    ("Sales fell in [FY2021].", "2021"),
    ("He left in the [summer of 2012].", "2012-22"),
    ("He left in [spring 2012].", "2012-21"),
    ("It closed on [Christmas Day 2019].", "2019-12-25"),
    ("It closed on [Easter Monday 2021].", "2021-04-05"),
    ("It closed on [Thanksgiving 2023].", "2023-11-23"),
    ("It closed on [New Year's Eve].", "XXXX-12-31"),
    ("It closed in [the first week of June 2021].", "2021-06-01/2021-06-07"),
    ("It closed in [the last week of June 2021].", "2021-06-24/2021-06-30"),
    ("It closed on [the first Monday of May 2021].", "2021-05-03"),
    ("It closed on [the last Friday in May 2021].", "2021-05-28"),
    ("It closed in [the week of 14 April 2021].", "2021-04-12/2021-04-18"),
    ("It shut for [the first eight months of 2017].", "2017-01/2017-08"),
    ("It closed in [the last three days of June 2021].", "2021-06-28/2021-06-30"),
    ("It closed in [the first two quarters of 2020].", "2020-33/2020-34"),
    ("Other works were done earlier in [2023].", "2023"),
    ("Its [third-quarter] profit fell.", "XXXX-35"),
    ("He left in [Feb.] and came back.", "XXXX-02"),
    ("He left on [Monday, 2021-06-07].", "2021-06-07"),
    ("[Last week of June 2021] was hot.", "2021-06-24/2021-06-30"),
    ("It ran [03/04/2021-05/04/2021].", "?"),
    # ranges
    ("It ran [3–5 June 2021].", "2021-06-03/2021-06-05"),
    ("It ran from [3 to 5 June 2021].", "2021-06-03/2021-06-05"),
    ("It ran [November 18-19, 2021].", "2021-11-18/2021-11-19"),
    ("It ran from [May to July 2021].", "2021-05/2021-07"),
    ("It ran from [November to February 2021].", "2020-11/2021-02"),
    ("It ran [Oct. 27-Nov. 8, 2011].", "2011-10-27/2011-11-08"),
    ("It ran from [November 2020 to February].", "2020-11/2021-02"),
    ("It ran on [18 and 19 June 2021].", "2021-06-18/2021-06-19"),
    ("He left on [the 18th].", "XXXX-XX-18"),
    ("It ran [2017-18].", "2017/2018"),
    ("The [2017–18] season ended.", "2017/2018"),
    ("It ran between [2010 and 2014].", "2010/2014"),
    ("It ran from the [late 1940s to 1956].", "194X/1956"),
    ("It ran from [5 June to 7 July 2021].", "2021-06-05/2021-07-07"),
    ("It ran from [March to May].", "XXXX-03/XXXX-05"),
    ("It ran from [2010 to the present].", "2010/.."),
]


def cut(marked: str) -> tuple[str, int, int]:
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "", 1).replace("]", "", 1), start, end


@each(("marked", "value"), DATES)
def test_date(marked: str, value: str) -> None:
    text, start, end = cut(marked)
    found = [(text[m.span.start : m.span.end], m.value.text) for m in recognise(tokenise(text))]
    assert found == [(text[start:end], value)]


def test_two_in_one_sentence() -> None:
    text = "Sales rose in 2013 and 2018, and on 5 June and 7 July 2021."
    found = [text[m.span.start : m.span.end] for m in recognise(tokenise(text))]
    assert found == ["2013", "2018", "5 June", "7 July 2021"]


@each(
    ("text", "values"),
    [
        ("It froze in May, June and July 2021.", ["2021-05", "2021-06", "2021-07"]),
        ("It froze on 5 June and 7 July 2021.", ["2021-06-05", "2021-07-07"]),
        ("It froze in November and February 2021.", ["XXXX-11", "2021-02"]),
        ("It froze in June, and in July 2021.", ["XXXX-06", "2021-07"]),
        ("It ran in 2019/2020 and 2021/2023.", ["2019/2020", "2021"]),
        ("It closed half a century ago, and half a decade ago.", []),
        ("The 5 June 2022 vote.", ["2022-06-05"]),
    ],
)
def test_lists_share_a_year(text: str, values: list[str]) -> None:
    assert [m.value.text for m in recognise(tokenise(text))] == values
