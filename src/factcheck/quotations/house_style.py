"""Folds what an editor's house style may change inside quotation marks: spelling, numerals, ligatures, titles."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.lean import regex as re
from factcheck.lexicon import numbers, table


@cache
def quoted_words(use: str) -> tuple[str, ...]:
    """The words of a row of the table of what a quotation may change or must not lose."""
    return next(tuple(row["words"].split()) for row in table("quoted_words") if row["use"] == use)


LIGATURES = dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", "ff fi fl ffi ffl st st".split(), strict=True))
LIGATURE = re.compile("[\ufb00-\ufb06]")
NUMERALS = {word: str(figure) for word, figure in numbers("unit", "teen", "ten").items()}
TITLES = dict(pair.split("=") for pair in quoted_words("title"))
# British endings and the American ones they are compared as; the letters before them make a word of at least so many.
ENDINGS = tuple(
    (re.compile(rf"(?<=\w{{{least}}}){british}\Z"), american)
    for least, british, american in (
        (3, r"is(e[srd]?|ing|ations?)", r"iz\1"),
        (3, r"ys(e[srd]?|ing)", r"yz\1"),
        (3, r"our(s|ed|ing|able|ful|ite|ites|ers?)?", r"or\1"),
        (2, r"tre(s?)", r"ter\1"),
        (3, r"ence(s?)", r"ense\1"),
        (4, r"ll(ed|ing|ers?)", r"l\1"),
        (3, r"gramme(s?)", r"gram\1"),
        (3, r"ogue(s?)", r"og\1"),
    )
)


@lru_cache(maxsize=8192)
def house_style(word: str) -> str:
    """A folded word in the one form that its spellings share: "five" as "5", "organise" as "organize"."""
    word = LIGATURE.sub(lambda found: LIGATURES[found[0]], word)
    word = NUMERALS.get(word) or TITLES.get(word) or word
    for ending, american in ENDINGS:
        word = ending.sub(american, word)
    return word
