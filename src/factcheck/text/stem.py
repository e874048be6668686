"""Reduces a word to its stem, so that "elected", "Election's" and "elections" meet in the index.

The algorithm is M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, step by step as published,
after folding case, accents, apostrophes and the grouping of digits. Function words have no stem.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.text.tokens import Tokens, fold

# Words that hold a sentence together and say nothing of what it is about.
FUNCTION_WORDS = frozenset(
    """
    a about above across after again against all along already also although am among an and another any are aren't
    around as at away be because been before behind being below between both but by can can't cannot could couldn't
    did didn't do does doesn't doing don't down during each either else etc even ever every few for from had hadn't has
    hasn't have haven't having he he's her here hers herself him himself his how however i i'm i've if in indeed into
    is isn't it it's its itself just let's may me might mine more most much must my myself neither no nor not now of off
    on once only onto or other ought our ours ourselves out over own per perhaps quite rather really same shall she
    she's should shouldn't since so some such than that that's the their theirs them themselves then there there's
    therefore these they they're thing this those though through thus till to too toward towards under unless until
    unto up upon us very via was wasn't we we're were weren't what whatever when where whether which while who whom
    whose why will with within without won't would wouldn't yet you your yours yourself yourselves
    """.split()
)
# Written with these capitals they are names, not function words.
NAMES = frozenset({"US", "WHO", "May"})

# The separators inside a number ("11,622", "2 000"); the point stays, it is part of the value.
GROUPING = re.compile(r"(?<=\d)[,\u00a0\u202f\u2009](?=\d)")
# A character of a word or number that no stem keeps: apostrophes, the points of "U.S.", combining accents.
DROPPED = re.compile(r"(?<!\d)[.]|['\u2019\u0300-\u036f]")
POSSESSIVE = re.compile(r"'s?$")

VOWELS = str.maketrans("aeioubcdfghjklmnpqrstvwxz", "v" * 5 + "c" * 20)


class Step(NamedTuple):
    """Suffixes with what replaces each where what stands before has a measure above `above`.

    The longest suffix that fits decides, whether or not its condition then holds.
    """

    above: int
    suffixes: dict[str, str]
    endings: tuple[str, ...]
    longest: int


def _step(above: int, suffixes: dict[str, str]) -> Step:
    return Step(above, suffixes, tuple(suffixes), max(map(len, suffixes)))


STEP_1A = _step(-1, {"sses": "ss", "ies": "i", "ss": "ss", "s": ""})
STEP_2 = _step(0, {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "abli": "able", "alli": "al",
    "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
})  # fmt: skip
STEP_3 = _step(0, {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""})
STEP_4 = _step(
    1, dict.fromkeys("al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize".split(), "")
)


def stems(tokens: Tokens) -> tuple[str, ...]:
    """The stem of each token, "" for punctuation and function words."""
    return tuple(map(stem, tokens.words))


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of a word or number as it stands in the text; "" for punctuation and function words."""
    folded = fold(word)
    if (folded in FUNCTION_WORDS and word not in NAMES) or not (folded[:1].isalnum() or folded[-1:].isalnum()):
        return ""
    if folded[0].isdigit():
        return GROUPING.sub("", folded)
    plain = DROPPED.sub("", unicodedata.normalize("NFKD", POSSESSIVE.sub("", folded)))
    return porter(plain) if plain.isascii() and plain.isalpha() else plain


def is_function_word(word: str) -> bool:
    """Whether a word carries no content of its own."""
    return fold(word) in FUNCTION_WORDS and word not in NAMES


def porter(word: str) -> str:
    """The Porter stem of a lower-case ASCII word; words of one or two letters are left as they are."""
    if len(word) < 3:
        return word
    if word[-1] == "s":
        word = _replace(word, STEP_1A)
    if word.endswith(("ed", "ing")):
        word = _step_1b(word)
    if word[-1] == "y" and "v" in _shape(word[:-1]):
        word = word[:-1] + "i"
    if word.endswith(STEP_2.endings):
        word = _replace(word, STEP_2)
    if word.endswith(STEP_3.endings):
        word = _replace(word, STEP_3)
    if word.endswith(("sion", "tion")):
        word = word[:-3] if _measure(word[:-3]) > 1 else word
    elif word.endswith(STEP_4.endings):
        word = _replace(word, STEP_4)
    return _step_5(word) if word[-1] in "el" else word


def _shape(word: str) -> str:
    """The word as v and c; a y is a vowel after a consonant."""
    shape = word.translate(VOWELS)
    while "y" in shape:
        at = shape.index("y")
        shape = shape[:at] + ("v" if shape[at - 1 : at] == "c" else "c") + shape[at + 1 :]
    return shape


def _measure(word: str) -> int:
    """Porter's m: how often a run of vowels is followed by a consonant."""
    return _shape(word).count("vc")


def _replace(word: str, step: Step) -> str:
    """The word with another ending for one of the step's, of which it has one."""
    length = min(step.longest, len(word))
    while word[-length:] not in step.suffixes:
        length -= 1
    kept = word[:-length]
    return kept + step.suffixes[word[-length:]] if step.above < 0 or _measure(kept) > step.above else word


def _step_1b(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    cut = 2 if word.endswith("ed") else 3 if word.endswith("ing") else 0
    if not cut or "v" not in _shape(word[:-cut]):
        return word
    word = word[:-cut]
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if _doubled(word) and word[-1] not in "lsz":
        return word[:-1]
    return word + "e" if _measure(word) == 1 and _short(word) else word


def _step_5(word: str) -> str:
    if word.endswith("e"):
        measure = _measure(word[:-1])
        if measure > 1 or (measure == 1 and not _short(word[:-1])):
            word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


def _doubled(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and _shape(word).endswith("c")


def _short(word: str) -> bool:
    """Porter's *o: ends consonant, vowel, consonant, the last not w, x or y ("hop", "fil")."""
    return _shape(word).endswith("cvc") and word[-1] not in "wxy"
