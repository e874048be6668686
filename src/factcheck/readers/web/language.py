"""Tells a text that is not in English, whose figures would be read as what they are not."""

from __future__ import annotations

from factcheck.errors import InputError
from factcheck.lean import regex as re
from factcheck.model import Source

WORD = re.compile(r"[^\W\d_]+")
# Words that every English text is full of, and few others have.
COMMON = frozenset("the of and to for that with from are were this have has had not which their been by on it".split())
# The same of others, by which a page is known that does not say what language it is in.
ELSEWHERE = frozenset(
    "der die das und ist nicht mit den von le les des est dans pour que une del los las para il di che per het een van "
    "och att som det na się nie jest é não uma ve bir".split()
)
# Fewer words than this tell nothing. Of a hundred words in another language fewer are common in English, more there.
FEWEST_WORDS, FEW, MANY = 40, 5, 8
LONGEST = 50_000


def refuse_foreign(source: Source, stated: str = "") -> Source:
    """The source. Raises InputError where it is in another language than English."""
    if foreign(source.view.text, stated):
        said = f" (it says {stated!r})" if stated else ""
        raise InputError(f"{source.path}: is not in English{said}, the one language that is read")
    return source


def foreign(text: str, stated: str) -> bool:
    """Whether a text is in another language than English; `stated` is what the page says itself, as in `lang`."""
    if stated.lower().startswith("en"):
        return False
    words = WORD.findall(text[:LONGEST])
    if len(words) < FEWEST_WORDS or sum(map(COMMON.__contains__, map(str.lower, words))) * 100 >= FEW * len(words):
        return False
    # A capital makes a part of a name of them, which may stand in every row of a table: "Los …", "Van …".
    return bool(stated) or sum(map(ELSEWHERE.__contains__, words)) * 100 >= MANY * len(words)
