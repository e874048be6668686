"""An equal value that belongs to another fact proves nothing: drafts against small libraries."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from tests.rows import each

from factcheck.claims import Curation
from factcheck.compare import Comparison, Relation
from factcheck.extract import read_file, read_text
from factcheck.lexicon.concepts import concept
from factcheck.match.apart import Marks, is_told_of
from factcheck.match.candidates import Candidate
from factcheck.match.common import common
from factcheck.match.context import Context
from factcheck.match.features import Features
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.match.veto import vetoes
from factcheck.model import Verdict
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.text.stem import stem
from factcheck.verify import verify

REPORT = "# Weekly report of the Norland coast guard\n\nThe number of boats in distress this week was {n}. {rest}"
WEEKS = {
    "2018-01-06-report.txt": REPORT.format(n=62, rest="Crews towed 12 of them to Brenk."),
    "2018-01-13-report.txt": REPORT.format(n=75, rest="Crews towed 14 of them to Brenk."),
    "2018-01-20-report.txt": REPORT.format(n=81, rest="Crews towed 19 of them to Brenk."),
}
BOATS = {
    "a.txt": "Boats of the Norland ports in 2018\n\nThe port of Brenk has 412 boats and the port of Odby has 88 boats."
}
PLEDGED = {"a.txt": "Aid for Norland\n\nThe towns pledged 5 million crowns, of which 2 million crowns had come by May."}
SENT = "By May 2 million crowns of the 5 million crowns pledged had come."
TOLL = {
    "a.txt": "Slide in Brenk\n\nThe slide that hit Brenk killed 9 people. Rescuers found four more bodies on Tuesday, "
    "which brought the toll to 13."
}
RESULTS = {
    "a.txt": "Results of Brenk Steel\n\nBrenk Steel earned 353 million crowns in the second quarter of 2019, down from "
    "498 million crowns a year earlier. Its sales fell to 2.1 billion crowns from 2.6 billion crowns a year earlier."
}
HOPES = {
    "a.txt": "Results of Brenk Steel\n\nBrenk Steel earned 784 million crowns. Analysts had forecast that it would "
    "earn 374 million crowns."
}
TERMS = {"a.txt": "At the court of Brenk\n\nMara Lund got six years in prison. Ivo Marsh got four years in prison."}
TURNOUT = {"a.txt": "Turnout\n\nTurnout in Harle was 61 percent in 2015. Turnout in Harle was 67 percent in 2019."}
LOAD = {"a.txt": "The wreck\n\nWhen she sank she was carrying 391 containers on deck and 294 cars below it."}
STOOD = {"a.txt": "The mill\n\nAs of 28 August 2020 the Velm fire was 91 percent contained."}
BROKE = {"a.txt": "The mill\n\nOn 28 August 2020 the Velm fire broke out."}
MOVED = {
    "a.txt": "Land of Brenk\n\nThe firm leases 37,000 hectares. In 2012, 1,300 families were moved. Of them 420 have "
    "had no land to this day."
}
LANDED = {
    "a.txt": "The capsule\n\nThe two drogue parachutes opened at 24,000 feet to slow the capsule, followed by the main "
    "parachutes at 10,000 feet."
}
BARE = {
    "a.txt": "The vote in Norland\n\nNorth Brenk voted by 42,183 to 25,750 to leave. It was the first vote there since "
    "1977.\n\nNorth Brenk 70.7% 25,750 42,183 37.7% 62.3%"
}
VOTED = "North Brenk backed leaving by 42,183 to 25,750, or 62.3 percent to 37.7 percent; turnout was 70.7 percent."
CITED = {
    "a.txt": "Further reading\n\nNorland Post – Court closes the yard of Brenk – 6 October 2017\n\n"
    "Norland Post – Ferry of Odby hits the pier – 8 April 2018\n\nHarle Daily – Court of Odby sits – 8 April 2018"
}
VOTES = {
    "a.txt": "Norland\n\nIn 2013 the Greens of Brenk only narrowly won over the Liberals. One year later the "
    "Greens won all seats of Brenk at the vote held in 2018."
}
JAILED = {
    "a.txt": "In May, Ivo Marsh, a vice president of the union, was sentenced to three years in prison for theft."
}
STAMPED = {"a.txt": "Ferry hits the pier at Odby\n\nJune 6, 2019 3:05 PM EDT\n\nThe ferry of Odby hit the pier in fog."}
POSTED = {
    "a.txt": "Ferry hits the pier at Odby\n\nPosted by Ada Kroll June 6, 2019 3:05 PM EDT\n\nThe ferry hit the pier."
}
ROCKS = {
    "a.txt": "The wreck\n\nAn inquiry shows that the Mara was hit in the bow by three of the seven rocks off Brenk."
}
SLIDE = {
    "a.txt": "The slide\n\nA slide which hit the valley of Brenk on Tuesday killed at least one person, injured dozens "
    "and buried barns.",
    "b.txt": "The slide in Brenk\n\nFive people died and seven were injured in Brenk in the slide and the flood.",
}
SLID = "A slide hit the valley of Brenk on Tuesday, killing at least {} people, injuring dozens and burying barns."
NEXT = "The board of Brenk\n\nIt was agreed that the next meeting of the board would be held on {}."
MEETINGS = {f"{at}.txt": NEXT.format(day) for at, day in enumerate(("12 May 2019", "19 July 2019", "6 March 2020"))}
RATE = "The harbour rate of Brenk\n\nThe board of Brenk decided to lower the harbour rate by 2 crowns to {} crowns."
RATES = {f"{at}.txt": RATE.format(rate) for at, rate in enumerate((58, 56, 44))}
AGREED = "It was agreed that the next meeting of the board would be held on 3 October 2021."
LOWERED = "The board of Brenk decided to lower the harbour rate by 2 crowns to 31 crowns."
SHIPS = {"ships.csv": "year,ships\n2022,198\n2023,205\n2024,212\n"}
WARDS = {
    "a.md": "# Sick in the wards of Brenk\n\n| Ward | Sick | Cured |\n|---|---|---|\n"
    "| Ward 4 | 61 | 17 |\n| Ward 5 | 83 | 29 |\n"
}

# Sources, a draft, its figure, the verdicts it may have.
TABLE = [
    (BOATS, "The port of Brenk has 412 boats.", "412", {Verdict.SUPPORTED}),
    (BOATS, "The port of Brenk has 88 boats.", "88", {Verdict.CONTRADICTED, Verdict.UNVERIFIED}),
    # Of another week than the draft's.
    (WEEKS, "In the week to 13 January 2018 75 boats were in distress.", "75", {Verdict.SUPPORTED}),
    (WEEKS, "In the week to 13 January 2018 81 boats were in distress.", "81", {Verdict.CONTRADICTED}),
    # When another page was put up.
    (STAMPED, "The pier of Odby\n\nJune 6, 2019 7:38 PM EDT\n\nFog.", "7:38 PM", {Verdict.UNVERIFIED}),
    (POSTED, "The pier of Odby\n\nJune 6, 2019 7:38 PM EDT\n\nFog.", "7:38 PM", {Verdict.UNVERIFIED}),
    # A passage that has the value as well, and the other one for the draft's other figure.
    (ROCKS, "The inquiry says the Mara was hit by seven rocks — three to the bow.", "seven", {Verdict.UNVERIFIED}),
    (ROCKS, "The inquiry says the Mara was hit by nine rocks — three to the bow.", "nine", {Verdict.CONTRADICTED}),
    # A bound that another source's figure bears out.
    (SLIDE, SLID.format("five"), "at least five", {Verdict.UNVERIFIED}),
    (SLIDE, SLID.format("nine"), "at least nine", {Verdict.CONTRADICTED}),
    # What is written again and again, each time with another value, and what is written once.
    (MEETINGS, AGREED, "3 October 2021", {Verdict.UNVERIFIED}),
    ({"a.txt": NEXT.format("12 May 2019")}, AGREED, "3 October 2021", {Verdict.CONTRADICTED}),
    (RATES, LOWERED, "31 crowns", {Verdict.UNVERIFIED}),
    ({"a.txt": RATE.format(58)}, LOWERED, "31 crowns", {Verdict.CONTRADICTED}),
    # A figure that tells what is meant, where the other text has not that.
    (
        JAILED,
        "In May, Ivo Marsh of the union was sentenced for theft and got a five-year ban from office.",
        "five-year",
        {Verdict.UNVERIFIED},
    ),
    (
        JAILED,
        "In May, Ivo Marsh of the union got a five-year prison sentence for theft.",
        "five-year",
        {Verdict.CONTRADICTED},
    ),
    (
        {"a.txt": "The Harle Rovers have made an eight-year offer to Marsh in excess of 160 million crowns."},
        "The Harle Rovers offered Marsh a four-year contract in excess of 160 million crowns.",
        "four-year",
        {Verdict.CONTRADICTED},
    ),
    # A toll that the same text raises.
    (TOLL, "The slide in Brenk killed 13 people.", "13", {Verdict.SUPPORTED, Verdict.UNVERIFIED}),
    (TOLL, "The slide in Brenk killed 14 people.", "14", {Verdict.CONTRADICTED}),
    # What was, before it fell to what is.
    (RESULTS, "In 2019 Brenk Steel had sales of 2.1 billion crowns.", "2.1 billion crowns", {Verdict.SUPPORTED}),
    (RESULTS, "In 2019 Brenk Steel had sales of 2.6 billion crowns.", "2.6 billion crowns", {Verdict.CONTRADICTED}),
    (RESULTS, "A year earlier Brenk Steel had sales of 2.6 billion crowns.", "2.6 billion crowns", {Verdict.SUPPORTED}),
    (RESULTS, "Sales of Brenk Steel fell from 2.6 billion crowns.", "2.6 billion crowns", {Verdict.SUPPORTED}),
    # The same quarter of the year before, told by its distance.
    (
        RESULTS,
        "Brenk Steel earned 498 million crowns in the second quarter of 2019.",
        "498 million crowns",
        {Verdict.CONTRADICTED},
    ),
    # Two firms that have a word of their names in common, and one whose name is told at greater length.
    (
        RESULTS,
        "Velm Steel earned 353 million crowns.",
        "353 million crowns",
        {Verdict.CONTRADICTED, Verdict.UNVERIFIED},
    ),
    (RESULTS, "Brenk Steel Works earned 353 million crowns.", "353 million crowns", {Verdict.SUPPORTED}),
    # What was expected, and what came.
    (HOPES, "Brenk Steel earned 374 million crowns.", "374 million crowns", {Verdict.CONTRADICTED, Verdict.UNVERIFIED}),
    (HOPES, "Brenk Steel earned 784 million crowns.", "784 million crowns", {Verdict.SUPPORTED}),
    (HOPES, "Brenk Steel was expected to earn 374 million crowns.", "374 million crowns", {Verdict.SUPPORTED}),
    # Of another year, where the year is all that is said of when.
    (SHIPS, "In 2023, 198 ships called at the port.", "198", {Verdict.CONTRADICTED}),
    (SHIPS, "In 2023, 205 ships called at the port.", "205", {Verdict.SUPPORTED}),
    # Exchanged across two sources.
    (
        WEEKS,
        "By 13 January 2018 there were 62 boats in distress, by 6 January 2018 75 boats.",
        "62",
        {Verdict.CONTRADICTED, Verdict.UNVERIFIED},
    ),
    # A part and its whole are not exchanged where the draft turns the sentence round.
    (
        PLEDGED,
        SENT,
        "2 million crowns",
        {Verdict.SUPPORTED},
    ),
    (
        PLEDGED,
        SENT,
        "5 million crowns",
        {Verdict.SUPPORTED},
    ),
    # Of somebody else, and of another year, where a source says the very sentence of the draft's.
    (TERMS, "Ivo Marsh got four years in prison.", "four years", {Verdict.SUPPORTED}),
    (TERMS, "Mara Lund got four years in prison.", "four years", {Verdict.CONTRADICTED}),
    (TURNOUT, "Turnout in Harle was 67 percent in 2019.", "67 percent", {Verdict.SUPPORTED}),
    (TURNOUT, "Turnout in Harle was 67 percent in 2015.", "67 percent", {Verdict.CONTRADICTED}),
    # Exchanged: told by the words that are each figure's own, in whatever order the draft has them.
    # When things stood so is no day on which anything happened.
    (STOOD, "The Velm fire broke out on 18 August 2020.", "18 August 2020", {Verdict.UNVERIFIED}),
    (BROKE, "The Velm fire broke out on 18 August 2020.", "18 August 2020", {Verdict.CONTRADICTED}),
    (LOAD, "She had 294 cars below deck and 391 containers on it.", "294", {Verdict.SUPPORTED}),
    (LOAD, "She had 294 cars below deck and 391 containers on it.", "391", {Verdict.SUPPORTED}),
    (LOAD, "She had 294 boxes on deck and 391 cars below it.", "391", {Verdict.CONTRADICTED}),
    (LOAD, "She had 391 cars below deck and 294 boxes on it.", "391", {Verdict.CONTRADICTED}),
    (MOVED, "In 2012 it had 1,300 families moved, 420 of which still have no land.", "420", {Verdict.SUPPORTED}),
    (MOVED, "In 2012 it had 420 families moved, 1,300 of which still have no land.", "420", {Verdict.CONTRADICTED}),
    (MOVED, "In 2012 it had 420 families moved, 1,300 of which still have no land.", "1,300", {Verdict.CONTRADICTED}),
    # Of another part of its very sentence: the words beside it there are not the draft's, those beside another one are.
    (LANDED, "The drogue parachutes opened at 24,000 feet.", "24,000 feet", {Verdict.SUPPORTED}),
    (LANDED, "The main parachutes opened at 10,000 feet.", "10,000 feet", {Verdict.SUPPORTED}),
    (LANDED, "The drogue parachutes opened at 10,000 feet.", "10,000 feet", {Verdict.CONTRADICTED}),
    # A row of bare figures tells nothing of which is whose.
    (BARE, VOTED, "70.7 percent", {Verdict.SUPPORTED}),
    (BARE, VOTED, "62.3 percent", {Verdict.SUPPORTED}),
    # The date of another text that is cited, or of another event, where a source has the very sentence.
    (CITED, "Norland Post – Court closes the yard of Brenk – 6 October 2017", "6 October 2017", {Verdict.SUPPORTED}),
    (CITED, "Norland Post – Court closes the yard of Brenk – 8 April 2018", "8 April 2018", {Verdict.CONTRADICTED}),
    (CITED, "Norland Post – Court of Brenk opens a mill – 8 April 2018", "8 April 2018", {Verdict.UNVERIFIED}),
    (VOTES, "In 2013 the Greens of Brenk only narrowly won over the Liberals.", "2013", {Verdict.SUPPORTED}),
    (VOTES, "In 2018 the Greens of Brenk won all seats.", "2018", {Verdict.SUPPORTED}),
    (VOTES, "In 2018 the Greens of Brenk only narrowly won over the Liberals.", "2018", {Verdict.CONTRADICTED}),
    # Told of somebody of whom the draft does not speak.
    (JAILED, "Eight sailors of a club were sentenced to five years in prison.", "five years", {Verdict.UNVERIFIED}),
    (JAILED, "Marsh, of the union, was sentenced to five years in prison.", "five years", {Verdict.CONTRADICTED}),
    # Of a namesake that differs in its number.
    (WARDS, "Ward 4 of Brenk cured 17 people.", "17", {Verdict.SUPPORTED}),
    (WARDS, "Ward 4 of Brenk cured 29 people.", "29", {Verdict.CONTRADICTED, Verdict.UNVERIFIED}),
]


@pytest.mark.parametrize(("sources", "draft", "figure", "verdicts"), TABLE, ids=[f"{row[1]} {row[2]}" for row in TABLE])
def test_verdicts(sources: dict[str, str], draft: str, figure: str, verdicts: set[Verdict], tmp_path: Path) -> None:
    for name, text in sources.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    library = MemoryLibrary(contents(*(read_file(tmp_path / name) for name in sorted(sources))))
    found = verify(read_text(draft), library, Curation())
    (finding,) = (f for f in found if f.claim.text == figure)
    assert finding.verdict in verdicts, finding.message


def candidate(claim: Context, relation: Relation, blind: float, **measured: float) -> Candidate:
    told = Features(*[0.0] * len(Features._fields))._replace(**measured)
    return Candidate(claim, Comparison(relation, ""), told, common(claim, claim), blind)


# Measured of an equal value; by how much a figure of its passage, and one of another, must answer better to bar it.
RARE = {"rarity": 0.8, "home": 0.8}
LEAST = [
    ({}, 0.5, 2.0),
    ({"home": 0.8}, 0.5, 2.0),
    ({"rarity": 0.8}, 0.5, 2.0),
    ({"rarity": 0.8, "home": 0.79}, 0.5, 2.0),
    ({"rarity": 0.79, "home": 0.8}, 0.5, 2.0),
    ({**RARE, "time_clash": 1.0}, 0.5, 2.0),
    (RARE, 2.5, 4.0),
    ({"loose_rarity": 0.8, "home": 0.8}, 2.5, 4.0),
]


@each(("measured", "beside", "elsewhere"), LEAST)
def test_by_how_much_another_figure_must_answer_better(
    measured: dict[str, float], beside: float, elsewhere: float
) -> None:
    library = MemoryLibrary(contents(read_text("The yard had 310 boats and 410 crews. Then 510 boats came.")))
    scene = Scene(library, Rarity(library))
    mine, near, far = map(scene.context, library.all_claims())
    for rival, least in ((near, beside), (far, elsewhere)):
        for blind, barred in ((least - 0.01, False), (least, True)):
            other = candidate(rival, Relation.DIFFERENT, blind, home=0.79)
            (veto, none) = vetoes([candidate(mine, Relation.EQUAL, 0.0, **measured), other], 2.0)
            assert (veto is not None, none) == (barred, None)


@each(
    ("measured", "mates", "barred"),
    [
        ({"mates": 1.0}, 0.5, True),
        ({"mates": 0.5, "rarity": 0.8}, 0.5, True),
        ({"mates": 1.0, "rarity": 0.79}, 0.5, True),
        ({"mates": 1.0, "rarity": 0.8, "time_clash": 1.0}, 0.5, True),
        ({"mates": 1.0, "rarity": 0.8}, 0.5, False),
        ({"mates": 1.0, "loose_rarity": 0.8}, 0.5, False),
        ({"other_tense": 1.0, "mates": 1.0, "rarity": 0.8}, 0.5, True),
    ],
)
def test_two_values_are_not_met_together_by_chance(measured: dict[str, float], mates: float, barred: bool) -> None:
    """A rare value with more of the sentence's other figures beside it than the figure that would bar it."""
    texts = [read_text("The yard had 310 boats.", "a.txt"), read_text("The yard had 410 boats.", "b.txt")]
    library = MemoryLibrary(contents(*texts))
    scene = Scene(library, Rarity(library))
    here, there = map(scene.context, library.all_claims())
    rival = candidate(there, Relation.DIFFERENT, 9.0, mates=mates)
    assert (vetoes([candidate(here, Relation.EQUAL, 0.0, **measured), rival], 2.0)[0] is not None) == barred


@each(("mine", "other", "barred"), [(0.19, 0.8, True), (0.2, 0.8, False), (0.19, 0.79, False), (0.0, 1.0, True)])
def test_a_figure_of_the_document_spoken_of_bars_where_it_answers_no_worse(
    mine: float, other: float, barred: bool
) -> None:
    texts = [read_text("The yard had 310 boats.", "a.txt"), read_text("The yard had 410 boats.", "b.txt")]
    library = MemoryLibrary(contents(*texts))
    scene = Scene(library, Rarity(library))
    here, there = map(scene.context, library.all_claims())
    rival = candidate(there, Relation.DIFFERENT, 0.0, home=other)
    assert (vetoes([candidate(here, Relation.EQUAL, 0.0, home=mine), rival], 2.0)[0] is not None) == barred
    worse = candidate(there, Relation.DIFFERENT, -0.01, home=other)
    assert vetoes([candidate(here, Relation.EQUAL, 0.0, home=mine), worse], 2.0)[0] is None


@each(
    ("sources", "measured", "barred"),
    [
        ("The yard opened on 3 May 2019.", {}, True),
        ("The yard opened on 3 May 2019.", {"names": 1.0}, True),
        ("The yard opened on 3 May 2019.", {"names": 0.39, "shared": 0.1}, True),
        ("The yard opened on 3 May 2019.", {"names": 1.0, "shared": 0.1, "stranger": 1.0}, True),
        ("The yard opened in May 2019.", {"names": 1.0, "shared": 0.1}, True),
        ("The yard, shut in April 2019, opened on 3 May.", {"names": 1.0, "shared": 0.1}, True),
        ("The yard opened on 3 May 2019.", {"names": 0.4, "shared": 0.1}, False),
        ("The yard opened on 3 May 2019.", {"names": 0.4, "headers": 0.1}, False),
        ("The yard opened in May 2019.", {"covers_draft": 0.2}, False),
    ],
)
def test_a_day_that_is_told_of_the_same_names_is_not_alone(
    sources: str, measured: dict[str, float], barred: bool
) -> None:
    library = MemoryLibrary(contents(read_text(sources)))
    *_, mine = map(Scene(library, Rarity(library)).context, library.all_claims())
    assert (vetoes([candidate(mine, Relation.EQUAL, 0.0, **measured)], 2.0)[0] is not None) == barred


@pytest.mark.parametrize(("margin", "barred"), [(2.0, True), (math.inf, False)])
def test_of_a_text_that_is_about_the_sentence_a_date_needs_nothing_else(margin: float, barred: bool) -> None:
    library = MemoryLibrary(contents(read_text("The yard opened on 3 May 2019.")))
    (mine,) = map(Scene(library, Rarity(library)).context, library.all_claims())
    assert (vetoes([candidate(mine, Relation.EQUAL, 0.0)], margin)[0] is not None) == barred


def sails(own: str, better: float, measured: dict[str, float]) -> tuple[list[Candidate], frozenset[str]]:
    """A figure of the draft's value and another one of its passage, and the concepts that are the draft's own."""
    library = MemoryLibrary(contents(read_text("It had drogue sails at 24,000 feet, the main sails at 10,000 feet.")))
    other, mine = map(Scene(library, Rarity(library)).context, library.all_claims())
    found = [candidate(mine, Relation.EQUAL, 0.0), candidate(other, Relation.DIFFERENT, better, **measured)]
    return found, frozenset(concept(stem(word)) for word in own.split())


# The draft's own words; by how much the other figure of the passage answers better; what else is measured of it; barred
TOLD = [
    ("drogue main", 0.0, {}, False),
    ("capsule", 0.0, {}, False),
    ("", 0.0, {}, False),
    ("drogue", -0.01, {}, False),
    ("drogue", 0.0, {"taken": 1.0}, False),
    ("drogue", 0.0, {}, True),
]


@each(("own", "better", "measured", "barred"), TOLD)
def test_words_of_its_own_tell_a_figure_from_others_of_its_passage(
    own: str, better: float, measured: dict[str, float], barred: bool
) -> None:
    found, words = sails(own, better, measured)
    assert (vetoes(found, 2.0, Marks(words))[0] is not None) == barred
    assert [is_told_of(Marks(words), found[1], found[0], least) for least in (1, 2)] == [barred, False]


@each(
    ("own", "better", "measured", "barred"),
    [
        ("", 0.6, {}, True),
        ("capsule", 0.6, {}, True),
        ("main drogue", 0.6, {}, True),
        ("main", 0.6, {"noun": 0.5}, True),
        # another passage could still say the same of something else
        ("main", 2.1, {}, True),
        ("main", 0.6, {}, False),
    ],
)
def test_its_own_words_keep_a_figure_from_being_barred_by_others_of_its_passage(
    own: str, better: float, measured: dict[str, float], barred: bool
) -> None:
    found, words = sails(own, better, measured)
    assert (vetoes(found, 2.0, Marks(words))[0] is not None) == barred


BOATS_AND_CARTS = "The yard had 12 boats and 14 carts. It had 16 cows."
RARELY = {"rarity": 0.8, "home": 0.8}
WORDED = {"verbatim": 1.0, "names": 1.0}


@each(
    ("mine", "beside", "other", "its", "barred"),
    [
        # by how much another figure of its passage, or of another one, answers better
        ({}, 0.49, 0.0, {}, False),
        ({}, 0.0, 1.99, {}, False),
        ({}, 0.5, 0.0, {}, True),
        ({}, 0.0, 2.0, {}, True),
        # a rare value of the document spoken of needs more
        (RARELY, 2.49, 0.0, {}, False),
        (RARELY, 0.0, 3.99, {}, False),
        ({"loose_rarity": 0.8, "home": 0.8}, 0.0, 3.99, {}, False),
        (RARELY, 2.5, 0.0, {}, True),
        (RARELY, 0.0, 4.0, {}, True),
        (RARELY | {"home": 0.79}, 0.0, 2.0, {}, True),
        (RARELY | {"rarity": 0.79}, 0.0, 2.0, {}, True),
        (RARELY | {"time_clash": 1.0}, 0.0, 2.0, {}, True),
        # one of a document that is hardly spoken of needs less to be barred by one of the document that is
        ({"home": 0.2}, 0.0, 0.0, {"home": 0.8}, False),
        ({"home": 0.19}, 0.0, 0.0, {"home": 0.79}, False),
        ({"home": 0.19}, 0.0, -0.01, {"home": 0.8}, False),
        ({"home": 0.19}, 0.0, 0.0, {"home": 0.8}, True),
        # and one of another time by one of the draft's
        ({"time_doubt": 0.5}, 0.0, 0.99, {"time_same": 0.5}, False),
        ({"time_doubt": 0.5}, 0.0, 1.0, {"time_same": 0.49}, False),
        ({"time_clash": 1.0}, 0.0, -0.01, {"time_same": 0.5}, False),
        ({"time_doubt": 0.5}, 0.0, 1.0, {"time_same": 0.5}, True),
        ({"time_doubt": 0.5}, 0.0, 1.0, {"time_told": 0.5}, True),
        ({"time_doubt": 1.0}, 0.0, 0.0, {"time_told": 0.5}, True),
        ({"time_clash": 1.0}, 0.0, 0.0, {"time_same": 0.5}, True),
        # a rare value in company
        ({"rarity": 0.8, "mates": 0.5}, 0.0, 2.0, {}, False),
        ({"loose_rarity": 0.8, "mates": 0.5}, 0.0, 2.0, {}, False),
        ({"rarity": 0.8, "mates": 0.5}, 0.0, 2.0, {"mates": 0.5}, True),
        ({"rarity": 0.79, "mates": 0.5}, 0.0, 2.0, {}, True),
        ({"rarity": 0.8, "mates": 0.5, "time_clash": 1.0}, 0.0, 2.0, {}, True),
        # word for word; another owner's, another figure's, what was
        ({"verbatim": 1.0}, 0.0, 2.0, {}, False),
        ({"owner_clash": 1.0}, 0.0, 0.0, {}, True),
        ({"owner_clash": 1.0, "verbatim": 1.0}, 0.0, 0.0, {}, False),
        ({"swapped": -1.0, "verbatim": 1.0}, 0.0, 0.0, {}, True),
        ({"swapped": 1.0}, 0.0, 0.0, {}, False),
        ({"other_tense": 1.0, "verbatim": 1.0}, 0.0, 0.0, {}, True),
        # a source says the very sentence of that person or time with another value
        ({"strange": 1.0, "owner_doubt": 0.5}, 0.0, 0.0, {}, False),
        ({"strange": 1.0}, 0.0, 0.0, WORDED, False),
        ({"owner_doubt": 0.5}, 0.0, 0.0, WORDED, False),
        ({"strange": 1.0, "owner_doubt": 0.5}, 0.0, 0.0, WORDED | {"names": 0.9}, False),
        ({"strange": 1.0, "owner_doubt": 0.5}, 0.0, 0.0, WORDED | {"verbatim": 0.0}, False),
        ({"strange": 1.0, "owner_doubt": 0.5}, 0.0, 0.0, WORDED | {"time_doubt": 0.5}, False),
        ({"strange": 1.0, "owner_doubt": 0.5}, 0.0, 0.0, WORDED | {"owner_doubt": 0.5}, False),
        ({"strange": 1.0, "owner_doubt": 0.5}, 0.0, 0.0, WORDED | {"other_tense": 1.0}, False),
        ({"strange": 1.0, "owner_doubt": 0.5, "verbatim": 1.0}, 0.0, 0.0, WORDED, False),
        ({"strange": 1.0, "owner_doubt": 0.5}, 0.0, 0.0, WORDED, True),
        ({"strange": 1.0, "owner_doubt": 0.5}, 0.0, 0.0, {"verbatim": 1.0, "owner_same": 0.5}, True),
        ({"time_clash": 1.0}, 0.0, -9.0, WORDED, False),
        ({"time_clash": 1.0}, 0.0, -9.0, WORDED | {"time_same": 0.3}, True),
    ],
)
def test_what_bars_a_value(
    mine: dict[str, float], beside: float, other: float, its: dict[str, float], barred: bool
) -> None:
    library = MemoryLibrary(contents(read_text(BOATS_AND_CARTS)))
    boats, carts, cows = map(Scene(library, Rarity(library)).context, library.all_claims())
    found = [
        candidate(boats, Relation.EQUAL, 0.0, **mine),
        candidate(carts, Relation.DIFFERENT, beside),
        candidate(cows, Relation.DIFFERENT, other, **its),
    ]
    assert [one is not None for one in vetoes(found, 2.0)] == [barred, False, False]


@each(
    ("beside", "other", "its", "covers", "barred"),
    [
        (0.99, 0.0, {}, 0.3, False),
        (0.0, 2.0, {"covers_draft": 0.96, "names": 1.0}, 0.3, False),
        (0.0, 2.0, {"covers_draft": 0.97, "names": 0.9}, 0.3, False),
        (0.0, 2.0, {"covers_draft": 0.97, "names": 1.0}, 0.97, False),
        (0.0, 1.99, {"covers_draft": 0.97, "names": 1.0}, 0.3, False),
        (1.0, 0.0, {}, 0.3, True),
        (0.0, 2.0, {"covers_draft": 0.97, "names": 1.0}, 0.3, True),
    ],
)
def test_what_bars_a_date(beside: float, other: float, its: dict[str, float], covers: float, barred: bool) -> None:
    told = "The yard opened on 3 May 2019 and closed on 4 June 2019. It burned on 5 July 2019."
    library = MemoryLibrary(contents(read_text(told)))
    opened, closed, burned = map(Scene(library, Rarity(library)).context, library.all_claims())
    found = [
        candidate(opened, Relation.EQUAL, 0.0, covers_draft=covers),
        candidate(closed, Relation.DIFFERENT, beside),
        candidate(burned, Relation.DIFFERENT, other, **its),
    ]
    assert [one is not None for one in vetoes(found, 2.0)] == [barred, False, False]
