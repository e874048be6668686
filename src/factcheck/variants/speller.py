"""Says how the sources of a library spell a name that a draft spells otherwise, where they do so one-sidedly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from factcheck.lean import regex as re
from factcheck.store.protocol import Library
from factcheck.text.stem import FUNCTION_WORDS, stem
from factcheck.text.tokens import tokenise
from factcheck.variants.difference import (
    OWN_NAME,
    SHORTEST_SINGLE,
    difference,
    inflected,
    one_letter,
    spelt_out,
)
from factcheck.variants.spelling import Difference, Written
from factcheck.variants.written import read_names

# What a slip of the pen makes of a name; other differences may be another name, or another usage.
SLIPS = frozenset({Difference.LETTER, Difference.LETTERS, Difference.INFLECTION, Difference.POSSESSIVE})
LETTERS = frozenset({Difference.LETTER, Difference.LETTERS})
# The library must know the right form from more places than this, and so many times as well as another.
KNOWN, TIMES = 1, 5
# But one place is enough where the draft has a word that the library has nowhere, at least so long if it ends the name,
# or else: of short surnames many are a letter apart.
STRANGE_SURNAME, STRANGE = 5, 4
# How many passages are read for one word at the most, and to see whether a name is known as it stands.
PASSAGES, SEEN = 120, 40
# So many documents are read to see whether they have accents at all.
FEW = 5
ACCENTED = re.compile("[\u00c0-\u024f]")
# A form that the library writes so often is its own, whatever else it writes.
OWN_FORM = 3

Slip = tuple[str, Difference]


class Speller:
    """Looks names up in a library, each once."""

    def __init__(self, library: Library, allowed: frozenset[str]) -> None:
        self._library = library
        self._allowed = allowed
        self._answers: dict[Written, Slip | None] = {}
        self._names: dict[str, Mapping[Written, int]] = {}
        self._read: dict[int, list[Written]] = {}
        self._frequencies: dict[str, int] = {}

    def whole(self, name: Written, opens: bool) -> Slip | None:
        """The right form of a name of two words or more, and how it differs; `opens`: nothing stands before it that may
        belong to it."""
        if name not in self._answers:
            self._answers[name] = None if name.text in self._allowed else self._look(name)
        slip = self._answers[name]
        return slip if slip and (opens or slip[1] in LETTERS) else None

    def single(self, name: Written, own: Collection[str]) -> Slip | None:
        """The word of one of the draft's own full names that a word by itself misspells by a letter."""
        word = name.words[0]
        if len(word) < SHORTEST_SINGLE or word in own or word in self._allowed or self._frequency(word):
            return None
        if word.lower() in FUNCTION_WORDS:
            return None
        # A difference in the last letters is another form of the word rather than a slip.
        near = {other for other in own if one_letter(word, other) and word[-2:] == other[-2:]}
        near = {other for other in near if self._frequency(other) > KNOWN}
        return (near.pop(), Difference.LETTER) if len(near) == 1 else None

    def _look(self, name: Written) -> Slip | None:
        mine = self._occurrences(name)
        if mine >= OWN_FORM:
            return None
        around = [self._around(word) for word in name.words]
        known = {other: times for names in around for other, times in names.items() if _all_but_one(name, other)}
        strange = "" if mine else self._strange(name)
        right = self._slips(name, known, mine, strange)
        if not right and strange:
            known = Counter(other for other in self._beside(name, strange) if _all_but_one(name, other))
            right = self._slips(name, known, mine, strange)
        if not right and not mine:
            known = {
                other: times for names in around for other, times in names.items() if self._misaccented(name, other)
            }
            right = dict.fromkeys(known, Difference.ACCENT)
        if not right and not mine:
            known = {other: times for names in around for other, times in names.items()}
            right = {other: Difference.ORDER for other in known if difference(name, other) is Difference.ORDER}
        usual = _usual(right, known)
        return (usual.text, right[usual]) if usual else None

    def _strange(self, name: Written) -> str:
        """The only word of a name that the library has nowhere; "" where there are more, or none."""
        strange = [word for word in name.words if not self._frequency(word)]
        if len(strange) != 1:
            return ""
        return strange[0] if len(strange[0]) >= (STRANGE_SURNAME if strange == [name.words[-1]] else STRANGE) else ""

    def _slips(self, name: Written, known: Mapping[Written, int], mine: int, strange: str) -> dict[Written, Difference]:
        """The known names for which this one is a slip, and how."""
        found: dict[Written, Difference] = {}
        for other, times in known.items():
            how = difference(name, other) if times >= TIMES * mine else None
            if how not in SLIPS or not self._slipped(name, other):
                continue
            if times > KNOWN or (strange and how in LETTERS and strange not in other.words):
                found[other] = how
        return found

    def _beside(self, name: Written, strange: str) -> Iterator[Written]:
        """The names of passages that hold the other words and a word like the strange one, where each of the others
        stands in too many passages to read them all."""
        others = [_stem(word) for word in name.words if word != strange]
        if not all(others) or min(len(self._postings(found)) for found in others) <= PASSAGES:
            return
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        like = extract(_stem(strange), self._library.vocabulary(), scorer=OSA.distance, score_cutoff=1, limit=None)
        near = (set(self._postings(found)) for found, _, _ in like)
        shared = set[int]().union(*near).intersection(*(self._postings(found) for found in others))
        yield from self._names_in(sorted(shared)[:PASSAGES])

    def _misaccented(self, name: Written, other: Written) -> bool:
        """Whether the draft leaves out accents of the library, or has some that sources with accents do not have."""
        if len(name.words) != len(other.words) or (name.text.isascii() and other.text.isascii()):
            return False
        if difference(name, other) is not Difference.ACCENT or spelt_out(name, other):
            return False
        return not other.text.isascii() or self._writes_accents(other)

    def _writes_accents(self, name: Written) -> bool:
        """Whether a document that holds a name has letters with accents: others may have left them all out."""
        numbers = [number for number in self._read if name in self._read[number]]
        documents = {self._library.document_of(number) for number in sorted(numbers)}
        passages = (one for own in self._library.passages_of(sorted(documents)[:FEW]).values() for one in own)
        return any(ACCENTED.search(passage.text) for passage in passages)

    def _occurrences(self, name: Written) -> int:
        """How often a name stands as it is written in the first passages that hold its words, up to OWN_FORM."""
        stems = [found for word in name.words for found in map(stem, tokenise(word).words) if found]
        numbers = [set(self._postings(found)) for found in dict.fromkeys(stems)]
        shared = sorted(set.intersection(*numbers))[:SEEN] if numbers else []
        written = (other for number in shared for other in self._names_in([number]) if other == name)
        return sum(1 for _ in islice(written, OWN_FORM))

    def _slipped(self, name: Written, other: Written) -> bool:
        """Whether the word that differs is one that the library hardly knows."""
        changed = [(x, y) for x, y in zip(name.words, other.words, strict=False) if x != y]
        return all(inflected(x, y) or self._frequency(x) < min(OWN_NAME, self._frequency(y)) for x, y in changed)

    def _around(self, word: str) -> Mapping[Written, int]:
        """The names in the passages that a word stands in; none for a word that stands everywhere."""
        if word not in self._names:
            found = _stem(word)
            numbers = self._postings(found) if found else ()
            self._names[word] = Counter(self._names_in(numbers if len(numbers) <= PASSAGES else ()))
        return self._names[word]

    def _names_in(self, numbers: Sequence[int]) -> Iterator[Written]:
        """The names in some passages; each passage is read once, for a draft asks for the same ones again and again."""
        new = self._library.passages(number for number in numbers if number not in self._read)
        self._read |= {number: [seen.name for seen in read_names(p.text)] for number, p in new.items()}
        return (name for number in numbers for name in self._read[number])

    def _postings(self, found: str) -> Sequence[int]:
        return self._library.postings([found]).get(found, ())

    def _frequency(self, word: str) -> int:
        """In how many passages a word stands; of one with a hyphen its rarest part."""
        if word not in self._frequencies:
            stems = {found for part in tokenise(word).lower if (found := stem(part))}
            known = self._library.frequencies(stems)
            self._frequencies[word] = min((known.get(found, 0) for found in stems), default=0)
        return self._frequencies[word]


def _all_but_one(name: Written, other: Written) -> bool:
    """Whether two names have the same words in the same places, but for one at the most."""
    if len(name.words) != len(other.words):
        return False
    return sum(x != y for x, y in zip(name.words, other.words, strict=True)) <= 1


def _stem(word: str) -> str:
    """The stem of a word, of one with a hyphen of its first part."""
    parts = tokenise(word).lower
    return stem(parts[0]) if parts else ""


def _usual(right: Collection[Written], known: Mapping[Written, int]) -> Written | None:
    """The only right form, or the one that is written so many times as often as any other."""
    ordered = sorted(right, key=lambda name: (-known[name], name.text))
    if len(ordered) > 1 and known[ordered[0]] < TIMES * known[ordered[1]]:
        return None
    return ordered[0] if ordered else None
