"""When two figures hold, and how their times stand to each other."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract import read_text
from factcheck.lean.record import replace
from factcheck.match.meeting import Match, match, precision
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.match.stretch import Moment, Rank, of_interval
from factcheck.match.when import _stands
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.values import date
from factcheck.values.date import day_number


def moment(text: str, figure: str, published: str = "") -> Moment | None:
    """The moment of a figure in a text, of a document of this date."""
    library = MemoryLibrary(contents(read_text(text, suffix=".md", date=published)))
    claim = next(c for c in library.all_claims() if c.claim.text == figure)
    return Scene(library, Rarity(library)).context(claim).moment


SINCE_MAY = "From 1 May 2018 to {day} 2018, 40 boats were lost."

# A draft's sentence with 88 in it, a source's with 40, what their times say.
TABLE = [
    ("Brenk had 88 boats.", "Odby lost 40 boats.", Match()),
    ("In May 2018 Brenk had 88 boats.", "In June 2018 Brenk had 40 boats.", Match(clash=1.0)),
    ("On 3 May 2018 Brenk had 88 boats.", "On 3 May 2018 Brenk had 40 boats.", Match(same=1.0)),
    ("On 3 May 2018 it lost 12. Brenk had 88 boats.", "On 3 May 2018 Brenk had 40 boats.", Match(told=1.0)),
    ("On 3 May 2018 it lost 12. Brenk had 88 boats.", "On 9 May 2018 Brenk had 40 boats.", Match(doubt=0.5)),
    # What was counted from one day to another is of the last.
    ("By 9 June 2018 88 boats were lost.", SINCE_MAY.format(day="9 June"), Match(same=1.0)),
    ("By 2 June 2018 88 boats were lost.", SINCE_MAY.format(day="9 June"), Match(clash=1.0)),
    ("From 1 May 2018 to 2 June 2018 88 were lost.", SINCE_MAY.format(day="9 June"), Match(clash=1.0)),
    # The end of a month is its last ten days.
    ("At the end of June 2018 88 boats were lost.", "By 9 June 2018 40 boats were lost.", Match(clash=1.0)),
    ("At the end of June 2018 88 boats were lost.", "By 28 June 2018 40 boats were lost.", Match(same=0.6)),
    ("At the end of 2018 88 boats were lost.", "By 28 June 2018 40 boats were lost.", Match(clash=1.0)),
]


@each(("draft", "source", "expected"), TABLE)
def test_times(draft: str, source: str, expected: Match) -> None:
    assert match(moment(draft, "88"), moment(source, "40")) == expected


def test_a_days_report_tells_of_the_day_and_of_the_day_before() -> None:
    report = moment("Brenk has lost 40 boats.", "40", published="2018-05-04")
    assert match(moment("On 4 May 2018 it was 88 boats.", "88"), report).told == 1.0
    assert match(moment("On 3 May 2018 it was 88 boats.", "88"), report) == Match()
    assert match(moment("On 2 May 2018 it was 88 boats.", "88"), report) == Match()
    assert match(moment("On 1 May 2018 it was 88 boats.", "88"), report).doubt == 1.0
    assert match(moment("On 5 May 2018 it was 88 boats.", "88"), report).doubt == 1.0


@each(
    ("published", "last"),
    [("", (2018, 5, 3)), ("2018-05-03", (2018, 5, 3)), ("2018-05-06", (2018, 5, 3)), ("2018-05-04", (2018, 5, 4))],
)
def test_what_a_report_gives_as_of_the_day_before_is_known_on_its_own(
    published: str, last: tuple[int, int, int]
) -> None:
    found = moment("# Boats\n\n## Losses (as of 3 May 2018)\n\nBoats: 88\n", "88", published=published)
    assert found is not None
    assert (found.low, found.high) == (day_number(2018, 5, 3), day_number(*last))


@each(("value", "stands"), [("?", False), (">2005", False), ("~2005", False), ("2005", True), ("XXXX-05", True)])
def test_which_dates_say_when(value: str, stands: bool) -> None:
    (stored,) = contents(read_text("It was in 2005.")).claims
    assert _stands(stored._replace(claim=replace(stored.claim, value=date(value)))) is stands


ROWS = "## {heading}\n\n| Week to | Boats |\n|---|---|\n| 6 January | 88 |\n"


@each(("heading", "first"), [("Losses", None), ("Losses, early 2018", 736700)])
def test_a_row_dated_by_the_day_takes_its_year_from_the_heading(heading: str, first: int | None) -> None:
    found = moment(ROWS.format(heading=heading), "88")
    assert found is not None
    assert (found.low, found.month, found.day) == (first, 1, 6)


CLAUSES = [
    ("On 3 May 2018, after the storm, it had 88 boats, and in June 60.", "88", (2018, 5, 3)),
    ("By 3 May 2018 it had 88 boats; by 9 May 60 boats.", "88", (2018, 5, 3)),
    ("By 3 May 2018 it had 88 boats; by 9 May 60 boats.", "60", (2018, 5, 9)),
    ("It grew from 3 May 2018, when it had 60 boats, to 9 May 2018, when it had 88.", "60", (2018, 5, 3)),
    ("It grew from 3 May 2018, when it had 60 boats, to 9 May 2018, when it had 88.", "88", (2018, 5, 9)),
    ("It had 60 boats on 3 May 2018 and 88 a week later.", "88", (2018, 5, 10)),
    ("It had 88 boats, no more than that on 3 May 2018.", "88", (2018, 5, 3)),
]


@each(("text", "figure", "day"), CLAUSES)
def test_which_date_of_a_sentence_a_figure_is_of(text: str, figure: str, day: tuple[int, int, int]) -> None:
    found = moment(text, figure)
    assert found is not None
    assert found.low == day_number(*day)


def stretch(told: str) -> Moment:
    """A stretch of days in EDTF, behind it how it was read: "?" its year was inferred, "document", "earlier"."""
    written, _, how = told.partition(" ")
    found = of_interval(date(written.rstrip("?")), Rank[how.upper()] if how else Rank.SENTENCE)
    assert found
    return found._replace(inferred=written.endswith("?"))


CLASH, YEARS_END, SUMMER = Match(clash=1.0), "2018-12-25/2019-01-05", "2018-05-25/2018-06-05"


@each(
    ("one", "other", "expected"),
    [
        # the finer both are, the closer
        ("2018-05-03", "2018-05-03", Match(same=1.0)),
        ("2018-05", "2018-05-03", Match(same=0.6)),
        (SUMMER, "2018-06-05", Match(same=0.6)),
        ("2018", "2018-05", Match(same=0.3)),
        ("2020", "2020-05", Match(same=0.3)),
        ("201X", "2018-05", Match(same=0.1)),
        ("2018-05-03", "2018-05-04", CLASH),
        (SUMMER, "2018-05-24", CLASH),
        (SUMMER, "2018-06-06", CLASH),
        # one was inherited
        ("2018-05-03", "2018-05-03 header", Match(same=1.0)),
        ("2018-05-03", "2018-05-03 heading", Match(told=1.0)),
        ("2018-05-03", "2018-05-09 heading", Match(doubt=1.0)),
        ("2018-05-03", "2018-05-09 earlier", Match(doubt=0.5)),
        # a report of a day or two later, which says no other date
        ("2018-05-03", "2018-05-04 document", Match()),
        ("2018-05-03", "2018-05-05 document", Match()),
        ("2018-05-03", "2018-05-06 document", Match(doubt=1.0)),
        ("2018-05-03", "2018-05-02 document", Match(doubt=1.0)),
        ("2018-05-03", "XXXX-06-02 document", Match(doubt=1.0)),
        ("XXXX-05-03", "2018-05-04 document", Match(doubt=1.0)),
        ("2018-04-30", "2018-05 document", Match()),
        ("2018-04-28", "2018-05 document", Match(doubt=1.0)),
        ("2018-06-01", "2018-05 document", Match(doubt=1.0)),
        # years that are not written, or were inferred
        ("XXXX-05-03", "XXXX-05-03", Match(same=1.0)),
        ("XXXX-05", "XXXX-05-03", Match(same=0.6)),
        ("XXXX-05-03", "XXXX-05-04", CLASH),
        ("XXXX-05-03", "XXXX-06-03", CLASH),
        ("XXXX-05-03", "2018-05-03", Match(same=1.0)),
        ("XXXX-05-03", "2018-05-04", CLASH),
        ("XXXX-05-03", "2018", Match(same=0.3)),
        ("XXXX-21", "2018", Match(same=0.3)),
        ("XXXX-21", "2020", Match(same=0.3)),
        ("XXXX-05", SUMMER, Match(same=0.6)),
        ("XXXX-06", SUMMER, Match(same=0.6)),
        ("XXXX-04", SUMMER, CLASH),
        ("XXXX-07", SUMMER, CLASH),
        ("XXXX-05-25", SUMMER, Match(same=0.6)),
        ("XXXX-06-05", SUMMER, Match(same=0.6)),
        ("XXXX-05-24", SUMMER, CLASH),
        ("XXXX-06-06", SUMMER, CLASH),
        ("XXXX-12", YEARS_END, Match(same=0.6)),
        ("XXXX-01", YEARS_END, Match(same=0.6)),
        ("XXXX-11", YEARS_END, CLASH),
        ("XXXX-02", YEARS_END, CLASH),
        ("XXXX-12-25", YEARS_END, Match(same=0.6)),
        ("XXXX-01-05", YEARS_END, Match(same=0.6)),
        ("XXXX-12-24", YEARS_END, CLASH),
        ("XXXX-01-06", YEARS_END, CLASH),
        ("2017-05-03?", "2018-05-03", Match(same=0.5)),
        ("2017-05?", "2018-05-03", Match(same=0.3)),
        ("2017-05-03? heading", "2018-05-03", Match(told=0.5)),
        ("2017-05-03?", "2018-05-04", CLASH),
        ("2017-05-03?", "2018-06-03", CLASH),
        ("2017?", "2018", CLASH),
        ("2017?", "2018-05", CLASH),
        ("2017-05-03", "2018-05-03", CLASH),
        # what was counted for longer than a month is of the day it ends on, beside a day or month
        ("2018-05-01/2018-05-31", "2018-05-30", Match(same=0.6)),
        ("2018-05-01/2018-06-01", "2018-05-30", CLASH),
        ("2018-05-01/2018-06-01", "2018-06-01", Match(same=1.0)),
        ("2018-05-01/2018-06-01", "2018-06", Match(same=0.6)),
        ("2018-05-01/2018-06-01", "2018-05", CLASH),
        ("2018-05-01/2018-06-01", "2018", Match(same=0.3)),
        ("2018-05-01/2018-06-01", "2018-04-01/2018-06-01", Match(same=1.0)),
        ("2018-05-01/2018-06-01", "2018-04-01/2018-05-31", CLASH),
    ],
)
def test_how_two_stretches_stand_to_each_other(one: str, other: str, expected: Match) -> None:
    assert match(stretch(one), stretch(other)) == match(stretch(other), stretch(one)) == expected


@each(
    ("days", "meets"),
    [(364, False), (366, True), (500, True)],
)
def test_a_day_of_any_year_is_one_of_a_whole_year(days: int, meets: bool) -> None:
    begins = day_number(2018, 6, 2)
    known = Moment(begins, begins + days - 1, None, None, Rank.SENTENCE)
    assert bool(match(stretch("XXXX-06-01"), known).same) is meets


def test_no_time_says_nothing() -> None:
    assert match(None, stretch("2018")) == match(stretch("2018"), None) == Match()


@each(("told", "close"), [("2018-05-03", 1.0), ("XXXX-05-03", 1.0), ("XXXX-05", 0.6), ("2018-05", 0.6), ("2018", 0.3)])
def test_how_close_a_match_can_be(told: str, close: float) -> None:
    assert precision(stretch(told)) == close


@each("text", ["Since 3 May 2018 88 boats were lost.", "It had 88 boats, fewer than on 3 May 2018."])
def test_a_date_that_is_another_figures_dates_none(text: str) -> None:
    assert moment(text, "88") is None


@each(
    ("month", "days", "meets"),
    [
        ("XXXX-05", 10, False),
        ("XXXX-02", 10, True),
        ("XXXX-05", 340, True),
        ("XXXX-02", 340, True),
        ("XXXX-05", 364, True),
    ],
)
def test_a_month_of_any_year_is_one_of_most_of_a_year(month: str, days: int, meets: bool) -> None:
    begins = day_number(2018, 2, 10)
    known = Moment(begins, begins + days - 1, None, None, Rank.SENTENCE)
    assert bool(match(stretch(month), known).same) is meets
