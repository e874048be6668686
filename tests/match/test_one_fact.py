"""Two figures of two sources are one fact where nothing parts them; what parts them is named."""

from __future__ import annotations

from itertools import product

import pytest
from tests.match.test_features import figure
from tests.match.test_qualify import owned
from tests.rows import each

from factcheck.extract import read_text
from factcheck.match.alone import Alone
from factcheck.match.context import Context
from factcheck.match.one_fact import PARTING, Pair, Rivals, differ
from factcheck.match.series import Series
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

FERRY = "The old ferry from Norhaven to Port Ellis carried "
PARTED = [
    ("two times", "In May 2019 the ferry carried 120 people.", "In June 2019 the ferry carried 131 people.", "time"),
    ("two totals since a day", "By 3 June 2019, 120 people had drowned since 1 May.",
     "By 9 June 2019, 131 people had drowned since 1 May.", "time"),
    ("months of no year", "The Ellis yard closed in May.", "The Ellis yard closed in June.", "year inferred"),
    ("two owners", "Mara Lund has 12 boats.", "Jon Berg has 14 boats.", "owner"),
    ("two things", "The Ellis yard employs 310 welders.", "The Ellis yard employs 410 painters.", "thing"),
    ("two places", "The storm killed 12 people in Norhaven.", "The storm killed 14 people in Kolvik.", "name"),
    ("a word exchanged", "Mara Lund got three years in prison for smuggling.",
     "Mara Lund got four years in prison for forgery.", "word"),
    ("two ways", "Exports of the Ellis yard rose 12 percent.", "Exports of the Ellis yard fell 14 percent.", "word"),
    ("two outcomes", "The fire at Kolvik killed 12 people in May 2019.",
     "At Kolvik 40 people were injured in May 2019 by the fire.", "measure"),
    ("before and after", "The ferry to Kolvik sails nine days before the race.",
     "The ferry to Kolvik sails twelve days after the race.", "way"),
    ("another occasion", FERRY + "120 people and 14 cars.", FERRY + "131 people and 15 cars.", "occasion"),
]  # fmt: skip
ONE_FACT = [
    ("a toll", "The fire at Orrin killed 23 people.", "The fire at Orrin killed 37 people."),
    ("a year", "The Orrin dam was built in 1957.", "The Orrin dam was built in 1961."),
    ("a term of one day", "Mara Lund was sentenced to four years in jail on 9 March 2017.",
     "Mara Lund was sentenced to seven years in jail on 9 March 2017."),
    ("a measure", "Lake Orrin is 87 metres deep.", "Lake Orrin is 78 metres deep."),
    ("a date beside another that both have", "The trial of Mara Lund began on 5 May 2020 and ended in June 2021.",
     "The trial of Mara Lund began on 15 May 2020 and ended in June 2021."),
    ("a month beside another that both have", "The trial of Mara Lund began in May 2020 and ended in June 2021.",
     "The trial of Mara Lund began in July 2020 and ended in June 2021."),
    ("other words", "The Ellis yard employs 310 people.", "Some 410 people are employed by the Ellis yard."),
]  # fmt: skip
OTHER_VALUES = [
    ("a level and a change", "Turnout rose to 40 percent in Norland.", "Turnout rose by 43 percent in Norland.", False),
    ("a bound", "More than 40 people drowned.", "The storm drowned 41 people.", False),
    ("a part of a date", "The dam was built in 1957.", "The dam was built in May 1957.", False),
    ("rounded", "About 700,000 people live there.", "There live 699,800 people.", False),
    ("two counts", "The storm drowned 40 people.", "The storm drowned 41 people.", True),
    ("two currencies", "The dam cost 21 million euros.", "The dam cost 22 million dollars.", False),
]


def _pairs(one: str, other: str) -> tuple[Rivals, list[tuple[Context, Context]]]:
    """The judge, and the pairs of figures of two texts, first of all the last figure but dates of each."""
    library = MemoryLibrary(contents(read_text(one, "a.txt"), read_text(other, "b.txt")))
    alone = Alone(library)
    figures = [alone.context(claim) for claim in library.all_claims() if claim.claim.kind.is_figure]
    first = figures[0].claim.document
    sides = [f for f in figures if f.claim.document == first], [f for f in figures if f.claim.document != first]
    return Rivals(alone), [(a, b) for a, b in product(*sides) if a.kind is b.kind]


@each(("one", "other", "parted"), [row[1:] for row in PARTED])
def test_what_parts_two_facts(one: str, other: str, parted: str) -> None:
    rivals, pairs = _pairs(one, other)
    assert not any(differ(a, b) and rivals.one_fact(a, b) for a, b in pairs)
    assert parted in {rivals.judge(a, b).parted for a, b in pairs if differ(a, b)}


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in ONE_FACT], ids=[row[0] for row in ONE_FACT])
def test_one_fact_of_two_values(one: str, other: str) -> None:
    rivals, pairs = _pairs(one, other)
    assert [rivals.judge(a, b).parted for a, b in pairs if differ(a, b) and rivals.one_fact(a, b)] == [""]
    assert all(rivals.judge(a, b) == rivals.judge(b, a) for a, b in pairs)


@pytest.mark.parametrize(
    ("one", "other", "apart"), [row[1:] for row in OTHER_VALUES], ids=[row[0] for row in OTHER_VALUES]
)
def test_values_differ_both_ways(one: str, other: str, apart: bool) -> None:
    _, pairs = _pairs(one, other)
    assert [differ(a, b) for a, b in pairs] == [apart]


RUNNING = "By The Ellis Post\n{} May 2019\n\nThe harbour has taken in {} boats since the start of the year."


def test_what_has_come_about_since_a_day_is_more_tomorrow() -> None:
    rivals, pairs = _pairs(RUNNING.format(3, 120), RUNNING.format(9, 110))
    assert [rivals.judge(a, b).parted for a, b in pairs if a.value.plain == "120"] == ["running"]
    rivals, pairs = _pairs(RUNNING.format(3, 120), RUNNING.format(3, 110))
    assert [rivals.judge(a, b).parted for a, b in pairs if a.value.plain == "120"] == [""]


ISSUE = (
    "As of {day} May, 3 roads to Norhaven were closed by snow. "
    "On {day} May, 12 buses left for Port Ellis in the morning.\n\nThe shelter in Norhaven houses {people} people."
)


def test_issues_of_a_series_tell_of_their_own_day() -> None:
    rivals, pairs = _pairs(ISSUE.format(day=3, people=120), ISSUE.format(day=4, people=131))
    told = [rivals.judge(a, b) for a, b in pairs if (a.value.plain, b.value.plain) == ("120", "131")]
    assert told == [Pair(0.0, "issue")]


@each(
    ("one", "other", "parted"),
    [
        # of the day that both name, of one report, of fewer in the later one, of no count
        ("3 May 2019\n\nOn 1 May 2019 it killed 12 men.", "9 May 2019\n\nOn 1 May 2019 it killed 14 men.", ""),
        ("3 May 2019\n\nThe storm killed 12 men.", "3 May 2019\n\nThe storm killed 14 men.", ""),
        ("3 May 2019\n\nThe storm killed 14 men.", "9 May 2019\n\nThe storm killed 12 men.", ""),
        ("3 May 2019\n\nThe storm killed 12 men.", "The storm killed 14 men.", ""),
        ("The storm killed 12 men.", "3 May 2019\n\nThe storm killed 14 men.", ""),
        ("3 May 2019\n\nThe storm cost $12.", "9 May 2019\n\nThe storm cost $14.", ""),
        ("3 May 2019\n\nIn May 2019 it killed 12 men.", "9 May 2019\n\nIn May 2019 it killed 14 men.", "growth"),
        ("3 May 2019\n\nThe storm killed 12 men.", "9 May 2019\n\nThe storm killed 14 men.", "growth"),
        ("9 May 2019\n\nThe storm killed 14 men.", "3 May 2019\n\nThe storm killed 12 men.", "growth"),
    ],
)
def test_later_counts_are_larger(one: str, other: str, parted: str) -> None:
    rivals, pairs = _pairs(one, other)
    a, b = pairs[-1]
    assert rivals.judge(a, b).parted == parted


class Judged(Rivals):
    """A judge who finds every pair alike to one degree."""

    likeness = 0.0

    def judge(self, a: Context, b: Context) -> Pair:
        return Pair(self.likeness)


@each(
    ("one", "other", "least"),
    [
        ("Brenk has 12 boats.", "Brenk has 14 boats.", 0.7),
        ("In May 2019 Brenk had 12 boats.", "In May 2019 Brenk had 14 boats.", 0.7),
        # only the dates of the documents tell when
        ("3 May 2019\n\nBrenk has 12 boats.", "9 May 2019\n\nBrenk has 14 boats.", 0.9),
        ("Brenk closed in 2019.", "Brenk closed in 2018.", 0.9),
        ("Brenk closed on 3 May 2019.", "Brenk closed in June 2019.", 0.9),
        # two days that lie close together
        ("Brenk closed on 3 May 2019.", "Brenk closed on 4 July 2019.", 0.8),
        ("Brenk closed on 4 July 2019.", "Brenk closed on 3 May 2019.", 0.8),
        ("Brenk closed on 3 May 2019.", "Brenk closed on 5 July 2019.", 0.9),
    ],
)
def test_how_much_two_figures_have_to_be_alike(one: str, other: str, least: float) -> None:
    rivals, pairs = _pairs(one, other)
    judged = Judged(rivals._alone)
    a, b = pairs[-1]
    for judged.likeness in (least - 0.01, least):
        assert judged.one_fact(a, b) is (judged.likeness == least)


@each(("told", "parted"), [("In 2019", "issue"), ("In May 2019", "")])
def test_issues_that_tell_of_one_time(told: str, parted: str) -> None:
    texts = (
        f"{ISSUE.format(day=day, people=7)} {told} it housed {people} men." for day, people in ((3, 120), (4, 131))
    )
    rivals, pairs = _pairs(*texts)
    assert [rivals.judge(a, b).parted for a, b in pairs if (a.value.plain, b.value.plain) == ("120", "131")] == [parted]


LONG, OTHER = "The harbour office of Brenk counted 12 boats.", "The long quay of Port Ellis was closed on 3 May."


@each(
    ("one", "other", "joined"),
    [
        # one sentence in common, a short one, one without a figure
        (f"{LONG} It was 3 May.", f"{LONG} It was 4 May.", False),
        (
            f"{LONG} The quay of Brenk was closed at 12 in all.",
            f"{LONG} The quay of Brenk was closed at 14 in all.",
            False,
        ),
        (f"{LONG} The quay of Port Ellis was closed again.", f"{LONG} The quay of Port Ellis was closed again.", False),
        (f"{LONG} {OTHER}", f"{LONG} {OTHER.replace('quay', 'mole')}", False),
        (f"{LONG} {OTHER}", f"{LONG} {OTHER}", True),
        (f"{LONG} {OTHER}", f"{LONG.replace('12', '-')} {OTHER.replace('3 May', '14 June')}", True),
        (
            f"{LONG} The quay of Brenk was closed at 12 in vain.",
            f"{LONG} The quay of Brenk was closed at 14 in vain.",
            True,
        ),
    ],
)
def test_which_documents_are_issues_of_a_series(one: str, other: str, joined: bool) -> None:
    library = MemoryLibrary(contents(read_text(one, "a.txt"), read_text(other, "b.txt")))
    first, second = library.documents()
    assert Series(lambda document: library.passages_of([document])[document]).joins(first, second) is joined


APART = dict(PARTING)
GAVE = "At noon it gave {} to 12 men."


@each(
    ("name", "one", "other", "parted"),
    [
        # an owner that stands around the other's figure as well may be its owner too
        ("owner", owned("Brenk"), owned("Brenk"), False),
        ("owner", owned("Brenk"), owned("Odby", "It had 12 boats of Brenk."), False),
        ("owner", owned("Brenk|earlier"), owned("Odby"), True),
        ("owner", owned("Brenk"), owned("Odby"), True),
        # three words in the place of three, or fewer
        ("word", figure(GAVE.format("gulls"), "12"), figure(GAVE.format("gulls"), "12"), False),
        ("word", figure(GAVE.format("gulls"), "12"), figure(GAVE.format(""), "12"), False),
        ("word", figure(GAVE.format("gulls"), "12"), figure(GAVE.format("terns, skuas, larks, wrens"), "12"), False),
        ("word", figure(GAVE.format("terns, skuas, larks, wrens"), "12"), figure(GAVE.format("gulls"), "12"), False),
        ("word", figure(GAVE.format("gulls"), "12"), figure(GAVE.format("terns, skuas, larks"), "12"), True),
        ("word", figure(GAVE.format("terns, skuas, larks"), "12"), figure(GAVE.format("gulls"), "12"), True),
        ("word", figure("Gulls gave it to 12 men.", "12"), figure("Terns gave it to 12 men.", "12"), True),
        # a date near the beginning, or behind such a word, says when the rest holds; and so does a longer time
        ("occasion", figure("The bank of Brenk closed on 3 May 2019 with 12 men.", "3 May 2019"),
         figure("The bank of Brenk closed on 4 May 2019 with 12 men.", "4 May 2019"), False),
        ("occasion", figure("It closed on 3 May 2019 with 12 men.", "3 May 2019"),
         figure("It closed on 4 May 2019 with 12 men.", "4 May 2019"), False),
        ("occasion", figure("It shut on 3 May 2019 with 12 men.", "3 May 2019"),
         figure("It closed on 4 May 2019 with 12 men.", "4 May 2019"), True),
        ("occasion", figure("The bank of Brenk closed by 3 May 2019 with 12 men.", "3 May 2019"),
         figure("The bank of Brenk closed on 4 May 2019 with 12 men.", "4 May 2019"), True),
        ("occasion", figure("The bank of Brenk closed in 2019 with 12 men.", "2019"),
         figure("The bank of Brenk closed on 4 May 2019 with 12 men.", "4 May 2019"), True),
        ("occasion", figure("The bank of Brenk closed on 3 May 2019.", "3 May 2019"),
         figure("The bank of Brenk closed by 4 May 2019.", "4 May 2019"), False),
    ],
)  # fmt: skip
def test_what_one_thing_parts(name: str, one: Context, other: Context, parted: bool) -> None:
    assert APART[name](one, other) is parted
