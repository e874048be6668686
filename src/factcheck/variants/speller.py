"""Says how the sources of a library spell a name that a draft spells otherwise, where they do so one-sidedly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from factcheck.lean import regex as re
from factcheck.roles.words import nations
from factcheck.store.protocol import Library
from factcheck.text.stem import FUNCTION_WORDS, is_function_word
from factcheck.text.tokens import one_letter
from factcheck.variants.difference import (
    OWN_NAME,
    SHORTEST_SINGLE,
    STRANGE,
    STRANGE_SURNAME,
    TIMES,
    all_but_one,
    difference,
    inflected,
    is_body,
    misheard,
    no_slip,
    proof,
    spelt_out,
    two_places,
    usual_of,
)
from factcheck.variants.spelling import Difference, Written
from factcheck.variants.written import folded_stems, read_names, stem_of, stems

# What a slip of the pen makes of a name; other differences may be another name, or another usage.
SLIPS = frozenset({Difference.LETTER, Difference.LETTERS, Difference.INFLECTION, Difference.POSSESSIVE})
LETTERS = frozenset({Difference.LETTER, Difference.LETTERS})
# The library must know the right form from more places than this.
KNOWN = 1
# What stands in so few places is no proof against a word that other names have; of a longer word stems lack an end.
SELDOM, LONG_STEM = 2, 6
# How many passages are read for one word at the most, and to see whether a name is known as it stands.
PASSAGES, SEEN = 120, 40
# So many places of words are held at a time.
POSTINGS = 2_000_000
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
        # The names of passages, and those of these passages in which one was sought so far.
        self._read: dict[int, list[Written]] = {}
        self._sought: set[int] = set()
        self._counts: dict[str, int] = {}
        # Where a name may stand as it is written; where a word stands that stands in few passages; and where words like
        # a strange one stand beside the others of its name.
        self._places: dict[Written, Sequence[int]] = {}
        self._few: dict[str, Sequence[int]] = {}
        self._near: dict[Written, Sequence[int]] = {}

    def foresee(self, names: Iterable[Written]) -> None:
        """Read what is needed to look many names up: a question for each of them takes longer."""
        every = [name for name in dict.fromkeys(names) if name.text not in self._allowed]
        self._count({found for name in every for word in name.words for found in (*stems(word), *folded_stems(word))})
        whole = [name for name in every if len(name.words) > 1 and name not in self._places]
        for some in self._batches(whole):
            self._place(some)
        # The first passages mostly tell that the library writes a name so.
        self._read_in(number for name in whole for number in self._places[name][:OWN_FORM])
        doubtful = [name for name in whole if self._times(name) < OWN_FORM]
        self._seek_beside([name for name in doubtful if self._is_strange_among_common(name)])
        beside = (number for name in doubtful for word in name.words for number in self._few[word])
        known = (number for name in doubtful for number in (*self._places[name], *self._near.get(name, ())))
        self._read_in(chain(known, beside))

    def _batches(self, names: Iterable[Written]) -> Iterator[Sequence[Written]]:
        """As many names at a time as there is room for all passages of their words."""
        some: list[Written] = []
        size = 0
        for name in names:
            own = sum(self._counts[found] for word in name.words for found in stems(word))
            if some and size + own > POSTINGS:
                yield some
                some, size = [], 0
            some.append(name)
            size += own
        if some:
            yield some

    def _place(self, names: Sequence[Written]) -> None:
        """Note where some names may stand, and which of their words stand in few passages."""
        words = {word for name in names for word in name.words}
        few = {word: found for word in words if self._counts.get(found := stem_of(word), 0) <= PASSAGES}
        several = {name: {found for word in name.words for found in stems(word)} for name in names}
        postings = self._library.postings(set[str]().union(few.values(), *several.values()))
        self._few |= {word: postings.get(few[word], ()) if word in few else () for word in words}
        for name, own in several.items():
            shared = set.intersection(*(set(postings.get(found, ())) for found in own)) if own else ()
            self._places[name] = sorted(shared)[:SEEN]

    def _times(self, name: Written) -> int:
        """How often a name stands as it is written in the very first passages that hold its words."""
        return sum(self._read[number].count(name) for number in self._places[name][:OWN_FORM])

    def whole(self, name: Written, opens: bool, times: int = 1) -> Slip | None:
        """The right form of a name of two words or more, and how it differs; `opens`: nothing stands before it that may
        belong to it; `times`: how often the draft writes it, against which a single place of the library is no proof.
        """
        if name not in self._answers:
            self.foresee([name])
            self._answers[name] = None if name.text in self._allowed else self._look(name)
        slip = self._answers[name]
        if not slip or not (opens or slip[1] in LETTERS):
            return None
        return slip if times < OWN_FORM or self._times_known(slip[0]) > KNOWN else None

    def _times_known(self, text: str) -> int:
        """How often the right form of a name stands in what was read of the library."""
        return sum(seen.text == text for number in self._sought for seen in self._read[number])

    def single(self, name: Written, own: Collection[str]) -> Slip | None:
        """The word of one of the draft's own full names that a word by itself misspells by a letter."""
        word = name.words[0]
        if len(word) < SHORTEST_SINGLE or word in own or word in self._allowed or self._frequency(word):
            return None
        if word.lower() in FUNCTION_WORDS:
            return None
        # With other last letters it is another form of the word rather than a slip, with another first another name.
        near = {other for other in own if one_letter(word, other) and (word[0], word[-2:]) == (other[0], other[-2:])}
        near = {other for other in near if self._frequency(other) > KNOWN}
        return (near.pop(), Difference.LETTER) if len(near) == 1 else None

    def _look(self, name: Written) -> Slip | None:
        mine = self._occurrences(name)
        if mine >= OWN_FORM:
            return None
        around = [self._around(word) for word in name.words]
        known = {other: times for names in around for other, times in names.items() if all_but_one(name, other)}
        strange = "" if mine else self._strange(name)
        right = self._slips(name, known, mine, strange)
        if not right and strange:
            known = Counter(other for other in self._beside(name) if all_but_one(name, other))
            right = self._slips(name, known, mine, strange)
        if not right and not mine:
            known = {other: times for names in around for other, times in names.items()}
            right = dict.fromkeys((other for other in known if self._misaccented(name, other)), Difference.ACCENT)
            right = right or dict.fromkeys(self._turned(name, known), Difference.ORDER)
        usual = usual_of(right, known)
        return (usual.text, right[usual]) if usual else None

    def _strange(self, name: Written) -> str:
        """The only word of a name that the library has nowhere; "" where there are more, or none."""
        strange = [word for word in name.words if not self._frequency(word)]
        return strange[0] if len(strange) == 1 and len(strange[0]) >= STRANGE else ""

    def _slips(self, name: Written, known: Mapping[Written, int], mine: int, strange: str) -> dict[Written, Difference]:
        """The known names for which this one is a slip, and how."""
        found: dict[Written, Difference] = {}
        for other, times in known.items():
            how = difference(name, other) if times >= TIMES * mine else None
            if not mine and misheard(name, other) and self._only_bearer(other, times):
                found[other] = Difference.WORD
            if how not in SLIPS or not self._slipped(name, other):
                continue
            if how in LETTERS and self._odd(name, other, times):
                continue
            if times > KNOWN or (strange and how in LETTERS and proof(strange, name, other)):
                found[other] = how
        return found

    def _only_bearer(self, other: Written, times: int) -> bool:
        """Whether nobody else of a surname is named as often, titles included: "President Lund"."""
        around = self._around(surname := other.words[-1])
        rest = [one for one in around if len(one.words) == 2 and one.words[-1] == surname and one != other]
        return len(surname) >= STRANGE_SURNAME and all(around[one] < times for one in rest)

    def _beside(self, name: Written) -> Iterator[Written]:
        """The names of passages that hold the other words and a word like the strange one, where each of the others
        stands in too many passages to read them all."""
        return self._names_in(self._near.get(name, ()))

    def _is_strange_among_common(self, name: Written) -> bool:
        strange = self._strange(name)
        others = [stem_of(word) for word in name.words if word != strange]
        return bool(strange) and all(others) and min(self._counts[found] for found in others) > PASSAGES

    def _seek_beside(self, names: Sequence[Written]) -> None:
        """Note where words like the strange one of a name stand beside its others."""
        if not names:
            return
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        vocabulary, near, others = self._library.vocabulary(), dict[Written, list[str]](), dict[Written, list[str]]()
        for name in names:
            strange = self._strange(name)
            # what the stem of the right word leaves out, that of the wrong one may have: "tarnov", "tranovic"
            own = stem_of(strange)
            sought = {own, own[:-2]} if len(strange) > LONG_STEM else {own}
            like = [extract(one, vocabulary, scorer=OSA.distance, score_cutoff=1, limit=None) for one in sorted(sought)]
            near[name] = list(dict.fromkeys(found for some in like for found, _, _ in some))
            others[name] = [stem_of(word) for word in name.words if word != strange]
        postings = self._library.postings({found for name in names for found in (*near[name], *others[name])})
        for name in names:
            numbers = set[int]().union(*(postings[found] for found in near[name]))
            self._near[name] = sorted(numbers.intersection(*(postings[found] for found in others[name])))[:PASSAGES]

    def _misaccented(self, name: Written, other: Written) -> bool:
        """Whether the draft leaves out accents of the library, or has some that sources with accents do not have."""
        if len(name.words) != len(other.words) or (name.text.isascii() and other.text.isascii()):
            return False
        if difference(name, other) is not Difference.ACCENT or spelt_out(name, other):
            return False
        return not other.text.isascii() or self._writes_accents(other)

    def _writes_accents(self, name: Written) -> bool:
        """Whether a document that holds a name has letters with accents: others may have left them all out."""
        documents = {self._library.document_of(number) for number in self._sought if name in self._read[number]}
        passages = self._library.passages_of(sorted(documents)[:FEW])
        return any(ACCENTED.search(one.text) for own in passages.values() for one in own)

    def _occurrences(self, name: Written) -> int:
        """How often a name stands as it is written in the first passages that hold its words, up to OWN_FORM."""
        written = (other for number in self._places[name] for other in self._names_in([number]) if other == name)
        return sum(1 for _ in islice(written, OWN_FORM))

    def _slipped(self, name: Written, other: Written) -> bool:
        """Whether the word that differs is one that the library hardly knows."""
        changed = [(x, y) for x, y in zip(name.words, other.words, strict=False) if x != y]
        if any(two_places(x, y) for x, y in changed):
            return False
        if any(no_slip(x, y) for x, y in changed):
            return False
        return all(inflected(x, y) or self._rarity(x, y) < min(OWN_NAME, self._frequency(y)) for x, y in changed)

    def _rarity(self, x: str, y: str) -> int:
        """In how many passages a word stands that is taken for another; the stem of both may be the other's alone."""
        if stem_of(x) != stem_of(y) or not self._few.get(x):
            return self._frequency(x)
        return sum(times for other, times in self._around(x).items() if x in other.words)

    def _odd(self, name: Written, other: Written, times: int) -> bool:
        """Whether the odd word is the library's: it stands in this name alone, seldom, and others have the draft's."""
        changed = [(x, y) for x, y in zip(name.words, other.words, strict=False) if x != y]
        return times <= SELDOM and any(self._rarity(x, y) and self._frequency(y) <= times for x, y in changed)

    def _around(self, word: str) -> Mapping[Written, int]:
        """The names in the passages that a word stands in; none for a word that stands everywhere."""
        if word not in self._names:
            self._names[word] = Counter(self._names_in(self._few[word]))
        return self._names[word]

    def _turned(self, name: Written, known: Iterable[Written]) -> list[Written]:
        """The known people whose name this is the other way round, none whose last word begins another's name."""
        same = [other for other in known if set(other.words) == set(name.words)]
        found = [other for other in same if difference(name, other) is Difference.ORDER and not is_body(other)]
        if not found or any(map(self._is_no_name, name.words)):
            return []
        return [o for o in found if not any(n.words[0] == o.words[-1] != n.text for n in self._around(o.words[-1]))]

    def _is_no_name(self, word: str) -> bool:
        """Whether a word does not name a person: it is in capitals, a little one, or the library writes it small."""
        if word.isupper() or is_function_word(word) or (word.lower(),) in nations():
            return True
        texts = (one.text for one in self._library.passages(self._few[word][:PASSAGES]).values())
        return any(word.lower() in text.split() for text in texts)

    def _names_in(self, numbers: Sequence[int]) -> Iterator[Written]:
        """The names in some passages that were read."""
        self._sought.update(numbers)
        return (name for number in numbers for name in self._read[number])

    def _read_in(self, numbers: Iterable[int]) -> None:
        """Read the names in some passages, each once, for a draft asks for the same ones again and again."""
        new = {number for number in numbers if number not in self._read}
        found = self._library.passages(new) if new else {}
        self._read |= {number: [seen.name for seen in read_names(p.text)] for number, p in found.items()}

    def _frequency(self, word: str) -> int:
        """In how many passages a word stands; of one with a hyphen its rarest part."""
        found = folded_stems(word)
        self._count(found)
        return min((self._counts[one] for one in found), default=0)

    def _count(self, words: Iterable[str]) -> None:
        """Look up in how many passages some stems stand."""
        new = {found for found in words if found not in self._counts}
        self._counts |= dict.fromkeys(new, 0) | dict(self._library.frequencies(new)) if new else {}
