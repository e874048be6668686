"""Tells a text that is not in English, whose figures would be read as what they are not."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.errors import InputError
from factcheck.lean import regex as re
from factcheck.model import Source

WORD = re.compile(r"[^\W\d_]+")
# Words that every English text is full of, and few others have.
COMMON = frozenset("the of and to for that with from are were this have has had not which their been by on it".split())
# The same of others, but for those that also stand in names, as of every row of a roster: "van Orlow", "des Arles".
ELSEWHERE = frozenset(
    (
        "das und ist nicht mit ein eine auf für im zu auch sich wird oder bei est dans pour que une et en sur au para "
        "con por il che più sono het een op niet voor och att som det på av til är na się nie jest do że dla po é não "
        "uma ve bir"
    ).split()
)
# Fewer words than this tell nothing. Of a hundred words in another language fewer are common in English, more there.
FEWEST_WORDS, FEW, MANY = 40, 5, 1
# The letters of Latin end before this one; a text of which so much is none of them is not in English.
LATIN_END, OTHER_LETTERS = "\u0250", 0.5
LONGEST = 50_000


def refuse_foreign(source: Source, stated: str = "") -> Source:
    """The source. Raises InputError where it is in another language than English."""
    if foreign(source.view.text, stated):
        said = f" (it says {stated!r})" if stated else ""
        raise InputError(f"{source.path}: is not in English{said}, the one language that is read")
    return source


def foreign(text: str, stated: str) -> bool:
    """Whether a text is in another language than English; `stated` is what the page says itself, as in `lang`.

    What it says decides only where its words leave it open: many a page says "en" since the one it was made from did.
    """
    words = WORD.findall(text[:LONGEST])
    if len(words) < FEWEST_WORDS:
        return False
    # First, since it settles nearly every file.
    if _share(COMMON, map(str.lower, words), len(words)) >= FEW:
        return False
    letters = "".join(words)
    if sum(map(LATIN_END.__le__, letters)) > OTHER_LETTERS * len(letters):
        return True
    if stated and not stated.lower().startswith("en"):
        return True
    # As they stand: a capital makes a part of a name of them, which may be in every row of a table.
    return _share(ELSEWHERE, words, len(words)) >= MANY


def _share(among: frozenset[str], words: Iterable[str], count: int) -> float:
    """How many of a hundred words are among some."""
    return 100 * sum(map(among.__contains__, words)) / count
