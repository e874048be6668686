"""The two sides of a vote that are told as two figures are one result."""

from __future__ import annotations

from tests.rows import each

from factcheck.compare import Relation
from factcheck.extract import read_text
from factcheck.match.comparable import compare_claims
from factcheck.match.tally import Game, game, tally
from factcheck.model import Claim
from factcheck.store.contents import contents

R = Relation


def figure(sentence: str, text: str) -> Claim:
    return next(c.claim for c in contents(read_text(sentence)).claims if c.claim.text == text)


@each(
    ("sentence", "text", "sides"),
    [
        ("Boats fell from 64 to 27.", "64", None),
        ("Boats fell from about 64 to 27.", "27", None),
        ("It won 64 boats and 27 crews.", "64", None),
        ("Shares fell 64 to 27 percent.", "64", None),
        ("The hall stood 64 to 27 behind it.", "27", ("64", "27")),
        ("With 6 carts the hall stood 64 to 27 behind it.", "6", None),
        ("With all 64 carts, the hall stood 96 to 64 behind it.", "64", None),
        ("The hall stood 96 to none behind it.", "96", ("96", "0")),
        ("The hall stood 32 to 32 behind it.", "32", ("32", "32")),
        ("In May 12 boats sank and it passed 64 to 27.", "12", None),
    ],
)
def test_tally(sentence: str, text: str, sides: tuple[str, str] | None) -> None:
    assert tally(figure(sentence, text)) == sides


# Words that do not say what was decided: with "passed" or "voted" one figure would be read.
PASSED = "The hall stood {} behind it."


@each(
    ("draft", "text", "source", "other", "expected"),
    [
        # The winner's side says nothing of the loser's.
        ("64 to 27", "64", "64 to 27", "27", R.INCOMPARABLE),
        ("64 to 27", "27", "75 to 16", "75", R.INCOMPARABLE),
        # What is wrong in another result is its other side.
        ("64 to 27", "64", "64 to 28", "64", R.INCOMPARABLE),
        ("64 to 27", "27", "64 to 28", "28", R.DIFFERENT),
        ("64 to 27", "64", "64 to 27", "64", R.EQUAL),
        ("64 to 27", "27", "64 to 27", "27", R.EQUAL),
    ],
)
def test_sides_of_tallies(draft: str, text: str, source: str, other: str, expected: Relation) -> None:
    mine, its = figure(PASSED.format(draft), text), figure(PASSED.format(source), other)
    assert compare_claims(mine, its, mine.value).relation is expected


WON = "Lund beat Brook 6-4, 3-6 and 7-6 (7-3)."


@each(
    ("sentence", "text", "place"),
    [
        ("Odby beat Tarn 3-1.", "3-1", None),
        ("Odby beat Tarn 3-1 and lost 0-2 to Velm.", "3-1", None),
        (WON, "6-4", Game(1, False)),
        (WON, "3-6", Game(2, False)),
        (WON, "7-6", Game(3, False)),
        (WON, "7-3", Game(3, True)),
        ("Lund came back to win 2-6 6-3.", "6-3", Game(2, False)),
    ],
)
def test_which_result_of_a_match(sentence: str, text: str, place: Game | None) -> None:
    assert game(figure(sentence, text)) == place


@each(
    ("draft", "text", "source", "other", "relation"),
    [
        ("Lund won 6-3, 3-6, 7-6.", "6-3", WON, "3-6", R.INCOMPARABLE),
        ("Lund won 6-3, 3-6, 7-6.", "7-6", WON, "7-3", R.INCOMPARABLE),
        ("Lund won 6-3, 3-6, 7-6.", "6-3", WON, "6-4", R.DIFFERENT),
        ("Lund won 6-3, 3-6, 7-6.", "7-6", WON, "7-6", R.EQUAL),
        ("Brook lost 4-6, 6-3, 6-7.", "4-6", WON, "6-4", R.EQUAL),
        ("Lund won the second set 6-3.", "6-3", WON, "3-6", R.EQUAL),
    ],
)
def test_a_result_of_a_match_is_held_against_the_one_in_its_place(
    draft: str, text: str, source: str, other: str, relation: Relation
) -> None:
    mine = figure(draft, text)
    assert compare_claims(mine, figure(source, other), mine.value).relation is relation
