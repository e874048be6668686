"""The counted noun after a numeral, across adjectives, as its singular: "50 former members" counts members."""

from __future__ import annotations

from functools import lru_cache

from factcheck.kinds.line import Line
from factcheck.lean.record import NamedTuple
from factcheck.lexicon import forms, table
from factcheck.text import Span
from factcheck.text.tokens import is_figure, is_word

IRREGULAR = {form.lower(): row["singular"] for row in table("plurals") for form in forms(row["plural"])}


def _words(role: str) -> frozenset[str]:
    return frozenset(form for row in table("closed_words") if row["role"] == role for form in forms(row["word"]))


CLOSED, POSSESSIVE, ATTRIBUTIVE = _words("stop"), _words("owner"), _words("attribute")
# They look like plurals, and no number counts them; what has become of one person is no noun: "1 dead".
UNCOUNTED, NOT_MEN, FATES = _words("uncounted"), _words("singular"), _words("fate")
# Before one of these a second noun is a verb: "50 members and runs the harbour".
OBJECTS = _words("object")

# In the table: plurals that add only -s or -es in spite of their ending, and compounds of irregular nouns.
ENDINGS = {"*": 1, "-es": 2}
COMPOUNDS = {"-child": "children", "-wife": "wives"}
NOT_PLURAL = ("ss", "us", "is", "'s", "s'")
LONGEST_PHRASE = 7


class Noun(NamedTuple):
    """The lemma and the token that it was read from."""

    lemma: str
    place: int

    def head(self, line: Line) -> Span:
        return line.span(self.place, self.place + 1)


def counted(line: Line, i: int, *, plural: bool = True, loose: bool = False) -> Noun | None:
    """The noun counted by a numeral that ends before token i. For a singular, the last word of the noun phrase;
    `loose` lets "of" lead to a bare noun, as it does after "dozens" and a decimal scale."""
    if line.lower[i] == "of":
        owned = line.lower[i + 1] in POSSESSIVE
        if not (owned or loose or is_figure(line.words[i + 1])):
            return None
        i += 2 if owned else 1
        i += is_figure(line.words[i])
    return _plural(line, i) if plural else _singular(line, i)


def _plural(line: Line, i: int) -> Noun | None:
    place: int | None = None
    for j in range(i, i + LONGEST_PHRASE):
        word = line.lower[j]
        if not is_word(word) or word in CLOSED:
            if place is None and _joins(line, j, i):
                continue
            break
        if is_plural(word):
            place = j
            if not _goes_on(line, j):
                break
        elif place is not None and line.lower[place] not in ATTRIBUTIVE:
            break
    return _noun(line, place) if place is not None and line.lower[place] not in UNCOUNTED else None


def _joins(line: Line, j: int, i: int) -> bool:
    """Whether a hyphen, or "and" between two modifiers, keeps the noun phrase going."""
    if line.hyphen(j):
        return True
    return (
        line.lower[j] in ("and", "or", ",") and j > i and is_word(line.lower[j + 1]) and line.lower[j + 1] not in CLOSED
    )


def _goes_on(line: Line, j: int) -> bool:
    """Whether the plural at token j is the modifier of a later head: "human rights defenders", "arms dealers"."""
    if line.lower[j] == "times":
        return False
    return line.lower[j] in ATTRIBUTIVE or (is_plural(line.lower[j + 1]) and line.lower[j + 1] not in CLOSED)


def _noun(line: Line, place: int) -> Noun:
    """The head with a second one that "and" or "or" joins to it: fifty members and supporters are counted together."""
    if line.lower[place + 1] == "of":
        return Noun(IRREGULAR.get(" ".join(line.lower[place : place + 3]), singular(line.words[place])), place)
    lemma = singular(line.words[place])
    other = line.lower[place + 2]
    verb = line.lower[place + 3] in OBJECTS or line.lower[place + 3] in POSSESSIVE
    if line.lower[place + 1] in ("and", "or") and is_plural(other) and other not in CLOSED and not verb:
        more = singular(line.words[place + 2])
        lemma = lemma if more == lemma else f"{lemma} or {more}"
    return Noun(lemma, place)


def _singular(line: Line, i: int) -> Noun | None:
    """The head of a noun phrase in the singular: the last word before a closed word, a verb form or a mark."""
    place: int | None = None
    for j in range(i, i + LONGEST_PHRASE):
        word = line.lower[j]
        if not is_word(word) or word in CLOSED or (place is not None and word.endswith(("ed", "ing"))):
            if line.hyphen(j):
                continue
            break
        if word in FATES:
            break
        if word.endswith("ly"):
            continue
        if place is not None and line.capital(j) and not line.capital(place):
            break
        place = j
    if place is None:
        return None
    name = line.words[place].removesuffix("'s").removesuffix("\u2019s")
    return Noun(name.lower() if name.istitle() else name, place)


@lru_cache(maxsize=8192)
def is_plural(word: str) -> bool:
    """Whether a lower-case word has the form of a plural noun."""
    if word.endswith("men"):
        return (len(word) > len("women") and word not in NOT_MEN) or word in IRREGULAR
    return word in IRREGULAR or (len(word) > 3 and word[-1] == "s" and not word.endswith(NOT_PLURAL))


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of a plural noun in small letters, so that a heading counts what its text counts; acronyms keep
    their capitals."""
    low = word.lower()
    if word[:-1].istitle():
        word = low
    lemma = IRREGULAR.get(low)
    if lemma in ENDINGS:
        return word[: -ENDINGS[lemma]]
    if lemma is not None:
        return word[: -len(COMPOUNDS[lemma])] + lemma[1:] if lemma in COMPOUNDS else lemma
    if low.endswith("men") and is_plural(low):
        return word[:-2] + "an"
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1] if is_plural(low) else word
