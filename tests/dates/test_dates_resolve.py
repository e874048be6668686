"""What a date means in its document: by the day of publication, by the date named last, by tense."""

from __future__ import annotations

from tests.rows import each

from factcheck.dates import recognise
from factcheck.dates.resolve import resolve
from factcheck.text.tokens import tokenise


def values(text: str, published: str) -> list[str]:
    paragraphs = [(tokens, recognise(tokens)) for tokens in map(tokenise, text.split("\n"))]
    return [m.value.text for done in resolve(paragraphs, published) for m in done]


# Text, publication (a Monday), values.
DAY = [
    ("The fair opens on Friday in two weeks.", ["2022-07-08"]),
    ("It had 31 storms in 2017, the lowest since 1994, and 3 more the year before.", ["2017", "1994", "2016"]),
    ("He left today.", ["2022-06-20"]),
    ("He left yesterday and returns tomorrow.", ["2022-06-19", "2022-06-21"]),
    ("He left last week.", ["2022-06-13/2022-06-19"]),
    ("He will leave next week.", ["2022-06-27/2022-07-03"]),
    ("He left last month.", ["2022-05"]),
    ("He left last year and will return next year.", ["2021", "2023"]),
    ("He leads this year.", ["2022"]),
    ("It was none in last years’ vote.", ["2021"]),
    ("It has grown in last years.", []),
    ("Sales fell last quarter.", ["2022-33"]),
    ("It began last decade.", ["201X"]),
    ("It began last century.", ["19XX"]),
    ("He left on Friday.", ["2022-06-17"]),
    ("The court will sit on Friday.", ["2022-06-24"]),
    ("He left on Monday.", ["2022-06-20"]),
    ("He left last Tuesday.", ["2022-06-14"]),
    ("The court sits next Tuesday.", ["2022-06-28"]),
    ("The court sits this Friday.", ["2022-06-24"]),
    ("The shop shut on Tuesday of last week.", ["2022-06-14"]),
    ("He left over the weekend.", ["2022-06-18/2022-06-19"]),
    ("He will leave this weekend.", ["2022-06-25/2022-06-26"]),
    ("He left in March.", ["2022-03"]),
    ("He left in November.", ["2021-11"]),
    ("He will leave in March.", ["2023-03"]),
    ("The vote is due in July.", ["2022-07"]),
    ("He left on 5 June.", ["2022-06-05"]),
    ("The vote will be held on 5 July.", ["2022-07-05"]),
    ("The vote nears, as he said, and the 5 July poll approaches.", ["2022-07-05"]),
    ("He left last June.", ["2021-06"]),
    ("He left this past May.", ["2022-05"]),
    ("He will leave next July.", ["2022-07"]),
    ("He left in February last year.", ["2021-02"]),
    ("He left in March of this year.", ["2022-03"]),
    ("He left on 5 June last year.", ["2021-06-05"]),
    ("He will leave on the 15th of next month.", ["2022-07-15"]),
    ("He left early this year.", ["2022-01/2022-04"]),
    ("He left late last year.", ["2021-09/2021-12"]),
    ("He left earlier this month.", ["2022-06"]),
    ("Trade was slow in the first quarter of this year.", ["2022-33"]),
    ("He left three years ago.", ["2019"]),
    ("He left a week ago.", ["2022-06-13/2022-06-19"]),
    ("He left twenty-five years ago.", ["1997"]),
    ("He left more than 30 years ago.", ["<1992"]),
    ("He left about 20 years ago.", ["~2002"]),
    ("He left the day before yesterday.", ["2022-06-18"]),
    ("It closed at Christmas.", ["2021-12-25"]),
    ("It will close at Christmas.", ["2022-12-25"]),
    ("He left on Sunday, September 5th.", ["2021-09-05"]),
    ("He was born on Friday the 13th.", ["2022-05-13"]),
    ("He left on the 18th.", ["2022-06-18"]),
    ("He will be away since August.", ["2021-08"]),
    ("Prices are down by a third since their peak in August.", ["2021-08"]),
    ("The ban has been extended until 31 December.", ["2022-12-31"]),
    ("He was in office until 31 December.", ["2021-12-31"]),
    ("Some of them could wait until 8 July.", ["2022-07-08"]),
    ("It ran from May to March.", ["2022-05/2023-03"]),
    ("It ran from 5 June to 7 June.", ["2022-06-05/2022-06-07"]),
    ("It ran between 3 and 12 June.", ["2022-06-03/2022-06-12"]),
    ("The fair is on from next Monday to Friday.", ["2022-06-27/2022-07-01"]),
    ("He spoke on Saturday, June 25.", ["2022-06-25"]),
    ("He came on 5 May 2010, a Wednesday, and left the previous Friday.", ["2010-05-05", "2022-06-15", "2022-06-10"]),
    ("Sales were up from a year earlier.", ["2021"]),
    ("In 2010 it had 9; a year earlier it had 7.", ["2010", "2009"]),
    ("In 2010 it had 9, the year before 7.", ["2010", "2009"]),
    ("In 2010 it opened a year earlier than planned.", ["2010"]),
    ("The year before it opened in 2010 they sang.", ["2010"]),
    ("The record, set on 6 November, fell.", ["2021-11-06"]),
    ("He came in May 2010, and left on the 18th.", ["2010-05", "2010-05-18"]),
    ("They will meet next month, in August, in December and in January.", ["2022-07", "2022-08", "2022-12", "2023-01"]),
]

# Text and values where only other dates of the text help.
TEXT = [
    ("It peaked in the week to 12 May 2016.\nBy 7 June it was over.", ["2016-05-12", "2016-06-07"]),
    (
        "On 3 May 2019 it sank, the third in the 2010-11 class.\nBy 9 June it lay dry.",
        ["2019-05-03", "2010/2011", "2019-06-09"],
    ),
    ("He came in 2010 and left that year.", ["2010", "2010"]),
    ("He came in 2010 and left the following year.", ["2010", "2011"]),
    ("He came in 2010, up from the year before.", ["2010", "2009"]),
    ("He came in May 2010 and left the same month.", ["2010-05", "2010-05"]),
    ("He came on 5 May 2010 and left the next day.", ["2010-05-05", "2010-05-06"]),
    ("He came on 5 May 2010.\nIn July he left.", ["2010-05-05", "2010-07"]),
    ("He came on 5 May 2010.\nIn March he left.", ["2010-05-05", "XXXX-03"]),
    ("He came in 2010.\nOn 5 May he left.", ["2010", "XXXX-05-05"]),
    ("In 2010 he came, and on 5 May he left.", ["2010", "2010-05-05"]),
    (
        "He came on 6 October 2017.\nIn December he left.\nHe had come on 6 October.",
        ["2017-10-06", "2017-12", "2017-10-06"],
    ),
    ("He came in December 2017.\nThe following July he left.", ["2017-12", "2018-07"]),
    ("He came in December 2017.\nIt was.\nIt is.\nSo.\nIn January he left.", ["2017-12", "2018-01"]),
    ("He came in December 2017." + "\nSo." * 6 + "\nIn January he left.", ["2017-12", "XXXX-01"]),
    ("He came on 3 December 2017." + "\nSo." * 6 + "\nIn December he left.", ["2017-12-03", "2017-12"]),
    ("He came on 18 September 2017.\nHe had signed on 17 August.", ["2017-09-18", "2017-08-17"]),
    (
        "He came on 18 September 2017.\nOn 31 October he fell.\nIn December he left.\nHe died in January.",
        ["2017-09-18", "2017-10-31", "2017-12", "2018-01"],
    ),
    (
        "He came in March 2017.\nHis leave was extended through December 2018.\nOn 30 April he left.",
        ["2017-03", "2018-12", "2017-04-30"],
    ),
    ("He came on 5 May 2010.\nBy Friday he had left.", ["2010-05-05", "2010-05-07"]),
    ("He came in May 2010.\nBy Friday he had left.", ["2010-05", "?"]),
    ("It rose between June 2017 and May 2018.\nThe last rise was on 16 May.", ["2017-06/2018-05", "2018-05-16"]),
    (
        "It cost 5 in 2010, up from 4 the year before, and 3 in May, up from 2 a year earlier.",
        ["2010", "2009", "2010-05", "2009-05"],
    ),
    ("Trade slowed in the third quarter of 2010, unlike a year earlier.", ["2010-35", "2009-35"]),
    ("Sales fell in 2010, below the year-earlier figure.", ["2010", "2009"]),
    ("He left last week.", ["?"]),
    ("He left on Friday.", ["?"]),
    ("He left in July.", ["XXXX-07"]),
    ("On 13/04/2021 and 03/04/2021 it rained.", ["2021-04-13", "2021-04-03"]),
    ("On 04/13/2021 and 03/04/2021 it rained.", ["2021-04-13", "2021-03-04"]),
    ("On 03/04/2021 it rained.", ["[2021-03-04,2021-04-03]"]),
]

# Text, a publication that is known less precisely, values.
VAGUE = [
    ("He left last year.", "2022-06/2022-12", ["2021"]),
    ("He left last year.", "2022-06-14/..", ["2021"]),
    ("He left last month.", "2022-06", ["2022-05"]),
    ("He left last week.", "2022-06", ["?"]),
    ("He left last week.", "2022-06-28/2022-06-30", ["2022-06-20/2022-06-26"]),
    ("He left yesterday.", "2022-06", ["?"]),
    ("He left on Friday.", "2022-06", ["?"]),
    ("He left in July.", "2022", ["2022-07"]),
    ("He left on 5 June.", "2022-06/2022-12", ["2022-06-05"]),
    ("He left this year.", "2021-11/2022-03", ["?"]),
    ("He left in 2019.", "", ["2019"]),
    ("The trial began on 15 May 2020, and was halted in July.", "2022-06-20", ["2020-05-15", "2020-07"]),
    ("The trial began on 15 May 2020.\nPrices fell in July.", "2022-06-20", ["2020-05-15", "2022-07"]),
    ("The trial began on 15 May 2020.\nIt was halted in July.", "2022", ["2020-05-15", "2020-07"]),
    ("Prices fell in October.", "2022-06-14/..", ["2022-10"]),
    ("It fell on Sunday, September 3rd.", "2017-09-06/2017-12-31", ["2017-09-03"]),
    ("It fell on Sunday, September 3rd.", "2018-09-06/2018-12-31", ["XXXX-09-03"]),
    ("It fell on Sunday, September 3rd, he said in 2018.", "2018-09-06/2018-12-31", ["2018-09-03", "2018"]),
    ("He came in 2017.\nIt fell on Sunday, September 3rd.", "2018-09-06/2018-12-31", ["2017", "2017-09-03"]),
]


@each(("text", "expected"), DAY)
def test_by_the_day_of_publication(text: str, expected: list[str]) -> None:
    assert values(text, "2022-06-20") == expected


@each(("text", "expected"), TEXT)
def test_by_the_text_alone(text: str, expected: list[str]) -> None:
    assert values(text, "") == expected


@each(("text", "published", "expected"), VAGUE)
def test_no_more_precise_than_publication(text: str, published: str, expected: list[str]) -> None:
    assert values(text, published) == expected


@each(("headed", "expected"), [(None, "XXXX-04-07"), (0, "2018-04-07")])
def test_a_story_goes_on_past_the_cells_of_a_table(headed: int | None, expected: str) -> None:
    texts = ["It sank on 1 March 2018.", *["12 boats"] * 8, "By 7 April it lay dry."]
    paragraphs = [(tokens, recognise(tokens)) for tokens in map(tokenise, texts)]
    *_, (last,) = resolve(paragraphs, "", [None, *[headed] * 8, None])
    assert last.value.text == expected
