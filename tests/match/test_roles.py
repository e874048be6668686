"""What the words right before and after a figure make of it, on sentences."""

from __future__ import annotations

from tests.match.test_context import context
from tests.rows import each

from factcheck.compare import Comparison, Relation
from factcheck.extract import read_text
from factcheck.match.roles import (
    BACK_PART,
    CITATION,
    EARLIER_PART,
    FORMER_PART,
    REPORT,
    is_ahead,
    of_what_was,
    side,
)
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

DAY, CLOCK = "9 March 2024", "10:34 PM"


@each(
    ("text", "figure", "part"),
    [
        ("It happened in 2011.", "2011", ""),
        ("12 boats came.", "12", ""),
        ("2011 came.", "2011", ""),
        # what its preposition makes of a figure, at most one word before it
        ("She has led the firm since 2011.", "2011", "start"),
        ("Since 2011 it rained.", "2011", "start"),
        ("Since the 12 boats came it rained.", "12", "start"),
        ("Since all the 12 boats came it rained.", "12", ""),
        ("Against 12 boats it had none.", "12", "other"),
        ("In the storm of 2011 it rained.", "2011", "whole"),
        ("Of which 12 boats sank.", "12", ""),
        # what its frame makes of it
        ("Sales fell from 40 boats to 31 boats.", "31", "end"),
        ("It grew by 12 boats.", "12", "change"),
        # a day on which things stood so
        ("It stood as of 9 March 2024.", DAY, "standing"),
        ("It stood, of 9 March 2024.", DAY, "whole"),
        ("As 9 March 2024 came it stood.", DAY, ""),
        ("As of 12 boats it stood.", "12", ""),
        # how much more of something than of another
        ("They lost 31 more boats by far than ever.", "31", "difference"),
        ("They lost 31 more of the old boats than ever.", "31", ""),
        # how much more of something that is measured; more of what is counted, and more than some, are no differences
        ("It lifts more than 40 tonnes of coal.", "more than 40 tonnes", ""),
        ("It lifts 40 more boats.", "40", ""),
        ("It lifts 40 more tonnes of coal.", "40 more tonnes", "difference"),
        ("It costs 2 billion more dollars.", "2 billion more dollars", "difference"),
        # those beside somebody who was named
        ("Mara Tarn and 31 others came.", "31", "rest"),
        ("Mara Tarn and 31% others came.", "31%", ""),
    ],
)
def test_part(text: str, figure: str, part: str) -> None:
    assert context(text, figure).part == part


TABLE = "| Port | {} |\n|---|---|\n| Brenk | {} |"


@each(
    ("text", "figure", "past"),
    [
        ("12 boats came.", "12", ""),
        ("It had 12 boats from 2011.", "12", ""),
        ("Since 2011 it had 12 boats.", "12", ""),
        ("It fell to 12 boats from 19 boats.", "12", ""),
        ("It fell to 12 boats from 19 boats.", "19", FORMER_PART),
        # what is counted back, and from when
        ("It had 12 boats a year earlier.", "12", BACK_PART),
        ("A year earlier it had 12 boats.", "12", BACK_PART),
        ("In the previous quarter it had 12 boats.", "12", BACK_PART),
        ("It had 12 boats; a year earlier it rained.", "12", ""),
        # what was so earlier, as its clause says
        ("It had 12 boats before.", "12", EARLIER_PART),
        ("It had 12 boats earlier a year.", "12", EARLIER_PART),
        ("It had 12 boats in a quarter previous.", "12", EARLIER_PART),
        ("The previous boats had 12 sails.", "12", EARLIER_PART),
        ("It had 12 boats; before, it rained.", "12", ""),
        # what stands behind "since" or "than"
        ("Since 12 boats came it rained.", "12", EARLIER_PART),
        ("It was better than 12 boats.", "12", EARLIER_PART),
        ("By 12 boats it was better.", "12", ""),
        # what the header of its column says; not of a date
        (TABLE.format("Boats", 12), "12", ""),
        (TABLE.format("Last", 12), "12", EARLIER_PART),
        (TABLE.format("Previous", 12), "12", FORMER_PART),
        (TABLE.format("Previous", DAY), DAY, ""),
    ],
)
def test_what_was(text: str, figure: str, past: str) -> None:
    assert context(text, figure, suffix=".md").past == past


@each(
    ("text", "way"),
    [
        ("She left two days later.", "after"),
        ("She left two days earlier, alas.", "before"),
        ("She left two days", ""),
        ("She left two days; later it rained.", ""),
        ("She left 2 boats later.", ""),
    ],
)
def test_which_way_a_length_leads(text: str, way: str) -> None:
    (length,) = read_text(text).claims()
    assert side(length) == way


@each(
    ("sentence", "ahead"),
    [
        ("It had 12 boats.", False),
        ("It will have 12 boats.", True),
        ("It had forecast 12 boats.", True),
        ("The trip was to last 12 days.", True),
        ("The trip was 12 days long.", False),
        ("Was Tomas there for 12 days?", False),
        ("The willows had 12 nests.", False),
    ],
)
def test_what_looks_ahead(sentence: str, ahead: bool) -> None:
    assert is_ahead(sentence) is ahead


def test_beside_what_was_a_passage_tells_of_nothing_else() -> None:
    texts = ("It fell to 12 boats from 19 boats.", "Brenk had 19 boats.")
    library = MemoryLibrary(contents(*map(read_text, texts)))
    equal = Comparison(Relation.EQUAL, "")
    told = of_what_was([(claim, equal) for claim in library.all_claims()])
    assert [(claim.claim.text, claim.claim.sentence) for claim, _ in told] == [("19", text) for text in texts]


@each(
    ("text", "figure", "value"),
    [
        ("The bridge opened in 2005.", "2005", "2005"),
        ("The bridge opened before 2005.", "2005", "<2005"),
        ("The bridge opened before the 2005 fair.", "2005", "<2005"),
        ("The bridge opened later than 2005.", "2005", ">2005"),
        ("Later than 2005 it rained.", "2005", ">2005"),
        ("Later 2005 than now.", "2005", "2005"),
        ("The bridge opened after the 1930s.", "1930s", ">193X"),
        ("The bridge opened after 2005.", "2005", ">2005"),
        ("After the 1930s it fell.", "1930s", ">193X"),
        ("Before 2005 it fell.", "2005", "<2005"),
        ("Of the 1930s it said nothing.", "1930s", "193X"),
        ("The 1930s were better than what came before", "1930s", "193X"),
        ("After 12 boats it sank.", "12", "12"),
        # what is counted from a date puts no bound on it
        ("It opened two years after 2005.", "2005", "2005"),
        ("It opened long before the 1930s.", "1930s", "193X"),
        # a place in an order, by which something is ranked
        ("It ranked above the 7th best boat.", "7th best", "<7"),
        ("Ranked ahead of the 7th best boat.", "7th best", "<7"),
        ("It ranked the 7th best boat.", "7th best", "7"),
        ("It sailed above the 7th best boat.", "7th best", "7"),
        ("Above the 7th best boat.", "7th best", "7"),
        ("It was rated well, above the 7th best boat.", "7th best", "7"),
    ],
)
def test_bounds(text: str, figure: str, value: str) -> None:
    assert context(text, figure).value.text == value


@each(
    ("text", "figure", "dateline"),
    [
        # before a dash, among the first words
        ("LEEDS, 9 March 2024 - The mill closed.", DAY, REPORT),
        ("LEEDS, 11 March 2024 - The mill closed on 9 March 2024.", DAY, ""),
        ("On 9 March 2024 - pro-Velm crowds met.", DAY, REPORT),
        ("On 9 March 2024, pro-Velm crowds met.", DAY, ""),
        ("9 March 2024 — pro-Velm crowds met.", DAY, REPORT),
        ("The old port of Brenk, 9 March 2024 - It rained.", DAY, REPORT),
        ("The very old port of Brenk, 9 March 2024 - It rained.", DAY, ""),
        ("Brenk, 9 March 2024 in the - It rained.", DAY, REPORT),
        ("Brenk, 9 March 2024 in the day - It rained.", DAY, ""),
        ("Brenk, 9 March 2024 – 12 boats sank.", "12", ""),
        # behind the last dash
        ("Leeds Post – The mill closes – 9 March 2024", DAY, CITATION),
        ("The mill closes - 9 March 2024.", DAY, CITATION),
        ("The mill closes - 9 March 2024 too", DAY, CITATION),
        ("The mill closes - 9 March 2024 too.", DAY, ""),
        ("The mill closes - on 9 March 2024", DAY, ""),
        ("The mill closes on 9 March 2024", DAY, ""),
        # in the brackets at the end, behind a comma
        ("The mill closes (Leeds Post, 9 March 2024)", DAY, REPORT),
        ("The mill closes (Leeds Post, 9 March 2024).", DAY, ""),
        ("The mill closes (Leeds Post 9 March 2024)", DAY, ""),
        ("The mill closes (on 9 March 2024)", DAY, ""),
        # a line that says when a page was put up, and one that says when something happened
        ("The mill\n\nPUBLISHED: MONDAY, 9 March 2024, 10:34 PM", CLOCK, REPORT),
        ("The mill\n\nPUBLISHED: MONDAY, 9 March 2024, 10:34 PM ACST", CLOCK, REPORT),
        ("The mill\n\nPUBLISHED: MONDAY, 9 March 2024, 10:34 PM HARLE", CLOCK, ""),
        ("The mill burned at 10:34 PM on 9 March 2024.", CLOCK, ""),
        ("9 March 2024, 10:34 PM", CLOCK, REPORT),
        ("9 March, 10:34 PM", CLOCK, ""),
        ("9 March 2024, 10:34 PM, boats", CLOCK, ""),
        ("9 March 2024, 10:34 PM acst", CLOCK, ""),
        # the same in brackets that open a text
        ("(9 March 2024, 10:34 PM CDT) The mill (of May 1904) burned at 11:05 PM on 7 March.", DAY, REPORT),
        ("(9 March 2024, 10:34 PM CDT) The mill (of May 1904) burned at 11:05 PM on 7 March.", CLOCK, REPORT),
        ("(9 March 2024, 10:34 PM CDT) The mill (of May 1904) burned at 11:05 PM on 7 March.", "May 1904", ""),
        ("(9 March 2024, 10:34 PM CDT) The mill (of May 1904) burned at 11:05 PM on 7 March.", "11:05 PM", ""),
        ("(9 March 2024, 10:34 PM CDT) The mill (of May 1904) burned at 11:05 PM on 7 March.", "7 March", ""),
        ("(9 March 2024, 10:34 PM, 12 boats) The mill burned.", "12", ""),
        ("(Mill, 9 March 2024, 10:34 PM) It burned.", CLOCK, ""),
        ("(9 March 2024, 10:34 PM: the mill burned.", CLOCK, ""),
        ("9 March 2024, 10:34 PM) The mill burned.", CLOCK, ""),
        ("The mill (9 March 2024, 10:34 PM) burned.", CLOCK, ""),
        ("(9 March 2024) The mill burned at 10:34 PM.", DAY, ""),
    ],
)
def test_dateline(text: str, figure: str, dateline: str) -> None:
    assert context(text, figure).dateline == dateline


def test_a_time_of_day_in_a_table_is_no_dateline() -> None:
    assert context(TABLE.format(DAY, CLOCK), CLOCK, suffix=".md").dateline == ""
