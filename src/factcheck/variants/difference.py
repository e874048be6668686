"""Tells whether two written names are spellings of one, and how they differ; in doubt they are two names."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from factcheck.lean import regex as re
from factcheck.lexicon import forms, table
from factcheck.names.titles import bodies, plural_roles
from factcheck.roles.words import nations
from factcheck.text.tokens import beginning, exchanged, one_letter
from factcheck.variants.spelling import Difference, Written

ROMAN = re.compile(r"[IVXLCDM]+")
# What a noun or adjective of a name ends in beside another form of itself: Norland, Norlander; Commune, Communal.
ENDINGS = frozenset(
    {"", "s", "es", "n", "an", "ian", "ean", "er", "ese", "ish", "i", "e", "y", "ies", "al", "ial", "ic", "ion"}
    | {"oral", "orial", "ive", "ant", "ary", "or", "ors"}
)
STEM = 4
# How letters with accents are spelt out where a keyboard has none; else the accent is left out.
SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe", "ß": "ss"})
PLAIN = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ı": "i"})
# In a word of so many letters two may be wrong.
LONG = 8
# A word that stands in this many names of two words is a name of its own, and no slip of the pen.
OWN_NAME = 3
SHORTEST_SINGLE = 5
# One place is enough where the draft has a word that the library has nowhere, at least so long if it ends the name, or
# else, or if two letters of it are exchanged: of short surnames many are a letter apart.
STRANGE_SURNAME, STRANGE = 5, 4
# So many times as well as another the library must know the form that it has for right.
TIMES = 5


def keys(name: Written) -> Iterator[tuple[object, ...]]:
    """What two spellings of one name have in common: names that share no key are never compared."""
    count = len(name.words)
    if count > 1:
        yield "words", *sorted(name.words)
        yield from (("but one", at, *name.words[:at], *name.words[at + 1 :]) for at in range(count))
    letters = _letters(name)
    if len(letters) >= 7:
        yield "letters", letters
    for bare in dict.fromkeys((tuple(map(plain, name.words)), tuple(map(_spelt_out, name.words)))):
        yield "plain", *bare


def difference(a: Written, b: Written) -> Difference | None:
    """How two spellings of one name differ; None for the same spelling, and for two names."""
    count = len(a.words)
    if a.words == b.words:
        return _between_words(a, b)
    if count in (2, 3) and sorted(a.words) == sorted(b.words) and not any(a.joiners + b.joiners):
        return Difference.ORDER
    if _letters(a) == _letters(b):
        return None if a.text.isupper() or b.text.isupper() else Difference.SPACING
    changed = [(x, y) for x, y in zip(a.words, b.words, strict=False) if x != y]
    if count == len(b.words) and a.joiners == b.joiners and all(_accented(x, y) for x, y in changed):
        return Difference.ACCENT
    if count != len(b.words) or len(changed) != 1 or a.joiners != b.joiners or a.possessive != b.possessive:
        return None
    return _of_word(*changed[0], count)


def _between_words(a: Written, b: Written) -> Difference | None:
    """The same words: a small word too many, or the apostrophe in another place. "Norland's Fleet" is no name."""
    if a.joiners != b.joiners:
        missing = any(not (x and y) for x, y in zip(a.joiners, b.joiners, strict=True) if x != y)
        return Difference.JOINER if missing and len(a.words) > 3 else None
    if a.possessive != b.possessive and a.possessive and b.possessive:
        return Difference.POSSESSIVE
    return None


def _of_word(x: str, y: str, count: int) -> Difference | None:
    """How two words in one place differ, in a name of so many words."""
    if ROMAN.fullmatch(x) or ROMAN.fullmatch(y) or x.rstrip("'") == y.rstrip("'"):
        return None
    if inflected(x, y):
        return Difference.INFLECTION if count > 2 else None
    if one_letter(x, y):
        return Difference.LETTER
    if count > 1 and two_letters(x, y):
        return Difference.LETTERS
    alike = y.lower() in _exchangeable().get(x.lower(), ()) or (count > 3 and x[:2] == y[:2])
    return Difference.WORD if alike and count > 2 else None


def inflected(x: str, y: str) -> bool:
    """Whether two words are forms of one: singular and plural, noun and adjective."""
    shared = beginning(x, y)
    if {x[shared:], y[shared:]} == {"", "s"}:
        return True
    return any(x[cut:] in ENDINGS and y[cut:] in ENDINGS for cut in range(shared, STEM - 1, -1))


def two_letters(x: str, y: str) -> bool:
    """Whether two letters of a long word were changed, added, left out or exchanged, and not its first or last."""
    if max(len(x), len(y)) < LONG or (x[0], x[-1]) != (y[0], y[-1]) or x.isupper() or y.isupper():
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(x, y, score_cutoff=2) == 2


def spelt_out(a: Written, b: Written) -> bool:
    """Whether accents are spelt out in one of two names that differ by accents alone: "Moeller", "Möller"."""
    return any(plain(x) != plain(y) for x, y in zip(a.words, b.words, strict=True))


def _accented(x: str, y: str) -> bool:
    """Whether two words differ by accents alone, left out or spelt out."""
    return plain(x) == plain(y) or _spelt_out(x) == _spelt_out(y)


def plain(word: str) -> str:
    """A word in small letters without accents."""
    letters = unicodedata.normalize("NFKD", word.lower().translate(PLAIN))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _spelt_out(word: str) -> str:
    return plain(unicodedata.normalize("NFC", word.lower()).translate(SPELT_OUT))


def _letters(name: Written) -> str:
    joined = [part for pair in zip(name.words, (*name.joiners, ""), strict=True) for part in pair]
    return "".join(joined).replace("-", "").replace(".", "").casefold()


def two_places(x: str, y: str) -> bool:
    """Whether two words are names of places, and neither a slip of the other: "Iran", "Iraq"; "Geneva", "Genova"."""
    if y in _places().get(x, ()):
        return True
    return all((word.lower(),) in nations() for word in (x, y))


def no_slip(x: str, y: str) -> bool:
    """Whether a word is no slip of the pen for another: it is a short one for a body in another language ("Banc",
    "Bank"), for two letters exchanged are a slip, or that for several of its people ("Presidents")."""
    return (y in bodies() and len(y) <= STEM and not exchanged(x, y)) or x.lower() in plural_roles()


def is_body(name: Written) -> bool:
    """Whether a word of a name makes it a body's, which may stand on either side: "Bank Odby", "Odby Bank"."""
    return any(word in bodies() for word in name.words)


def all_but_one(name: Written, other: Written) -> bool:
    """Whether two names have the same words in the same places, but for one at the most."""
    if len(name.words) != len(other.words):
        return False
    return sum(x != y for x, y in zip(name.words, other.words, strict=True)) <= 1


def turned(x: str, y: str) -> bool:
    """Whether two words have the same letters, some of them turned."""
    return x != y and sorted(x) == sorted(y)


def proof(strange: str, name: Written, other: Written) -> bool:
    """Whether a strange word is one that the only place of another name must have meant."""
    if strange in other.words:
        return False
    meant = next((y for x, y in zip(name.words, other.words, strict=False) if x == strange), "")
    return len(strange) >= STRANGE_SURNAME or strange != name.words[-1] or exchanged(strange, meant)


def usual_of(right: Collection[Written], known: Mapping[Written, int]) -> Written | None:
    """The only right form, or the one that is written so many times as often as any other; spellings of it are no
    others, if they are fewer: the draft has neither."""
    ordered = sorted(right, key=lambda name: (-known[name], name.text))
    for other in ordered[1:]:
        enough = known[other] + 1 if difference(ordered[0], other) else TIMES * known[other]
        if known[ordered[0]] < enough:
            return None
    return ordered[0] if ordered else None


def misheard(name: Written, other: Written) -> bool:
    """Whether two names differ by their given names alone, and by such as are taken for one another."""
    return (
        len(name.words) == 2
        and name.words[1:] == other.words[1:]
        and other.words[0] in _given_names().get(name.words[0], ())
    )


@cache
def _given_names() -> dict[str, frozenset[str]]:
    """Given name → those that are taken for it, itself left out."""
    found: dict[str, frozenset[str]] = {}
    for row in table("given_names"):
        for name in forms(row["names"]):
            found[name] = found.get(name, frozenset()) | (frozenset(forms(row["names"])) - {name})
    return found


@cache
def _places() -> dict[str, frozenset[str]]:
    """Name of a place → those that are no slips of it."""
    groups = [frozenset(forms(row["names"])) for row in table("place_names")]
    return {name: group - {name} for group in groups for name in group}


@cache
def _exchangeable() -> dict[str, frozenset[str]]:
    """Word → the words that take its place."""
    groups = [frozenset(forms(row["words"])) for row in table("name_words")]
    return {word: group - {word} for group in groups for word in group}
