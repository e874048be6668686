"""The figures that rules know by themselves: each is known, and the one next to it is not."""

from __future__ import annotations

from tests.rows import each

from factcheck.kinds import recognise
from factcheck.text.tokens import tokenise


def read(text: str) -> list[str]:
    return [f"{mention.kind} {mention.value.text} {mention.unit}".strip() for mention in recognise(tokenise(text))]


# Metres that are run: an m behind any other figure may be a million.
TRACKS = [50, 60, 100, 110, 200, 400, 800, 1000, 1500, 3000, 5000, 10000]
# The wholes of a ratio: small ones and round ones.
WHOLES = [10, 12, 20, 25, 50, 100, 10_000, 100_000, 1_000_000]
# The scales of a score.
SCALES = [5, 10, 20, 50, 100, 1000]
# The parts that a fraction in figures may have.
DENOMINATORS = [4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 40, 50, 100]


@each("metres", TRACKS)
def test_tracks(metres: int) -> None:
    assert read(f"They won the {metres}m hurdles.") == [f"measurement {metres} m"]
    for other in (metres - 1, metres + 1):
        assert read(f"They won the {other}m hurdles.") == [f"count {other * 1_000_000} hurdle"]


@each("whole", WHOLES)
def test_ratios(whole: int) -> None:
    assert [figure.split()[0] for figure in read(f"Three in {whole:,} left.")] == ["percentage"]
    assert [figure.split()[0] for figure in read(f"Three in {whole + 1:,} left.")] == ["count", "count"]
    small = ["percentage"] if whole == WHOLES[0] else ["count", "count"]
    assert [figure.split()[0] for figure in read(f"Three in {whole - 1:,} left.")] == small


@each("scale", SCALES)
def test_scores(scale: int) -> None:
    assert read(f"She scored 3 out of {scale} there.") == [f"score 3 /{scale}"]
    for other in (scale - 1, scale + 1):
        assert not any(figure.startswith("score") for figure in read(f"She scored 3 out of {other} there."))


@each("below", DENOMINATORS)
def test_fractions(below: int) -> None:
    assert [figure.split()[0] for figure in read(f"They sold 3/{below} of it.")] == ["percentage"]


@each("below", [3, 11, 13, 15, 17, 33, 99, 101])
def test_no_fractions(below: int) -> None:
    assert read(f"They sold 3/{below} of it.") == []


# So many words stand between a punishment and what tells it, and no more.
PUNISHED = [
    ("He got two years each or more in prison.", True),
    ("He was sentenced to a total of at least two years.", True),
    ("Two years in prison, it says, all suspended.", True),
    ("He faces, it is, two years for fraud.", True),
    ("He faces, it is said, two years for fraud.", False),
    ("He faces two years for it if ever found guilty.", True),
    ("He faces two years for it if he is found guilty.", False),
]


@each(("text", "punished"), PUNISHED)
def test_how_far_a_punishment_is_heard(text: str, punished: bool) -> None:
    assert read(text)[-1].startswith("sentence") is punished
