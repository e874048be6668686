"""What a figure is about, read off its sentence."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract import read_text
from factcheck.extract.frame import is_event

# sentence, the figure in it, whose it is, what happened, when
TABLE = [
    (
        "In 2020 the Harbour Court convicted 12 members of the Dockers Union.",
        "12",
        "Dockers Union",
        "convicted",
        "2020",
    ),
    ("Alder Mining sold 40 trucks in March 2019.", "40", "Alder Mining", "sold", "2019-03"),
    ("Alder Mining sold 40 trucks in March 2019.", "March 2019", "Alder Mining", "sold", ""),
    ("Nothing here says whose 30 percent this is.", "30 percent", "", None, ""),
]


@each(("sentence", "figure", "subject", "measure", "scope"), TABLE)
def test_frame(sentence: str, figure: str, subject: str, measure: str | None, scope: str) -> None:
    claim = next(claim for claim in read_text(sentence).claims() if claim.text == figure)
    assert (claim.subject, claim.scope) == (subject, scope)
    if measure is not None:
        assert claim.measure == measure


@each(
    ("word", "is_one"),
    [("seed", False), ("bed", False), ("agreed", False), ("seat", False), ("won", True), ("convicted", True)],
)
def test_events(word: str, is_one: bool) -> None:
    assert is_event(word) is is_one


def test_a_noun_with_an_article_stands_for_the_name_before_it() -> None:
    text = (
        "The Dockers Union was founded in 1920. The crackdown on the union, which had won 43 percent, hurt Port Line."
    )
    assert next(claim for claim in read_text(text).claims() if claim.text == "43 percent").subject == "Dockers Union"
