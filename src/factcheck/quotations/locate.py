"""Finds where in a library the words of a quotation may stand: by its rarest words, then word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Claim
from factcheck.quotations.align import Alignment, SourceWord, align
from factcheck.quotations.normal import Sort, Word, words
from factcheck.store.protocol import Library, StoredPassage
from factcheck.text import Span
from factcheck.text.stem import stems
from factcheck.text.tokens import tokenise

if TYPE_CHECKING:
    from factcheck.match.kinship import Kin

# The walk over the index stops after this many entries, rarest words first.
MOST_POSTINGS = 10_000
# So many passages are laid beside the quotation word by word.
MOST_PLACES = 12
# Of so many it is seen how many of the words stand in and around them.
MOST_RANKED = 3 * MOST_PLACES
# Where more passages share all rare words of a quotation, so many are searched for it letter by letter.
MOST_TIED = 2_000
TIED_AT_A_TIME = 3
# What the nearest of the documents that are kin to the draft gains, as a part of the heaviest passage's weight.
KINSHIP = 0.35
# A passage whose shared words weigh less than this part of the heaviest passage's is no likely place.
LEAST_WEIGHT = 0.25
# A place that shares fewer of the words is not looked at closely.
LEAST_SHARED = 0.5
# Nor is one that shares so much less than the best: it is another text on the same matter.
SHARED_RANGE = 0.3
# So many words of quotation and source may be compared in all.
MOST_WORK = 3_000_000
# A quotation of so many words may run over one more passage on either side.
WORDS_A_PASSAGE = 12
INNER_END = re.compile(r"[.!?]\s")
WIDEST = 60
# The words between two quotations of one speaker that a quotation of both may leave out: "..., he said. ..."
LONGEST_BETWEEN = 25


class Laid(NamedTuple):
    """A word of the library: the passage it stands in, its place there and in the file, and the quotation it is in."""

    passage: StoredPassage
    start: int
    end: int
    at: int
    quotation: Claim | None


class Place(NamedTuple):
    """A stretch of a document with a quotation laid along it."""

    document: int
    laid: Sequence[Laid]
    source: Sequence[SourceWord]
    alignment: Alignment


class Sought(NamedTuple):
    """A quotation that is sought: as it is written, and by its words, among the kin of its draft first."""

    text: str
    words: Sequence[Word]
    kin: Kin | None = None

    @property
    def stems(self) -> frozenset[str]:
        """What the library is searched for."""
        return frozenset(stems(tokenise(self.text))) - {""}

    @property
    def reach(self) -> int:
        """How far around a passage it may run, in passages: by its length, and by its sentences if short."""
        return min(WIDEST, max(1 + len(self.words) // WORDS_A_PASSAGE, len(INNER_END.findall(self.text))))


def locate(sought: Sequence[Sought], known: Mapping[str, int], library: Library) -> list[list[Place]]:
    """For each quotation the places that come closest to it, the closest first.

    known: in how many passages of the library their stems stand
    """
    windows = _windows(sought, known, library)
    near = {passage.id for own in windows for window in own for passage in window}
    claims = {
        number: [stored.claim for stored in own if stored.claim.kind == "quote"]
        for number, own in (library.claims(near) if near else {}).items()
    }
    places = [[_lay(one.words, window, claims) for window in own] for one, own in zip(sought, windows, strict=True)]
    return [sorted(own, key=lambda place: place.alignment.cost) for own in places]


def _windows(
    sought: Sequence[Sought], known: Mapping[str, int], library: Library
) -> list[list[Sequence[StoredPassage]]]:
    """The stretches that are laid beside each quotation."""
    numbers = _candidates(sought, known, library)
    wanted = [(number, one.reach) for one, own in zip(sought, numbers, strict=True) for number in own]
    around = library.around(wanted) if wanted else {}
    return [
        _fullest(one.words, {number: around[number, one.reach] for number in own})
        for one, own in zip(sought, numbers, strict=True)
    ]


def _fullest(quotation: Sequence[Word], around: Mapping[int, Sequence[StoredPassage]]) -> list[Sequence[StoredPassage]]:
    """The stretches around some passages that share most words; of two with one middle, the fuller."""
    most = min(MOST_PLACES, max(1, MOST_WORK // max(1, 4 * len(quotation) ** 2)))
    shares = [(-_shared(quotation, window), number, window) for number, window in around.items()]
    least = max(LEAST_SHARED, max((-share for share, _, _ in shares), default=0.0) - SHARED_RANGE)
    chosen: list[Sequence[StoredPassage]] = []
    taken: set[int] = set()
    for share, number, window in sorted(shares):
        if number not in taken and -share >= least:
            chosen.append(window)
            taken.update(passage.id for passage in window)
    return chosen[:most]


def _shared(quotation: Sequence[Word], window: Sequence[StoredPassage]) -> float:
    """The share of a quotation's words that stand somewhere in some passages."""
    said = [word.form for word in quotation if word.sort is Sort.WORD]
    there = frozenset().union(*(_forms(passage.text) for passage in window))
    return sum(form in there for form in said) / max(1, len(said))


@lru_cache(maxsize=2048)
def _forms(text: str) -> frozenset[str]:
    return frozenset(word.form for word in words(text))


def _candidates(sought: Sequence[Sought], known: Mapping[str, int], library: Library) -> list[list[int]]:
    """For each quotation the passages that hold its rare words, the likeliest first."""
    walks = [_walk({stem: known[stem] for stem in one.stems if stem in known}) for one in sought]
    postings = library.postings({stem for walk in walks for stem in walk})
    total = library.passage_count()
    found, tied = [], []
    for at, walk in enumerate(walks):
        scores: defaultdict[int, float] = defaultdict(float)
        for stem in walk:
            weight = log(1 + total / known[stem])
            for number in postings[stem]:
                scores[number] += weight
        ranked, is_tied = _ranked(_near_first(scores, sought[at].kin, library))
        found.append(ranked)
        tied += [at] if is_tied else []
    for some in (tied[at : at + TIED_AT_A_TIME] for at in range(0, len(tied), TIED_AT_A_TIME)):
        passages = library.passages({number for at in some for number in found[at]})
        for at in some:
            found[at] = _verbatim_first(sought[at].text, found[at], passages)
    return [numbers[:MOST_RANKED] for numbers in found]


def _near_first(scores: Mapping[int, float], kin: Kin | None, library: Library) -> Mapping[int, float]:
    """The scores of some passages, those raised that stand in documents that are kin to the draft."""
    if kin is None or len(scores) <= MOST_RANKED:
        return scores
    gain = KINSHIP * max(scores.values())
    return {number: score + gain * kin.nearness(library.document_of(number)) for number, score in scores.items()}


def _walk(frequencies: Mapping[str, int]) -> list[str]:
    """The stems to look for, the rarest first, as far as the walk goes."""
    chosen: list[str] = []
    walked = 0
    for stem in sorted(frequencies, key=lambda stem: (frequencies[stem], stem)):
        walked += frequencies[stem]
        if walked > MOST_POSTINGS and chosen:
            break
        chosen.append(stem)
    return chosen


def _ranked(scores: Mapping[int, float]) -> tuple[list[int], bool]:
    """The likeliest passages, the likeliest first, and whether more than are looked at share all rare words."""
    least = LEAST_WEIGHT * max(scores.values(), default=0.0)
    ranked = sorted((n for n in scores if scores[n] >= least), key=lambda number: (-scores[number], number))
    tied = len(ranked) > MOST_RANKED and scores[ranked[MOST_RANKED]] == scores[ranked[0]]
    return ranked[: MOST_TIED if tied else MOST_RANKED], tied


def _verbatim_first(text: str, numbers: Sequence[int], passages: Mapping[int, StoredPassage]) -> list[int]:
    """Passages that share as many rare words, those first that have the quotation letter by letter."""
    wanted = _folded(text)
    return sorted(numbers, key=lambda number: wanted not in _folded(passages[number].text))


def _folded(text: str) -> str:
    return text.strip(" .,\u2026").casefold().replace("\u2019", "'")


def _lay(quotation: Sequence[Word], window: Sequence[StoredPassage], quoted: Mapping[int, Sequence[Claim]]) -> Place:
    """quoted: the quotations of the passages of the library"""
    claims = [claim for passage in window for claim in quoted.get(passage.id, ())]
    laid, loose = [], []
    for passage in window:
        for word in words(passage.text):
            if word.sort is not Sort.GAP:
                at = _in_file(passage, word.start)
                laid.append(Laid(passage, word.start, word.end, at, _around(claims, at)))
                loose.append((word.form, word.sort is Sort.INSERT))
    source = _loosened(laid, loose)
    return Place(window[0].document, laid, source, align(quotation, source))


def _in_file(passage: StoredPassage, at: int) -> int:
    """The file offset of a place in a passage; near it where markup lies between."""
    return min(passage.span.start + at, max(passage.span.start, passage.span.end - 1))


def _around(claims: Sequence[Claim], at: int) -> Claim | None:
    """The innermost quotation that holds a place in the file: a turn of a transcript may quote somebody."""
    around = [claim for claim in claims if claim.span.start <= at < claim.span.end]
    return min(around, key=lambda claim: claim.span.end - claim.span.start, default=None)


def _loosened(laid: Sequence[Laid], forms: Sequence[tuple[str, bool]]) -> list[SourceWord]:
    """The source words, those between two quotations of one speaker marked as loose."""
    loose = [bracketed for _, bracketed in forms]
    last = -1
    for at, word in enumerate(laid):
        if word.quotation is None:
            continue
        gap = at - last - 1
        before = laid[last].quotation if last >= 0 else None
        if 0 < gap <= LONGEST_BETWEEN and before and before.speaker == word.quotation.speaker:
            loose[last + 1 : at] = [True] * gap
        last = at
    return [SourceWord(form, flag) for (form, _), flag in zip(forms, loose, strict=True)]


def file_span(place: Place, first: int, last: int) -> Span:
    """The stretch of the file from one source word to another."""
    start, end = place.laid[first], place.laid[last]
    return Span(start.at, min(end.at + end.end - end.start, max(end.passage.span.end, end.at + 1)))
