"""Tells whether two written names may be of one body: in doubt they are."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from factcheck.lean import regex as re
from factcheck.model import Claim
from factcheck.names.titles import bodies as organisations
from factcheck.names.titles import honorifics, short_names
from factcheck.roles.words import lines, nations, party_names, within
from factcheck.text.stem import is_function_word, stem
from factcheck.text.tokens import one_letter
from factcheck.variants.difference import plain

WORD = re.compile(r"[^\W_]+")
# A word cut short has so many letters left.
CLIPPED = 3
# In a word of so many letters one may be wrong.
SPELT = 6
# An abbreviation longer than this may have the initial of a last word that texts leave out ("Department").
LEFT_OUT = 3
# Bodies whose names tell what they are, and that have a head of their own.
KINDS = frozenset("Bank University College School Union Exchange Hospital Museum Church Cathedral Orchestra".split())
LEARNED = frozenset("University College Institute School Polytechnic Academy".split())
# What a school of a university has in its name besides the university's.
WITHIN = frozenset("school graduate medical business public".split())
# What goes by one of these may be a part of a university, or share its people.
PARTS = frozenset("School Institute Centre Center Faculty Department Laboratory Lab Hospital Clinic Museum".split())
PARTS |= frozenset("Observatory Academy College Unit Programme Program Library".split())
TECHNICAL = "Institute of Technology"
# What goes by one of these does business.
BUSINESS = frozenset({"company", "firm", "bank", "airline"})
# Endings and forms that texts leave out and add at will.
LOOSE = frozenset("group plc inc ltd corp corporation company co ag sa party union fc club international new".split())


@lru_cache(maxsize=1 << 12)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it apart, folded."""
    told = " ".join(_told(word) for word in name.split())
    plain = unicodedata.normalize("NFKD", _bare(told))
    found = [word.lower() for word in WORD.findall(plain) if not is_function_word(word) or word.isupper()]
    return tuple(word for word in found if word not in LOOSE) or tuple(found)


def _told(word: str) -> str:
    """A word of a name by what it stands for: an abbreviation, a party's people, the adjective of a nation."""
    return short_names().get(word) or party_names().get(word) or (nations().get((word.lower(),), word))


def same(a: str, b: str) -> bool:
    """Whether two names may be one body's: one has the words or the initials of the other, or is it cut short."""
    mine, theirs = words(a), words(b)
    some, others = set(map(stem, mine)), set(map(stem, theirs))
    if some <= others or others <= some:
        return True
    if "".join(mine) == "".join(theirs):
        return True
    if any(_abbreviates(word, _bare(other)) for name, other in ((a, b), (b, a)) for word in _bare(name).split()):
        return True
    if _within(mine, theirs) or _within(theirs, mine):
        return True
    return _clipped(mine, theirs) or _same_rest(a, b) or _misspelt(mine, theirs)


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a name is that of a school of a university: "Harle Law School", "Harle University"."""
    bears = [word for word in part if word not in WITHIN and not lines(word)]
    return "school" in part and "university" in whole and set(bears) == set(whole) - {"university"}


def names(name: str, body: str) -> bool:
    """Whether a name that a text has may be that of a body: it has all its words, is cut short, or abbreviates it."""
    mine, theirs = words(body), words(name)
    if set(map(stem, mine)) <= set(map(stem, theirs)) or "".join(mine) == "".join(theirs) or _clipped(mine, theirs):
        return True
    return any(_abbreviates(short, long) for short, long in ((_bare(name), _bare(body)), (_bare(body), _bare(name))))


def of_a_kind(a: str, b: str) -> bool:
    """Whether two names are of bodies of one kind, as they say themselves, of which nobody heads two: "Odby College",
    "Harle College"; "Bank of Odby", "Bank of Harle"."""
    return bool(_kind(a)) and _kind(a) == _kind(b)


def of_learning(name: str) -> bool:
    """Whether a name says that professors work there."""
    return bool(LEARNED & set(name.split()))


def share(a: str, b: str) -> bool:
    """Whether two bodies may have the same people, the one being a part of the other, or both of a university: "Harle
    University", "the Institute for Ageing"; and not two universities, or two hospitals."""
    kinds = [PARTS & set(name.split()) for name in (a, b)]
    whole = ["University" in name.split() or TECHNICAL in name for name in (a, b)]
    if any(whole):
        return not all(whole) and bool(kinds[whole.index(False)])
    return all(kinds) and not kinds[0] & kinds[1]


def of_members(name: str) -> bool:
    """Whether a name says that a body is none that does business, but has members or an office: who leads a company may
    lead that as well."""
    kinds = [
        told for word in name.split() for told in organisations().get(word.capitalize(), organisations().get(word, ()))
    ]
    return bool(kinds) and not BUSINESS.intersection(kinds)


def _kind(name: str) -> str:
    """The kind of body that a name tells in its last word, or before "of"."""
    parts = name.split()
    head = parts[parts.index("of") - 1] if "of" in parts[1:] else parts[-1]
    return head if head in KINDS and len(parts) > 1 else ""


def byname(name: str) -> bool:
    """Whether a name looks like one that a team has besides its own: "Reds", "Saints"."""
    return " " not in name and name.endswith("s") and not name.endswith("ss")


def abbreviated(word: str, name: str) -> bool:
    """Whether a word with several capitals abbreviates a name."""
    return sum(c.isupper() for c in word) > 1 and _abbreviates(word, _bare(name))


def _bare(name: str) -> str:
    return name.replace("'s", "").replace("\u2019s", "")


def _same_rest(a: str, b: str) -> bool:
    """Whether what two names have besides a common word is an abbreviation and what it stands for."""
    mine, theirs = _bare(a).split(), _bare(b).split()
    rest = [" ".join(w for w in own if w not in other) for own, other in ((mine, theirs), (theirs, mine))]
    if not all(rest) or rest == [_bare(a), _bare(b)]:
        return False
    return _abbreviates(*rest) or _abbreviates(*reversed(rest))


def initials(name: str) -> str:
    """The abbreviation that the words of a name make; "" for one word."""
    parts = [part for part in WORD.findall(name) if not is_function_word(part)]
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""


def _abbreviates(short: str, name: str) -> bool:
    """Whether a name in capitals is made of letters of another, in order, the first letter of each word among them, or
    of the first letters and one more."""
    letters = "".join(c for c in short if c.isalnum())
    if " " in short.strip() or not 2 <= len(letters) <= 8 or not letters[0].isupper():
        return False
    parts = WORD.findall(name)
    firsts = "".join(part[0] for part in parts if not is_function_word(part)).lower()
    capitals, letters = sum(c.isupper() for c in letters), letters.lower()
    if capitals == 1:
        return len(letters) > LEFT_OUT and letters == firsts  # one that is said as a word: "Nasa"
    if len(letters) == 2:
        return letters == firsts
    if letters in firsts or (len(letters) > LEFT_OUT and _in_order(letters[:-1], firsts)):
        return True
    return firsts[:1] == letters[0] and _in_order(firsts, letters) and _in_order(letters, "".join(parts).lower())


def _in_order(some: str, letters: str) -> bool:
    """Whether letters stand in others, in their order."""
    rest = iter(letters)
    return all(letter in rest for letter in some)


def _clipped(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the words of one begin the words of the other: "Lib Dem", "Liberal Democrats"; "Fed", "Federal Bank"."""
    if len(mine) != len(theirs):
        short, long = sorted((mine, theirs), key=len)
        return len(short) == 1 and CLIPPED <= len(short[0]) < len(long[0]) and long[0].startswith(short[0])
    return all(
        min(len(x), len(y)) >= CLIPPED and (x.startswith(y) or y.startswith(x))
        for x, y in zip(mine, theirs, strict=True)
    )


def _misspelt(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two names are one but for a letter: how it is spelt is no question of what somebody is."""
    changed = [(x, y) for x, y in zip(mine, theirs, strict=False) if x != y]
    return len(mine) == len(theirs) and all(min(map(len, pair)) >= SPELT and one_letter(*pair) for pair in changed)


def is_nation(name: str) -> bool:
    return tuple(name.lower().split()) in nations()


def one_state(a: str, b: str) -> bool:
    """Whether two nations are one, or one is a part of the other."""
    return a in (b, within().get(b)) or b == within().get(a)


def one_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: one has all words of the other, forms of address aside."""
    some, others = (set(name.split()) - set(honorifics()) for name in (a, b))
    return some <= others or others <= some


def one_bearer(a: str, b: str) -> bool:
    """Whether two names are one person's: accents are left out, or one lacks the middle names of the other."""
    mine, its = plain(a), plain(b)
    return mine == its or _shortens(mine, its) or _shortens(its, mine)


def _shortens(short: str, name: str) -> bool:
    """Whether a name is another without its middle names."""
    some, full = short.split(), name.split()
    if len(some[0].rstrip(".")) == 1 and len(some) == 2:
        return full[0].startswith(some[0][0]) and len(full[0]) > 1 and full[-1] == some[-1]
    return len(some) < len(full) and (some[0], some[-1]) == (full[0], full[-1]) and set(some) <= set(full)


def beside(claim: Claim, body: str) -> bool:
    """Whether the phrase that says what somebody is names a body besides its own, or an aside behind it does: "the
    Odby director of Brenk", "chairman of the Federation of Rope Makers (Reptak)"."""
    at = claim.sentence.find(claim.words)
    tail = claim.sentence[at + len(claim.words) :] if at >= 0 else ""
    aside = tail[: tail.find(")")] if tail.lstrip().startswith("(") else ""
    named = [part for part in (claim.words, aside) if part]
    some = set(words(body))
    return any(some <= set(words(part)) for part in named) or any(
        abbreviated(word, body) for word in claim.words.split()
    )
