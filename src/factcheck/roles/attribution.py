"""The values of this room: what is said of somebody, and the dates and ages that a text has."""

from __future__ import annotations

from functools import lru_cache

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple, dataclass
from factcheck.names import Naming, Sort
from factcheck.names.titles import JOINERS, PARTICLES
from factcheck.roles import words
from factcheck.roles.office_phrase import Phrase
from factcheck.text.tokens import Tokens
from factcheck.values import Value

# Letters behind a name that are honours ("OBE"), and not the numbers of kings and sons.
HONOUR = re.compile(r"(?![IVX]+\Z)[A-Z]{2,5}")
# These make one word a person's name in full.
PEERAGE = frozenset({"Lord", "Lady", "Baroness", "Prince", "Princess"})
# Small words that stand in names of bodies and works, and in no person's.
AFFAIRS = frozenset({"Affairs"})
NOT_PERSONAL = JOINERS - PARTICLES


class Figure(NamedTuple):
    """A date or age of the text: its first and last token, and its value."""

    first: int
    last: int
    value: Value


class Time(NamedTuple):
    """When somebody holds an office, as a text dates it: EDTF, and whether "during", "since" or "until" then."""

    edtf: str
    words: str
    bound: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """What somebody is said to be: the bearer's full name, the phrase that says it, the token where the name begins
    that stands nearest, and when it holds, where the sentence says so."""

    bearer: str
    phrase: Phrase
    name_at: int
    time: Time | None = None


def is_person(naming: Naming) -> bool:
    """Whether a name can be a person's: of two words or more, without small ones, and no state's."""
    return naming.sort is not Sort.BODY and is_personal(naming.name)


@lru_cache(maxsize=1 << 12)
def is_personal(name: str) -> bool:
    """Whether a name can be a person's by its words."""
    parts = name.split()
    if len(parts) < 2 or tuple(name.lower().split()) in words.nations():
        return False
    if all(part.lower() in words.fields() or part in AFFAIRS for part in parts):
        return False
    return all(part[0].isalpha() and part not in NOT_PERSONAL for part in parts)


@lru_cache(maxsize=1 << 12)
def nation_before(name: str) -> tuple[str, tuple[str, ...]]:
    """The nation whose adjective stands before a name of two words or more, and the words of it; "" for none."""
    parts = tuple(name.split())
    for length in (2, 1):
        words_before = parts[:length]
        nation = words.nations().get(tuple(part.lower() for part in words_before), "")
        if nation and len(parts) > length + 1 and nation != " ".join(words_before):
            return nation, words_before
    return "", ()


def called(tokens: Tokens, naming: Naming) -> str:
    """The full name of the person that a naming is of; "" where it is none, or not told in full. One word is enough
    behind the title of a peer or prince."""
    if is_person(naming):
        return bearer(naming.name)
    last = tokens.words[naming.first - 1] if naming.first else ""
    return f"{last} {naming.name}" if last in PEERAGE and " " not in naming.name and naming.title < naming.first else ""


@lru_cache(maxsize=1 << 12)
def bearer(name: str) -> str:
    """A person's name without the honours behind it and nation before it: "Mara Lund OBE", "Norwegian Mara Lund"."""
    parts = name.split()[len(nation_before(name)[1]) :]
    while len(parts) > 2 and HONOUR.fullmatch(parts[-1]) and not name.isupper():
        parts.pop()
    return " ".join(parts)
