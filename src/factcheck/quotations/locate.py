"""Finds where in a library the words of a quotation may stand: by its rarest words, then word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from factcheck.model import Claim
from factcheck.quotations.align import Alignment, SourceWord, align
from factcheck.quotations.normal import Sort, Word, words
from factcheck.store.protocol import Library, StoredPassage
from factcheck.text import Span
from factcheck.text.stem import stems
from factcheck.text.tokens import tokenise

# The walk over the index stops after this many entries, rarest words first.
MOST_POSTINGS = 10_000
# So many passages are laid beside the quotation word by word.
MOST_PLACES = 12
# Where more passages share all rare words of a quotation, so many are searched for it letter by letter.
MOST_TIED = 2_000
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


def locate(text: str, quotation: Sequence[Word], library: Library) -> list[Place]:
    """The places that come closest to a quotation, the closest first."""
    size = len(quotation) * len(quotation) * 4
    most = min(MOST_PLACES, max(1, MOST_WORK // max(1, size)))
    places = [_lay(quotation, window, library) for window in _windows(text, quotation, library)[:most]]
    return sorted(places, key=lambda place: place.alignment.cost)


def _windows(text: str, quotation: Sequence[Word], library: Library) -> list[Sequence[StoredPassage]]:
    """The stretches around the likeliest passages that share most words; of two with one middle, the fuller."""
    reach = min(WIDEST, 1 + len(quotation) // WORDS_A_PASSAGE)
    around = library.around((number, reach) for number in _candidates(text, library))
    shares = [(-_shared(quotation, window), number, window) for (number, _), window in around.items()]
    least = max(LEAST_SHARED, max((-share for share, _, _ in shares), default=0.0) - SHARED_RANGE)
    chosen: list[Sequence[StoredPassage]] = []
    taken: set[int] = set()
    for share, number, window in sorted(shares):
        if number not in taken and -share >= least:
            chosen.append(window)
            taken.update(passage.id for passage in window)
    return chosen


def _shared(quotation: Sequence[Word], window: Sequence[StoredPassage]) -> float:
    """The share of a quotation's words that stand somewhere in some passages."""
    said = [word.form for word in quotation if word.sort is Sort.WORD]
    there = frozenset().union(*(_forms(passage.text) for passage in window))
    return sum(form in there for form in said) / max(1, len(said))


@lru_cache(maxsize=2048)
def _forms(text: str) -> frozenset[str]:
    return frozenset(word.form for word in words(text))


def _candidates(text: str, library: Library) -> list[int]:
    """Passages that hold rare words of a quotation, the likeliest first."""
    wanted = {stem for stem in stems(tokenise(text)) if stem}
    frequencies = library.frequencies(wanted)
    total = library.passage_count()
    scores: defaultdict[int, float] = defaultdict(float)
    walked = 0
    for stem in sorted(frequencies, key=lambda stem: (frequencies[stem], stem)):
        walked += frequencies[stem]
        if walked > MOST_POSTINGS and scores:
            break
        weight = log(1 + total / frequencies[stem])
        for number in library.postings([stem])[stem]:
            scores[number] += weight
    least = LEAST_WEIGHT * max(scores.values(), default=0.0)
    ranked = sorted((n for n in scores if scores[n] >= least), key=lambda number: (-scores[number], number))
    cut = 3 * MOST_PLACES
    if len(ranked) > cut and scores[ranked[cut]] == scores[ranked[0]]:
        ranked = _verbatim_first(text, ranked[:MOST_TIED], library)
    return ranked[:cut]


def _verbatim_first(text: str, numbers: Sequence[int], library: Library) -> list[int]:
    """Passages that share as many rare words, those first that have the quotation letter by letter."""
    wanted = _folded(text)
    passages = library.passages(numbers)
    return sorted(numbers, key=lambda number: wanted not in _folded(passages[number].text))


def _folded(text: str) -> str:
    return text.strip(" .,\u2026").casefold().replace("\u2019", "'")


def _lay(quotation: Sequence[Word], window: Sequence[StoredPassage], library: Library) -> Place:
    claims = [
        stored.claim
        for own in library.claims(passage.id for passage in window).values()
        for stored in own
        if stored.claim.kind == "quote"
    ]
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
    return next((claim for claim in claims if claim.span.start <= at < claim.span.end), None)


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
