"""The two sides of a vote that are told as two figures are one result."""

from __future__ import annotations

from tests.rows import each

from factcheck.compare import Relation
from factcheck.extract import read_text
from factcheck.match.comparable import compare_claims
from factcheck.match.tally import tally
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
