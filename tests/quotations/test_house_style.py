"""Spellings of two sides of an ocean are one word; an ending makes nothing of a word that is too short for it."""

from __future__ import annotations

from tests.rows import each

from factcheck.quotations.house_style import house_style

# A word, and the one it is compared as.
ONE = [
    ("organise", "organize"),
    ("organisation", "organization"),
    ("analyse", "analyze"),
    ("colour", "color"),
    ("harbours", "harbors"),
    ("litre", "liter"),
    ("theatres", "theaters"),
    ("licence", "license"),
    ("offences", "offenses"),
    ("travelled", "traveled"),
    ("programme", "program"),
    ("catalogues", "catalogs"),
    ("five", "5"),
    ("capt", "captain"),
]
# As short as an ending lets a word be, and one letter shorter.
ENDINGS = [
    ("abc", "ise", "ize"),
    ("abc", "yse", "yze"),
    ("abc", "our", "or"),
    ("ab", "tre", "ter"),
    ("abc", "ence", "ense"),
    ("abcd", "lled", "led"),
    ("abc", "gramme", "gram"),
    ("abc", "ogue", "og"),
]


@each("word", ["rise", "wise", "hour", "four", "atre", "fence", "rolled", "skills", "rogue", "gramme"])
def test_a_short_word_stays(word: str) -> None:
    assert house_style(word) in (word, "4")


@each(("word", "other"), ONE)
def test_one_word(word: str, other: str) -> None:
    assert house_style(word) == house_style(other) == other


@each(("stem", "british", "american"), ENDINGS)
def test_endings(stem: str, british: str, american: str) -> None:
    assert house_style(stem + british) == stem + american
    assert house_style(stem[1:] + british) == stem[1:] + british
