"""Indirect speech: which stretch of a sentence somebody is credited with."""

from __future__ import annotations

from tests.rows import each

from factcheck import names
from factcheck.quotes.speech import credits
from factcheck.text.tokens import tokenise


def credited(text: str) -> list[tuple[str, str]]:
    tokens = tokenise(text)
    found = credits(tokens, names.find(tokens), 0, len(tokens))
    return [(" ".join(tokens.words[one.first : one.end]), one.speaker) for one in found]


@each(
    "text",
    ["", "The firm sold 40 shops.", "The reports of 12 deaths were false.", "The firm agreed in May to sell 40 shops."],
)
def test_nobody_is_credited(text: str) -> None:
    assert credited(text) == []


@each(
    ("text", "stretch", "speaker"),
    [
        ("The bank said prices fell 3 percent.", "prices fell 3 percent .", "bank"),
        ("Mara Lund, chair of the club, said that 40 left.", "that 40 left .", "Mara Lund"),
        ("According to Mara Lund, 40 left.", ", 40 left .", "Mara Lund"),
        ("At least 40 left, according to Mara Lund.", "At least 40 left ,", "Mara Lund"),
        ("Some 40 workers left, the union said on Monday.", "Some 40 workers left", "union"),
        ("Some 40 workers left, said Mara Lund, who leads them.", "Some 40 workers left", "Mara Lund"),
        ("With harbour anger, Mr Lund had to answer 3 calls on Monday.", "3 calls on Monday .", "Lund"),
        ("Norland Watch found that 40 villages burned.", "that 40 villages burned .", "Norland Watch"),
    ],
)
def test_credited_stretch(text: str, stretch: str, speaker: str) -> None:
    assert credited(text) == [(stretch, speaker)]
