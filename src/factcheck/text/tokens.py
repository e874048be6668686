"""Cuts a text into tokens with their places, once, for every stage that reads words."""

from __future__ import annotations

from itertools import accumulate, takewhile
from sys import intern

from factcheck.lean import regex as re
from factcheck.lean.record import dataclass

# A number with its grouping and decimal marks ("1,652", "43.8", "1'652", "2 000" with a no-break or thin space), a
# word with inner apostrophes ("party's") or dots ("U.S."), or any other visible character by itself. Hyphens stand
# alone: "five-year" is three tokens. Possessive repetition of a group is atomic: linear on long runs of digits. All is
# one group, so that a text splits into what stands between its tokens and they, in turns.
TOKEN = re.compile(
    r"(\d+(?:[.,\u00a0\u202f\u2009\u2007\uff0c\uff0e]\d+|['\u2019]\d{3}(?!\d))*+"
    r"|[^\W\d_](?:\.[^\W\d_](?=\.))+\.?"
    r"|[^\W\d_]+(?:['\u2019][^\W\d_]+)*+"
    r"|[^\w\s]|_)"
)
# Where a sentence ends, where a main clause does, and the signs that part the phrases of one.
SENTENCE_ENDS = frozenset(".!?")
CLAUSE_ENDS = SENTENCE_ENDS | {";"}
PHRASE_BORDERS = frozenset(",;:()\u2013\u2014")
# Where one clause of a sentence ends and another begins.
CLAUSE_BORDERS = PHRASE_BORDERS | frozenset("and but while whereas which who when".split())


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of `text`: `words[i]` as it stands, `lower[i]` folded, from `starts[i]` to `ends[i]`."""

    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)


def fold(word: str) -> str:
    """The form in which words are compared: lower case, straight apostrophe."""
    return word.lower().replace("\u2019", "'")


def words_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """`tokenise` without the places: the words as they stand, and folded; each word stands in memory once."""
    words = tuple(map(intern, TOKEN.findall(text)))
    return words, tuple(map(intern, folded(text, words)))


def folded(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a text, each as `fold` makes it."""
    if "\u2019" in text:
        lower = map(str.lower, words)
        return tuple([word.replace("\u2019", "'") if "\u2019" in word else word for word in lower])
    return tuple(map(str.lower, words))


def is_word(token: str) -> bool:
    """Whether a token begins with a letter; none is empty, but what stands for one outside a text."""
    return token[:1].isalpha()


def is_figure(token: str) -> bool:
    """Whether a token begins with a digit."""
    return token[:1].isdecimal()


def is_capital(token: str) -> bool:
    """Whether a token begins with a capital, as the words of names do."""
    return token[:1].isupper()


def tokenise(text: str) -> Tokens:
    """All tokens of a text in order. `text[starts[i]:ends[i]] == words[i]` always."""
    parts = TOKEN.split(text)
    places = tuple(accumulate(map(len, parts)))
    words = tuple(parts[1::2])
    return Tokens(text, words, folded(text, words), places[:-1:2], places[1::2])


def one_letter(x: str, y: str) -> bool:
    """Whether one letter was changed, added, left out or exchanged with the next (Damerau 1964)."""
    if min(len(x), len(y)) < 3 or abs(len(x) - len(y)) > 1 or x.isupper() or y.isupper():
        return False
    return max(map(len, apart(x, y))) == 1 or exchanged(x, y)


def exchanged(x: str, y: str) -> bool:
    """Whether two neighbouring characters changed places, and nothing else differs."""
    one, other = apart(x, y)
    return len(one) == 2 and one == other[::-1]


def apart(x: str, y: str) -> tuple[str, str]:
    """What is left of two words between the beginning and the end that they have in common."""
    head = beginning(x, y)
    tail = beginning(x[head:][::-1], y[head:][::-1])
    return x[head : len(x) - tail], y[head : len(y) - tail]


def beginning(x: str, y: str) -> int:
    """How many letters two words have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(x, y, strict=False)))
